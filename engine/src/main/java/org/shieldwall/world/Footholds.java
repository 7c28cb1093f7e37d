package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
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
    private static final int FIRST_CAPACITY = 64;

    private final int assets;
    private final int[] rowOf;
    private final byte[] known;
    private final int[] credentialFact;
    private final int accounts;

    // [actor][network]: live rows, for whoever asks only whether there is one
    private final int[] liveIn;
    private final World world;

    private int size;
    private int[] actors = new int[FIRST_CAPACITY];
    private int[] assetColumn = new int[FIRST_CAPACITY];
    private byte[] positions = new byte[FIRST_CAPACITY];
    private boolean[] persistent = new boolean[FIRST_CAPACITY];
    private boolean[] live = new boolean[FIRST_CAPACITY];
    private byte[] channelBlocks = new byte[FIRST_CAPACITY];
    private int[] parents = new int[FIRST_CAPACITY];
    private int[] viaAccount = new int[FIRST_CAPACITY];
    private int[] facts = new int[FIRST_CAPACITY];
    private int[] steps = new int[FIRST_CAPACITY];
    private int[] builds = new int[FIRST_CAPACITY * LEVELS];
    private long[] keys = new long[FIRST_CAPACITY];
    private long[] since = new long[FIRST_CAPACITY];

    Footholds(World world) {
        this.world = world;
        assets = world.assetCount();
        accounts = world.accountCount();
        rowOf = new int[world.actorCount() * assets];
        known = new byte[world.actorCount() * assets];
        credentialFact = new int[world.actorCount() * accounts];
        liveIn = new int[world.actorCount() * world.networkCount()];
    }

    public int size() {
        return size;
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
            row = size++;
            if (row == actors.length) {
                grow();
            }
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

    private void grow() {
        int capacity = 2 * actors.length;
        actors = Arrays.copyOf(actors, capacity);
        assetColumn = Arrays.copyOf(assetColumn, capacity);
        positions = Arrays.copyOf(positions, capacity);
        persistent = Arrays.copyOf(persistent, capacity);
        live = Arrays.copyOf(live, capacity);
        channelBlocks = Arrays.copyOf(channelBlocks, capacity);
        parents = Arrays.copyOf(parents, capacity);
        viaAccount = Arrays.copyOf(viaAccount, capacity);
        facts = Arrays.copyOf(facts, capacity);
        steps = Arrays.copyOf(steps, capacity);
        builds = Arrays.copyOf(builds, capacity * LEVELS);
        keys = Arrays.copyOf(keys, capacity);
        since = Arrays.copyOf(since, capacity);
    }

    @Override
    public void reset() {
        size = 0;
        Arrays.fill(rowOf, -1);
        Arrays.fill(known, (byte) 0);
        Arrays.fill(credentialFact, FactSink.NONE);
        Arrays.fill(liveIn, 0);
    }

    @Override
    public void copyFrom(Footholds other) {
        size = other.size;
        System.arraycopy(other.rowOf, 0, rowOf, 0, rowOf.length);
        System.arraycopy(other.known, 0, known, 0, known.length);
        System.arraycopy(other.credentialFact, 0, credentialFact, 0, credentialFact.length);
        System.arraycopy(other.liveIn, 0, liveIn, 0, liveIn.length);
        actors = Columns.copied(other.actors, actors, size);
        assetColumn = Columns.copied(other.assetColumn, assetColumn, size);
        positions = Columns.copied(other.positions, positions, size);
        persistent = Columns.copied(other.persistent, persistent, size);
        live = Columns.copied(other.live, live, size);
        channelBlocks = Columns.copied(other.channelBlocks, channelBlocks, size);
        parents = Columns.copied(other.parents, parents, size);
        viaAccount = Columns.copied(other.viaAccount, viaAccount, size);
        facts = Columns.copied(other.facts, facts, size);
        steps = Columns.copied(other.steps, steps, size);
        builds = Columns.copied(other.builds, builds, size * LEVELS);
        keys = Columns.copied(other.keys, keys, size);
        since = Columns.copied(other.since, since, size);
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(size);
        for (int row = 0; row < size; row++) {
            digest.putInt(actors[row]);
            digest.putInt(assetColumn[row]);
            digest.putInt(positions[row] | (live[row] ? 1 << 8 : 0));
        }
    }
}
