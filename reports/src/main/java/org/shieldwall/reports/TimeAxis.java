package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Rounding;

/**
 * Times as places on a horizontal axis: by the clock where people lived it, else as minutes, hours or days since the
 * beginning.
 *
 * @param from hours; below 0 before the beginning
 * @param clock minutes after midnight at hour 0; −1 where the axis counts from the beginning
 */
record TimeAxis(double from, double to, int clock) {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;
    /** Longer windows are not lived by the clock. */
    private static final double LONGEST_BY_CLOCK = 30;

    private static final double DAYS_FROM_HOURS = 72;
    private static final double[] STEPS = {
        1 / 60.0, 5 / 60.0, 0.25, 0.5, 1, 2, 3, 4, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2160, 4320, 8760
    };

    static TimeAxis of(List<Double> hours, @Nullable String clock) {
        double from = hours.get(0);
        double to = hours.get(hours.size() - 1);
        boolean lived = clock != null && to - from <= LONGEST_BY_CLOCK;
        return new TimeAxis(from, to, lived ? minutes(clock) : -1);
    }

    private static int minutes(@Nullable String clock) {
        String[] parts = String.valueOf(clock).split(":", -1);
        return MINUTES_PER_HOUR * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    boolean byClock() {
        return clock >= 0;
    }

    /** @param most steps wanted at most */
    List<Double> ticks(int most) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && (to - from) / STEPS[i] <= most; i--) {
            step = STEPS[i];
        }
        // By the clock, ticks stand at whole hours and not at whole distances from the strike.
        double offset = byClock() ? (double) clock / MINUTES_PER_HOUR : 0;
        List<Double> ticks = new ArrayList<>();
        for (double at = Math.ceil((from + offset) / step - 1e-9) * step; at <= to + offset + 1e-9; at += step) {
            ticks.add(at - offset);
        }
        return ticks;
    }

    String label(double hours) {
        if (byClock()) {
            int minutes = Math.floorMod((int) Math.rint(hours * MINUTES_PER_HOUR) + clock, HOURS_PER_DAY * 60);
            return "%02d:%02d".formatted(minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
        }
        return plain(inUnit(hours));
    }

    private double inUnit(double hours) {
        return inDays() ? hours / HOURS_PER_DAY : inMinutes() ? hours * MINUTES_PER_HOUR : hours;
    }

    private boolean inDays() {
        return to >= DAYS_FROM_HOURS;
    }

    private boolean inMinutes() {
        return to < 1.5;
    }

    String unit() {
        return inDays() ? "days" : inMinutes() ? "minutes" : "hours";
    }

    private static String plain(double x) {
        double rounded = Math.rint(x * 100) / 100;
        return Rounding.number(
                rounded, rounded == Math.rint(rounded) ? 0 : rounded * 10 == Math.rint(rounded * 10) ? -1 : -2);
    }
}
