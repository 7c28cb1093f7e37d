package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * Times of detection (A7), from the first attempt of any campaign: to the first right suspicion, of an asset that an actor
 * holds at that time; to the first time after it at which no actor holds anything live; and how long the attackers stayed
 * unknown until they were detected or showed themselves by damage.
 *
 * <p>Three ends compete with each: the attacker reaches its goal (the first damage or, for campaigns that do none, the first
 * success of a step that no other waits for); all campaigns that had begun give up, and none tries anything afterwards; the
 * attackers lose the last of what they held without having been detected, and hold nothing afterwards. What comes first is
 * the end; of what comes at one instant, the awaited one.
 */
final class DetectionFold implements Fold {
    private static final long NEVER = Long.MAX_VALUE;

    private final World world;
    private final LiveFootholds held;
    private final boolean[] isGoal;
    private final boolean[] gaveUp;
    private int begun;
    private int given;

    private long firstAction;
    private long detected;
    private long contained;
    private long damaged;
    private long goal;
    private long allGaveUp;
    private long evictedUnseen;

    DetectionFold(World world) {
        this.world = world;
        held = new LiveFootholds(world);
        isGoal = new boolean[world.stepCount()];
        gaveUp = new boolean[world.campaignCount()];
        for (int campaign = 0; campaign < gaveUp.length; campaign++) {
            for (int step : world.campaign(campaign).goals()) {
                isGoal[step] = world.technique(world.step(step).technique()).damage() < 0;
            }
        }
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Form.TIME_TO_DETECT.column(),
                Form.TIME_TO_DETECT_ANY_END.column(),
                Form.TIME_TO_CONTAIN.column(),
                Form.TIME_TO_CONTAIN_ANY_END.column(),
                Form.DWELL_TIME.column(),
                Form.DWELL_TIME_ANY_END.column());
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(
                FactKind.CAMPAIGN_STARTED,
                FactKind.CAMPAIGN_GAVE_UP,
                FactKind.ATTEMPT_STARTED,
                FactKind.STEP_FIRST_SUCCESS,
                FactKind.ASSET_SUSPECTED,
                FactKind.ACCESS_GRANTED,
                FactKind.ACCESS_LOST,
                FactKind.ASSET_DAMAGED);
    }

    @Override
    public void begin() {
        held.clear();
        Arrays.fill(gaveUp, false);
        begun = 0;
        given = 0;
        firstAction = NEVER;
        detected = NEVER;
        contained = NEVER;
        damaged = NEVER;
        goal = NEVER;
        allGaveUp = NEVER;
        evictedUnseen = NEVER;
    }

    @Override
    public void take(FactLog facts, int fact) {
        long time = facts.time(fact);
        switch (facts.kind(fact)) {
            case CAMPAIGN_STARTED -> begun++;
            case CAMPAIGN_GAVE_UP -> givesUp(world.entities().index(EntityKind.CAMPAIGN, facts.who(fact)), time);
            case ATTEMPT_STARTED -> {
                firstAction = Math.min(firstAction, time);
                goesOn(world.step(world.entities().index(EntityKind.STEP, facts.who(fact)))
                        .campaign());
            }
            case STEP_FIRST_SUCCESS -> {
                if (isGoal[world.entities().index(EntityKind.STEP, facts.who(fact))]) {
                    goal = Math.min(goal, time);
                }
            }
            case ASSET_SUSPECTED -> {
                if (held.holds(facts.whom(fact))) {
                    detected = Math.min(detected, time);
                }
            }
            case ASSET_DAMAGED -> {
                if (facts.trigger(fact) >= 0 && facts.kind(facts.trigger(fact)) == FactKind.ATTEMPT_SUCCEEDED) {
                    damaged = Math.min(damaged, time);
                }
            }
            default -> hold(facts, fact);
        }
    }

    private void givesUp(int campaign, long time) {
        if (!gaveUp[campaign]) {
            gaveUp[campaign] = true;
            given++;
        }
        if (given == begun) {
            allGaveUp = time;
        }
    }

    private void goesOn(int campaign) {
        allGaveUp = NEVER;
        if (gaveUp[campaign]) {
            gaveUp[campaign] = false;
            given--;
        }
    }

    private void hold(FactLog facts, int fact) {
        held.take(facts, fact);
        if (held.count() > 0) {
            evictedUnseen = NEVER;
        } else if (facts.kind(fact) == FactKind.ACCESS_LOST && detected == NEVER) {
            evictedUnseen = facts.time(fact);
        } else if (facts.kind(fact) == FactKind.ACCESS_LOST) {
            contained = Math.min(contained, facts.time(fact));
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        write(values, ends, at, detected, Math.min(goal, damaged), horizon);
        write(values, ends, at + 2, contained, Math.min(goal, damaged), horizon);
        write(values, ends, at + 4, Math.min(detected, damaged), goal, horizon);
    }

    private void write(double[] values, byte[] ends, int column, long reached, long goalReached, long horizon) {
        if (firstAction == NEVER) {
            values[column] = Double.NaN;
            values[column + 1] = Double.NaN;
            ends[column] = Measures.HORIZON;
            return;
        }
        long first = Math.min(Math.min(reached, goalReached), Math.min(allGaveUp, evictedUnseen));
        byte end = Measures.HORIZON;
        if (first == reached && first != NEVER) {
            end = Measures.REACHED;
        } else if (first == goalReached && first != NEVER) {
            end = Measures.GOAL_REACHED;
        } else if (first == evictedUnseen && first != NEVER) {
            end = Measures.EVICTED_UNSEEN;
        } else if (first != NEVER) {
            end = Measures.GAVE_UP;
        }
        // What was overtaken never came: the restricted mean takes the whole horizon.
        values[column] = Clock.toHours((end == Measures.REACHED ? reached : horizon) - firstAction);
        values[column + 1] = Clock.toHours(Math.min(first, horizon) - firstAction);
        ends[column] = end;
    }
}
