package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong use is said in plain words, and before anything is simulated. */
class WrongUseTest {
    @TempDir
    Path folder;

    private final Captured captured = new Captured(true);

    private int compareInto(String out) {
        return captured.run("compare", "three-grids", "--replications", "100000", "--out", out);
    }

    private void isRefused(String out, String because) {
        assertThat(compareInto(out)).isEqualTo(Shieldwall.WRONG_USE);
        assertThat(captured.err()).startsWith("error: ").contains(because).doesNotContain("Exception");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        isRefused(file.toString(), "is a file, no folder");
        isRefused(file.resolve("below").toString(), "is a file, no folder");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        isRefused(link.toString(), "is a link that leads nowhere");
    }

    @Test
    void aFolderWhereAFileWouldBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("results.json"));
        isRefused(folder.toString(), "results.json is in the way");
    }

    @Test
    void keptRunsThatAreAPipe() throws IOException, InterruptedException {
        new ProcessBuilder("mkfifo", folder.resolve("runs.kept").toString())
                .start()
                .waitFor();
        isRefused(folder.toString(), "runs.kept is in the way");
    }

    /** A pipe would wait for somebody to write into it. */
    @Test
    @Timeout(30)
    void aScenarioIsAFile() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.yaml");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        for (String command : List.of("lint", "compare", "run", "show", "check")) {
            for (String[] other : new String[][] {
                {pipe.toString(), "it is a pipe or a device, no file"},
                {"/dev/zero", "it is a pipe or a device, no file"},
                {folder.toString(), "it is a folder, no file"}
            }) {
                Captured said = new Captured(true);
                assertThat(said.run(command, other[0])).as(command).isEqualTo(Shieldwall.MISTAKE);
                assertThat(said.err())
                        .as(command)
                        .isEqualTo("error: " + other[0] + " cannot be read: " + other[1] + "\n");
                assertThat(said.out()).isEmpty();
            }
        }
    }

    @Test
    void aPrecisionInAnotherUnit() {
        for (String wanted : List.of("5000 bananas", "2h", "5000 people")) {
            Captured said = new Captured(true);
            assertThat(said.run("compare", "three-grids", "--precision", wanted))
                    .isEqualTo(Shieldwall.WRONG_USE);
            assertThat(said.err())
                    .startsWith("error: --precision: `")
                    .contains("is not the unit of person-hours-lost: write 5%");
        }
    }

    @Test
    void resultsOfAnotherScenarioOfTheSameNameAreNotLost() throws IOException {
        String id = "town-" + folder.getFileName();
        Path out = Path.of("out", id);
        try {
            Path first = copied("two-towns.yaml", folder.resolve("first"), id);
            Path second = copied("two-towns.yaml", folder.resolve("second"), id);
            assertThat(new Captured(true).run("compare", first.toString(), "--replications", "2"))
                    .isZero();
            Captured said = new Captured(true);
            assertThat(said.run("compare", second.toString(), "--replications", "2"))
                    .isEqualTo(Shieldwall.WRONG_USE);
            assertThat(said.err())
                    .startsWith("error: " + out + " holds the results of another scenario, file " + first.toRealPath()
                            + ": name a folder for this one with --out");
            Files.writeString(first, Files.readString(first).replace("name: ", "name: Later, "));
            Captured again = new Captured(true);
            assertThat(again.run("compare", first.toString(), "--replications", "2"))
                    .isZero();
            assertThat(again.err())
                    .isEqualTo("note: the runs kept in " + out
                            + " are of the scenario as it was before it changed; they are replaced\n");
        } finally {
            remove(out);
        }
    }

    private static Path copied(String resource, Path into, String id) throws IOException {
        Files.createDirectories(into);
        Path file = into.resolve(id + ".yaml");
        try (InputStream stream = Objects.requireNonNull(WrongUseTest.class.getResourceAsStream("/" + resource))) {
            Files.copy(stream, file);
        }
        return file;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void noNameAtAll() {
        isRefused("", "--out needs the name of a folder");
    }

    @Test
    void aFolderIntoWhichAnotherRunWrites() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".writing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            isRefused(folder.toString(), "another run writes to " + folder);
        }
    }

    @Test
    void runsOfAnotherSeedAreSaidToBeReplaced() {
        captured.run("compare", "three-grids", "--replications", "2", "--out", folder.toString());
        assertThat(captured.err()).isEmpty();
        captured.run("compare", "three-grids", "--replications", "2", "--seed", "2", "--out", folder.toString());
        assertThat(captured.err())
                .isEqualTo("note: the runs kept in " + folder + " are of another seed; they are replaced\n");
        assertThat(folder.resolve(".writing")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "comapre,, there is no command `comapre`",
        "compare, --seed=text, --seed: `text` is no whole number",
        "compare, --replications=99999999999, --replications: 99999999999 is too large",
        "compare, --thread=2, shieldwall compare has no option `--thread=2`",
        "list, more, shieldwall list does not know what to do with `more`"
    })
    void argumentsThatNobodyKnows(String command, String argument, String said) {
        String[] arguments = argument == null
                ? new String[] {command}
                : command.equals("compare")
                        ? new String[] {command, "three-grids", argument}
                        : new String[] {command, argument};
        assertThat(captured.run(arguments)).isEqualTo(Shieldwall.WRONG_USE);
        assertThat(captured.err()).startsWith("error: " + said);
    }

    @Test
    void outputThatIsLostIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Terminal terminal = Terminal.of(
                new PrintStream(full, true, StandardCharsets.UTF_8),
                captured.terminal().err(),
                true);
        for (String[] command : new String[][] {{"list"}, {"run", "three-grids"}, {"schema"}, {"compare", "--help"}}) {
            assertThat(Shieldwall.run(terminal, command)).isEqualTo(Shieldwall.FAILED);
        }
        assertThat(captured.err()).contains("could not be written");
    }
}
