package org.shieldwall.fact;

import java.util.Arrays;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * The facts of one run, in order of time, as rows in parallel arrays: the only output of a run.
 *
 * <p>A fact's <em>key</em> is {@code mix(kind, subject, n)}, where n counts the facts of this kind about this subject; it
 * means the same in every run, whatever else happens. Keys listed by {@link #suppress} are refused at their time.
 *
 * <p>Appending costs one probe of an open-addressed table (the counter n) and writes to nine arrays; nothing is allocated
 * once the arrays have grown. Not thread safe.
 */
public final class FactLog implements FactSink, Part<FactLog> {
    private static final int FIRST_CAPACITY = 1 << 12;

    private long now;
    private int size;
    private long[] times = new long[FIRST_CAPACITY];
    private byte[] kinds = new byte[FIRST_CAPACITY];
    private int[] whos = new int[FIRST_CAPACITY];
    private int[] whoms = new int[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private long[] subjects = new long[FIRST_CAPACITY];
    private int[] ordinals = new int[FIRST_CAPACITY];
    private int[] triggers = new int[FIRST_CAPACITY];
    private int[] conditionEnds = new int[FIRST_CAPACITY];

    private int[] conditions = new int[FIRST_CAPACITY];
    private int conditionCount;

    private long[] counted = new long[2 * FIRST_CAPACITY];
    private int[] counts = new int[2 * FIRST_CAPACITY];
    private int countedSize;

    private long[] suppressed = {};

    private static final FactKind[] KINDS = FactKind.values();

    /** Sets the time of the facts to come, in nanoseconds since the start. */
    public void now(long time) {
        now = time;
    }

    public long now() {
        return now;
    }

    /** Keys of facts that shall not happen from now on; an empty list lifts the ban. */
    public void suppress(long... keys) {
        suppressed = keys.clone();
        Arrays.sort(suppressed);
    }

    @Override
    public int append(FactKind kind, int who, int whom, long value, long subject, int trigger) {
        int ordinal = count(kind, subject);
        if (suppressed.length > 0 && Arrays.binarySearch(suppressed, key(kind, subject, ordinal)) >= 0) {
            return REFUSED;
        }
        int row = size;
        if (row == times.length) {
            grow();
        }
        times[row] = now;
        kinds[row] = (byte) kind.ordinal();
        whos[row] = who;
        whoms[row] = whom;
        values[row] = value;
        subjects[row] = subject;
        ordinals[row] = ordinal;
        triggers[row] = trigger;
        conditionEnds[row] = conditionCount;
        size = row + 1;
        return row;
    }

    @Override
    public void because(int condition) {
        if (condition == NONE) {
            return;
        }
        if (conditionCount == conditions.length) {
            conditions = Arrays.copyOf(conditions, 2 * conditionCount);
        }
        conditions[conditionCount++] = condition;
        conditionEnds[size - 1] = conditionCount;
    }

    /** The key of the n-th fact of a kind about a subject. */
    public static long key(FactKind kind, long subject, int n) {
        return Dice.mix(kind.code(), subject, n);
    }

    public int size() {
        return size;
    }

    public long time(int fact) {
        return times[fact];
    }

    public FactKind kind(int fact) {
        return KINDS[kinds[fact]];
    }

    public int who(int fact) {
        return whos[fact];
    }

    public int whom(int fact) {
        return whoms[fact];
    }

    public long value(int fact) {
        return values[fact];
    }

    public long subject(int fact) {
        return subjects[fact];
    }

    /** How many facts of its kind about its subject came before it. */
    public int ordinal(int fact) {
        return ordinals[fact];
    }

    public long key(int fact) {
        return key(kind(fact), subjects[fact], ordinals[fact]);
    }

    /** The fact that scheduled this one, or {@link FactSink#NONE}. */
    public int trigger(int fact) {
        return triggers[fact];
    }

    public int conditionCount(int fact) {
        return conditionEnds[fact] - firstCondition(fact);
    }

    public int condition(int fact, int i) {
        return conditions[firstCondition(fact) + i];
    }

    private int firstCondition(int fact) {
        return fact == 0 ? 0 : conditionEnds[fact - 1];
    }

    /** Index of the fact with a key, or −1; a scan over all facts. */
    public int find(long key) {
        for (int fact = 0; fact < size; fact++) {
            if (key(fact) == key) {
                return fact;
            }
        }
        return -1;
    }

    private int count(FactKind kind, long subject) {
        long name = Dice.mix(kind.code(), subject) | 1;
        int mask = counted.length - 1;
        int slot = (int) (name >>> 32) & mask;
        while (counted[slot] != 0) {
            if (counted[slot] == name) {
                return counts[slot]++;
            }
            slot = (slot + 1) & mask;
        }
        counted[slot] = name;
        counts[slot] = 1;
        if (++countedSize * 2 > counted.length) {
            rehash();
        }
        return 0;
    }

    private void rehash() {
        long[] names = counted;
        int[] oldCounts = counts;
        counted = new long[2 * names.length];
        counts = new int[2 * names.length];
        int mask = counted.length - 1;
        for (int i = 0; i < names.length; i++) {
            if (names[i] != 0) {
                int slot = (int) (names[i] >>> 32) & mask;
                while (counted[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                counted[slot] = names[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private void grow() {
        int capacity = 2 * times.length;
        times = Arrays.copyOf(times, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        whos = Arrays.copyOf(whos, capacity);
        whoms = Arrays.copyOf(whoms, capacity);
        values = Arrays.copyOf(values, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
        ordinals = Arrays.copyOf(ordinals, capacity);
        triggers = Arrays.copyOf(triggers, capacity);
        conditionEnds = Arrays.copyOf(conditionEnds, capacity);
    }

    @Override
    public void reset() {
        now = 0;
        size = 0;
        conditionCount = 0;
        Arrays.fill(counted, 0);
        countedSize = 0;
        suppressed = new long[0];
    }

    @Override
    public void copyFrom(FactLog other) {
        while (times.length < other.size) {
            grow();
        }
        now = other.now;
        size = other.size;
        System.arraycopy(other.times, 0, times, 0, size);
        System.arraycopy(other.kinds, 0, kinds, 0, size);
        System.arraycopy(other.whos, 0, whos, 0, size);
        System.arraycopy(other.whoms, 0, whoms, 0, size);
        System.arraycopy(other.values, 0, values, 0, size);
        System.arraycopy(other.subjects, 0, subjects, 0, size);
        System.arraycopy(other.ordinals, 0, ordinals, 0, size);
        System.arraycopy(other.triggers, 0, triggers, 0, size);
        System.arraycopy(other.conditionEnds, 0, conditionEnds, 0, size);
        if (conditions.length < other.conditionCount) {
            conditions = new int[other.conditions.length];
        }
        conditionCount = other.conditionCount;
        System.arraycopy(other.conditions, 0, conditions, 0, conditionCount);
        if (counted.length != other.counted.length) {
            counted = new long[other.counted.length];
            counts = new int[other.counts.length];
        }
        System.arraycopy(other.counted, 0, counted, 0, counted.length);
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
        countedSize = other.countedSize;
        suppressed = other.suppressed.clone();
    }

    @Override
    public void digest(Digest digest) {
        digest.putLong(now);
        digest.putInt(size);
        for (int fact = 0; fact < size; fact++) {
            digest.putLong(times[fact]);
            digest.putLong(key(fact));
            digest.putLong(values[fact]);
        }
    }
}
