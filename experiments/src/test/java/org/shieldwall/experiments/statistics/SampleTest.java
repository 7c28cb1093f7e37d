package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that share maps: intervals are for the law of maps, and cover it as often as they say. */
class SampleTest {
    private static final int FAMILIES = 10_000;

    private static double[] values(Random random, int members, int runs, double between, double within) {
        double[] map = random.doubles(members)
                .map(u -> 10 + between * random.nextGaussian())
                .toArray();
        double[] x = new double[runs];
        Arrays.setAll(x, i -> map[i % members] + within * random.nextGaussian());
        return x;
    }

    private static double coverage(int families, double truth, Function<Random, Interval> interval) {
        Random random = new Random(20);
        int covered = 0;
        for (int family = 0; family < families; family++) {
            Interval found = interval.apply(random);
            covered += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }
        return (double) covered / families;
    }

    @ParameterizedTest
    @CsvSource({"5, 100, 2, 1", "5, 100, 1, 5", "5, 20, 3, 0", "16, 208, 1, 1", "2, 40, 1, 1"})
    void theMeanOverAllMapsIsCoveredAsOftenAsSaid(int members, int runs, double between, double within) {
        double covered =
                coverage(FAMILIES, 10, random -> Sample.of(values(random, members, runs, between, within), members)
                        .tMean(0.95));

        // Standard error of the share: 0.0022.
        assertThat(covered).isCloseTo(0.95, within(0.007));
    }

    @Test
    void takenForIndependentTheSameRunsCoverFarTooSeldom() {
        double covered = coverage(FAMILIES, 10, random -> Sample.ofIndependent(values(random, 5, 100, 2, 1))
                .tMean(0.95));

        assertThat(covered).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"5, 100, 1, 1", "5, 20, 1, 0", "16, 160, 2, 1"})
    void pairedDifferencesAndTheirSharesAreCoveredToo(int members, int runs, double between, double within) {
        Function<Random, double[][]> pairs = random -> {
            double[] luck = values(random, members, runs, 1, 1);
            double[] effect = values(random, members, runs, between, within);
            double[] y = new double[runs];
            Arrays.setAll(y, i -> 30 + luck[i] - effect[i]);
            double[] x = new double[runs];
            Arrays.setAll(x, i -> 30 + luck[i]);
            return new double[][] {x, y};
        };
        double difference = coverage(FAMILIES, -10, random -> {
            double[][] pair = pairs.apply(random);
            return Pairs.of(
                            Sample.of(pair[0], members).units(),
                            Sample.of(pair[1], members).units(),
                            0.95)
                    .difference();
        });
        double share = coverage(FAMILIES, -0.25, random -> {
            double[][] pair = pairs.apply(random);
            Interval relative = Pairs.relative(
                    Sample.of(pair[0], members).units(),
                    Sample.of(pair[1], members).units(),
                    0.95);
            return relative == null
                    ? new Interval(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95)
                    : relative;
        });

        assertThat(difference).isCloseTo(0.95, within(0.007));
        assertThat(share).isCloseTo(0.95, within(0.007));
    }

    /** Of each map its own share, from uniform laws around the truth; a width of 1 makes them all or nothing. */
    private static double[] events(Random random, int members, int runs, double share, double width) {
        double[] map = random.doubles(members)
                .map(u -> width == 1 ? (u < share ? 1 : 0) : share + width * (u - 0.5))
                .toArray();
        double[] x = new double[runs];
        Arrays.setAll(x, i -> random.nextDouble() < map[i % members] ? 1 : 0);
        return x;
    }

    @ParameterizedTest
    @CsvSource({
        "8, 160, 0.3, 0",
        "8, 160, 0.3, 0.5",
        "8, 160, 0.3, 1",
        "16, 160, 0.1, 0.15",
        "16, 160, 0.1, 1",
        "5, 100, 0.02, 0"
    })
    void sharesAreCoveredAtLeastAboutAsOftenAsSaid(int members, int runs, double share, double width) {
        double wilson =
                coverage(FAMILIES, share, random -> Sample.of(events(random, members, runs, share, width), members)
                        .share(0.95));
        double exact = coverage(2_000, share, random -> Sample.of(events(random, members, runs, share, width), members)
                .exactShare(0.99));

        assertThat(wilson).isGreaterThan(0.93);
        assertThat(exact).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @CsvSource({"10, 200, 0", "10, 200, 1", "16, 160, 3", "30, 120, 1"})
    void mediansAreCoveredAtLeastAboutAsOftenAsSaid(int members, int runs, double between) {
        double covered = coverage(4_000, 10, random -> Sample.of(values(random, members, runs, between, 1), members)
                .quantile(0.5, 0.95));

        assertThat(covered).isGreaterThan(0.93);
    }

    @Test
    void moreRunsOnDeterministicMapsNarrowNothing() {
        double[] map = {3, 5, 8, 4, 10};
        double[] few = new double[20];
        Arrays.setAll(few, i -> map[i % 5]);
        double[] many = new double[2_000];
        Arrays.setAll(many, i -> map[i % 5]);

        for (double[] x : new double[][] {few, many}) {
            Sample sample = Sample.of(x, 5);
            Interval all = sample.tMean(0.95);
            // By hand: mean 6, s² = 34/4, t(4) = 2.776445.
            assertThat(all.mean()).isCloseTo(6, within(1e-12));
            assertThat(all.halfWidth()).isCloseTo(2.776445 * Math.sqrt(8.5 / 5), within(1e-5));
            assertThat(sample.ofTheseClusters(0.95).halfWidth()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void moreRunsThatAllAgreeCountOnceForEachMap() {
        double[] never = new double[1_000];

        assertThat(Sample.of(never, 5).share(0.95).high())
                .isEqualTo(Proportions.wilson(0, 5, 0.95).high());
        assertThat(Sample.of(never, 5).exactShare(0.95).high())
                .isEqualTo(Proportions.clopperPearson(0, 5, 0.95).high());
    }

    @Test
    void theseMapsAloneAreCoveredByTheStratifiedInterval() {
        double[] map = {3, 5, 8, 4, 10};
        double covered = coverage(FAMILIES, 6, random -> {
            double[] x = new double[25];
            Arrays.setAll(x, i -> map[i % 5] + random.nextGaussian());
            return Sample.of(x, 5).ofTheseClusters(0.95);
        });

        assertThat(covered).isCloseTo(0.95, within(0.007));
    }

    @Test
    void whatStaysHoweverManyRunsIsTheVarianceBetweenMaps() {
        Random random = new Random(21);
        double sum = 0;
        for (int family = 0; family < 4_000; family++) {
            sum += Sample.of(values(random, 10, 100, 3, 1), 10).between().variance();
        }

        // σ² between over members; its estimate has a relative error of √(2/9), the mean of 4,000 one of 0.0075.
        assertThat(sum / 4_000).isCloseTo(0.9, within(0.03));
    }

    @Test
    void aMapForEachRunIsAsIfThereWereNoFamily() {
        double[] x = values(new Random(22), 50, 50, 1, 1);
        for (int members : new int[] {50, 51, 1}) {
            Sample sample = Sample.of(x, members);
            assertThat(sample.mean(0.95)).isEqualTo(Means.interval(x, 0.95));
            assertThat(sample.quantile(0.5, 0.95)).isEqualTo(Quantiles.interval(x, 0.5, 0.95));
            assertThat(sample.between().variance()).isZero();
            assertThat(sample.ofTheseClusters(0.95)).isEqualTo(sample.tMean(0.95));
        }
    }

    @Test
    void runsWithoutAValueAreLeftOutAndTheOthersWeighTheSame() {
        double[] x = {1, 10, Double.NaN, 20, 3, Double.NaN, 5, 30};

        Sample sample = Sample.of(x, 2);

        assertThat(sample.size()).isEqualTo(6);
        assertThat(sample.clusters()).isEqualTo(2);
        assertThat(Means.mean(sample.units())).isCloseTo(11.5, within(1e-12));
        // Map 1: 1, 3, 5; map 2: 10, 20, 30.
        assertThat(sample.units()).containsExactly(new double[] {3, 20}, within(1e-12));
    }
}
