package org.shieldwall.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.step;
import static org.shieldwall.measure.TwoSteps.A;
import static org.shieldwall.measure.TwoSteps.ALWAYS;
import static org.shieldwall.measure.TwoSteps.A_FAILED;
import static org.shieldwall.measure.TwoSteps.a;
import static org.shieldwall.measure.TwoSteps.b;
import static org.shieldwall.measure.TwoSteps.small;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.run.Simulation.Order;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Lever;
import org.shieldwall.world.World;

/** How an attack ends for those who wait for its detection: seen, at its goal, given up, thrown out unseen, or not at all. */
class DetectionFoldTest {
    private record Ended(byte how, double hours, double restricted) {}

    private static Ended ended(String measure, SmallWorld small, Consumer<Simulation> commands) {
        World world = World.compile(small.build());
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        commands.accept(simulation);
        FactLog facts = simulation.finish();
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        measures.fold(facts, values, ends);
        int column = measures.index(measure);
        return new Ended(ends[column], values[measures.index(measure + Measures.ANY_END)], values[column]);
    }

    private static Ended ended(String measure, SmallWorld small) {
        return ended(measure, small, simulation -> {});
    }

    @Test
    void whatIsSeenIsDetectedAndThenContained() {
        SmallWorld small = small(1).campaign("walk", "red", a("enter"), b("dig", A));
        // An hour of entering, four of triage, a second of investigation, ten hours until it is cut off.
        double seen = 5 + 1 / 3600.0;
        assertThat(ended("time-to-detect", small)).isEqualTo(new Ended(Measures.REACHED, seen, seen));
        assertThat(ended("dwell-time", small)).isEqualTo(new Ended(Measures.REACHED, seen, seen));
        Ended contained = ended("time-to-contain", small);
        assertThat(contained.how()).isEqualTo(Measures.REACHED);
        assertThat(contained.hours()).isCloseTo(15, within(0.01)).isEqualTo(contained.restricted());
    }

    @Test
    void anAttackerThatHasTriedEverythingGivesUp() {
        SmallWorld small = small(0).campaign("walk", "red", a("enter"), b("fumble", A));
        for (String measure : List.of("time-to-detect", "time-to-contain", "dwell-time")) {
            assertThat(ended(measure, small)).isEqualTo(new Ended(Measures.GAVE_UP, 3, 1000));
        }
    }

    @Test
    void itDoesNotGiveUpWhileThereIsAFallback() {
        SmallWorld small = small(0).campaign("walk", "red", a("fumble"), b("dig", A_FAILED));
        assertThat(ended("time-to-detect", small)).isEqualTo(new Ended(Measures.HORIZON, 1000, 1000));
        SmallWorld vain = small(0).campaign("walk", "red", a("fumble"), b("fumble", A_FAILED));
        assertThat(ended("time-to-detect", vain)).isEqualTo(new Ended(Measures.GAVE_UP, 4, 1000));
    }

    @Test
    void itDoesNotGiveUpBeforeItsLastTry() {
        for (Campaign.Mode mode : List.of(Campaign.Mode.ANY, Campaign.Mode.ALL)) {
            Campaign.Step thrice = new Campaign.Step(
                    "a",
                    null,
                    "red",
                    "fumble",
                    new Campaign.Target(mode, "pc", 1, false, false),
                    null,
                    ALWAYS,
                    ALWAYS,
                    null,
                    hours(100),
                    3);
            // Three tries of two hours, a hundred apart.
            assertThat(ended("time-to-detect", small(0).campaign("walk", "red", thrice)))
                    .as(mode.name())
                    .isEqualTo(new Ended(Measures.GAVE_UP, 206, 1000));
            assertThat(timesGivenUp(small(0).campaign("walk", "red", thrice))).isEqualTo(1);
        }
    }

    private static int timesGivenUp(SmallWorld small) {
        FactLog facts =
                new Simulation(World.compile(small.build())).checking(true).run(List.of(), 1, 1);
        int given = 0;
        for (int fact = 0; fact < facts.size(); fact++) {
            given += facts.kind(fact) == FactKind.CAMPAIGN_GAVE_UP ? 1 : 0;
        }
        return given;
    }

    @Test
    void itDoesNotGiveUpWhatIsOnlyCutOff() {
        SmallWorld small = small(0).campaign("walk", "red", a("enter"), b("fumble", A));
        Ended waits = ended(
                "time-to-detect",
                small,
                simulation -> simulation.command(HOUR / 2, Order.ISOLATE, "firm/room/server/1"));
        assertThat(waits).isEqualTo(new Ended(Measures.HORIZON, 1000, 1000));
        Ended later = ended("time-to-detect", small, simulation -> {
            simulation.command(HOUR / 2, Order.ISOLATE, "firm/room/server/1");
            simulation.command(60 * HOUR, Order.RECONNECT, "firm/room/server/1");
        });
        assertThat(later).isEqualTo(new Ended(Measures.GAVE_UP, 62, 1000));
    }

    @Test
    void itGoesOnWhenSomethingOpensUpAfterAll() {
        SmallWorld small = small(0).campaign(
                        "walk", "red", a("enter"), b("fumble", A), step("c", "red", "dig", "server", A))
                .lever(new Lever(
                        "cure",
                        "cure",
                        Lever.Kind.UNILATERAL,
                        List.of(new Lever.Cost("firm", number(0), number(0))),
                        List.of(),
                        List.of("campaigns.walk.steps.c"),
                        List.of()));
        Ended forGood =
                ended("time-to-detect", small, simulation -> simulation.command(50 * HOUR, Order.LEVER_ON, "cure"));
        Ended notForGood = ended("time-to-detect", small, simulation -> {
            simulation.command(50 * HOUR, Order.LEVER_ON, "cure");
            simulation.command(60 * HOUR, Order.LEVER_OFF, "cure");
        });
        assertThat(forGood).isEqualTo(new Ended(Measures.GAVE_UP, 50, 1000));
        assertThat(notForGood).isEqualTo(new Ended(Measures.HORIZON, 1000, 1000));
    }

    @Test
    void anAttackerAtItsGoalNeedsNoDetection() {
        SmallWorld theft = small(0).campaign("walk", "red", a("enter"), b("enter", A));
        assertThat(ended("time-to-detect", theft).how()).isEqualTo(Measures.GOAL_REACHED);
        assertThat(ended("dwell-time", theft).how()).isEqualTo(Measures.GOAL_REACHED);
        SmallWorld sabotage = small(0).campaign("walk", "red", a("enter"), b("break", A));
        assertThat(ended("time-to-detect", sabotage)).isEqualTo(new Ended(Measures.GOAL_REACHED, 2, 1000));
        assertThat(ended("dwell-time", sabotage)).isEqualTo(new Ended(Measures.REACHED, 2, 2));
    }

    @Test
    void whoIsThrownOutUnseenIsGoneUnlessItComesBack() {
        SmallWorld small = small(0).campaign("walk", "red", a("enter"), b("dig", A));
        Ended gone = ended(
                "time-to-detect", small, simulation -> simulation.command(50 * HOUR, Order.ISOLATE, "firm/net/pc/1"));
        Ended back = ended("time-to-detect", small, simulation -> {
            simulation.command(50 * HOUR, Order.ISOLATE, "firm/net/pc/1");
            simulation.command(60 * HOUR, Order.RECONNECT, "firm/net/pc/1");
        });
        assertThat(gone).isEqualTo(new Ended(Measures.EVICTED_UNSEEN, 50, 1000));
        assertThat(back).isEqualTo(new Ended(Measures.HORIZON, 1000, 1000));
    }

    @Test
    void thrownOutByAnIncidentThatKnewIsContained() {
        SmallWorld small = small(1).campaign("walk", "red", a("enter"), b("dig", A));
        Ended contained = ended(
                "time-to-contain", small, simulation -> simulation.command(6 * HOUR, Order.ISOLATE, "firm/net/pc/1"));
        assertThat(contained).isEqualTo(new Ended(Measures.REACHED, 6, 6));
        Ended unseen = ended(
                "time-to-contain", small, simulation -> simulation.command(2 * HOUR, Order.ISOLATE, "firm/net/pc/1"));
        assertThat(unseen.how()).isNotEqualTo(Measures.REACHED);
    }

    @Test
    void givingUpIsAFactOfTheActorsOwn() {
        World world = World.compile(
                small(0).campaign("walk", "red", a("enter"), b("fumble", A)).build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        int given = 0;
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.CAMPAIGN_GAVE_UP) {
                given++;
                assertThat(facts.kind(fact).audience()).isEqualTo(FactKind.Audience.ACTOR);
                assertThat(facts.kind(facts.trigger(fact))).isEqualTo(FactKind.STEP_FAILED);
            }
        }
        assertThat(given).isEqualTo(1);
    }
}
