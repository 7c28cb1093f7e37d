package org.shieldwall.service;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Assets that fail by themselves. */
final class AssetFailures implements Part<AssetFailures> {
    private final World world;
    private final State state;
    private final Columns columns = new Columns();

    // [asset]
    private final int[] times;
    private final long[] handle;

    AssetFailures(State state) {
        this.world = state.world();
        this.state = state;
        times = columns.ints(world.assetCount(), 0);
        handle = columns.longs(world.assetCount(), EventQueue.NO_HANDLE);
    }

    /** Assets that levers have brought begin to age, those that are no more stop; one that comes back is as new. */
    void follow(int cause) {
        for (int group = 0; group < world.groupCount(); group++) {
            Rows.GroupRow row = world.group(group);
            for (int asset = row.firstAsset();
                    row.fails() >= 0 && asset < row.firstAsset() + row.assetCount();
                    asset++) {
                boolean alive = state.switches().alive(EntityKind.ASSET, asset);
                boolean ages = alive && !state.things().damaged(asset, Damage.FAILED);
                if (ages && handle[asset] == EventQueue.NO_HANDLE) {
                    schedule(asset, row.fails(), cause);
                } else if (!alive && handle[asset] != EventQueue.NO_HANDLE) {
                    state.cancel(handle[asset]);
                    handle[asset] = EventQueue.NO_HANDLE;
                    times[asset]++;
                }
            }
        }
    }

    private void schedule(int asset, int fails, int cause) {
        if (state.switches().alive(EntityKind.ASSET, asset)) {
            int n = times[asset];
            long wait = state.time(fails, Purpose.ASSET_FAILS, world.entities().key(EntityKind.ASSET, asset), n);
            handle[asset] = state.schedule(wait, EventCode.ASSET_FAILS, asset, n, cause);
        }
    }

    void fails(int asset, int n, int cause) {
        handle[asset] = EventQueue.NO_HANDLE;
        times[asset] = n + 1;
        boolean fell = state.things().damaged(asset, Damage.FAILED)
                || state.assets().damage(asset, Damage.FAILED, cause) != FactSink.REFUSED;
        if (!fell) {
            // A failure that was suppressed: the asset goes on and ages anew.
            schedule(asset, world.group(world.groupOf(asset)).fails(), cause);
        }
    }

    void mended(int asset, Damage damage, int fact) {
        Rows.GroupRow row = world.group(world.groupOf(asset));
        if (row.fails() >= 0 && damage == Damage.FAILED && handle[asset] == EventQueue.NO_HANDLE) {
            schedule(asset, row.fails(), fact);
        }
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(AssetFailures other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
