package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;

/** Actors: who attacks, with what, and how they change what was seen. */
final class Actors {
    static final Key<Quantity> EVERY =
            withDefault("every", QuantityShape.TIME, "never", "time between changes on schedule");
    static final Key<Boolean> EACH_USE = withDefault("each-use", Shapes.FLAG, "false", "a new build for every use");
    static final Key<Quantity> COST = withDefault("cost", QuantityShape.MONEY.constant(), "0", "money for one change");

    /** One level of the build, with the time that a targeted attacker takes to replace it. */
    private record Turn(Level level, Key<Quantity> takes, Key<Block> key) {
        static Turn of(Level level, String defaultTakes) {
            Key<Quantity> takes = withDefault(
                    "takes", QuantityShape.TIME, defaultTakes, "from the suspicion that it is burnt to a new build");
            return new Turn(
                    level,
                    takes,
                    withDefault(
                            Shapes.word(level),
                            new BlockShape("a rotation", takes, EVERY, EACH_USE, COST),
                            "{}",
                            "how it changes its build at this level"));
        }
    }

    private static final List<Turn> TURNS = List.of(
            Turn.of(Level.HASH, "{exponential: 1d}"),
            Turn.of(Level.ADDRESS, "{exponential: 6h}"),
            Turn.of(Level.DOMAIN, "{exponential: 1d}"),
            Turn.of(Level.ARTEFACT, "{lognormal: {median: 4d, p90: 20d}}"),
            Turn.of(Level.TOOL, "{lognormal: {median: 21d, p90: 90d}}"));

    static final Key<Quantity> SKILL =
            required("skill", QuantityShape.SHARE, "from 0 to 1").changeable();
    static final Key<Integer> OPERATORS = withDefault("operators", Shapes.whole(1, 100_000), "1", "attempts at once");
    static final Key<List<Ref>> ARSENAL =
            required("arsenal", ListShape.someOf(Shapes.reference(Kind.TECHNIQUE)), "techniques it has");
    static final Key<Block> ROTATION = withDefault(
            "rotation",
            new BlockShape("`rotation`", TURNS.stream().map(Turn::key).toArray(Key[]::new)),
            "{}",
            "how it replaces what was seen; behaviour it never replaces");
    static final Key<Quantity> NOTICES = withDefault(
                    "notices", QuantityShape.SHARE, "50%", "probability to notice a lost foothold or a blocked attempt")
            .changeable();
    static final Key<Quantity> HIDES = withDefault(
                    "hides", QuantityShape.SHARE, "0%", "probability to begin nothing for a while")
            .changeable();
    static final Key<Quantity> HIDES_FOR = withDefault(
                    "hides-for", QuantityShape.TIME, "{exponential: 14d}", "that while; an estimate")
            .changeable();
    static final Key<Quantity> STRIKES = withDefault(
                    "strikes",
                    QuantityShape.SHARE,
                    "0%",
                    "probability to strike as soon as it can: without regard to a date, and without waiting for others")
            .changeable();
    static final Key<Block> WHEN_NOTICED = withDefault(
            "when-noticed",
            new BlockShape("`when-noticed`", HIDES, HIDES_FOR, STRIKES),
            "{}",
            "what it does when it notices that it was seen, beside changing its builds");
    static final Key<Quantity> HOUR_COST = withDefault(
            "hour-cost", QuantityShape.MONEY_PER_HOUR.constant(), "50 EUR per hour", "cost of an operator at work");
    static final BlockShape SHAPE = new BlockShape(
            "an actor", SKILL, OPERATORS, ARSENAL, ROTATION, NOTICES, WHEN_NOTICED, HOUR_COST, Floods.BOTNET);

    private Actors() {}

    static Campaign.Actor build(Entity entity) {
        Block block = entity.block();
        Map<Level, Campaign.Rotation> rotation = new EnumMap<>(Level.class);
        for (Turn turn : TURNS) {
            Block way = block.get(ROTATION).get(turn.key());
            rotation.put(
                    turn.level(),
                    new Campaign.Rotation(way.get(turn.takes()), way.get(EVERY), way.get(EACH_USE), way.get(COST)));
        }
        rotation.put(
                Level.BEHAVIOUR,
                new Campaign.Rotation(Quantity.never(), Quantity.never(), false, Quantity.constant(0)));
        return new Campaign.Actor(
                entity.name().text(),
                block.get(SKILL),
                block.get(OPERATORS),
                Collections.unmodifiableSet(
                        new TreeSet<>(block.get(ARSENAL).stream().map(Ref::name).toList())),
                Collections.unmodifiableMap(rotation),
                block.get(NOTICES),
                new Campaign.Alarm(
                        block.get(WHEN_NOTICED).get(HIDES),
                        block.get(WHEN_NOTICED).get(HIDES_FOR),
                        block.get(WHEN_NOTICED).get(STRIKES)),
                block.get(HOUR_COST),
                Floods.botnet(block.find(Floods.BOTNET)),
                Presence.ALWAYS);
    }
}
