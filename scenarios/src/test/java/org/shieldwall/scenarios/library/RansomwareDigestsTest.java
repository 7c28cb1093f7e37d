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
        "first-steps, isolated, 605bcd80736fc42d20348d6f523cb49a",
        "first-steps, joint, 256420be1debc3c68de2c0ebfe03c898",
        "joint-defence, isolated, 4cc7a8bf81fa27e7ecc5ef9fa7aa02d0",
        "joint-defence, joint, 93340e18f864ea354594a614fcd1b1d4",
        "health-service-2021, isolated, f33040a5067c2c8c4e463b1a1a635da6",
        "health-service-2021, joint, 8b1b6a544ba04a67afa56d3abd080ec2",
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
