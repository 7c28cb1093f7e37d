package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/**
 * The same scenario, strategy and seed give the same facts, byte for byte, on any JDK and in any thread. A digest changes
 * only where the model or the scenario was changed on purpose; the commit says why.
 */
class GoldenDigestsTest {
    private final World world = new ThreeGrids().world();

    private String digest(String strategy, long replication) {
        Simulation simulation = new Simulation(world).checking(true);
        ThreeGrids.run(simulation, strategy, replication);
        return simulation.digest();
    }

    @Test
    void factsOfThreeGridsAreWhatTheyWere() {
        assertThat(List.of(
                        digest("isolated", 1),
                        digest("alone-same-money", 1),
                        digest("sharing-only", 1),
                        digest("joint", 1)))
                .containsExactly(
                        "2b30d438dc000683ad967261222ed930",
                        "d4262b3c85935ac38ecce8d0588acd4c",
                        "4424dde6b76214f2e5c382916ab8aa50",
                        "ddb0d0978dd5f0d611cdff22b7c84088");
    }

    @Test
    void threadsDoNotMatter() throws Exception {
        List<String> alone = new ArrayList<>();
        for (int replication = 1; replication <= 8; replication++) {
            alone.add(digest("joint", replication));
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> together = new ArrayList<>();
            for (int replication = 1; replication <= 8; replication++) {
                long n = replication;
                together.add(two.submit(() -> digest("joint", n)));
            }
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            two.shutdownNow();
        }
    }
}
