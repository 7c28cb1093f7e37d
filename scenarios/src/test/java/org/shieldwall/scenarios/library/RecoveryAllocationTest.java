package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** Encryption, recovery, going dark and work by hand allocate nothing after the first replications. */
class RecoveryAllocationTest {
    @ParameterizedTest
    @CsvSource({"joint-defence, sharing", "health-service-2021, warnings-travel"})
    void aRunWithEncryptionAllocatesNothingAfterWarmUp(String id, String lever) throws Exception {
        World world = World.compile(
                Objects.requireNonNull(new ScenarioReader().read(id).scenario()));
        Simulation simulation = new Simulation(world);
        for (int replication = 1; replication <= 60; replication++) {
            simulation.run(List.of(lever), 1, replication);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long events = 0;
        for (int replication = 1; replication <= 30; replication++) {
            simulation.run(List.of(lever), 1, replication);
            events += simulation.events();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(events).isGreaterThan(20_000);
        assertThat(bytes / (double) events)
                .as("bytes per event, of %d bytes", bytes)
                .isLessThan(0.5);
    }
}
