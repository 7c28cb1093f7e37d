package org.shieldwall.measure;

import java.util.Arrays;

/** A step function of time: from {@code timeNanos(i)} on it has {@code value(i)}. Used again; grows, never shrinks. */
public final class Curve {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    public int size() {
        return size;
    }

    public long timeNanos(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    void clear() {
        size = 0;
    }

    /** Adds a step; a second one at the same time replaces the first. */
    void add(long time, double value) {
        if (size > 0 && times[size - 1] == time) {
            values[size - 1] = value;
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = time;
        values[size] = value;
        size++;
    }
}
