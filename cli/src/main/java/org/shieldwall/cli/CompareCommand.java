package org.shieldwall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.EngineModel;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.Experiment;
import org.shieldwall.experiments.Plan;
import org.shieldwall.experiments.Progress;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.RunFile;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;
import org.shieldwall.reports.Report;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.language.PrecisionWords;
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
    private @Nullable PrecisionWords precision;

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
        Plan asked = plan(read);
        EngineModel model = MistakeException.ifRefused(() -> new EngineModel(Family.of(read), List.of()));
        Plan plan = precise(asked, model);
        Experiment experiment = MistakeException.ifRefused(() -> new Experiment(read, plan, model));
        String owner = FolderOwner.of(scenario);
        try (OutFolder folder = out == null ? OutFolder.usual(read.id(), owner) : OutFolder.named(out, owner)) {
            return compare(read, plan, experiment, folder);
        } catch (OutFolder.Refused e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int compare(Scenario read, Plan plan, Experiment experiment, OutFolder folder) throws IOException {
        RunFile kept = new RunFile(folder.file(OutFolder.KEPT_RUNS));
        String other = kept.differsFrom(read, plan.seed());
        if (other != null) {
            terminal.error("note: the runs kept in %s are of %s; they are replaced"
                    .formatted(
                            folder.path(),
                            other.equals("scenario") && folder.isOfTheSame()
                                    ? "the scenario as it was before it changed"
                                    : "another " + other));
        }
        experiment.keepingRunsIn(kept);
        AtomicReference<@Nullable ExpectationCheck> checking = new AtomicReference<>();
        try (ProgressLines progress = new ProgressLines(terminal);
                Interrupt interrupt = new Interrupt(() -> {
                    experiment.cancel();
                    ExpectationCheck check = checking.get();
                    if (check != null) {
                        check.cancel();
                    }
                })) {
            Optional<Experiment.Outcome> outcome = experiment.run(state -> show(progress, read, plan, state));
            if (outcome.isEmpty()) {
                progress.close();
                terminal.error("Stopped before two runs were finished.");
                return Shieldwall.STOPPED;
            }
            Results results = outcome.get().results().withCommand(again());
            boolean stopped = results.design().stopped();
            if (!stopped && !interrupt.isStopped()) {
                results = results.withExpectations(expectations(read, plan, results, checking));
            }
            progress.close();
            List<Path> files = write(folder, results, outcome.get());
            print(results, folder.path(), files, progress.seconds());
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

    /** An amount is one of what is measured; what a measure is of, its scenario alone says. */
    private Plan precise(Plan plan, EngineModel model) {
        if (precision == null) {
            return plan;
        }
        PrecisionWords wanted = precision;
        Optional<Measures.Column> measure = model.columns().stream()
                .filter(column -> column.name().equals(plan.measure()))
                .findFirst();
        try {
            return measure.map(column -> plan.withPrecision(PrecisionText.of(wanted, plan.measure(), column.unit())))
                    .orElse(plan);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Plan asked(Scenario read) {
        Plan plan = Plan.of(read, strategies == null ? List.of() : strategies)
                .withSeed(seed)
                .withAtMost(replications);
        return threads == null ? plan : plan.withThreads(threads);
    }

    /** Those that as many runs decide; {@code check} runs on until all are. */
    private static List<ExpectationCheck.Outcome> expectations(
            Scenario read, Plan plan, Results results, AtomicReference<@Nullable ExpectationCheck> checking) {
        ExpectationCheck check = new ExpectationCheck(
                read,
                ExpectationCheck.Models.simulating(read),
                plan.threads(),
                Math.max(results.design().replications(), RUNS_FOR_EXPECTATIONS),
                false);
        checking.set(check);
        return MistakeException.ifRefused(() -> check.run((strategy, masked, runs, open) -> {}));
    }

    private static List<Path> write(OutFolder folder, Results results, Experiment.Outcome outcome) throws IOException {
        List<Path> files =
                List.of(folder.file(OutFolder.REPORT), folder.file(OutFolder.RESULTS), folder.file(OutFolder.RUNS));
        Report.write(results, files.get(0));
        ResultsFiles.writeJson(results, files.get(1));
        ResultsFiles.writeCsv(outcome.runs(), files.get(2));
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
        terminal.line("  Go on: %s --out %s".formatted(again(), CommandText.quoted(folder.toString())));
    }

    private String again() {
        return CommandText.again("compare", scenario, spec.commandLine().getParseResult());
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
