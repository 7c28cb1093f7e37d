package org.shieldwall.service;

import org.shieldwall.fact.FactSink;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Shares out what a service delivers among the classes that it serves: each gets all it wants before the next gets anything.
 *
 * <p>A service was built for the demand of all its classes as they are without levers; at a level of 40 % it delivers 40 %
 * of that. What a class gets is rounded down to ten-thousandths of what it wants. It grows with the level and with
 * nothing else that settling moves, since demands change with levers only: needs stay monotone.
 */
final class Rationing {
    private static final double THOUSANDTHS = 1000;

    /** So many of the greatest demand, times the full level, fit into a long for every class that a service may have. */
    private static final long GREATEST_DEMAND = 10_000_000_000_000L;

    private final World world;
    private final State state;

    /** [service]: thousandths of demand */
    private final long[] built;

    Rationing(State state) {
        this.world = state.world();
        this.state = state;
        built = new long[world.serviceCount()];
        for (int served = 0; served < world.classCount(); served++) {
            Rows.ClassRow row = world.servedClass(served);
            built[row.service()] += row.built();
        }
    }

    /** Sets the level of a service and what its classes get with it. */
    void setLevel(int service, int level, int cause) {
        int fact = state.services().setLevel(service, level, cause);
        if (fact != FactSink.REFUSED) {
            follow(service, fact);
        }
    }

    /** Gives every class what there is for it now. */
    void follow(int service, int cause) {
        Rows.ServiceRow row = world.service(service);
        long left = state.levels().level(service) * built[service];
        for (int served = row.firstClass(); served < row.firstClass() + row.classCount(); served++) {
            long demand = demand(served);
            set(served, share(left, demand), cause);
            left -= NeedProgram.FULL * demand;
        }
    }

    /** Nobody misses a service that is no more. */
    void withdraw(int service, int cause) {
        Rows.ServiceRow row = world.service(service);
        for (int served = row.firstClass(); served < row.firstClass() + row.classCount(); served++) {
            set(served, NeedProgram.FULL, cause);
        }
    }

    private void set(int served, int level, int cause) {
        if (level != state.levels().classLevel(served)) {
            state.services().setClassLevel(served, level, cause);
        }
    }

    /** What a class would get at some level of its service; {@link NeedProgram#NOTHING} where the service is dormant. */
    int levelAt(int served, int serviceLevel) {
        int service = world.servedClass(served).service();
        if (!state.switches().alive(EntityKind.SERVICE, service)) {
            return NeedProgram.NOTHING;
        }
        long left = serviceLevel * built[service];
        for (int before = world.service(service).firstClass(); before < served; before++) {
            left -= NeedProgram.FULL * demand(before);
        }
        return share(left, demand(served));
    }

    /** @param left thousandths of demand that are left for a class, times {@link NeedProgram#FULL} */
    private static int share(long left, long demand) {
        if (left < 0) {
            return 0;
        }
        return demand == 0 ? NeedProgram.FULL : (int) Math.min(NeedProgram.FULL, left / demand);
    }

    private long demand(int served) {
        Numbers numbers = state.numbers();
        long demand =
                Math.round(THOUSANDTHS * numbers.value(world.servedClass(served).demand()));
        return Math.max(0, Math.min(GREATEST_DEMAND, demand));
    }
}
