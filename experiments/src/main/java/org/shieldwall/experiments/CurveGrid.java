package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.shieldwall.scenario.Scenario;

/**
 * The times at which curves of all strategies are read: from just before the loss begins to when 99 % of it is over, at
 * round times since the first loss.
 *
 * <p>Fixed from the first replications of all strategies together, so that it is the same for all and does not depend on
 * how many runs follow. The first half per cent of the loss may lie before it: one early run would otherwise stretch the
 * window over months.
 */
final class CurveGrid {
    private static final double LOSS_BEFORE = 0.005;
    private static final double LOSS_UNTIL = 0.99;
    /** Room before the beginning, as a share of the window. */
    private static final double LEAD = 0.05;

    private static final int POINTS_WANTED = 96;

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        SECOND,
        5 * SECOND,
        15 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY,
        91 * DAY,
        365 * DAY
    };

    private CurveGrid() {}

    private record Change(long timeNanos, double by) {}

    /** @return times in nanoseconds since the start, evenly spaced; empty where nothing was ever lost */
    static long[] over(List<StepCurve> curves, Scenario scenario) {
        List<Change> changes = changes(curves, scenario.lastsNanos());
        double total = loss(changes, Double.POSITIVE_INFINITY);
        if (!(total > 0)) {
            return new long[0];
        }
        long begins = timeOfLoss(changes, LOSS_BEFORE * total);
        long ends = timeOfLoss(changes, LOSS_UNTIL * total);
        long lead = (long) (LEAD * (ends - begins));
        long step = step(ends - begins + lead);
        long first = Math.floorDiv(begins - lead, step) * step;
        long last = Math.min(ends + step, scenario.lastsNanos());
        long[] times = new long[(int) ((last - first) / step) + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = first + i * step;
        }
        return times;
    }

    private static long step(long window) {
        for (long step : STEPS) {
            if (window / step <= POINTS_WANTED) {
                return step;
            }
        }
        return window / POINTS_WANTED;
    }

    /** All changes of all curves in order of time, closed at the horizon. */
    private static List<Change> changes(List<StepCurve> curves, long horizon) {
        List<Change> changes = new ArrayList<>();
        for (StepCurve curve : curves) {
            double now = 0;
            for (int i = 0; i < curve.size(); i++) {
                changes.add(new Change(curve.timeNanos(i), curve.value(i) - now));
                now = curve.value(i);
            }
            changes.add(new Change(horizon, -now));
        }
        Collections.sort(changes, Comparator.comparingLong(Change::timeNanos));
        return changes;
    }

    private static double loss(List<Change> changes, double untilNanos) {
        double loss = 0;
        double level = 0;
        long from = 0;
        for (Change change : changes) {
            if (change.timeNanos() >= untilNanos) {
                break;
            }
            loss += level * (change.timeNanos() - from);
            from = change.timeNanos();
            level += change.by();
        }
        return loss;
    }

    private static long timeOfLoss(List<Change> changes, double wanted) {
        double loss = 0;
        double level = 0;
        long from = 0;
        for (Change change : changes) {
            double more = level * (change.timeNanos() - from);
            if (loss + more >= wanted && more > 0) {
                return from + (long) ((wanted - loss) / level);
            }
            loss += more;
            from = change.timeNanos();
            level += change.by();
        }
        return from;
    }
}
