package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Register;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Analysis of what an investigation found: it yields indicators, which come into use after a while. */
final class IndicatorAnalysis {
    private static final int LEVELS = Level.values().length;
    private static final int BEHAVIOUR = Level.BEHAVIOUR.ordinal();

    private final World world;
    private final State state;
    private final Incidents incidents;

    IndicatorAnalysis(State state, Incidents incidents) {
        this.world = state.world();
        this.state = state;
        this.incidents = incidents;
    }

    /** For each foothold among the suspected assets, each level that its technique burns may yield an indicator. */
    void begin(int org) {
        Footholds footholds = state.footholds();
        for (int foothold = 0; foothold < footholds.size(); foothold++) {
            int asset = footholds.asset(foothold);
            if (!footholds.held(foothold)
                    || world.organisationOf(asset) != org
                    || incidents.suspicion(asset) == FactSink.NONE) {
                continue;
            }
            int technique = world.step(footholds.step(foothold)).technique();
            for (int level = 0; level < LEVELS; level++) {
                if ((world.technique(technique).burns() & 1 << level) != 0) {
                    int build = level == BEHAVIOUR ? technique : footholds.build(foothold, level);
                    describe(org, footholds.actor(foothold), level, build, incidents.suspicion(asset));
                }
            }
        }
    }

    private void describe(int org, int actor, int level, int build, int suspicion) {
        long indicator = Register.keyOf(world, actor, level, build);
        long own = ownKey(org, indicator);
        Rows.OrganisationRow row = world.organisation(org);
        long pair = Dice.mix(incidents.key(org), indicator);
        boolean known = state.register().find(own) >= 0;
        if (known
                || state.trait(Purpose.INDICATOR_YIELDED, pair, 0)
                        >= state.numbers().value(row.extract())) {
            return;
        }
        int entry = state.register().enter(indicator, actor, level, build);
        state.register().name(own, entry);
        long wait = state.time(row.analysis(), Purpose.ANALYSIS_TAKES, pair, 0);
        state.schedule(wait, EventCode.ANALYSIS_ENDS, org, entry, suspicion);
    }

    /** The subject of facts about an indicator in an organisation's hands. */
    long ownKey(int org, long indicator) {
        return Dice.mix(world.entities().key(EntityKind.ORGANISATION, org), Purpose.INDICATOR, indicator);
    }

    void analysisEnds(int org, int entry, int cause) {
        Register register = state.register();
        int fact = state.happen(
                FactKind.INDICATOR_EXTRACTED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                -1,
                register.level(entry),
                ownKey(org, register.key(entry)),
                cause);
        if (fact != FactSink.REFUSED && blocksOwn(org)) {
            deploySoon(org, entry, fact);
        }
    }

    private boolean blocksOwn(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        if (playbook != null) {
            for (Rows.ActionRow row : playbook.actions()) {
                if (row.kind() == Playbook.Kind.BLOCK_INDICATORS) {
                    return true;
                }
            }
        }
        return false;
    }

    void deploySoon(int org, int entry, int cause) {
        long subject = ownKey(org, state.register().key(entry));
        long wait = state.time(world.organisation(org).deploy(), Purpose.DEPLOY_TAKES, subject, 0);
        state.schedule(wait, EventCode.DEPLOYMENT_ENDS, org, entry, cause);
    }

    void deploymentEnds(int org, int entry, int cause) {
        Register register = state.register();
        if (register.actor(entry) < 0
                || !state.indicators()
                        .isDeployed(org, register.actor(entry), register.level(entry), register.build(entry))) {
            state.builds()
                    .deploy(
                            org,
                            register.actor(entry),
                            register.level(entry),
                            register.build(entry),
                            ownKey(org, register.key(entry)),
                            cause);
        }
    }
}
