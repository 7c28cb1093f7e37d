package org.shieldwall.experiments.statistics;

import java.util.Arrays;
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
    /** Another end came first, after which the awaited one cannot come. */
    public static final byte COMPETING = 1;
    /** Still open when watching stopped. */
    public static final byte HORIZON = 2;

    private final double[] times;
    private final double[] reached;
    private final double[] competing;
    private final int size;

    private CumulativeIncidence(double[] times, double[] reached, double[] competing, int size) {
        this.times = times;
        this.reached = reached;
        this.competing = competing;
        this.size = size;
    }

    /**
     * @param time of each run's end or, for {@link #HORIZON}, of the end of watching
     * @param ends of each run
     */
    public static CumulativeIncidence of(double[] time, byte[] ends) {
        // Among equal times, ends come before the end of watching.
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted((a, b) -> time[a] != time[b] ? Double.compare(time[a], time[b]) : ends[a] - ends[b])
                .mapToInt(Integer::intValue)
                .toArray();
        double[] times = new double[time.length];
        double[] reached = new double[time.length];
        double[] competing = new double[time.length];
        int size = 0;
        double open = 1;
        double soFarReached = 0;
        double soFarCompeting = 0;
        int i = 0;
        while (i < order.length) {
            double now = time[order[i]];
            int atRisk = order.length - i;
            int ofReached = 0;
            int ofCompeting = 0;
            while (i < order.length && time[order[i]] == now) {
                byte end = ends[order[i++]];
                ofReached += end == REACHED ? 1 : 0;
                ofCompeting += end == COMPETING ? 1 : 0;
            }
            if (ofReached + ofCompeting > 0) {
                soFarReached += open * ofReached / atRisk;
                soFarCompeting += open * ofCompeting / atRisk;
                open *= 1 - (double) (ofReached + ofCompeting) / atRisk;
                times[size] = now;
                reached[size] = soFarReached;
                competing[size++] = soFarCompeting;
            }
        }
        return new CumulativeIncidence(times, reached, competing, size);
    }

    /** Probability that the awaited end has come by a time. */
    public double reachedBy(double time) {
        int step = stepAt(time);
        return step < 0 ? 0 : reached[step];
    }

    /** Probability that the competing end has come by a time. */
    public double competingBy(double time) {
        int step = stepAt(time);
        return step < 0 ? 0 : competing[step];
    }

    /** Time by which half of all runs have reached it; NaN where fewer than half ever do. */
    public double median() {
        for (int step = 0; step < size; step++) {
            // Sums of n equal steps may fall short of one half by rounding alone.
            if (reached[step] >= 0.5 - 1e-12) {
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
            share = reached[step];
        }
        return area + (horizon - from) * (1 - share);
    }

    private int stepAt(double time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : -found - 2;
    }
}
