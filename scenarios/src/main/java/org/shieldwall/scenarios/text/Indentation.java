package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a line that stands a little too far right or left to belong to the lines above it. */
final class Indentation {
    /** A line that is further off was probably meant to stand elsewhere. */
    private static final int MOST_OFF = 3;

    private Indentation() {}

    /** A column in which lines stand that are still open, and the last of these lines. */
    private record Level(int indent, int line, boolean isDash) {}

    /** Null where the line of a mistake stands as far right as some open line above it. */
    static @Nullable Problem mistake(Span broken) {
        SourceText source = broken.source();
        String line = source.line(broken.line());
        int indent = indent(line);
        if (indent < 0 || line.startsWith("\t")) {
            return null;
        }
        List<Level> levels = open(source, broken.line());
        if (!levels.isEmpty()
                && indent > levels.get(0).indent()
                && source.line(levels.get(0).line())
                        .replaceAll("\\s#.*", "")
                        .stripTrailing()
                        .endsWith(":")) {
            return null;
        }
        Level nearest = null;
        for (Level level : levels) {
            if (level.indent() == indent) {
                return null;
            }
            boolean candidate = level.isDash() == line.startsWith("- ", indent);
            if (candidate
                    && (nearest == null || Math.abs(level.indent() - indent) < Math.abs(nearest.indent() - indent))) {
                nearest = level;
            }
        }
        int off = nearest == null ? 0 : indent - nearest.indent();
        if (nearest == null || Math.abs(off) > MOST_OFF) {
            return null;
        }
        String spaces = Math.abs(off) == 1 ? "one space" : Math.abs(off) + " spaces";
        return Problem.error(
                        new Span(source, broken.line(), indent + 1, 1),
                        "this line stands " + spaces + " too far " + (off > 0 ? "right" : "left"),
                        "it begins in column " + (indent + 1))
                .seeing(
                        new Span(source, nearest.line(), nearest.indent() + 1, 1),
                        "this one in column " + (nearest.indent() + 1));
    }

    /** From the line above outwards, each level once. After a dash stands a level of its own. */
    private static List<Level> open(SourceText source, int before) {
        List<Level> levels = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int number = before - 1; number >= 1 && least > 0; number--) {
            String line = source.line(number);
            int indent = indent(line);
            if (indent < 0) {
                continue;
            }
            int inner = indent;
            while (line.startsWith("- ", inner)) {
                inner += 2;
            }
            for (int at : inner > indent ? new int[] {inner, indent} : new int[] {indent}) {
                if (at < least) {
                    least = at;
                    levels.add(new Level(at, number, line.startsWith("- ", at)));
                }
            }
        }
        return levels;
    }

    /** Spaces before the first letter; −1 where nothing but a comment stands there. */
    private static int indent(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#")
                ? -1
                : line.length() - line.stripLeading().length();
    }
}
