package org.shieldwall.service;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Services that people carry on by hand, at a level below the full one: some time after what they need has failed, and as
 * long as people can keep it up.
 */
final class ByHand implements Part<ByHand> {
    private final World world;
    private final State state;
    private final Columns columns = new Columns();
    private final Rationing rationing;

    // [service]
    private final boolean[] working;
    private final boolean[] exhausted;
    private final long[] handle;
    private final int[] times;

    ByHand(State state, Rationing rationing) {
        this.world = state.world();
        this.state = state;
        this.rationing = rationing;
        working = columns.booleans(world.serviceCount(), false);
        exhausted = columns.booleans(world.serviceCount(), false);
        handle = columns.longs(world.serviceCount(), EventQueue.NO_HANDLE);
        times = columns.ints(world.serviceCount(), 0);
    }

    /** What people hold up by hand now, 0 to 10,000. */
    int level(int service) {
        Rows.ByHandRow row = world.service(service).byHand();
        return row != null && working[service] ? row.level() : 0;
    }

    /**
     * Follows a service: whether work by hand must begin or may end.
     *
     * @param needs the level that its needs give
     */
    void follow(int service, int needs, int cause) {
        Rows.ByHandRow row = world.service(service).byHand();
        if (row == null) {
            return;
        }
        if (needs >= row.level()) {
            exhausted[service] = false;
            stop(service);
            if (working[service]) {
                end(service, cause);
            }
            return;
        }
        boolean begins = !working[service]
                && !exhausted[service]
                && handle[service] == EventQueue.NO_HANDLE
                && state.levels().level(service) < row.level();
        if (begins) {
            long key = world.entities().key(EntityKind.SERVICE, service);
            long wait = state.time(row.after(), Purpose.BY_HAND_AFTER, key, times[service]);
            handle[service] = state.schedule(wait, EventCode.BY_HAND_BEGINS, service, 0, cause);
        }
    }

    private void stop(int service) {
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
    }

    void begin(int service, int cause) {
        handle[service] = EventQueue.NO_HANDLE;
        Rows.ByHandRow row = world.service(service).byHand();
        if (row == null || !state.switches().alive(EntityKind.SERVICE, service)) {
            return;
        }
        int fact = happen(FactKind.WORK_BY_HAND_BEGAN, service, row.level(), cause);
        if (fact == FactSink.REFUSED) {
            return;
        }
        working[service] = true;
        long key = world.entities().key(EntityKind.SERVICE, service);
        long lasts = state.time(row.lasts(), Purpose.BY_HAND_LASTS, key, times[service]++);
        if (lasts != Clock.NEVER) {
            handle[service] = state.schedule(lasts, EventCode.BY_HAND_ENDS, service, 0, fact);
        }
        if (state.levels().level(service) < row.level()) {
            rationing.setLevel(service, row.level(), fact);
        }
    }

    /** People cannot keep it up any longer. */
    void exhaust(int service, int cause) {
        handle[service] = EventQueue.NO_HANDLE;
        if (working[service]) {
            exhausted[service] = true;
            state.levels().touch(service, end(service, cause));
        }
    }

    private int end(int service, int cause) {
        working[service] = false;
        return happen(FactKind.WORK_BY_HAND_ENDED, service, 0, cause);
    }

    private int happen(FactKind kind, int service, int value, int cause) {
        int entity = world.entities().entity(EntityKind.SERVICE, service);
        return state.happen(kind, entity, -1, value, world.entities().key(entity), cause);
    }

    /** The service is no more. */
    void withdraw(int service) {
        stop(service);
        working[service] = false;
        exhausted[service] = false;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(ByHand other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
