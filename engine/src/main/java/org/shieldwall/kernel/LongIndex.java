package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * Finds a number that is not negative by a key: open addressing, at most half full, linear probing. Nothing is removed but by
 * {@link #reset}. A look-up costs a few ns; it allocates only where it doubles.
 */
public final class LongIndex implements Part<LongIndex> {
    /** No number is there for a key. */
    public static final int NONE = -1;

    private static final int FIRST_CAPACITY = 1 << 8;
    private static final long EMPTY = 0;

    /** 2^64 divided by the golden ratio, odd: its multiples spread neighbouring keys (Knuth, TAOCP 6.4). */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Stands for the key that marks empty slots. */
    private static final long IN_PLACE_OF_EMPTY = GOLDEN;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] numbers = new int[FIRST_CAPACITY];
    private int size;

    /** The number of a key, or {@link #NONE}. */
    public int find(long key) {
        int slot = slot(stored(key));
        return keys[slot] == EMPTY ? NONE : numbers[slot];
    }

    /** Gives a key its number, in place of any that it had. */
    public void put(long key, int number) {
        long stored = stored(key);
        int slot = slot(stored);
        numbers[slot] = number;
        if (keys[slot] == EMPTY) {
            keys[slot] = stored;
            if (++size * 2 > keys.length) {
                grow();
            }
        }
    }

    /** Keys with a number. */
    public int size() {
        return size;
    }

    private static long stored(long key) {
        return key == EMPTY ? IN_PLACE_OF_EMPTY : key;
    }

    private int slot(long stored) {
        int mask = keys.length - 1;
        int slot = (int) (stored * GOLDEN >>> Integer.SIZE) & mask;
        while (keys[slot] != EMPTY && keys[slot] != stored) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    @Override
    public void reset() {
        Arrays.fill(keys, EMPTY);
        size = 0;
    }

    @Override
    public void copyFrom(LongIndex other) {
        if (keys.length != other.keys.length) {
            keys = new long[other.keys.length];
            numbers = new int[other.keys.length];
        }
        System.arraycopy(other.keys, 0, keys, 0, keys.length);
        System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
        size = other.size;
    }

    /** The places of keys depend on how often the arrays have grown; a sum does not. */
    @Override
    public void digest(Digest digest) {
        digest.putInt(size);
        long sum = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != EMPTY) {
                sum += Dice.mix(keys[slot], numbers[slot]);
            }
        }
        digest.putLong(sum);
    }
}
