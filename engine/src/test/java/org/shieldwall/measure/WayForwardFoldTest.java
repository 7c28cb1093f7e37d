package org.shieldwall.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.measure.TwoSteps.A;
import static org.shieldwall.measure.TwoSteps.a;
import static org.shieldwall.measure.TwoSteps.b;
import static org.shieldwall.measure.TwoSteps.small;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** What ends a campaign: its goal, an action of defence, its tries or time; one of them and no other. */
class WayForwardFoldTest {
    /** The columns that are 1. */
    private static List<String> endings(SmallWorld small) {
        World world = World.compile(small.build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        List<String> endings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String name = measures.columns().get(i).name();
            if ((name.startsWith("broken-by-") || name.startsWith("goal-reached")) && values[i] != 0) {
                assertThat(values[i]).isEqualTo(1);
                endings.add(name);
            }
        }
        return endings;
    }

    @Test
    void whatDoesItsDamageHasReachedItsGoal() {
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("break", A))))
                .containsExactly("goal-reached.walk");
    }

    @Test
    void whatIsCutOffForGoodIsBrokenByIsolation() {
        assertThat(endings(small(1).campaign("walk", "red", a("enter"), b("dig", A))))
                .containsExactly("broken-by-isolation.walk");
    }

    @Test
    void unseenTheSameStepRunsOutOfTime() {
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("dig", A))))
                .containsExactly("broken-by-out-of-time.walk");
    }

    @Test
    void whatNeverWorksUsesUpItsTries() {
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("fumble", A))))
                .containsExactly("broken-by-tries-used-up.walk");
    }
}
