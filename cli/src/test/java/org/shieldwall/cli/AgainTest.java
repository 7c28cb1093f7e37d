package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command that a report prints gives the same files again. */
@DisabledOnOs(OS.WINDOWS)
class AgainTest {
    @TempDir
    Path folder;

    /** As a shell would split it. */
    private static List<String> split(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
        String words = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return new ArrayList<>(Arrays.asList(words.split("\n")));
    }

    @Test
    void everyOptionThatChangesTheResultIsInIt() throws IOException, InterruptedException {
        Path file = folder.resolve("two towns' night.yaml");
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/two-towns.yaml"))) {
            Files.copy(stream, file);
        }
        Path first = folder.resolve("first");
        Captured captured = new Captured(true);
        int code = captured.run(
                "compare",
                file.toString(),
                "--strategies",
                "isolated,joint",
                "--precision",
                "90000 person-hours",
                "--replications",
                "150",
                "--seed",
                "4",
                "--threads",
                "1",
                "--out",
                first.toString());
        assertThat(code).as(captured.err()).isZero();
        String command = JsonMapper.shared()
                .readTree(Files.readString(first.resolve("results.json")))
                .get("command")
                .stringValue();

        List<String> words = split(command);
        assertThat(words.remove(0)).isEqualTo("./shieldwall");
        Path second = folder.resolve("second");
        words.addAll(List.of("--out", second.toString()));
        assertThat(new Captured(true).run(words.toArray(String[]::new))).isZero();

        for (String name : List.of("results.json", "report.html", "runs.csv")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(Files.readString(first.resolve("report.html"))).contains(command.replace("'", "&#39;"));
    }
}
