package org.shieldwall.kernel;

/**
 * A 128-bit fingerprint of a sequence of numbers: equal sequences have equal digests on every machine, and sequences
 * that differ in a value, in the order or in the length practically never do.
 *
 * <p>Two lanes of 64 bits take in every value, each through a mixer of its own (Stafford's variant 13 and Evensen's
 * moremur, both bijections), so that a collision has to happen in both at once: about one pair of sequences in 2^128.
 * It protects against accidents, not against somebody who looks for collisions.
 *
 * <p>About 3 ns per value; nothing is allocated until the result is read. Not thread safe.
 */
public final class Digest {

    private static final long FIRST_START = 0x243f6a8885a308d3L;
    private static final long SECOND_START = 0x13198a2e03707344L;

    private long first;
    private long second;
    private long count;

    public Digest() {
        reset();
    }

    /** Forgets everything that was put in. */
    public void reset() {
        first = FIRST_START;
        second = SECOND_START;
        count = 0;
    }

    /** Puts in one value. */
    public void putLong(long value) {
        first = Dice.stafford13(first ^ value);
        second = Dice.moremur(second + value);
        count++;
    }

    /** Puts in one value; the same as {@link #putLong} of the same number. */
    public void putInt(int value) {
        putLong(value);
    }

    /** Puts in one value, 1 or 0. */
    public void putBoolean(boolean value) {
        putLong(value ? 1 : 0);
    }

    /** Puts in the bits of one value. All NaNs are one, the two zeros are two. */
    public void putDouble(double value) {
        putLong(Double.doubleToLongBits(value));
    }

    /** Puts in {@code values[from]} to {@code values[to - 1]}, without their number. */
    public void putLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }

    /** Puts in {@code values[from]} to {@code values[to - 1]}, without their number. */
    public void putInts(int[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }

    /** Puts in {@code values[from]} to {@code values[to - 1]}, without their number. */
    public void putDoubles(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putDouble(values[i]);
        }
    }

    /** Puts in {@code values[from]} to {@code values[to - 1]}, one value each, without their number. */
    public void putBytes(byte[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }

    /** Puts in {@code values[from]} to {@code values[to - 1]}, 1 or 0 each, without their number. */
    public void putBooleans(boolean[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putBoolean(values[i]);
        }
    }

    /** Puts in the length and the UTF-16 units of a text. */
    public void putText(String text) {
        putLong(text.length());
        for (int i = 0; i < text.length(); i++) {
            putLong(text.charAt(i));
        }
    }

    /** The first 64 bits of the digest. More may be put in afterwards. */
    public long high() {
        return Dice.moremur(first + Dice.stafford13(second ^ count));
    }

    /** The last 64 bits of the digest. */
    public long low() {
        return Dice.stafford13(second + Dice.moremur(first + count));
    }

    /** The digest as 16 bytes, the most significant first. */
    public byte[] bytes() {
        byte[] bytes = new byte[2 * Long.BYTES];
        long high = high();
        long low = low();
        for (int i = 0; i < Long.BYTES; i++) {
            int shift = Long.SIZE - Byte.SIZE * (i + 1);
            bytes[i] = (byte) (high >>> shift);
            bytes[i + Long.BYTES] = (byte) (low >>> shift);
        }
        return bytes;
    }

    /** The digest as 32 hexadecimal digits. */
    public String hex() {
        StringBuilder hex = new StringBuilder(2 * 2 * Long.BYTES);
        for (byte each : bytes()) {
            hex.append(Character.forDigit((each >> 4) & 0xf, 16)).append(Character.forDigit(each & 0xf, 16));
        }
        return hex.toString();
    }

    @Override
    public String toString() {
        return hex();
    }
}
