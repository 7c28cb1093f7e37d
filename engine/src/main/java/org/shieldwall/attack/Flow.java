package org.shieldwall.attack;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * The flow of campaigns: begins them and their copies, and looks at each step that may have to do something: may it begin, is
 * it given up, is what it gained lost. Steps act only on what their actor knows and reaches ({@link Routes}).
 */
final class Flow {
    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Attention attention;
    private final Conditions conditions;
    private final Targets targets;
    private final Rounds rounds;
    private final Attempts attempts;
    private final Launches launches;
    private final Endings endings;

    Flow(
            State state,
            AttackColumns columns,
            Attention attention,
            Conditions conditions,
            Targets targets,
            Rounds rounds,
            Attempts attempts,
            Launches launches) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.attention = attention;
        this.conditions = conditions;
        this.targets = targets;
        this.rounds = rounds;
        this.attempts = attempts;
        this.launches = launches;
        endings = new Endings(state, columns, conditions);
    }

    void begin(int campaign, int cause) {
        Rows.CampaignRow row = world.campaign(campaign);
        int fact = state.happen(
                FactKind.CAMPAIGN_STARTED,
                world.entities().entity(EntityKind.CAMPAIGN, campaign),
                row.actors().length == 0 ? -1 : world.entities().entity(EntityKind.ACTOR, row.actors()[0]),
                0,
                world.entities().key(EntityKind.CAMPAIGN, campaign),
                cause);
        if (fact == FactSink.REFUSED) {
            return;
        }
        columns.begun[campaign] = true;
        columns.beginFact[campaign] = fact;
        columns.copiesBegun[campaign] = row.inTurn() ? 1 : row.copies().length;
        attention.touch(campaign);
    }

    /** Looks at the stale steps of campaigns that have begun. */
    void review(int trigger) {
        for (int word = 0; word < columns.touched.length; word++) {
            long open = columns.touched[word];
            columns.touched[word] = 0;
            while (open != 0) {
                int campaign = word * Long.SIZE + Long.numberOfTrailingZeros(open);
                open &= open - 1;
                if (columns.begun[campaign]) {
                    review(campaign, trigger);
                }
            }
        }
        attempts.assignOperators();
    }

    private void review(int campaign, int trigger) {
        Rows.CampaignRow row = world.campaign(campaign);
        for (int copy = 0; copy < columns.copiesBegun[campaign]; copy++) {
            for (int step : row.stepsOfCopy()[copy]) {
                if (columns.stale[step] && state.switches().alive(EntityKind.STEP, step)) {
                    columns.stale[step] = false;
                    consider(step, trigger);
                }
            }
        }
        int last = columns.copiesBegun[campaign] - 1;
        if (columns.copiesBegun[campaign] < row.copies().length && !endings.goesOn(row.stepsOfCopy()[last])) {
            columns.copiesBegun[campaign]++;
            attention.touch(campaign);
            attention.look(trigger);
        }
        endings.review(campaign, trigger);
    }

    private void consider(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        byte progress = columns.progress[step];
        if (progress == AttackColumns.FAILED || progress == AttackColumns.ABANDONED) {
            return;
        }
        if (progress != AttackColumns.SUCCEEDED
                && row.unless() >= 0
                && world.conditions().holds(row.unless(), conditions)) {
            columns.progress[step] = AttackColumns.ABANDONED;
            attention.changed(step);
            columns.failureFact[step] = trigger;
            attempts.abandonAll(step, trigger);
            // No fact wakes the steps that read it; some of them were looked at before it.
            attention.look(trigger);
            return;
        }
        if (progress == AttackColumns.SUCCEEDED && !conditions.stillHeld(step)) {
            rounds.lose(step, trigger);
            return;
        }
        boolean due = (state.now() >= row.notBefore() || conditions.hurries(step))
                && !conditions.hides(row.actor())
                && !columns.pausing[step]
                && conditions.mayBegin(step);
        if (!due) {
            if (progress == AttackColumns.ACTIVE && columns.open[step] == 0 && !columns.pausing[step]) {
                columns.progress[step] = AttackColumns.IDLE;
            }
            return;
        }
        if (progress == AttackColumns.IDLE) {
            columns.searched[step] = AttackColumns.NOT_SEARCHED;
            columns.progress[step] = AttackColumns.ACTIVE;
            progress = AttackColumns.ACTIVE;
        }
        if (progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && row.mode() == Mode.EACH_HELD && !row.untilCredential()) {
            launches.launch(step, trigger);
        }
    }

    /** Levers changed what is alive: what is no more is given up, what was counted is counted anew. */
    void leversChanged(int fact) {
        for (int step = 0; step < world.stepCount(); step++) {
            if (!state.switches().alive(EntityKind.STEP, step)) {
                if (columns.progress[step] == AttackColumns.ACTIVE) {
                    columns.progress[step] = AttackColumns.IDLE;
                }
                if (columns.open[step] > 0) {
                    attempts.abandonAll(step, fact);
                }
            } else if (world.step(step).mode() == Mode.COUNT) {
                recountLot(step);
            }
        }
        Arrays.fill(columns.meant, AttackColumns.NOT_COUNTED);
        Arrays.fill(columns.allMet, 0);
        attention.landscapeChanged();
    }

    /**
     * Who is meant is drawn anew among what is there now: what was tried and is still there counts on, what is gone counts no
     * more.
     */
    private void recountLot(int step) {
        columns.lot[step] = AttackColumns.NO_LOT;
        if (columns.progress[step] != AttackColumns.ACTIVE) {
            return;
        }
        Rows.StepRow row = world.step(step);
        int decided = 0;
        int succeeded = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)
                    && columns.doors.met(step, target, columns.rounds[step])
                    && targets.isMeant(step, target)
                    && !attempts.isUnderWay(step, target)) {
                decided++;
                succeeded += targets.isDone(step, target) ? 1 : 0;
            }
        }
        columns.decided[step] = decided;
        columns.succeeded[step] = succeeded;
    }
}
