package org.shieldwall.experiments.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Quantiles and their distribution-free intervals between two order statistics. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * Ranks, counted from 1, between which the quantile lies.
     *
     * @param low 0 where even the least value is no lower bound
     * @param high n + 1 where even the greatest value is no upper bound
     * @param coverage probability that the quantile of a continuous law lies between the two
     */
    public record Ranks(int low, int high, double coverage) {}

    /**
     * Equal tails first, then as short as the confidence allows: the number of values below the quantile is
     * Binomial(n, q), so ranks l and u cover it with P(l ≤ B ≤ u − 1).
     */
    public static Ranks ranks(int n, double q, double confidence) {
        BinomialDistribution below = BinomialDistribution.of(n, q);
        double tail = (1 - confidence) / 2;
        int low = below.inverseCumulativeProbability(tail);
        int high = below.inverseSurvivalProbability(tail) + 1;
        while (high > low + 1 && coverage(below, low, high - 1) >= confidence) {
            high--;
        }
        while (low + 1 < high && coverage(below, low + 1, high) >= confidence) {
            low++;
        }
        return new Ranks(low, high, coverage(below, low, high));
    }

    /** Probability that a quantile with so many values below it lies between two ranks. */
    static double coverage(BinomialDistribution below, int low, int high) {
        return below.probability(low - 1, high - 1);
    }

    /** The quantile (linear between order statistics) with its order-statistic interval. */
    public static Interval interval(double[] x, double q, double confidence) {
        return interval(x, q, x.length, confidence);
    }

    /**
     * The same where the values are worth fewer independent ones.
     *
     * @param worth at most as many as there are values; ranks among so many are looked up at the same share of all
     */
    static Interval interval(double[] x, double q, int worth, double confidence) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double quantile = quantileOfSorted(sorted, q);
        if (worth < 1) {
            return new Interval(quantile, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence);
        }
        Ranks ranks = ranks(worth, q, confidence);
        return new Interval(
                quantile,
                ranks.low() < 1 ? Double.NEGATIVE_INFINITY : atRank(sorted, ranks.low(), worth),
                ranks.high() > worth ? Double.POSITIVE_INFINITY : atRank(sorted, ranks.high(), worth),
                confidence);
    }

    private static double atRank(double[] sorted, int rank, int worth) {
        return sorted[(int) StrictMath.ceil(sorted.length * (rank - 0.5) / worth) - 1];
    }

    public static double quantile(double[] x, double q) {
        return quantiles(x, q)[0];
    }

    /** Several quantiles for one sorting; NaN where there are no values. */
    public static double[] quantiles(double[] x, double... levels) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            quantiles[i] = quantileOfSorted(sorted, levels[i]);
        }
        return quantiles;
    }

    /** Definition 7 of Hyndman and Fan (Am. Stat. 50, 1996): position (n − 1) q + 1, linear between order statistics. */
    private static double quantileOfSorted(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * Math.min(Math.max(q, 0), 1);
        int below = (int) position;
        double share = position - below;
        if (share == 0) {
            return sorted[below];
        }
        // Between a number and never there is nothing to interpolate: the step is taken at the half.
        if (Double.isInfinite(sorted[below + 1])) {
            return share < 0.5 ? sorted[below] : sorted[below + 1];
        }
        return sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
