package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<Column> columns = new ArrayList<>();
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

    private <C extends Column> C add(C column) {
        columns.add(column);
        return column;
    }

    /** The same with several values for each row, one row after the other. */
    public int[] ints(int width, Consumer<int[]> owner) {
        return add(new IntColumn(new int[width * capacity], width, owner)).values;
    }

    /** A column; its owner is told of the array that takes its place. */
    public int[] ints(Consumer<int[]> owner) {
        return add(new IntColumn(new int[capacity], 1, owner)).values;
    }

    /** A column; its owner is told of the array that takes its place. */
    public long[] longs(Consumer<long[]> owner) {
        return add(new LongColumn(new long[capacity], owner)).values;
    }

    /** A column; its owner is told of the array that takes its place. */
    public double[] doubles(Consumer<double[]> owner) {
        return add(new DoubleColumn(new double[capacity], owner)).values;
    }

    /** A column; its owner is told of the array that takes its place. */
    public byte[] bytes(Consumer<byte[]> owner) {
        return add(new ByteColumn(new byte[capacity], owner)).values;
    }

    /** A column; its owner is told of the array that takes its place. */
    public boolean[] booleans(Consumer<boolean[]> owner) {
        return add(new BooleanColumn(new boolean[capacity], owner)).values;
    }

    @Override
    public void reset() {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).clear(rows());
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
            columns.get(i).copyFrom(other.columns.get(i), rows());
        }
    }

    @Override
    public void digest(Digest digest) {
        list.digest(digest);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).digest(digest, rows());
        }
    }

    /** One array and whoever must know of a longer one. */
    private abstract static sealed class Column {
        abstract void grow(int rows);

        abstract void clear(int rows);

        abstract void copyFrom(Column other, int rows);

        abstract void digest(Digest digest, int rows);
    }

    private static final class IntColumn extends Column {
        private int[] values;
        private final int width;
        private final Consumer<int[]> owner;

        IntColumn(int[] values, int width, Consumer<int[]> owner) {
            this.values = values;
            this.width = width;
            this.owner = owner;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, width * rows);
            owner.accept(values);
        }

        @Override
        void clear(int rows) {
            Arrays.fill(values, 0, width * rows, 0);
        }

        @Override
        void copyFrom(Column other, int rows) {
            System.arraycopy(((IntColumn) other).values, 0, values, 0, width * rows);
        }

        @Override
        void digest(Digest digest, int rows) {
            digest.putInts(values, 0, width * rows);
        }
    }

    private static final class LongColumn extends Column {
        private long[] values;
        private final Consumer<long[]> owner;

        LongColumn(long[] values, Consumer<long[]> owner) {
            this.values = values;
            this.owner = owner;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
            owner.accept(values);
        }

        @Override
        void clear(int rows) {
            Arrays.fill(values, 0, rows, 0);
        }

        @Override
        void copyFrom(Column other, int rows) {
            System.arraycopy(((LongColumn) other).values, 0, values, 0, rows);
        }

        @Override
        void digest(Digest digest, int rows) {
            digest.putLongs(values, 0, rows);
        }
    }

    private static final class DoubleColumn extends Column {
        private double[] values;
        private final Consumer<double[]> owner;

        DoubleColumn(double[] values, Consumer<double[]> owner) {
            this.values = values;
            this.owner = owner;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
            owner.accept(values);
        }

        @Override
        void clear(int rows) {
            Arrays.fill(values, 0, rows, 0);
        }

        @Override
        void copyFrom(Column other, int rows) {
            System.arraycopy(((DoubleColumn) other).values, 0, values, 0, rows);
        }

        @Override
        void digest(Digest digest, int rows) {
            digest.putDoubles(values, 0, rows);
        }
    }

    private static final class ByteColumn extends Column {
        private byte[] values;
        private final Consumer<byte[]> owner;

        ByteColumn(byte[] values, Consumer<byte[]> owner) {
            this.values = values;
            this.owner = owner;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
            owner.accept(values);
        }

        @Override
        void clear(int rows) {
            Arrays.fill(values, 0, rows, (byte) 0);
        }

        @Override
        void copyFrom(Column other, int rows) {
            System.arraycopy(((ByteColumn) other).values, 0, values, 0, rows);
        }

        @Override
        void digest(Digest digest, int rows) {
            digest.putBytes(values, 0, rows);
        }
    }

    private static final class BooleanColumn extends Column {
        private boolean[] values;
        private final Consumer<boolean[]> owner;

        BooleanColumn(boolean[] values, Consumer<boolean[]> owner) {
            this.values = values;
            this.owner = owner;
        }

        @Override
        void grow(int rows) {
            values = Arrays.copyOf(values, rows);
            owner.accept(values);
        }

        @Override
        void clear(int rows) {
            Arrays.fill(values, 0, rows, false);
        }

        @Override
        void copyFrom(Column other, int rows) {
            System.arraycopy(((BooleanColumn) other).values, 0, values, 0, rows);
        }

        @Override
        void digest(Digest digest, int rows) {
            digest.putBooleans(values, 0, rows);
        }
    }
}
