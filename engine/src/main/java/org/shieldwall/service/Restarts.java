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
 * Services rise each by a restart of its own, to what their needs give at that moment, once what they need to start is
 * there. A restart that takes no time waits for the end of settling.
 */
final class Restarts implements Part<Restarts> {
    private final World world;
    private final State state;
    private final Columns columns = new Columns();
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
        handle = columns.longs(count, EventQueue.NO_HANDLE);
        times = columns.ints(count, 0);
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

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Restarts other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
