package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** The library's scenario, changed as its users change it: by its text. */
final class ThreeGrids {
    private String text = new String(Objects.requireNonNull(Library.open("three-grids")), StandardCharsets.UTF_8);

    /** Replaces every place; the text must be there. */
    ThreeGrids with(String from, String to) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
        return this;
    }

    /** Takes out every line that begins so. */
    ThreeGrids withoutLines(String beginning) {
        assertThat(text).contains("\n" + beginning);
        text = text.lines()
                .filter(line -> !line.startsWith(beginning))
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        return this;
    }

    /** Adds something below a top-level key. */
    ThreeGrids adding(String key, String block) {
        return with("\n" + key + ":\n", "\n" + key + ":\n" + block);
    }

    String text() {
        return text;
    }

    Scenario scenario() {
        Reading reading = new ScenarioReader().readText("three-grids.yaml", text);
        assertThat(reading.scenario()).as(reading.render()).isNotNull();
        return Objects.requireNonNull(reading.scenario());
    }

    World world() {
        return World.compile(scenario());
    }

    static List<String> levers(World world, String strategy) {
        return world.scenario().strategies().stream()
                .filter(s -> s.name().equals(strategy))
                .findFirst()
                .orElseThrow()
                .levers();
    }

    static FactLog run(Simulation simulation, String strategy, long replication) {
        return simulation.run(levers(simulation.world(), strategy), 1, replication);
    }

    /** Values of one measure over replications 1…n of seed 1. */
    static double[] measure(World world, String strategy, String measure, int n) {
        Simulation simulation = new Simulation(world).checking(true);
        Measures measures = new Measures(world);
        int column = measures.index(measure);
        assertThat(column).as(measure).isNotNegative();
        double[] row = new double[measures.columns().size()];
        byte[] ends = new byte[row.length];
        double[] found = new double[n];
        for (int replication = 1; replication <= n; replication++) {
            measures.fold(run(simulation, strategy, replication), row, ends);
            found[replication - 1] = row[column];
        }
        return found;
    }

    static double median(double[] values) {
        double[] sorted = java.util.Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        assertThat(sorted).isNotEmpty();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
