package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Organisation;
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

/** Communities: organisations that pass indicators on to each other. */
final class Communities {
    static final Key<List<Ref>> MEMBERS =
            required("members", ListShape.someOf(Shapes.reference(Kind.ORGANISATION)), "who takes part");
    static final Key<Ref> RUN_BY = optional(
            "run-by",
            Shapes.reference(Kind.ORGANISATION),
            "who runs the hub; else its only response team, if there is one");
    static final Key<Quantity> DELAY = withDefault(
                    "delay", QuantityShape.TIME, "{lognormal: {median: 8h, p90: 48h}}", "from the hub to each member")
            .changeable();
    static final Key<Quantity> WILLINGNESS = withDefault(
                    "willingness", QuantityShape.SHARE, "0.25", "base willingness to publish")
            .changeable();
    static final Key<Quantity> LOSS = withDefault(
                    "loss", QuantityShape.SHARE, "0%", "probability that an indicator does not reach a member")
            .changeable();
    static final Key<Quantity> PRECISION = withDefault(
                    "precision", QuantityShape.SHARE, "100%", "share of true indicators among those passed on")
            .changeable();
    static final Key<Quantity> FALSE_ALERTS = withDefault(
                    "false-alerts", QuantityShape.RATE, "0", "alerts that a false indicator raises at each receiver")
            .changeable();
    static final Key<Quantity> FALSE_LIFE = withDefault(
                    "false-life", QuantityShape.TIME, "10d", "how long a false indicator stays deployed")
            .changeable();
    static final Key<Quantity> LEAK = withDefault(
                    "leak", QuantityShape.SHARE, "0%", "probability per recipient that the attacker learns of it")
            .changeable();
    static final Key<Quantity> WITHHELD_KNOWN = withDefault(
                    "withheld-known",
                    QuantityShape.SHARE,
                    "50%",
                    "probability that a member hit by what a partner knew and kept back learns of it; an estimate")
            .changeable();
    static final Key<Quantity> LEAK_KNOWN = withDefault(
                    "leak-known",
                    QuantityShape.SHARE,
                    "50%",
                    "probability that a leak on which the attacker acts is traced to who let it out; an estimate")
            .changeable();
    static final Key<Quantity> HANDLERS = withDefault(
                    "handlers", QuantityShape.COUNT, "1", "indicators the hub handles at once")
            .changeable();
    static final Key<Quantity> HANDLING = withDefault(
                    "handling", QuantityShape.TIME, "0", "the hub's time for one indicator")
            .changeable();
    static final Key<List<Level>> LEVELS = withDefault(
            "levels",
            ListShape.someOf(Shapes.option(Level.class)),
            "[hash, address, domain, artefact, tool, behaviour]",
            "which levels of indicators are shared");
    static final BlockShape SHAPE = new BlockShape(
            "a community",
            MEMBERS,
            RUN_BY,
            DELAY,
            WILLINGNESS,
            LOSS,
            PRECISION,
            FALSE_ALERTS,
            FALSE_LIFE,
            LEAK,
            WITHHELD_KNOWN,
            LEAK_KNOWN,
            HANDLERS,
            HANDLING,
            LEVELS);

    /** What a lever may add to a community that is there already. */
    static final BlockShape ADDITION_SHAPE = new BlockShape("an addition to a community", MEMBERS);

    private Communities() {}

    /** Who runs the hub: as written, else the only response team among the members; null where there is none. */
    static @Nullable String centre(Block block, Draft draft) {
        Ref runBy = block.find(RUN_BY);
        if (runBy != null) {
            return runBy.name();
        }
        List<Ref> members = block.find(MEMBERS);
        if (members == null) {
            return null;
        }
        List<String> teams = members.stream()
                .map(Ref::name)
                .filter(name -> {
                    Entity member = draft.organisations().get(name);
                    return member != null && member.block().find(Organisations.KIND) == Organisation.Kind.RESPONSE_TEAM;
                })
                .toList();
        return teams.size() == 1 ? teams.get(0) : null;
    }

    static Community build(Entity entity, Draft draft) {
        Block block = entity.block();
        Map<String, Presence> presence = new TreeMap<>();
        Map<String, Presence> members = draft.members(entity.name().text());
        members.forEach((member, own) -> {
            if (!own.equals(entity.presence())) {
                presence.put(member, own);
            }
        });
        return new Community(
                entity.name().text(),
                members.keySet().stream().sorted().toList(),
                Collections.unmodifiableMap(presence),
                centre(block, draft),
                block.get(DELAY),
                block.get(WILLINGNESS),
                block.get(LOSS),
                block.get(PRECISION),
                block.get(FALSE_ALERTS),
                block.get(FALSE_LIFE),
                block.get(LEAK),
                block.get(WITHHELD_KNOWN),
                block.get(LEAK_KNOWN),
                block.get(HANDLERS),
                block.get(HANDLING),
                Techniques.levels(block.get(LEVELS)),
                entity.presence());
    }
}
