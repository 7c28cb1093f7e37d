package org.shieldwall.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.language.ScenarioText;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.SourceText;
import org.shieldwall.scenarios.text.Span;
import org.shieldwall.scenarios.text.YamlText;

/** Reads scenarios: every mistake of a file at once, each with its place; never an exception for what a file says. */
public final class ScenarioReader {

    /**
     * Reads a scenario of the library by its id, or a file.
     *
     * @throws IOException where the file cannot be read at all
     */
    public Reading read(String idOrPath) throws IOException {
        byte[] shipped = Library.open(idOrPath);
        if (shipped != null) {
            return read(idOrPath, idOrPath + Library.ENDING, shipped, null);
        }
        return read(Path.of(idOrPath));
    }

    /**
     * @throws NotAFileException where there is something else: a folder, or a pipe that would wait for who writes into it
     * @throws IOException where the file cannot be read at all
     */
    public Reading read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotAFileException(file.toString(), Files.isDirectory(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(Includes.MOST_BYTES + 1);
            return read(id(file), shown(file), bytes, folder);
        }
    }

    /** Reads a text that stands in no folder: it may use the library, but no files. */
    public Reading readText(String name, String text) {
        String id = name.endsWith(Library.ENDING) ? name.substring(0, name.length() - Library.ENDING.length()) : name;
        return read(id, name, text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** As it was given, so that a terminal can open it; without characters that would steer the terminal. */
    private static String shown(Path file) {
        return file.toString().replaceAll("\\p{C}", "?");
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Reading read(String id, String name, byte[] bytes, @Nullable Path folder) {
        Problems problems = new Problems();
        Scenario scenario = null;
        Includes includes = new Includes(folder, problems);
        SourceText source = includes.decode(name, bytes);
        try {
            Node root = source == null ? null : YamlText.compose(source, problems);
            if (root != null) {
                List<Node> used = includes.of(root);
                scenario = ScenarioText.read(id, root, used, problems);
            }
        } catch (StackOverflowError e) {
            SourceText shown = source == null ? new SourceText(name, 0, "") : source;
            problems.add(Problem.error(new Span(shown, 1, 1, 1), "the file is too deeply entangled", "simplify it"));
        }
        return new Reading(name, problems.haveErrors() ? null : scenario, problems.inOrder(), problems.omitted());
    }
}
