package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostile file costs a message, not the machine. */
class HostileFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEAD =
            "shieldwall: 1\nname: Trap\nstarts: {local: 2015-01-01T00:00, zone: UTC}\nlasts: 1d\n";

    @TempDir
    private Path folder;

    private static Reading read(String text) {
        return assertTimeout(PATIENCE, () -> {
            Reading reading = new ScenarioReader().readText("trap.yaml", text);
            assertThat(reading.render()).isNotEmpty();
            return reading;
        });
    }

    private Reading readFile(String text) throws IOException {
        Path file = folder.resolve("trap.yaml");
        Files.writeString(file, text);
        return assertTimeout(PATIENCE, () -> new ScenarioReader().read(file));
    }

    private static void assertSays(Reading reading, String message) {
        assertThat(reading.scenario()).isNull();
        assertThat(reading.problems()).extracting(problem -> problem.message()).contains(message);
    }

    private static String many(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    @Test
    void deepNesting() {
        assertSays(read("shieldwall: " + "[".repeat(100_000)), "this is nested too deep");
        assertSays(read("{a: ".repeat(100_000)), "this is nested too deep");
        assertSays(read("- ".repeat(100_000) + "a"), "this is nested too deep");
        assertSays(read(HEAD + "summary: " + "[".repeat(41) + "]".repeat(41)), "this is nested too deep");
    }

    @Test
    void aliasesOfAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(5, before)) + "]\n");
        }
        assertSays(read(bomb.toString()), "the file holds too many values");
    }

    @Test
    void tooManyAliases() {
        assertSays(read("a: &a x\nb: [" + "*a, ".repeat(51) + "*a]\n"), "too many aliases");
    }

    @Test
    void anAliasWithinItself() {
        assertSays(read("a: &a [*a]\n"), "nothing is anchored as `a`");
    }

    @Test
    void hugeFiles() throws IOException {
        assertSays(read("#".repeat(2_000_001)), "the file is too big");
        Path file = folder.resolve("huge.yaml");
        Files.write(file, new byte[3_000_000]);
        assertSays(new ScenarioReader().read(file), "the file is too big");
    }

    @Test
    void nothingAtAll() {
        assertSays(read(""), "the file is empty");
        assertSays(read("# only a comment\n"), "the file is empty");
        assertThat(read("null").scenario()).isNull();
        assertThat(read("[]").scenario()).isNull();
    }

    @Test
    void binaryFiles() throws IOException {
        Path file = folder.resolve("binary.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28});
        assertSays(new ScenarioReader().read(file), "this is not UTF-8 text");
        Files.write(file, new byte[] {0, 1, 2, 3});
        assertSays(new ScenarioReader().read(file), "an invisible character stands in the text");
        Files.write(file, "name: a\u202Eb".getBytes(StandardCharsets.UTF_8));
        assertSays(new ScenarioReader().read(file), "an invisible character stands in the text");
    }

    @Test
    void aFileThatUsesItself() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "shieldwall: 1\nuse: [b.yaml]\n");
        Files.writeString(folder.resolve("b.yaml"), "shieldwall: 1\nuse: [a.yaml]\n");
        assertSays(readFile(HEAD + "use: [a.yaml]\n"), "`a.yaml` uses itself");
    }

    @Test
    void tooManyFiles() throws IOException {
        for (int i = 0; i < 60; i++) {
            Files.writeString(folder.resolve("f" + i + ".yaml"), "shieldwall: 1\n");
        }
        assertSays(readFile(HEAD + "use: [" + many(60, i -> "f" + i + ".yaml, ") + "]\n"), "too many files are used");
    }

    @Test
    void filesOutsideTheFolder() throws IOException {
        Path outside = folder.resolve("outside.yaml");
        Files.writeString(outside, "shieldwall: 1\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path file = inner.resolve("trap.yaml");
        Files.writeString(file, HEAD + "use: [../outside.yaml, " + outside + ", \"bad\\0name.yaml\", none.yaml]\n");

        Reading reading = new ScenarioReader().read(file);

        assertSays(reading, "`../outside.yaml` lies outside the scenario's folder");
        assertSays(reading, "`" + outside + "` lies outside the scenario's folder");
        assertSays(reading, "there is no file `none.yaml` here");
        assertThat(reading.problems()).hasSize(4);
    }

    @Test
    void aLinkThatLeadsOutside() throws IOException {
        Path outside = folder.resolve("outside.yaml");
        Files.writeString(outside, "shieldwall: 1\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try {
            Files.createSymbolicLink(inner.resolve("link.yaml"), outside);
        } catch (FileSystemException | UnsupportedOperationException e) {
            return;
        }
        Path file = inner.resolve("trap.yaml");
        Files.writeString(file, HEAD + "use: link.yaml\n");

        assertSays(new ScenarioReader().read(file), "`link.yaml` lies outside the scenario's folder");
    }

    @Test
    void aFileOfTheSameFolderMayBeUsed() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "shieldwall: 1\ntemplates: {pc: {}}\n");
        Reading reading = readFile(HEAD + "use: mine.yaml\norganisations: {o: {kind: academia}}\n"
                + "networks: {n: {organisation: o, assets: {a: {template: pc}}}}\n");

        assertThat(reading.render()).endsWith("trap.yaml: no mistakes\n");
    }

    @Test
    void aMistakeInAUsedFileIsShownThere() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "shieldwall: 1\ntemplates: {pc: {solid: true}}\n");
        Reading reading = readFile(HEAD + "use: mine.yaml\n");

        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0).file()).isEqualTo("mine.yaml");
        assertThat(reading.problems().get(0).line()).isEqualTo(2);
    }

    @Test
    void manyMistakes() {
        Reading reading = read(HEAD + many(100_000, i -> "key" + i + ": 1\n"));

        assertThat(reading.problems()).hasSize(500);
        assertThat(reading.omitted()).isEqualTo(99_500);
        assertThat(reading.summary()).isEqualTo("trap.yaml: 500 errors; 99500 more are not shown");
    }

    @Test
    void manyNamesAndUnknownReferences() {
        String organisations = "organisations:\n" + many(20_000, i -> "  aaaaaaaa" + i + ": {kind: academia}\n");
        String networks = "networks:\n" + many(20_000, i -> "  n" + i + ": {organisation: aaaaaaab" + i + "}\n");

        assertThat(read(HEAD + organisations + networks).scenario()).isNull();
    }

    @Test
    void manySources() {
        assertThat(read(HEAD + "sources:\n" + many(100_000, i -> "  s" + i + ": x\n"))
                        .scenario())
                .isNotNull();
    }

    @Test
    void manyChanges() {
        String organisations = "organisations:\n" + many(5_000, i -> "  o" + i + ": {kind: academia}\n");
        String levers = "levers:\n"
                + many(
                        100,
                        i -> "  l" + i + ": {says: x, kind: unilateral, sets: {organisations.*.security.hardening: "
                                + "0." + (i + 1) + "}}\n");

        assertSays(read(HEAD + organisations + levers), "the levers change too many numbers");
    }

    @Test
    void aLongChainOfSteps() {
        String text = HEAD + "organisations: {o: {kind: academia}}\ntemplates: {pc: {}}\n"
                + "networks: {n: {organisation: o, assets: {a: {template: pc}}}}\ntechniques: {t: {}}\n"
                + "actors: {red: {skill: 0.5, arsenal: [t]}}\ncampaigns:\n  c:\n    actor: red\n    steps:\n"
                + "      s0: {do: t, on: {count: 1}, after: s4999}\n"
                + many(4_999, i -> "      s" + (i + 1) + ": {do: t, on: {count: 1}, after: s" + i + "}\n");

        assertThat(read(text).scenario()).isNull();
    }

    @Test
    void tooManyCopies() {
        String text = HEAD + "techniques: {t: {}}\nactors: {red: {skill: 0.5, arsenal: [t]}}\ncampaigns:\n  c:\n"
                + "    actor: red\n    for-each: {x: [" + many(20_000, i -> "c" + i + ", ") + "]}\n"
                + "    steps: {s: {do: t, on: {any: a}}, r: {do: t, on: {any: a}}}\n";

        assertSays(read(text), "this campaign has too many steps");
    }

    @Test
    void longTexts() {
        String dots = "a" + ".a".repeat(100_000);
        assertThat(read(HEAD + "strategies: {s: []}\nexpect: [{measure: " + dots
                                + ", strategy: s, mean: [1, 2], kind: input}]")
                        .scenario())
                .isNull();
        assertThat(read(HEAD + "levers: {l: {says: x, kind: unilateral, sets: {? " + dots + " : 1}}}")
                        .scenario())
                .isNull();
        assertThat(read(HEAD.replace("1d", "1" + "0".repeat(100_000) + "d")).scenario())
                .isNull();
    }

    @Test
    void whatIsNoFileIsAnIoExceptionAndNothingElse() {
        assertThatIOException().isThrownBy(() -> new ScenarioReader().read(folder.resolve("absent.yaml")));
    }
}
