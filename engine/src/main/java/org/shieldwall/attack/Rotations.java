package org.shieldwall.attack;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** When an actor changes its builds: on schedule, when it notices that it was seen, when a leak tells it. */
final class Rotations {
    private static final int LEVELS = Footholds.LEVELS;

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Alarms alarms;

    Rotations(State state, AttackColumns columns) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        alarms = new Alarms(state, columns);
    }

    /** Schedules of actors that levers have brought begin, those of actors that are no more end. */
    void start() {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            boolean alive = state.switches().alive(EntityKind.ACTOR, actor);
            if (alive == columns.rotates[actor]) {
                continue;
            }
            columns.rotates[actor] = alive;
            for (int level = 0; level < LEVELS; level++) {
                int place = actor * LEVELS + level;
                if (alive) {
                    scheduleNext(actor, level, FactSink.NONE);
                } else {
                    state.cancel(columns.rotationDue[place]);
                    state.cancel(columns.rotating[place]);
                    columns.rotationDue[place] = EventQueue.NO_HANDLE;
                    columns.rotating[place] = EventQueue.NO_HANDLE;
                }
            }
        }
    }

    /** The schedule counts its own ticks: a build changed in between, for whatever reason, moves no later tick. */
    private void scheduleNext(int actor, int level, int cause) {
        int tick = columns.scheduleTicks[actor * LEVELS + level]++;
        long wait = time(world.actor(actor).rotationEvery()[level], Purpose.ROTATION_SCHEDULE, actor, level, tick);
        columns.rotationDue[actor * LEVELS + level] =
                state.schedule(wait, EventCode.BUILD_ROTATES_ON_SCHEDULE, actor, level, cause);
    }

    private long time(Sampler law, int purpose, int actor, int level, int n) {
        long subject = Dice.mix(world.entities().key(EntityKind.ACTOR, actor), level);
        return state.time(law, purpose, subject, n);
    }

    void onSchedule(int actor, int level, int cause) {
        int fact = state.builds().rotate(actor, level, cause);
        scheduleNext(actor, level, fact);
    }

    void rotated(int actor, int level, int cause) {
        columns.rotating[actor * LEVELS + level] = EventQueue.NO_HANDLE;
        state.builds().rotate(actor, level, cause);
    }

    /** Something was cut off or blocked: does the actor notice, and what does it then take for burnt? */
    void mayNotice(int fact) {
        FactKind kind = state.facts().kind(fact);
        int who = state.facts().who(fact);
        int actor = world.entities().kind(who) == EntityKind.STEP
                ? world.step(world.entities().index(who)).actor()
                : world.entities().index(who);
        if (!columns.rotates[actor]) {
            return;
        }
        double u = state.die(
                Purpose.ACTOR_NOTICES,
                Dice.mix(kind.code(), state.facts().subject(fact)),
                state.facts().ordinal(fact));
        if (u >= state.numbers().value(world.actor(actor).notices())) {
            return;
        }
        int actorEntity = world.entities().entity(EntityKind.ACTOR, actor);
        int noticed = state.happen(
                FactKind.ACTOR_NOTICED,
                actorEntity,
                state.facts().whom(fact),
                0,
                Dice.mix(world.entities().key(actorEntity), state.facts().subject(fact)),
                fact);
        if (noticed == FactSink.REFUSED) {
            return;
        }
        alarms.raise(actor, noticed);
        if (kind == FactKind.ACCESS_LOST) {
            for (int level = 0; level < LEVELS; level++) {
                suspect(actor, level, noticed);
            }
        } else {
            suspect(actor, (int) state.facts().value(fact), noticed);
        }
    }

    /** It gives up the build that leaked; one that it has replaced already is no loss. */
    void learnsOfLeak(int fact) {
        int entry = state.register().find(state.facts().subject(state.facts().trigger(fact)));
        int actor = world.entities().index(state.facts().who(fact));
        int level = (int) state.facts().value(fact);
        if (state.register().build(entry) != state.indicators().build(actor, level)) {
            return;
        }
        suspect(actor, level, fact);
    }

    private void suspect(int actor, int level, int trigger) {
        Rows.ActorRow row = world.actor(actor);
        if (!columns.rotates[actor]
                || row.eachUse()[level]
                || columns.rotating[actor * LEVELS + level] != EventQueue.NO_HANDLE) {
            return;
        }
        int replaced = state.indicators().build(actor, level);
        long takes = time(row.rotationTime()[level], Purpose.ROTATION_TAKES, actor, level, replaced);
        columns.rotating[actor * LEVELS + level] =
                state.schedule(takes, EventCode.BUILD_ROTATES, actor, level, trigger);
    }
}
