package org.shieldwall.attack;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.world.ConditionProgram;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Whether a campaign has anything left to try. It gives up when nothing is under way or waits for its time, no condition
 * could come true any more, and nothing it wants is merely cut off and may be given back; unless it had reached its goal.
 * Should something open up after all (a lever, a network that is connected again), it goes on, and may give up once more.
 */
final class Endings {
    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final ConditionProgram.Steps steps;

    Endings(State state, AttackColumns columns, ConditionProgram.Steps steps) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.steps = steps;
    }

    /** After its steps were looked at. */
    void review(int campaign, int trigger) {
        Rows.CampaignRow row = world.campaign(campaign);
        boolean over = columns.copiesBegun[campaign] == row.copies().length
                && !hasReachedItsGoal(row)
                && state.switches().alive(EntityKind.CAMPAIGN, campaign)
                && !goesOn(row.steps());
        if (over && !columns.gaveUp[campaign]) {
            int fact = state.happen(
                    FactKind.CAMPAIGN_GAVE_UP,
                    world.entities().entity(EntityKind.CAMPAIGN, campaign),
                    row.actors().length == 0 ? -1 : world.entities().entity(EntityKind.ACTOR, row.actors()[0]),
                    0,
                    world.entities().key(EntityKind.CAMPAIGN, campaign),
                    trigger);
            over = fact != FactSink.REFUSED;
        }
        columns.gaveUp[campaign] = over;
    }

    private boolean hasReachedItsGoal(Rows.CampaignRow row) {
        for (int step : row.goals()) {
            if (columns.firstSuccess[step] != FactSink.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of some steps is under way or may begin. */
    boolean goesOn(int[] stepsOfSome) {
        for (int step : stepsOfSome) {
            if (goesOn(step)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(int step) {
        if (!state.switches().alive(EntityKind.STEP, step)) {
            return false;
        }
        if (columns.open[step] > 0 || columns.pausing[step] || columns.retrying[step] > 0) {
            return true;
        }
        return switch (columns.progress[step]) {
            // It waits for its date.
            case AttackColumns.IDLE -> world.conditions().holds(world.step(step).after(), steps);
            case AttackColumns.ACTIVE -> isCutOff(world.step(step));
            default -> false;
        };
    }

    private boolean isCutOff(Rows.StepRow row) {
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)
                    && state.things().cutOff(target)) {
                return true;
            }
        }
        Footholds footholds = state.footholds();
        for (int foothold = 0; foothold < footholds.size(); foothold++) {
            if (footholds.actor(foothold) == row.actor() && footholds.held(foothold) && !footholds.live(foothold)) {
                return true;
            }
        }
        return false;
    }
}
