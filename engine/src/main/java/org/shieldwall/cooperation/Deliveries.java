package org.shieldwall.cooperation;

import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;

/** Messages on their way: publications to a hub, and deliveries from it to members. Rows are used again. */
final class Deliveries implements Part<Deliveries> {
    private final Table table = new Table();
    int[] community = table.ints(grown -> community = grown);
    int[] member = table.ints(grown -> member = grown);
    int[] entry = table.ints(grown -> entry = grown);
    int[] cause = table.ints(grown -> cause = grown);
    long[] key = table.longs(grown -> key = grown);

    /** Behind it in the queue of a hub. */
    int[] next = table.ints(grown -> next = grown);

    int create(int inCommunity, int ofMember, int register, long withKey, int because) {
        int row = table.take();
        community[row] = inCommunity;
        member[row] = ofMember;
        entry[row] = register;
        key[row] = withKey;
        cause[row] = because;
        next[row] = -1;
        return row;
    }

    void release(int row) {
        table.release(row);
    }

    @Override
    public void reset() {
        table.reset();
    }

    @Override
    public void copyFrom(Deliveries other) {
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        table.digest(digest);
    }
}
