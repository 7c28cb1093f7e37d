package org.shieldwall.kernel;

/**
 * Time as the kernel counts it: a {@code long} number of nanoseconds since the start, which reaches 292 years.
 *
 * <p>Integers compare the same everywhere and make ties explicit. {@link #NEVER} stands for what does not happen;
 * conversions and sums saturate there instead of overflowing.
 */
public final class Clock {

    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** The time of what does not happen. No event can be scheduled then. */
    public static final long NEVER = Long.MAX_VALUE;

    private Clock() {}

    /**
     * A number of nanoseconds to the nearest whole one (halves to the even neighbour); what is too large for a long,
     * infinity included, becomes {@link #NEVER}.
     *
     * @throws IllegalArgumentException if it is not a number
     */
    public static long ofNanos(double nanos) {
        if (Double.isNaN(nanos)) {
            throw new IllegalArgumentException("The duration is not a number.\n"
                    + "Maybe a distribution has a parameter that is infinite or zero.");
        }
        return (long) Math.rint(nanos);
    }

    /** Seconds in nanoseconds; rounded and saturated as {@link #ofNanos}. */
    public static long ofSeconds(double seconds) {
        return ofNanos(seconds * SECOND);
    }

    /** Hours in nanoseconds; rounded and saturated as {@link #ofNanos}. */
    public static long ofHours(double hours) {
        return ofNanos(hours * HOUR);
    }

    /** Days of 24 hours in nanoseconds; rounded and saturated as {@link #ofNanos}. */
    public static long ofDays(double days) {
        return ofNanos(days * DAY);
    }

    /** Nanoseconds in seconds; infinity for {@link #NEVER}. */
    public static double toSeconds(long nanos) {
        return in(nanos, SECOND);
    }

    /** Nanoseconds in hours; infinity for {@link #NEVER}. */
    public static double toHours(long nanos) {
        return in(nanos, HOUR);
    }

    /** Nanoseconds in days of 24 hours; infinity for {@link #NEVER}. */
    public static double toDays(long nanos) {
        return in(nanos, DAY);
    }

    /** A time, neither of them negative, later by a delay; {@link #NEVER} if that is beyond the end of time. */
    public static long plus(long time, long delayNanos) {
        long sum = time + delayNanos;
        return sum < 0 ? NEVER : sum;
    }

    private static double in(long nanos, long unit) {
        return nanos == NEVER ? Double.POSITIVE_INFINITY : (double) nanos / unit;
    }
}
