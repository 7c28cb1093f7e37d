package org.shieldwall.world;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenario.Technique.Position;

/**
 * What actors hold on assets: one row for each actor and asset ever held, in the order of gaining.
 *
 * <p>A row is <em>live</em> while the actor reaches it: by a command channel of its own or by a relay from another live
 * row. Liveness is the least fixpoint, searched anew when something is lost ({@link Reach}); two hosts that relay to each
 * other hold nothing. Positions and what was copied stay until they are removed.
 */
public final class Footholds implements Part<Footholds> {
    public static final int LEVELS = Level.values().length;

    private final Columns columns = new Columns();
    private final int assets;
    private final int[] rowOf;
    private final byte[] known;
    private final int[] credentialFact;
    private final int accounts;

    // [actor][network]: live rows, for whoever asks only whether there is one
    private final int[] liveIn;
    private final World world;

    private final Table table = new Table();
    private int[] actors = table.ints(grown -> actors = grown);
    private int[] assetColumn = table.ints(grown -> assetColumn = grown);
    private byte[] positions = table.bytes(grown -> positions = grown);
    private boolean[] persistent = table.booleans(grown -> persistent = grown);
    private boolean[] live = table.booleans(grown -> live = grown);
    private byte[] channelBlocks = table.bytes(grown -> channelBlocks = grown);
    private int[] parents = table.ints(grown -> parents = grown);
    private int[] viaAccount = table.ints(grown -> viaAccount = grown);
    private int[] facts = table.ints(grown -> facts = grown);
    private int[] steps = table.ints(grown -> steps = grown);
    private int[] builds = table.ints(LEVELS, grown -> builds = grown);
    private long[] keys = table.longs(grown -> keys = grown);
    private long[] since = table.longs(grown -> since = grown);

    Footholds(World world) {
        this.world = world;
        assets = world.assetCount();
        accounts = world.accountCount();
        rowOf = columns.ints(world.actorCount() * assets, -1);
        known = columns.bytes(world.actorCount() * assets, (byte) 0);
        credentialFact = columns.ints(world.actorCount() * accounts, FactSink.NONE);
        liveIn = columns.ints(world.actorCount() * world.networkCount(), 0);
    }

    public int size() {
        return table.rows();
    }

    /** The row of an actor and asset, or −1. */
    public int row(int actor, int asset) {
        return rowOf[actor * assets + asset];
    }

    public int actor(int row) {
        return actors[row];
    }

    public int asset(int row) {
        return assetColumn[row];
    }

    /** Ordinal of {@link Position}; below {@code USER} where it was lost. */
    public int position(int row) {
        return positions[row];
    }

    public boolean held(int row) {
        return positions[row] >= Position.USER.ordinal();
    }

    public boolean live(int row) {
        return live[row];
    }

    /** Whether an actor has a live row in a network. */
    public boolean liveIn(int actor, int network) {
        return liveIn[actor * world.networkCount() + network] > 0;
    }

    public boolean persistent(int row) {
        return persistent[row];
    }

    /** Whether its command channel is blocked, on any level. */
    public boolean channelBlocked(int row) {
        return channelBlocks[row] != 0;
    }

    /** Whether an indicator of this level blocks its command channel. */
    public boolean channelBlocked(int row, int level) {
        return (channelBlocks[row] & 1 << level) != 0;
    }

    /** The row from which it was gained, or −1 where it came from the internet. */
    public int parent(int row) {
        return parents[row];
    }

    /** The account whose credential opened it, or −1. */
    public int viaAccount(int row) {
        return viaAccount[row];
    }

    /** The fact that granted it. */
    public int fact(int row) {
        return facts[row];
    }

    /** The step that gained it. */
    public int step(int row) {
        return steps[row];
    }

    /** The build of a level in use when it was gained. */
    public int build(int row, int level) {
        return builds[row * LEVELS + level];
    }

    public long key(int row) {
        return keys[row];
    }

    /** When the asset came into the actor's hands, whatever was cut off since. */
    public long since(int row) {
        return since[row];
    }

    /** Whether the actor knows that the asset exists. */
    public boolean discovered(int actor, int asset) {
        return known[actor * assets + asset] != 0;
    }

    /** Position of an actor on an asset it reaches now: what it can use. */
    public Position reached(int actor, int asset) {
        int row = row(actor, asset);
        if (row >= 0 && live[row] && held(row)) {
            return POSITIONS[positions[row]];
        }
        return discovered(actor, asset) ? Position.DISCOVERED : Position.UNKNOWN;
    }

    private static final Position[] POSITIONS = Position.values();

    /** The fact by which the actor holds a credential, or {@link FactSink#NONE}. */
    public int credential(int actor, int account) {
        return credentialFact[actor * accounts + account];
    }

    void discover(int actor, int asset) {
        known[actor * assets + asset] = 1;
    }

    void steal(int actor, int account, int fact) {
        credentialFact[actor * accounts + account] = fact;
    }

    int gain(int actor, int asset, int position, boolean stays, int parent, int account, int step, long key, long now) {
        int row = row(actor, asset);
        if (row < 0) {
            row = table.take();
            rowOf[actor * assets + asset] = row;
            actors[row] = actor;
            assetColumn[row] = asset;
            positions[row] = 0;
            persistent[row] = false;
            live[row] = false;
        }
        if (!held(row)) {
            since[row] = now;
        }
        if (!held(row) || !live[row]) {
            parents[row] = parent;
            viaAccount[row] = account;
            steps[row] = step;
            channelBlocks[row] = 0;
            keys[row] = key;
        }
        positions[row] = (byte) Math.max(positions[row], position);
        persistent[row] |= stays;
        known[actor * assets + asset] = 1;
        return row;
    }

    void recordBuild(int row, int level, int build) {
        builds[row * LEVELS + level] = build;
    }

    void recordFact(int row, int fact) {
        facts[row] = fact;
    }

    void live(int row, boolean now) {
        if (live[row] != now) {
            live[row] = now;
            liveIn[actors[row] * world.networkCount() + world.networkOf(assetColumn[row])] += now ? 1 : -1;
        }
    }

    void blockChannel(int row, int level) {
        channelBlocks[row] |= (byte) (1 << level);
    }

    /** Lifts what blocks the channel on one level; the others go on. */
    void unblockChannel(int row, int level) {
        channelBlocks[row] &= (byte) ~(1 << level);
    }

    /** The actor knows the asset still, and no more. */
    void remove(int row) {
        positions[row] = (byte) Position.DISCOVERED.ordinal();
        persistent[row] = false;
        live(row, false);
    }

    @Override
    public void reset() {
        columns.reset();
        table.reset();
    }

    @Override
    public void copyFrom(Footholds other) {
        columns.copyFrom(other.columns);
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        table.digest(digest);
    }
}
