package org.shieldwall.kernel;

/** A density that rises in a line from the lower bound to the mode, and falls in a line to the upper bound. */
record TriangularLaw(double low, double mode, double high) implements Law {

    static Law of(double low, double mode, double high) {
        Require.finite(low, "lower bound", "triangular");
        Require.finite(high, "upper bound", "triangular");
        Require.that(
                low <= mode && mode <= high,
                "The mode (%s) of a triangular must lie between its bounds (%s and %s).",
                mode,
                low,
                high);
        return low == high ? ConstantLaw.of(low) : new TriangularLaw(low, mode, high);
    }

    @Override
    public double quantile(double u) {
        double rising = mode - low;
        double width = high - low;
        if (u * width < rising) {
            return Math.min(low + Math.sqrt(u * width * rising), mode);
        }
        return Math.max(high - Math.sqrt((1 - u) * width * (high - mode)), mode);
    }

    @Override
    public double mean() {
        return (low + mode + high) / 3;
    }

    @Override
    public double cumulative(double x) {
        if (x < mode) {
            return square(Math.max(x - low, 0)) / ((high - low) * (mode - low));
        }
        return x >= high ? 1 : 1 - square(high - x) / ((high - low) * (high - mode));
    }

    @Override
    public double survival(double x) {
        return x < mode ? 1 - cumulative(x) : square(Math.max(high - x, 0)) / ((high - low) * (high - mode));
    }

    @Override
    public double[] corners() {
        return new double[] {low, mode, high};
    }

    private static double square(double x) {
        return x * x;
    }
}
