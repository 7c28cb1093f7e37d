package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Technique.Level;

/**
 * The indicators that exist in a run: one row for each build of a level that somebody described, and for each false one;
 * found again by the key of the indicator or of a fact about it. Open addressing; nothing is removed.
 */
public final class Register implements Part<Register> {
    private static final int FIRST_CAPACITY = 256;

    private int size;
    private int[] actors = new int[FIRST_CAPACITY];
    private int[] levels = new int[FIRST_CAPACITY];
    private int[] builds = new int[FIRST_CAPACITY];
    private long[] keys = new long[FIRST_CAPACITY];

    private long[] names = new long[4 * FIRST_CAPACITY];
    private int[] rows = new int[4 * FIRST_CAPACITY];
    private int nameCount;

    /** The key of a true indicator: of a build of a level of an actor or, for behaviour, of a technique. */
    public static long keyOf(World world, int actor, int level, int build) {
        return level == Level.BEHAVIOUR.ordinal()
                ? Dice.mix(world.technique(build).key(), Purpose.INDICATOR, level)
                : Dice.mix(Dice.mix(world.entities().key(EntityKind.ACTOR, actor), Purpose.INDICATOR, level), build);
    }

    /** The row of an indicator, made if it is new. */
    public int enter(long key, int actor, int level, int build) {
        int known = find(key);
        if (known >= 0) {
            return known;
        }
        int row = size++;
        if (row == actors.length) {
            int capacity = 2 * row;
            actors = Arrays.copyOf(actors, capacity);
            levels = Arrays.copyOf(levels, capacity);
            builds = Arrays.copyOf(builds, capacity);
            keys = Arrays.copyOf(keys, capacity);
        }
        actors[row] = actor;
        levels[row] = level;
        builds[row] = build;
        keys[row] = key;
        name(key, row);
        return row;
    }

    /** Lets a row be found by a further key. */
    public void name(long key, int row) {
        int slot = slot(key);
        if (names[slot] == 0) {
            names[slot] = key;
            nameCount++;
        }
        rows[slot] = row;
        if (nameCount * 2 > names.length) {
            grow();
        }
    }

    /** The row known by a key, or −1. */
    public int find(long key) {
        int slot = slot(key);
        return names[slot] == 0 ? -1 : rows[slot];
    }

    /** Whose build it names; −1 where it is false. */
    public int actor(int row) {
        return actors[row];
    }

    public int level(int row) {
        return levels[row];
    }

    /** The build; for behaviour the technique; of a false indicator the community that passed it on. */
    public int build(int row) {
        return builds[row];
    }

    public long key(int row) {
        return keys[row];
    }

    private int slot(long key) {
        int mask = names.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (names[slot] != 0 && names[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNames = names;
        int[] oldRows = rows;
        names = new long[2 * oldNames.length];
        rows = new int[2 * oldNames.length];
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != 0) {
                int slot = slot(oldNames[i]);
                names[slot] = oldNames[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    @Override
    public void reset() {
        size = 0;
        nameCount = 0;
        Arrays.fill(names, 0);
    }

    @Override
    public void copyFrom(Register other) {
        size = other.size;
        nameCount = other.nameCount;
        actors = other.actors.clone();
        levels = other.levels.clone();
        builds = other.builds.clone();
        keys = other.keys.clone();
        names = other.names.clone();
        rows = other.rows.clone();
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(size);
    }
}
