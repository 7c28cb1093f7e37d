package org.shieldwall.kernel;

import org.apache.commons.math3.special.Gamma;

/** F(x) = 1 − exp(−(x / scale)^shape). */
final class WeibullLaw implements Law {
    private final double shape;
    private final double scale;
    private final double perShape;
    private final double mean;

    private WeibullLaw(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
        perShape = 1 / shape;
        mean = scale * Gamma.gamma(1 + 1 / shape);
    }

    static Law of(double shape, double scale) {
        Require.positive(shape, "shape", "Weibull");
        Require.positive(scale, "scale", "Weibull");
        return new WeibullLaw(shape, scale);
    }

    @Override
    public double quantile(double u) {
        return scale * StableMath.exp(StableMath.log(-StableMath.log(1 - u)) * perShape);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : 1 - StableMath.exp(-hazard(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : StableMath.exp(-hazard(x));
    }

    /** (x / scale)^shape: the hazard gathered until x. */
    private double hazard(double x) {
        return StableMath.exp(StableMath.log(x / scale) * shape);
    }

    @Override
    public double[] corners() {
        return new double[] {0};
    }
}
