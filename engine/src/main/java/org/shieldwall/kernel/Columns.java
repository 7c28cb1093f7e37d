package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * Copies columns that grow, for {@link Part#copyFrom}: {@code column = Columns.copied(other.column, column, rows)}. The
 * column that takes over is used again where it is long enough, else made as long as the other.
 */
public final class Columns {
    private Columns() {}

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static int[] copied(int[] from, int[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static long[] copied(long[] from, long[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static double[] copied(double[] from, double[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static byte[] copied(byte[] from, byte[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static boolean[] copied(boolean[] from, boolean[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }

    /** The first {@code rows} values of {@code from}, in {@code into} where it is long enough. */
    public static <T> T[] copied(T[] from, T[] into, int rows) {
        if (into.length < rows) {
            return Arrays.copyOf(from, from.length);
        }
        System.arraycopy(from, 0, into, 0, rows);
        return into;
    }
}
