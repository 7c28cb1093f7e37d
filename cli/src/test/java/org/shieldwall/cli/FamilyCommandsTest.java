package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a scenario is a family of maps, everything that states an interval says of which maps it speaks. */
class FamilyCommandsTest {
    /** Crews mend slowly; a lever mends twice as fast. Its maps differ in how often things break. */
    private static final String FAMILY = """
            shieldwall: 1
            name: Many mills
            starts: {local: 2024-01-01T00:00, zone: UTC}
            lasts: 60d
            organisations: {mill: {kind: business}}
            templates: {machine: {physical: true}}
            networks: {hall: {organisation: mill, assets: {wheel: {template: machine, count: 4, fails: {exponential: 20d}}}}}
            crews: {fitters: {organisation: mill, count: 1}}
            services:
              flour:
                provided-by: mill
                needs: {share-of: wheel}
                serves: {people: 100}
                restore: {by: fitters, each: {exponential: 2d}}
            levers:
              together:
                says: Mills lend each other fitters.
                kind: cooperative
                sets: {crews.fitters.count: 4}
            strategies: {isolated: [], joint: [together]}
            question: {compare: [isolated, joint], by: person-hours-lost, precision: 20%}
            expect:
              - {measure: outage.flour, strategy: isolated, share: [90%, 100%], kind: calibrated}
            vary: {members: 7, counts: {wheel: {uniform: {low: 3, high: 30}}}}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void written() throws IOException {
        file = Files.writeString(folder.resolve("mills.yaml"), FAMILY);
    }

    private String run(String... arguments) {
        Captured captured = new Captured(true);
        assertThat(captured.run(arguments)).as(captured.err()).isZero();
        return captured.out().replaceAll("\\s+", " ");
    }

    private JsonNode compared() throws IOException {
        Path out = folder.resolve("out");
        run("compare", file.toString(), "--replications", "100", "--out", out.toString());
        return JsonMapper.shared().readTree(Files.readString(out.resolve("results.json")));
    }

    @Test
    void compareSaysOfWhichMapsItsIntervalsSpeak() throws IOException {
        Path out = folder.resolve("out");
        String said = run("compare", file.toString(), "--replications", "100", "--out", out.toString());
        assertThat(said)
                .contains("These are means over 7 maps, and intervals speak of these maps and of luck, not of one map.")
                .containsPattern("Joining hands did better on (each|[1-6]) of them\\.")
                .contains("100 paired runs of 2 strategies on 7 maps, seed 1");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("100 paired runs of each strategy on 7 maps")
                .contains("not of one map. Joining hands did better on")
                .contains("The scenario is a family of 7 maps; replication r ran on map (r − 1) mod 7")
                .contains("Drawn anew for each: counts.wheel.");
    }

    @Test
    void resultsHoldTheMaps() throws IOException {
        JsonNode family = compared().get("design").get("family");
        assertThat(family.get("members").intValue()).isEqualTo(7);
        assertThat(family.get("run").intValue()).isEqualTo(7);
        assertThat(family.get("varies").get(0).stringValue()).isEqualTo("counts.wheel");
        // More hands never mend later: on every map the mean over its runs is better.
        assertThat(family.get("favouring").intValue()).isEqualTo(7);
    }

    @Test
    void aMapForEachRunIsSaidToSpeakOfAll() throws IOException {
        Files.writeString(file, FAMILY.replace("members: 7", "members: 1000"));
        JsonNode results = compared();
        assertThat(results.get("design").get("family").get("run").intValue()).isEqualTo(100);
        assertThat(results.get("answer").stringValue())
                .endsWith(
                        "Each run had a map of its own, so intervals speak of all maps that the family could draw, and of"
                                + " luck.");
    }

    @Test
    void oneMapIsNoFamily() throws IOException {
        Files.writeString(file, FAMILY.substring(0, FAMILY.indexOf("vary:")));
        JsonNode results = compared();
        assertThat(results.get("design").get("family").isNull()).isTrue();
        assertThat(results.get("answer").stringValue()).doesNotContain("map");
    }

    @Test
    void checkRunAndShowSayItToo() {
        assertThat(run("check", file.toString()))
                .contains(
                        "A family of 7 maps: runs are spread over them, and intervals speak of the maps and of luck, not"
                                + " of one map.")
                .contains("100 runs on 7 maps");
        assertThat(run("check", file.toString(), "--json")).contains("\"maps\" : 7");
        assertThat(run("run", file.toString(), "--replication", "9")).contains("replication 9, map 2 of 7, 60 days");
        assertThat(run("show", file.toString())).contains("A family of 7 maps; each draws anew: counts.wheel.");
    }
}
