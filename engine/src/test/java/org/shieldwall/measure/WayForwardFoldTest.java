package org.shieldwall.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** What ends a campaign: its goal, an action of defence, its tries or time; one of them and no other. */
class WayForwardFoldTest {
    private static final Campaign.Condition ALWAYS = new Campaign.Always();
    private static final Campaign.Condition A = new Campaign.StepIs("walk.a", Campaign.Outcome.HELD);

    /** enter takes an hour, dig 5,000, fumble two and never works, break an hour; what is seen is cut off after 15 hours. */
    private static SmallWorld small(double quality) {
        return new SmallWorld()
                .lasting(1000)
                .organisation(
                        "firm",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(4),
                        "cut",
                        sensor("edr", Organisation.SensorKind.ENDPOINT, quality, 0, 1, null))
                .playbook("cut", hours(10), Playbook.Kind.ISOLATE)
                .network("net", "firm", "pc", 1, null)
                .network("room", "firm", "server", 1, null)
                .service("work", "firm", new Service.ShareOf("pc", Service.Function.SERVICE))
                .actor("red", 1)
                .technique("enter", hours(1), evidence(Organisation.SensorKind.ENDPOINT, Technique.When.END, 1, 0))
                .technique("dig", hours(5000))
                .technique("fumble", hours(2), number(0), number(1), EnumSet.noneOf(Technique.Level.class), null)
                .technique(
                        "break",
                        hours(1),
                        number(1),
                        number(1),
                        EnumSet.noneOf(Technique.Level.class),
                        Service.Damage.FAILED);
    }

    private static Campaign.Step a(String technique) {
        return step("a", "red", technique, "pc", ALWAYS);
    }

    private static Campaign.Step b(String technique) {
        return step("b", "red", technique, "server", A);
    }

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
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("break"))))
                .containsExactly("goal-reached.walk");
    }

    @Test
    void whatIsCutOffForGoodIsBrokenByIsolation() {
        assertThat(endings(small(1).campaign("walk", "red", a("enter"), b("dig"))))
                .containsExactly("broken-by-isolation.walk");
    }

    @Test
    void unseenTheSameStepRunsOutOfTime() {
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("dig"))))
                .containsExactly("broken-by-out-of-time.walk");
    }

    @Test
    void whatNeverWorksUsesUpItsTries() {
        assertThat(endings(small(0).campaign("walk", "red", a("enter"), b("fumble"))))
                .containsExactly("broken-by-tries-used-up.walk");
    }
}
