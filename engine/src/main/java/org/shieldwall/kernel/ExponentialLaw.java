package org.shieldwall.kernel;

/** F(x) = 1 − exp(−x / mean). */
record ExponentialLaw(double mean) implements Law {

    static Law of(double mean) {
        Require.positive(mean, "mean", "exponential");
        return new ExponentialLaw(mean);
    }

    @Override
    public double quantile(double u) {
        return -mean * StableMath.log(1 - u);
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : 1 - StableMath.exp(-x / mean);
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : StableMath.exp(-x / mean);
    }

    @Override
    public double[] corners() {
        return new double[] {0};
    }
}
