package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario.Strategy;
import org.shieldwall.world.World;

/** What a run of three-grids may cost. */
class BudgetTest {
    private static final int MOST_EVENTS = 40_000;
    private static final int RUNS = 60;

    private final World world = new ThreeGrids().world();

    @Test
    void aRunTakesFewEvents() {
        Simulation simulation = new Simulation(world);
        for (Strategy strategy : world.scenario().strategies()) {
            long events = 0;
            for (int replication = 1; replication <= RUNS; replication++) {
                ThreeGrids.run(simulation, strategy.name(), replication);
                events += simulation.events();
            }
            assertThat(events / RUNS).as(strategy.name()).isBetween(1000L, (long) MOST_EVENTS);
        }
    }

    @Test
    void eventsAllocateNothingAfterWarmUp() {
        Simulation simulation = new Simulation(world);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        List<String> levers = ThreeGrids.levers(world, "joint");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        long events = 0;
        for (int pass = 0; pass < 6; pass++) {
            events = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int replication = 1; replication <= RUNS; replication++) {
                measures.fold(simulation.run(levers, 1, replication), values, ends);
                events += simulation.events();
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(events).isGreaterThan(RUNS * 1000L);
        // Setting the levers of a run costs a kilobyte; an object of sixteen bytes in every fiftieth event would show.
        assertThat(bytes / RUNS).isLessThan(2048);
    }
}
