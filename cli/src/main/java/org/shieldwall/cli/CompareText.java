package org.shieldwall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.ExpectationCheck.Evidence;
import org.shieldwall.experiments.ExpectationCheck.Verdict;
import org.shieldwall.experiments.FamilyWords;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.StrikeWords;
import org.shieldwall.experiments.Verdicts;
import org.shieldwall.experiments.statistics.Interval;

/** The result of {@code compare} in the terminal: the answer, a table with whiskers, how it was done, where it is. */
final class CompareText {
    private static final String INDENT = "  ";
    private static final int LEAST_NAME_COLUMNS = 18;
    private static final int MOST_NAME_COLUMNS = 26;
    private static final int SUCCESS_COLUMNS = 6;

    private final Terminal terminal;
    private final Results results;

    CompareText(Terminal terminal, Results results) {
        this.terminal = terminal;
        this.results = results;
    }

    /**
     * @param seconds that it took; null where the output is to be the same every time
     * @param files that were written, in one folder
     */
    void print(@Nullable Double seconds, List<Path> files) {
        terminal.line();
        answer();
        terminal.line();
        table();
        terminal.line();
        terminal.wrap(design(seconds), INDENT).forEach(terminal::line);
        if (!files.isEmpty()) {
            terminal.line(INDENT + files(files));
        }
    }

    private void answer() {
        List<String> lines = terminal.wrap(results.answer(), INDENT);
        String first = lines.get(0);
        for (String verdict : List.of("Yes.", "No.", "Not told apart from nothing:")) {
            if (first.startsWith(INDENT + verdict)) {
                first = INDENT + terminal.bold(verdict) + first.substring((INDENT + verdict).length());
            }
        }
        terminal.line(first);
        lines.subList(1, lines.size()).forEach(terminal::line);
    }

    private void table() {
        boolean success = results.design().effect() != null;
        int cost = costColumns();
        int nameColumns = Math.min(
                MOST_NAME_COLUMNS,
                results.strategies().stream()
                        .mapToInt(strategy -> strategy.name().length() + 2)
                        .reduce(LEAST_NAME_COLUMNS, Math::max));
        int chartColumns =
                terminal.width() - INDENT.length() - nameColumns - (success ? SUCCESS_COLUMNS + 2 : 0) - cost;
        double greatest = results.strategies().stream()
                .map(this::measured)
                .filter(Objects::nonNull)
                .mapToDouble(Interval::high)
                .max()
                .orElse(1);
        WhiskerChart chart = new WhiskerChart(greatest, chartColumns);
        head(chart, nameColumns, success, cost);
        for (Results.StrategyResult strategy : results.strategies()) {
            row(strategy, chart, nameColumns, success, cost);
        }
        StrikeWords strike = StrikeWords.of(results);
        if (strike != null && strike.places() > 1) {
            terminal.wrap(
                            "%s, all %s: runs in which it succeeded in each of its %s places."
                                    .formatted(
                                            effect(),
                                            Rounding.number(strike.places(), 0),
                                            Rounding.number(strike.places(), 0)),
                            INDENT)
                    .forEach(terminal::line);
        }
    }

    /** Name of the step that breaks things, where it is short. */
    private String effect() {
        String measure = String.valueOf(results.design().effect());
        String step = measure.substring(measure.lastIndexOf('.') + 1);
        return step.length() <= SUCCESS_COLUMNS ? step : "attack";
    }

    /** As wide as its widest number; 0 where the scenario states no costs. */
    private int costColumns() {
        int widest = "a year".length();
        for (Results.StrategyResult strategy : results.strategies()) {
            Interval yearly = strategy.costPerYear();
            if (yearly == null) {
                return 0;
            }
            widest = Math.max(
                    widest, terminal.shown(Rounding.euros(yearly.mean())).length());
        }
        return widest + 2;
    }

    private @Nullable Interval measured(Results.StrategyResult strategy) {
        return strategy.measure(results.design().measure()).estimate();
    }

    private void head(WhiskerChart chart, int nameColumns, boolean success, int cost) {
        StrikeWords strike = StrikeWords.of(results);
        String measure = results.design().measure();
        String unit = results.strategies().get(0).measure(measure).unit();
        String said = Words.unit(measure, unit);
        String title = Words.title(measure, unit) + (said.isEmpty() ? "" : ", " + said);
        terminal.line(INDENT
                + terminal.padded("strategy", nameColumns)
                + terminal.padded(title + ", mean and 95 % CI", chart.columns())
                + (success ? "  " + terminal.rightAligned(effect(), SUCCESS_COLUMNS) : "")
                + terminal.rightAligned(cost > 0 ? "cost" : "", cost));
        terminal.line(INDENT
                + " ".repeat(nameColumns)
                + terminal.padded(chart.axis(), chart.columns())
                + (success
                        ? "  " + terminal.rightAligned(strike == null ? "lands" : strike.narrow(), SUCCESS_COLUMNS)
                        : "")
                + terminal.rightAligned(cost > 0 ? "a year" : "", cost));
    }

    private void row(Results.StrategyResult strategy, WhiskerChart chart, int nameColumns, boolean success, int cost) {
        Meaning meaning = strategy.cooperative() ? Meaning.COOPERATION : Meaning.DEFENCE;
        Interval interval = measured(strategy);
        String whisker = interval == null
                ? terminal.padded("in no run", chart.columns())
                : chart.row(interval, terminal.mark(meaning));
        StringBuilder line = new StringBuilder(INDENT)
                .append(terminal.padded(strategy.name(), nameColumns))
                .append(whisker);
        String effect = results.design().effect();
        Double share = effect == null ? null : strategy.measure(effect).mean();
        if (share != null) {
            line.append("  ").append(terminal.rightAligned(Rounding.number(100 * share, 0) + " %", SUCCESS_COLUMNS));
        }
        Interval yearly = strategy.costPerYear();
        if (cost > 0 && yearly != null) {
            line.append(terminal.rightAligned(Rounding.euros(yearly.mean()), cost));
        }
        terminal.line(line.toString());
    }

    private String design(@Nullable Double seconds) {
        Results.Design design = results.design();
        List<String> sentences = new ArrayList<>();
        sentences.add("%s paired runs of %d strategies%s, seed %d%s."
                .formatted(
                        Rounding.number(design.replications(), 0),
                        results.strategies().size(),
                        design.family() == null
                                ? ""
                                : FamilyWords.on(design.family().run()),
                        results.seed(),
                        seconds == null ? "" : ", " + Rounding.number(seconds, -1) + " s"));
        if (!results.expectations().isEmpty()) {
            sentences.add(expectations(results.expectations()));
        }
        return String.join(" ", sentences);
    }

    private static String expectations(List<ExpectationCheck.Outcome> outcomes) {
        List<String> parts = new ArrayList<>();
        for (Evidence evidence : Evidence.values()) {
            List<ExpectationCheck.Outcome> some = outcomes.stream()
                    .filter(outcome -> outcome.evidence() == evidence)
                    .toList();
            if (!some.isEmpty()) {
                String words = evidence.words();
                parts.add("%s: %s."
                        .formatted(
                                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                                Verdicts.said(some)));
            }
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.UNDECIDED)) {
            parts.add("`check` runs on until they are decided.");
        }
        if (Verdicts.leaveCausesUntried(outcomes)) {
            parts.add("Causes were not masked here: `check` does it.");
        }
        return String.join(" ", parts);
    }

    private static String files(List<Path> files) {
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            names.add(names.isEmpty() ? file.toString() : file.getFileName().toString());
        }
        return String.join("   ", names);
    }
}
