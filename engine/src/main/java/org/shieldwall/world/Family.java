package org.shieldwall.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.generate.BarabasiAlbertGraphGenerator;
import org.jgrapht.generate.CompleteGraphGenerator;
import org.jgrapht.generate.GnpRandomGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.RingGraphGenerator;
import org.jgrapht.generate.StarGraphGenerator;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.jspecify.annotations.Nullable;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Variety;

/**
 * The Worlds of a family of scenarios ({@link Variety}), each compiled when it is first asked for. What a member is depends
 * on the scenario alone: not on the seed, on strategies or on threads. Thread-safe.
 */
public final class Family {
    private static final long MEMBERS = Dice.key("FAMILY");

    private final Scenario scenario;
    private final Set<String> masks;
    private final @Nullable World[] worlds;

    private Family(Scenario scenario, Set<String> masks) {
        this.scenario = scenario;
        this.masks = masks;
        worlds = new World[scenario.variety().members()];
    }

    /**
     * @param masks as in {@link World#compile(Scenario, Set)}
     * @throws IllegalArgumentException if the scenario refers to something that is not there
     */
    public static Family of(Scenario scenario, Set<String> masks) {
        Family family = new Family(scenario, masks);
        family.world(0);
        return family;
    }

    public static Family of(Scenario scenario) {
        return of(scenario, Set.of());
    }

    public int members() {
        return worlds.length;
    }

    /** The member in which a replication runs, from 0. */
    public int memberOf(long replication) {
        return scenario.variety().memberOf(replication);
    }

    public synchronized World world(int member) {
        World world = worlds[member];
        if (world == null) {
            world = World.compile(scenario(member), masks, numbers(member));
            worlds[member] = world;
        }
        return world;
    }

    /** The law's value for a member: one die for each of what varies. */
    private static double drawn(Quantity law, String path, int member) {
        double u = Dice.uniform(MEMBERS, Purpose.FAMILY_MEMBER, Dice.key(path), member);
        return Laws.sampler(law.distribution(), 1).quantile(u);
    }

    private Map<String, Quantity> numbers(int member) {
        Map<String, Quantity> numbers = new HashMap<>();
        scenario.variety()
                .numbers()
                .forEach((path, law) -> numbers.put(path, Quantity.constant(drawn(law, path, member))));
        return numbers;
    }

    /** The member's scenario, but for its numbers. */
    private Scenario scenario(int member) {
        Variety variety = scenario.variety();
        if (variety.counts().isEmpty() && variety.topologies().isEmpty()) {
            return scenario;
        }
        List<Network.Link> links = new ArrayList<>(scenario.links());
        variety.topologies().forEach(topology -> links.addAll(links(topology, member)));
        return scenario.withMap(
                scenario.networks().stream()
                        .map(network -> sized(network, member))
                        .toList(),
                List.copyOf(links));
    }

    private Network sized(Network network, int member) {
        List<Network.AssetGroup> groups = new ArrayList<>();
        for (Network.AssetGroup group : network.assets()) {
            Quantity law = scenario.variety().counts().get(group.name());
            int count = law == null
                    ? group.count()
                    : (int) Math.max(1, Math.round(drawn(law, "counts." + group.name(), member)));
            groups.add(new Network.AssetGroup(
                    group.name(), group.template(), count, group.fails(), group.capacity(), group.presence()));
        }
        return new Network(network.name(), network.organisation(), List.copyOf(groups), network.presence());
    }

    private static List<Network.Link> links(Variety.Topology topology, int member) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        long seed = Dice.bits(MEMBERS, Purpose.FAMILY_MEMBER, Dice.key("links." + topology.name()), member);
        generator(topology, seed).generateGraph(graph, new TreeMap<>());
        List<Network.Link> links = new ArrayList<>();
        for (DefaultEdge edge : graph.edgeSet()) {
            String one = topology.among().get(graph.getEdgeSource(edge));
            String two = topology.among().get(graph.getEdgeTarget(edge));
            links.add(new Network.Link(one, two, topology.allow(), Presence.ALWAYS));
            links.add(new Network.Link(two, one, topology.allow(), Presence.ALWAYS));
        }
        return links;
    }

    private static GraphGenerator<Integer, DefaultEdge, Integer> generator(Variety.Topology topology, long seed) {
        int size = topology.among().size();
        return switch (topology.generator()) {
            case RING -> new RingGraphGenerator<>(size);
            case STAR -> new StarGraphGenerator<>(size);
            case COMPLETE -> new CompleteGraphGenerator<>(size);
            case RANDOM -> new GnpRandomGraphGenerator<>(size, topology.probability(), seed);
            case SMALL_WORLD ->
                new WattsStrogatzGraphGenerator<>(size, topology.degree(), topology.probability(), seed);
            case PREFERENTIAL -> new BarabasiAlbertGraphGenerator<>(topology.degree(), topology.degree(), size, seed);
        };
    }
}
