package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that come and go, and their columns: a new row is a number, columns grow with the rows, and all are reset, copied and
 * digested together. The row that was released last is taken again first, so that columns stay as short as the most rows
 * that were ever in use at once.
 *
 * <p>The owner keeps the arrays in fields of its own, for the loop, and is handed the longer array whenever a column grew:
 *
 * <pre>{@code
 * private final Table table = new Table();
 * private int[] asset = table.ints(grown -> asset = grown);
 * }</pre>
 *
 * <p>A taken row has what its last use left in it; a new one has zeros. Taking and releasing cost a few ns and allocate
 * nothing but where columns grow, which doubles them.
 */
public final class Table implements Part<Table> {
    private static final int FIRST_CAPACITY = 64;

    private final FreeList list = new FreeList();
    private final List<Rows<?>> columns = new ArrayList<>();
    private int capacity;

    public Table() {
        this(FIRST_CAPACITY);
    }

    /** @param capacity the rows that there is room for at first, at least 1 */
    public Table(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity (%d) of a table must be positive.".formatted(capacity));
        }
        this.capacity = capacity;
    }

    /** A row that nobody uses, with room in every column. */
    public int take() {
        int row = list.take();
        if (row >= capacity) {
            grow(2 * capacity);
        }
        return row;
    }

    /** Gives a row back; it must not be free already. */
    public void release(int row) {
        list.release(row);
    }

    /** Every row in use has a smaller number; some of these may be free. */
    public int rows() {
        return list.rows();
    }

    private void grow(int longer) {
        capacity = longer;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).grow(longer);
        }
    }

    private <A> A added(Column<A> column, int width, Consumer<A> owner) {
        columns.add(new Rows<>(column, width, owner));
        return column.values();
    }

    /** The same with several values for each row, one row after the other. */
    public int[] ints(int width, Consumer<int[]> owner) {
        return added(Column.ofInts(width * capacity, 0), width, owner);
    }

    /** A column; its owner is told of the array that takes its place. */
    public int[] ints(Consumer<int[]> owner) {
        return ints(1, owner);
    }

    /** A column; its owner is told of the array that takes its place. */
    public long[] longs(Consumer<long[]> owner) {
        return added(Column.ofLongs(capacity, 0), 1, owner);
    }

    /** A column; its owner is told of the array that takes its place. */
    public double[] doubles(Consumer<double[]> owner) {
        return added(Column.ofDoubles(capacity, 0), 1, owner);
    }

    /** A column; its owner is told of the array that takes its place. */
    public byte[] bytes(Consumer<byte[]> owner) {
        return added(Column.ofBytes(capacity, (byte) 0), 1, owner);
    }

    /** A column; its owner is told of the array that takes its place. */
    public boolean[] booleans(Consumer<boolean[]> owner) {
        return added(Column.ofBooleans(capacity, false), 1, owner);
    }

    @Override
    public void reset() {
        for (int i = 0; i < columns.size(); i++) {
            Rows<?> rows = columns.get(i);
            rows.column().reset(rows.width() * rows());
        }
        list.reset();
    }

    @Override
    public void copyFrom(Table other) {
        list.copyFrom(other.list);
        if (capacity < rows()) {
            grow(other.capacity);
        }
        for (int i = 0; i < columns.size(); i++) {
            Rows<?> rows = columns.get(i);
            rows.column().copyFrom(other.columns.get(i).column(), rows.width() * rows());
        }
    }

    @Override
    public void digest(Digest digest) {
        list.digest(digest);
        for (int i = 0; i < columns.size(); i++) {
            Rows<?> rows = columns.get(i);
            rows.column().digest(digest, rows.width() * rows());
        }
    }

    /** Several values for each row, one row after the other, and whoever must know of a longer array. */
    private record Rows<A>(Column<A> column, int width, Consumer<A> owner) {
        void grow(int rows) {
            owner.accept(column.grow(width * rows));
        }
    }
}
