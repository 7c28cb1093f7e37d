package org.shieldwall.cooperation;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/** Messages on their way: publications to a hub, and deliveries from it to members. Rows are used again. */
final class Deliveries implements Part<Deliveries> {
    private static final int FIRST_CAPACITY = 64;

    private int rows;
    private int free = -1;
    int[] community = new int[FIRST_CAPACITY];
    int[] member = new int[FIRST_CAPACITY];
    int[] entry = new int[FIRST_CAPACITY];
    int[] cause = new int[FIRST_CAPACITY];
    long[] key = new long[FIRST_CAPACITY];
    int[] next = new int[FIRST_CAPACITY];

    int create(int inCommunity, int ofMember, int register, long withKey, int because) {
        int row = free;
        if (row >= 0) {
            free = next[row];
        } else {
            row = rows++;
            if (row == community.length) {
                grow();
            }
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
        next[row] = free;
        free = row;
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
        rows = 0;
        free = -1;
    }

    @Override
    public void copyFrom(Deliveries other) {
        while (community.length < other.rows) {
            grow();
        }
        rows = other.rows;
        free = other.free;
        System.arraycopy(other.community, 0, community, 0, rows);
        System.arraycopy(other.member, 0, member, 0, rows);
        System.arraycopy(other.entry, 0, entry, 0, rows);
        System.arraycopy(other.cause, 0, cause, 0, rows);
        System.arraycopy(other.key, 0, key, 0, rows);
        System.arraycopy(other.next, 0, next, 0, rows);
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(rows);
    }
}
