package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/**
 * Once its arrays have grown and its code is compiled, a run allocates nothing for each event, measures included.
 *
 * <p>How many runs that takes depends on what else the machine does, so passes of the same replications follow each other
 * until one is quiet.
 */
class AllocationTest {
    private static final int MOST_PASSES = 400;
    private static final int RUNS = 15;
    /** What setting the levers of a run may cost. */
    private static final long BYTES_OF_A_RUN = 1024;
    /** An object of sixteen bytes in every thirtieth event would show. */
    private static final double QUIET = 0.5;

    @ParameterizedTest
    @CsvSource({
        "first-steps, joint",
        "three-grids, joint",
        "joint-defence, joint",
        "estonia-2007, joint",
        "health-service-2021, joint"
    })
    void eventsAllocateNothingAfterWarmUp(String id, String strategy) throws Exception {
        Scenario scenario = Objects.requireNonNull(new ScenarioReader().read(id).scenario());
        World world = World.compile(scenario);
        Simulation simulation = new Simulation(world);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        List<String> levers = scenario.strategies().stream()
                .filter(candidate -> candidate.name().equals(strategy))
                .findFirst()
                .orElseThrow()
                .levers();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double perEvent = Double.MAX_VALUE;
        for (int pass = 0; pass < MOST_PASSES && perEvent >= QUIET; pass++) {
            long events = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int replication = 1; replication <= RUNS; replication++) {
                measures.fold(simulation.run(levers, 1, replication), values, ends);
                events += simulation.events();
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            perEvent = Math.max(0, bytes - RUNS * BYTES_OF_A_RUN) / (double) events;
        }
        assertThat(perEvent).as("bytes per event in the last pass").isLessThan(QUIET);
    }
}
