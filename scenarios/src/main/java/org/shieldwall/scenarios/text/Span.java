package org.shieldwall.scenarios.text;

import java.util.Comparator;

/**
 * A stretch of one line.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length in code points, at least 1
 */
public record Span(SourceText source, int line, int column, int length) implements Comparable<Span> {
    private static final Comparator<Span> ORDER = Comparator.<Span>comparingInt(span -> span.source.order())
            .thenComparing(span -> span.source.name())
            .thenComparingInt(Span::line)
            .thenComparingInt(Span::column)
            .thenComparingInt(Span::length);

    public Span {
        length = Math.max(1, length);
    }

    /** What stands there. */
    public String text() {
        String text = source.line(line);
        int from = text.offsetByCodePoints(0, Math.min(column - 1, text.codePointCount(0, text.length())));
        int left = text.codePointCount(from, text.length());
        return text.substring(from, text.offsetByCodePoints(from, Math.min(length, left)));
    }

    /** A part of this stretch. */
    public Span part(int from, int partLength) {
        return new Span(source, line, column + from, partLength);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source.name() + ":" + line + ":" + column;
    }
}
