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
 * For each step: whether it ever succeeded (A8), and the time from the start of its campaign to its first success; for each
 * series of copies, whether all succeeded, the time to the last, and how far apart their first effects lie.
 */
final class StepFold implements Fold {
    private static final long NEVER = -1;

    private final World world;
    private final long[] succeeded;
    private final long[] firstSuccess;
    private final long[] campaignBegan;
    private final List<Series> series = new ArrayList<>();

    private record Series(String name, int campaign, int[] steps) {}

    StepFold(World world) {
        this.world = world;
        succeeded = new long[world.stepCount()];
        firstSuccess = new long[world.stepCount()];
        campaignBegan = new long[world.campaignCount()];
        for (int step = 0; step < world.stepCount(); step++) {
            series.add(new Series(
                    world.entities().name(world.entities().entity(EntityKind.STEP, step)),
                    world.step(step).campaign(),
                    new int[] {step}));
        }
        for (int campaign = 0; campaign < world.campaignCount(); campaign++) {
            // Without copies there is one nameless one.
            if (!world.campaign(campaign).copies()[0].isEmpty()) {
                addSeries(campaign);
            }
        }
    }

    private void addSeries(int campaign) {
        String name = world.entities().name(world.entities().entity(EntityKind.CAMPAIGN, campaign));
        List<String> names = new ArrayList<>();
        for (int step : world.campaign(campaign).steps()) {
            String stepName = world.step(step).seriesName();
            if (!names.contains(stepName)) {
                names.add(stepName);
            }
        }
        for (String stepName : names) {
            int[] copies = Arrays.stream(world.campaign(campaign).steps())
                    .filter(step -> world.step(step).seriesName().equals(stepName))
                    .toArray();
            series.add(new Series(name + "." + stepName, campaign, copies));
        }
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Series one : series) {
            columns.add(Form.ATTACK_SUCCESS.column(one.name()));
            columns.add(Form.STEP_TIME.column(one.name()));
            if (one.steps().length > 1) {
                columns.add(Form.COPIES_APART.column(one.name()));
            }
        }
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.CAMPAIGN_STARTED, FactKind.STEP_FIRST_SUCCESS, FactKind.STEP_SUCCEEDED);
    }

    @Override
    public void begin() {
        Arrays.fill(succeeded, NEVER);
        Arrays.fill(firstSuccess, NEVER);
        Arrays.fill(campaignBegan, NEVER);
    }

    @Override
    public void take(FactLog facts, int fact) {
        if (facts.kind(fact) == FactKind.CAMPAIGN_STARTED) {
            campaignBegan[world.entities().index(EntityKind.CAMPAIGN, facts.who(fact))] = facts.time(fact);
            return;
        }
        int step = world.entities().index(EntityKind.STEP, facts.who(fact));
        long[] times = facts.kind(fact) == FactKind.STEP_SUCCEEDED ? succeeded : firstSuccess;
        if (times[step] == NEVER) {
            times[step] = facts.time(fact);
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (Series one : series) {
            long last = 0;
            for (int step : one.steps()) {
                last = last == NEVER || succeeded[step] == NEVER ? NEVER : Math.max(last, succeeded[step]);
            }
            values[column++] = last == NEVER ? 0 : 1;
            long began = campaignBegan[one.campaign()];
            values[column] = began == NEVER ? Double.NaN : Clock.toHours((last == NEVER ? horizon : last) - began);
            ends[column++] = last == NEVER ? Measures.HORIZON : Measures.REACHED;
            if (one.steps().length > 1) {
                values[column++] = apart(one.steps());
            }
        }
    }

    private double apart(int[] steps) {
        long earliest = Long.MAX_VALUE;
        long latest = NEVER;
        int count = 0;
        for (int step : steps) {
            if (firstSuccess[step] != NEVER) {
                earliest = Math.min(earliest, firstSuccess[step]);
                latest = Math.max(latest, firstSuccess[step]);
                count++;
            }
        }
        return count < 2 ? Double.NaN : Clock.toHours(latest - earliest);
    }
}
