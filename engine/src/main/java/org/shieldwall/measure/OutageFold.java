package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/**
 * Outages of each service, and of each class that it serves: whether there was one, time to the first, time to restore it,
 * and availability (A12).
 *
 * <p>{@code time-to-restore} is of the longest outage of a run, and does not exist in a run without one. An outage starts
 * at a first degradation and ends when the level is back at what it was before and stays so: a service that falls again
 * within {@value #RELAPSE_HOURS} hours of its return was not back, and the outage goes on; one that falls later has another
 * outage. {@code time-to-restore.all} is the same for the services that serve people taken together: from the first
 * degradation of any until the last is back and all stay so.
 */
final class OutageFold implements Fold {
    private static final long NEVER = -1;
    static final int RELAPSE_HOURS = 24;
    private static final long RELAPSE = RELAPSE_HOURS * Clock.HOUR;

    private final World world;
    private final long warmUp;
    private final Supplies supplies;
    private final ServicePresence presence;

    // [supply]
    private final boolean[] down;
    private final Outages[] outages;
    private final long[] downSince;
    private final long[] downTime;
    private final long[] longest;

    private final Outages ofAll = new Outages();
    private int peopleServicesDown;

    /** The outages of one run, of which the longest is kept. */
    private static final class Outages {
        private long first;
        // the one that goes on, or may still relapse
        private long began;
        private long back;
        // the longest before it
        private long longestBegan;
        private long longestBack;

        void begin() {
            first = NEVER;
            began = NEVER;
            back = NEVER;
            longestBegan = NEVER;
            longestBack = NEVER;
        }

        void down(long time) {
            if (began == NEVER) {
                first = time;
                began = time;
            } else if (back == NEVER || time - back < RELAPSE) {
                back = NEVER;
            } else {
                keepLonger();
                began = time;
                back = NEVER;
            }
        }

        void up(long time) {
            back = time;
        }

        private void keepLonger() {
            if (longestBegan == NEVER || back - began > longestBack - longestBegan) {
                longestBegan = began;
                longestBack = back;
            }
        }

        void end(double[] values, byte[] ends, int column, long horizon) {
            boolean earlier =
                    longestBegan != NEVER && longestBack - longestBegan >= (back == NEVER ? horizon : back) - began;
            long from = earlier ? longestBegan : began;
            long to = earlier ? longestBack : back;
            values[column] = from == NEVER ? Double.NaN : Clock.toHours((to == NEVER ? horizon : to) - from);
            ends[column] = to == NEVER ? Measures.HORIZON : Measures.REACHED;
        }
    }

    OutageFold(World world) {
        this.world = world;
        warmUp = world.scenario().warmUpNanos();
        presence = new ServicePresence(world);
        supplies = new Supplies(world);
        int count = supplies.count();
        down = new boolean[count];
        outages = new Outages[count];
        Arrays.setAll(outages, supply -> new Outages());
        downSince = new long[count];
        downTime = new long[count];
        longest = new long[count];
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int supply = 0; supply < down.length; supply++) {
            String name = supplies.name(supply);
            columns.add(Form.OUTAGE.column(name));
            columns.add(Form.TIME_TO_OUTAGE.column(name));
            columns.add(Form.TIME_TO_RESTORE.column(name));
            columns.add(Form.LONGEST_OUTAGE.column(name));
            columns.add(Form.AVAILABILITY.column(name));
        }
        columns.add(Form.TIME_TO_RESTORE_ALL.column());
        columns.add(Form.FIRST_LOSS.column());
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.LEVER_SET, FactKind.SERVICE_LEVEL, FactKind.CLASS_LEVEL);
    }

    @Override
    public void begin() {
        presence.begin();
        Arrays.fill(down, false);
        for (Outages of : outages) {
            of.begin();
        }
        Arrays.fill(downSince, 0);
        Arrays.fill(downTime, 0);
        Arrays.fill(longest, 0);
        ofAll.begin();
        peopleServicesDown = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        if (facts.kind(fact) == FactKind.LEVER_SET) {
            presence.take(facts, fact);
            return;
        }
        int supply = supplies.of(facts, fact);
        long time = facts.time(fact);
        boolean isDown = facts.value(fact) < NeedProgram.FULL;
        if (isDown == down[supply]) {
            return;
        }
        down[supply] = isDown;
        boolean servesPeople = supplies.people(supply) > 0;
        if (isDown) {
            downSince[supply] = time;
            outages[supply].down(time);
            if (servesPeople && peopleServicesDown++ == 0) {
                ofAll.down(time);
            }
        } else {
            endOutage(supply, time);
            // What is taken away while it is down was not restored.
            boolean restored = presence.isPresent(supplies.service(supply));
            if (restored) {
                outages[supply].up(time);
            }
            if (servesPeople && --peopleServicesDown == 0 && restored) {
                ofAll.up(time);
            }
        }
    }

    private void endOutage(int supply, long time) {
        downTime[supply] += afterWarmUp(downSince[supply], time);
        longest[supply] = Math.max(longest[supply], time - downSince[supply]);
    }

    private long afterWarmUp(long from, long to) {
        return Math.max(0, to - Math.max(from, warmUp));
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (int supply = 0; supply < down.length; supply++) {
            if (down[supply]) {
                endOutage(supply, horizon);
            }
            long fell = outages[supply].first;
            values[column++] = fell != NEVER ? 1 : 0;
            values[column] = Clock.toHours(fell != NEVER ? fell : horizon);
            ends[column++] = fell != NEVER ? Measures.REACHED : Measures.HORIZON;
            outages[supply].end(values, ends, column++, horizon);
            values[column++] = Clock.toHours(longest[supply]);
            long present = presence.nanosUntil(supplies.service(supply), horizon);
            values[column++] = present == 0 ? Double.NaN : 1 - downTime[supply] / (double) present;
        }
        ofAll.end(values, ends, column++, horizon);
        values[column] = ofAll.first == NEVER ? Double.NaN : Clock.toHours(ofAll.first);
    }
}
