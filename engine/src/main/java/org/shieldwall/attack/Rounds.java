package org.shieldwall.attack;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * How steps go on and come out: tries and the pauses between them, success, failure and loss, and new rounds after these.
 */
final class Rounds {
    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Attention attention;
    private final Targets targets;

    Rounds(State state, AttackColumns columns, Attention attention, Targets targets) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.attention = attention;
        this.targets = targets;
    }

    /** An attempt of a step was decided. */
    void decided(int step, int target, boolean success, int fact) {
        attention.changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        if (success && columns.firstSuccess[step] == FactSink.NONE) {
            columns.firstSuccess[step] = state.happen(
                    FactKind.STEP_FIRST_SUCCESS, entity, -1, 0, world.entities().key(entity), fact);
        }
        attention.look(fact);
        byte progress = columns.progress[step];
        Rows.StepRow row = world.step(step);
        boolean goesOn = progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && row.mode() == Mode.EACH_HELD && !row.untilCredential();
        if (!goesOn) {
            // Should the step come back, the target has its turn again.
            columns.doors.unmeet(step, target);
            return;
        }
        if (row.mode() == Mode.ANY) {
            if (success) {
                succeed(step, fact);
                repeat(step, fact);
            } else if (columns.open[step] == 0 && row.repeatEvery() != null) {
                repeat(step, fact);
            } else if (columns.open[step] == 0) {
                pause(step, -1, fact);
            }
            return;
        }
        if (!success && columns.doors.triesOfRound(step, target) < row.retryAtMost()) {
            pause(step, target, fact);
            return;
        }
        settle(step, target, success, fact);
    }

    /** A target has had all its tries, or what was wanted of it is so. */
    void settle(int step, int target, boolean success, int fact) {
        Rows.StepRow row = world.step(step);
        columns.decided[step]++;
        if (success) {
            columns.succeeded[step]++;
        }
        if (row.mode() == Mode.EACH_HELD) {
            if (success && !row.untilCredential() && columns.progress[step] == AttackColumns.ACTIVE) {
                succeed(step, fact);
            }
            return;
        }
        if (columns.decided[step] < targets.meant(step)) {
            return;
        }
        if (columns.succeeded[step] > 0) {
            succeed(step, fact);
        } else {
            fail(step, fact);
        }
    }

    /** A stolen credential completes the steps that went on until they had one. */
    void credentialStolen(int account, int actor, int fact) {
        Rows.AccountRow found = world.account(account);
        for (int step = 0; step < world.stepCount(); step++) {
            Rows.StepRow row = world.step(step);
            if (row.untilCredential()
                    && row.actor() == actor
                    && columns.progress[step] == AttackColumns.ACTIVE
                    && found.foundFirst() < row.first() + row.count()
                    && row.first() < found.foundFirst() + found.foundCount()) {
                succeed(step, fact);
            }
        }
    }

    /** Waits before the next try; a step without tries left has failed. */
    private void pause(int step, int target, int trigger) {
        Rows.StepRow row = world.step(step);
        if (target < 0) {
            if (columns.wavesOfRound[step] >= row.retryAtMost() && row.mode() == Mode.ANY) {
                fail(step, trigger);
                return;
            }
            columns.pausing[step] = true;
        } else {
            columns.retrying[step]++;
        }
        long n = target < 0 ? columns.waves[step] + columns.rounds[step] : columns.doors.tries(step, target);
        long subject = Dice.mix(
                world.entities().key(EntityKind.STEP, step),
                target < 0 ? 0 : world.entities().key(EntityKind.ASSET, target));
        long wait = state.time(row.retryEvery(), Purpose.RETRY_PAUSE, subject, n);
        state.schedule(wait, EventCode.STEP_RETRIES, step, target, trigger);
    }

    /** A pause is over: of the whole step, or of one of its targets. */
    void retry(int step, int target, int cause) {
        attention.changed(step);
        columns.searched[step] = AttackColumns.NOT_SEARCHED;
        if (target < 0) {
            columns.pausing[step] = false;
        } else {
            // The target has its turn again in this round, as soon as the step's conditions hold.
            columns.retrying[step]--;
            columns.doors.unmeet(step, target);
            columns.allMet[step] = 0;
        }
    }

    /** What was gained is gone: once the conditions hold again, a new round begins with all its tries. */
    void lose(int step, int trigger) {
        attention.changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact =
                state.happen(FactKind.STEP_LOST, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        columns.progress[step] = AttackColumns.IDLE;
        columns.rounds[step]++;
        columns.wavesOfRound[step] = 0;
        columns.decided[step] = 0;
        columns.succeeded[step] = 0;
        columns.lot[step] = AttackColumns.NO_LOT;
        columns.meant[step] = AttackColumns.NOT_COUNTED;
        pause(step, -1, fact);
    }

    /** A step that goes on begins anew after its pause, whether it succeeded or not; at its end it has succeeded if it ever has. */
    private void repeat(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        Sampler every = row.repeatEvery();
        if (every == null) {
            return;
        }
        long key = world.entities().key(EntityKind.STEP, step);
        long wait = state.time(every, Purpose.STEP_REPEATS, key, columns.repeats[step]);
        if (Clock.plus(state.now(), wait) < row.repeatUntil()) {
            columns.repeats[step]++;
            columns.pausing[step] = true;
            state.schedule(wait, EventCode.STEP_REPEATS, step, 0, trigger);
        } else if (columns.progress[step] == AttackColumns.ACTIVE) {
            stop(step, trigger);
        }
    }

    /** A step that goes on has come to its end: it has succeeded if it ever has. */
    void stop(int step, int trigger) {
        if (columns.goesOn[step]) {
            columns.progress[step] = AttackColumns.SUCCEEDED;
            attention.changed(step);
        } else {
            fail(step, trigger);
        }
    }

    /** The pause of a step that goes on is over. */
    void beginAnew(int step) {
        columns.pausing[step] = false;
        byte progress = columns.progress[step];
        if (progress != AttackColumns.SUCCEEDED && progress != AttackColumns.ACTIVE) {
            return;
        }
        attention.changed(step);
        columns.progress[step] = AttackColumns.IDLE;
        columns.goesOn[step] |= progress == AttackColumns.SUCCEEDED;
        columns.wavesOfRound[step] = 0;
        columns.searched[step] = AttackColumns.NOT_SEARCHED;
    }

    void succeed(int step, int trigger) {
        attention.changed(step);
        if (columns.goesOn[step]) {
            // It has succeeded before, and what it does goes on.
            columns.progress[step] = AttackColumns.SUCCEEDED;
            return;
        }
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact = state.happen(
                FactKind.STEP_SUCCEEDED, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            columns.progress[step] = AttackColumns.SUCCEEDED;
            columns.successFact[step] = fact;
        }
    }

    private void fail(int step, int trigger) {
        attention.changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact = state.happen(
                FactKind.STEP_FAILED, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            columns.progress[step] = AttackColumns.FAILED;
            columns.failureFact[step] = fact;
        }
    }
}
