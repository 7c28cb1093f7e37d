package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Variety;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** What makes a family of a scenario: numbers, sizes and links that each member draws anew. */
final class Varieties {
    private static final int DEFAULT_MEMBERS = 16;

    static final Key<List<Ref>> AMONG =
            required("among", ListShape.someOf(Shapes.reference(Kind.NETWORK)), "the networks, in order");
    static final Key<Variety.Generator> GENERATOR =
            required("as", Shapes.option(Variety.Generator.class), "how the graph of links is made");
    static final Key<Integer> DEGREE = withDefault(
            "degree",
            Shapes.whole(1, 1_000),
            "2",
            "links that each network brings (preferential), or neighbours in the ring (small-world, even)");
    static final Key<Quantity> PROBABILITY = withDefault(
            "probability",
            QuantityShape.SHARE.constant(),
            "10%",
            "of each link (random), or of each to lead elsewhere (small-world)");
    static final Key<List<Node.Scalar>> ALLOW =
            required("allow", ListShape.someOf(new NameShape()), "services that may be reached, in both directions");
    static final BlockShape TOPOLOGY_SHAPE = new BlockShape("a topology", AMONG, GENERATOR, DEGREE, PROBABILITY, ALLOW);

    static final Key<Integer> MEMBERS = withDefault(
            "members",
            Shapes.whole(2, Variety.MOST_MEMBERS),
            String.valueOf(DEFAULT_MEMBERS),
            "how many scenarios the family has; intervals speak of all that could be drawn, judged by the members' means where there are fewer members than replications: more members narrow them, more replications only so far");
    static final Key<List<Node.Entry>> NUMBERS = withDefault(
            "numbers", new PathTable("their laws"), "{}", "numbers, by paths as levers have, with their laws");
    static final Key<List<Node.Entry>> COUNTS = withDefault(
            "counts", new PathTable("their laws"), "{}", "how many assets of a name there are, with their laws");
    static final Key<Map<String, Named<Block>>> LINKS = withDefault(
            "links",
            NamedShape.of("topologies", TOPOLOGY_SHAPE),
            "{}",
            "links that are generated, by a name of their own");
    static final BlockShape SHAPE = new BlockShape("`vary`", MEMBERS, NUMBERS, COUNTS, LINKS);
    static final Key<Block> VARY = optional(
                    "vary",
                    SHAPE,
                    "a family of scenarios: what its members draw anew, so that a conclusion is not about one map")
            .example("{members: 8, counts: {west-pc: {uniform: {low: 80, high: 160}}}}");

    private Varieties() {}

    /** Reports what is mistaken; {@link Variety#NONE} where nothing varies. */
    static Variety read(@Nullable Block block, Draft draft, Session session) {
        if (block == null) {
            return Variety.NONE;
        }
        Map<String, Quantity> numbers = new TreeMap<>();
        List<Node.Entry> written = block.find(NUMBERS);
        NumberPaths paths = new NumberPaths(draft, session.problems());
        for (Node.Entry entry : written == null ? List.<Node.Entry>of() : written) {
            for (NumberPaths.Number number : paths.resolve(entry.key())) {
                Shape<Quantity> shape =
                        number.shape() instanceof QuantityShape quantity ? quantity.varying() : number.shape();
                Quantity law = shape.read(entry.value(), Scope.root(session, entry.key()));
                if (law != null) {
                    numbers.put(number.path(), law);
                }
            }
        }
        Map<String, Quantity> counts = counts(block, draft, session);
        List<Variety.Topology> topologies = new ArrayList<>();
        Map<String, Named<Block>> links = block.find(LINKS);
        if (links != null) {
            links.forEach((name, named) -> topologies.add(topology(name, named.value(), session)));
        }
        if (numbers.isEmpty()
                && counts.isEmpty()
                && topologies.isEmpty()
                && !session.problems().haveErrors()) {
            session.problems()
                    .add(Problem.warning(
                            block.owner().span(), "`vary` varies nothing", "all members are the same scenario"));
        }
        Integer members = block.find(MEMBERS);
        return new Variety(
                members == null ? DEFAULT_MEMBERS : members,
                Collections.unmodifiableMap(numbers),
                Collections.unmodifiableMap(counts),
                List.copyOf(topologies));
    }

    private static Map<String, Quantity> counts(Block block, Draft draft, Session session) {
        Map<String, Quantity> counts = new TreeMap<>();
        List<Node.Entry> written = block.find(COUNTS);
        for (Node.Entry entry : written == null ? List.<Node.Entry>of() : written) {
            String group = entry.key().text();
            Quantity law = QuantityShape.COUNT.read(entry.value(), Scope.root(session, entry.key()));
            if (!draft.assets().containsKey(group)) {
                String nearest = Nearest.to(group, draft.assets().keySet());
                session.problems()
                        .add(Problem.error(
                                entry.key().span(),
                                "no asset is called `" + group + "`",
                                nearest == null ? "unknown" : "did you mean `" + nearest + "`?"));
            } else if (law != null) {
                counts.put(group, law);
            }
        }
        return counts;
    }

    /** "2", "2 or 4", "2, 4 … 10". */
    private static String evenNumbers(int below) {
        int most = (below - 1) / 2 * 2;
        return most <= 2 ? "2" : most == 4 ? "2 or 4" : "2, 4 … " + most;
    }

    private static Variety.Topology topology(String name, Block block, Session session) {
        List<Ref> among = block.find(AMONG);
        Variety.Generator generator = block.find(GENERATOR);
        Integer degree = block.find(DEGREE);
        int size = among == null ? 0 : among.size();
        if (size == 1) {
            session.problems()
                    .add(Problem.error(
                            block.span(AMONG), "one network has nobody to be linked with", "name two or more"));
        }
        if (generator == Variety.Generator.PREFERENTIAL && degree != null && degree >= size) {
            session.problems()
                    .add(Problem.error(
                            block.span(DEGREE),
                            "a network cannot bring so many links",
                            "write less than " + size + "; there are " + size + " networks"));
        }
        boolean odd = degree != null && (degree % 2 != 0 || degree >= size);
        if (generator == Variety.Generator.SMALL_WORLD && odd) {
            session.problems()
                    .add(Problem.error(
                            block.span(DEGREE),
                            "the neighbours in a ring are an even number, fewer than the networks",
                            size <= 2
                                    ? "there are " + size + " networks, too few for small-world"
                                    : "write " + evenNumbers(size) + "; there are " + size + " networks"));
        }
        Quantity probability = block.find(PROBABILITY);
        List<Node.Scalar> allow = block.find(ALLOW);
        return new Variety.Topology(
                name,
                among == null ? List.of() : among.stream().map(Ref::name).toList(),
                generator == null ? Variety.Generator.RING : generator,
                degree == null ? 2 : degree,
                probability != null && probability.distribution() instanceof Quantity.Constant constant
                        ? constant.value()
                        : 0,
                Collections.unmodifiableSet(new TreeSet<>(
                        allow == null
                                ? List.<String>of()
                                : allow.stream().map(Node.Scalar::text).toList())));
    }
}
