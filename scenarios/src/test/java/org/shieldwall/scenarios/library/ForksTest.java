package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/**
 * In every scenario of the library, with all that it has going on: a fork stands where its original stands, and a simulation
 * that was used before stands where a new one does. Both are told from the digest of everything that is mutable.
 */
class ForksTest {
    private static final int STOPS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"first-steps", "three-grids", "joint-defence", "estonia-2007", "health-service-2021"})
    void forksAndUsedSimulationsStandWhereTheyShould(String name) throws IOException {
        Scenario scenario =
                Objects.requireNonNull(new ScenarioReader().read(name).scenario());
        World world = World.compile(scenario);
        List<Scenario.Strategy> strategies = scenario.strategies();
        List<String> levers = strategies.get(strategies.size() - 1).levers();
        Simulation used = new Simulation(world);
        used.run(levers, 7, 1);
        Simulation played = new Simulation(world).start(levers, 3, 1);
        used.start(levers, 3, 1);
        for (int stop = 1; stop <= STOPS; stop++) {
            Simulation fork = played.fork();
            long time = world.horizon() / STOPS * stop;
            assertThat(fork.stateDigest()).as("fork at stop %d", stop).isEqualTo(played.stateDigest());
            String before = played.stateDigest();
            played.advanceTo(time);
            fork.advanceTo(time);
            used.advanceTo(time);
            assertThat(played.stateDigest()).isNotEqualTo(before);
            assertThat(fork.stateDigest()).as("fork, gone on to stop %d", stop).isEqualTo(played.stateDigest());
            assertThat(used.stateDigest()).as("used before, at stop %d", stop).isEqualTo(played.stateDigest());
        }
        assertThat(used.digest()).isEqualTo(played.digest());
    }
}
