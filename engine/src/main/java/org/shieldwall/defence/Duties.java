package org.shieldwall.defence;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Work that levers cost: an hour of an analyst at a time, spread evenly over the week, while the lever is on. */
final class Duties implements Part<Duties> {
    private static final long WEEK = 7 * Clock.DAY;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;

    // [lever]: the first of its duties
    private final int[] first;

    private final Columns columns = new Columns();

    // [duty]
    private final boolean[] running;
    private final int[] hours;
    private final long[] handle;

    Duties(State state, Jobs jobs, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.jobs = jobs;
        this.analysts = analysts;
        first = new int[world.leverCount()];
        int duties = 0;
        for (int lever = 0; lever < first.length; lever++) {
            first[lever] = duties;
            duties += world.leverCosts(lever).length;
        }
        running = columns.booleans(duties, false);
        hours = columns.ints(duties, 0);
        handle = columns.longs(duties, EventQueue.NO_HANDLE);
    }

    /** Duties of levers that are on begin, those of the others end with what waits for them. */
    void follow() {
        for (int lever = 0; lever < first.length; lever++) {
            for (int place = 0; place < world.leverCosts(lever).length; place++) {
                int duty = first[lever] + place;
                Rows.CostRow cost = world.leverCosts(lever)[place];
                boolean due = cost.hoursPerWeek() > 0
                        && state.switches().on(lever)
                        && state.switches().alive(EntityKind.ORGANISATION, cost.organisation());
                if (due && !running[duty]) {
                    running[duty] = true;
                    schedule(lever, place);
                } else if (!due && running[duty]) {
                    running[duty] = false;
                    state.cancel(handle[duty]);
                    dropWaiting(duty);
                }
            }
        }
    }

    private void schedule(int lever, int place) {
        long period = (long) (WEEK / world.leverCosts(lever)[place].hoursPerWeek());
        handle[first[lever] + place] = state.schedule(period, EventCode.DUTY_HOURS, lever, place, FactSink.NONE);
    }

    private void dropWaiting(int duty) {
        for (int job = 0; job < jobs.rows(); job++) {
            if (jobs.state[job] == Jobs.WAITING && jobs.kind[job] == Jobs.DUTY && jobs.about[job] == duty) {
                analysts.drop(job);
            }
        }
    }

    /** The next hour falls due. */
    void due(int lever, int place) {
        int duty = first[lever] + place;
        int organisation = world.leverCosts(lever)[place].organisation();
        long key = Dice.mix(
                world.entities().key(EntityKind.LEVER, lever),
                world.entities().key(EntityKind.ORGANISATION, organisation),
                hours[duty]++);
        int job = jobs.create(Jobs.DUTY, organisation, Analysts.DUTY_RANK, key);
        jobs.about[job] = duty;
        jobs.work[job] = Clock.HOUR;
        analysts.enqueue(job);
        schedule(lever, place);
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Duties other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
