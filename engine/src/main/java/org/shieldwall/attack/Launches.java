package org.shieldwall.attack;

import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Begins attempts: on the best targets that can be reached, on all that are held, or on all that are meant. */
final class Launches {
    private static final int NO_WAVE = -1;

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Routes routes;
    private final Targets targets;
    private final Rounds rounds;
    private final Attempts attempts;

    Launches(State state, AttackColumns columns, Routes routes, Targets targets, Rounds rounds, Attempts attempts) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.routes = routes;
        this.targets = targets;
        this.rounds = rounds;
        this.attempts = attempts;
    }

    /** Looks for targets, unless nothing changed around them since the last time. */
    void launch(int step, int trigger) {
        if (columns.searched[step] == columns.landscape[step]) {
            return;
        }
        columns.searched[step] = columns.landscape[step];
        switch (world.step(step).mode()) {
            case ANY -> launchAny(step, trigger);
            case EACH_HELD -> launchHeld(step, trigger);
            case ALL, COUNT -> launchAll(step, trigger);
        }
    }

    private void launchAny(int step, int trigger) {
        if (columns.open[step] > 0) {
            columns.searched[step] = AttackColumns.NOT_SEARCHED;
            return;
        }
        if (world.step(step).repeatEvery() != null
                && state.now() >= world.step(step).repeatUntil()) {
            rounds.stop(step, trigger);
            return;
        }
        if (columns.rounds[step] > 0 && succeedsOnHeld(step, trigger)) {
            return;
        }
        int atOnce = world.technique(world.step(step).technique()).atOnce();
        int chosen = targets.choose(step, atOnce);
        if (chosen == 0) {
            // With nothing left to try, what is held already will do.
            succeedsOnHeld(step, trigger);
            return;
        }
        int wave = attempts.openWave(0);
        for (int i = 0; i < chosen; i++) {
            attempts.join(wave, step, targets.chosen(i), trigger);
        }
        columns.waves[step]++;
        columns.wavesOfRound[step]++;
    }

    private boolean succeedsOnHeld(int step, int trigger) {
        int held = targets.holding(step);
        if (held < 0) {
            return false;
        }
        state.given(state.footholds().fact(held));
        rounds.succeed(step, trigger);
        return true;
    }

    /** On every held asset of the range that has not had its turn in this round. */
    private void launchHeld(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        Footholds footholds = state.footholds();
        for (int foothold = 0; foothold < footholds.size(); foothold++) {
            int target = footholds.asset(foothold);
            int place = target - row.first();
            if (footholds.actor(foothold) == row.actor()
                    && place >= 0
                    && place < row.count()
                    && footholds.live(foothold)
                    && !columns.doors.met(step, target, columns.rounds[step])
                    && routes.exists(step, target)) {
                columns.doors.meet(step, target, columns.rounds[step]);
                attempts.join(attempts.openWave(place), step, target, trigger);
            }
        }
    }

    /** On every meant asset of the range that has not had its turn in this round. */
    private void launchAll(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        int round = columns.rounds[step];
        if (columns.allMet[step] > round) {
            return;
        }
        boolean allMet = true;
        int atOnce = world.technique(row.technique()).atOnce();
        int wave = NO_WAVE;
        int joined = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (!state.switches().alive(EntityKind.ASSET, target)
                    || columns.doors.met(step, target, round)
                    || !targets.isMeant(step, target)) {
                continue;
            }
            if (targets.isDone(step, target)) {
                columns.doors.meet(step, target, round);
                rounds.settle(step, target, true, trigger);
            } else if (routes.exists(step, target)) {
                columns.doors.meet(step, target, round);
                if (wave == NO_WAVE || joined % atOnce == 0) {
                    wave = attempts.openWave(target - row.first());
                }
                attempts.join(wave, step, target, trigger);
                joined++;
            } else {
                allMet = false;
            }
        }
        if (allMet) {
            columns.allMet[step] = round + 1;
            if (targets.meant(step) == 0 && targets.isAnythingThere(step)) {
                // Nothing of it was meant for this copy: it is done as it stands.
                rounds.succeed(step, trigger);
            }
        }
    }
}
