package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Technique.Position;

/** What actors come to know, gain, lose and regain: networks, positions on assets, credentials. */
public final class AccessTransitions {
    private final World world;
    private final Chronicle chronicle;
    private final Things things;
    private final Footholds footholds;
    private final Indicators indicators;
    private final Reach reach;
    private final FactLog facts;
    private final Entities entities;

    AccessTransitions(
            World world, Chronicle chronicle, Things things, Footholds footholds, Indicators indicators, Reach reach) {
        this.world = world;
        this.chronicle = chronicle;
        this.things = things;
        this.footholds = footholds;
        this.indicators = indicators;
        this.reach = reach;
        facts = chronicle.facts();
        entities = world.entities;
    }

    /** What anybody on the internet can find; no fact, as nobody did anything. */
    public void seeFromInternet(int actor, int network) {
        Rows.NetworkRow row = world.network(network);
        for (int i = 0; i < row.assetCount(); i++) {
            footholds.discover(actor, row.firstAsset() + i);
        }
    }

    /** The actor learns of all assets of a network. */
    public int discoverNetwork(int actor, int network, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int fact = chronicle.happen(
                FactKind.NETWORK_DISCOVERED,
                entities.entity(EntityKind.ACTOR, actor),
                entities.entity(EntityKind.NETWORK, network),
                0,
                Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(EntityKind.NETWORK, network)),
                trigger);
        if (fact != FactSink.REFUSED) {
            for (int i = 0; i < row.assetCount(); i++) {
                footholds.discover(actor, row.firstAsset() + i);
            }
        }
        return fact;
    }

    /**
     * Gives an actor a position on an asset.
     *
     * @param parent row of the foothold it came from, −1 from outside
     * @param account whose credential was used, −1 for none
     */
    public int grant(
            int actor,
            int asset,
            Position position,
            boolean persistent,
            int parent,
            int account,
            int step,
            int trigger) {
        chronicle.check(position.compareTo(Position.USER) >= 0, "a grant below user", asset);
        chronicle.check(!things.cutOff(asset), "access to an asset that is cut off", asset);
        chronicle.check(parent < 0 || footholds.live(parent), "access without a live path", asset);
        chronicle.check(!chronicle.checking() || isPathTo(trigger, parent), "access without a path of facts", asset);
        chronicle.check(
                account < 0 || footholds.credential(actor, account) != FactSink.NONE,
                "access by a credential that is not held",
                asset);
        long pair = Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(EntityKind.ASSET, asset));
        int fact = chronicle.happen(
                FactKind.ACCESS_GRANTED,
                entities.entity(EntityKind.ACTOR, actor),
                asset(asset),
                position.ordinal(),
                pair,
                trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        int row = footholds.gain(
                actor,
                asset,
                position.ordinal(),
                persistent,
                parent,
                account,
                step,
                Dice.mix(pair, Purpose.FOOTHOLD, facts.ordinal(fact)),
                facts.now());
        footholds.recordFact(row, fact);
        footholds.live(row, true);
        for (int level = 0; level < Footholds.LEVELS; level++) {
            footholds.recordBuild(row, level, indicators.build(actor, level));
        }
        return fact;
    }

    /** An attempt succeeded, and where it came from is one of its conditions. */
    private boolean isPathTo(int success, int parent) {
        if (success < 0 || facts.kind(success) != FactKind.ATTEMPT_SUCCEEDED) {
            return false;
        }
        for (int i = 0; i < facts.conditionCount(success); i++) {
            if (parent >= 0 && facts.condition(success, i) == footholds.fact(parent)) {
                return true;
            }
        }
        return parent < 0;
    }

    /** The actor knows the secret of an account. */
    public int stealCredential(int actor, int account, int trigger) {
        int fact = chronicle.happen(
                FactKind.CREDENTIAL_STOLEN,
                entities.entity(EntityKind.ACTOR, actor),
                entities.entity(EntityKind.ACCOUNT, account),
                0,
                Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(EntityKind.ACCOUNT, account)),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.steal(actor, account, fact);
        }
        return fact;
    }

    /** New credentials for an account: whoever stole the old ones holds nothing by them. */
    public int resetCredentials(int organisation, int account, int trigger) {
        int entity = entities.entity(EntityKind.ACCOUNT, account);
        int fact = chronicle.happen(
                FactKind.CREDENTIALS_RESET,
                entities.entity(EntityKind.ORGANISATION, organisation),
                entity,
                0,
                entities.key(entity),
                trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        boolean lost = false;
        for (int actor = 0; actor < world.actorCount(); actor++) {
            if (footholds.credential(actor, account) != FactSink.NONE) {
                footholds.steal(actor, account, FactSink.NONE);
                lost = true;
                chronicle.happen(
                        FactKind.CREDENTIAL_LOST,
                        entities.entity(EntityKind.ACTOR, actor),
                        entity,
                        0,
                        Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(entity)),
                        fact);
            }
        }
        if (lost) {
            searchReach(fact);
        }
        return fact;
    }

    /** Searches anew what each actor reaches, after something was cut, lost or given back. */
    void searchReach(int trigger) {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            reach.search(actor);
            for (int row = 0; row < footholds.size(); row++) {
                if (footholds.actor(row) != actor || !footholds.held(row)) {
                    continue;
                }
                boolean reached = reach.reached(row);
                if (footholds.live(row) && !reached) {
                    loseAccess(row, !footholds.persistent(row), trigger);
                } else if (!footholds.live(row) && reached) {
                    regainAccess(row, trigger);
                }
            }
        }
    }

    private void loseAccess(int row, boolean forGood, int trigger) {
        int asset = footholds.asset(row);
        int fact = chronicle.happen(
                FactKind.ACCESS_LOST,
                entities.entity(EntityKind.ACTOR, footholds.actor(row)),
                asset(asset),
                footholds.position(row),
                footholds.key(row),
                trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        footholds.live(row, false);
        if (forGood) {
            footholds.remove(row);
        }
    }

    private void regainAccess(int row, int trigger) {
        int actor = footholds.actor(row);
        int asset = footholds.asset(row);
        int fact = chronicle.happen(
                FactKind.ACCESS_GRANTED,
                entities.entity(EntityKind.ACTOR, actor),
                asset(asset),
                footholds.position(row),
                Dice.mix(entities.key(EntityKind.ACTOR, actor), entities.key(EntityKind.ASSET, asset)),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.live(row, true);
            footholds.recordFact(row, fact);
        }
    }

    /** Takes away what was gained on an asset since a time, above the firmware; whether there was any. */
    boolean removeGained(int asset, long gainedSince, int fact) {
        boolean lost = false;
        for (int actor = 0; actor < world.actorCount(); actor++) {
            int row = footholds.row(actor, asset);
            if (row >= 0
                    && footholds.held(row)
                    && footholds.since(row) >= gainedSince
                    && footholds.position(row) < Position.FIRMWARE.ordinal()) {
                if (footholds.live(row)) {
                    loseAccess(row, true, fact);
                } else {
                    footholds.remove(row);
                }
                lost = true;
            }
        }
        return lost;
    }

    private int asset(int asset) {
        return entities.entity(EntityKind.ASSET, asset);
    }
}
