package org.shieldwall.experiments.statistics;

/**
 * An estimate with its confidence interval.
 *
 * @param mean the point estimate
 * @param low lower end; negative infinity where the data set no bound
 * @param high upper end; positive infinity where the data set no bound
 * @param confidence nominal coverage, as 0.95
 */
public record Interval(double mean, double low, double high, double confidence) {

    /** Half the length: the ± of a symmetric interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** True if zero lies outside: the sign of the quantity is told. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** The interval of the quantity with its sign turned. */
    public Interval negated() {
        return new Interval(-mean, -high, -low, confidence);
    }

    /** The interval of the quantity multiplied by a factor. */
    public Interval times(double factor) {
        return factor >= 0
                ? new Interval(mean * factor, low * factor, high * factor, confidence)
                : new Interval(mean * factor, high * factor, low * factor, confidence);
    }
}
