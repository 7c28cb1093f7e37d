package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * The way of traffic from each zone that sends to each network that receives: the fewest edges over lines that are there,
 * of equal ones the one whose first differing edge comes first by path. Searched breadth first when levers are set, in time
 * proportional to zones and edges for each receiver; nothing is allocated.
 *
 * <p>Edges are also put in an order in which every way passes them, so that {@link Fluid} goes through them once. Where
 * ways run round in a ring there is no such order; somewhere in the ring what comes from further round then counts as if
 * nothing of it had been lost on the way.
 */
public final class Ways implements Part<Ways> {
    private static final int NONE = -1;

    private final World world;
    private final TrafficMap map;
    private final int zones;

    /** [edge]: some line of it is there. */
    private final boolean[] there;

    // [pair]
    private final int[] lengths;
    private final int[][] ways;

    /** A bit for each edge on the way. */
    private final long[][] over;

    /** Edges that some way passes, in the order in which they are passed. */
    private final int[] order;

    private int used;

    // While searching: [zone], [edge]
    private final int[] distance;
    private final int[] queue;
    private final int[] rank;

    Ways(World world) {
        this.world = world;
        map = world.traffic;
        zones = world.networkCount() + 1;
        there = new boolean[map.edgeCount()];
        lengths = new int[map.pairFrom.length];
        ways = new int[map.pairFrom.length][map.pairFrom.length == 0 ? 0 : Math.min(zones, map.edgeCount())];
        over = new long[map.pairFrom.length][(map.edgeCount() + Long.SIZE - 1) / Long.SIZE];
        order = new int[map.edgeCount()];
        distance = new int[zones];
        queue = new int[zones];
        rank = new int[map.edgeCount()];
    }

    /** Edges on a way, 0 where sender and receiver are one, −1 where there is none. */
    public int length(int pair) {
        return lengths[pair];
    }

    public int edge(int pair, int place) {
        return ways[pair][place];
    }

    public boolean leadsOver(int pair, int edge) {
        return (over[pair][edge >> 6] & 1L << edge) != 0;
    }

    /** How many edges some way passes. */
    int used() {
        return used;
    }

    /** The edge that is passed at a place of the order. */
    int ordered(int place) {
        return order[place];
    }

    /** Searches all ways anew. */
    void follow(Switches switches) {
        if (!map.isUsed()) {
            return;
        }
        for (int edge = 0; edge < there.length; edge++) {
            there[edge] = false;
            if (!isAlive(map.edgeFrom[edge], switches) || !isAlive(map.edgeTo[edge], switches)) {
                continue;
            }
            for (int[] levers : map.lineLevers[edge]) {
                there[edge] |= switches.broughtNow(levers);
            }
        }
        for (int pair = 0; pair < lengths.length; pair++) {
            search(pair);
        }
        putInOrder();
    }

    private boolean isAlive(int zone, Switches switches) {
        return zone == world.internet() || switches.alive(EntityKind.NETWORK, zone);
    }

    /** Distances to the receiver first, then down along them. */
    private void search(int pair) {
        Arrays.fill(distance, NONE);
        int head = 0;
        int tail = 0;
        queue[tail++] = map.pairTo[pair];
        distance[map.pairTo[pair]] = 0;
        while (head < tail) {
            int zone = queue[head++];
            for (int edge = 0; edge < there.length; edge++) {
                if (there[edge] && map.edgeTo[edge] == zone && distance[map.edgeFrom[edge]] == NONE) {
                    distance[map.edgeFrom[edge]] = distance[zone] + 1;
                    queue[tail++] = map.edgeFrom[edge];
                }
            }
        }
        int at = map.pairFrom[pair];
        lengths[pair] = distance[at];
        Arrays.fill(over[pair], 0);
        for (int place = 0; place < lengths[pair]; place++) {
            int next = 0;
            while (!there[next] || map.edgeFrom[next] != at || distance[map.edgeTo[next]] != distance[at] - 1) {
                next++;
            }
            ways[pair][place] = next;
            over[pair][next >> 6] |= 1L << next;
            at = map.edgeTo[next];
        }
    }

    /** By the greatest number of edges that some way passes before; of equal ones, by path. */
    private void putInOrder() {
        Arrays.fill(rank, NONE);
        boolean moved = true;
        for (int pass = 0; moved && pass <= rank.length; pass++) {
            moved = false;
            for (int pair = 0; pair < lengths.length; pair++) {
                int least = 0;
                for (int place = 0; place < lengths[pair]; place++) {
                    int edge = ways[pair][place];
                    moved |= rank[edge] < least;
                    rank[edge] = Math.max(rank[edge], least);
                    least = rank[edge] + 1;
                }
            }
        }
        used = 0;
        for (int edge = 0; edge < rank.length; edge++) {
            if (rank[edge] != NONE) {
                int place = used++;
                while (place > 0 && rank[order[place - 1]] > rank[edge]) {
                    order[place] = order[place - 1];
                    place--;
                }
                order[place] = edge;
            }
        }
    }

    @Override
    public void reset() {
        Arrays.fill(lengths, NONE);
        for (long[] edges : over) {
            Arrays.fill(edges, 0);
        }
        used = 0;
    }

    @Override
    public void copyFrom(Ways other) {
        System.arraycopy(other.there, 0, there, 0, there.length);
        System.arraycopy(other.lengths, 0, lengths, 0, lengths.length);
        System.arraycopy(other.order, 0, order, 0, order.length);
        used = other.used;
        for (int pair = 0; pair < ways.length; pair++) {
            System.arraycopy(other.ways[pair], 0, ways[pair], 0, ways[pair].length);
            System.arraycopy(other.over[pair], 0, over[pair], 0, over[pair].length);
        }
    }

    @Override
    public void digest(Digest digest) {
        for (int pair = 0; pair < lengths.length; pair++) {
            digest.putInt(lengths[pair]);
        }
    }
}
