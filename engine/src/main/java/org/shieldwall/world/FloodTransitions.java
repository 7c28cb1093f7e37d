package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;

/** Floods and their sources, what is done about them on the lines, and what comes through of what is wanted. */
public final class FloodTransitions {
    private final World world;
    private final Chronicle chronicle;
    private final Traffic traffic;
    private final Fluid fluid;
    private final ServiceLevels levels;
    private final FactLog facts;
    private final Entities entities;

    FloodTransitions(World world, Chronicle chronicle, Traffic traffic, Fluid fluid, ServiceLevels levels) {
        this.world = world;
        this.chronicle = chronicle;
        this.traffic = traffic;
        this.fluid = fluid;
        this.levels = levels;
        facts = chronicle.facts();
        entities = world.entities;
    }

    /**
     * Machines begin to send.
     *
     * @param bits per second, of all of them together
     * @param asks thousandths of a request per second
     * @param subject key of the attempt that set it going
     */
    public int start(int actor, int asset, int technique, long bits, long asks, long subject, int trigger) {
        chronicle.check(world.traffic.botnets[actor] != null, "a flood without machines", actor);
        chronicle.check(!traffic.isFlooded(actor, technique, asset), "a flood beside its twin", asset);
        int fact = chronicle.happen(
                FactKind.FLOOD_STARTED,
                entities.entity(EntityKind.ACTOR, actor),
                asset(asset),
                bits / 1000,
                subject,
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.begin(actor, technique, asset, bits, asks, fact);
            traffic.touch(fact);
        }
        return fact;
    }

    /** @param why as {@link FactKind#FLOOD_ENDED} says */
    public int end(int flood, int why, int trigger) {
        chronicle.check(traffic.live(flood), "the end of a flood that is over", flood);
        int fact = chronicle.happen(
                FactKind.FLOOD_ENDED,
                entities.entity(EntityKind.ACTOR, traffic.actor(flood)),
                asset(traffic.asset(flood)),
                why,
                facts.subject(traffic.fact(flood)),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.end(flood);
            traffic.touch(fact);
        }
        return fact;
    }

    /**
     * A filter at the beginning of an edge, for what goes to one network.
     *
     * @param kind ordinal of what it holds back, or {@link Traffic#EVERYTHING} from the internet
     * @param forOrganisation who asked for it
     * @param provider who sets it
     */
    public int setFilter(
            int edge,
            int network,
            int kind,
            int forOrganisation,
            int provider,
            double drops,
            double spoils,
            int trigger) {
        chronicle.check(!traffic.isFiltered(edge, network, kind), "a second filter of one kind", edge);
        int fact = chronicle.happen(
                FactKind.FILTER_SET,
                entities.entity(EntityKind.ORGANISATION, provider),
                entities.entity(EntityKind.NETWORK, network),
                kind,
                filterKey(edge, network, kind),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.filter(edge, network, kind, forOrganisation, drops, spoils);
            traffic.touch(fact);
        }
        return fact;
    }

    public int liftFilter(int filter, int provider, int trigger) {
        chronicle.check(traffic.stands(filter), "the lifting of a filter that does not stand", filter);
        int network = traffic.filterNetwork(filter);
        int kind = traffic.filterKind(filter);
        int fact = chronicle.happen(
                FactKind.FILTER_LIFTED,
                entities.entity(EntityKind.ORGANISATION, provider),
                entities.entity(EntityKind.NETWORK, network),
                kind,
                filterKey(traffic.filterEdge(filter), network, kind),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.lift(filter);
            traffic.touch(fact);
        }
        return fact;
    }

    private long filterKey(int edge, int network, int kind) {
        return Dice.mix(world.edgeKey(edge), entities.key(EntityKind.NETWORK, network), kind);
    }

    /** The lines of an edge carry so many times what they carried. */
    public int widen(int edge, double times, int organisation, int trigger) {
        int fact = chronicle.happen(
                FactKind.CAPACITY_RAISED,
                entities.entity(EntityKind.ORGANISATION, organisation),
                entities.entity(EntityKind.NETWORK, world.traffic.edgeTo[edge]),
                Math.round(1000 * times),
                world.edgeKey(edge),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.widen(edge, times);
            traffic.touch(fact);
        }
        return fact;
    }

    /** The machines of one country stop sending. */
    public int switchOffSources(int actor, int country, int organisation, int trigger) {
        TrafficMap.BotnetRow botnet = botnet(actor);
        int source = botnet.firstSource() + country;
        chronicle.check(traffic.sends(source), "sources that are off already", source);
        int fact = chronicle.happen(
                FactKind.SOURCES_SWITCHED_OFF,
                entities.entity(EntityKind.ORGANISATION, organisation),
                entities.entity(EntityKind.ACTOR, actor),
                country,
                botnet.keys()[country],
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.switchOff(source, fact);
            traffic.touch(fact);
        }
        return fact;
    }

    /** The actor has as many machines there again. */
    public int rebuildSources(int actor, int country, int trigger) {
        TrafficMap.BotnetRow botnet = botnet(actor);
        int fact = chronicle.happen(
                FactKind.SOURCES_REBUILT,
                entities.entity(EntityKind.ACTOR, actor),
                -1,
                country,
                botnet.keys()[country],
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.switchOff(botnet.firstSource() + country, FactSink.NONE);
            traffic.touch(fact);
        }
        return fact;
    }

    private TrafficMap.BotnetRow botnet(int actor) {
        TrafficMap.BotnetRow botnet = world.traffic.botnets[actor];
        if (botnet == null) {
            throw new IllegalStateException("The actor with index %d has no botnet.".formatted(actor));
        }
        return botnet;
    }

    /** Makes what comes through consistent with what is sent; called when nothing else is left at an instant. */
    public void settle() {
        int cause = traffic.takeCause();
        fluid.compute();
        for (int demand = 0; demand < world.traffic.demandCount(); demand++) {
            int level = fluid.level(demand);
            if (level != traffic.delivered(demand)) {
                deliver(demand, level, cause);
            }
        }
    }

    /** What falls names the floods on what is scarce as its conditions. */
    private void deliver(int demand, int level, int cause) {
        int service = world.traffic.demandService[demand];
        for (int flood = 0; level < traffic.delivered(demand) && flood < traffic.floods(); flood++) {
            if (traffic.live(flood) && fluid.isThinnedBy(demand, flood)) {
                chronicle.given(traffic.fact(flood));
            }
        }
        int group = world.traffic.demandGroup[demand];
        int fact = chronicle.happen(
                FactKind.DELIVERY_CHANGED,
                entities.entity(EntityKind.SERVICE, service),
                asset(world.group(group).firstAsset()),
                level,
                world.deliveryKey(demand),
                cause);
        if (fact != FactSink.REFUSED) {
            traffic.deliver(demand, level, fact);
            levels.touch(service, fact);
        }
    }

    private int asset(int asset) {
        return entities.entity(EntityKind.ASSET, asset);
    }
}
