package org.shieldwall.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Campaign.Condition;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.world.World;

/** A step that is not there is a member of no all-of and no any-of. */
class DormantStepTest {
    private static final Condition ALWAYS = new Campaign.Always();
    private static final Condition A = new Campaign.StepIs("walk.a", Campaign.Outcome.HELD);
    private static final Condition B = new Campaign.StepIs("walk.b", Campaign.Outcome.HELD);
    private static final long NEVER = -1;

    /** a takes one hour, b five; c waits for something. */
    private static SmallWorld waitingFor(Condition condition) {
        return new SmallWorld()
                .lasting(100)
                .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 3, null)
                .actor("red", 3)
                .technique("one", hours(1))
                .technique("five", hours(5))
                .technique("now", hours(0))
                .campaign(
                        "walk",
                        "red",
                        step("a", "red", "one", "pc", ALWAYS),
                        step("b", "red", "five", "pc", ALWAYS),
                        step("c", "red", "now", "pc", condition));
    }

    private static Condition all(Condition... of) {
        return new Campaign.AllOf(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Campaign.AnyOf(List.of(of));
    }

    private static long began(World world, FactLog facts, String step) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.ATTEMPT_STARTED
                    && world.entities().name(facts.who(fact)).equals(step)) {
                return facts.time(fact) / HOUR;
            }
        }
        return NEVER;
    }

    /** The hour at which c begins, with b and without it. */
    private static List<Long> begins(Condition condition) {
        World whole = World.compile(waitingFor(condition).build());
        World without = World.compile(waitingFor(condition).build(), Set.of("walk.b"));
        return List.of(
                began(whole, new Simulation(whole).checking(true).run(List.of(), 1, 1), "walk.c"),
                began(without, new Simulation(without).checking(true).run(List.of(), 1, 1), "walk.c"));
    }

    @Test
    void quantifiersGoByWhoIsThere() {
        assertThat(begins(all(A, B))).containsExactly(5L, 1L);
        assertThat(begins(any(A, B))).containsExactly(1L, 1L);
        assertThat(begins(all(A, any(B)))).containsExactly(5L, 1L);
        assertThat(begins(all(A, all(B, B)))).containsExactly(5L, 1L);
        assertThat(begins(any(all(B), A))).containsExactly(1L, 1L);
    }

    @Test
    void whereNothingIsLeftNothingBegins() {
        assertThat(begins(B)).containsExactly(5L, NEVER);
        assertThat(begins(all(B))).containsExactly(5L, NEVER);
        assertThat(begins(any(B, all(B)))).containsExactly(5L, NEVER);
    }

    @Test
    void whatIsNotThereIsNot() {
        assertThat(begins(new Campaign.Not(B))).containsExactly(0L, 0L);
        assertThat(begins(all(A, new Campaign.Not(B)))).containsExactly(1L, 1L);
    }

    @Test
    void aStepThatALeverRemovesIsNoLongerWaitedFor() {
        World world = World.compile(waitingFor(all(A, B))
                .lever(new Lever(
                        "cure",
                        "cure",
                        Lever.Kind.UNILATERAL,
                        List.of(new Lever.Cost("firm", number(0), number(0))),
                        List.of(),
                        List.of("campaigns.walk.steps.b"),
                        List.of()))
                .build());
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        simulation.command(3 * HOUR, Simulation.Order.LEVER_ON, "cure");
        assertThat(began(world, simulation.finish(), "walk.c")).isEqualTo(3);
    }
}
