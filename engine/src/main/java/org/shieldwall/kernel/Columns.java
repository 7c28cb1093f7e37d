package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a part that have a fixed length: made here once, they are reset, copied and digested together, and none
 * can be forgotten. Their owner reads and writes the arrays themselves.
 *
 * <p>Copies go from one part to another of the same World, whose columns were made in the same order and as long.
 */
public final class Columns implements Part<Columns> {
    private final List<Column<?>> columns = new ArrayList<>();

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public int[] ints(int length, int initial) {
        return added(Column.ofInts(length, initial));
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public long[] longs(int length, long initial) {
        return added(Column.ofLongs(length, initial));
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public double[] doubles(int length, double initial) {
        return added(Column.ofDoubles(length, initial));
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public byte[] bytes(int length, byte initial) {
        return added(Column.ofBytes(length, initial));
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and false before. */
    public boolean[] booleans(int length, boolean initial) {
        return added(Column.ofBooleans(length, initial));
    }

    private <A> A added(Column<A> column) {
        columns.add(column);
        return column.values();
    }

    @Override
    public void reset() {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).reset(columns.get(i).length());
        }
    }

    @Override
    public void copyFrom(Columns other) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).copyFrom(other.columns.get(i), columns.get(i).length());
        }
    }

    @Override
    public void digest(Digest digest) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).digest(digest, columns.get(i).length());
        }
    }
}
