package org.shieldwall.experiments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Interval;

/**
 * Amounts with their unit as people read them: hours become days where people would count in days, shares become per cent,
 * measures get their words. Everything is rounded by its uncertainty ({@link Rounding}).
 */
public final class Said {
    private static final double HOURS_PER_DAY = 24;
    /** From here on people count in days. */
    private static final double DAYS_FROM_HOURS = 72;

    private static final int MOST_WRITTEN_DECIMALS = 6;

    private static final Set<String> UNSAID = Set.of("", "1", "runs");

    private Said() {}

    /** {@code 8.3 h}, {@code 71 days}, {@code 12,000 people}: three digits, as nothing says how sure it is. */
    public static String amount(double x, String unit) {
        if (unit.equals("h") && Math.abs(x) >= DAYS_FROM_HOURS) {
            return number(x / HOURS_PER_DAY) + " days";
        }
        if (unit.equals("h") && x != 0 && Math.abs(x) < 1) {
            return number(60 * x) + " min";
        }
        if (unit.startsWith("EUR")) {
            return Rounding.euros(x) + unit.substring("EUR".length());
        }
        return (number(x) + " " + unit(unit)).strip();
    }

    /** Three digits, and no empty decimals. */
    private static String number(double x) {
        String said = Rounding.number(x);
        return said.contains(".") ? said.replaceAll("\\.?0+$", "") : said;
    }

    /** From one amount to another, the unit said once: {@code 60 to 300 days}; a single amount where both are the same. */
    public static String span(double low, double high, String unit) {
        if (low == high) {
            return amount(low, unit);
        }
        double greatest = Math.max(Math.abs(low), Math.abs(high));
        if (unit.equals("h") && greatest >= DAYS_FROM_HOURS) {
            return "%s to %s days".formatted(number(low / HOURS_PER_DAY), number(high / HOURS_PER_DAY));
        }
        if (unit.equals("h") && greatest < 1) {
            return "%s to %s min".formatted(number(60 * low), number(60 * high));
        }
        if (unit.startsWith("EUR")) {
            return "%s to %s".formatted(Rounding.euros(low), Rounding.euros(high));
        }
        return "%s to %s %s".formatted(number(low), number(high), unit(unit)).strip();
    }

    /**
     * The same in the unit in which its author wrote it, digit for digit: {@code 5,952 to 6,048 h}.
     *
     * @param timeUnit a unit of time of the language; null where the unit is to be chosen
     */
    public static String span(double low, double high, String unit, @Nullable String timeUnit) {
        Time time = Time.written(unit, timeUnit);
        return time == null
                ? span(low, high, unit)
                : "%s to %s %s".formatted(exact(low * time.perHour), exact(high * time.perHour), time.name);
    }

    /** As it was written: what is left of it after the way through a double is rounded away. */
    private static String exact(double x) {
        if (!Double.isFinite(x)) {
            return Rounding.number(x, 0);
        }
        int decimals = Math.max(
                0,
                new BigDecimal(x)
                        .setScale(MOST_WRITTEN_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale());
        return Rounding.number(x, -decimals);
    }

    /** The same amount as an interval in the unit in which people read it: days, hours, minutes or seconds. */
    public static Interval readable(Interval interval, String unit) {
        return unit.equals("h") ? interval.times(time(interval).perHour) : interval;
    }

    /** The unit of {@link #readable}. */
    public static String readableUnit(Interval interval, String unit) {
        return unit.equals("h") ? time(interval).name : unit(unit);
    }

    /**
     * As {@link #readable(Interval, String)}, in the unit in which an author wrote what was expected.
     *
     * @param timeUnit a unit of time of the language; null where the unit is to be chosen
     */
    public static Interval readable(Interval interval, String unit, @Nullable String timeUnit) {
        Time time = Time.written(unit, timeUnit);
        return time == null ? readable(interval, unit) : interval.times(time.perHour);
    }

    /** The unit of {@link #readable(Interval, String, String)}. */
    public static String readableUnit(Interval interval, String unit, @Nullable String timeUnit) {
        Time time = Time.written(unit, timeUnit);
        return time == null ? readableUnit(interval, unit) : time.name;
    }

    private enum Time {
        YEARS("years", 1 / (365 * HOURS_PER_DAY), "y"),
        WEEKS("weeks", 1 / (7 * HOURS_PER_DAY), "w"),
        DAYS("days", 1 / HOURS_PER_DAY, "d"),
        HOURS("h", 1, "h"),
        MINUTES("min", 60, "min"),
        SECONDS("s", 3600, "s");

        private final String name;
        private final double perHour;
        private final String written;

        Time(String name, double perHour, String written) {
            this.name = name;
            this.perHour = perHour;
            this.written = written;
        }

        /** Null where an amount is no time, or has no unit of its author. */
        private static @Nullable Time written(String unit, @Nullable String timeUnit) {
            for (Time time : values()) {
                if (unit.equals(HOURS.name) && time.written.equals(timeUnit)) {
                    return time;
                }
            }
            return null;
        }
    }

    private static Time time(Interval hours) {
        double size = Math.max(Math.abs(hours.mean()), hours.halfWidth());
        if (size >= DAYS_FROM_HOURS || size == 0 || !Double.isFinite(size)) {
            return Math.abs(hours.mean()) >= DAYS_FROM_HOURS ? Time.DAYS : Time.HOURS;
        }
        return size >= 1 ? Time.HOURS : 60 * size >= 1 ? Time.MINUTES : Time.SECONDS;
    }

    private static String unit(String unit) {
        return UNSAID.contains(unit) ? "" : unit;
    }

    /** {@code Person-hours lost}; {@code Time to restore, west-electricity}; {@code cost of defence of west-power}. */
    public static String measure(String measure) {
        int point = measure.indexOf('.');
        int at = measure.indexOf('@');
        int end = point < 0 ? at : at < 0 ? point : Math.min(point, at);
        String family = end < 0 ? measure : measure.substring(0, end);
        String words = family.replace('-', ' ')
                .replace("person hours", "person-hours")
                .replace("customer hours", "customer-hours");
        String of = end < 0 ? "" : measure.substring(end + 1);
        String part =
                switch (of) {
                    case "" -> "";
                    case "ever" -> " at any time";
                    case "at-once" -> " at one time";
                    case "peak" -> " at the peak";
                    case "all" -> " of all services";
                    default -> ", " + of.replace('@', ',').replace(".peak", ", at the peak");
                };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + part;
    }
}
