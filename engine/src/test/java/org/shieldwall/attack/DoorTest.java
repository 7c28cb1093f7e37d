package org.shieldwall.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Whether a door can open is a trait of exploit and target: accomplices do not roll it again. */
class DoorTest {
    private static final int RUNS = 200;

    private static final World WORLD = World.compile(new SmallWorld()
            .lasting(100)
            .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
            .network("net", "firm", "pc", 1, null)
            .actor("red", 1)
            .actor("blue", 1)
            .technique("pick", hours(1), number(0.5), number(1), EnumSet.noneOf(Technique.Level.class), null)
            .technique("drill", hours(2), number(0.5), number(1), EnumSet.noneOf(Technique.Level.class), null)
            .campaign("first", "red", step("a", "red", "pick", "pc", new Campaign.Always()))
            .campaign("second", "blue", step("a", "blue", "pick", "pc", new Campaign.Always()))
            .campaign("third", "blue", step("b", "red", "drill", "pc", new Campaign.Always()))
            .build());

    /** Steps that opened their door. */
    private static Set<String> opened(long replication) {
        FactLog facts = new Simulation(WORLD).checking(true).run(List.of(), 1, replication);
        Set<String> found = new HashSet<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.ATTEMPT_SUCCEEDED) {
                found.add(WORLD.entities().name(facts.who(fact)));
            }
        }
        return found;
    }

    @Test
    void twoActorsWithOneExploitOnOneTargetShareTheDie() {
        int both = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            Set<String> opened = opened(replication);
            assertThat(opened.contains("first.a")).isEqualTo(opened.contains("second.a"));
            both += opened.contains("first.a") ? 1 : 0;
        }
        // Half of the doors, with a standard deviation of seven.
        assertThat(both).isBetween(75, 125);
    }

    @Test
    void anotherExploitHasADieOfItsOwn() {
        int different = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            Set<String> opened = opened(replication);
            // Where the first exploit opens the door, there is nothing left to do for the second.
            different += !opened.contains("first.a") && opened.contains("third.b") ? 1 : 0;
        }
        assertThat(different).isBetween(30, 70);
    }
}
