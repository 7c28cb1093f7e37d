package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

    @ParameterizedTest
    @CsvSource({"100, 0.5, 40, 60, 0.9540", "100, 0.9, 84, 96, 0.9557", "200, 0.95, 184, 197, 0.9672"})
    void ranksAndTheirCoverage(int n, double q, int low, int high, double coverage) {
        Quantiles.Ranks ranks = Quantiles.ranks(n, q, 0.95);

        assertThat(ranks.low()).isEqualTo(low);
        assertThat(ranks.high()).isEqualTo(high);
        assertThat(ranks.coverage()).isCloseTo(coverage, within(5e-5));
    }

    @Test
    void fiftyNineRunsBoundTheirNinetyFifthPercentileFromAbove() {
        assertThat(Quantiles.coverage(BinomialDistribution.of(59, 0.95), 0, 59)).isCloseTo(0.951505, within(1e-6));
        assertThat(Quantiles.coverage(BinomialDistribution.of(58, 0.95), 0, 58)).isCloseTo(0.948953, within(1e-6));
    }

    @Test
    void tooFewRunsSetNoBound() {
        Interval interval = Quantiles.interval(new double[] {1, 2, 3}, 0.9, 0.95);

        assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval.mean()).isCloseTo(2.8, within(1e-12));
    }

    @Test
    void intervalsOfTheMedianOfSkewedDataCoverIt() {
        Random random = new Random(17);
        int covered = 0;
        for (int macro = 0; macro < 4_000; macro++) {
            double[] x = new double[101];
            for (int i = 0; i < x.length; i++) {
                x[i] = SimulatedQueue.exponential(1, random);
            }
            Interval interval = Quantiles.interval(x, 0.5, 0.95);
            covered += interval.low() <= StrictMath.log(2) && StrictMath.log(2) <= interval.high() ? 1 : 0;
        }

        assertThat(covered / 4_000.0).isBetween(0.945, 0.975);
    }

    @Test
    void neverIsAValueLikeAnyOther() {
        double[] x = {1, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 3};

        assertThat(Quantiles.quantile(x, 0.5)).isEqualTo(3);
        assertThat(Quantiles.quantile(x, 0.9)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
