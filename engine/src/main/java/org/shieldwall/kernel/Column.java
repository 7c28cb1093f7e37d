package org.shieldwall.kernel;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * One array of a primitive type, whose first values are reset, copied and digested: what {@link Columns} and {@link Table}
 * are made of.
 *
 * @param <A> the type of the array
 */
final class Column<A> {
    private final Filling<A> filling;
    private final Digesting<A> digesting;
    private A values;

    /** Writes what a value is at first to all places from 0 to an end. */
    @FunctionalInterface
    private interface Filling<A> {
        void fill(A values, int end);
    }

    @FunctionalInterface
    private interface Digesting<A> {
        void put(Digest digest, A values, int from, int end);
    }

    private Column(A values, Filling<A> filling, Digesting<A> digesting) {
        this.values = values;
        this.filling = filling;
        this.digesting = digesting;
    }

    static Column<int[]> ofInts(int length, int initial) {
        return new Column<>(new int[length], (values, end) -> Arrays.fill(values, 0, end, initial), Digest::putInts);
    }

    static Column<long[]> ofLongs(int length, long initial) {
        return new Column<>(new long[length], (values, end) -> Arrays.fill(values, 0, end, initial), Digest::putLongs);
    }

    static Column<double[]> ofDoubles(int length, double initial) {
        return new Column<>(
                new double[length], (values, end) -> Arrays.fill(values, 0, end, initial), Digest::putDoubles);
    }

    static Column<byte[]> ofBytes(int length, byte initial) {
        return new Column<>(new byte[length], (values, end) -> Arrays.fill(values, 0, end, initial), Digest::putBytes);
    }

    static Column<boolean[]> ofBooleans(int length, boolean initial) {
        return new Column<>(
                new boolean[length], (values, end) -> Arrays.fill(values, 0, end, initial), Digest::putBooleans);
    }

    A values() {
        return values;
    }

    int length() {
        return Array.getLength(values);
    }

    /** Makes the array longer, with zeros behind what is there, and returns it. */
    A grow(int length) {
        // An array of the same type as the one that was there.
        @SuppressWarnings("unchecked")
        A longer = (A) Array.newInstance(values.getClass().getComponentType(), length);
        System.arraycopy(values, 0, longer, 0, length());
        values = longer;
        return longer;
    }

    void reset(int end) {
        filling.fill(values, end);
    }

    /** @param other a column of the same type */
    void copyFrom(Column<?> other, int end) {
        System.arraycopy(other.values, 0, values, 0, end);
    }

    void digest(Digest digest, int end) {
        digesting.put(digest, values, 0, end);
    }
}
