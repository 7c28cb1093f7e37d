package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * The answer to the question in plain words: whether it pays, by how much, with its interval and its money.
 *
 * <p>"Yes" and "No" are said only where the interval excludes nothing. Strategies whose costs differ by more than 5 % are
 * not compared without naming the difference in money.
 */
final class Answer {
    private static final double EQUAL_COST = 0.05;

    /** Measures whose unit the public feels; the words stand after the number. */
    private static final Map<String, String> SPARED_THE_PUBLIC = Map.of(
            "person-hours-lost", "person-hours without service",
            "customer-hours-lost", "customer-hours without service");

    /** Units of shares and of nothing. */
    private static final Set<String> WITHOUT_WORDS = Set.of("", "1", "runs");

    private final Plan plan;
    private final Measures.Column measure;
    private final List<Results.StrategyResult> strategies;
    private final Results.Verdict verdict;
    private final Results.Design design;
    private final boolean joins;

    Answer(
            Scenario scenario,
            Plan plan,
            Measures.Column measure,
            List<Results.StrategyResult> strategies,
            Results.Verdict verdict,
            Results.Design design) {
        this.plan = plan;
        this.measure = measure;
        this.strategies = strategies;
        this.verdict = verdict;
        this.design = design;
        this.joins = joinsHands(scenario, plan.answer(), plan.baseline());
    }

    /** The answer does together what the baseline does not. */
    private static boolean joinsHands(Scenario scenario, Strategy answer, Strategy baseline) {
        return scenario.levers().stream()
                .filter(lever -> lever.kind() == Lever.Kind.COOPERATIVE)
                .map(Lever::name)
                .anyMatch(lever ->
                        answer.levers().contains(lever) && !baseline.levers().contains(lever));
    }

    String text() {
        List<String> sentences = new ArrayList<>();
        Results.Comparison first = verdict.toBaseline();
        if (design.stopped()) {
            sentences.add("Stopped after %s paired runs, before the answer was as precise as asked. So far: %s"
                    .formatted(
                            Rounding.number(design.replications(), 0),
                            verdict.finding() == Results.Finding.NOT_TOLD
                                    ? "not told apart from nothing: " + notTold(first)
                                    : isNothing(first) ? nothing(first) : told(first, nameUnlessIsolated(first))));
            sentences.add(precision());
            sentences.addAll(ofMaps());
            return String.join(" ", sentences);
        }
        sentences.add(
                switch (verdict.finding()) {
                    case YES -> "Yes. " + capital(told(first, nameUnlessIsolated(first)));
                    case NO ->
                        isNothing(first)
                                ? "No. " + capital(nothing(first))
                                : "No. " + capital(told(first, nameUnlessIsolated(first)));
                    case NOT_TOLD -> "Not told apart from nothing: " + notTold(first);
                });
        Results.Comparison second = verdict.toIsolated();
        if (second != null) {
            sentences.add(capital(against(second)));
        }
        if (!design.reached()) {
            sentences.add(precision());
        }
        sentences.addAll(ofMaps());
        return String.join(" ", sentences);
    }

    /** Of which maps the answer speaks, where the scenario is a family. */
    private List<String> ofMaps() {
        Results.FamilyResult family = design.family();
        if (family == null) {
            return List.of();
        }
        return family.run() >= design.replications()
                ? List.of(family.scope())
                : List.of(
                        family.scope(),
                        "%s did better on %s of them."
                                .formatted(
                                        capital(subject()),
                                        family.favouring() == family.run()
                                                ? "each"
                                                : family.favouring() == 0
                                                        ? "none"
                                                        : Rounding.number(family.favouring(), 0)));
    }

    private String subject() {
        return joins ? "joining hands" : "`" + plan.answer().name() + "`";
    }

    /** {@code joining hands spared the public 730,000 person-hours without service (95 % CI …), 78 % of the harm, for …} */
    private String told(Results.Comparison comparison, String than) {
        return "%s %s%s (%s)%s%s."
                .formatted(
                        subject(),
                        changed(comparison.difference()),
                        than,
                        confidence(comparison.difference()),
                        share(comparison),
                        money(comparison));
    }

    /** The second sentence: the same answer against everybody alone. */
    private String against(Results.Comparison comparison) {
        Interval difference = comparison.difference();
        String than = "against `" + comparison.baseline() + "`, ";
        if (isNothing(comparison)) {
            return than + nothing(comparison);
        }
        return difference.excludesZero()
                ? than + told(comparison, "")
                : than + "it cannot be told from nothing: " + notTold(comparison);
    }

    private static String nameUnlessIsolated(Results.Comparison comparison) {
        return comparison.baseline().equals(Plan.ISOLATED) ? "" : " against `" + comparison.baseline() + "`";
    }

    /** Verb and amount of a difference whose sign is told. */
    private String changed(Interval difference) {
        String amount = Rounding.mean(absolute(difference));
        String felt = SPARED_THE_PUBLIC.get(measure.name());
        if (felt != null) {
            return difference.mean() < 0
                    ? "spared the public %s %s".formatted(amount, felt)
                    : "cost the public %s %s more".formatted(amount, felt);
        }
        return "%s %s by %s".formatted(difference.mean() < 0 ? "lowered" : "raised", title(), amountWithUnit(amount));
    }

    private String notTold(Results.Comparison comparison) {
        Interval difference = comparison.difference();
        String said = "%s changed %s by %s (%s)%s%s."
                .formatted(
                        subject(),
                        title(),
                        amountWithUnit(Rounding.mean(difference)),
                        confidence(difference),
                        nameUnlessIsolated(comparison),
                        money(comparison));
        return comparison.detectable() > 0
                ? said
                        + " A true difference of %s would have shown in four of five such experiments."
                                .formatted(amountWithUnit(twoDigits(comparison.detectable())))
                : said;
    }

    private String nothing(Results.Comparison comparison) {
        return "%s changed nothing%s: %s was the same in each of %s paired runs%s."
                .formatted(
                        subject(),
                        nameUnlessIsolated(comparison),
                        title(),
                        Rounding.number(comparison.pairs(), 0),
                        money(comparison));
    }

    private static boolean isNothing(Results.Comparison comparison) {
        return comparison.difference().low() == 0 && comparison.difference().high() == 0;
    }

    private String title() {
        String felt = SPARED_THE_PUBLIC.get(measure.name());
        String words = Said.measure(measure.name());
        return felt != null ? felt : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private String amountWithUnit(String amount) {
        return WITHOUT_WORDS.contains(measure.unit()) || SPARED_THE_PUBLIC.containsKey(measure.name())
                ? amount
                : amount + " " + measure.unit();
    }

    private String confidence(Interval difference) {
        Interval said = difference.excludesZero() ? absolute(difference) : difference;
        return "%s CI %s".formatted(Rounding.percent(difference.confidence()), Rounding.range(said));
    }

    /** The interval of the size of a difference whose sign is told. */
    private static Interval absolute(Interval difference) {
        return difference.mean() < 0 ? difference.negated() : difference;
    }

    private String share(Results.Comparison comparison) {
        Interval relative = comparison.relative();
        if (relative == null || measure.better() != Measures.Better.LESS || relative.mean() >= 0) {
            return "";
        }
        String share = Rounding.percent(-relative.mean());
        return SPARED_THE_PUBLIC.containsKey(measure.name())
                ? ", %s of the harm".formatted(share)
                : ", %s".formatted(share);
    }

    private String money(Results.Comparison comparison) {
        Double more = Evaluation.costMore(strategies, comparison.baseline(), comparison.strategy());
        Interval base = cost(comparison.baseline());
        if (more == null || base == null) {
            return "";
        }
        if (Math.abs(more) < 1) {
            return ", for the same money";
        }
        String difference = "%s a year %s".formatted(Rounding.euros(Math.abs(more)), more > 0 ? "more" : "less");
        return Math.abs(more) <= EQUAL_COST * Math.abs(base.mean())
                ? ", for about the same money (%s)".formatted(difference)
                : ", for " + difference;
    }

    private @Nullable Interval cost(String strategy) {
        return strategies.stream()
                .filter(result -> result.name().equals(strategy))
                .findFirst()
                .map(Results.StrategyResult::costPerYear)
                .orElse(null);
    }

    private String precision() {
        String runs = Rounding.number(design.replications(), 0);
        Double attained = design.precisionAttained();
        String asked = design.relative()
                ? Rounding.finePercent(design.precisionAsked())
                : amountWithUnit(Rounding.number(design.precisionAsked()));
        if (attained == null) {
            return "The precision asked for (%s of nothing) cannot be reached.".formatted(asked);
        }
        String got = design.relative() ? Rounding.finePercent(attained) : amountWithUnit(twoDigits(attained));
        return "The precision asked for (± %s) was not reached: ± %s after %s paired runs.".formatted(asked, got, runs);
    }

    private static String twoDigits(double x) {
        return Rounding.number(x, Rounding.place(x));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
