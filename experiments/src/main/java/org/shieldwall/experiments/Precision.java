package org.shieldwall.experiments;

/**
 * How narrow the intervals of differences are wanted: half-width, as a share of the baseline's mean or in the measure's
 * unit.
 *
 * @param share 0 where absolute
 * @param absolute 0 where relative
 */
public record Precision(double share, double absolute) {
    public static final Precision DEFAULT = relative(0.05);

    public Precision {
        if (!(share > 0 ^ absolute > 0)) {
            throw new IllegalArgumentException(
                    "A precision is a share (%s) or an amount (%s), greater than 0.".formatted(share, absolute));
        }
    }

    public static Precision relative(double share) {
        return new Precision(share, 0);
    }

    public static Precision absolute(double amount) {
        return new Precision(0, amount);
    }

    public boolean isRelative() {
        return share > 0;
    }

    /** The half-width wanted where the baseline has this mean. */
    public double target(double baselineMean) {
        return isRelative() ? share * Math.abs(baselineMean) : absolute;
    }

    /** What a half-width amounts to, in the terms in which the precision was asked; infinite for a share of nothing. */
    public double attained(double halfWidth, double baselineMean) {
        if (!isRelative() || halfWidth == 0) {
            return halfWidth;
        }
        return baselineMean == 0 ? Double.POSITIVE_INFINITY : halfWidth / Math.abs(baselineMean);
    }
}
