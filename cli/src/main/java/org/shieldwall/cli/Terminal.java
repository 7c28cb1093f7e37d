package org.shieldwall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where output goes and what it can show: width, colour, characters, and whether a person watches.
 *
 * <p>Colour repeats what a mark already says, and is left out where {@code NO_COLOR} is set or nobody watches. Where the
 * locale is not Unicode every mark has its ASCII form.
 */
final class Terminal {
    private static final int DEFAULT_WIDTH = 80;
    private static final int WIDEST = 120;

    /** The meanings that have a colour and a mark, the same as on all pages. */
    enum Meaning {
        ATTACK("■", "38;5;166"),
        DEFENCE("●", "38;5;32"),
        COOPERATION("◆", "38;5;36"),
        LOSS("█", "1"),
        NONE(" ", "0");

        final String mark;
        private final String code;

        Meaning(String mark, String code) {
            this.mark = mark;
            this.code = code;
        }
    }

    private static final Map<Character, String> ASCII = Map.ofEntries(
            Map.entry('■', "#"),
            Map.entry('●', "o"),
            Map.entry('◆', "+"),
            Map.entry('█', "="),
            Map.entry('░', "."),
            Map.entry('│', "|"),
            Map.entry('├', "["),
            Map.entry('┤', "]"),
            Map.entry('┌', "+"),
            Map.entry('└', "+"),
            Map.entry('─', "-"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('±', "+-"),
            Map.entry('×', "x"),
            Map.entry('…', "..."),
            Map.entry('’', "'"),
            Map.entry('∞', "never"),
            Map.entry('€', "EUR "),
            Map.entry('↑', "^"),
            Map.entry('▁', "_"),
            Map.entry('▂', "."),
            Map.entry('▃', ":"),
            Map.entry('▄', "-"),
            Map.entry('▅', "+"),
            Map.entry('▆', "*"),
            Map.entry('▇', "%"));

    private final Reader reader;
    private final PrintStream out;
    private final PrintStream err;
    private final int width;
    private final boolean colour;
    private final boolean unicode;
    private final boolean watched;
    private final boolean progressWatched;

    private Terminal(
            Reader reader,
            PrintStream out,
            PrintStream err,
            int width,
            boolean colour,
            boolean unicode,
            boolean watched,
            boolean progressWatched) {
        this.reader = reader;
        this.out = out;
        this.err = err;
        this.width = width;
        this.colour = colour;
        this.unicode = unicode;
        this.watched = watched;
        this.progressWatched = progressWatched;
    }

    /** Of this process. The launcher says in {@code SHIELDWALL_TTY} which of its streams (1, 2) are terminals. */
    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        String streams = environment.getOrDefault("SHIELDWALL_TTY", System.console() == null ? "" : "12");
        boolean watched = streams.contains("1");
        Reader reader = new Reader(new FileOutputStream(FileDescriptor.out));
        return new Terminal(
                reader,
                new PrintStream(reader, true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                watched ? widthOf(environment.get("COLUMNS")) : DEFAULT_WIDTH,
                watched
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM")),
                isUnicode(environment::get),
                watched,
                streams.contains("2") && !"dumb".equals(environment.get("TERM")));
    }

    /** For tests: nobody watches. */
    static Terminal of(PrintStream out, PrintStream err, boolean unicode) {
        return new Terminal(new Reader(out), out, err, DEFAULT_WIDTH, false, unicode, false, false);
    }

    private static int widthOf(@Nullable String columns) {
        if (columns == null || !columns.matches("[0-9]{1,4}")) {
            return DEFAULT_WIDTH;
        }
        return Math.min(Math.max(DEFAULT_WIDTH, Integer.parseInt(columns)), WIDEST);
    }

    /** Only a locale that says otherwise is taken at its word; where none is set, terminals of today read UTF-8. */
    static boolean isUnicode(UnaryOperator<@Nullable String> environment) {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = environment.apply(variable);
            if (value != null && !value.isEmpty()) {
                String locale = value.toLowerCase(Locale.ROOT);
                return locale.contains("utf-8") || locale.contains("utf8");
            }
        }
        return true;
    }

    int width() {
        return width;
    }

    /** A person reads standard output as it comes. */
    boolean isWatched() {
        return watched;
    }

    /** A person reads standard error as it comes. */
    boolean isProgressWatched() {
        return progressWatched;
    }

    void line(String text) {
        out.print(shown(text) + "\n");
        out.flush();
    }

    void line() {
        line("");
    }

    /** As it is, for machines. */
    void raw(String text) {
        out.print(text);
        out.flush();
    }

    void error(String text) {
        err.print(shown(text) + "\n");
        err.flush();
    }

    /** Control sequences and all; for progress. */
    void errorRaw(String text) {
        err.print(shown(text));
        err.flush();
    }

    /** Whether something that was printed did not arrive: a full disk, a pipe that nobody reads any more. */
    boolean hasLostOutput() {
        return out.checkError();
    }

    /** Whether it was lost because its reader had seen enough, as {@code head} has. */
    boolean isReaderGone() {
        return reader.gone;
    }

    /** Standard output, whose {@link PrintStream} keeps no reason for a failure. */
    private static final class Reader extends FilterOutputStream {
        private boolean gone;

        Reader(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                gone = String.valueOf(e.getMessage()).contains("Broken pipe");
                throw e;
            }
        }
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Text in the characters that this terminal has. To be called before widths are counted. */
    String shown(String text) {
        if (unicode) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        for (char c : text.toCharArray()) {
            ascii.append(c < 128 ? String.valueOf(c) : ASCII.getOrDefault(c, "?"));
        }
        return ascii.toString();
    }

    String mark(Meaning meaning) {
        return paint(meaning, meaning.mark);
    }

    String paint(Meaning meaning, String text) {
        return colour && meaning != Meaning.NONE ? "\u001b[" + meaning.code + "m" + text + "\u001b[0m" : text;
    }

    String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /** Breaks text at spaces; numbers keep their unit ({@code 95 %}, {@code €1.2 M}) beside them. */
    List<String> wrap(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : shown(text)
                .replaceAll("(\\d) (%|M\\b|bn\\b|h\\b)", "$1\u00a0$2")
                .replace("% CI", "%\u00a0CI")
                .split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().replace('\u00a0', ' '));
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().replace('\u00a0', ' '));
        return lines;
    }

    String padded(String text, int columns) {
        String shown = shown(text);
        return shown + " ".repeat(Math.max(0, columns - shown.length()));
    }

    String rightAligned(String text, int columns) {
        String shown = shown(text);
        return " ".repeat(Math.max(0, columns - shown.length())) + shown;
    }
}
