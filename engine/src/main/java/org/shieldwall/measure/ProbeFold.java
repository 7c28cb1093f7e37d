package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Flood;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * What a scenario's probes saw: the mean level of their services and the share of those out of reach, at one moment or on
 * average over a stretch of time, how long they were so, and how many floods began in it. At a moment the level counts that stood when its
 * instant was over.
 */
final class ProbeFold implements Fold {
    private static final Flood.Kind[] KINDS = Flood.Kind.values();

    private final World world;

    // [service]
    private final double[] level;

    /** [probe][place of the service]: levels seen, integrated over a stretch. */
    private final double[][] seen;

    private final long[][] since;

    /** [probe]: nanoseconds below its level, of all services together. */
    private final long[] out;

    /** [probe][kind of flood] */
    private final int[][] begun;

    ProbeFold(World world) {
        this.world = world;
        level = new double[world.serviceCount()];
        seen = new double[world.probeCount()][];
        since = new long[world.probeCount()][];
        out = new long[world.probeCount()];
        begun = new int[world.probeCount()][KINDS.length];
        for (int probe = 0; probe < seen.length; probe++) {
            seen[probe] = new double[world.probe(probe).services().length];
            since[probe] = new long[seen[probe].length];
        }
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int probe = 0; probe < seen.length; probe++) {
            String name = world.probe(probe).name();
            columns.add(Form.MEAN_LEVEL.column(name));
            columns.add(Form.SHARE_OUT_OF_REACH.column(name));
            columns.add(Form.HOURS_OUT_OF_REACH.column(name));
            columns.add(Form.FLOODS_BEGUN.column(name));
            for (Flood.Kind kind : KINDS) {
                columns.add(Form.FLOOD_SHARE_OF_PROBE.column(name, FloodFold.word(kind)));
            }
        }
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.SERVICE_LEVEL, FactKind.FLOOD_STARTED);
    }

    @Override
    public void begin() {
        Arrays.fill(level, 1);
        Arrays.fill(out, 0);
        for (int probe = 0; probe < seen.length; probe++) {
            Arrays.fill(begun[probe], 0);
            Arrays.fill(seen[probe], 0);
            Arrays.fill(since[probe], world.probe(probe).from());
        }
    }

    @Override
    public void take(FactLog facts, int fact) {
        long time = facts.time(fact);
        if (facts.kind(fact) == FactKind.FLOOD_STARTED) {
            for (int probe = 0; probe < begun.length; probe++) {
                Rows.ProbeRow row = world.probe(probe);
                if (time >= row.from() && time < row.until()) {
                    begun[probe][FloodFold.kind(world, facts, fact)]++;
                }
            }
            return;
        }
        int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
        for (int probe = 0; probe < seen.length; probe++) {
            for (int place = 0; place < seen[probe].length; place++) {
                if (world.probe(probe).services()[place] == service) {
                    look(probe, place, time);
                }
            }
        }
        level[service] = facts.value(fact) / (double) NeedProgram.FULL;
    }

    /** Spends the level that stood until now. */
    private void look(int probe, int place, long time) {
        Rows.ProbeRow row = world.probe(probe);
        if (row.until() == row.from()) {
            // A moment: what stands when its instant is over is seen when the first later change comes.
            if (time > row.from() && since[probe][place] == row.from()) {
                seen[probe][place] = level[row.services()[place]];
                since[probe][place] = time;
            }
            return;
        }
        long until = Math.min(time, row.until());
        if (until > since[probe][place]) {
            double stood = level[row.services()[place]];
            seen[probe][place] += stood * ((until - since[probe][place]) / (double) (row.until() - row.from()));
            out[probe] += stood < row.below() ? until - since[probe][place] : 0;
            since[probe][place] = until;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (int probe = 0; probe < seen.length; probe++) {
            double sum = 0;
            int below = 0;
            for (int place = 0; place < seen[probe].length; place++) {
                look(probe, place, Long.MAX_VALUE);
                sum += seen[probe][place];
                below += seen[probe][place] < world.probe(probe).below() ? 1 : 0;
            }
            int count = seen[probe].length;
            values[column++] = count == 0 ? Double.NaN : sum / count;
            values[column++] = count == 0 ? Double.NaN : below / (double) count;
            values[column++] = count == 0 ? Double.NaN : Clock.toHours(out[probe]) / count;
            int all = Arrays.stream(begun[probe]).sum();
            values[column++] = all;
            for (int ofKind : begun[probe]) {
                values[column++] = all == 0 ? Double.NaN : ofKind / (double) all;
            }
        }
    }
}
