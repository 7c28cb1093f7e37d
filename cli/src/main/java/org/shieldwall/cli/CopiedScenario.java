package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A scenario of the library as the beginning of somebody's own: under another title, with marks where it must be made one's
 * own, and without the sources of its expectations, which report what happened elsewhere.
 */
final class CopiedScenario {
    private static final String MARK = "# yours:";
    private static final Pattern SOURCE = Pattern.compile(", source: [A-Za-z0-9-]+(?=[,}])");

    private final String id;
    private final String text;

    /** @param text of a scenario of the library */
    CopiedScenario(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** @param name of the new file, without its ending: {@code my-town} becomes the title "My town" */
    String under(String name) {
        List<String> lines = new ArrayList<>();
        boolean expecting = false;
        for (String line : text.split("\n", -1)) {
            boolean top = !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#");
            expecting = line.startsWith("expect:") || (expecting && !top);
            if (line.startsWith("name:")) {
                lines.add("# A copy of " + id + " to be changed; what is said of it below speaks of the original.");
                lines.add("name: \"" + title(name) + "\"");
            } else {
                mark(line, lines);
                lines.add(expecting ? SOURCE.matcher(line).replaceAll("") : line);
            }
        }
        return String.join("\n", lines);
    }

    /** Only where the author has not marked the place himself. */
    private static void mark(String line, List<String> lines) {
        if (line.contains(MARK) || isMarkedAbove(lines)) {
            return;
        }
        if (line.startsWith("summary:")) {
            lines.add(MARK + " what it is about");
        } else if (line.startsWith("levers:")) {
            lines.add(MARK + " what could be done about it, and at what price");
        } else if (line.startsWith("expect:")) {
            lines.add(MARK + " what you expect to come out; these lines were written for the original");
        }
    }

    /** In any line of the comment that stands right above. */
    private static boolean isMarkedAbove(List<String> lines) {
        for (int above = lines.size() - 1; above >= 0 && lines.get(above).startsWith("#"); above--) {
            if (lines.get(above).startsWith(MARK)) {
                return true;
            }
        }
        return false;
    }

    private static String title(String name) {
        String words = name.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty() ? "My scenario" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
