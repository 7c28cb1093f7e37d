package org.shieldwall.cli;

import java.util.List;

/**
 * At most two lines on standard error that rewrite themselves, for work that takes longer than a second while a person
 * watches; they vanish when it is done.
 */
final class ProgressLines implements AutoCloseable {
    private static final long APPEARS_AFTER_NANOS = 1_000_000_000L;
    private static final long REWRITE_EVERY_NANOS = 100_000_000L;
    private static final int LEAST_BAR_COLUMNS = 6;
    private static final int MOST_BAR_COLUMNS = 26;

    private final Terminal terminal;
    private final long begun = System.nanoTime();
    private long written = begun;
    private int lines;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether an update would be shown now: cheaper than making its words. */
    synchronized boolean isDue() {
        long now = System.nanoTime();
        return terminal.isProgressWatched() && now - begun > APPEARS_AFTER_NANOS && now - written > REWRITE_EVERY_NANOS;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    synchronized void show(List<String> text) {
        written = System.nanoTime();
        StringBuilder screen = new StringBuilder(erased());
        for (String line : text) {
            String shown = terminal.shown(line);
            screen.append(shown, 0, Math.min(shown.length(), terminal.width() - 1))
                    .append('\n');
        }
        lines = text.size();
        terminal.errorRaw(screen.toString());
    }

    /** {@code three-grids  █████░░░░░  text}, with a bar as long as there is room. */
    String withBar(String name, double share, String text) {
        int room = terminal.width() - 1 - name.length() - text.length() - 4;
        int columns = Math.max(LEAST_BAR_COLUMNS, Math.min(MOST_BAR_COLUMNS, room));
        int full = (int) Math.round(Math.min(1, Math.max(0, share)) * columns);
        return name + "  " + "█".repeat(full) + "░".repeat(columns - full) + "  " + text;
    }

    private String erased() {
        return lines == 0 ? "" : "\u001b[%dA\u001b[0J".formatted(lines);
    }

    @Override
    public synchronized void close() {
        if (lines > 0) {
            terminal.errorRaw(erased());
            lines = 0;
        }
    }
}
