package org.shieldwall.kernel;

/** Every value between two bounds as likely as every other. */
record UniformLaw(double low, double high) implements Law {

    static Law of(double low, double high) {
        Require.finite(low, "lower bound", "uniform");
        Require.finite(high, "upper bound", "uniform");
        Require.that(
                low <= high, "The lower bound (%s) of a uniform must not be above its upper bound (%s).", low, high);
        return low == high ? ConstantLaw.of(low) : new UniformLaw(low, high);
    }

    @Override
    public double quantile(double u) {
        return low + (high - low) * u;
    }

    @Override
    public double mean() {
        return low / 2 + high / 2;
    }

    @Override
    public double cumulative(double x) {
        return Math.min(Math.max((x - low) / (high - low), 0), 1);
    }

    @Override
    public double[] corners() {
        return new double[] {low, high};
    }
}
