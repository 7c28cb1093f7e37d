package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Better;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.measure.Measures.Kind;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/**
 * Outages of each service: whether there was one, time to the first, time to restore it, and availability (A12).
 *
 * <p>{@code time-to-restore} starts at the first degradation and ends when the level is back at what it was before; it does
 * not exist in a run without an outage. {@code time-to-restore.all} spans the services that serve people.
 */
final class OutageFold implements Fold {
    private static final long NEVER = -1;

    private final World world;
    private final long warmUp;

    // [service]
    private final boolean[] down;
    private final long[] firstDown;
    private final long[] restored;
    private final long[] downSince;
    private final long[] downTime;
    private final long[] longest;

    private long allDown;
    private long allRestored;
    private int peopleServicesDown;

    OutageFold(World world) {
        this.world = world;
        warmUp = world.scenario().warmUpNanos();
        int services = world.serviceCount();
        down = new boolean[services];
        firstDown = new long[services];
        restored = new long[services];
        downSince = new long[services];
        downTime = new long[services];
        longest = new long[services];
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int service = 0; service < down.length; service++) {
            String name = world.entities().name(world.entities().entity(EntityKind.SERVICE, service));
            columns.add(
                    new Column("outage." + name, "runs", Better.LESS, Kind.EVENT, "It was degraded at least once."));
            columns.add(new Column(
                    "time-to-outage." + name, "h", Better.MORE, Kind.TIME, "From the start to its first degradation."));
            columns.add(new Column(
                    "time-to-restore." + name,
                    "h",
                    Better.LESS,
                    Kind.TIME,
                    "From its first degradation until it is back."));
            columns.add(new Column(
                    "longest-outage." + name, "h", Better.LESS, Kind.AMOUNT, "The longest time below its full level."));
            columns.add(new Column(
                    "availability." + name, "1", Better.MORE, Kind.AMOUNT, "Share of the time at its full level."));
        }
        columns.add(new Column(
                "time-to-restore.all",
                "h",
                Better.LESS,
                Kind.TIME,
                "From the first degradation of a service that serves people until all such services are back."));
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.SERVICE_LEVEL);
    }

    @Override
    public void begin() {
        Arrays.fill(down, false);
        Arrays.fill(firstDown, NEVER);
        Arrays.fill(restored, NEVER);
        Arrays.fill(downSince, 0);
        Arrays.fill(downTime, 0);
        Arrays.fill(longest, 0);
        allDown = NEVER;
        allRestored = NEVER;
        peopleServicesDown = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
        long time = facts.time(fact);
        boolean isDown = facts.value(fact) < NeedProgram.FULL;
        if (isDown == down[service]) {
            return;
        }
        down[service] = isDown;
        boolean servesPeople = world.service(service).people() > 0;
        if (isDown) {
            downSince[service] = time;
            if (firstDown[service] == NEVER) {
                firstDown[service] = time;
            }
            if (servesPeople && peopleServicesDown++ == 0 && allDown == NEVER) {
                allDown = time;
            }
        } else {
            endOutage(service, time);
            if (restored[service] == NEVER) {
                restored[service] = time;
            }
            if (servesPeople && --peopleServicesDown == 0 && allRestored == NEVER) {
                allRestored = time;
            }
        }
    }

    private void endOutage(int service, long time) {
        downTime[service] += afterWarmUp(downSince[service], time);
        longest[service] = Math.max(longest[service], time - downSince[service]);
    }

    private long afterWarmUp(long from, long to) {
        return Math.max(0, to - Math.max(from, warmUp));
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (int service = 0; service < down.length; service++) {
            if (down[service]) {
                endOutage(service, horizon);
            }
            values[column++] = firstDown[service] == NEVER ? 0 : 1;
            boolean out = firstDown[service] != NEVER;
            values[column] = Clock.toHours(out ? firstDown[service] : horizon);
            ends[column++] = out ? Measures.REACHED : Measures.HORIZON;
            restore(values, ends, column++, firstDown[service], restored[service], horizon);
            values[column++] = Clock.toHours(longest[service]);
            values[column++] = 1 - downTime[service] / (double) (horizon - warmUp);
        }
        restore(values, ends, column, allDown, allRestored, horizon);
    }

    private static void restore(double[] values, byte[] ends, int column, long from, long to, long horizon) {
        values[column] = from == NEVER ? Double.NaN : Clock.toHours((to == NEVER ? horizon : to) - from);
        ends[column] = to == NEVER ? Measures.HORIZON : Measures.REACHED;
    }
}
