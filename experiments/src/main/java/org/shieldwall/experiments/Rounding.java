package org.shieldwall.experiments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.shieldwall.experiments.statistics.Interval;

/**
 * Numbers in words for people: rounded by their uncertainty, to two digits of the half-width, and the value to the same
 * place. 729,843 ± 49,872 is written 730,000 (680,000 to 780,000).
 */
public final class Rounding {
    private static final int DIGITS_OF_HALF_WIDTH = 2;
    private static final int DIGITS_WITHOUT_INTERVAL = 3;
    private static final int MOST_DECIMALS = 9;

    private Rounding() {}

    /** @return power of ten: the place of the last digit written */
    public static int place(double halfWidth) {
        return exponent(halfWidth) - DIGITS_OF_HALF_WIDTH + 1;
    }

    /** The place for all numbers of an interval; without uncertainty, three digits of the value, or units. */
    public static int place(Interval interval) {
        double half = interval.halfWidth();
        if (half > 0 && half < Double.POSITIVE_INFINITY) {
            return place(half);
        }
        return place(interval.mean(), DIGITS_WITHOUT_INTERVAL);
    }

    /** The place of the last of some digits of a value; units where it is whole or has more digits before the point. */
    private static int place(double x, int digits) {
        return x == Math.rint(x) ? 0 : Math.min(0, exponent(x) - digits + 1);
    }

    private static int exponent(double x) {
        double size = Math.abs(x);
        if (!(size > 0) || Double.isInfinite(size)) {
            return 0;
        }
        BigDecimal exact = new BigDecimal(size);
        return exact.precision() - exact.scale() - 1;
    }

    /** The mean alone: {@code 730,000}. */
    public static String mean(Interval interval) {
        return number(interval.mean(), place(interval));
    }

    /** Both ends: {@code 680,000 to 780,000}. */
    public static String range(Interval interval) {
        int place = place(interval);
        return number(interval.low(), place) + " to " + number(interval.high(), place);
    }

    /** A number to a place, with groups of thousands and a true minus sign. */
    public static String number(double x, int place) {
        if (Double.isNaN(x)) {
            return "–";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        int decimals = Math.min(Math.max(0, -place), MOST_DECIMALS);
        BigDecimal rounded = new BigDecimal(x).setScale(-place, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String digits = format.format(rounded.abs());
        return rounded.signum() < 0 ? "−" + digits : digits;
    }

    /** A number that has no interval: three digits, whole numbers as they are. */
    public static String number(double x) {
        return number(x, place(x, DIGITS_WITHOUT_INTERVAL));
    }

    /** A share as whole per cent; what is nearly nothing or nearly all is said so. */
    public static String percent(double share) {
        double percent = 100 * share;
        double size = Math.abs(percent);
        if (size > 0 && size < 0.5) {
            return "under 1 %";
        }
        if (size > 99.5 && size < 100) {
            return "over 99 %";
        }
        return number(percent, 0) + " %";
    }

    /** A precision in per cent, to two digits: {@code 5.5 %}. */
    public static String finePercent(double share) {
        double percent = 100 * share;
        int place = Math.min(0, exponent(percent) - 1);
        BigDecimal rounded =
                new BigDecimal(percent).setScale(-place, RoundingMode.HALF_UP).stripTrailingZeros();
        return number(rounded.doubleValue(), -Math.max(0, rounded.scale())) + " %";
    }

    /** Euros: {@code €1.2 M}, {@code €212,000}, {@code €35}. */
    public static String euros(double amount) {
        String sign = amount < 0 ? "−" : "";
        double size = Math.abs(amount);
        // The limits leave room for rounding up: 999,500 is a million.
        if (size >= 999.5e6) {
            return sign + "€" + number(size / 1e9, -1) + " bn";
        }
        if (size >= 999.5e3) {
            return sign + "€" + number(size / 1e6, size >= 99.5e6 ? 0 : -1) + " M";
        }
        return sign + "€" + number(size, Math.max(0, exponent(size) - DIGITS_WITHOUT_INTERVAL + 1));
    }
}
