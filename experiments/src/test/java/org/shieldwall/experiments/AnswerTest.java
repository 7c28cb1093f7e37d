package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.statistics.Histogram;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario;

class AnswerTest {
    private final Scenario scenario = Synthetic.scenario(null);
    private final Map<String, Double> costs = new LinkedHashMap<>(Map.of("isolated", 1.9e6, "joint", 3.1e6));
    private Measures.Column measure = Synthetic.COLUMNS.get(0);
    private Results.Design design = design(0.05, true);
    private List<String> asked = List.of("isolated", "joint");

    @Test
    void yes() {
        assertThat(answer(Results.Finding.YES, difference(-729_843, 49_872, -0.776), null))
                .isEqualTo("Yes. Joining hands spared the public 730,000 person-hours without service"
                        + " (95 % CI 680,000 to 780,000), 78 % of the harm, for €1.2 M a year more.");
    }

    @Test
    void yesForTheSameMoney() {
        costs.put("joint", 1.95e6);

        assertThat(answer(Results.Finding.YES, difference(-729_843, 49_872, -0.776), null))
                .endsWith("78 % of the harm, for about the same money (€50,000 a year more).");
    }

    @Test
    void no() {
        assertThat(answer(Results.Finding.NO, difference(12_345, 1_234, 0.1), null))
                .isEqualTo("No. Joining hands cost the public 12,300 person-hours without service more"
                        + " (95 % CI 11,100 to 13,600), for €1.2 M a year more.");
    }

    @Test
    void notToldApart() {
        assertThat(answer(Results.Finding.NOT_TOLD, difference(-3_000, 17_000, -0.01), null))
                .isEqualTo("Not told apart from nothing: joining hands changed person-hours without service by −3,000"
                        + " (95 % CI −20,000 to 14,000), for €1.2 M a year more."
                        + " A true difference of 24,000 would have shown in four of five such experiments.");
    }

    @Test
    void nothingAtAll() {
        assertThat(answer(Results.Finding.NO, difference(0, 0, 0), null))
                .isEqualTo("No. Joining hands changed nothing: person-hours without service was the same in each of"
                        + " 596 paired runs, for €1.2 M a year more.");
    }

    @Test
    void againstAnotherBaselineAndThenAgainstIsolated() {
        asked = List.of("pretending", "joint");
        costs.put("pretending", 3.1e6);
        Results.Comparison toIsolated = difference(-729_843, 49_872, -0.776);
        Results.Comparison toBaseline = comparison("pretending", -400_000, 30_000, -0.6);

        assertThat(answer(Results.Finding.YES, toBaseline, toIsolated))
                .isEqualTo("Yes. Joining hands spared the public 400,000 person-hours without service against"
                        + " `pretending` (95 % CI 370,000 to 430,000), 60 % of the harm, for the same money."
                        + " Against `isolated`, joining hands spared the public 730,000 person-hours without service"
                        + " (95 % CI 680,000 to 780,000), 78 % of the harm, for €1.2 M a year more.");
    }

    @Test
    void aStrategyThatJoinsNobodyIsCalledByItsName() {
        asked = List.of("isolated", "pretending");
        costs.put("pretending", 0.4e6);

        assertThat(answer(Results.Finding.YES, comparison("isolated", -5_000, 400, -0.05), null))
                .startsWith("Yes. `pretending` spared the public 5,000 person-hours")
                .contains("95 % CI 4,600 to 5,400")
                .endsWith("for €1.5 M a year less.");
    }

    @Test
    void otherMeasuresSayTheirUnit() {
        measure = Synthetic.COLUMNS.get(2);

        assertThat(answer(Results.Finding.YES, difference(-12.34, 1.2, -0.4), null))
                .startsWith("Yes. Joining hands lowered time to detect by 12.3 h (95 % CI 11.1 to 13.5), 40 %,");
    }

    @Test
    void precisionThatWasNotReachedIsPartOfTheAnswer() {
        design = design(0.065, false);

        assertThat(answer(Results.Finding.YES, difference(-729_843, 49_872, -0.776), null))
                .endsWith("The precision asked for (± 5 %) was not reached: ± 6.5 % after 596 paired runs.");
    }

    @Test
    void aStoppedExperimentSaysSoFirst() {
        design = new Results.Design(
                List.of(),
                "person-hours-lost",
                null,
                412,
                4_000,
                0.05,
                true,
                0.065,
                false,
                true,
                0.95,
                8760,
                "",
                "",
                null);

        assertThat(answer(Results.Finding.YES, difference(-729_843, 49_872, -0.776), null))
                .startsWith("Stopped after 412 paired runs, before the answer was as precise as asked. So far:"
                        + " joining hands spared the public 730,000 person-hours")
                .endsWith("The precision asked for (± 5 %) was not reached: ± 6.5 % after 412 paired runs.")
                .doesNotContain("Yes");
    }

    private String answer(
            Results.Finding finding, Results.Comparison toBaseline, Results.@Nullable Comparison toIsolated) {
        Plan plan = Plan.of(scenario, asked);
        List<Results.StrategyResult> strategies = costs.entrySet().stream()
                .map(cost -> new Results.StrategyResult(
                        cost.getKey(),
                        List.of(),
                        false,
                        596,
                        new Interval(cost.getValue(), cost.getValue(), cost.getValue(), 0.95),
                        Map.of(),
                        new Histogram(0, 0, 1, List.of()),
                        Map.of(),
                        null,
                        Map.of()))
                .toList();
        Results.Verdict verdict = new Results.Verdict(finding, toBaseline, toIsolated, null);
        return new Answer(scenario, plan, measure, strategies, verdict, design).text();
    }

    private Results.Comparison difference(double mean, double half, double relative) {
        return comparison("isolated", mean, half, relative);
    }

    private Results.Comparison comparison(String baseline, double mean, double half, double relative) {
        return new Results.Comparison(
                baseline,
                asked.get(asked.size() - 1),
                measure.name(),
                new Interval(mean, mean - half, mean + half, 0.95),
                9.0,
                new Interval(relative, relative - 0.02, relative + 0.02, 0.95),
                596,
                0.001,
                0.001,
                half * 1.43);
    }

    private static Results.Design design(double attained, boolean reached) {
        return new Results.Design(
                List.of(),
                "person-hours-lost",
                null,
                596,
                4_000,
                0.05,
                true,
                attained,
                reached,
                false,
                0.95,
                8760,
                "",
                "",
                null);
    }
}
