package org.shieldwall.kernel;

/** Always the same value. */
record ConstantLaw(double value) implements Law {

    static Law of(double value) {
        Require.finite(value, "value", "constant");
        return new ConstantLaw(value);
    }

    @Override
    public double quantile(double u) {
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double cumulative(double x) {
        return x >= value ? 1 : 0;
    }

    @Override
    public double[] corners() {
        return new double[] {value};
    }
}
