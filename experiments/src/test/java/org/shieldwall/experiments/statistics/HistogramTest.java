package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void runsInWhichNothingHappenedStandApart() {
        double[] x = {0, 0, 0, 1, 24};

        Histogram histogram = Histogram.of(x, Histogram.Bins.over(List.of(x)));

        assertThat(histogram.zero()).isEqualTo(0.6);
        assertThat(histogram.width()).isEqualTo(1);
        assertThat(histogram.counts()).hasSize(25).startsWith(0, 1).endsWith(1);
    }

    @Test
    void everyRunIsCountedOnce() {
        Random random = new Random(22);
        double[] x = random.doubles(1_000, -3_000, 70_000).toArray();
        double[] y = random.doubles(1_000, 0, 200_000).toArray();
        Histogram.Bins bins = Histogram.Bins.over(List.of(x, y));

        assertThat(bins.width()).isEqualTo(10_000);
        assertThat(Histogram.of(x, bins).counts().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1_000);
        assertThat(Histogram.of(y, bins).from()).isEqualTo(-10_000);
    }

    @Test
    void nothingButZeros() {
        double[] x = {0, 0};

        Histogram histogram = Histogram.of(x, Histogram.Bins.over(List.of(x)));

        assertThat(histogram.zero()).isEqualTo(1);
        assertThat(histogram.counts()).containsExactly(0);
    }
}
