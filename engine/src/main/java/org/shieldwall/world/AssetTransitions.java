package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Service.Damage;

/**
 * What happens to assets, networks and their backups: damage and mending, isolation and separation, rebuilding, restoring,
 * patching.
 */
public final class AssetTransitions {
    private static final Damage[] ON_DISK = {Damage.DISK, Damage.ENCRYPTED};

    private final World world;
    private final Chronicle chronicle;
    private final Switches switches;
    private final Things things;
    private final Backups backups;
    private final Keys keys;
    private final Traffic traffic;
    private final ServiceTransitions services;
    private final AccessTransitions access;
    private final FactLog facts;
    private final Entities entities;

    AssetTransitions(
            World world,
            Chronicle chronicle,
            Switches switches,
            Things things,
            Backups backups,
            Keys keys,
            Traffic traffic,
            ServiceTransitions services,
            AccessTransitions access) {
        this.world = world;
        this.chronicle = chronicle;
        this.switches = switches;
        this.things = things;
        this.backups = backups;
        this.keys = keys;
        this.traffic = traffic;
        this.services = services;
        this.access = access;
        facts = chronicle.facts();
        entities = world.entities;
    }

    public int damage(int asset, Damage kind, int trigger) {
        chronicle.check(!things.damaged(asset, kind), "damage to what is damaged so already", asset);
        int fact = chronicle.happen(
                FactKind.ASSET_DAMAGED,
                -1,
                asset(asset),
                kind.ordinal(),
                entities.key(EntityKind.ASSET, asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.damage(asset, kind, fact);
            if (kind == Damage.ENCRYPTED) {
                keys.encrypted(asset, actorBehind(trigger), fact);
            }
            services.touchNeeding(world.groupOf(asset), fact);
        }
        return fact;
    }

    /** Whose attempt a success was, −1 where it was none. */
    private int actorBehind(int success) {
        return success >= 0 && facts.kind(success) == FactKind.ATTEMPT_SUCCEEDED
                ? world.step(entities.index(facts.who(success))).actor()
                : -1;
    }

    /** The attackers' key in an organisation's hands, for all that they encrypted there. */
    public int giveKey(int actor, int organisation, int trigger) {
        long pair =
                Dice.mix(entities.key(EntityKind.ORGANISATION, organisation), entities.key(EntityKind.ACTOR, actor));
        int fact = chronicle.happen(
                FactKind.KEY_OBTAINED,
                entities.entity(EntityKind.ORGANISATION, organisation),
                entities.entity(EntityKind.ACTOR, actor),
                0,
                pair,
                trigger);
        if (fact != FactSink.REFUSED) {
            keys.obtain(organisation, actor, fact);
        }
        return fact;
    }

    /** Destroys the backups of a range of assets that an attacker in the network can reach; none: nothing happens. */
    public void destroyBackups(int actor, int attacked, int first, int count, int trigger) {
        int exposed = 0;
        for (int asset = first; asset < first + count; asset++) {
            exposed += switches.alive(EntityKind.ASSET, asset) && backups.isExposed(asset) ? 1 : 0;
        }
        if (exposed == 0) {
            return;
        }
        int fact = chronicle.happen(
                FactKind.BACKUPS_DESTROYED,
                entities.entity(EntityKind.ACTOR, actor),
                asset(attacked),
                exposed,
                Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(EntityKind.ASSET, attacked)),
                trigger);
        for (int asset = first; fact != FactSink.REFUSED && asset < first + count; asset++) {
            if (switches.alive(EntityKind.ASSET, asset) && backups.isExposed(asset)) {
                backups.destroy(asset, fact);
            }
        }
    }

    /** Switches off what still runs in a network; whoever held some of it holds nothing until it is on again. */
    public void switchOff(int network, int given, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int last = FactSink.NONE;
        for (int asset = row.firstAsset(); asset < row.firstAsset() + row.assetCount(); asset++) {
            if (!switches.alive(EntityKind.ASSET, asset) || things.damaged(asset, Damage.OFF)) {
                continue;
            }
            int organisation = entities.entity(EntityKind.ORGANISATION, row.organisation());
            chronicle.given(given);
            int fact = chronicle.happen(
                    FactKind.ASSET_SWITCHED_OFF,
                    organisation,
                    asset(asset),
                    0,
                    entities.key(EntityKind.ASSET, asset),
                    trigger);
            if (fact != FactSink.REFUSED) {
                things.damage(asset, Damage.OFF, fact);
                services.touchNeeding(world.groupOf(asset), fact);
                last = fact;
            }
        }
        if (last != FactSink.NONE) {
            access.searchReach(last);
        }
    }

    /**
     * Mends what is damaged and cleans it, or not.
     *
     * @param cleaned whether what an attacker left above the firmware is gone too
     */
    public int mend(int asset, Damage kind, int who, boolean cleaned, int trigger) {
        // It is cleaned before it goes on, or the attacker is in at once.
        if (cleaned && access.removeGained(asset, Long.MIN_VALUE, trigger)) {
            access.searchReach(trigger);
        }
        return mend(asset, kind, who, trigger);
    }

    /** @param who crew or organisation that mends; −1 where it passes by itself */
    public int mend(int asset, Damage kind, int who, int trigger) {
        chronicle.check(things.damaged(asset, kind), "mending of what is not damaged so", asset);
        int fact = chronicle.happen(
                FactKind.ASSET_MENDED,
                who,
                asset(asset),
                kind.ordinal(),
                entities.key(EntityKind.ASSET, asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.mend(asset, kind);
            services.touchNeeding(world.groupOf(asset), fact);
            if (kind == Damage.OFF) {
                access.searchReach(fact);
            }
        }
        return fact;
    }

    public int isolate(int asset, int trigger) {
        chronicle.check(!things.isolated(asset), "double isolation", asset);
        int fact = chronicle.happen(
                FactKind.ASSET_ISOLATED,
                entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset)),
                asset(asset),
                0,
                entities.key(EntityKind.ASSET, asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.isolate(asset, fact);
            services.touchNeeding(world.groupOf(asset), fact);
            access.searchReach(fact);
        }
        return fact;
    }

    public int reconnect(int asset, int trigger) {
        chronicle.check(things.isolated(asset), "reconnection of what is not isolated", asset);
        int fact = chronicle.happen(
                FactKind.ASSET_RECONNECTED,
                entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset)),
                asset(asset),
                0,
                entities.key(EntityKind.ASSET, asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.isolate(asset, FactSink.NONE);
            services.touchNeeding(world.groupOf(asset), fact);
            access.searchReach(fact);
        }
        return fact;
    }

    public int separate(int network, int trigger) {
        chronicle.check(!things.separated(network), "double separation", network);
        return setSeparation(network, FactKind.NETWORK_SEPARATED, true, trigger);
    }

    public int reconnectNetwork(int network, int trigger) {
        chronicle.check(things.separated(network), "reconnection of what is not separated", network);
        return setSeparation(network, FactKind.NETWORK_RECONNECTED, false, trigger);
    }

    private int setSeparation(int network, FactKind kind, boolean cut, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int entity = entities.entity(EntityKind.NETWORK, network);
        int fact = chronicle.happen(
                kind,
                entities.entity(EntityKind.ORGANISATION, row.organisation()),
                entity,
                0,
                entities.key(entity),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.separate(network, cut ? fact : FactSink.NONE);
            for (int g = 0; g < row.groupCount(); g++) {
                services.touchNeeding(row.firstGroup() + g, fact);
            }
            traffic.touch(fact);
            access.searchReach(fact);
        }
        return fact;
    }

    /** Rebuilds an asset: whatever lives above the firmware is gone, a wiped disk is whole again. */
    public int rebuild(int asset, int trigger) {
        int organisation = entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = chronicle.happen(
                FactKind.ASSET_REBUILT, organisation, asset(asset), 0, entities.key(EntityKind.ASSET, asset), trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        clear(asset, Long.MIN_VALUE, fact);
        return fact;
    }

    /**
     * Puts an asset back to a backup: a wiped disk is whole again, and who was in when the backup was made is in again.
     *
     * @param age of the backup, in nanoseconds
     */
    public int restore(int asset, long age, int trigger) {
        int organisation = entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = chronicle.happen(
                FactKind.ASSET_RESTORED,
                organisation,
                asset(asset),
                age,
                entities.key(EntityKind.ASSET, asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            clear(asset, facts.now() - age, fact);
        }
        return fact;
    }

    /** Takes away what was gained on an asset since a time, above the firmware, and makes its disk whole. */
    private void clear(int asset, long gainedSince, int fact) {
        boolean lost = access.removeGained(asset, gainedSince, fact);
        int organisation = entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        for (Damage kind : ON_DISK) {
            if (things.damaged(asset, kind)) {
                mend(asset, kind, organisation, fact);
            }
        }
        if (lost) {
            access.searchReach(fact);
        }
    }

    /** Closes the doors that a patch closes, for good. */
    public int patch(int asset, int trigger) {
        chronicle.check(things.patchedBy(asset) == FactSink.NONE, "a second patch", asset);
        int organisation = entities.entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = chronicle.happen(
                FactKind.ASSET_PATCHED, organisation, asset(asset), 0, entities.key(EntityKind.ASSET, asset), trigger);
        if (fact != FactSink.REFUSED) {
            things.patch(asset, fact);
        }
        return fact;
    }

    private int asset(int asset) {
        return entities.entity(EntityKind.ASSET, asset);
    }
}
