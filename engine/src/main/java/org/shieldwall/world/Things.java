package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;

/** What condition assets are in: damage, isolation, and how many of each group work. Truth, not belief. */
public final class Things implements Part<Things> {
    private static final int STOPS_SERVICE = bit(Damage.OPENED) | bit(Damage.FAILED) | bit(Damage.JAMMED);
    private static final int STOPS_COMPUTER =
            bit(Damage.DISK) | bit(Damage.FIRMWARE) | bit(Damage.ENCRYPTED) | bit(Damage.OFF);
    private static final int STOPS_CONTROL = STOPS_COMPUTER | bit(Damage.FAILED) | bit(Damage.JAMMED);

    private final World world;
    private final Columns columns = new Columns();

    private final byte[] damage;
    private final int[] damageFact;
    private final int[] isolatedBy;
    private final int[] patchedBy;
    private final int[] separatedBy;
    private final int[] serving;
    private final int[] controlled;
    private final int[] alive;
    private final boolean[] live;

    Things(World world) {
        this.world = world;
        damage = columns.bytes(world.assetCount(), (byte) 0);
        damageFact = columns.ints(world.assetCount(), FactSink.NONE);
        isolatedBy = columns.ints(world.assetCount(), FactSink.NONE);
        patchedBy = columns.ints(world.assetCount(), FactSink.NONE);
        separatedBy = columns.ints(world.networkCount(), FactSink.NONE);
        serving = columns.ints(world.groupCount(), 0);
        controlled = columns.ints(world.groupCount(), 0);
        alive = columns.ints(world.groupCount(), 0);
        live = columns.booleans(world.assetCount(), false);
    }

    public static int bit(Damage damage) {
        return 1 << damage.ordinal();
    }

    public boolean damaged(int asset, Damage kind) {
        return (damage[asset] & bit(kind)) != 0;
    }

    /** Mask of damage. */
    public int damage(int asset) {
        return damage[asset];
    }

    /** The fact of the latest damage, or {@link FactSink#NONE}. */
    public int damageFact(int asset) {
        return damageFact[asset];
    }

    /** The fact that isolates it, or {@link FactSink#NONE}. */
    public int isolatedBy(int asset) {
        return isolatedBy[asset];
    }

    /** The fact that patched it, or {@link FactSink#NONE}. */
    public int patchedBy(int asset) {
        return patchedBy[asset];
    }

    public int separatedBy(int network) {
        return separatedBy[network];
    }

    public boolean isolated(int asset) {
        return isolatedBy[asset] != FactSink.NONE;
    }

    public boolean separated(int network) {
        return separatedBy[network] != FactSink.NONE;
    }

    /** No traffic from or to other networks; what is switched off has none at all. */
    public boolean cutOff(int asset) {
        return isolated(asset) || separated(world.networkOf(asset)) || damaged(asset, Damage.OFF);
    }

    /** Whether it does what it is there for. */
    public boolean serves(int asset) {
        if ((damage[asset] & STOPS_SERVICE) != 0) {
            return false;
        }
        return world.groups[world.groupOf[asset]].physical() || (damage[asset] & STOPS_COMPUTER) == 0 && !cutOff(asset);
    }

    /** Whether its operators reach and command it. */
    public boolean isControlled(int asset) {
        return (damage[asset] & STOPS_CONTROL) == 0 && !cutOff(asset);
    }

    public int alive(int group) {
        return alive[group];
    }

    public int working(int group, boolean control) {
        return control ? controlled[group] : serving[group];
    }

    void damage(int asset, Damage kind, int fact) {
        leave(asset);
        damage[asset] |= (byte) bit(kind);
        damageFact[asset] = fact;
        enter(asset);
    }

    void mend(int asset, Damage kind) {
        leave(asset);
        damage[asset] &= (byte) ~bit(kind);
        enter(asset);
    }

    void isolate(int asset, int fact) {
        leave(asset);
        isolatedBy[asset] = fact;
        enter(asset);
    }

    void patch(int asset, int fact) {
        patchedBy[asset] = fact;
    }

    void separate(int network, int fact) {
        Rows.NetworkRow row = world.network(network);
        for (int i = 0; i < row.assetCount(); i++) {
            leave(row.firstAsset() + i);
        }
        separatedBy[network] = fact;
        for (int i = 0; i < row.assetCount(); i++) {
            enter(row.firstAsset() + i);
        }
    }

    private void leave(int asset) {
        count(asset, -1);
    }

    private void enter(int asset) {
        count(asset, 1);
    }

    private void count(int asset, int change) {
        if (!live[asset]) {
            return;
        }
        int group = world.groupOf[asset];
        if (serves(asset)) {
            serving[group] += change;
        }
        if (isControlled(asset)) {
            controlled[group] += change;
        }
    }

    /** Counts afresh after levers were switched; dormant assets are counted nowhere. */
    void recount(Switches switches) {
        Arrays.fill(serving, 0);
        Arrays.fill(controlled, 0);
        Arrays.fill(alive, 0);
        for (int asset = 0; asset < damage.length; asset++) {
            live[asset] = switches.alive(EntityKind.ASSET, asset);
            if (live[asset]) {
                alive[world.groupOf[asset]]++;
                enter(asset);
            }
        }
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Things other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
