package org.shieldwall.service;

import org.shieldwall.fact.FactKind;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Names services that stay down only because each waits for the other: they would be up if all of them were, and nothing
 * that could bring one of them up is under way.
 */
final class Deadlocks implements Part<Deadlocks> {
    private final World world;
    private final State state;
    private final Columns columns = new Columns();
    private final Needs needs;
    private final Hoped hoped;

    /** [service] */
    private final boolean[] named;

    /** Services of which some depend on each other in a circle, and those joined to them: elsewhere nothing deadlocks. */
    private final int[] looped;

    /** Levels as they would be if everything that is down were up. */
    private static final class Hoped implements NeedProgram.Levels {
        private final State state;
        private final Needs present;
        private final Rationing rationing;
        private final int[] level;

        Hoped(State state, Needs present, Rationing rationing) {
            this.state = state;
            this.present = present;
            this.rationing = rationing;
            level = new int[state.world().serviceCount()];
        }

        @Override
        public int service(int service) {
            return state.switches().alive(EntityKind.SERVICE, service) ? level[service] : NeedProgram.NOTHING;
        }

        @Override
        public int served(int served) {
            return rationing.levelAt(
                    served, level[state.world().servedClass(served).service()]);
        }

        @Override
        public int alive(int group) {
            return present.alive(group);
        }

        @Override
        public int working(int group, boolean control) {
            return present.working(group, control);
        }

        @Override
        public int delivered(int demand) {
            return present.delivered(demand);
        }
    }

    Deadlocks(State state, Needs needs, Rationing rationing) {
        this.world = state.world();
        this.state = state;
        this.needs = needs;
        hoped = new Hoped(state, needs, rationing);
        named = columns.booleans(world.serviceCount(), false);
        looped = Circles.joined(world);
    }

    /** To be asked when all services are settled. */
    void name(Restarts restarts, Crews crews) {
        boolean anyDown = false;
        for (int service : looped) {
            hoped.level[service] = NeedProgram.FULL;
            anyDown |= state.switches().alive(EntityKind.SERVICE, service)
                    && state.levels().level(service) < NeedProgram.FULL;
        }
        if (!anyDown || state.levels().unsettled()) {
            return;
        }
        letHopeFall();
        for (int service : looped) {
            int present = state.levels().level(service);
            boolean waits = state.switches().alive(EntityKind.SERVICE, service)
                    && hoped.level[service] > present
                    && needs.level(service) <= present
                    && !restarts.isUnderWay(service)
                    && !anythingUnderWay(restarts, crews);
            if (waits && !named[service]) {
                named[service] = true;
                int entity = world.entities().entity(EntityKind.SERVICE, service);
                state.given(state.levels().fact(service));
                state.happen(
                        FactKind.SERVICE_DEADLOCK,
                        entity,
                        -1,
                        0,
                        world.entities().key(entity),
                        state.levels().fact(service));
            }
        }
    }

    private void letHopeFall() {
        boolean fell = true;
        while (fell) {
            fell = false;
            for (int service : looped) {
                int level = Math.min(hoped.level[service], needs.level(service, hoped));
                if (level < hoped.level[service]) {
                    hoped.level[service] = level;
                    fell = true;
                }
            }
        }
    }

    private boolean anythingUnderWay(Restarts restarts, Crews crews) {
        for (int service = 0; service < named.length; service++) {
            if (restarts.isUnderWay(service) || crews.worksFor(service)) {
                return true;
            }
        }
        return false;
    }

    /** The service rose or is no more. */
    void clear(int service) {
        named[service] = false;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Deadlocks other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
