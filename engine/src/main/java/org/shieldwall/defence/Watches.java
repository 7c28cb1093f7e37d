package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * Traces that are left as long as something lasts, one row for each sensor that could see them. The time to the next sight
 * is one unit exponential spent as integrated hazard, so that a change of rate never redraws it. Rows are used again.
 */
final class Watches implements Part<Watches> {
    private static final int FIRST_CAPACITY = 64;

    private int rows;
    private int free = -1;
    boolean[] open = new boolean[FIRST_CAPACITY];
    int[] sensor = new int[FIRST_CAPACITY];
    int[] evidence = new int[FIRST_CAPACITY];
    int[] technique = new int[FIRST_CAPACITY];
    int[] actor = new int[FIRST_CAPACITY];
    int[] asset = new int[FIRST_CAPACITY];
    int[] foothold = new int[FIRST_CAPACITY];
    int[] cause = new int[FIRST_CAPACITY];
    int[] sights = new int[FIRST_CAPACITY];
    long[] about = new long[FIRST_CAPACITY];
    long[] key = new long[FIRST_CAPACITY];
    long[] since = new long[FIRST_CAPACITY];
    long[] handle = new long[FIRST_CAPACITY];
    double[] threshold = new double[FIRST_CAPACITY];
    double[] spent = new double[FIRST_CAPACITY];
    double[] rate = new double[FIRST_CAPACITY];
    private int[] next = new int[FIRST_CAPACITY];

    int create() {
        int watch = free;
        if (watch >= 0) {
            free = next[watch];
        } else {
            watch = rows++;
            if (watch == open.length) {
                grow();
            }
        }
        open[watch] = true;
        sights[watch] = 0;
        spent[watch] = 0;
        rate[watch] = 0;
        handle[watch] = 0;
        return watch;
    }

    void release(int watch) {
        open[watch] = false;
        next[watch] = free;
        free = watch;
    }

    int rows() {
        return rows;
    }

    private void grow() {
        int capacity = 2 * open.length;
        open = Arrays.copyOf(open, capacity);
        sensor = Arrays.copyOf(sensor, capacity);
        evidence = Arrays.copyOf(evidence, capacity);
        technique = Arrays.copyOf(technique, capacity);
        actor = Arrays.copyOf(actor, capacity);
        asset = Arrays.copyOf(asset, capacity);
        foothold = Arrays.copyOf(foothold, capacity);
        cause = Arrays.copyOf(cause, capacity);
        sights = Arrays.copyOf(sights, capacity);
        about = Arrays.copyOf(about, capacity);
        key = Arrays.copyOf(key, capacity);
        since = Arrays.copyOf(since, capacity);
        handle = Arrays.copyOf(handle, capacity);
        threshold = Arrays.copyOf(threshold, capacity);
        spent = Arrays.copyOf(spent, capacity);
        rate = Arrays.copyOf(rate, capacity);
        next = Arrays.copyOf(next, capacity);
    }

    @Override
    public void reset() {
        rows = 0;
        free = -1;
    }

    @Override
    public void copyFrom(Watches other) {
        while (open.length < other.rows) {
            grow();
        }
        rows = other.rows;
        free = other.free;
        System.arraycopy(other.open, 0, open, 0, rows);
        System.arraycopy(other.sensor, 0, sensor, 0, rows);
        System.arraycopy(other.evidence, 0, evidence, 0, rows);
        System.arraycopy(other.technique, 0, technique, 0, rows);
        System.arraycopy(other.actor, 0, actor, 0, rows);
        System.arraycopy(other.asset, 0, asset, 0, rows);
        System.arraycopy(other.foothold, 0, foothold, 0, rows);
        System.arraycopy(other.cause, 0, cause, 0, rows);
        System.arraycopy(other.sights, 0, sights, 0, rows);
        System.arraycopy(other.about, 0, about, 0, rows);
        System.arraycopy(other.key, 0, key, 0, rows);
        System.arraycopy(other.since, 0, since, 0, rows);
        System.arraycopy(other.handle, 0, handle, 0, rows);
        System.arraycopy(other.threshold, 0, threshold, 0, rows);
        System.arraycopy(other.spent, 0, spent, 0, rows);
        System.arraycopy(other.rate, 0, rate, 0, rows);
        System.arraycopy(other.next, 0, next, 0, rows);
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(rows);
        for (int watch = 0; watch < rows; watch++) {
            digest.putDouble(open[watch] ? spent[watch] : -1);
        }
    }
}
