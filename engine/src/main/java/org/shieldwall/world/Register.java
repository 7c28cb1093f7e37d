package org.shieldwall.world;

import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.LongIndex;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.scenario.Technique.Level;

/**
 * The indicators that exist in a run: one row for each build of a level that somebody described, and for each false one;
 * found again by the key of the indicator or of a fact about it. Nothing is removed.
 */
public final class Register implements Part<Register> {
    private final LongIndex names = new LongIndex();

    // [indicator]
    private final Table table = new Table();
    private int[] actors = table.ints(grown -> actors = grown);
    private int[] levels = table.ints(grown -> levels = grown);
    private int[] builds = table.ints(grown -> builds = grown);
    private long[] keys = table.longs(grown -> keys = grown);

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
        int row = table.take();
        actors[row] = actor;
        levels[row] = level;
        builds[row] = build;
        keys[row] = key;
        name(key, row);
        return row;
    }

    /** Lets a row be found by a further key. */
    public void name(long key, int row) {
        names.put(key, row);
    }

    /** The row known by a key, or −1. */
    public int find(long key) {
        return names.find(key);
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

    @Override
    public void reset() {
        names.reset();
        table.reset();
    }

    @Override
    public void copyFrom(Register other) {
        names.copyFrom(other.names);
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        names.digest(digest);
        table.digest(digest);
    }
}
