package org.shieldwall.attack;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * The doors that were tried: how often each step was tried on each target, and in which of its rounds last (a step that
 * loses what it gained begins a new round). Open addressing; grows, never shrinks.
 */
final class Doors implements Part<Doors> {
    private static final int FIRST_CAPACITY = 1 << 10;

    /** 2^64 divided by the golden ratio, odd: its multiples spread neighbouring names (Knuth, TAOCP 6.4). */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long[] names = new long[FIRST_CAPACITY];
    private int[] tries = new int[FIRST_CAPACITY];
    private int[] rounds = new int[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int size;

    int tries(int step, int asset) {
        return tries[slot(name(step, asset))];
    }

    /** Counts a try and returns how many came before it. */
    int tried(int step, int asset) {
        // Entering may move the array: the slot comes first.
        int slot = enter(step, asset);
        return tries[slot]++;
    }

    /** Whether the target has had its turn in a round. */
    boolean met(int step, int asset, int round) {
        int slot = slot(name(step, asset));
        return names[slot] != 0 && rounds[slot] > round;
    }

    /** Gives the target its turn in a round; the first turn of a round counts its tries anew. */
    void meet(int step, int asset, int round) {
        int slot = enter(step, asset);
        if (Math.abs(rounds[slot]) != round + 1) {
            before[slot] = tries[slot];
        }
        rounds[slot] = round + 1;
    }

    /** The target may have another turn in the round in which it was met last. */
    void unmeet(int step, int asset) {
        int slot = enter(step, asset);
        rounds[slot] = -Math.abs(rounds[slot]);
    }

    /** Tries since the target was first met in its present round. */
    int triesOfRound(int step, int asset) {
        int slot = slot(name(step, asset));
        return tries[slot] - before[slot];
    }

    private int enter(int step, int asset) {
        long name = name(step, asset);
        int slot = slot(name);
        if (names[slot] == 0) {
            names[slot] = name;
            tries[slot] = 0;
            rounds[slot] = 0;
            before[slot] = 0;
            if (++size * 2 > names.length) {
                grow();
                slot = slot(name);
            }
        }
        return slot;
    }

    private static long name(int step, int asset) {
        return ((long) step << 32 | asset) + 1;
    }

    private int slot(long name) {
        int mask = names.length - 1;
        int slot = (int) (name * GOLDEN >>> Integer.SIZE) & mask;
        while (names[slot] != 0 && names[slot] != name) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNames = names;
        int[] oldTries = tries;
        int[] oldRounds = rounds;
        int[] oldBefore = before;
        names = new long[2 * oldNames.length];
        tries = new int[2 * oldNames.length];
        rounds = new int[2 * oldNames.length];
        before = new int[2 * oldNames.length];
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != 0) {
                int slot = slot(oldNames[i]);
                names[slot] = oldNames[i];
                tries[slot] = oldTries[i];
                rounds[slot] = oldRounds[i];
                before[slot] = oldBefore[i];
            }
        }
    }

    @Override
    public void reset() {
        Arrays.fill(names, 0);
        Arrays.fill(tries, 0);
        Arrays.fill(rounds, 0);
        Arrays.fill(before, 0);
        size = 0;
    }

    @Override
    public void copyFrom(Doors other) {
        if (names.length != other.names.length) {
            names = new long[other.names.length];
            tries = new int[other.names.length];
            rounds = new int[other.names.length];
            before = new int[other.names.length];
        }
        System.arraycopy(other.names, 0, names, 0, names.length);
        System.arraycopy(other.tries, 0, tries, 0, tries.length);
        System.arraycopy(other.rounds, 0, rounds, 0, rounds.length);
        System.arraycopy(other.before, 0, before, 0, before.length);
        size = other.size;
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(size);
        digest.putLongs(names, 0, names.length);
        digest.putInts(tries, 0, tries.length);
        digest.putInts(rounds, 0, rounds.length);
        digest.putInts(before, 0, before.length);
    }
}
