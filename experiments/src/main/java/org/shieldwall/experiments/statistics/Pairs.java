package org.shieldwall.experiments.statistics;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two strategies that ran with the same luck: differences taken run by run.
 *
 * @param n pairs
 * @param difference of {@code y − x}, with the paired t-interval
 * @param p two-sided p-value of the paired t-test against no difference; 1 where every difference is 0
 * @param varianceReduction {@code (s₁² + s₂²) / s_D²}: how many times more independent runs the same interval would take;
 *     infinite where the difference is the same in every run, 1 where nothing varies
 * @param detectable smallest true difference that as many pairs show with probability 0.8
 */
public record Pairs(int n, Interval difference, double p, double varianceReduction, double detectable) {
    private static final double POWER = 0.8;

    public static Pairs of(double[] x, double[] y, double confidence) {
        double[] d = differences(x, y);
        int n = d.length;
        Interval difference = Means.tInterval(d, confidence);
        if (n < 2) {
            return new Pairs(n, difference, 1, Double.NaN, Double.POSITIVE_INFINITY);
        }
        double variance = StatUtils.variance(d);
        if (variance == 0) {
            boolean nothing = StatUtils.variance(x) + StatUtils.variance(y) == 0;
            return new Pairs(n, difference, difference.mean() == 0 ? 1 : 0, nothing ? 1 : Double.POSITIVE_INFINITY, 0);
        }
        double error = StrictMath.sqrt(variance / n);
        TDistribution student = TDistribution.of(n - 1.0);
        double p = Math.min(1, 2 * student.survivalProbability(StrictMath.abs(difference.mean()) / error));
        double detectable = (Means.tQuantile(n - 1, confidence) + student.inverseCumulativeProbability(POWER)) * error;
        double reduction = (StatUtils.variance(x) + StatUtils.variance(y)) / variance;
        return new Pairs(n, difference, p, reduction, detectable);
    }

    private static double[] differences(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Pairs need equally many values on both sides, not %d and %d.".formatted(x.length, y.length));
        }
        double[] d = new double[x.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = y[i] - x[i];
        }
        return d;
    }

    /**
     * The difference as a share of the mean of x, with Fieller's interval for a ratio of correlated means (Some problems in
     * interval estimation, JRSS B 16, 1954).
     *
     * @return null where the mean of x cannot be told from zero, and the ratio hence has no bounds
     */
    public static @Nullable Interval relative(double[] x, double[] y, double confidence) {
        int n = x.length;
        if (n < 2) {
            return null;
        }
        double[] d = differences(x, y);
        double meanX = Means.mean(x);
        double meanD = Means.mean(d);
        double t = Means.tQuantile(n - 1, confidence);
        double k = t * t / n;
        double varX = StatUtils.variance(x);
        double varD = StatUtils.variance(d);
        double cov = new Covariance().covariance(x, d);
        // All ratios r with |d̄ − r x̄| ≤ t·se: a r² − 2 b r + c ≤ 0.
        double a = meanX * meanX - k * varX;
        double b = meanX * meanD - k * cov;
        double c = meanD * meanD - k * varD;
        if (a <= 0) {
            return null;
        }
        double root = StrictMath.sqrt(Math.max(0, b * b - a * c));
        return new Interval(meanD / meanX, (b - root) / a, (b + root) / a, confidence);
    }
}
