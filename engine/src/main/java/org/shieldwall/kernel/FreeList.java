package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * The numbers of rows that come and go. The row that was released last is taken again first, so that the arrays of its
 * owner stay as short as the most rows that were ever in use at once.
 *
 * <p>Whoever takes a row makes room for it: a new one has the number that {@link #rows} was before.
 */
final class FreeList implements Part<FreeList> {
    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 64;

    private int rows;
    private int first = NONE;

    /** [row]: the free row behind it; of meaning for free rows only. */
    private int[] behind = new int[FIRST_CAPACITY];

    /** A row that nobody uses. */
    public int take() {
        int row = first;
        if (row == NONE) {
            return rows++;
        }
        first = behind[row];
        return row;
    }

    /** Gives a row back; it must not be free already. */
    public void release(int row) {
        if (row >= behind.length) {
            behind = Arrays.copyOf(behind, Math.max(2 * behind.length, row + 1));
        }
        behind[row] = first;
        first = row;
    }

    /** Every row in use has a smaller number; some of these may be free. */
    public int rows() {
        return rows;
    }

    @Override
    public void reset() {
        rows = 0;
        first = NONE;
    }

    @Override
    public void copyFrom(FreeList other) {
        rows = other.rows;
        first = other.first;
        if (behind.length < other.behind.length) {
            behind = new int[other.behind.length];
        }
        System.arraycopy(other.behind, 0, behind, 0, other.behind.length);
    }

    /** The numbers that will be taken next decide which events name which rows. */
    @Override
    public void digest(Digest digest) {
        digest.putInt(rows);
        for (int row = first; row != NONE; row = behind[row]) {
            digest.putInt(row);
        }
    }
}
