package org.shieldwall.world;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * Copies of assets: of which there are some, which an attacker can reach, when they were made, which were destroyed.
 *
 * <p>Each asset is copied at a steady pace from a moment of its own; the copies of the last {@code reach} are kept. Whether
 * there are any, and whether an attacker in the network can reach them, are traits of the asset.
 */
public final class Backups implements Part<Backups> {
    /** There is no backup of the time that is asked for. */
    public static final long NONE = Long.MIN_VALUE;

    private final World world;
    private final Numbers numbers;
    private final Columns columns = new Columns();

    private final int[] destroyedBy;
    private long baseKey;

    Backups(World world, Numbers numbers) {
        this.world = world;
        this.numbers = numbers;
        destroyedBy = columns.ints(world.assetCount(), FactSink.NONE);
    }

    void baseKey(long key) {
        baseKey = key;
    }

    private Rows.BackupRow row(int asset) {
        return world.organisation(world.organisationOf(asset)).backups();
    }

    private double trait(int purpose, int asset) {
        return Dice.uniform(baseKey, purpose, world.entities().key(EntityKind.ASSET, asset), 0);
    }

    /** Whether copies of an asset are made at all. */
    public boolean isKept(int asset) {
        return trait(Purpose.BACKUP_KEPT, asset) < numbers.value(row(asset).kept());
    }

    /** Whether there is one now. */
    public boolean exists(int asset) {
        return destroyedBy[asset] == FactSink.NONE && isKept(asset);
    }

    /** Whether an attacker in the network could destroy what there is. */
    boolean isExposed(int asset) {
        return exists(asset)
                && trait(Purpose.BACKUP_ONLINE, asset)
                        < numbers.value(row(asset).online());
    }

    /** The fact by which they were destroyed, or {@link FactSink#NONE}. */
    public int destroyedBy(int asset) {
        return destroyedBy[asset];
    }

    /**
     * When the newest copy made before some time was made, in nanoseconds, may be before the start; {@link #NONE} where it
     * is no longer kept.
     *
     * @param until no copy was made after this time
     */
    public long newestBefore(int asset, long time, long until) {
        long every = Math.max(1, Clock.ofNanos(numbers.value(row(asset).every())));
        long phase = (long) (trait(Purpose.BACKUP_PHASE, asset) * every);
        long last = Math.min(time, until);
        long made = last - Math.floorMod(last - phase, every);
        return made < until - Clock.ofNanos(numbers.value(row(asset).reach())) ? NONE : made;
    }

    void destroy(int asset, int fact) {
        destroyedBy[asset] = fact;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Backups other) {
        columns.copyFrom(other.columns);
        baseKey = other.baseKey;
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
