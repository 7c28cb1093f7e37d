package org.shieldwall.cooperation;

import java.util.Arrays;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.FreeList;
import org.shieldwall.kernel.Part;

/** Messages on their way: publications to a hub, and deliveries from it to members. Rows are used again. */
final class Deliveries implements Part<Deliveries> {
    private static final int FIRST_CAPACITY = 64;

    private final FreeList list = new FreeList();
    int[] community = new int[FIRST_CAPACITY];
    int[] member = new int[FIRST_CAPACITY];
    int[] entry = new int[FIRST_CAPACITY];
    int[] cause = new int[FIRST_CAPACITY];
    long[] key = new long[FIRST_CAPACITY];

    /** Behind it in the queue of a hub. */
    int[] next = new int[FIRST_CAPACITY];

    int create(int inCommunity, int ofMember, int register, long withKey, int because) {
        int row = list.take();
        if (row == community.length) {
            grow();
        }
        community[row] = inCommunity;
        member[row] = ofMember;
        entry[row] = register;
        key[row] = withKey;
        cause[row] = because;
        next[row] = -1;
        return row;
    }

    void release(int row) {
        list.release(row);
    }

    private void grow() {
        int capacity = 2 * community.length;
        community = Arrays.copyOf(community, capacity);
        member = Arrays.copyOf(member, capacity);
        entry = Arrays.copyOf(entry, capacity);
        cause = Arrays.copyOf(cause, capacity);
        key = Arrays.copyOf(key, capacity);
        next = Arrays.copyOf(next, capacity);
    }

    @Override
    public void reset() {
        list.reset();
    }

    @Override
    public void copyFrom(Deliveries other) {
        list.copyFrom(other.list);
        int rows = list.rows();
        community = Columns.copied(other.community, community, rows);
        member = Columns.copied(other.member, member, rows);
        entry = Columns.copied(other.entry, entry, rows);
        cause = Columns.copied(other.cause, cause, rows);
        key = Columns.copied(other.key, key, rows);
        next = Columns.copied(other.next, next, rows);
    }

    @Override
    public void digest(Digest digest) {
        list.digest(digest);
    }
}
