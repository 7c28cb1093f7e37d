package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mistake, or one thing that is allowed but pointless, with its place.
 *
 * @param message what is wrong, in one line
 * @param at where
 * @param notes what was expected or is known, a line each
 * @param other the place of the other party, where there is one
 */
public record Problem(
        Severity severity,
        String message,
        Mark at,
        List<String> notes,
        @Nullable Mark other) {

    public enum Severity {
        ERROR,
        WARNING
    }

    /** @param label what is said beside the marked spot; may be empty */
    public record Mark(Span span, String label) {}

    public static Problem error(Span span, String message, String label) {
        return new Problem(Severity.ERROR, message, new Mark(span, label), List.of(), null);
    }

    public static Problem warning(Span span, String message, String label) {
        return new Problem(Severity.WARNING, message, new Mark(span, label), List.of(), null);
    }

    public Problem note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Problem(severity, message, at, List.copyOf(more), other);
    }

    public Problem seeing(Span span, String label) {
        return new Problem(severity, message, at, notes, new Mark(span, label));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public String file() {
        return at.span().source().name();
    }

    /** Counted from 1. */
    public int line() {
        return at.span().line();
    }

    /** Counted from 1, in code points. */
    public int column() {
        return at.span().column();
    }

    /** As compilers show it: message, place, the line with the spot marked, what was expected. */
    public String render() {
        return ProblemDrawing.draw(this);
    }

    @Override
    public String toString() {
        return at.span() + ": " + message;
    }
}
