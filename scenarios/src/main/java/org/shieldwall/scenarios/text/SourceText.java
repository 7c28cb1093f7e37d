package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.List;

/** A text under the name that messages show, split into lines. */
public final class SourceText {
    private final String name;
    private final int order;
    private final String text;
    private final List<String> lines;

    /** @param order place among the files of one reading: 0 for the scenario, then what it uses */
    public SourceText(String name, int order, String text) {
        this.name = name;
        this.order = order;
        this.text = text;
        this.lines = split(text);
    }

    public String name() {
        return name;
    }

    public int order() {
        return order;
    }

    public String text() {
        return text;
    }

    /** @param number counted from 1; lines beyond the end are empty */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The place of a position in the text. */
    public Span spanAt(int index, int length) {
        int line = 1;
        int start = 0;
        for (String each : lines) {
            if (index <= start + each.length()) {
                break;
            }
            start += each.length() + 1;
            line++;
        }
        int column = Math.max(0, Math.min(index - start, line(line).length()));
        return new Span(this, line, line(line).codePointCount(0, column) + 1, length);
    }

    private static List<String> split(String text) {
        List<String> result = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                result.add(text.substring(start, i));
                start = i + 1;
            }
        }
        result.add(text.substring(start));
        return result;
    }
}
