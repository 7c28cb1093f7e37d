package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptTest {
    @TempDir
    Path folder;

    private Process shieldwall(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Shieldwall.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static void controlC(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsFinishedIsKeptEvaluatedAndGoneOnWith() throws IOException, InterruptedException {
        String[] arguments = {
            "compare", "three-grids", "--precision", "0.001%", "--replications", "1000000", "--out", folder.toString()
        };
        Process process = shieldwall(arguments);
        Path kept = folder.resolve("runs.kept");
        while (process.isAlive() && (!Files.exists(kept) || Files.size(kept) < 100_000)) {
            Thread.sleep(50);
        }
        controlC(process);

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(output())
                .contains("Stopped after ")
                .contains("they are kept")
                .contains("Go on: ./shieldwall compare three-grids --precision 0.001% --replications 1000000");
        assertThat(folder.resolve("results.json")).isNotEmptyFile();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.size(kept)).isGreaterThan(100_000);
    }

    @Test
    void goneOnWithItIsAsIfNothingHadStoppedIt() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        String[] arguments = {
            "compare", "three-grids", "--precision", "0.001%", "--replications", "900", "--out", broken.toString()
        };
        Process process = shieldwall(arguments);
        Path kept = broken.resolve("runs.kept");
        while (process.isAlive() && (!Files.exists(kept) || Files.size(kept) < 100_000)) {
            Thread.sleep(20);
        }
        controlC(process);
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(Files.readString(broken.resolve("results.json")))
                .contains("\"stopped\" : true")
                .contains("\"answer\" : \"Stopped after ");
        assertThat(Files.readString(broken.resolve("report.html"))).contains("Stopped after ");

        assertThat(new Captured(true).run(arguments)).isZero();
        arguments[arguments.length - 1] = whole.toString();
        assertThat(new Captured(true).run(arguments)).isZero();

        for (String name : List.of("results.json", "report.html", "runs.csv")) {
            assertThat(broken.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
        }
    }

    @Test
    void checkSaysWhatItDidNotTry() throws IOException, InterruptedException {
        Process process = shieldwall("check", "theory/b9-and-or", "health-service-2021");
        // The first is told once it is done; the second takes many times as long.
        while (process.isAlive() && !output().contains("theory/b9-and-or")) {
            Thread.sleep(50);
        }
        controlC(process);

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(output()).contains("were not tried to the end");
    }
}
