package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/**
 * The scenarios of encryption give the same facts, byte for byte, on any JDK. A digest changes only where the model or the
 * scenario was changed on purpose; the commit says why. Every invariant is verified on the way.
 */
class RansomwareDigestsTest {
    @ParameterizedTest
    @CsvSource({
        "first-steps, isolated, 82f14a2ce8380d71ea417ef970b20944",
        "first-steps, joint, dc1225ebdb4fd87c2eb40555ad15c581",
        "joint-defence, isolated, eb1bb4e864cab357449909b10e751642",
        "joint-defence, joint, c1912b863692856b04aa0fa4f7eccdaf",
        "health-service-2021, isolated, c2611d4fef04df74bf07f00bd8f137ec",
        "health-service-2021, joint, b353a30ca5497645da927ba1f71ae67c",
    })
    void factsAreWhatTheyWere(String id, String strategy, String digest) throws Exception {
        Scenario scenario = Objects.requireNonNull(new ScenarioReader().read(id).scenario());
        List<String> levers = new ArrayList<>();
        scenario.strategies().stream()
                .filter(one -> one.name().equals(strategy))
                .forEach(one -> levers.addAll(one.levers()));
        Simulation simulation = new Simulation(World.compile(scenario)).checking(true);
        simulation.run(levers, 1, 1);
        assertThat(simulation.digest()).isEqualTo(digest);
    }
}
