package org.shieldwall.service;

import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Services that fall slowly after the loss of what they need: by a staircase of {@value #STEPS} steps, each in the middle of
 * its part of the time, so that as much is lost as on a straight line.
 */
final class Degradation implements Part<Degradation> {
    private static final int STEPS = 8;

    private final World world;
    private final State state;
    private final Columns columns = new Columns();

    // [service]
    private final long[] handle;
    private final int[] from;
    private final int[] times;
    private final int[] cause;

    Degradation(State state) {
        this.world = state.world();
        this.state = state;
        int count = world.serviceCount();
        handle = columns.longs(count, EventQueue.NO_HANDLE);
        from = columns.ints(count, 0);
        times = columns.ints(count, 0);
        cause = columns.ints(count, 0);
    }

    /** Whether a service falls slowly. */
    boolean isSlow(int service) {
        return state.numbers().value(world.service(service).degrade()) > 0;
    }

    /** Begins to fall, unless it is falling already. */
    void begin(int service, int present, int because) {
        if (handle[service] == EventQueue.NO_HANDLE) {
            from[service] = present;
            times[service]++;
            cause[service] = because;
            schedule(service, 2 * STEPS);
        }
    }

    /** The level after the next step down, on the way to what the needs give; a further step is scheduled. */
    int next(int service, int present, int needed) {
        int step = Math.max(1, (from[service] - needed + STEPS - 1) / STEPS);
        return Math.max(needed, present - step);
    }

    /** Schedules a further step. */
    void schedule(int service) {
        schedule(service, STEPS);
    }

    private void schedule(int service, int parts) {
        long whole = state.time(
                world.service(service).degrade(),
                Purpose.DEGRADE_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                times[service] - 1L);
        handle[service] = state.schedule(whole / parts, EventCode.DEGRADE_STEP, service, 0, cause[service]);
    }

    /** A step is due: nothing is scheduled any more. */
    void stepped(int service) {
        handle[service] = EventQueue.NO_HANDLE;
    }

    void stop(int service) {
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Degradation other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
