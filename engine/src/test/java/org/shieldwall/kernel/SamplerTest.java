package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers against the distributions of commons-math. */
class SamplerTest {

    private static final Sampler MIXTURE = Sampler.mixture(
            new double[] {1, 2, 1},
            new Sampler[] {Sampler.lognormal(0, 1), Sampler.gamma(3, 2), Sampler.uniform(20, 30)});

    private static final List<Sampler> ALL = List.of(
            Sampler.constant(3),
            Sampler.uniform(2, 5),
            Sampler.exponential(7),
            Sampler.lognormal(1, 2),
            Sampler.lognormal(30, 1e-3),
            Sampler.triangular(1, 2, 4),
            Sampler.triangular(1, 1, 4),
            Sampler.gamma(0.3, 2),
            Sampler.gamma(4, 2),
            Sampler.gamma(3_000, 1),
            Sampler.weibull(0.6, 3),
            Sampler.weibull(3, 3),
            Sampler.beta(2, 5),
            Sampler.beta(0.4, 0.7),
            Sampler.empirical(new double[] {3, 1, 2}, new double[] {1, 1, 2}),
            MIXTURE,
            Sampler.mixture(new double[] {1, 1}, new Sampler[] {Sampler.constant(5), Sampler.exponential(5)}),
            MIXTURE.times(1e9).withNever(0.2));

    static Stream<Arguments> distributions() {
        return Stream.of(
                Arguments.of(Sampler.uniform(2, 5), new UniformRealDistribution(2, 5), 1e-12),
                Arguments.of(Sampler.exponential(7), new ExponentialDistribution(7), 1e-12),
                Arguments.of(Sampler.lognormal(1, 0.5), new LogNormalDistribution(1, 0.5), 1e-11),
                Arguments.of(Sampler.triangular(1, 2, 4), new TriangularDistribution(1, 2, 4), 1e-12),
                Arguments.of(Sampler.weibull(0.6, 3), new WeibullDistribution(0.6, 3), 1e-12),
                Arguments.of(Sampler.weibull(3, 3), new WeibullDistribution(3, 3), 1e-12),
                Arguments.of(Sampler.gamma(0.3, 2), new GammaDistribution(0.3, 2), 1e-6),
                Arguments.of(Sampler.gamma(1, 2), new GammaDistribution(1, 2), 1e-6),
                Arguments.of(Sampler.gamma(4, 2), new GammaDistribution(4, 2), 1e-6),
                Arguments.of(Sampler.gamma(200, 0.1), new GammaDistribution(200, 0.1), 1e-6),
                Arguments.of(Sampler.beta(2, 5), new BetaDistribution(2, 5), 1e-6),
                Arguments.of(Sampler.beta(0.4, 0.7), new BetaDistribution(0.4, 0.7), 1e-6),
                Arguments.of(Sampler.beta(30, 1.5), new BetaDistribution(30, 1.5), 1e-6));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantilesInvertTheDistribution(Sampler sampler, RealDistribution distribution, double tolerance) {
        for (int i = 1; i < 2_000; i++) {
            double u = i < 1_000 ? i / 1_000.0 : i % 2 == 0 ? Math.exp(-i / 80.0) : 1 - Math.exp(-i / 80.0);
            double back = distribution.cumulativeProbability(sampler.quantile(u));
            assertThat(back)
                    .as("u = %s", u)
                    .isCloseTo(u, within(tolerance * Math.min(1, 20 * Math.min(u, 1 - u)) + 1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void momentsAreThoseOfTheDistribution(Sampler sampler, RealDistribution distribution, double tolerance) {
        assertThat(sampler.mean()).isCloseTo(distribution.getNumericalMean(), within(1e-9 * sampler.mean()));
        int draws = 400_000;
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < draws; n++) {
            double excess = sampler.quantile(Dice.uniform(1, 1, 1, n)) - distribution.getNumericalMean();
            sum += excess;
            squares += excess * excess;
        }
        double variance = distribution.getNumericalVariance();
        assertThat(sum / draws).isCloseTo(0, within(4.5 * Math.sqrt(variance / draws)));
        assertThat(squares / draws).isCloseTo(variance, within(0.05 * variance));
    }

    @Provide
    Arbitrary<Sampler> samplers() {
        return Arbitraries.of(ALL);
    }

    @Property(tries = 3_000)
    void quantilesNeverDecrease(
            @ForAll("samplers") Sampler sampler,
            @ForAll long bits,
            @ForAll long otherBits,
            @ForAll @IntRange(max = 52) int shift) {
        double u = Dice.toUniform(bits >>> shift);
        double v = 1 - Dice.toUniform(otherBits >>> shift);
        assertThat(sampler.quantile(Math.max(u, v))).isGreaterThanOrEqualTo(sampler.quantile(Math.min(u, v)));
        double at = u;
        for (int i = 0; i < 16 && at < 1 - 0x1p-53; i++) {
            double next = Math.nextUp(at);
            assertThat(sampler.quantile(next)).isGreaterThanOrEqualTo(sampler.quantile(at));
            at = next;
        }
    }

    @Test
    void quantilesNeverDecreaseWhereCellsMeet() {
        for (Sampler sampler : ALL) {
            for (int octave = 1; octave <= 52; octave++) {
                for (int eighth = 0; eighth < 8; eighth++) {
                    double cut = Math.scalb(1 + eighth / 8.0, -octave - 1);
                    for (double middle : new double[] {cut, 1 - cut}) {
                        double below = Math.nextDown(middle);
                        double above = Math.nextUp(middle);
                        double value = sampler.quantile(middle);
                        assertThat(sampler.quantile(Math.max(below, 0x1p-53))).isLessThanOrEqualTo(value);
                        assertThat(sampler.quantile(Math.min(above, 1 - 0x1p-53)))
                                .isGreaterThanOrEqualTo(value);
                    }
                }
            }
        }
    }

    @Test
    void aMixtureInvertsTheWeightedSumOfItsParts() {
        RealDistribution lognormal = new LogNormalDistribution(0, 1);
        RealDistribution gamma = new GammaDistribution(3, 2);
        RealDistribution uniform = new UniformRealDistribution(20, 30);
        for (int i = 1; i < 1_000; i++) {
            double u = i / 1_000.0;
            double x = MIXTURE.quantile(u);
            double back = 0.25 * lognormal.cumulativeProbability(x)
                    + 0.5 * gamma.cumulativeProbability(x)
                    + 0.25 * uniform.cumulativeProbability(x);
            assertThat(back).isCloseTo(u, within(1e-6));
        }
        assertThat(MIXTURE.mean()).isCloseTo(0.25 * Math.exp(0.5) + 0.5 * 6 + 0.25 * 25, within(1e-9));
    }

    @Test
    void aMixtureKeepsPointsAndGaps() {
        Sampler mixture = Sampler.mixture(
                new double[] {0.3, 0.2, 0.5},
                new Sampler[] {Sampler.uniform(0, 1), Sampler.constant(5), Sampler.uniform(100, 101)});
        assertThat(mixture.quantile(0.15)).isCloseTo(0.5, within(1e-9));
        assertThat(mixture.quantile(0.2999999)).isCloseTo(1, within(1e-6));
        assertThat(mixture.quantile(0.3000001)).isEqualTo(5);
        assertThat(mixture.quantile(0.4)).isEqualTo(5);
        assertThat(mixture.quantile(0.4999999)).isEqualTo(5);
        assertThat(mixture.quantile(0.5000001)).isCloseTo(100, within(1e-6));
        assertThat(mixture.quantile(0.75)).isCloseTo(100.5, within(1e-9));
    }

    @Test
    void aMixtureOfMixturesIsOneMixture() {
        Sampler inner =
                Sampler.mixture(new double[] {1, 1}, new Sampler[] {Sampler.exponential(1), Sampler.exponential(10)});
        Sampler nested = Sampler.mixture(new double[] {1, 1}, new Sampler[] {inner.times(2), Sampler.exponential(5)});
        Sampler flat = Sampler.mixture(
                new double[] {1, 1, 2},
                new Sampler[] {Sampler.exponential(2), Sampler.exponential(20), Sampler.exponential(5)});
        for (double u = 0.01; u < 1; u += 0.01) {
            assertThat(nested.quantile(u)).isCloseTo(flat.quantile(u), within(1e-9 * flat.quantile(u)));
        }
    }

    @Test
    void aShareOfNeverComesAtTheEnd() {
        Sampler sampler = Sampler.exponential(2).withNever(0.25);
        assertThat(sampler.quantile(0.75)).isInfinite();
        assertThat(sampler.quantile(Math.nextDown(0.75))).isFinite();
        assertThat(sampler.quantile(0.375)).isCloseTo(2 * Math.log(2), within(1e-12));
        assertThat(sampler.mean()).isInfinite();
        assertThat(sampler.meanIfEver()).isEqualTo(2);
        assertThat(sampler.withNever(0.5).probabilityOfNever()).isCloseTo(0.625, within(1e-15));
        assertThat(sampler.times(3).quantile(0.9)).isInfinite();
        assertThat(Sampler.exponential(2).mean()).isEqualTo(2);
        Sampler never = Sampler.constant(Double.POSITIVE_INFINITY);
        assertThat(never.isConstant()).isTrue();
        assertThat(never.quantile(0x1p-53)).isInfinite();
    }

    @Test
    void aMixtureWithNeverKeepsTheShareOfNever() {
        Sampler sampler = Sampler.mixture(
                new double[] {1, 1},
                new Sampler[] {Sampler.never(), Sampler.exponential(1).withNever(0.5)});
        assertThat(sampler.probabilityOfNever()).isCloseTo(0.75, within(1e-15));
        assertThat(sampler.quantile(0.125)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void anEmpiricalDistributionGivesItsValuesByWeight() {
        Sampler sampler = Sampler.empirical(new double[] {30, 10, 20, 99}, new double[] {1, 2, 1, 0});
        assertThat(sampler.quantile(0.5)).isEqualTo(10);
        assertThat(sampler.quantile(0.51)).isEqualTo(20);
        assertThat(sampler.quantile(0.75)).isEqualTo(20);
        assertThat(sampler.quantile(0.76)).isEqualTo(30);
        assertThat(sampler.quantile(1 - 0x1p-53)).isEqualTo(30);
        assertThat(sampler.mean()).isEqualTo(17.5);
    }

    @Test
    void timesScalesEveryValue() {
        for (Sampler sampler : ALL) {
            Sampler scaled = sampler.times(4);
            assertThat(scaled.quantile(0.3)).isCloseTo(4 * sampler.quantile(0.3), within(1e-9 * scaled.quantile(0.3)));
        }
        assertThat(Sampler.exponential(1).times(2).times(3).mean()).isEqualTo(6);
    }

    @Test
    void drawsAllocateNothing() {
        Runnable draws = () -> {
            for (Sampler sampler : ALL) {
                for (int n = 0; n < 1_000; n++) {
                    if (sampler.quantile(Dice.uniform(1, 1, 1, n)) < 0) {
                        throw new AssertionError();
                    }
                }
            }
        };
        long withIterator = 128;
        assertThat(Allocation.ofQuietest(draws)).isLessThanOrEqualTo(withIterator);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Sampler.exponential(-1)).hasMessageContaining("mean (-1.0)");
        assertThatThrownBy(() -> Sampler.uniform(2, 1))
                .hasMessageContaining("2.0")
                .hasMessageContaining("1.0");
        assertThatThrownBy(() -> Sampler.lognormal(3, -2)).hasMessageContaining("sigma (-2.0)");
        assertThatThrownBy(() -> Sampler.empirical(new double[] {1}, new double[] {0}))
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> Sampler.mixture(new double[0], new Sampler[0])).hasMessageContaining("mixture");
        assertThatThrownBy(() -> Sampler.constant(1).withNever(1.1)).hasMessageContaining("1.1");
    }

    @Test
    void tablesAreTheSameOnEveryMachine() {
        Digest digest = new Digest();
        for (Sampler sampler : ALL) {
            for (int n = 0; n < 10_000; n++) {
                digest.putDouble(sampler.quantile(Dice.uniform(1, 1, 1, n)));
            }
        }
        assertThat(digest.hex()).isEqualTo("7f218d7374a574e2ca7a6bc43dc6bbf9");
    }
}
