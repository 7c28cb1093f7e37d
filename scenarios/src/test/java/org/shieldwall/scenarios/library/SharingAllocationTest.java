package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Communities, trust and false indicators allocate nothing after the first replications. */
class SharingAllocationTest {
    @Test
    void aRunWithSharingAllocatesNothingAfterWarmUp() {
        World world = new ThreeGrids().world();
        Simulation simulation = new Simulation(world);
        List<String> levers = ThreeGrids.levers(world, "joint");
        for (int replication = 1; replication <= 150; replication++) {
            simulation.run(levers, 1, replication);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long events = 0;
        for (int replication = 1; replication <= 30; replication++) {
            simulation.run(levers, 1, replication);
            events += simulation.events();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(events).isGreaterThan(100_000);
        assertThat(bytes / (double) events)
                .as("bytes per event, of %d bytes", bytes)
                .isLessThan(0.5);
    }
}
