package org.shieldwall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.Library;

/**
 * Whose results a folder holds: a scenario of the library, or a file. Files in different places may have one name, and so
 * one folder where none is named.
 */
final class FolderOwner {
    static final String FILE = ".scenario";
    private static final int LONGEST = 10_000;

    private FolderOwner() {}

    /** What a scenario was called by, in words that are the same from wherever it is called. */
    static String of(String idOrFile) {
        if (Library.open(idOrFile) != null) {
            return "library " + idOrFile;
        }
        Path file = Path.of(idOrFile);
        try {
            return "file " + relative(file.toRealPath());
        } catch (IOException e) {
            return "file " + file;
        }
    }

    /** From where the command was called, so that a whole tree of folders may move. */
    private static Path relative(Path real) throws IOException {
        Path here = Path.of("").toRealPath();
        return real.startsWith(here) ? here.relativize(real) : real;
    }

    /** Null where the folder does not say. */
    static @Nullable String read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Files.readString(file).strip()
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    static void write(Path folder, String owner) throws IOException {
        Files.writeString(folder.resolve(FILE), owner + "\n", StandardCharsets.UTF_8);
    }
}
