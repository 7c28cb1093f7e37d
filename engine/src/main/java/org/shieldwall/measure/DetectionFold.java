package org.shieldwall.measure;

import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Better;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.measure.Measures.Kind;
import org.shieldwall.world.World;

/**
 * Times of detection (A7), from the first attempt of any campaign: to the first right suspicion, of an asset that an actor
 * holds at that time; to the first time after it at which no actor holds anything live; and how long the attackers stayed
 * unknown until they were detected or showed themselves by damage. Detection and containment compete with damage.
 */
final class DetectionFold implements Fold {
    private static final long NEVER = -1;

    private final LiveFootholds held;
    private long firstAction;
    private long detected;
    private long contained;
    private long damaged;

    DetectionFold(World world) {
        held = new LiveFootholds(world);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                time(
                        "time-to-detect",
                        "From the first attempt to the first right suspicion of an asset that an attacker holds."),
                time("time-to-contain", "From the first attempt until, after detection, attackers hold nothing."),
                time("dwell-time", "From the first attempt until attackers are detected or show themselves."));
    }

    private static Column time(String name, String says) {
        return new Column(name, "h", Better.LESS, Kind.TIME, says);
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(
                FactKind.ATTEMPT_STARTED,
                FactKind.ASSET_SUSPECTED,
                FactKind.ACCESS_GRANTED,
                FactKind.ACCESS_LOST,
                FactKind.ASSET_DAMAGED,
                FactKind.RUN_ENDED);
    }

    @Override
    public void begin() {
        held.clear();
        firstAction = NEVER;
        detected = NEVER;
        contained = NEVER;
        damaged = NEVER;
    }

    @Override
    public void take(FactLog facts, int fact) {
        long time = facts.time(fact);
        switch (facts.kind(fact)) {
            case ATTEMPT_STARTED -> {
                if (firstAction == NEVER) {
                    firstAction = time;
                }
            }
            case ASSET_SUSPECTED -> {
                if (detected == NEVER && held.holds(facts.whom(fact))) {
                    detected = time;
                }
            }
            case ASSET_DAMAGED -> {
                boolean byAttack =
                        facts.trigger(fact) >= 0 && facts.kind(facts.trigger(fact)) == FactKind.ATTEMPT_SUCCEEDED;
                if (damaged == NEVER && byAttack) {
                    damaged = time;
                }
            }
            default -> held.take(facts, fact);
        }
        if (detected != NEVER && contained == NEVER && held.count() == 0 && facts.kind(fact) == FactKind.ACCESS_LOST) {
            contained = time;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        write(values, ends, at, detected, damaged, horizon);
        write(values, ends, at + 1, contained, damaged, horizon);
        long shown = detected == NEVER || damaged != NEVER && damaged < detected ? damaged : detected;
        write(values, ends, at + 2, shown, NEVER, horizon);
    }

    private void write(double[] values, byte[] ends, int column, long reached, long competing, long horizon) {
        if (firstAction == NEVER) {
            values[column] = Double.NaN;
            ends[column] = Measures.HORIZON;
            return;
        }
        boolean competes = competing != NEVER && (reached == NEVER || competing < reached);
        boolean reaches = reached != NEVER && !competes;
        // What was overtaken never came: the restricted mean takes the whole horizon.
        values[column] = Clock.toHours((reaches ? reached : horizon) - firstAction);
        ends[column] = competes ? Measures.COMPETING : reaches ? Measures.REACHED : Measures.HORIZON;
    }
}
