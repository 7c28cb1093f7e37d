package org.shieldwall.world;

import java.util.Arrays;

/**
 * How much of what is sent comes through: traffic as a fluid.
 *
 * <p>Every flow (the wanted traffic of a service, and each live flood from each zone in which its sources stand) follows its
 * way ({@link Ways}). At the beginning of an edge the filters there hold part of it back. Where what then comes to an edge
 * exceeds its capacity, all flows on it are thinned in the same proportion, as a router does that drops packets without
 * looking at them; what was lost there no longer loads what comes after. At the servers of a group of assets traffic and
 * requests are added up and thinned alike, by the scarcer of the two. Answers and the reaction of senders to loss are not
 * modelled: what is wanted is wanted at the same rate.
 *
 * <p>Computed afresh from the present floods, filters, lines and servers, in time proportional to edges times flows, whenever
 * one of them changes; loads are sums of whole numbers, so the result does not depend on any order.
 */
final class Fluid {
    private static final int NO_KIND = -1;
    private static final int FIRST_CAPACITY = 64;

    private final World world;
    private final TrafficMap map;
    private final Traffic traffic;
    private final Ways ways;
    private final Switches switches;
    private final Things things;
    private final Numbers numbers;

    // [flow]: demands first, by their index, then floods by source zone
    private int flows;
    private int[] pair = new int[FIRST_CAPACITY];
    private int[] group = new int[FIRST_CAPACITY];
    private int[] kind = new int[FIRST_CAPACITY];
    private int[] flood = new int[FIRST_CAPACITY];
    private long[] sent = new long[FIRST_CAPACITY];
    private long[] asked = new long[FIRST_CAPACITY];
    private double[] share = new double[FIRST_CAPACITY];

    /** [flow]: the edge, or edges + group, that thins it most; −1 where nothing does. */
    private int[] tightest = new int[FIRST_CAPACITY];

    private double[] tightness = new double[FIRST_CAPACITY];

    // [group]: what comes to its servers
    private final long[] groupSent;
    private final long[] groupAsked;

    Fluid(World world, Traffic traffic, Ways ways, Switches switches, Things things, Numbers numbers) {
        this.world = world;
        this.map = world.traffic;
        this.traffic = traffic;
        this.ways = ways;
        this.switches = switches;
        this.things = things;
        this.numbers = numbers;
        groupSent = new long[world.groupCount()];
        groupAsked = new long[world.groupCount()];
    }

    /** Computes what comes through of every demand; {@link #level} then says it. */
    void compute() {
        listDemands();
        listFloods();
        for (int place = 0; place < ways.used(); place++) {
            pass(ways.ordered(place));
        }
        serve();
    }

    // Flows

    private void listDemands() {
        flows = 0;
        for (int demand = 0; demand < map.demandCount(); demand++) {
            boolean wanted = switches.alive(EntityKind.SERVICE, map.demandService[demand]);
            add(
                    map.demandPair[demand],
                    map.demandGroup[demand],
                    NO_KIND,
                    -1,
                    wanted ? map.demandTraffic[demand] : 0,
                    wanted ? map.demandRequests[demand] : 0);
        }
    }

    private void listFloods() {
        for (int row = 0; row < traffic.floods(); row++) {
            TrafficMap.BotnetRow botnet = map.botnets[traffic.actor(row)];
            if (!traffic.live(row) || botnet == null) {
                continue;
            }
            int[] zones = botnet.zones();
            for (int country = 0; country < zones.length; country++) {
                if (isFirstOf(zones, country)) {
                    double part = sendingShare(botnet, zones[country]);
                    add(
                            map.pair(zones[country], world.networkOf(traffic.asset(row))),
                            world.groupOf(traffic.asset(row)),
                            traffic.kind(row).ordinal(),
                            row,
                            (long) (traffic.traffic(row) * part),
                            (long) (traffic.requests(row) * part));
                }
            }
        }
    }

    private static boolean isFirstOf(int[] zones, int country) {
        for (int before = 0; before < country; before++) {
            if (zones[before] == zones[country]) {
                return false;
            }
        }
        return true;
    }

    private double sendingShare(TrafficMap.BotnetRow botnet, int zone) {
        double part = 0;
        for (int country = 0; country < botnet.countryCount(); country++) {
            boolean sends = botnet.zones()[country] == zone && traffic.sends(botnet.firstSource() + country);
            part += sends ? botnet.shares()[country] : 0;
        }
        return part;
    }

    private void add(int ofPair, int toGroup, int ofKind, int ofFlood, long bits, long asks) {
        int flow = flows++;
        if (flow == pair.length) {
            grow();
        }
        pair[flow] = ofPair;
        group[flow] = toGroup;
        kind[flow] = ofKind;
        flood[flow] = ofFlood;
        sent[flow] = bits;
        asked[flow] = asks;
        share[flow] = isCut(ofPair) ? 0 : 1;
        tightest[flow] = -1;
        tightness[flow] = 1;
    }

    private void grow() {
        int capacity = 2 * pair.length;
        pair = Arrays.copyOf(pair, capacity);
        group = Arrays.copyOf(group, capacity);
        kind = Arrays.copyOf(kind, capacity);
        flood = Arrays.copyOf(flood, capacity);
        sent = Arrays.copyOf(sent, capacity);
        asked = Arrays.copyOf(asked, capacity);
        share = Arrays.copyOf(share, capacity);
        tightest = Arrays.copyOf(tightest, capacity);
        tightness = Arrays.copyOf(tightness, capacity);
    }

    /** There is no way, or a network on it is separated from the others. */
    private boolean isCut(int ofPair) {
        if (ofPair < 0 || ways.length(ofPair) < 0) {
            return true;
        }
        for (int place = 0; place < ways.length(ofPair); place++) {
            int edge = ways.edge(ofPair, place);
            if (isSeparated(map.edgeFrom[edge]) || isSeparated(map.edgeTo[edge])) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeparated(int zone) {
        return zone != world.internet() && things.separated(zone);
    }

    // Edges

    private void pass(int edge) {
        double capacity = capacity(edge);
        boolean filtered = isFiltered(edge);
        if (!filtered && Double.isInfinite(capacity)) {
            return;
        }
        long load = 0;
        for (int flow = 0; flow < flows; flow++) {
            if (share[flow] > 0 && ways.leadsOver(pair[flow], edge)) {
                if (filtered) {
                    share[flow] *= leftByFilters(edge, flow);
                }
                load += arriving(sent[flow], share[flow]);
            }
        }
        if (load > capacity) {
            double factor = capacity / load;
            for (int flow = 0; flow < flows; flow++) {
                if (share[flow] > 0 && ways.leadsOver(pair[flow], edge)) {
                    thin(flow, factor, edge);
                }
            }
        }
    }

    private static long arriving(long rate, double share) {
        return (long) (rate * share);
    }

    private void thin(int flow, double factor, int where) {
        share[flow] *= factor;
        if (factor < tightness[flow]) {
            tightness[flow] = factor;
            tightest[flow] = where;
        }
    }

    /** Bit/s of the lines that are there together. */
    private double capacity(int edge) {
        double capacity = 0;
        for (int line = 0; line < map.lineCapacity[edge].length; line++) {
            int number = map.lineCapacity[edge][line];
            if (switches.broughtNow(map.lineLevers[edge][line])) {
                capacity += number == TrafficMap.UNLIMITED
                        ? Double.POSITIVE_INFINITY
                        : numbers.value(number) * TrafficMap.MEGABIT;
            }
        }
        return capacity * traffic.wider(edge);
    }

    private boolean isFiltered(int edge) {
        for (int filter = 0; filter < traffic.filters(); filter++) {
            if (traffic.stands(filter) && traffic.filterEdge(filter) == edge) {
                return true;
            }
        }
        return false;
    }

    private double leftByFilters(int edge, int flow) {
        double left = 1;
        for (int filter = 0; filter < traffic.filters(); filter++) {
            if (traffic.stands(filter)
                    && traffic.filterEdge(filter) == edge
                    && traffic.filterNetwork(filter) == map.pairTo[pair[flow]]) {
                left *= leftByFilter(filter, flow);
            }
        }
        return left;
    }

    private double leftByFilter(int filter, int flow) {
        if (traffic.filterKind(filter) == Traffic.EVERYTHING) {
            return map.pairFrom[pair[flow]] == world.internet() ? 1 - traffic.filterDrops(filter) : 1;
        }
        if (kind[flow] == NO_KIND) {
            return 1 - traffic.filterSpoils(filter);
        }
        return kind[flow] == traffic.filterKind(filter) ? 1 - traffic.filterDrops(filter) : 1;
    }

    // Servers

    private void serve() {
        Arrays.fill(groupSent, 0);
        Arrays.fill(groupAsked, 0);
        for (int flow = 0; flow < flows; flow++) {
            groupSent[group[flow]] += arriving(sent[flow], share[flow]);
            groupAsked[group[flow]] += arriving(asked[flow], share[flow]);
        }
        for (int flow = 0; flow < flows; flow++) {
            int of = group[flow];
            int working = things.working(of, false);
            double bits = limit(map.groupTraffic[of], TrafficMap.MEGABIT) * working;
            double asks = limit(map.groupRequests[of], TrafficMap.MILLI) * working;
            if (working == 0) {
                share[flow] = 0;
            } else if (groupSent[of] > bits || groupAsked[of] > asks) {
                double factor = Math.min(
                        groupSent[of] > bits ? bits / groupSent[of] : 1,
                        groupAsked[of] > asks ? asks / groupAsked[of] : 1);
                thin(flow, factor, map.edgeCount() + of);
            }
        }
    }

    private double limit(int number, double unit) {
        return number == TrafficMap.UNLIMITED ? Double.POSITIVE_INFINITY : numbers.value(number) * unit;
    }

    // What came out

    /** The share of a demand that is answered, 0 to 10,000, rounded down. */
    int level(int demand) {
        return (int) (NeedProgram.FULL * share[demand] + 1e-9);
    }

    /** Whether a flood loads what thins a demand most. */
    boolean isThinnedBy(int demand, int byFlood) {
        int where = tightest[demand];
        for (int flow = map.demandCount(); where >= 0 && flow < flows; flow++) {
            boolean loads = where < map.edgeCount()
                    ? pair[flow] >= 0 && ways.leadsOver(pair[flow], where)
                    : group[flow] == where - map.edgeCount();
            if (flood[flow] == byFlood && loads) {
                return true;
            }
        }
        return false;
    }
}
