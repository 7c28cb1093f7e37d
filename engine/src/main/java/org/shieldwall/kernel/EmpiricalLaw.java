package org.shieldwall.kernel;

import java.util.Arrays;

/** One of given values, found by a guide table (Chen and Asau, AIIE Transactions 6, 1974). */
final class EmpiricalLaw implements Law {
    /** Ascending. */
    private final double[] values;

    /** [value]: the probability of it or a smaller one. */
    private final double[] cumulated;

    /** For equal cells of probability, as many as a power of two: the first value that a u in it can give. */
    private final int[] guide;

    private final double mean;

    private EmpiricalLaw(double[] values, double[] cumulated, double mean) {
        this.values = values;
        this.cumulated = cumulated;
        this.mean = mean;
        guide = new int[Integer.highestOneBit(values.length) << 1];
        int value = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            while (cumulated[value] < cell / (double) guide.length) {
                value++;
            }
            guide[cell] = value;
        }
    }

    static Law of(double[] values, double[] weights) {
        Require.that(
                values.length > 0 && values.length == weights.length,
                "An empirical distribution must have as many weights (%s) as values (%s), and at least one.",
                weights.length,
                values.length);
        Integer[] byValue = new Integer[values.length];
        Arrays.setAll(byValue, i -> i);
        Arrays.sort(byValue, (i, j) -> Double.compare(values[i], values[j]));
        double[] sorted = new double[values.length];
        double[] cumulated = new double[values.length];
        double total = 0;
        double sum = 0;
        int count = 0;
        for (int i : byValue) {
            Require.finite(values[i], "value", "empirical distribution");
            Require.finite(weights[i], "weight", "empirical distribution");
            Require.that(
                    weights[i] >= 0, "The weight (%s) in an empirical distribution must not be negative.", weights[i]);
            if (weights[i] > 0) {
                total += weights[i];
                sum += weights[i] * values[i];
                sorted[count] = values[i];
                cumulated[count++] = total;
            }
        }
        Require.that(total > 0, "The weights of an empirical distribution must not all be 0 (their sum is %s).", total);
        for (int i = 0; i < count; i++) {
            cumulated[i] /= total;
        }
        cumulated[count - 1] = 1;
        return new EmpiricalLaw(Arrays.copyOf(sorted, count), Arrays.copyOf(cumulated, count), sum / total);
    }

    @Override
    public double quantile(double u) {
        int value = guide[Math.min((int) (u * guide.length), guide.length - 1)];
        while (cumulated[value] < u) {
            value++;
        }
        return values[value];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cumulative(double x) {
        int place = Arrays.binarySearch(values, x);
        if (place < 0) {
            return place == -1 ? 0 : cumulated[-place - 2];
        }
        while (place + 1 < values.length && values[place + 1] == x) {
            place++;
        }
        return cumulated[place];
    }

    @Override
    public double[] corners() {
        return values.clone();
    }
}
