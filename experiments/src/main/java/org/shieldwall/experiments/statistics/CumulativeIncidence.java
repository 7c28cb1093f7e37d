package org.shieldwall.experiments.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How runs end as time passes, where several ends exclude each other: the estimator of Aalen and Johansen (Scand. J.
 * Statist. 5, 1978).
 *
 * <p>{@code F_k(t) = Σ S(s−) d_k(s) / n(s)} over event times s ≤ t, with S the Kaplan–Meier estimate of having had no end.
 * Unlike one minus Kaplan–Meier with the competing end censored, it never promises more than can happen.
 */
public final class CumulativeIncidence {
    /** The awaited end was reached. */
    public static final byte REACHED = 0;
    /** The attacker reached its goal first, after which the awaited end does not count. */
    public static final byte GOAL_REACHED = 1;
    /** Still open when watching stopped. */
    public static final byte HORIZON = 2;
    /** The attacker gave up first. */
    public static final byte GAVE_UP = 3;
    /** The attacker had lost everything first, unseen. */
    public static final byte EVICTED_UNSEEN = 4;

    private static final String[] NAMES = {"reached", "goal-reached", "horizon", "gave-up", "evicted-unseen"};

    /** The ends that compete with the awaited one. */
    public static final List<Byte> COMPETING = List.of(GOAL_REACHED, GAVE_UP, EVICTED_UNSEEN);

    private final double[] times;

    /** [end][step] */
    private final double[][] incidence;

    private final int size;

    private CumulativeIncidence(double[] times, double[][] incidence, int size) {
        this.times = times;
        this.incidence = incidence;
        this.size = size;
    }

    /** An end's name in files and reports. */
    public static String name(byte end) {
        return NAMES[end];
    }

    /**
     * @param time of each run's end or, for {@link #HORIZON}, of the end of watching
     * @param ends of each run
     */
    public static CumulativeIncidence of(double[] time, byte[] ends) {
        // Among equal times, ends come before the end of watching.
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted((a, b) -> time[a] != time[b]
                        ? Double.compare(time[a], time[b])
                        : Boolean.compare(ends[a] == HORIZON, ends[b] == HORIZON))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] times = new double[time.length];
        double[][] incidence = new double[NAMES.length][time.length];
        double[] soFar = new double[NAMES.length];
        int[] now = new int[NAMES.length];
        int size = 0;
        double open = 1;
        int i = 0;
        while (i < order.length) {
            double at = time[order[i]];
            int atRisk = order.length - i;
            Arrays.fill(now, 0);
            while (i < order.length && time[order[i]] == at) {
                now[ends[order[i++]]]++;
            }
            int ended = atRisk - (order.length - i) - now[HORIZON];
            if (ended > 0) {
                for (int end = 0; end < NAMES.length; end++) {
                    soFar[end] += end == HORIZON ? 0 : open * now[end] / atRisk;
                    incidence[end][size] = soFar[end];
                }
                open *= 1 - (double) ended / atRisk;
                times[size++] = at;
            }
        }
        return new CumulativeIncidence(times, incidence, size);
    }

    /** Probability that an end has come by a time. */
    public double by(byte end, double time) {
        int step = stepAt(time);
        return step < 0 ? 0 : incidence[end][step];
    }

    /** Probability that the awaited end has come by a time. */
    public double reachedBy(double time) {
        return by(REACHED, time);
    }

    /** Probability that a competing end has come by a time. */
    public double competingBy(double time) {
        return by(GOAL_REACHED, time) + by(GAVE_UP, time) + by(EVICTED_UNSEEN, time);
    }

    /** Time by which half of all runs have reached it; NaN where fewer than half ever do. */
    public double median() {
        for (int step = 0; step < size; step++) {
            // Sums of n equal steps may fall short of one half by rounding alone.
            if (incidence[REACHED][step] >= 0.5 - 1e-12) {
                return times[step];
            }
        }
        return Double.NaN;
    }

    /** {@code E[min(T, h)]} where T is never unless the awaited end is reached: the area above its curve. */
    public double restrictedMean(double horizon) {
        double area = 0;
        double from = 0;
        double share = 0;
        for (int step = 0; step < size && times[step] < horizon; step++) {
            area += (times[step] - from) * (1 - share);
            from = times[step];
            share = incidence[REACHED][step];
        }
        return area + (horizon - from) * (1 - share);
    }

    private int stepAt(double time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : -found - 2;
    }
}
