package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.text.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every mistake of scenario files, with its place. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {"Shows every mistake of scenario files with its place.", ""},
        footer = {"", "Example: ./shieldwall lint my-grid.yaml"})
final class LintCommand implements Callable<Integer> {
    private static final Pattern SUGGESTION = Pattern.compile("(?:did you mean|write|nearest:) `([^`]+)`");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files or library ids")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "mistakes as JSON on standard output, and nothing else there")
    private boolean json;

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * One mistake for machines; lines and columns are counted from 1, columns and lengths in code points.
     *
     * @param suggestion what was probably meant; null where nothing is near
     * @param other the place of the other party; null where there is none
     */
    record Found(
            String file,
            int line,
            int column,
            int length,
            String severity,
            String message,
            String label,
            List<String> notes,
            @Nullable String suggestion,
            @Nullable Place other) {}

    /** Where the other party of a mistake stands, and what it is. */
    record Place(String file, int line, int column, int length, String label) {}

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioSource(terminal);
        List<Found> found = new ArrayList<>();
        boolean mistaken = false;
        for (String file : files) {
            Reading reading = source.reading(file);
            mistaken |= reading.hasErrors();
            if (json) {
                reading.problems().forEach(problem -> found.add(found(problem)));
            } else {
                terminal.line(reading.render().stripTrailing());
            }
        }
        if (json) {
            terminal.raw(ResultsFiles.json(found));
        }
        return mistaken ? Shieldwall.MISTAKE : Shieldwall.ANSWERED;
    }

    private static Found found(Problem problem) {
        return new Found(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.at().span().length(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.message(),
                problem.at().label(),
                problem.notes(),
                suggestion(problem),
                problem.other() == null ? null : place(problem.other()));
    }

    /** Between back quotes after "did you mean", "write" or "nearest:". */
    private static @Nullable String suggestion(Problem problem) {
        for (String words : Stream.concat(Stream.of(problem.at().label()), problem.notes().stream())
                .toList()) {
            Matcher matcher = SUGGESTION.matcher(words);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static Place place(Problem.Mark mark) {
        return new Place(
                mark.span().source().name(),
                mark.span().line(),
                mark.span().column(),
                mark.span().length(),
                mark.label());
    }
}
