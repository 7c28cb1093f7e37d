package org.shieldwall.service;

import java.util.Arrays;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Services that fall slowly after the loss of what they need: by a staircase of {@value #STEPS} steps. */
final class Degradation {
    private static final int STEPS = 8;

    private final World world;
    private final State state;

    // [service]
    private final long[] handle;
    private final int[] from;
    private final int[] times;
    private final int[] cause;

    Degradation(State state) {
        this.world = state.world();
        this.state = state;
        int count = world.serviceCount();
        handle = new long[count];
        from = new int[count];
        times = new int[count];
        cause = new int[count];
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
            schedule(service);
        }
    }

    /** The level after the next step down, on the way to what the needs give; a further step is scheduled. */
    int next(int service, int present, int needed) {
        int step = Math.max(1, (from[service] - needed + STEPS - 1) / STEPS);
        return Math.max(needed, present - step);
    }

    void schedule(int service) {
        long whole = state.time(
                world.service(service).degrade(),
                Purpose.DEGRADE_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                times[service] - 1L);
        handle[service] = state.schedule(whole / STEPS, EventCode.DEGRADE_STEP, service, 0, cause[service]);
    }

    /** A step is due: nothing is scheduled any more. */
    void stepped(int service) {
        handle[service] = EventQueue.NO_HANDLE;
    }

    void stop(int service) {
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
    }

    void reset() {
        Arrays.fill(handle, EventQueue.NO_HANDLE);
        Arrays.fill(times, 0);
    }

    void copyFrom(Degradation other) {
        System.arraycopy(other.handle, 0, handle, 0, handle.length);
        System.arraycopy(other.from, 0, from, 0, from.length);
        System.arraycopy(other.times, 0, times, 0, times.length);
        System.arraycopy(other.cause, 0, cause, 0, cause.length);
    }
}
