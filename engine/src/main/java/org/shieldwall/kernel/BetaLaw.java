package org.shieldwall.kernel;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;

/** The beta on [0, 1], as a table of quantiles. */
final class BetaLaw implements Law {
    private static final double LEAST = 1e-3;
    private static final double LARGEST = 1e6;

    /** Below this, the first term of the series of I_x(a, b) is the whole. */
    private static final double SERIES_LIMIT = 1e-14;

    private static final double[] NO_JUMPS = {};

    private final double a;
    private final double b;
    private final QuantileTable table;

    private BetaLaw(double a, double b) {
        this.a = a;
        this.b = b;
        table = new QuantileTable(
                (u, tail) -> u <= 0.5 ? lowerQuantile(a, b, u) : 1 - lowerQuantile(b, a, tail), NO_JUMPS);
    }

    static Law of(double a, double b) {
        Require.positive(a, "a", "beta");
        Require.positive(b, "b", "beta");
        Require.that(
                Math.min(a, b) >= LEAST && Math.max(a, b) <= LARGEST,
                "The parameters (%s and %s) of a beta must lie between 0.001 and 1000000.",
                a,
                b);
        return new BetaLaw(a, b);
    }

    /** The quantile of u at most one half. */
    private static double lowerQuantile(double a, double b, double u) {
        double lnFirst = (StableMath.log(u) + StableMath.log(a) + Beta.logBeta(a, b)) / a;
        if (lnFirst < StableMath.log(SERIES_LIMIT / (1 + b))) {
            return StableMath.exp(lnFirst);
        }
        DoubleUnaryOperator excess =
                lnX -> StableMath.log(Beta.regularizedBeta(StableMath.exp(lnX), a, b)) - StableMath.log(u);
        double least = StableMath.log(SERIES_LIMIT / (1 + b)) - 1;
        return StableMath.exp(Root.of(excess, least, 0));
    }

    @Override
    public double quantile(double u) {
        return table.quantile(u);
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : Beta.regularizedBeta(x, a, b);
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : x >= 1 ? 0 : Beta.regularizedBeta(1 - x, b, a);
    }

    @Override
    public double[] corners() {
        return new double[] {0, 1};
    }
}
