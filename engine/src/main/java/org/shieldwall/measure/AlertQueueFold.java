package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * The alert queue of each organisation and each sensor: mean wait and sojourn of the alerts that arrive after the warm-up,
 * and time means of alerts waiting and in the system (waiting or worked) from then to the horizon.
 *
 * <p>Little's law holds on every run between the areas; the means over alerts leave out those whose wait or work had not
 * ended at the horizon.
 */
final class AlertQueueFold implements Fold {
    private static final int MEASURES = 4;

    private final World world;
    private final long warmUp;
    private final int groups;

    // [organisation, then sensor]
    private final double[] waitSum;
    private final long[] waitCount;
    private final double[] sojournSum;
    private final long[] sojournCount;
    private final int[] waiting;
    private final int[] inSystem;
    private final double[] waitingArea;
    private final double[] systemArea;
    private final long[] since;

    AlertQueueFold(World world) {
        this.world = world;
        warmUp = world.scenario().warmUpNanos();
        groups = world.organisationCount() + world.sensorCount();
        waitSum = new double[groups];
        waitCount = new long[groups];
        sojournSum = new double[groups];
        sojournCount = new long[groups];
        waiting = new int[groups];
        inSystem = new int[groups];
        waitingArea = new double[groups];
        systemArea = new double[groups];
        since = new long[groups];
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            String name = name(group);
            columns.add(Form.ALERT_WAIT.column(name));
            columns.add(Form.ALERT_SOJOURN.column(name));
            columns.add(Form.ALERTS_WAITING.column(name));
            columns.add(Form.ALERTS_IN_SYSTEM.column(name));
        }
        return columns;
    }

    private String name(int group) {
        int organisations = world.organisationCount();
        return group < organisations
                ? world.entities().name(world.entities().entity(EntityKind.ORGANISATION, group))
                : world.entities().name(world.entities().entity(EntityKind.SENSOR, group - organisations));
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(
                FactKind.ALERT_RAISED,
                FactKind.ALERT_WORK_STARTED,
                FactKind.ALERT_ESCALATED,
                FactKind.ALERT_CLOSED,
                FactKind.ALERT_GIVEN_UP);
    }

    @Override
    public void begin() {
        Arrays.fill(waitSum, 0);
        Arrays.fill(waitCount, 0);
        Arrays.fill(sojournSum, 0);
        Arrays.fill(sojournCount, 0);
        Arrays.fill(waiting, 0);
        Arrays.fill(inSystem, 0);
        Arrays.fill(waitingArea, 0);
        Arrays.fill(systemArea, 0);
        Arrays.fill(since, warmUp);
    }

    @Override
    public void take(FactLog facts, int fact) {
        int sensor = world.entities().index(EntityKind.SENSOR, facts.who(fact));
        take(world.sensor(sensor).organisation(), facts, fact);
        take(world.organisationCount() + sensor, facts, fact);
    }

    private void take(int group, FactLog facts, int fact) {
        long time = facts.time(fact);
        spend(group, time);
        switch (facts.kind(fact)) {
            case ALERT_RAISED -> {
                waiting[group]++;
                inSystem[group]++;
            }
            case ALERT_WORK_STARTED -> {
                waiting[group]--;
                long raised = facts.time(facts.trigger(fact));
                if (raised >= warmUp) {
                    waitSum[group] += Clock.toHours(time - raised);
                    waitCount[group]++;
                }
            }
            case ALERT_GIVEN_UP -> {
                waiting[group]--;
                inSystem[group]--;
            }
            default -> {
                inSystem[group]--;
                long raised = facts.time(facts.trigger(fact));
                if (raised >= warmUp) {
                    sojournSum[group] += Clock.toHours(time - raised);
                    sojournCount[group]++;
                }
            }
        }
    }

    private void spend(int group, long until) {
        if (until > since[group]) {
            if (inSystem[group] > 0) {
                double hours = Clock.toHours(until - since[group]);
                waitingArea[group] += waiting[group] * hours;
                systemArea[group] += inSystem[group] * hours;
            }
            since[group] = until;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        double length = Clock.toHours(horizon - warmUp);
        for (int group = 0; group < groups; group++) {
            spend(group, horizon);
            int column = at + MEASURES * group;
            values[column] = waitCount[group] == 0 ? Double.NaN : waitSum[group] / waitCount[group];
            values[column + 1] = sojournCount[group] == 0 ? Double.NaN : sojournSum[group] / sojournCount[group];
            values[column + 2] = waitingArea[group] / length;
            values[column + 3] = systemArea[group] / length;
        }
    }
}
