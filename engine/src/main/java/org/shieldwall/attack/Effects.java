package org.shieldwall.attack;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** What a successful attempt brings about: a position, knowledge, credentials, damage, destroyed backups. */
final class Effects {
    private static final Damage[] DAMAGES = Damage.values();

    private final World world;
    private final State state;

    Effects(State state) {
        this.world = state.world();
        this.state = state;
    }

    /**
     * What a success gives and does.
     *
     * @param route row of the foothold it came from, −1 from outside
     */
    void take(int step, int asset, int route, int success) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        Footholds footholds = state.footholds();
        int actor = row.actor();
        if (technique.grants().compareTo(Position.USER) >= 0
                && footholds.reached(actor, asset).compareTo(technique.grants()) < 0) {
            int account = technique.needsCredential() ? row.account() : -1;
            state.access()
                    .grant(actor, asset, technique.grants(), technique.persistence(), route, account, step, success);
        }
        if (technique.discovers()) {
            discover(actor, world.networkOf(asset), success);
        }
        if (technique.stealsCredentials()) {
            steal(actor, asset, success);
        }
        if (technique.destroysBackups() != null) {
            destroyBackups(actor, asset, technique.destroysBackups(), success);
        }
        if (technique.givesKey()) {
            state.assets().giveKey(actor, world.organisationOf(asset), success);
        }
        if (technique.damage() >= 0 && !state.things().damaged(asset, DAMAGES[technique.damage()])) {
            int fact = state.assets().damage(asset, DAMAGES[technique.damage()], success);
            if (fact != FactSink.REFUSED) {
                long target = world.entities().key(EntityKind.ASSET, asset);
                long lasts = state.time(
                        technique.damageLasts(),
                        Purpose.DAMAGE_LASTS,
                        target,
                        state.facts().ordinal(fact));
                state.schedule(lasts, EventCode.DAMAGE_PASSES, asset, technique.damage(), fact);
            }
        }
    }

    private void destroyBackups(int actor, int asset, Technique.Backups whose, int success) {
        int organisation = world.organisationOf(asset);
        if (whose == Technique.Backups.OF_TARGET) {
            state.assets().destroyBackups(actor, asset, asset, 1, success);
            return;
        }
        for (int network = 0; network < world.networkCount(); network++) {
            Rows.NetworkRow row = world.network(network);
            boolean meant = whose == Technique.Backups.OF_NETWORK
                    ? network == world.networkOf(asset)
                    : row.organisation() == organisation;
            if (meant) {
                state.assets().destroyBackups(actor, asset, row.firstAsset(), row.assetCount(), success);
            }
        }
    }

    private void discover(int actor, int network, int trigger) {
        Rows.NetworkRow row = world.network(network);
        for (int i = 0; i < row.assetCount(); i++) {
            if (!state.footholds().discovered(actor, row.firstAsset() + i)) {
                state.access().discoverNetwork(actor, network, trigger);
                return;
            }
        }
    }

    private void steal(int actor, int asset, int trigger) {
        for (int account : world.accountsFoundOn(world.groupOf(asset))) {
            Rows.AccountRow row = world.account(account);
            int place = asset - row.foundFirst();
            if (place < 0 || place >= row.foundCount() || !state.switches().alive(EntityKind.ACCOUNT, account)) {
                continue;
            }
            long pair = Dice.mix(
                    world.entities().key(EntityKind.ACCOUNT, account),
                    world.entities().key(EntityKind.ASSET, asset));
            boolean there = state.trait(Purpose.CREDENTIAL_THERE, pair, 0)
                    < state.numbers().value(row.share());
            if (there && state.footholds().credential(actor, account) == FactSink.NONE) {
                state.access().stealCredential(actor, account, trigger);
            }
        }
    }
}
