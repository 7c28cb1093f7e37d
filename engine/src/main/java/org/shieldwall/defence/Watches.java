package org.shieldwall.defence;

import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;

/**
 * Traces that are left as long as something lasts, one row for each sensor that could see them. The time to the next sight
 * is one unit exponential spent as integrated hazard, so that a change of rate never redraws it. Rows are used again.
 */
final class Watches implements Part<Watches> {
    private final Table table = new Table();
    boolean[] open = table.booleans(grown -> open = grown);
    int[] sensor = table.ints(grown -> sensor = grown);
    int[] evidence = table.ints(grown -> evidence = grown);
    int[] technique = table.ints(grown -> technique = grown);
    int[] actor = table.ints(grown -> actor = grown);
    int[] asset = table.ints(grown -> asset = grown);
    int[] foothold = table.ints(grown -> foothold = grown);
    int[] cause = table.ints(grown -> cause = grown);
    int[] sights = table.ints(grown -> sights = grown);
    long[] about = table.longs(grown -> about = grown);
    long[] key = table.longs(grown -> key = grown);
    long[] since = table.longs(grown -> since = grown);
    long[] handle = table.longs(grown -> handle = grown);
    double[] threshold = table.doubles(grown -> threshold = grown);
    double[] spent = table.doubles(grown -> spent = grown);
    double[] rate = table.doubles(grown -> rate = grown);

    int create() {
        int watch = table.take();
        open[watch] = true;
        sights[watch] = 0;
        spent[watch] = 0;
        rate[watch] = 0;
        handle[watch] = 0;
        return watch;
    }

    void release(int watch) {
        open[watch] = false;
        table.release(watch);
    }

    int rows() {
        return table.rows();
    }

    @Override
    public void reset() {
        table.reset();
    }

    @Override
    public void copyFrom(Watches other) {
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        table.digest(digest);
    }
}
