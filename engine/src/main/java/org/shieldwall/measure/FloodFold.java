package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Flood;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.TrafficMap;
import org.shieldwall.world.World;

/**
 * Floods as somebody counts them who sees all: how many, of what kinds, the longest, from the first to the end of the last,
 * and in how many waves; and how many their victims
 * recognised, and after how long. A wave ends when for {@value #QUIET_HOURS} hours nothing is sent. Only where a scenario has floods.
 */
final class FloodFold implements Fold {
    static final int QUIET_HOURS = 24;
    private static final long QUIET = QUIET_HOURS * Clock.HOUR;
    private static final long NEVER = -1;
    private static final Flood.Kind[] KINDS = Flood.Kind.values();

    private final World world;

    // Floods that go on
    private int live;
    private long[] subjects = new long[32];
    private long[] starts = new long[32];

    private int count;
    private final int[] ofKind = new int[KINDS.length];
    private long longest;
    private long first;
    private long lastEnd;
    private int waves;
    private int recognised;
    private long untilRecognised;

    FloodFold(World world) {
        this.world = world;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Form.FLOODS.column());
        for (Flood.Kind kind : KINDS) {
            columns.add(Form.FLOOD_SHARE.column(word(kind)));
        }
        columns.add(Form.LONGEST_FLOOD.column());
        columns.add(Form.FLOOD_SPAN.column());
        columns.add(Form.FLOOD_WAVES.column());
        columns.add(Form.FLOODS_RECOGNISED.column());
        columns.add(Form.HOURS_TO_RECOGNISE.column());
        return columns;
    }

    static String word(Flood.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.FLOOD_STARTED, FactKind.FLOOD_ENDED, FactKind.FLOOD_RECOGNISED);
    }

    @Override
    public void begin() {
        live = 0;
        count = 0;
        Arrays.fill(ofKind, 0);
        longest = 0;
        first = NEVER;
        lastEnd = NEVER;
        waves = 0;
        recognised = 0;
        untilRecognised = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        switch (facts.kind(fact)) {
            case FLOOD_STARTED -> starts(facts, fact);
            case FLOOD_ENDED -> ends(facts.subject(fact), facts.time(fact));
            default -> recognised(facts, fact);
        }
    }

    /** A flood is recognised by an alert about it, once. */
    private void recognised(FactLog facts, int fact) {
        int cause = fact;
        while (cause >= 0 && facts.kind(cause) != FactKind.FLOOD_STARTED) {
            cause = facts.trigger(cause);
        }
        if (cause >= 0) {
            recognised++;
            untilRecognised += facts.time(fact) - facts.time(cause);
        }
    }

    private void starts(FactLog facts, int fact) {
        long time = facts.time(fact);
        first = first == NEVER ? time : first;
        waves += live == 0 && (lastEnd == NEVER || time - lastEnd >= QUIET) ? 1 : 0;
        if (live == subjects.length) {
            subjects = Arrays.copyOf(subjects, 2 * live);
            starts = Arrays.copyOf(starts, 2 * live);
        }
        subjects[live] = facts.subject(fact);
        starts[live++] = time;
        count++;
        ofKind[kind(world, facts, fact)]++;
    }

    /** Ordinal of the kind of a flood: its technique's, whose success is its cause. */
    static int kind(World world, FactLog facts, int fact) {
        int success = facts.trigger(fact);
        int technique = world.step(world.entities().index(EntityKind.STEP, facts.who(success)))
                .technique();
        TrafficMap.FloodRow flood = world.traffic().flood(technique);
        if (flood == null) {
            throw new IllegalStateException("A flood was begun by a technique that sends none.");
        }
        return flood.kind().ordinal();
    }

    private void ends(long subject, long time) {
        for (int i = 0; i < live; i++) {
            if (subjects[i] == subject) {
                longest = Math.max(longest, time - starts[i]);
                live--;
                subjects[i] = subjects[live];
                starts[i] = starts[live];
                lastEnd = time;
                return;
            }
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        while (live > 0) {
            ends(subjects[0], horizon);
        }
        int column = at;
        values[column++] = count;
        for (int kind : ofKind) {
            values[column++] = count == 0 ? Double.NaN : kind / (double) count;
        }
        values[column++] = Clock.toHours(longest);
        values[column++] = first == NEVER ? 0 : Clock.toHours(lastEnd - first);
        values[column++] = waves;
        values[column++] = count == 0 ? Double.NaN : recognised / (double) count;
        values[column] = recognised == 0 ? Double.NaN : Clock.toHours(untilRecognised) / recognised;
    }
}
