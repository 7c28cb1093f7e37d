package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
