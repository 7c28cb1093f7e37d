package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {

    @Test
    void exponentialTimesFromTheSameLuck() {
        Random random = new Random(18);
        double[] x = new double[500];
        double[] y = new double[500];
        for (int i = 0; i < x.length; i++) {
            double u = random.nextDouble();
            x[i] = -StrictMath.log(1 - u);
            y[i] = 0.8 * x[i];
        }

        assertThat(Pairs.of(x, y, 0.95).varianceReduction()).isCloseTo(41, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4, 5.444444", "0.3, 0.1, 1.875", "0.5, 0.45, 10.473684"})
    void successesFromTheSameLuck(double p1, double p2, double expected) {
        // The law itself, not a sample: each percentile of u once.
        int n = 20_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double u = (i + 0.5) / n;
            x[i] = u < p1 ? 1 : 0;
            y[i] = u < p2 ? 1 : 0;
        }

        assertThat(Pairs.of(x, y, 0.95).varianceReduction()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void antitheticTimes() {
        int n = 2_000_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double u = (i + 0.5) / n;
            x[i] = -StrictMath.log(u);
            y[i] = StrictMath.log(1 - u);
        }

        assertThat(Pairs.of(x, y, 0.95).varianceReduction()).isCloseTo(2.816378, within(1e-3));
    }

    /** Delays of the first 100 customers, service rates 1 and 1.1, equal arrivals and services scaled. */
    @Test
    void queuesThatShareTheirLuckAreComparedNineTimesAsWell() {
        int n = 40_000;
        double[] slow = new double[n];
        double[] fast = new double[n];
        double[] stranger = new double[n];
        for (int i = 0; i < n; i++) {
            slow[i] = SimulatedQueue.meanDelay(100, 1.25, 1, new Random(2L * i), new Random(~(2L * i)));
            fast[i] = SimulatedQueue.meanDelay(100, 1.25, 1 / 1.1, new Random(2L * i), new Random(~(2L * i)));
            stranger[i] = SimulatedQueue.meanDelay(
                    100, 1.25, 1 / 1.1, new Random(1_000_000_007L + 2L * i), new Random(~(1_000_000_007L + 2L * i)));
        }

        Pairs synchronised = Pairs.of(fast, slow, 0.95);
        assertThat(synchronised.difference().mean()).isCloseTo(0.996321, within(0.03));
        assertThat(synchronised.varianceReduction()).isCloseTo(9.5, within(0.6));
        assertThat(Pairs.of(stranger, slow, 0.95).varianceReduction()).isCloseTo(1, within(0.03));
    }

    @Test
    void equalRunsDoNotDiffer() {
        double[] x = {1, 2, 3};

        Pairs pairs = Pairs.of(x, x, 0.95);

        assertThat(pairs.difference()).isEqualTo(new Interval(0, 0, 0, 0.95));
        assertThat(pairs.p()).isEqualTo(1);
        assertThat(pairs.varianceReduction()).isInfinite();
    }

    @Test
    void thePValueIsThatOfThePairedTTest() {
        double[] x = {30.02, 29.99, 30.11, 29.97, 30.01, 29.99};
        double[] y = {29.89, 29.93, 29.72, 29.98, 30.02, 29.98};

        double p = org.apache.commons.statistics.inference.TTest.withDefaults()
                .pairedTest(x, y)
                .getPValue();

        assertThat(Pairs.of(x, y, 0.95).p()).isCloseTo(p, within(1e-12));
    }

    @Test
    void theDetectableDifferenceIsFoundFourTimesInFive() {
        Random random = new Random(19);
        double[] x = new double[50];
        double[] noise = new double[50];
        for (int i = 0; i < x.length; i++) {
            noise[i] = random.nextGaussian();
        }
        double shift = Pairs.of(x, noise, 0.95).detectable();
        double trueDetectable = shift / Means.standardDeviation(noise);
        int found = 0;
        for (int macro = 0; macro < 5_000; macro++) {
            double[] y = new double[50];
            for (int i = 0; i < y.length; i++) {
                y[i] = trueDetectable + random.nextGaussian();
            }
            found += Pairs.of(x, y, 0.95).difference().excludesZero() ? 1 : 0;
        }

        assertThat(found / 5_000.0).isCloseTo(0.8, within(0.02));
    }

    @Test
    void theRelativeDifferenceCoversItsTruth() {
        Random random = new Random(20);
        int covered = 0;
        for (int macro = 0; macro < 5_000; macro++) {
            double[] x = new double[60];
            double[] y = new double[60];
            for (int i = 0; i < x.length; i++) {
                x[i] = 10 + 3 * random.nextGaussian();
                y[i] = 0.4 * x[i] + random.nextGaussian();
            }
            Interval relative = Pairs.relative(x, y, 0.95);
            covered += relative != null && relative.low() <= -0.6 && relative.high() >= -0.6 ? 1 : 0;
        }

        assertThat(covered / 5_000.0).isCloseTo(0.95, within(0.01));
    }

    @Test
    void noShareOfWhatMayBeNothing() {
        assertThat(Pairs.relative(new double[] {0, 0, 0, 5}, new double[] {0, 0, 0, 0}, 0.95))
                .isNull();
    }
}
