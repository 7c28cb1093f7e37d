package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Flood;

/**
 * What floods go on, which filters stand, how wide lines were made, which sources were switched off, and how much of what
 * is wanted comes through. Truth, not belief; {@link Fluid} computes what comes through from the rest.
 */
public final class Traffic implements Part<Traffic> {
    /** A filter against whatever comes from a zone, of a flood or wanted. */
    public static final int EVERYTHING = -1;

    private static final int FIRST_CAPACITY = 32;

    private final TrafficMap map;

    // [flood]: rows are used again
    private int floods;
    private boolean[] live = new boolean[FIRST_CAPACITY];
    private int[] actor = new int[FIRST_CAPACITY];
    private int[] asset = new int[FIRST_CAPACITY];
    private int[] technique = new int[FIRST_CAPACITY];
    private int[] generation = new int[FIRST_CAPACITY];
    private int[] floodFact = new int[FIRST_CAPACITY];
    private long[] traffic = new long[FIRST_CAPACITY];
    private long[] requests = new long[FIRST_CAPACITY];

    // [filter]: rows are used again
    private int filters;
    private boolean[] stands = new boolean[FIRST_CAPACITY];
    private int[] filterEdge = new int[FIRST_CAPACITY];
    private int[] filterNetwork = new int[FIRST_CAPACITY];
    private int[] filterKind = new int[FIRST_CAPACITY];
    private int[] filterFor = new int[FIRST_CAPACITY];
    private double[] filterDrops = new double[FIRST_CAPACITY];
    private double[] filterSpoils = new double[FIRST_CAPACITY];

    /** [edge]: what its capacity is multiplied by. */
    private final double[] wider;

    /** [source]: the fact by which it was switched off, or none. */
    private final int[] downBy;

    // [demand]
    private final int[] delivered;
    private final int[] deliveryFact;

    private boolean stale;
    private int staleBy;

    Traffic(World world) {
        map = world.traffic;
        wider = new double[map.edgeCount()];
        downBy = new int[map.sourceCount];
        delivered = new int[map.demandCount()];
        deliveryFact = new int[map.demandCount()];
    }

    // Floods

    /** Rows of floods, live or over. */
    public int floods() {
        return floods;
    }

    public boolean live(int flood) {
        return live[flood];
    }

    public int actor(int flood) {
        return actor[flood];
    }

    public int asset(int flood) {
        return asset[flood];
    }

    public int technique(int flood) {
        return technique[flood];
    }

    /** Tells the floods apart that had one row after the other. */
    public int generation(int flood) {
        return generation[flood];
    }

    /** The fact of its start. */
    public int fact(int flood) {
        return floodFact[flood];
    }

    /** Bit/s of all sources together, as if none was down. */
    public long traffic(int flood) {
        return traffic[flood];
    }

    /** Thousandths of a request per second. */
    public long requests(int flood) {
        return requests[flood];
    }

    public Flood.Kind kind(int flood) {
        TrafficMap.FloodRow row = map.floods[technique[flood]];
        if (row == null) {
            throw new IllegalStateException("The technique of flood %d sends none.".formatted(flood));
        }
        return row.kind();
    }

    /** The live flood that a fact began, or −1. */
    public int byFact(int fact) {
        for (int flood = 0; flood < floods; flood++) {
            if (live[flood] && floodFact[flood] == fact) {
                return flood;
            }
        }
        return -1;
    }

    public boolean isFlooded(int byActor, int byTechnique, int target) {
        for (int flood = 0; flood < floods; flood++) {
            if (live[flood] && actor[flood] == byActor && technique[flood] == byTechnique && asset[flood] == target) {
                return true;
            }
        }
        return false;
    }

    /** Bit/s that an actor's botnet is sending. */
    public long sending(int byActor) {
        long sum = 0;
        for (int flood = 0; flood < floods; flood++) {
            sum += live[flood] && actor[flood] == byActor ? traffic[flood] : 0;
        }
        return sum;
    }

    int begin(int byActor, int byTechnique, int target, long bits, long asks, int fact) {
        int flood = 0;
        while (flood < floods && live[flood]) {
            flood++;
        }
        if (flood == floods) {
            floods++;
            if (floods > live.length) {
                growFloods();
            }
        }
        live[flood] = true;
        actor[flood] = byActor;
        technique[flood] = byTechnique;
        asset[flood] = target;
        traffic[flood] = bits;
        requests[flood] = asks;
        floodFact[flood] = fact;
        generation[flood]++;
        return flood;
    }

    private void growFloods() {
        int capacity = 2 * live.length;
        live = Arrays.copyOf(live, capacity);
        actor = Arrays.copyOf(actor, capacity);
        asset = Arrays.copyOf(asset, capacity);
        technique = Arrays.copyOf(technique, capacity);
        generation = Arrays.copyOf(generation, capacity);
        floodFact = Arrays.copyOf(floodFact, capacity);
        traffic = Arrays.copyOf(traffic, capacity);
        requests = Arrays.copyOf(requests, capacity);
    }

    void end(int flood) {
        live[flood] = false;
    }

    // Sources

    /** Whether the machines of a country send. */
    public boolean sends(int source) {
        return downBy[source] == FactSink.NONE;
    }

    /** Share of an actor's botnet that sends. */
    public double sendingShare(int ofActor) {
        TrafficMap.BotnetRow botnet = map.botnets[ofActor];
        double share = 0;
        for (int country = 0; botnet != null && country < botnet.countryCount(); country++) {
            share += sends(botnet.firstSource() + country) ? botnet.shares()[country] : 0;
        }
        return share;
    }

    void switchOff(int source, int fact) {
        downBy[source] = fact;
    }

    // Filters

    public int filters() {
        return filters;
    }

    public boolean stands(int filter) {
        return stands[filter];
    }

    public int filterEdge(int filter) {
        return filterEdge[filter];
    }

    /** The network for which it was set. */
    public int filterNetwork(int filter) {
        return filterNetwork[filter];
    }

    /** Ordinal of the kind of flood, or {@link #EVERYTHING}. */
    public int filterKind(int filter) {
        return filterKind[filter];
    }

    /** The organisation that asked for it. */
    public int filterFor(int filter) {
        return filterFor[filter];
    }

    double filterDrops(int filter) {
        return filterDrops[filter];
    }

    double filterSpoils(int filter) {
        return filterSpoils[filter];
    }

    public boolean isFiltered(int edge, int network, int kind) {
        for (int filter = 0; filter < filters; filter++) {
            if (stands[filter]
                    && filterEdge[filter] == edge
                    && filterNetwork[filter] == network
                    && filterKind[filter] == kind) {
                return true;
            }
        }
        return false;
    }

    void filter(int edge, int network, int kind, int forOrganisation, double drops, double spoils) {
        int filter = 0;
        while (filter < filters && stands[filter]) {
            filter++;
        }
        if (filter == filters) {
            filters++;
            if (filters > stands.length) {
                growFilters();
            }
        }
        stands[filter] = true;
        filterEdge[filter] = edge;
        filterNetwork[filter] = network;
        filterKind[filter] = kind;
        filterFor[filter] = forOrganisation;
        filterDrops[filter] = drops;
        filterSpoils[filter] = spoils;
    }

    private void growFilters() {
        int capacity = 2 * stands.length;
        stands = Arrays.copyOf(stands, capacity);
        filterEdge = Arrays.copyOf(filterEdge, capacity);
        filterNetwork = Arrays.copyOf(filterNetwork, capacity);
        filterKind = Arrays.copyOf(filterKind, capacity);
        filterFor = Arrays.copyOf(filterFor, capacity);
        filterDrops = Arrays.copyOf(filterDrops, capacity);
        filterSpoils = Arrays.copyOf(filterSpoils, capacity);
    }

    void lift(int filter) {
        stands[filter] = false;
    }

    // Lines

    public double wider(int edge) {
        return wider[edge];
    }

    void widen(int edge, double times) {
        wider[edge] *= times;
    }

    // What comes through

    /** The share of a demand that is answered, 0 to 10,000. */
    public int delivered(int demand) {
        return delivered[demand];
    }

    /** The least that a group of assets delivers to any of those who want it. */
    public int worstDelivered(int group) {
        int worst = NeedProgram.FULL;
        for (int demand : map.demandsOf[group]) {
            worst = Math.min(worst, delivered[demand]);
        }
        return worst;
    }

    int deliveryFact(int demand) {
        return deliveryFact[demand];
    }

    void deliver(int demand, int level, int fact) {
        delivered[demand] = level;
        deliveryFact[demand] = fact;
    }

    /** Asks for what comes through to be computed anew at the end of the instant; the first cause of an instant counts. */
    void touch(int cause) {
        if (!stale && map.isUsed()) {
            stale = true;
            staleBy = cause;
        }
    }

    public boolean unsettled() {
        return stale;
    }

    int takeCause() {
        stale = false;
        return staleBy;
    }

    @Override
    public void reset() {
        floods = 0;
        Arrays.fill(live, false);
        Arrays.fill(generation, 0);
        filters = 0;
        Arrays.fill(stands, false);
        Arrays.fill(wider, 1);
        Arrays.fill(downBy, FactSink.NONE);
        Arrays.fill(delivered, NeedProgram.FULL);
        Arrays.fill(deliveryFact, FactSink.NONE);
        stale = false;
        staleBy = FactSink.NONE;
    }

    @Override
    public void copyFrom(Traffic other) {
        floods = other.floods;
        live = Columns.copied(other.live, live, floods);
        actor = Columns.copied(other.actor, actor, floods);
        asset = Columns.copied(other.asset, asset, floods);
        technique = Columns.copied(other.technique, technique, floods);
        generation = Columns.copied(other.generation, generation, floods);
        floodFact = Columns.copied(other.floodFact, floodFact, floods);
        traffic = Columns.copied(other.traffic, traffic, floods);
        requests = Columns.copied(other.requests, requests, floods);
        Arrays.fill(live, floods, live.length, false);
        Arrays.fill(generation, floods, generation.length, 0);
        filters = other.filters;
        stands = Columns.copied(other.stands, stands, filters);
        filterEdge = Columns.copied(other.filterEdge, filterEdge, filters);
        filterNetwork = Columns.copied(other.filterNetwork, filterNetwork, filters);
        filterKind = Columns.copied(other.filterKind, filterKind, filters);
        filterFor = Columns.copied(other.filterFor, filterFor, filters);
        filterDrops = Columns.copied(other.filterDrops, filterDrops, filters);
        filterSpoils = Columns.copied(other.filterSpoils, filterSpoils, filters);
        System.arraycopy(other.wider, 0, wider, 0, wider.length);
        System.arraycopy(other.downBy, 0, downBy, 0, downBy.length);
        System.arraycopy(other.delivered, 0, delivered, 0, delivered.length);
        System.arraycopy(other.deliveryFact, 0, deliveryFact, 0, deliveryFact.length);
        stale = other.stale;
        staleBy = other.staleBy;
    }

    @Override
    public void digest(Digest digest) {
        for (int flood = 0; flood < floods; flood++) {
            digest.putLong(live[flood] ? traffic[flood] : -1);
        }
        for (int filter = 0; filter < filters; filter++) {
            digest.putInt(stands[filter] ? filterEdge[filter] : -1);
        }
        for (int fact : downBy) {
            digest.putInt(fact == FactSink.NONE ? 0 : 1);
        }
        for (int level : delivered) {
            digest.putInt(level);
        }
    }
}
