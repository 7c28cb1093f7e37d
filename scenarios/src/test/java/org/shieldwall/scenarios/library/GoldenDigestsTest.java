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
                        "78d0b12c8ceb5d2a61d14afc7590eb07",
                        "32aba9aa6b07c515ad869aacd8590d71",
                        "adfa8d3f7e915008f50b66591ecf776f",
                        "82e23b9b86507e05bdbdb736fa62fbb6");
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
