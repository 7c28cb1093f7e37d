package org.shieldwall.attack;

import org.shieldwall.fact.FactSink;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.scenario.Campaign.Outcome;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.world.ConditionProgram;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** How steps stand, as conditions read it, and whether a step may begin: who hurries does not wait for others. */
final class Conditions implements ConditionProgram.Steps {
    private static final int NO_STEP = -1;

    private final World world;
    private final State state;
    private final AttackColumns columns;

    /** [step]: whether its campaign is made for it. */
    private final boolean[] isGoal;

    /** The step whose conditions are read while its actor hurries and waits for nobody; else {@link #NO_STEP}. */
    private int hurried = NO_STEP;

    Conditions(State state, AttackColumns columns) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        isGoal = new boolean[world.stepCount()];
        for (int campaign = 0; campaign < world.campaignCount(); campaign++) {
            for (int step : world.campaign(campaign).goals()) {
                isGoal[step] = true;
            }
        }
    }

    /** Whether an actor lies low for now. */
    boolean hides(int actor) {
        return state.now() < columns.hidesUntil[actor];
    }

    /** Whether its actor wants it at once: who hurries strikes. */
    boolean hurries(int step) {
        return isGoal[step] && columns.hurries[world.step(step).actor()];
    }

    /** Whether what must come before is done; who hurries does not wait for other copies and other actors. */
    boolean mayBegin(int step) {
        hurried = hurries(step) ? step : NO_STEP;
        boolean holds = world.conditions().holds(world.step(step).after(), this);
        hurried = NO_STEP;
        return holds;
    }

    /** Whether an attempt that waited for an operator is still wanted. */
    boolean wants(int step) {
        byte progress = columns.progress[step];
        boolean goesOn = progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && world.step(step).mode() == Mode.EACH_HELD;
        return goesOn && mayBegin(step);
    }

    @Override
    public boolean isThere(int step) {
        return state.switches().alive(EntityKind.STEP, step);
    }

    @Override
    public boolean is(int step, Outcome outcome) {
        if (isPassedOver(step, outcome)) {
            return true;
        }
        byte progress = columns.progress[step];
        return switch (outcome) {
            case HELD -> hasSucceeded(step) && stillHeld(step);
            case FIRST_SUCCESS -> columns.firstSuccess[step] != FactSink.NONE;
            case FAILED -> progress == AttackColumns.FAILED || progress == AttackColumns.ABANDONED;
            case DONE -> progress >= AttackColumns.SUCCEEDED || hasSucceeded(step);
        };
    }

    /** Whether a step that a condition names is somebody else's, for whom the step that is read does not wait. */
    private boolean isPassedOver(int step, Outcome outcome) {
        if (hurried == NO_STEP || outcome == Outcome.FAILED) {
            return false;
        }
        Rows.StepRow read = world.step(step);
        Rows.StepRow own = world.step(hurried);
        return read.campaign() == own.campaign() && (read.copy() != own.copy() || read.actor() != own.actor());
    }

    private boolean hasSucceeded(int step) {
        return columns.progress[step] == AttackColumns.SUCCEEDED || columns.goesOn[step];
    }

    /** The fact that made a condition on a step true. */
    int factOf(int step, Outcome outcome) {
        return switch (outcome) {
            case HELD -> columns.successFact[step];
            case FIRST_SUCCESS -> columns.firstSuccess[step];
            case FAILED -> columns.failureFact[step];
            case DONE -> hasSucceeded(step) ? columns.successFact[step] : columns.failureFact[step];
        };
    }

    /** Whether what a step gained is still held: positions by what is reached now, credentials until they are reset. */
    boolean stillHeld(int step) {
        if (columns.judged[step] != columns.landscape[step]) {
            columns.judged[step] = columns.landscape[step];
            columns.held[step] = searchHeld(step);
        }
        return columns.held[step];
    }

    private boolean searchHeld(int step) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        Footholds footholds = state.footholds();
        if (technique.grants().compareTo(Position.USER) >= 0) {
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                if (footholds.reached(row.actor(), target).compareTo(technique.grants()) >= 0) {
                    return true;
                }
            }
            return false;
        }
        if (row.untilCredential()) {
            for (int account = 0; account < world.accountCount(); account++) {
                Rows.AccountRow found = world.account(account);
                if (footholds.credential(row.actor(), account) != FactSink.NONE
                        && found.foundFirst() < row.first() + row.count()
                        && row.first() < found.foundFirst() + found.foundCount()) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }
}
