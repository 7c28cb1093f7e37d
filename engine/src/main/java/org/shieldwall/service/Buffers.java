package org.shieldwall.service;

import org.shieldwall.fact.FactKind;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Buffers that keep a service's level while they last: batteries, tanks, stores. A stock is in nanoseconds of full loss,
 * linear between events; it drains by (need − supply)/need and refills at a rate once all that is needed is there.
 */
final class Buffers implements Part<Buffers> {
    private final World world;
    private final State state;
    private final Columns columns = new Columns();

    // [service]
    private final long[] stock;
    private final double[] drain;
    private final long[] since;
    private final long[] handle;
    private final boolean[] empty;
    private final int[] drains;

    Buffers(State state) {
        this.world = state.world();
        this.state = state;
        int count = world.serviceCount();
        stock = columns.longs(count, 0);
        drain = columns.doubles(count, 0);
        since = columns.longs(count, 0);
        handle = columns.longs(count, EventQueue.NO_HANDLE);
        empty = columns.booleans(count, false);
        drains = columns.ints(count, 0);
    }

    /** All are full. */
    void start() {
        for (int service = 0; service < stock.length; service++) {
            stock[service] = size(service);
        }
    }

    private long size(int service) {
        return state.numbers()
                .time(
                        world.service(service).buffer(),
                        state.trait(Purpose.BUFFER_SIZE, world.entities().key(EntityKind.SERVICE, service), 0));
    }

    /** Whether the buffer keeps the present level where only {@code needed} comes in. */
    boolean keep(int service, int present, int needed, int cause) {
        if (empty[service] || size(service) == 0) {
            return false;
        }
        spend(service);
        if (stock[service] <= 0) {
            return false;
        }
        if (drain[service] <= 0) {
            drains[service]++;
        }
        drain[service] = (present - needed) / (double) present;
        state.cancel(handle[service]);
        handle[service] = state.schedule(
                Clock.ofNanos(stock[service] / drain[service]), EventCode.BUFFER_ENDS, service, 0, cause);
        return true;
    }

    /** The level needs no stock any more; it refills where all that is needed is there. */
    void rest(int service, int needed) {
        long size = size(service);
        if (size == 0) {
            return;
        }
        spend(service);
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
        long refill = state.time(
                world.service(service).refill(),
                Purpose.REFILL_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                drains[service]);
        drain[service] = 0;
        if (needed < NeedProgram.FULL) {
            return;
        }
        empty[service] = false;
        if (refill <= 0) {
            stock[service] = size;
        } else if (stock[service] < size) {
            drain[service] = -size / (double) refill;
        }
    }

    private void spend(int service) {
        long size = size(service);
        double spent = drain[service] * (state.now() - since[service]);
        stock[service] = Math.max(0, Math.min(size, stock[service] - (long) spent));
        since[service] = state.now();
    }

    /** The stock is used up: the service must be looked at again. */
    void ends(int service, int cause) {
        handle[service] = EventQueue.NO_HANDLE;
        spend(service);
        stock[service] = 0;
        drain[service] = 0;
        empty[service] = true;
        int entity = world.entities().entity(EntityKind.SERVICE, service);
        int fact = state.happen(
                FactKind.BUFFER_EMPTY, entity, -1, 0, world.entities().key(entity), cause);
        state.levels().touch(service, fact);
    }

    /** The service is no more; should it come back, its stock is full. */
    void withdraw(int service) {
        state.cancel(handle[service]);
        handle[service] = EventQueue.NO_HANDLE;
        stock[service] = size(service);
        drain[service] = 0;
        empty[service] = false;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Buffers other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
