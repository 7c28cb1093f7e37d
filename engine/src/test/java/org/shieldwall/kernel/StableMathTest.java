package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class StableMathTest {

    @Test
    void theLogarithmIsThatOfStrictMathWithinTwoUnitsInTheLastPlace() {
        for (int n = 0; n < 1_000_000; n++) {
            double x = Math.abs(Double.longBitsToDouble(Dice.bits(1, 1, 1, n)));
            double y = n % 2 == 0 ? x : Dice.uniform(1, 2, 1, n) * 2;
            if (y < Double.POSITIVE_INFINITY && y > 0) {
                double expected = StrictMath.log(y);
                assertThat(Math.abs(StableMath.log(y) - expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
            }
        }
    }

    @Test
    void theExponentialIsThatOfStrictMathWithinTwoUnitsInTheLastPlace() {
        for (int n = 0; n < 1_000_000; n++) {
            double y = (Dice.uniform(1, 1, 1, n) - 0.5) * (n % 3 == 0 ? 1_500 : n % 3 == 1 ? 60 : 0.1);
            double expected = StrictMath.exp(y);
            if (expected == Double.POSITIVE_INFINITY) {
                assertThat(StableMath.exp(y)).isInfinite();
            } else {
                assertThat(Math.abs(StableMath.exp(y) - expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
            }
        }
    }

    @Test
    void specialArgumentsAreThoseOfStrictMath() {
        for (double x : new double[] {
            0, -0.0, 1, -1, Double.MIN_VALUE, 1e-310, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN
        }) {
            assertThat(StableMath.log(x)).isCloseTo(StrictMath.log(x), within(2e-13));
        }
        for (double y : new double[] {
            0, -0.0, 708, 709.7, 709.79, -708, -744, -745.2, -1e9, 1e9, Double.NEGATIVE_INFINITY, Double.NaN
        }) {
            double expected = StrictMath.exp(y);
            double unit = Double.isFinite(expected) ? Math.ulp(expected) : 0;
            assertThat(StableMath.exp(y)).isCloseTo(expected, within(2 * unit));
        }
        assertThat(StableMath.normalQuantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StableMath.normalQuantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StableMath.normalQuantile(0.5)).isZero();
    }

    @Test
    void neverDecreasesWhereIntervalsMeet() {
        for (int k = -20 * 128; k <= 20 * 128; k++) {
            checkNonDecreasingAround((k + 0.5) / 128 * 0.6931471805599453, StableMath::exp);
        }
        for (int exponent = -54; exponent <= 20; exponent++) {
            for (int i = 0; i < 128; i++) {
                checkNonDecreasingAround(Math.scalb(1 + (i + 0.5) / 128, exponent), StableMath::log);
            }
        }
        for (double u : new double[] {0.075, 0.925, StrictMath.exp(-25), 0.5, 0.25, 0x1p-10, 1 - 0x1p-10}) {
            checkNonDecreasingAround(u, StableMath::normalQuantile);
        }
    }

    @Property
    void neverDecreases(@ForAll @DoubleRange(min = 0, max = 1) double u) {
        checkNonDecreasingAround(u, v -> StableMath.normalQuantile(Math.min(v, 1)));
        checkNonDecreasingAround(u, StableMath::log);
        checkNonDecreasingAround(u, StableMath::exp);
    }

    @Test
    void theNormalQuantileIsThatOfTheNormalDistribution() {
        NormalDistribution normal = new NormalDistribution();
        for (double u = 1e-12; u < 1; u = u < 0.5 ? u * 1.3 : 1 - (1 - u) / 1.3) {
            if (1 - u < 1e-12) {
                break;
            }
            double z = StableMath.normalQuantile(u);
            assertThat(normal.cumulativeProbability(z)).isCloseTo(u, within(1e-11 * u));
            assertThat(StableMath.normalQuantile(1 - u)).isCloseTo(-z, within(1e-4));
        }
        assertThat(StableMath.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(StableMath.normalQuantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-11));
    }

    @Test
    void allGiveTheSameBitsOnEveryMachine() {
        Digest digest = new Digest();
        for (int n = 0; n < 100_000; n++) {
            double u = Dice.uniform(1, 1, 1, n);
            digest.putDouble(StableMath.log(u));
            digest.putDouble(StableMath.exp(100 * (u - 0.5)));
            digest.putDouble(StableMath.normalQuantile(u));
        }
        assertThat(digest.hex()).isEqualTo("209319dd34993565000b7b590786bcac");
    }

    private static void checkNonDecreasingAround(double x, DoubleUnaryOperator function) {
        double at = x;
        for (int i = 0; i < 32; i++) {
            at = Math.nextDown(at);
        }
        for (int i = 0; i < 64; i++) {
            double next = Math.nextUp(at);
            if (at >= 0) {
                assertThat(function.applyAsDouble(next)).isGreaterThanOrEqualTo(function.applyAsDouble(at));
            }
            at = next;
        }
    }
}
