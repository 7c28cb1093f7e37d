package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dice before the quicker tests of the battery {@code dieharder}, where it is installed. */
@Tag("slow")
class DieharderTest {

    private static final Path DIEHARDER = Path.of("/usr/bin/dieharder");

    @ParameterizedTest(name = "test {1} on {0}")
    @CsvSource({
        "INTERLEAVED, 8",
        "INTERLEAVED, 15",
        "INTERLEAVED, 100",
        "INTERLEAVED, 101",
        "INTERLEAVED, 102",
        "SUBJECTS, 15",
        "SUBJECTS, 100",
        "SUBJECTS, 101",
        "PURPOSES, 15",
        "PURPOSES, 100",
        "PURPOSES, 101",
        "RUNS, 15",
        "RUNS, 100",
        "RUNS, 101",
        "DRAWS, 15",
        "DRAWS, 100",
        "DRAWS, 101"
    })
    void findsNothing(DiceStream.Walk walk, int test) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(DIEHARDER), "dieharder is not installed (Debian: apt-get install dieharder)");
        Path report = Files.createTempFile("dieharder", ".txt");
        Process battery = new ProcessBuilder(DIEHARDER.toString(), "-d", Integer.toString(test), "-g", "200")
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        try (OutputStream out = battery.getOutputStream()) {
            DiceStream.write(walk, out, Long.MAX_VALUE);
        } catch (IOException theBatteryHasReadEnough) {
            // It closes the pipe when it is done; its report says whether it was.
        }
        assertThat(battery.waitFor()).isZero();
        assertThat(Files.readString(report, StandardCharsets.UTF_8))
                .containsPattern("PASSED|WEAK")
                .doesNotContain("FAILED");
        Files.delete(report);
    }
}
