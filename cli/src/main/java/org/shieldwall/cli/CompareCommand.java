package org.shieldwall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.EngineModel;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.Experiment;
import org.shieldwall.experiments.Plan;
import org.shieldwall.experiments.Precision;
import org.shieldwall.experiments.Progress;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.RunFile;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.reports.Report;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.world.Family;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: replicate, compare, say the answer. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {"Compares strategies over many paired runs, until the answer is as precise as asked.", ""},
        footer = {"", "Example: ./shieldwall compare three-grids --precision 5%% --out out/three-grids"})
final class CompareCommand implements Callable<Integer> {
    private static final String KEPT_RUNS = "runs.kept";
    /** Enough for most; few beside those of the comparison itself. */
    private static final int RUNS_FOR_EXPECTATIONS = 400;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "library id or file")
    private String scenario;

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "A,B",
            description = "the baseline first, the answer last; else as the scenario asks")
    private @Nullable List<String> strategies;

    @Option(
            names = "--precision",
            converter = PrecisionText.class,
            paramLabel = "5%",
            description = "half-width wanted of every 95 %% interval, of the baseline's mean or in the measure's unit")
    private @Nullable Precision precision;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "runs of each strategy at most (default ${DEFAULT-VALUE})")
    private int replications = Plan.DEFAULT_AT_MOST;

    @Option(names = "--seed", paramLabel = "N", description = "(default ${DEFAULT-VALUE})")
    private long seed = Plan.DEFAULT_SEED;

    @Option(names = "--threads", paramLabel = "N", description = "default: all processors; changes no result")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where results go, and runs are kept to go on later (default out/SCENARIO)")
    private @Nullable Path out;

    @Option(names = "--json", description = "results.json on standard output, and nothing else there")
    private boolean json;

    @Spec
    private CommandSpec spec;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Scenario read = new ScenarioSource(terminal).read(scenario);
        Plan plan = plan(read);
        Experiment experiment = MistakeException.ifRefused(
                () -> new Experiment(read, plan, new EngineModel(Family.of(read), List.of())));
        Path folder = out == null ? Path.of("out", read.id()) : out;
        experiment.keepingRunsIn(new RunFile(folder.resolve(KEPT_RUNS)));
        try (ProgressLines progress = new ProgressLines(terminal);
                Interrupt interrupt = new Interrupt(experiment::cancel)) {
            Optional<Experiment.Outcome> outcome = experiment.run(state -> show(progress, read, plan, state));
            if (outcome.isEmpty()) {
                progress.close();
                terminal.error("Stopped before two runs were finished.");
                return Shieldwall.STOPPED;
            }
            Results results = outcome.get().results();
            boolean stopped = results.design().stopped();
            if (!stopped) {
                results = results.withExpectations(expectations(read, plan, results));
            }
            progress.close();
            List<Path> files = write(folder, results, outcome.get());
            print(results, folder, files, progress.seconds());
            return stopped || interrupt.isStopped() ? Shieldwall.STOPPED : Shieldwall.ANSWERED;
        }
    }

    private Plan plan(Scenario read) {
        try {
            return asked(read);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Plan asked(Scenario read) {
        Plan plan = Plan.of(read, strategies == null ? List.of() : strategies)
                .withSeed(seed)
                .withAtMost(replications);
        if (precision != null) {
            plan = plan.withPrecision(precision);
        }
        return threads == null ? plan : plan.withThreads(threads);
    }

    /** Those that as many runs decide; {@code check} runs on until all are. */
    private static List<ExpectationCheck.Outcome> expectations(Scenario read, Plan plan, Results results) {
        ExpectationCheck check = new ExpectationCheck(
                read,
                ExpectationCheck.Models.simulating(read),
                plan.threads(),
                Math.max(results.design().replications(), RUNS_FOR_EXPECTATIONS),
                false);
        return MistakeException.ifRefused(() -> check.run((strategy, masked, runs, open) -> {}));
    }

    private static List<Path> write(Path folder, Results results, Experiment.Outcome outcome) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("report.html"));
        Report.write(results, folder.resolve("report.html"));
        files.add(folder.resolve("results.json"));
        ResultsFiles.writeJson(results, folder.resolve("results.json"));
        files.add(folder.resolve("runs.csv"));
        ResultsFiles.writeCsv(outcome.runs(), folder.resolve("runs.csv"));
        return files;
    }

    private void print(Results results, Path folder, List<Path> files, double seconds) {
        if (json) {
            terminal.raw(ResultsFiles.json(results));
            return;
        }
        if (results.design().stopped()) {
            stopped(results, folder);
            return;
        }
        // The time is no result: where the output is kept, it would make two equal ones differ.
        new CompareText(terminal, results).print(terminal.isWatched() ? seconds : null, files);
    }

    private void stopped(Results results, Path folder) {
        Interval difference = results.verdict().toBaseline().difference();
        Interval size = difference.mean() < 0 ? difference.negated() : difference;
        String unit =
                results.strategies().get(0).measure(results.design().measure()).unit();
        terminal.line();
        terminal.wrap(
                        ("Stopped after %s runs; they are kept. So far %s %s %s (95 %% CI %s); the precision asked for was"
                                        + " not reached.")
                                .formatted(
                                        Rounding.number(results.design().replications(), 0),
                                        Rounding.mean(size),
                                        unit,
                                        difference.mean() < 0 ? "fewer" : "more",
                                        Rounding.range(size)),
                        "  ")
                .forEach(terminal::line);
        terminal.line("  Go on: ./shieldwall compare %s --out %s".formatted(again(), folder));
    }

    /** The arguments that were given, but for {@code --out}. */
    private String again() {
        StringBuilder arguments = new StringBuilder(scenario);
        if (strategies != null) {
            arguments.append(" --strategies ").append(String.join(",", strategies));
        }
        if (precision != null) {
            arguments.append(" --precision ");
            arguments.append(
                    precision.isRelative()
                            ? Rounding.finePercent(precision.share()).replace(" ", "")
                            : Rounding.number(precision.absolute()).replace(",", ""));
        }
        if (replications != Plan.DEFAULT_AT_MOST) {
            arguments.append(" --replications ").append(replications);
        }
        if (seed != Plan.DEFAULT_SEED) {
            arguments.append(" --seed ").append(seed);
        }
        return arguments.toString();
    }

    private static void show(ProgressLines progress, Scenario read, Plan plan, Progress.State state) {
        if (!progress.isDue()) {
            return;
        }
        double rate = state.finished() / progress.seconds();
        double left = (state.needed() - state.finished()) / rate;
        List<String> lines = new ArrayList<>();
        String text = "%s of about %s runs  %s/s  %s s left"
                .formatted(
                        Rounding.number(state.finished(), 0),
                        Rounding.number(state.needed(), 0),
                        Rounding.number(rate, rate < 10 ? -1 : 0),
                        Rounding.number(Math.ceil(left), 0));
        lines.add(progress.withBar(read.id(), (double) state.finished() / state.needed(), text));
        Progress.Widest widest = state.widest();
        if (widest != null) {
            Interval difference = widest.difference();
            String attained = plan.precision().isRelative()
                    ? Rounding.finePercent(state.attained())
                    : Rounding.mean(new Interval(state.attained(), 0, state.attained(), 1));
            String wanted = plan.precision().isRelative()
                    ? Rounding.finePercent(plan.precision().share())
                    : Rounding.number(plan.precision().absolute());
            lines.add("%s against %s: %s %s so far, ± %s, wanted ± %s"
                    .formatted(
                            widest.strategy(),
                            widest.baseline(),
                            Rounding.mean(difference.mean() < 0 ? difference.negated() : difference),
                            difference.mean() < 0 ? "fewer" : "more",
                            attained,
                            wanted));
        }
        progress.show(lines);
    }
}
