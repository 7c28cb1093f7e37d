package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.statistics.Interval;

class WhiskerChartTest {

    @Test
    void whiskersStandOnOneScaleWithRoundTicks() {
        WhiskerChart chart = new WhiskerChart(990_000, 42);

        assertThat(chart.axis()).isEqualTo("0        250k      500k      750k      1M");
        assertThat(chart.row(new Interval(940_000, 890_000, 990_000, 0.95), "●"))
                .isEqualTo("│         │         │         │     ├─●─┤");
        assertThat(chart.row(new Interval(210_000, 190_000, 235_000, 0.95), "◆"))
                .isEqualTo("│       ◆┤│         │         │         │");
    }

    @Test
    void nothingIsAMarkAtZero() {
        WhiskerChart chart = new WhiskerChart(0, 42);

        assertThat(chart.row(new Interval(0, 0, 0, 0.95), "●")).startsWith("●");
    }

    @Test
    void anyGreatestValueFits() {
        for (double greatest = 0.003; greatest < 1e10; greatest *= 1.7) {
            WhiskerChart chart = new WhiskerChart(greatest, 42);

            assertThat(chart.columns()).isBetween(35, 42);
            assertThat(chart.axis()).hasSize(chart.columns());
            assertThat(chart.row(new Interval(greatest, 0, greatest, 0.95), "●"))
                    .hasSize(chart.columns())
                    .contains("●");
        }
    }
}
