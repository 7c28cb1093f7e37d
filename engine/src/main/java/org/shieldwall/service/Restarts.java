package org.shieldwall.service;

import java.util.Arrays;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Services rise each by a restart of its own, to what their needs give at that moment, once what they need to start is
 * there. A restart that takes no time waits for the end of settling.
 */
final class Restarts {
    private final World world;
    private final State state;
    private final Needs needs;
    private final Rationing rationing;
    private final Deadlocks deadlocks;

    // [service]
    private final long[] handle;
    private final int[] times;

    private final int[] rising;
    private int risingCount;

    Restarts(State state, Needs needs, Rationing rationing, Deadlocks deadlocks) {
        this.world = state.world();
        this.state = state;
        this.needs = needs;
        this.rationing = rationing;
        this.deadlocks = deadlocks;
        int count = world.serviceCount();
        handle = new long[count];
        times = new int[count];
        rising = new int[count];
    }

    /** Settling begins: nothing rises at its end yet. */
    void begin() {
        risingCount = 0;
    }

    /** A service that has what it needs to start: it rises at the end of settling, or after the time of its restart. */
    void plan(int service, int cause) {
        if (handle[service] != EventQueue.NO_HANDLE || !needs.canStart(service)) {
            return;
        }
        long takes = state.time(
                world.service(service).restart(),
                Purpose.RESTART_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                times[service]);
        if (takes == 0) {
            addRising(service);
        } else {
            handle[service] = state.schedule(takes, EventCode.RESTART_ENDS, service, 0, cause);
        }
    }

    private void addRising(int service) {
        for (int i = 0; i < risingCount; i++) {
            if (rising[i] == service) {
                return;
            }
        }
        rising[risingCount++] = service;
    }

    /** Those that take no time to start rise. */
    void riseAll() {
        for (int i = 0; i < risingCount; i++) {
            rise(rising[i], state.levels().touchedBy(rising[i]));
        }
    }

    void ends(int service, int cause) {
        handle[service] = EventQueue.NO_HANDLE;
        rise(service, cause);
    }

    /** Raises a service to what its needs give at this moment. */
    private void rise(int service, int cause) {
        int level = needs.level(service);
        if (level > state.levels().level(service) && needs.canStart(service)) {
            times[service]++;
            rationing.setLevel(service, level, cause);
            deadlocks.clear(service);
        }
    }

    boolean isUnderWay(int service) {
        return handle[service] != EventQueue.NO_HANDLE;
    }

    /** The service is no more. */
    void withdraw(int service) {
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
    }

    void reset() {
        Arrays.fill(handle, EventQueue.NO_HANDLE);
        Arrays.fill(times, 0);
    }

    void copyFrom(Restarts other) {
        System.arraycopy(other.handle, 0, handle, 0, handle.length);
        System.arraycopy(other.times, 0, times, 0, times.length);
    }
}
