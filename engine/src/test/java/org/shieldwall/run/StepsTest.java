package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.broughtBy;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.restore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Campaign.Condition;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.scenario.Campaign.Outcome;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Steps of campaigns: when they begin, end, resume and give up, also where levers bring or remove what they act on. */
class StepsTest {
    private static final Condition ALWAYS = new Campaign.Always();
    private static final Condition NEVER = new Campaign.Not(new Campaign.Always());

    private static Condition is(String step, Outcome outcome) {
        return new Campaign.StepIs(step, outcome);
    }

    private static Campaign.Step step(String name, String technique, Mode mode, String group, Condition after) {
        return step(name, null, technique, mode, group, after, NEVER, 0, 1);
    }

    private static Campaign.Step step(
            String name,
            @Nullable String copy,
            String technique,
            Mode mode,
            String group,
            Condition after,
            Condition unless,
            double everyHours,
            int atMost) {
        return new Campaign.Step(
                name,
                copy,
                "red",
                technique,
                new Campaign.Target(mode, group, 2, false, false),
                null,
                after,
                unless,
                null,
                hours(everyHours),
                atMost);
    }

    private static SmallWorld ground(Presence pcs) {
        return new SmallWorld()
                .lasting(1000)
                .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 4, null, pcs)
                .network("net2", "firm", "srv", 1, null)
                .actor("red", 9)
                .technique("one", hours(1))
                .technique("ten", hours(10))
                .technique("fifty", hours(50))
                .lever("gone", "firm", 0);
    }

    private static Lever removing(String path) {
        return new Lever(
                "cut",
                "cut",
                Lever.Kind.UNILATERAL,
                List.of(new Lever.Cost("firm", number(0), number(0))),
                List.of(),
                List.of(path),
                List.of());
    }

    private static FactLog run(SmallWorld small) {
        return new Simulation(World.compile(small.build())).checking(true).run(List.of(), 1, 1);
    }

    private static List<Double> hoursOf(FactLog facts, FactKind kind) {
        List<Double> times = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                times.add(facts.time(fact) / (double) HOUR);
            }
        }
        return times;
    }

    private static double measured(World world, FactLog facts, String measure) {
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        return values[measures.index(measure)];
    }

    @Test
    void aStepThatIsGivenUpWakesThoseThatWaitForItsFailure() {
        FactLog facts = run(ground(Presence.ALWAYS)
                .campaign(
                        "walk",
                        "red",
                        step("a", "one", Mode.ANY, "srv", is("walk.z", Outcome.FAILED)),
                        step("m", "one", Mode.ANY, "pc", ALWAYS),
                        step("w", "fifty", Mode.ANY, "pc", ALWAYS),
                        step(
                                "z",
                                null,
                                "one",
                                Mode.ANY,
                                "pc",
                                is("walk.w", Outcome.HELD),
                                is("walk.m", Outcome.HELD),
                                0,
                                1)));
        // m is held at 1 h, which ends z; a follows at once and takes an hour.
        assertThat(hoursOf(facts, FactKind.ATTEMPT_STARTED)).contains(1.0);
        assertThat(hoursOf(facts, FactKind.ATTEMPT_SUCCEEDED)).contains(2.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ANY", "ALL", "COUNT"})
    void aStepThatALeverInterruptsResumes(Mode mode) {
        World world = World.compile(ground(Presence.ALWAYS)
                .lever(removing("campaigns.walk.steps.a"))
                .campaign("walk", "red", step("a", "ten", mode, "pc", ALWAYS))
                .build());
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        simulation.command(5 * HOUR, Simulation.Order.LEVER_ON, "cut");
        simulation.command(20 * HOUR, Simulation.Order.LEVER_OFF, "cut");
        FactLog facts = simulation.finish();
        assertThat(hoursOf(facts, FactKind.STEP_SUCCEEDED)).containsExactly(30.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ALL", "COUNT"})
    void aStepOnWhatIsNotThereNeitherSucceedsNorStartsAnything(Mode mode) {
        World world = World.compile(ground(broughtBy("gone"))
                .campaign(
                        "walk",
                        "red",
                        step("a", "ten", mode, "pc", ALWAYS),
                        step("b", "one", Mode.ANY, "srv", is("walk.a", Outcome.HELD)),
                        step("c", "one", Mode.ANY, "srv", is("walk.a", Outcome.DONE)))
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        assertThat(hoursOf(facts, FactKind.ATTEMPT_STARTED)).isEmpty();
        assertThat(hoursOf(facts, FactKind.STEP_SUCCEEDED)).isEmpty();
        assertThat(measured(world, facts, "attack-success.walk.a")).isZero();
    }

    @Test
    void targetsThatVanishAreNoSuccess() {
        World world = World.compile(ground(broughtBy("gone"))
                .campaign("walk", "red", step("a", "ten", Mode.COUNT, "pc", ALWAYS))
                .build());
        Simulation simulation = new Simulation(world).checking(true).start(List.of("gone"), 1, 1);
        simulation.command(5 * HOUR, Simulation.Order.LEVER_OFF, "gone");
        assertThat(hoursOf(simulation.finish(), FactKind.STEP_SUCCEEDED)).isEmpty();
    }

    @Test
    void whatIsHeldIsTriedOnEveryAssetAsOftenAsItMayBe() {
        FactLog facts = run(ground(Presence.ALWAYS)
                .technique(
                        "half",
                        Technique.From.TARGET,
                        hours(1),
                        number(1),
                        number(0.4),
                        EnumSet.of(Technique.Level.HASH),
                        Service.Damage.DISK)
                .campaign(
                        "walk",
                        "red",
                        step("a", "one", Mode.ALL, "pc", ALWAYS),
                        step(
                                "b",
                                null,
                                "half",
                                Mode.EACH_HELD,
                                "pc",
                                is("walk.a", Outcome.FIRST_SUCCESS),
                                NEVER,
                                1,
                                50)));
        assertThat(hoursOf(facts, FactKind.ASSET_DAMAGED)).hasSize(4);
    }

    @Test
    void whatIsHeldAlreadyWillDoWhenNothingElseIsLeft() {
        FactLog facts = run(ground(Presence.ALWAYS)
                .campaign(
                        "walk",
                        "red",
                        step("a", "one", Mode.ANY, "srv", ALWAYS),
                        step("b", "ten", Mode.ANY, "srv", is("walk.a", Outcome.HELD))));
        assertThat(hoursOf(facts, FactKind.STEP_SUCCEEDED)).containsExactly(1.0, 1.0);
    }

    @Test
    void aCopyWithoutAWayDoesNotHoldUpTheNext() {
        SmallWorld small = ground(Presence.ALWAYS)
                .technique(
                        "side",
                        Technique.From.SAME_NETWORK,
                        hours(1),
                        number(1),
                        number(1),
                        EnumSet.of(Technique.Level.HASH),
                        null)
                .campaign(new Campaign(
                        "walk",
                        List.of("red"),
                        List.of("first", "second"),
                        true,
                        number(0),
                        List.of(
                                step("a", "first", "side", Mode.ANY, "srv", ALWAYS, NEVER, 0, 1),
                                step("a", "second", "one", Mode.ANY, "pc", ALWAYS, NEVER, 0, 1)),
                        Presence.ALWAYS));
        assertThat(hoursOf(run(small), FactKind.STEP_SUCCEEDED)).containsExactly(1.0);
    }

    @Test
    void anAttemptThatIsAbandonedHasCostItsHours() {
        World world = World.compile(ground(Presence.ALWAYS)
                .campaign(
                        "walk",
                        "red",
                        step("m", "ten", Mode.ANY, "pc", ALWAYS),
                        step("z", null, "fifty", Mode.ANY, "srv", ALWAYS, is("walk.m", Outcome.HELD), 0, 1))
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        // Two operators, ten hours each, at 100 an hour.
        assertThat(measured(world, facts, "attacker-cost")).isEqualTo(2000);
    }

    @Test
    void whatTakesNoTimeAndBeginsAgainAtOnceIsAnErrorThatNamesIt() {
        SmallWorld small = new SmallWorld()
                .lasting(1000)
                .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 1, null)
                .actor("red", 1)
                .technique("try", hours(0), number(1), number(0), EnumSet.of(Technique.Level.HASH), null)
                .campaign("walk", "red", step("a", null, "try", Mode.ANY, "pc", ALWAYS, NEVER, 0, 1_000_000_000));
        assertThatThrownBy(() -> run(small))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the instant does not end")
                .hasMessageContaining("last:");
    }

    @Test
    void twoActorsOnOneAssetAreOneAsset() {
        World world = World.compile(new SmallWorld()
                .lasting(100)
                .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 1, null)
                .actor("red", 1)
                .actor("blue", 1)
                .technique("one", hours(1))
                .campaign("walk", "red", SmallWorld.step("a", "red", "one", "pc", ALWAYS))
                .campaign("stroll", "blue", SmallWorld.step("a", "blue", "one", "pc", ALWAYS))
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        assertThat(measured(world, facts, "assets-compromised.ever")).isEqualTo(1);
        assertThat(measured(world, facts, "assets-compromised.peak")).isEqualTo(1);
    }

    @Test
    void crewsLeaveWhatIsNoMore() {
        World world = World.compile(new SmallWorld()
                .lasting(1000)
                .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "unit", 2, hours(10), broughtBy("gone"))
                .network("net2", "grid", "main", 1, null)
                .crew("crew", "grid", 1)
                .service(
                        "power",
                        "grid",
                        new Service.AllOf(List.of(
                                new Service.AssetsAtLeast(1, "main", Service.Function.SERVICE),
                                new Service.AssetsAtLeast(2, "unit", Service.Function.SERVICE))),
                        restore("crew", hours(50), Service.Damage.FAILED))
                .lever("gone", "grid", 0)
                .build());
        Simulation simulation = new Simulation(world).checking(true).start(List.of("gone"), 1, 1);
        simulation.command(30 * HOUR, Simulation.Order.LEVER_OFF, "gone");
        FactLog facts = simulation.finish();
        assertThat(hoursOf(facts, FactKind.REPAIR_STARTED)).containsExactly(10.0);
        assertThat(hoursOf(facts, FactKind.ASSET_MENDED)).isEmpty();
    }

    @Test
    void aServiceIsRequiredWhileItIsThere() {
        World world = World.compile(new SmallWorld()
                .lasting(1000)
                .organisation(
                        "grid",
                        broughtBy("late"),
                        org.shieldwall.scenario.Shift.ALWAYS,
                        0,
                        Organisation.Discipline.PRIORITY,
                        hours(1),
                        "")
                .organisation("builder", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "unit", 1, hours(10))
                .service("power", "grid", new Service.AssetsAtLeast(1, "unit", Service.Function.SERVICE))
                .lever("late", "builder", 0)
                .build());
        FactLog never = new Simulation(world).checking(true).run(List.of(), 1, 1);
        assertThat(measured(world, never, "resilience.power")).isNaN();
        assertThat(measured(world, never, "availability.power")).isNaN();
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        simulation.command(500 * HOUR, Simulation.Order.LEVER_ON, "late");
        FactLog facts = simulation.finish();
        assertThat(measured(world, facts, "resilience.power")).isCloseTo(0.02, within(1e-12));
        assertThat(measured(world, facts, "availability.power")).isCloseTo(0.02, within(1e-12));
    }
}
