package org.shieldwall.world;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.scenario.Flood;

/**
 * What floods go on, which filters stand, how wide lines were made, which sources were switched off, and how much of what
 * is wanted comes through. Truth, not belief; {@link Fluid} computes what comes through from the rest.
 */
public final class Traffic implements Part<Traffic> {
    /** A filter against whatever comes from a zone, of a flood or wanted. */
    public static final int EVERYTHING = -1;

    private final TrafficMap map;

    private final Columns columns = new Columns();

    // [flood]: the first row of one that is over is used again
    private final Table floodTable = new Table();
    private boolean[] live = floodTable.booleans(grown -> live = grown);
    private int[] actor = floodTable.ints(grown -> actor = grown);
    private int[] asset = floodTable.ints(grown -> asset = grown);
    private int[] technique = floodTable.ints(grown -> technique = grown);
    private int[] generation = floodTable.ints(grown -> generation = grown);
    private int[] floodFact = floodTable.ints(grown -> floodFact = grown);
    private long[] traffic = floodTable.longs(grown -> traffic = grown);
    private long[] requests = floodTable.longs(grown -> requests = grown);

    // [filter]: the first row of one that was lifted is used again
    private final Table filterTable = new Table();
    private boolean[] stands = filterTable.booleans(grown -> stands = grown);
    private int[] filterEdge = filterTable.ints(grown -> filterEdge = grown);
    private int[] filterNetwork = filterTable.ints(grown -> filterNetwork = grown);
    private int[] filterKind = filterTable.ints(grown -> filterKind = grown);
    private int[] filterFor = filterTable.ints(grown -> filterFor = grown);
    private double[] filterDrops = filterTable.doubles(grown -> filterDrops = grown);
    private double[] filterSpoils = filterTable.doubles(grown -> filterSpoils = grown);

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
        wider = columns.doubles(map.edgeCount(), 1);
        downBy = columns.ints(map.sourceCount, FactSink.NONE);
        delivered = columns.ints(map.demandCount(), NeedProgram.FULL);
        deliveryFact = columns.ints(map.demandCount(), FactSink.NONE);
    }

    // Floods

    /** Rows of floods, live or over. */
    public int floods() {
        return floodTable.rows();
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
        for (int flood = 0; flood < floods(); flood++) {
            if (live[flood] && floodFact[flood] == fact) {
                return flood;
            }
        }
        return -1;
    }

    public boolean isFlooded(int byActor, int byTechnique, int target) {
        for (int flood = 0; flood < floods(); flood++) {
            if (live[flood] && actor[flood] == byActor && technique[flood] == byTechnique && asset[flood] == target) {
                return true;
            }
        }
        return false;
    }

    /** Bit/s that an actor's botnet is sending. */
    public long sending(int byActor) {
        long sum = 0;
        for (int flood = 0; flood < floods(); flood++) {
            sum += live[flood] && actor[flood] == byActor ? traffic[flood] : 0;
        }
        return sum;
    }

    int begin(int byActor, int byTechnique, int target, long bits, long asks, int fact) {
        int flood = 0;
        while (flood < floods() && live[flood]) {
            flood++;
        }
        if (flood == floods()) {
            floodTable.take();
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
        return filterTable.rows();
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
        for (int filter = 0; filter < filters(); filter++) {
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
        while (filter < filters() && stands[filter]) {
            filter++;
        }
        if (filter == filters()) {
            filterTable.take();
        }
        stands[filter] = true;
        filterEdge[filter] = edge;
        filterNetwork[filter] = network;
        filterKind[filter] = kind;
        filterFor[filter] = forOrganisation;
        filterDrops[filter] = drops;
        filterSpoils[filter] = spoils;
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
        columns.reset();
        floodTable.reset();
        filterTable.reset();
        stale = false;
        staleBy = FactSink.NONE;
    }

    @Override
    public void copyFrom(Traffic other) {
        columns.copyFrom(other.columns);
        floodTable.copyFrom(other.floodTable);
        filterTable.copyFrom(other.filterTable);
        stale = other.stale;
        staleBy = other.staleBy;
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        floodTable.digest(digest);
        filterTable.digest(digest);
        digest.putBoolean(stale);
        digest.putInt(staleBy);
    }
}
