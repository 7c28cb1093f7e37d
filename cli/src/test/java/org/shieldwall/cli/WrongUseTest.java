package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
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
