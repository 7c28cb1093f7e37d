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
                        "061e4bfb71a919cf53161f63f2f5d1fb",
                        "bf1cfa2878ae453142ad205e3480e83d",
                        "d86f2ad50a807df749de36f69f7c6d9d",
                        "30b618a26caae8df77be2ad887be3050");
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
