package org.shieldwall.attack;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * What attackers do: campaigns as flows of steps ({@link Flow}), their conditions, targets and rounds ({@link Conditions},
 * {@link Targets}, {@link Rounds}), attempts with operators and dice ({@link Attempts}), changes of builds
 * ({@link Rotations}).
 */
public final class Attack implements Part<Attack> {
    private static final Damage[] DAMAGES = Damage.values();

    private static final int EVERYWHERE = -1;

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Attention attention;
    private final Floods floods;
    private final Rounds rounds;
    private final Attempts attempts;
    private final Flow flow;
    private final Rotations rotations;

    public Attack(State state) {
        this.world = state.world();
        this.state = state;
        columns = new AttackColumns(world, Footholds.LEVELS);
        floods = new Floods(state);
        attention = new Attention(world, columns);
        Routes routes = new Routes(state);
        Targets targets = new Targets(state, columns, routes);
        Conditions conditions = new Conditions(state, columns);
        rounds = new Rounds(state, columns, attention, targets);
        attempts = new Attempts(state, columns, routes, conditions, rounds, floods);
        Launches launches = new Launches(state, columns, routes, targets, rounds, attempts);
        flow = new Flow(state, columns, attention, conditions, targets, rounds, attempts, launches);
        rotations = new Rotations(state, columns);
    }

    /** Schedules campaigns and rotations, and gives actors what the internet shows anybody. */
    public void start() {
        follow();
        rotations.start();
        floods.start();
    }

    /** What levers have brought is scheduled, once; what should have begun before begins at once. */
    private void follow() {
        for (int campaign = 0; campaign < world.campaignCount(); campaign++) {
            if (!columns.scheduled[campaign] && state.switches().alive(EntityKind.CAMPAIGN, campaign)) {
                columns.scheduled[campaign] = true;
                Rows.CampaignRow row = world.campaign(campaign);
                long key = world.entities().key(EntityKind.CAMPAIGN, campaign);
                long begins = state.time(row.begins(), Purpose.CAMPAIGN_BEGINS, key, 0);
                long wait = Math.max(0, begins - state.now());
                state.schedule(wait, EventCode.CAMPAIGN_BEGINS, campaign, 0, FactSink.NONE);
            }
        }
        for (int step = 0; step < world.stepCount(); step++) {
            long due = world.step(step).notBefore();
            if (due > state.now() && !columns.dated[step] && state.switches().alive(EntityKind.STEP, step)) {
                columns.dated[step] = true;
                state.schedule(due - state.now(), EventCode.STEP_DUE, step, 0, FactSink.NONE);
            }
        }
        for (int actor = 0; actor < world.actorCount(); actor++) {
            for (int network = 0; network < world.networkCount(); network++) {
                if (state.switches().reach(world.internet(), network) != 0) {
                    state.access().seeFromInternet(actor, network);
                }
            }
        }
    }

    // Events

    public void campaignBegins(int campaign, int cause) {
        if (!state.switches().alive(EntityKind.CAMPAIGN, campaign)) {
            columns.scheduled[campaign] = false;
            return;
        }
        flow.begin(campaign, cause);
        look(columns.beginFact[campaign]);
    }

    /** All steps of this date are looked at together. */
    public void stepDue(int cause) {
        for (int step = 0; step < world.stepCount(); step++) {
            if (world.step(step).notBefore() == state.now()) {
                attention.changed(step);
            }
        }
        look(cause);
    }

    public void attemptEnds(int attempt) {
        attempts.decide(attempt);
    }

    public void stepRetries(int step, int target, int cause) {
        rounds.retry(step, target, cause);
        look(cause);
    }

    public void stepRepeats(int step, int cause) {
        rounds.beginAnew(step);
        look(cause);
    }

    public void floodEnds(int flood, int generation, int cause) {
        floods.ends(flood, generation, cause);
    }

    public void hireEnds(int actor, int cause) {
        floods.hireEnds(actor, cause);
    }

    public void sourcesRebuilt(int actor, int country, int cause) {
        floods.sourcesRebuilt(actor, country, cause);
    }

    /** An actor has hidden long enough: it looks around. */
    public void actorComesOut(int cause) {
        lookAround(cause);
    }

    public void buildRotates(int actor, int level, int cause) {
        rotations.rotated(actor, level, cause);
    }

    public void buildRotatesOnSchedule(int actor, int level, int cause) {
        rotations.onSchedule(actor, level, cause);
    }

    public void damagePasses(int asset, int damage, int cause) {
        if (state.things().damaged(asset, DAMAGES[damage])) {
            state.assets().mend(asset, DAMAGES[damage], -1, cause);
        }
    }

    // Reactions

    /** Something changed that steps may have waited for: the flow is reviewed once when the agenda is empty. */
    public void look(int fact) {
        attention.look(fact);
    }

    /** What actors know, hold or reach changed: targets are searched anew. */
    public void lookAround(int fact) {
        int network = networkOf(fact);
        if (network == EVERYWHERE) {
            attention.landscapeChanged();
        } else {
            attention.landscapeChanged(network);
        }
        look(fact);
    }

    /** Where a fact changes what can be reached. */
    private int networkOf(int fact) {
        return switch (state.facts().kind(fact)) {
            case ACCESS_GRANTED, ACCESS_LOST, ASSET_RECONNECTED, ASSET_MENDED, ASSET_DAMAGED, FLOOD_ENDED ->
                world.networkOf(world.entities().index(state.facts().whom(fact)));
            case NETWORK_DISCOVERED, NETWORK_RECONNECTED ->
                world.entities().index(state.facts().whom(fact));
            default -> EVERYWHERE;
        };
    }

    public void leversChanged(int fact) {
        follow();
        rotations.start();
        flow.leversChanged(fact);
    }

    public void sourcesLost(int fact) {
        floods.sourcesLost(
                world.entities().index(state.facts().whom(fact)),
                (int) state.facts().value(fact),
                fact);
    }

    public void mayNotice(int fact) {
        rotations.mayNotice(fact);
    }

    public void learnsOfLeak(int fact) {
        rotations.learnsOfLeak(fact);
    }

    public void credentialStolen(int fact) {
        rounds.credentialStolen(
                world.entities().index(state.facts().whom(fact)),
                world.entities().index(state.facts().who(fact)),
                fact);
        lookAround(fact);
    }

    public boolean needsReview() {
        return attention.isNeeded();
    }

    public void review() {
        flow.review(attention.take());
    }

    // Part

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Attack other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
