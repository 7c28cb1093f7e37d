package org.shieldwall.attack;

import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.LongIndex;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;

/**
 * The doors that were tried: how often each step was tried on each target, and in which of its rounds last (a step that
 * loses what it gained begins a new round).
 */
final class Doors implements Part<Doors> {
    private final LongIndex doors = new LongIndex();

    // [door]: tries, the round in which it was met plus 1 (negative where it may have another turn in it), and tries
    // before
    // that round
    private final Table table = new Table();
    private int[] tries = table.ints(grown -> tries = grown);
    private int[] rounds = table.ints(grown -> rounds = grown);
    private int[] before = table.ints(grown -> before = grown);

    int tries(int step, int asset) {
        int door = doors.find(name(step, asset));
        return door == LongIndex.NONE ? 0 : tries[door];
    }

    /** Counts a try and returns how many came before it. */
    int tried(int step, int asset) {
        // Entering may move the array: the door comes first.
        int door = enter(step, asset);
        return tries[door]++;
    }

    /** Whether the target has had its turn in a round. */
    boolean met(int step, int asset, int round) {
        int door = doors.find(name(step, asset));
        return door != LongIndex.NONE && rounds[door] > round;
    }

    /** Gives the target its turn in a round; the first turn of a round counts its tries anew. */
    void meet(int step, int asset, int round) {
        int door = enter(step, asset);
        if (Math.abs(rounds[door]) != round + 1) {
            before[door] = tries[door];
        }
        rounds[door] = round + 1;
    }

    /** The target may have another turn in the round in which it was met last. */
    void unmeet(int step, int asset) {
        int door = enter(step, asset);
        rounds[door] = -Math.abs(rounds[door]);
    }

    /** Tries since the target was first met in its present round. */
    int triesOfRound(int step, int asset) {
        int door = doors.find(name(step, asset));
        return door == LongIndex.NONE ? 0 : tries[door] - before[door];
    }

    private int enter(int step, int asset) {
        long name = name(step, asset);
        int door = doors.find(name);
        if (door == LongIndex.NONE) {
            door = table.take();
            doors.put(name, door);
        }
        return door;
    }

    private static long name(int step, int asset) {
        return (long) step << Integer.SIZE | asset;
    }

    @Override
    public void reset() {
        doors.reset();
        table.reset();
    }

    @Override
    public void copyFrom(Doors other) {
        doors.copyFrom(other.doors);
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        doors.digest(digest);
        table.digest(digest);
    }
}
