package org.shieldwall.service;

import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** What services get of what they need, from the present levels, working assets and traffic. */
final class Needs implements NeedProgram.Levels {
    private final World world;
    private final State state;
    private final ByHand byHand;

    Needs(State state, ByHand byHand) {
        this.world = state.world();
        this.state = state;
        this.byHand = byHand;
    }

    /** The level that a service's needs and people's work by hand give it, 0 to {@link NeedProgram#FULL}. */
    int level(int service) {
        return level(service, this);
    }

    /** The same, were levels others than the present ones. */
    int level(int service, NeedProgram.Levels levels) {
        return Math.max(world.needs().evaluate(world.service(service).needs(), levels), byHand.level(service));
    }

    /** The level that what it needs gives, without anybody's work by hand. */
    int withoutHands(int service) {
        return world.needs().evaluate(world.service(service).needs(), this);
    }

    /** Whether what it needs to start again gives more than it has. */
    boolean canStart(int service) {
        return world.needs().evaluate(world.service(service).startsWith(), this)
                > state.levels().level(service);
    }

    @Override
    public int service(int service) {
        return state.switches().alive(EntityKind.SERVICE, service)
                ? state.levels().level(service)
                : NeedProgram.NOTHING;
    }

    @Override
    public int served(int served) {
        return state.switches().alive(EntityKind.SERVICE_CLASS, served)
                ? state.levels().classLevel(served)
                : NeedProgram.NOTHING;
    }

    @Override
    public int alive(int group) {
        return state.things().alive(group);
    }

    @Override
    public int working(int group, boolean control) {
        return state.things().working(group, control);
    }

    @Override
    public int delivered(int demand) {
        return state.traffic().delivered(demand);
    }
}
