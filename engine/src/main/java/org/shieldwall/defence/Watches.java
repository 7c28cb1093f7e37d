package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.FreeList;
import org.shieldwall.kernel.Part;

/**
 * Traces that are left as long as something lasts, one row for each sensor that could see them. The time to the next sight
 * is one unit exponential spent as integrated hazard, so that a change of rate never redraws it. Rows are used again.
 */
final class Watches implements Part<Watches> {
    private static final int FIRST_CAPACITY = 64;

    private final FreeList list = new FreeList();
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

    int create() {
        int watch = list.take();
        if (watch == open.length) {
            grow();
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
        list.release(watch);
    }

    int rows() {
        return list.rows();
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
    }

    @Override
    public void reset() {
        list.reset();
    }

    @Override
    public void copyFrom(Watches other) {
        list.copyFrom(other.list);
        int rows = list.rows();
        open = Columns.copied(other.open, open, rows);
        sensor = Columns.copied(other.sensor, sensor, rows);
        evidence = Columns.copied(other.evidence, evidence, rows);
        technique = Columns.copied(other.technique, technique, rows);
        actor = Columns.copied(other.actor, actor, rows);
        asset = Columns.copied(other.asset, asset, rows);
        foothold = Columns.copied(other.foothold, foothold, rows);
        cause = Columns.copied(other.cause, cause, rows);
        sights = Columns.copied(other.sights, sights, rows);
        about = Columns.copied(other.about, about, rows);
        key = Columns.copied(other.key, key, rows);
        since = Columns.copied(other.since, since, rows);
        handle = Columns.copied(other.handle, handle, rows);
        threshold = Columns.copied(other.threshold, threshold, rows);
        spent = Columns.copied(other.spent, spent, rows);
        rate = Columns.copied(other.rate, rate, rows);
    }

    @Override
    public void digest(Digest digest) {
        list.digest(digest);
        for (int watch = 0; watch < list.rows(); watch++) {
            digest.putDouble(open[watch] ? spent[watch] : -1);
        }
    }
}
