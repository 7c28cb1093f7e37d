package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;

/** Levers are switched: what is alive, what numbers are and which ways lead where follow from them. */
public final class LeverTransitions {
    private final World world;
    private final Chronicle chronicle;
    private final Numbers numbers;
    private final Switches switches;
    private final Things things;
    private final Ways ways;
    private final ServiceTransitions services;
    private final AccessTransitions access;
    private final Entities entities;

    LeverTransitions(
            World world,
            Chronicle chronicle,
            Numbers numbers,
            Switches switches,
            Things things,
            Ways ways,
            ServiceTransitions services,
            AccessTransitions access) {
        this.world = world;
        this.chronicle = chronicle;
        this.numbers = numbers;
        this.switches = switches;
        this.things = things;
        this.ways = ways;
        this.services = services;
        this.access = access;
        entities = world.entities;
    }

    public int set(int lever, boolean on, int trigger) {
        int entity = entities.entity(EntityKind.LEVER, lever);
        int fact = chronicle.happen(FactKind.LEVER_SET, entity, -1, on ? 1 : 0, entities.key(entity), trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        switches.set(lever, on);
        numbers.follow(switches.leversOn());
        things.recount(switches);
        ways.follow(switches);
        services.touchAll(fact);
        access.searchReach(fact);
        return fact;
    }

    /**
     * Sets levers before the first instant, without facts: the strategy of the run.
     *
     * @param luck what varies from one replication to the next is drawn with it
     */
    void begin(boolean[] leversOn, long luck) {
        switches.setAll(leversOn);
        numbers.vary(luck);
        numbers.follow(switches.leversOn());
        things.recount(switches);
        ways.follow(switches);
        services.touchAll(FactSink.NONE);
    }

    /** Says which levers are on as facts that wake nobody. */
    public void name(int trigger) {
        for (int lever = 0; lever < world.leverCount(); lever++) {
            if (switches.on(lever)) {
                int entity = entities.entity(EntityKind.LEVER, lever);
                chronicle.facts().append(FactKind.LEVER_SET, entity, -1, 1, entities.key(entity), trigger);
            }
        }
    }
}
