package org.shieldwall.attack;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.Traffic;
import org.shieldwall.world.TrafficMap;
import org.shieldwall.world.World;

/**
 * Floods from their order to their end: how much, for how long, within what the botnet can send and while it is hired. A
 * hire that ends takes all floods with it; sources that are switched off send nothing until the actor has others.
 */
final class Floods {
    private static final int OVER = 0;
    private static final int HIRE_ENDED = 1;
    private static final int SOURCES_GONE = 2;

    private static final double BITS = 1e6;
    private static final double MILLI = 1e3;

    private final World world;
    private final State state;

    Floods(State state) {
        this.world = state.world();
        this.state = state;
    }

    void start() {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
            if (botnet != null) {
                for (long end : botnet.until()) {
                    if (end > 0) {
                        state.schedule(end, EventCode.HIRE_ENDS, actor, 0, FactSink.NONE);
                    }
                }
            }
        }
    }

    /** Whether an actor has machines at hand that could send one more flood. */
    boolean canSend(int actor) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
        return botnet != null
                && botnet.isHired(state.now())
                && state.traffic().sendingShare(actor) > 0
                && left(actor, botnet) > 0;
    }

    /** Bit/s that the botnet could send beside what it sends. */
    private long left(int actor, TrafficMap.BotnetRow botnet) {
        return (long) (state.numbers().value(botnet.traffic()) * BITS)
                - state.traffic().sending(actor);
    }

    /** A flood that was ordered begins. */
    void begin(int actor, int technique, int asset, long attempt, int trigger) {
        TrafficMap.FloodRow row = world.traffic().flood(technique);
        TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
        if (row == null || botnet == null || state.traffic().isFlooded(actor, technique, asset)) {
            return;
        }
        long wanted = (long) (draw(row.traffic(), Purpose.FLOOD_TRAFFIC, attempt) * BITS);
        long bits = Math.min(wanted, left(actor, botnet));
        // A botnet that is short of machines sends as many requests fewer.
        double part = wanted == 0 ? 1 : bits / (double) wanted;
        long asks = (long) (draw(row.requests(), Purpose.FLOOD_REQUESTS, attempt) * MILLI * part);
        int fact = state.floods().start(actor, asset, technique, bits, asks, attempt, trigger);
        if (fact != FactSink.REFUSED) {
            int flood = state.traffic().byFact(fact);
            long lasts = state.time(row.lasts(), Purpose.FLOOD_LASTS, attempt, 0);
            state.schedule(lasts, EventCode.FLOOD_ENDS, flood, state.traffic().generation(flood), fact);
        }
    }

    private double draw(int number, int purpose, long attempt) {
        return state.numbers().isConstant(number)
                ? state.numbers().value(number)
                : state.numbers().draw(number, state.die(purpose, attempt, 0));
    }

    void ends(int flood, int generation, int cause) {
        if (state.traffic().live(flood) && state.traffic().generation(flood) == generation) {
            state.floods().end(flood, OVER, cause);
        }
    }

    void hireEnds(int actor, int cause) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
        if (botnet != null && !botnet.isHired(state.now())) {
            endAll(actor, HIRE_ENDED, cause);
        }
    }

    private void endAll(int actor, int why, int cause) {
        Traffic traffic = state.traffic();
        for (int flood = 0; flood < traffic.floods(); flood++) {
            if (traffic.live(flood) && traffic.actor(flood) == actor) {
                state.floods().end(flood, why, cause);
            }
        }
    }

    /** A country's machines were switched off: the actor looks for others. */
    void sourcesLost(int actor, int country, int fact) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
        if (botnet == null) {
            return;
        }
        if (state.traffic().sendingShare(actor) <= 0) {
            endAll(actor, SOURCES_GONE, fact);
        }
        long subject = Dice.mix(botnet.keys()[country], world.entities().key(EntityKind.ACTOR, actor));
        long wait = state.time(
                botnet.rebuilt(),
                Purpose.SOURCES_REBUILT,
                subject,
                state.facts().ordinal(fact));
        if (wait != Clock.NEVER) {
            state.schedule(wait, EventCode.SOURCES_REBUILT, actor, country, fact);
        }
    }

    void sourcesRebuilt(int actor, int country, int cause) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
        if (botnet != null && !state.traffic().sends(botnet.firstSource() + country)) {
            state.floods().rebuildSources(actor, country, cause);
        }
    }
}
