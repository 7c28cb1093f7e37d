package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Later;
import org.shieldwall.scenarios.shape.LaterShape;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;

/** Levers: the keys of named switches; {@link LeverEffects} finds what they do. */
final class Levers {
    static final Key<Quantity> MONEY =
            withDefault("money", QuantityShape.MONEY_PER_YEAR.constant(), "0", "money for each year of the horizon");
    static final Key<Quantity> ANALYST_HOURS = withDefault(
            "analyst-hours", QuantityShape.HOURS_PER_WEEK, "0", "hours of its analysts, taken out of their queue");
    static final BlockShape PRICE_SHAPE = new BlockShape("a price", MONEY, ANALYST_HOURS);
    static final Key<Block> MEMBER = optional(
            "member",
            PRICE_SHAPE,
            "for each member of the communities it brings or widens, or of which it changes a number");
    static final Key<Block> CENTRE = optional("centre", PRICE_SHAPE, "for whoever runs them");
    static final Key<Block> ORGANISATION =
            optional("organisation", PRICE_SHAPE, "for each organisation that it changes");
    static final BlockShape COSTS_SHAPE = new BlockShape("`costs`", MEMBER, CENTRE, ORGANISATION);

    static final Key<Map<String, Named<Later<Block>>>> ADDED_ORGANISATIONS =
            added("organisations", Organisations.SHAPE, "new ones, or sensors for those that are there");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_NETWORKS = added("networks", Networks.SHAPE, "new ones");
    static final Key<List<Block>> ADDED_LINKS =
            withDefault("links", ListShape.of(Networks.LINK_SHAPE), "[]", "new ones");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_ACCOUNTS =
            added("accounts", Networks.ACCOUNT_SHAPE, "new ones");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_CREWS = added("crews", Services.CREW_SHAPE, "new ones");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_SERVICES = added("services", Services.SHAPE, "new ones");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_PLAYBOOKS =
            added("playbooks", Playbooks.SHAPE, "new ones");
    static final Key<Map<String, Named<Later<Block>>>> ADDED_COMMUNITIES =
            added("communities", Communities.SHAPE, "new ones, or members for those that are there");
    static final BlockShape ADDS_SHAPE = new BlockShape(
            "`adds`",
            ADDED_ORGANISATIONS,
            ADDED_NETWORKS,
            ADDED_LINKS,
            ADDED_ACCOUNTS,
            ADDED_CREWS,
            ADDED_SERVICES,
            ADDED_PLAYBOOKS,
            ADDED_COMMUNITIES);

    private static final Shape<Node.Scalar> PATH =
            new ScalarShape<>("a path", Map.of("type", "string"), (scalar, scope) -> scalar);

    static final Key<String> SAYS = required("says", Shapes.TEXT, "what it does, in a sentence");
    static final Key<Lever.Kind> KIND = required("kind", Shapes.option(Lever.Kind.class), "whether it takes several");
    static final Key<Block> COSTS = withDefault("costs", COSTS_SHAPE, "{}", "its price");
    static final Key<Block> ADDS = withDefault("adds", ADDS_SHAPE, "{}", "what it brings into being");
    static final Key<List<Node.Scalar>> REMOVES =
            withDefault("removes", ListShape.noneOrMore(PATH), "[]", "paths of what it takes away");
    static final Key<List<Node.Entry>> SETS =
            withDefault("sets", new PathTable("their new values"), "{}", "numbers it sets");
    static final Key<List<Node.Entry>> SCALES =
            withDefault("scales", new PathTable("factors"), "{}", "numbers it multiplies");
    static final Key<List<Node.Entry>> AT_LEAST =
            withDefault("at-least", new PathTable("lower bounds"), "{}", "numbers it raises to a bound");
    static final Key<List<Node.Entry>> AT_MOST =
            withDefault("at-most", new PathTable("upper bounds"), "{}", "numbers it lowers to a bound");
    static final Key<List<Ref>> OVER = withDefault(
            "over",
            ListShape.noneOrMore(Shapes.reference(Kind.LEVER)),
            "[]",
            "levers whose `sets` of the same number it overrules");
    static final BlockShape SHAPE =
            new BlockShape("a lever", SAYS, KIND, COSTS, ADDS, REMOVES, SETS, SCALES, AT_LEAST, AT_MOST, OVER);

    private Levers() {}

    private static Key<Map<String, Named<Later<Block>>>> added(String name, BlockShape shape, String meaning) {
        return withDefault(name, NamedShape.withDefaults(name, new LaterShape<>(shape)), "{}", meaning);
    }
}
