package org.shieldwall.world;

import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Flood;

/**
 * Where traffic can go and what limits it, compiled: lines between zones, servers, the wanted traffic of services, the
 * sources of floods. Zones are networks; the internet, where everybody abroad is, comes last.
 *
 * <p>Traffic is counted in bit/s and requests in thousandths per second, as whole numbers, so that sums are exact and do
 * not depend on their order.
 */
public final class TrafficMap {
    /** Bit/s in a Mbit/s. */
    static final double MEGABIT = 1e6;

    /** Parts of a request per second. */
    static final double MILLI = 1e3;

    /** There is no limit. */
    static final int UNLIMITED = -1;

    final int[] edgeFrom;
    final int[] edgeTo;

    /** [edge][line]: numbers in Mbit/s, −1 without a limit; and the levers that bring each line. */
    final int[][] lineCapacity;

    final int[][][] lineLevers;

    // [group]: numbers, −1 without a limit
    final int[] groupTraffic;
    final int[] groupRequests;

    // [demand]
    final int[] demandService;
    final int[] demandGroup;
    final long[] demandTraffic;
    final long[] demandRequests;
    final int[] demandPair;
    final long[] demandKey;

    /** [group]: demands that ask it. */
    final int[][] demandsOf;

    // [pair]: a zone that sends and a network that receives
    final int[] pairFrom;
    final int[] pairTo;

    /** [actor]; null where it has none. */
    final BotnetRow[] botnets;

    /** [technique]; null where it sends no flood. */
    final FloodRow[] floods;

    /** [organisation] */
    final DefenceRow[] defences;

    /** All countries of all botnets; a source is known by its place. */
    final int sourceCount;

    /**
     * What a technique sends; all are numbers.
     *
     * @param traffic in Mbit/s
     * @param requests per second
     */
    public record FloodRow(Flood.Kind kind, int traffic, int requests, int lasts) {}

    /**
     * Who sends an actor's floods.
     *
     * @param traffic number, in Mbit/s
     * @param rebuilt number
     * @param firstSource place of its first country among all sources
     * @param keys by country
     * @param zones by country
     * @param from beginnings of its hires in nanoseconds; empty where it is always there
     */
    public record BotnetRow(
            int traffic,
            int rebuilt,
            int firstSource,
            String[] countries,
            long[] keys,
            double[] shares,
            int[] zones,
            long[] from,
            long[] until) {

        public int countryCount() {
            return countries.length;
        }

        /** Whether the actor may use it at a time. */
        public boolean isHired(long time) {
            for (int hire = 0; hire < from.length; hire++) {
                if (time >= from[hire] && time < until[hire]) {
                    return true;
                }
            }
            return from.length == 0;
        }
    }

    /**
     * What an organisation can do about floods; all are numbers.
     *
     * @param drops by ordinal of {@link Flood.Kind}
     * @param spoils by ordinal of {@link Flood.Kind}
     */
    public record DefenceRow(
            int enough,
            int waits,
            int liftAfter,
            int widerTimes,
            int widerTakes,
            int reached,
            int consent,
            int abroadTakes,
            int filterWork,
            int borderWork,
            int[] drops,
            int[] spoils) {}

    TrafficMap(TrafficCompiler compiled) {
        edgeFrom = compiled.edgeFrom;
        edgeTo = compiled.edgeTo;
        lineCapacity = compiled.lineCapacity;
        lineLevers = compiled.lineLevers;
        groupTraffic = compiled.groupTraffic;
        groupRequests = compiled.groupRequests;
        demandService = compiled.demandService;
        demandGroup = compiled.demandGroup;
        demandTraffic = compiled.demandTraffic;
        demandRequests = compiled.demandRequests;
        demandPair = compiled.demandPair;
        demandKey = compiled.demandKey;
        demandsOf = compiled.demandsOf;
        pairFrom = compiled.pairFrom;
        pairTo = compiled.pairTo;
        botnets = compiled.botnets;
        floods = compiled.floods;
        defences = compiled.defences;
        sourceCount = compiled.sourceCount;
    }

    /** Whether anything flows at all; where nothing does, nothing is computed. */
    public boolean isUsed() {
        return demandService.length > 0 || pairFrom.length > 0;
    }

    public boolean hasFloods() {
        for (FloodRow flood : floods) {
            if (flood != null) {
                return true;
            }
        }
        return false;
    }

    public int edgeCount() {
        return edgeFrom.length;
    }

    /** The zone in which a line begins. */
    public int edgeFrom(int edge) {
        return edgeFrom[edge];
    }

    public int edgeTo(int edge) {
        return edgeTo[edge];
    }

    public int demandCount() {
        return demandService.length;
    }

    /** The network that must answer it. */
    public int demandNetwork(int demand) {
        return pairTo[demandPair[demand]];
    }

    /** The zone of those who want it. */
    public int demandZone(int demand) {
        return pairFrom[demandPair[demand]];
    }

    public int demandService(int demand) {
        return demandService[demand];
    }

    /** Demands that a group of assets must answer. */
    public int[] demandsOf(int group) {
        return demandsOf[group];
    }

    public int sourceCount() {
        return sourceCount;
    }

    /** The way from a zone to a network by its place, or −1 where none was foreseen. */
    public int pair(int from, int to) {
        for (int pair = 0; pair < pairFrom.length; pair++) {
            if (pairFrom[pair] == from && pairTo[pair] == to) {
                return pair;
            }
        }
        return -1;
    }

    public @Nullable BotnetRow botnet(int actor) {
        return botnets[actor];
    }

    public @Nullable FloodRow flood(int technique) {
        return floods[technique];
    }

    public DefenceRow defence(int organisation) {
        return defences[organisation];
    }
}
