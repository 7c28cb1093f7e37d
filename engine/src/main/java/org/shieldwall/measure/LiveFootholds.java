package org.shieldwall.measure;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** Which assets each actor holds at present, told by grants and losses of access. */
final class LiveFootholds {
    private final World world;
    private final boolean[] live;
    private int[] touched = new int[64];
    private int touchedCount;
    private int count;

    // [asset]
    private final int[] holders;

    LiveFootholds(World world) {
        this.world = world;
        live = new boolean[world.actorCount() * world.assetCount()];
        holders = new int[world.assetCount()];
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            live[touched[i]] = false;
            holders[touched[i] % world.assetCount()] = 0;
        }
        touchedCount = 0;
        count = 0;
    }

    /** Takes a grant or a loss; other facts change nothing. */
    void take(FactLog facts, int fact) {
        FactKind kind = facts.kind(fact);
        if (kind != FactKind.ACCESS_GRANTED && kind != FactKind.ACCESS_LOST) {
            return;
        }
        int actor = world.entities().index(EntityKind.ACTOR, facts.who(fact));
        int asset = world.entities().index(EntityKind.ASSET, facts.whom(fact));
        int pair = actor * world.assetCount() + asset;
        boolean now = kind == FactKind.ACCESS_GRANTED;
        if (live[pair] != now) {
            live[pair] = now;
            if (now) {
                count += holders[asset]++ == 0 ? 1 : 0;
                touch(pair);
            } else {
                count -= --holders[asset] == 0 ? 1 : 0;
            }
        }
    }

    private void touch(int pair) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = pair;
    }

    /** Whether any actor holds an asset, given as an entity. */
    boolean holds(int assetEntity) {
        return holders[world.entities().index(EntityKind.ASSET, assetEntity)] > 0;
    }

    /** How many assets some actor holds. */
    int count() {
        return count;
    }
}
