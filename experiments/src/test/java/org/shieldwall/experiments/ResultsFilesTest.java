package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shieldwall.scenario.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsFilesTest {
    @TempDir
    Path folder;

    private final Scenario scenario = Synthetic.scenario(Synthetic.question(0.1, "isolated", "joint"));
    private final Experiment.Outcome outcome = outcome();

    private Experiment.Outcome outcome() {
        try {
            return new Experiment(scenario, Plan.of(scenario, List.of("isolated", "joint")), new Synthetic())
                    .run(Progress.NONE)
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theCoreThatOtherToolsRelyOn() {
        String json = ResultsFiles.json(outcome.results());
        JsonNode root = new JsonMapper().readTree(json);

        assertThat(json).startsWith("{\n  \"scenario\" : \"synthetic\",\n  \"version\" : \"0.1.0\",\n  \"seed\" : 1,");
        assertThat(root.get("digest").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(root.get("answer").asString()).startsWith("Yes. ");
        JsonNode isolated = root.get("strategies").get(0);
        assertThat(isolated.get("name").asString()).isEqualTo("isolated");
        assertThat(isolated.get("replications").isInt()).isTrue();
        JsonNode lost = isolated.get("measures").get("person-hours-lost");
        for (String number : List.of("mean", "low", "high", "confidence")) {
            assertThat(lost.get(number).isNumber()).as(number).isTrue();
        }
        assertThat(lost.get("unit").asString()).isEqualTo("person-hours");
        assertThat(lost.get("better").asString()).isEqualTo("less");
        JsonNode comparison = root.get("comparisons").get(0);
        assertThat(comparison.get("baseline").asString()).isEqualTo("isolated");
        assertThat(comparison.get("strategy").asString()).isEqualTo("joint");
        assertThat(comparison.get("measure").asString()).isEqualTo("person-hours-lost");
        assertThat(comparison.get("difference").get("mean").asDouble()).isNegative();
        assertThat(comparison.get("difference").get("confidence").asDouble()).isEqualTo(0.95);
        assertThat(comparison.get("varianceReduction").asDouble()).isGreaterThan(1);
    }

    @Test
    void nothingThatIsNoNumberStandsWhereNumbersStand() {
        assertThat(ResultsFiles.json(outcome.results())).doesNotContain("NaN", "Infinity");
    }

    @Test
    void oneLineForEachRun() throws Exception {
        Path path = folder.resolve("runs.csv");
        ResultsFiles.writeCsv(outcome.runs(), path);
        List<String> lines = Files.readAllLines(path);

        assertThat(lines.get(0))
                .isEqualTo("strategy,replication,person-hours-lost,attack-success,time-to-detect,time-to-detect.end,"
                        + "cost-of-defence,alert-wait");
        assertThat(lines).hasSize(1 + 2 * outcome.results().design().replications());
        assertThat(lines.get(1)).matches("isolated,1,[0-9.E]+,[01],[0-9.]+,(reached|gave-up|horizon),2000000,[0-9.]*");
        assertThat(lines).anyMatch(line -> line.endsWith(","));
    }
}
