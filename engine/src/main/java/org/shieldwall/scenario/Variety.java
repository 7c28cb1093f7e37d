package org.shieldwall.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A family of scenarios, so that a conclusion is not about one map: each member draws its numbers, its sizes and its links
 * anew. Replication {@code r} runs in member {@code (r − 1) mod members}, under every strategy.
 *
 * @param members how many scenarios the family has, at least 1
 * @param numbers by full path of a number: the law of what it is in a member, in place of what the scenario says
 * @param counts by asset group: the law of how many there are in a member, rounded, at least 1
 * @param topologies links that each member draws
 */
public record Variety(
        int members, Map<String, Quantity> numbers, Map<String, Quantity> counts, List<Topology> topologies) {

    /** One member, which is the scenario as it is written. */
    public static final Variety NONE = new Variety(1, Map.of(), Map.of(), List.of());

    public Variety {
        if (members < 1) {
            throw new IllegalArgumentException("The number of members (%d) must be positive.".formatted(members));
        }
    }

    /** Whether there is more than the scenario as it is written. */
    public boolean isFamily() {
        return members > 1;
    }

    /** The member in which a replication runs, from 0. */
    public int memberOf(long replication) {
        return (int) Math.floorMod(replication - 1, (long) members);
    }

    /**
     * Links in both directions along the edges of a graph whose vertices are networks.
     *
     * @param name for its dice
     * @param among the networks, in the order of the vertices
     * @param degree edges that each network brings (preferential), or has (small world); neighbours on both sides together
     * @param probability of each edge (random), or of each to be led elsewhere (small world)
     * @param allow services that may be reached
     */
    public record Topology(
            String name, List<String> among, Generator generator, int degree, double probability, Set<String> allow) {}

    /** How a graph is made. */
    public enum Generator {
        RING,
        STAR,
        COMPLETE,
        /** Each pair with a probability (Erdős and Rényi 1959). */
        RANDOM,
        /** A ring with neighbours of which some lead elsewhere (Watts and Strogatz 1998). */
        SMALL_WORLD,
        /** Who has many links gets more (Barabási and Albert 1999). */
        PREFERENTIAL
    }
}
