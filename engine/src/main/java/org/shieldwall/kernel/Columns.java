package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a part that have a fixed length: made here once, they are reset, copied and digested together, and none
 * can be forgotten. Their owner reads and writes the arrays themselves.
 *
 * <p>Copies go from one part to another of the same World, whose columns were made in the same order and as long.
 */
public final class Columns implements Part<Columns> {
    private final List<Column> columns = new ArrayList<>();

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public int[] ints(int length, int initial) {
        IntColumn column = new IntColumn(new int[length], initial);
        columns.add(column);
        return column.values;
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public long[] longs(int length, long initial) {
        LongColumn column = new LongColumn(new long[length], initial);
        columns.add(column);
        return column.values;
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public double[] doubles(int length, double initial) {
        DoubleColumn column = new DoubleColumn(new double[length], initial);
        columns.add(column);
        return column.values;
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and 0 before. */
    public byte[] bytes(int length, byte initial) {
        ByteColumn column = new ByteColumn(new byte[length], initial);
        columns.add(column);
        return column.values;
    }

    /** A column that is {@code initial} everywhere after {@link #reset}, and false before. */
    public boolean[] booleans(int length, boolean initial) {
        BooleanColumn column = new BooleanColumn(new boolean[length], initial);
        columns.add(column);
        return column.values;
    }

    @Override
    public void reset() {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).reset();
        }
    }

    @Override
    public void copyFrom(Columns other) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).copyFrom(other.columns.get(i));
        }
    }

    @Override
    public void digest(Digest digest) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).digest(digest);
        }
    }

    /** An array with what it is filled with at the start. */
    private abstract static sealed class Column {
        abstract void reset();

        abstract Object values();

        abstract int length();

        abstract void digest(Digest digest);

        final void copyFrom(Column other) {
            System.arraycopy(other.values(), 0, values(), 0, length());
        }
    }

    private static final class IntColumn extends Column {
        private final int[] values;
        private final int initial;

        IntColumn(int[] values, int initial) {
            this.values = values;
            this.initial = initial;
        }

        @Override
        void reset() {
            Arrays.fill(values, initial);
        }

        @Override
        Object values() {
            return values;
        }

        @Override
        int length() {
            return values.length;
        }

        @Override
        void digest(Digest digest) {
            digest.putInts(values, 0, values.length);
        }
    }

    private static final class LongColumn extends Column {
        private final long[] values;
        private final long initial;

        LongColumn(long[] values, long initial) {
            this.values = values;
            this.initial = initial;
        }

        @Override
        void reset() {
            Arrays.fill(values, initial);
        }

        @Override
        Object values() {
            return values;
        }

        @Override
        int length() {
            return values.length;
        }

        @Override
        void digest(Digest digest) {
            digest.putLongs(values, 0, values.length);
        }
    }

    private static final class DoubleColumn extends Column {
        private final double[] values;
        private final double initial;

        DoubleColumn(double[] values, double initial) {
            this.values = values;
            this.initial = initial;
        }

        @Override
        void reset() {
            Arrays.fill(values, initial);
        }

        @Override
        Object values() {
            return values;
        }

        @Override
        int length() {
            return values.length;
        }

        @Override
        void digest(Digest digest) {
            digest.putDoubles(values, 0, values.length);
        }
    }

    private static final class ByteColumn extends Column {
        private final byte[] values;
        private final byte initial;

        ByteColumn(byte[] values, byte initial) {
            this.values = values;
            this.initial = initial;
        }

        @Override
        void reset() {
            Arrays.fill(values, initial);
        }

        @Override
        Object values() {
            return values;
        }

        @Override
        int length() {
            return values.length;
        }

        @Override
        void digest(Digest digest) {
            digest.putBytes(values, 0, values.length);
        }
    }

    private static final class BooleanColumn extends Column {
        private final boolean[] values;
        private final boolean initial;

        BooleanColumn(boolean[] values, boolean initial) {
            this.values = values;
            this.initial = initial;
        }

        @Override
        void reset() {
            Arrays.fill(values, initial);
        }

        @Override
        Object values() {
            return values;
        }

        @Override
        int length() {
            return values.length;
        }

        @Override
        void digest(Digest digest) {
            digest.putBooleans(values, 0, values.length);
        }
    }
}
