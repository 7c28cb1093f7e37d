package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files or library ids")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "mistakes as JSON on standard output, and nothing else there")
    private boolean json;

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One mistake for machines. */
    record Found(
            String file,
            int line,
            int column,
            int length,
            String severity,
            String message,
            String label,
            List<String> notes) {}

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
                problem.notes());
    }
}
