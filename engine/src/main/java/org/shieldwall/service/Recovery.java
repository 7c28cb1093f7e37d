package org.shieldwall.service;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.Backups;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * How an encrypted or switched-off asset comes back: from a backup, with the key, or built anew; and whether the attacker
 * comes back with it.
 *
 * <p>A crew knows what the investigation told it. Of an asset known to be in the attacker's hands it takes a backup made
 * before, or none; of another it takes the newest, with whoever was in by then.
 */
final class Recovery implements Part<Recovery> {
    enum Way {
        BACKUP,
        KEY,
        WORK
    }

    private static final long NOT_TOLD = Long.MIN_VALUE;

    private final World world;
    private final State state;

    private final Columns columns = new Columns();

    // [asset]: since when it was in the attacker's hands, as the investigation told; backups that were tried in vain
    private final long[] toldSince;
    private final boolean[] backupFailed;

    Recovery(State state) {
        this.world = state.world();
        this.state = state;
        toldSince = columns.longs(world.assetCount(), NOT_TOLD);
        backupFailed = columns.booleans(world.assetCount(), false);
    }

    /** The investigation found an asset: the crews learn of it, and since when. */
    void told(int asset) {
        toldSince[asset] = state.findings().heldSince(asset);
    }

    /** An asset was built anew: what was known of it is no more. */
    void rebuilt(int asset) {
        toldSince[asset] = NOT_TOLD;
    }

    /**
     * The way that usually costs least work of those that are open now. A backup may prove useless, and then the work begins
     * again in another way.
     */
    Way way(Rows.RestoreRow rule, int asset, Damage damage) {
        if (damage != Damage.ENCRYPTED) {
            return Way.WORK;
        }
        Way other = Way.WORK;
        if (rule.withKey() >= 0 && keyTo(asset) != FactSink.NONE && usually(rule, Way.KEY) < usually(rule, Way.WORK)) {
            other = Way.KEY;
        }
        if (rule.fromBackup() < 0 || backup(asset) == Backups.NONE) {
            return other;
        }
        double again = (1 - works(asset)) * usually(rule, other);
        return usually(rule, Way.BACKUP) + again < usually(rule, other) ? Way.BACKUP : other;
    }

    private double usually(Rows.RestoreRow rule, Way way) {
        return state.numbers().draw(takes(rule, way), 0.5);
    }

    private double works(int asset) {
        return state.numbers()
                .value(world.organisation(world.organisationOf(asset)).backups().work());
    }

    /** When the backup that would be taken was made, or {@link Backups#NONE}. */
    private long backup(int asset) {
        if (backupFailed[asset] || !state.backups().exists(asset)) {
            return Backups.NONE;
        }
        long lost = state.facts().time(state.keys().encryption(asset));
        long before = toldSince[asset] == NOT_TOLD ? lost : toldSince[asset];
        return state.backups().newestBefore(asset, before, lost);
    }

    int keyTo(int asset) {
        return state.keys().keyTo(world.organisationOf(asset), asset);
    }

    /** Number of the law by which a way takes its time. */
    static int takes(Rows.RestoreRow rule, Way way) {
        return switch (way) {
            case BACKUP -> rule.fromBackup();
            case KEY -> rule.withKey();
            case WORK -> rule.each();
        };
    }

    /** Ends the work on an asset; false where a backup proved useless, so that another way must be taken. */
    boolean end(Rows.RestoreRow rule, Way way, int asset, Damage damage, int crew, int begun) {
        boolean recovered = true;
        if (way == Way.BACKUP) {
            recovered = putBack(asset, begun);
        } else if (way == Way.KEY || damage == Damage.OFF) {
            state.assets().mend(asset, damage, crew, cleans(rule, asset, begun), begun);
        } else if (damage == Damage.ENCRYPTED) {
            state.assets().rebuild(asset, begun);
        } else {
            state.assets().mend(asset, damage, crew, begun);
        }
        if (recovered && damage == Damage.ENCRYPTED && state.things().damaged(asset, Damage.OFF)) {
            // It was off while it was worked on, and goes on now.
            state.assets().mend(asset, Damage.OFF, crew, begun);
        }
        return recovered;
    }

    private boolean putBack(int asset, int begun) {
        long made = backup(asset);
        long key = world.entities().key(EntityKind.ASSET, asset);
        boolean worked = made != Backups.NONE
                && state.die(Purpose.REPAIR_FROM_BACKUP, key, state.facts().ordinal(begun)) < works(asset);
        if (worked) {
            state.assets().restore(asset, state.now() - made, begun);
            return true;
        }
        backupFailed[asset] = true;
        state.given(state.backups().destroyedBy(asset))
                .happen(
                        FactKind.RESTORATION_FAILED,
                        world.entities().entity(EntityKind.ORGANISATION, world.organisationOf(asset)),
                        world.entities().entity(EntityKind.ASSET, asset),
                        made == Backups.NONE ? 0 : 1,
                        key,
                        begun);
        return false;
    }

    /** What was known is looked for and found; what was not is found by chance. */
    private boolean cleans(Rows.RestoreRow rule, int asset, int begun) {
        long subject = Dice.mix(
                world.entities().key(EntityKind.ASSET, asset), state.facts().ordinal(begun));
        return toldSince[asset] != NOT_TOLD
                || state.die(Purpose.REPAIR_CLEANS, subject, 0)
                        < state.numbers().value(rule.cleans());
    }

    /** An asset was mended: what was known of it is done with. */
    void mended(int asset, Damage damage) {
        if (damage == Damage.ENCRYPTED) {
            backupFailed[asset] = false;
        }
        if (damage == Damage.ENCRYPTED
                || damage == Damage.OFF && !state.things().damaged(asset, Damage.ENCRYPTED)) {
            toldSince[asset] = NOT_TOLD;
        }
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Recovery other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
