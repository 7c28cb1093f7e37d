package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.statistics.Histogram;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;

class CompareTextTest {
    private static final String ANSWER = "Yes. Joining hands spared the public 730,000 person-hours without service"
            + " (95 % CI 680,000 to 780,000), 78 % of the harm, for €1.2 M a year more.";

    @Test
    void theAnswerComesFirstThenTheStrategiesOnOneScale() {
        Captured captured = new Captured(true);
        new CompareText(captured.terminal(), results())
                .print(9.41, List.of(Path.of("out/three-grids/results.json"), Path.of("out/three-grids/runs.csv")));

        assertThat(captured.out()).isEqualTo("""

                          Yes. Joining hands spared the public 730,000 person-hours without service
                          (95 % CI 680,000 to 780,000), 78 % of the harm, for €1.2 M a year more.

                          strategy          person-hours lost, mean and 95 % CI        strike    cost
                                            0        250k      500k      750k      1M   lands  a year
                          isolated          │         │         │         │     ├─●─┤    92 %  €1.9 M
                          sharing-officer   │         │     ├●─┤│         │         │    52 %  €2.5 M
                          joint             │       ◆┤│         │         │         │    31 %  €3.1 M

                          596 paired runs of 3 strategies, seed 2015, 9.4 s.
                          out/three-grids/results.json   runs.csv
                        """);
        assertThat(captured.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theTimeIsLeftOutWhereTheOutputIsKept() {
        Captured captured = new Captured(true);
        new CompareText(captured.terminal(), results()).print(null, List.of());

        assertThat(captured.out()).endsWith("596 paired runs of 3 strategies, seed 2015.\n");
    }

    @Test
    void withoutUnicode() {
        Captured captured = new Captured(false);
        new CompareText(captured.terminal(), results()).print(null, List.of());

        assertThat(captured.out()).contains("[-o-]").contains(" EUR 1.9 M\n").doesNotContain("?");
        assertThat(captured.out().chars()).allMatch(c -> c < 128);
    }

    private static Results results() {
        List<Results.StrategyResult> strategies = List.of(
                strategy("isolated", false, 940_000, 890_000, 990_000, 0.92, 1.9e6),
                strategy("sharing-officer", false, 430_000, 395_000, 475_000, 0.52, 2.5e6),
                strategy("joint", true, 210_000, 190_000, 235_000, 0.31, 3.1e6));
        Interval difference = new Interval(-730_000, -780_000, -680_000, 0.95);
        Results.Comparison comparison = new Results.Comparison(
                "isolated", "joint", "person-hours-lost", difference, 9.0, null, 596, 0, 0, 70_000);
        Results.Design design = new Results.Design(
                List.of("isolated", "joint"),
                "person-hours-lost",
                "attack-success.evening.strike",
                596,
                4_000,
                0.055,
                true,
                0.053,
                true,
                false,
                0.95,
                7_200,
                "",
                "",
                null);
        return new Results(
                "three-grids",
                "0.1.0",
                2015,
                "sha256:0",
                ANSWER,
                strategies,
                List.of(comparison),
                "Three grids, one evening",
                "",
                design,
                new Results.Verdict(Results.Finding.YES, comparison, null, 1.2e6),
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    private static Results.StrategyResult strategy(
            String name, boolean cooperative, double mean, double low, double high, double success, double cost) {
        Map<String, Results.MeasureResult> measures = new LinkedHashMap<>();
        measures.put("person-hours-lost", measure("person-hours", Measures.Kind.AMOUNT, mean, low, high));
        measures.put(
                "attack-success.evening.strike",
                measure("runs", Measures.Kind.EVENT, success, success - 0.02, success + 0.02));
        return new Results.StrategyResult(
                name,
                List.of(),
                cooperative,
                596,
                new Interval(cost, cost, cost, 0.95),
                measures,
                new Histogram(0, 0, 1, List.of()),
                Map.of(),
                null,
                Map.of());
    }

    private static Results.MeasureResult measure(
            String unit, Measures.Kind kind, double mean, double low, double high) {
        return new Results.MeasureResult(
                mean, low, high, 0.95, unit, Measures.Better.LESS, kind, "", 596, 0, 1.0, 0.0, 0.0, 0.0, "t");
    }
}
