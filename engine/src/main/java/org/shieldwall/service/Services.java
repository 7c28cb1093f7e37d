package org.shieldwall.service;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Services: they fall together at the end of an instant (settle: the greatest levels not above the present ones that
 * satisfy all needs), and rise each by a restart of its own.
 *
 * <p>A buffer that is not empty keeps the level; a degradation takes the level down by a staircase. Needs are monotone, and
 * so is what a class of those served gets of the level, so the order in which services are settled does not matter.
 */
public final class Services implements Part<Services> {
    private static final Damage[] DAMAGES = Damage.values();

    private final World world;
    private final State state;
    private final Crews crews;
    private final AssetFailures failures;
    private final Rationing rationing;
    private final ByHand byHand;
    private final Needs needs;
    private final Buffers buffers;
    private final Degradation degradation;
    private final Deadlocks deadlocks;
    private final Restarts restarts;

    public Services(State state) {
        this.world = state.world();
        this.state = state;
        crews = new Crews(state);
        failures = new AssetFailures(state);
        rationing = new Rationing(state);
        byHand = new ByHand(state, rationing);
        needs = new Needs(state, byHand);
        buffers = new Buffers(state);
        degradation = new Degradation(state);
        deadlocks = new Deadlocks(state, needs, rationing);
        restarts = new Restarts(state, needs, rationing, deadlocks);
    }

    public void start() {
        crews.start();
        buffers.start();
        failures.follow(FactSink.NONE);
    }

    // Reactions

    public void assetDamaged(int fact) {
        crews.damaged(
                world.entities().index(state.facts().whom(fact)),
                DAMAGES[(int) state.facts().value(fact)],
                fact);
    }

    public void assetSwitchedOff(int fact) {
        crews.damaged(world.entities().index(state.facts().whom(fact)), Damage.OFF, fact);
    }

    public void assetSuspected(int fact) {
        crews.told(world.entities().index(state.facts().whom(fact)));
    }

    public void assetRebuilt(int fact) {
        crews.rebuilt(world.entities().index(state.facts().whom(fact)));
    }

    public void assetMended(int fact) {
        int asset = world.entities().index(state.facts().whom(fact));
        Damage damage = DAMAGES[(int) state.facts().value(fact)];
        crews.mended(asset, damage);
        failures.mended(asset, damage, fact);
    }

    public void leversChanged(int fact) {
        failures.follow(fact);
        crews.leversChanged(fact);
        for (int service = 0; service < world.serviceCount(); service++) {
            if (!state.switches().alive(EntityKind.SERVICE, service)) {
                withdraw(service, fact);
            }
        }
    }

    /** Nobody misses a service that is no more: its outage is over, nothing of it is under way. */
    private void withdraw(int service, int fact) {
        restarts.withdraw(service);
        degradation.stop(service);
        buffers.withdraw(service);
        deadlocks.clear(service);
        byHand.withdraw(service);
        if (state.levels().level(service) < NeedProgram.FULL) {
            state.services().setLevel(service, NeedProgram.FULL, fact);
        }
        rationing.withdraw(service, fact);
    }

    // Events

    public void assetFails(int asset, int n, int cause) {
        failures.fails(asset, n, cause);
    }

    public void restorationDecision(int service, int rule, int cause) {
        crews.restorationDecided(service, rule, cause);
    }

    public void repairEnds(int repair, int cause) {
        crews.repairEnds(repair, cause);
    }

    public void crewShift(int crew, int place) {
        crews.shift(crew, place);
    }

    public void restartEnds(int service, int cause) {
        restarts.ends(service, cause);
    }

    public void bufferEnds(int service, int cause) {
        buffers.ends(service, cause);
    }

    public void degradeStep(int service, int cause) {
        degradation.stepped(service);
        int present = state.levels().level(service);
        int needed = needs.level(service);
        if (needed < present) {
            rationing.setLevel(service, degradation.next(service, present, needed), cause);
            degradation.schedule(service);
            byHand.follow(service, needs.withoutHands(service), cause);
        }
    }

    public void byHandBegins(int service, int cause) {
        byHand.begin(service, cause);
    }

    public void byHandEnds(int service, int cause) {
        byHand.exhaust(service, cause);
    }

    // Settle

    /** Makes services consistent with what they need; called when nothing else is left at an instant. */
    public void settle() {
        restarts.begin();
        while (state.levels().unsettled()) {
            int service = state.levels().takeTouched();
            if (state.switches().alive(EntityKind.SERVICE, service)) {
                int cause = state.levels().touchedBy(service);
                settle(service, cause);
                byHand.follow(service, needs.withoutHands(service), cause);
                rationing.follow(service, cause);
            }
        }
        restarts.riseAll();
        deadlocks.name(restarts, crews);
    }

    private void settle(int service, int cause) {
        int present = state.levels().level(service);
        int needed = needs.level(service);
        if (needed >= present) {
            buffers.rest(service, needed);
            degradation.stop(service);
            if (needed > present) {
                restarts.plan(service, cause);
            }
        } else if (buffers.keep(service, present, needed, cause)) {
            return;
        } else if (degradation.isSlow(service)) {
            degradation.begin(service, present, cause);
        } else {
            rationing.setLevel(service, needed, cause);
        }
    }

    @Override
    public void reset() {
        crews.reset();
        failures.reset();
        byHand.reset();
        buffers.reset();
        degradation.reset();
        deadlocks.reset();
        restarts.reset();
    }

    @Override
    public void copyFrom(Services other) {
        crews.copyFrom(other.crews);
        failures.copyFrom(other.failures);
        byHand.copyFrom(other.byHand);
        buffers.copyFrom(other.buffers);
        degradation.copyFrom(other.degradation);
        deadlocks.copyFrom(other.deadlocks);
        restarts.copyFrom(other.restarts);
    }

    @Override
    public void digest(Digest digest) {
        crews.digest(digest);
        failures.digest(digest);
        byHand.digest(digest);
        buffers.digest(digest);
        degradation.digest(digest);
        deadlocks.digest(digest);
        restarts.digest(digest);
    }
}
