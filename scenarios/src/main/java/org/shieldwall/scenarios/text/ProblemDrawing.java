package org.shieldwall.scenarios.text;

import java.util.Locale;

/** Draws a problem: message, place, the line itself with the spot marked, notes, the other place. */
final class ProblemDrawing {
    /** Longer lines are cut to a window around the spot. */
    private static final int WIDEST_LINE = 200;

    private static final int WINDOW_BEFORE = 60;
    private static final int NARROWEST_GUTTER = 2;

    private final StringBuilder out = new StringBuilder();
    private final int gutter;

    private ProblemDrawing(int gutter) {
        this.gutter = gutter;
    }

    static String draw(Problem problem) {
        int lastLine = problem.line();
        Problem.Mark other = problem.other();
        if (other != null) {
            lastLine = Math.max(lastLine, other.span().line());
        }
        var drawing = new ProblemDrawing(
                Math.max(NARROWEST_GUTTER, Integer.toString(lastLine).length()));
        drawing.out
                .append(problem.severity().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(visible(problem.message()))
                .append('\n');
        drawing.mark(problem.at(), '^');
        for (String note : problem.notes()) {
            drawing.margin("= ").append(visible(note)).append('\n');
        }
        if (other != null) {
            drawing.mark(other, '-');
        }
        return drawing.out.toString();
    }

    private void mark(Problem.Mark mark, char sign) {
        Span span = mark.span();
        margin("┌─ ").append(span).append('\n');
        int[] line = visible(span.source().line(span.line())).codePoints().toArray();
        int from = Math.min(span.column() - 1, line.length);
        int length = Math.max(1, Math.min(span.length(), line.length - from));
        int start = line.length > WIDEST_LINE ? Math.max(0, from - WINDOW_BEFORE) : 0;
        int end = Math.min(line.length, start + WIDEST_LINE);
        length = Math.max(1, Math.min(length, end - from));
        String shown = (start > 0 ? "…" : "") + new String(line, start, end - start) + (end < line.length ? "…" : "");
        int indent = from - start + (start > 0 ? 1 : 0);
        String number = Integer.toString(span.line());
        out.append(" ".repeat(gutter - number.length()))
                .append(number)
                .append("│ ")
                .append(shown)
                .append('\n');
        margin("│ ").append(" ".repeat(indent)).append(String.valueOf(sign).repeat(length));
        if (!mark.label().isEmpty()) {
            out.append(' ').append(visible(mark.label()));
        }
        out.append('\n');
    }

    private StringBuilder margin(String sign) {
        return out.append(" ".repeat(gutter)).append(sign);
    }

    /** What a terminal would act on instead of showing becomes a sign of its own, one for one. */
    private static String visible(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> result.append(c == '\t' ? ' ' : '\uFFFD');
                case Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> result.append('\uFFFD');
                default -> result.appendCodePoint(c);
            }
        });
        return result.toString();
    }
}
