package org.shieldwall.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.SourceText;
import org.shieldwall.scenarios.text.Span;
import org.shieldwall.scenarios.text.YamlText;

/** The files that a scenario uses: parts of the library, or files inside its own folder; each once, without loops. */
final class Includes {
    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_FILES = 50;
    private static final String USE = "use";

    private final @Nullable Path folder;
    private final Problems problems;
    private final List<Node> composed = new ArrayList<>();
    private final Map<String, Boolean> finished = new HashMap<>();
    private int order;

    Includes(@Nullable Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The files that a text uses, and those that they use, in the order of use. */
    List<Node> of(Node root) {
        follow(root);
        return List.copyOf(composed);
    }

    private void follow(Node root) {
        Node.Entry use = root instanceof Node.Mapping mapping ? mapping.entry(USE) : null;
        if (use == null) {
            return;
        }
        List<Node> items = use.value() instanceof Node.Listing listing ? listing.items() : List.of(use.value());
        for (Node item : items) {
            if (item instanceof Node.Scalar name && !name.text().isBlank()) {
                include(name);
            }
        }
    }

    private void include(Node.Scalar name) {
        if (problems.haveErrorAt(name.span())) {
            return;
        }
        Boolean done = finished.get(name.text());
        if (done != null) {
            if (!done) {
                problems.add(Problem.error(name.span(), "`" + name.text() + "` uses itself", "a loop"));
            }
            return;
        }
        if (finished.size() >= MOST_FILES) {
            problems.add(Problem.error(name.span(), "too many files are used", "at most " + MOST_FILES));
            return;
        }
        finished.put(name.text(), false);
        SourceText source = open(name);
        Node root = source == null ? null : YamlText.compose(source, problems);
        if (root != null) {
            follow(root);
            composed.add(root);
        }
        finished.put(name.text(), true);
    }

    private @Nullable SourceText open(Node.Scalar name) {
        byte[] shipped = Library.open(name.text());
        if (shipped != null) {
            if (Library.scenarioIds().contains(name.text())) {
                problems.add(Problem.error(
                        name.span(), "`" + name.text() + "` is a scenario", "use parts of the library only"));
                return null;
            }
            return decode(name.text() + Library.ENDING, shipped);
        }
        if (name.text().startsWith("/")
                || name.text().contains("..")
                || name.text().contains("\\")) {
            problems.add(Problem.error(
                    name.span(), "`" + name.text() + "` lies outside the scenario's folder", "not allowed"));
            return null;
        }
        if (!name.text().endsWith(Library.ENDING)) {
            List<String> parts = Library.ids().stream()
                    .filter(id -> !Library.scenarioIds().contains(id))
                    .toList();
            String nearest = Nearest.to(name.text(), parts);
            problems.add(Problem.error(
                            name.span(),
                            "the library has no `" + name.text() + "`",
                            nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                    .note("its parts: " + String.join(", ", parts)));
            return null;
        }
        return openFile(name);
    }

    private @Nullable SourceText openFile(Node.Scalar name) {
        if (folder == null) {
            problems.add(Problem.error(
                    name.span(), "this text stands in no folder", "only parts of the library can be used"));
            return null;
        }
        try {
            Path real = folder.toRealPath();
            Path wanted = folder.resolve(name.text()).normalize();
            if (!wanted.startsWith(folder.normalize()) || !wanted.toRealPath().startsWith(real)) {
                problems.add(Problem.error(
                        name.span(), "`" + name.text() + "` lies outside the scenario's folder", "not allowed"));
                return null;
            }
            if (!Files.isRegularFile(wanted)) {
                problems.add(Problem.error(name.span(), "`" + name.text() + "` is not a file", "cannot be read"));
                return null;
            }
            try (InputStream stream = Files.newInputStream(wanted)) {
                return decode(name.text(), stream.readNBytes(MOST_BYTES + 1));
            }
        } catch (IOException | InvalidPathException e) {
            problems.add(Problem.error(name.span(), "there is no file `" + name.text() + "` here", "cannot be read"));
            return null;
        }
    }

    /** The text of a file; null where it is too big or no text, which is reported. */
    @Nullable
    SourceText decode(String name, byte[] bytes) {
        int place = order++;
        if (bytes.length > MOST_BYTES) {
            reportFile(name, place, "", "the file is too big", "at most " + MOST_BYTES + " bytes");
            return null;
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var result = decoder.decode(input, text, true);
            if (result.isError()) {
                result.throwException();
            }
            decoder.flush(text);
        } catch (CharacterCodingException e) {
            text.flip();
            SourceText until = new SourceText(name, place, text.toString());
            problems.add(Problem.error(
                    until.spanAt(until.text().length(), 1), "this is not UTF-8 text", "a byte that is no character"));
            return null;
        }
        text.flip();
        String decoded = text.toString().replace("\r\n", "\n");
        return new SourceText(name, place, decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    private void reportFile(String name, int place, String text, String message, String label) {
        problems.add(Problem.error(new Span(new SourceText(name, place, text), 1, 1, 1), message, label));
    }
}
