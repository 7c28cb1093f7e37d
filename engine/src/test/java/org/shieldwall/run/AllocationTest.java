package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.exponentialHours;
import static org.shieldwall.fixture.SmallWorld.restore;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** After the first replications a run allocates nothing, with its measures folded. */
class AllocationTest {
    @Test
    void aRunAllocatesNothingAfterWarmUp() {
        World world = World.compile(new SmallWorld()
                .lasting(5000)
                .organisation(
                        "victim",
                        1,
                        Organisation.Discipline.PRIORITY,
                        exponentialHours(0.5),
                        "cut",
                        sensor("edr", Organisation.SensorKind.ENDPOINT, 0.5, 0.02, 1, null))
                .playbook("cut", Playbook.Kind.ISOLATE, Playbook.Kind.REIMAGE, Playbook.Kind.RECONNECT)
                .network("net", "victim", "pc", 30, exponentialHours(1000))
                .crew("crew", "victim", 2)
                .service(
                        "work",
                        "victim",
                        new Service.ShareOf("pc", Service.Function.SERVICE),
                        restore("crew", exponentialHours(10), Service.Damage.FAILED))
                .actor("red", 2)
                .technique(
                        "enter",
                        exponentialHours(20),
                        evidence(Organisation.SensorKind.ENDPOINT, Technique.When.END, 0.5, 0),
                        evidence(Organisation.SensorKind.ENDPOINT, Technique.When.WHILE_HELD, 0.5, 0.1))
                .campaign(
                        "walk",
                        "red",
                        step("a", "red", "enter", "pc", new Campaign.Always()),
                        step("b", "red", "enter", "pc", new Campaign.StepIs("walk.a", Campaign.Outcome.FIRST_SUCCESS)))
                .build());
        Simulation simulation = new Simulation(world);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        List<String> levers = List.of();
        long events = 0;
        for (int replication = 1; replication <= 200; replication++) {
            measures.fold(simulation.run(levers, 1, replication), values, ends);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int replication = 1; replication <= 20; replication++) {
            measures.fold(simulation.run(levers, 1, replication), values, ends);
            events += simulation.events();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(events).isGreaterThan(20_000);
        // The bean's own answer and the iteration over the list of levers cost some bytes for each run.
        assertThat(bytes / (double) events)
                .as("bytes per event, of %d bytes", bytes)
                .isLessThan(0.5);
    }
}
