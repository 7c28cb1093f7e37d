package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.ExpectationCheck.Outcome;
import org.shieldwall.experiments.ExpectationCheck.Status;
import org.shieldwall.experiments.ExpectationCheck.Verdict;
import org.shieldwall.experiments.FamilyWords;
import org.shieldwall.experiments.Plan;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.Said;
import org.shieldwall.experiments.Verdicts;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the expectations that scenarios carry. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"Runs the expectations that scenarios carry; without a scenario, those of the whole library.", ""
        },
        footer = {"", "Example: ./shieldwall check three-grids"})
final class CheckCommand implements Callable<Integer> {
    private static final int MOST_DIGITS = 5;
    /** The first look; fewer decide nothing. */
    private static final int LEAST_REPLICATIONS = 100;

    private static final String BODY = " ".repeat(13);

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "library ids or files")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--masks",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "also mask what `fails-without` names, and see that the expectation then misses (default)")
    private boolean masks;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "runs after which an expectation stays undecided (default ${DEFAULT-VALUE})")
    private int replications = ExpectationCheck.DEFAULT_LIMIT;

    @Option(names = "--threads", paramLabel = "N", description = "default: all processors; changes no result")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "outcomes as JSON on standard output, and nothing else there")
    private boolean json;

    @Spec
    private CommandSpec spec;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            Plan.checkThreads(threads());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (replications < LEAST_REPLICATIONS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "An expectation needs at least %d replications; %d are allowed."
                            .formatted(LEAST_REPLICATIONS, replications));
        }
        AtomicReference<@Nullable ExpectationCheck> running = new AtomicReference<>();
        try (Interrupt interrupt = new Interrupt(() -> {
            ExpectationCheck check = running.get();
            if (check != null) {
                check.cancel();
            }
        })) {
            return tryAll(running, interrupt);
        }
    }

    private int tryAll(AtomicReference<@Nullable ExpectationCheck> running, Interrupt interrupt) {
        ScenarioSource source = new ScenarioSource(terminal);
        Map<String, List<Outcome>> all = new LinkedHashMap<>();
        int expected = 0;
        List<Outcome> decided = new ArrayList<>();
        for (String name : scenarios.isEmpty() ? source.ids() : scenarios) {
            Scenario scenario = source.read(name);
            expected += scenario.expectations().size();
            if (interrupt.isStopped()
                    || (scenarios.isEmpty() && scenario.expectations().isEmpty())) {
                continue;
            }
            ExpectationCheck check = check(scenario);
            running.set(check);
            List<Outcome> outcomes = tried(scenario, check);
            all.put(scenario.id(), outcomes);
            decided.addAll(outcomes);
            if (!json) {
                print(scenario, outcomes);
            }
        }
        if (json) {
            terminal.raw(ResultsFiles.json(all));
        } else {
            terminal.line();
            terminal.wrap(summary(decided, expected), "  ").forEach(terminal::line);
        }
        if (interrupt.isStopped()) {
            return Shieldwall.STOPPED;
        }
        boolean allHeld = decided.size() == expected && decided.stream().allMatch(Outcome::held);
        return allHeld ? Shieldwall.ANSWERED : Shieldwall.MISTAKE;
    }

    private static String summary(List<Outcome> decided, int expected) {
        String untried = decided.size() == expected
                ? ""
                : " %d of %d were not tried to the end.".formatted(expected - decided.size(), expected);
        return "Expectations: %s.%s".formatted(Verdicts.said(decided), untried);
    }

    private ExpectationCheck check(Scenario scenario) {
        return new ExpectationCheck(
                scenario, ExpectationCheck.Models.simulating(scenario), threads(), replications, masks);
    }

    private int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private List<Outcome> tried(Scenario scenario, ExpectationCheck check) {
        try (ProgressLines progress = new ProgressLines(terminal)) {
            return MistakeException.ifRefused(() -> check.run(
                    (strategy, masked, runs, open) -> show(progress, scenario.id(), strategy, masked, runs, open)));
        }
    }

    private static void show(
            ProgressLines progress, String scenario, String strategy, Set<String> masked, int runs, int open) {
        if (progress.isDue()) {
            String without = masked.isEmpty() ? "" : " without " + String.join(", ", masked);
            progress.show(List.of("%s  %s%s: %s runs, %d undecided"
                    .formatted(scenario, strategy, without, Rounding.number(runs, 0), open)));
        }
    }

    private void print(Scenario scenario, List<Outcome> outcomes) {
        terminal.line();
        terminal.line(terminal.bold(scenario.id()));
        if (outcomes.isEmpty()) {
            terminal.line("  expects nothing");
        } else if (scenario.variety().isFamily()) {
            terminal.wrap(
                            "A family of %s maps: runs are spread over them. Intervals speak of all maps that the family could draw: where runs share maps, those of the maps' means, which more members narrow and more runs only so far."
                                    .formatted(
                                            Rounding.number(scenario.variety().members(), 0)),
                            "  ")
                    .forEach(terminal::line);
        }
        for (Outcome outcome : outcomes) {
            OutcomeText text = new OutcomeText(outcome);
            List<String> head = terminal.wrap(text.head(), BODY);
            terminal.line("  " + terminal.padded(text.verdict(), BODY.length() - 2)
                    + head.get(0).strip());
            head.subList(1, head.size()).forEach(terminal::line);
            for (String line : text.body()) {
                terminal.wrap(line, BODY).forEach(terminal::line);
            }
        }
    }

    /** One expectation in words. */
    record OutcomeText(Outcome outcome) {

        String head() {
            return "%s of %s, %s%s (%s%s)"
                    .formatted(
                            statistic(),
                            outcome.measure(),
                            outcome.strategy(),
                            outcome.given() == null ? "" : ", given " + outcome.given(),
                            outcome.kind().name().toLowerCase(Locale.ROOT),
                            outcome.source() == null ? "" : ", " + outcome.source());
        }

        List<String> body() {
            List<String> lines = new ArrayList<>();
            lines.add("measured %s, expected %s; %s".formatted(measured(), expected(), runs()));
            ExpectationCheck.Without without = outcome.without();
            if (without != null) {
                lines.add("without %s: %s".formatted(String.join(", ", without.masked()), without(without)));
            }
            Verdict verdict = outcome.verdict();
            if (verdict == Verdict.HELD_WITHOUT_ITS_CAUSE
                    || verdict == Verdict.MASK_NOT_TRIED
                    || verdict == Verdict.MASK_UNDECIDED) {
                lines.add(verdict.words() + ": it is no evidence for its cause");
            }
            return lines;
        }

        private String without(ExpectationCheck.Without without) {
            String runs = Rounding.number(without.runs(), 0) + " runs";
            if (without.cases() == 0) {
                return outcome.given() == null
                        ? "none of %s had the measure".formatted(runs)
                        : "%s came in none of %s".formatted(outcome.given(), runs);
            }
            return measured(without.measured(), without.interval())
                    + switch (without.status()) {
                        case FAIL -> outcome.status() == Status.FAIL ? ", missed as well" : ", missed, as it must";
                        case PASS -> outcome.status() == Status.PASS ? ", still held" : ", held";
                        case UNDECIDED -> ", undecided after %s (%d cases)".formatted(runs, without.cases());
                    };
        }

        /** As wide as its column; the rest of it stands in the body. */
        String verdict() {
            return switch (outcome.verdict()) {
                case HELD -> "held";
                case HELD_WITHOUT_ITS_CAUSE, MASK_NOT_TRIED, MASK_UNDECIDED -> "held, but";
                case MISSED -> "missed";
                case UNDECIDED -> "undecided";
            };
        }

        private String statistic() {
            Double quantile = outcome.quantile();
            return switch (outcome.statistic()) {
                case MEAN -> "mean";
                case MEDIAN -> "median";
                case QUANTILE -> "%s quantile".formatted(Rounding.finePercent(quantile == null ? 0 : quantile));
                case SHARE -> "share";
                case EVERY_RUN -> "every run";
                case ALWAYS -> "always";
            };
        }

        private String measured() {
            Integer brokenBy = outcome.brokenBy();
            return brokenBy == null
                    ? measured(outcome.measured(), outcome.interval())
                    : "%s in replication %d"
                            .formatted(outcome.measured() == null ? "nothing" : amount(outcome.measured()), brokenBy);
        }

        private String measured(@Nullable Double value, @Nullable Interval interval) {
            if (value == null) {
                return "nothing";
            }
            if (interval == null) {
                return amount(value);
            }
            if (isShare()) {
                Interval percent = interval.times(100);
                return "%s %% (99 %% CI %s %%)".formatted(Rounding.mean(percent), Rounding.range(percent));
            }
            Interval read = Said.readable(interval, outcome.unit(), outcome.timeUnit());
            String unit = Said.readableUnit(interval, outcome.unit(), outcome.timeUnit());
            // Where a median stands on a date its interval is a second wide: nobody reads that many digits.
            int place = Math.max(Rounding.place(read), Rounding.place(read.mean()) - MOST_DIGITS + 2);
            return "%s%s (99 %% CI %s to %s)"
                    .formatted(
                            Rounding.number(read.mean(), place),
                            unit.isEmpty() ? "" : " " + unit,
                            Rounding.number(read.low(), place),
                            Rounding.number(read.high(), place));
        }

        private String amount(double value) {
            return isShare() ? number(value) + " %" : Said.amount(value, outcome.unit());
        }

        private boolean isShare() {
            return outcome.statistic() == Expectation.Statistic.SHARE;
        }

        private String number(@Nullable Double x) {
            return x == null ? "nothing" : Rounding.number(isShare() ? 100 * x : x);
        }

        private String expected() {
            return isShare()
                    ? "%s to %s %%".formatted(number(outcome.expectedLow()), number(outcome.expectedHigh()))
                    : Said.span(outcome.expectedLow(), outcome.expectedHigh(), outcome.unit(), outcome.timeUnit());
        }

        private String runs() {
            Double frequency = outcome.givenFrequency();
            String runs = Rounding.number(outcome.runs(), 0) + " runs" + FamilyWords.on(outcome.maps());
            return frequency == null
                    ? runs
                    : "%s, of which %s met the condition".formatted(runs, Rounding.percent(frequency));
        }
    }
}
