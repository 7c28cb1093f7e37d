package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final String scenario = path("two-towns.yaml");
    private final Captured captured = new Captured(true);

    private static String path(String resource) {
        try {
            return Path.of(Objects.requireNonNull(CommandsTest.class.getResource("/" + resource))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String altered(String from, String to) {
        try {
            String text = Files.readString(Path.of(scenario));
            assertThat(text).contains(from);
            Path file = folder.resolve("altered.yaml");
            Files.writeString(file, text.replace(from, to));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int compare(Captured into, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "compare",
                scenario,
                "--replications",
                "120",
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return into.run(arguments.toArray(String[]::new));
    }

    @Test
    void compareSaysTheAnswerFirstAndWritesWhereItWasTold() {
        assertThat(compare(captured)).isZero();

        assertThat(captured.out().strip()).matches("(?s)(Yes|No|Not told).*");
        assertThat(captured.out())
                .contains("paired runs of 3 strategies, seed 1.")
                .contains("strike");
        assertThat(captured.out().lines()).allMatch(line -> line.length() <= 80 || line.contains(folder.toString()));
        assertThat(captured.err()).isEmpty();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/results.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/runs.csv")).isNotEmptyFile();
    }

    @Test
    void theStrikeIsTheStepThatOthersWaitFor() {
        captured.run("compare", "three-grids", "--replications", "2", "--out", folder.toString());

        // Firmware and telephones break too, but only once the strike has fallen.
        assertThat(captured.out()).contains("strike").doesNotContain("blind").doesNotContain("mute");
    }

    @Test
    void theLibraryIsListed() {
        assertThat(captured.run("list")).isZero();
        assertThat(captured.out())
                .contains("\nfirst-steps")
                .contains("\nthree-grids")
                .contains("evening-strike")
                .contains("theory/");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Captured again = new Captured(true);
        compare(captured);
        byte[] results = Files.readAllBytes(folder.resolve("out/results.json"));
        byte[] runs = Files.readAllBytes(folder.resolve("out/runs.csv"));
        Files.delete(folder.resolve("out/runs.kept"));
        compare(again, "--threads", "3");

        assertThat(again.out()).isEqualTo(captured.out());
        assertThat(Files.readAllBytes(folder.resolve("out/results.json"))).isEqualTo(results);
        assertThat(Files.readAllBytes(folder.resolve("out/runs.csv"))).isEqualTo(runs);
    }

    @Test
    void jsonIsTheFileAndNothingElse() throws IOException {
        assertThat(compare(captured, "--json", "--strategies", "alone,joint", "--seed", "7"))
                .isZero();

        assertThat(captured.out()).isEqualTo(Files.readString(folder.resolve("out/results.json")));
        JsonNode results = JSON.readTree(captured.out());
        assertThat(results.get("seed").asInt()).isEqualTo(7);
        assertThat(results.get("strategies").get(0).get("name").asString()).isEqualTo("isolated");
        assertThat(results.get("comparisons").get(0).get("baseline").asString()).isEqualTo("alone");
        assertThat(results.get("estimates").get(0).get("path").asString()).isEqualTo("crews.north-crews.count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strategies=isolated,joined", "--precision=narrow", "--replications=1", "--thread=2"})
    void wrongUseIsExplained(String option) {
        assertThat(compare(captured, option)).isEqualTo(2);

        assertThat(captured.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
    }

    @Test
    void aMistakeInTheScenarioIsShownWhereItStands() {
        String file = altered("people: 100000", "poeple: 100000");

        assertThat(captured.run("compare", file)).isEqualTo(1);
        assertThat(captured.err()).contains("poeple").contains("did you mean").contains("altered.yaml");
        Captured lint = new Captured(true);
        assertThat(lint.run("lint", file)).isEqualTo(1);
        assertThat(lint.out()).contains("poeple").contains("1 error");
        Captured json = new Captured(true);
        assertThat(json.run("lint", "--json", file)).isEqualTo(1);
        assertThat(JSON.readTree(json.out()).get(0).get("line").asInt()).isPositive();
    }

    @Test
    void lintOfARightFile() {
        assertThat(captured.run("lint", scenario)).isZero();
        assertThat(captured.out()).endsWith("two-towns.yaml: no mistakes\n");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(captured.run("run", "no-such-scenario")).isEqualTo(1);
        assertThat(captured.err()).contains("no-such-scenario").contains("./shieldwall list");
    }

    @Test
    void oneRunIsToldInSentences() {
        assertThat(captured.run("run", scenario, "--strategy", "isolated")).isZero();

        assertThat(captured.out())
                .contains("Two towns, one night    isolated, seed 1, 120 days")
                .contains("■ night begins")
                .contains("falls to 0 %")
                .contains("phishing on north-pc")
                .contains("people without service, peak")
                .contains("person-hours lost")
                .contains("One run has no interval.");
        assertThat(captured.out().lines())
                .filteredOn(line -> !line.contains("compare"))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void factsAreJsonLinesThatNameTheirCauses() {
        assertThat(captured.run("run", scenario, "--facts")).isZero();

        List<JsonNode> facts = captured.out().lines().map(JSON::readTree).toList();
        assertThat(facts.get(0).get("kind").asString()).isEqualTo("run-started");
        assertThat(facts.get(facts.size() - 1).get("kind").asString()).isEqualTo("run-ended");
        List<String> keys =
                facts.stream().map(fact -> fact.get("key").asString()).toList();
        assertThat(facts.stream().filter(fact -> fact.has("trigger")))
                .isNotEmpty()
                .allMatch(fact -> keys.contains(fact.get("trigger").asString()));
    }

    @Test
    void theMeasuresOfOneRunForMachines() {
        assertThat(captured.run("run", scenario, "--json", "--seed", "3", "--replication", "4"))
                .isZero();

        JsonNode run = JSON.readTree(captured.out());
        assertThat(run.get("replication").asInt()).isEqualTo(4);
        assertThat(run.get("measures").get("person-hours-lost").get("unit").asString())
                .isEqualTo("person-hours");
    }

    @Test
    void checkTriesExpectationsAndTheirCauses() {
        assertThat(captured.run("check", scenario)).isZero();
        assertThat(captured.out())
                .contains("held       every run of people-without-service.peak")
                .contains("without night.foothold: 0.0 %")
                .contains("missed, as it")
                .contains("Expectations: 2 of 2 held.");
    }

    @Test
    void aMissedExpectationIsExitCodeOne() {
        String file = altered("share: [20%, 100%]", "share: [1%, 2%]");

        assertThat(captured.run("check", "--no-masks", file)).isEqualTo(1);
        assertThat(captured.out()).contains("Expectations: 1 of 2 held; 1 missed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "lint", "run", "compare", "check"})
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(captured.run(command, "--help")).isZero();
        assertThat(captured.out())
                .contains("Usage: shieldwall " + command)
                .contains("Example: ./shieldwall " + command);
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(captured.run()).isZero();
        assertThat(captured.out()).contains("compare").contains("Example: ./shieldwall compare three-grids");
    }
}
