package org.shieldwall.experiments;

import java.util.Arrays;

/** A piecewise constant curve over a run, 0 before its first step. Steps are added in order of time. */
public final class StepCurve {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    public void clear() {
        size = 0;
    }

    /** From this time on, in nanoseconds since the start, the curve has this value. */
    public void step(long timeNanos, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = timeNanos;
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    public long timeNanos(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    StepCurve copy() {
        StepCurve copy = new StepCurve();
        copy.times = Arrays.copyOf(times, size);
        copy.values = Arrays.copyOf(values, size);
        copy.size = size;
        return copy;
    }

    /** The values in force at ascending times. */
    float[] sampledAt(long[] atNanos) {
        float[] samples = new float[atNanos.length];
        sampleAt(atNanos, samples, 0);
        return samples;
    }

    /** Writes the values in force at ascending times from a place on. */
    void sampleAt(long[] atNanos, float[] samples, int from) {
        int next = 0;
        double now = 0;
        for (int i = 0; i < atNanos.length; i++) {
            while (next < size && times[next] <= atNanos[i]) {
                now = values[next++];
            }
            samples[from + i] = (float) now;
        }
    }
}
