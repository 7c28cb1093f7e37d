package org.shieldwall.kernel;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/** The gamma with scale 1, as a table of quantiles. */
final class GammaLaw implements Law {
    private static final double LEAST_SHAPE = 1e-3;
    private static final double LARGEST_SHAPE = 1e6;

    /** Below this, the first term of the series of P(k, x) is the whole. */
    private static final double SERIES_LIMIT = 1e-14;

    private static final double[] NO_JUMPS = {};

    private final double shape;
    private final QuantileTable table;

    private GammaLaw(double shape) {
        this.shape = shape;
        table = new QuantileTable(source(shape), NO_JUMPS);
    }

    static Law of(double shape) {
        Require.positive(shape, "shape", "gamma");
        Require.that(
                shape >= LEAST_SHAPE && shape <= LARGEST_SHAPE,
                "The shape (%s) of a gamma must lie between 0.001 and 1000000.",
                shape);
        return new GammaLaw(shape);
    }

    /** Quantiles are found on logarithmic axes, on which they are nearly straight. */
    private static QuantileTable.Source source(double shape) {
        double lnGamma = Gamma.logGamma(shape + 1);
        return (u, tail) -> {
            double lnFirst = (StableMath.log(u) + lnGamma) / shape;
            if (lnFirst < StableMath.log(SERIES_LIMIT)) {
                return StableMath.exp(lnFirst);
            }
            DoubleUnaryOperator excess = u <= 0.5
                    ? lnX -> StableMath.log(Gamma.regularizedGammaP(shape, StableMath.exp(lnX))) - StableMath.log(u)
                    : lnX -> StableMath.log(tail) - StableMath.log(Gamma.regularizedGammaQ(shape, StableMath.exp(lnX)));
            // no gamma has its quantiles below the first term of the series, nor 40 deviations and 40 above its mean
            double most = StableMath.log(shape + 40 * Math.sqrt(shape) + 40);
            return StableMath.exp(Root.of(excess, lnFirst, most));
        };
    }

    @Override
    public double quantile(double u) {
        return table.quantile(u);
    }

    @Override
    public double mean() {
        return shape;
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : Gamma.regularizedGammaP(shape, x);
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(shape, x);
    }

    @Override
    public double[] corners() {
        return new double[] {0};
    }
}
