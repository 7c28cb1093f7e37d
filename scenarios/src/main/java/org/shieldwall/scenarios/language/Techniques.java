package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** Techniques: ways of attack, as data. */
final class Techniques {
    private static final List<String> POSITION_WORDS =
            List.of("none", "discovered", "user", "administrator", "firmware");
    private static final Shape<Position> POSITION_SHAPE =
            new ScalarShape<>(String.join(" | ", POSITION_WORDS), Map.of("enum", POSITION_WORDS), Techniques::position);
    private static final Pattern ATTACK_ID = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");

    static final Key<Position> REQUIRED_POSITION =
            withDefault("position", POSITION_SHAPE, "none", "how deep the actor must be in the target already");
    static final Key<Technique.From> FROM = withDefault(
            "from",
            Shapes.option(Technique.From.class),
            "network",
            "where the actor must come from; the words are explained below");
    static final Key<Node.Scalar> SERVICE =
            optional("service", new NameShape(), "service that must be reachable; else any connection does");
    static final Key<Boolean> NEEDS_CREDENTIAL =
            withDefault("credential", Shapes.FLAG, "false", "the step names an account whose credential is held");
    static final BlockShape REQUIRES_SHAPE =
            new BlockShape("`requires`", REQUIRED_POSITION, FROM, SERVICE, NEEDS_CREDENTIAL);

    static final Key<Position> GRANTED_POSITION =
            withDefault("position", POSITION_SHAPE, "none", "how deep the actor is afterwards; none adds nothing");
    static final Key<Boolean> PERSISTENCE =
            withDefault("persistence", Shapes.FLAG, "false", "comes back until the asset is rebuilt");
    static final Key<Boolean> GRANTED_CREDENTIAL =
            withDefault("credential", Shapes.FLAG, "false", "the credentials stored on the target");
    static final Key<Boolean> DISCOVERS =
            withDefault("discovers", Shapes.FLAG, "false", "the target's network becomes known");
    static final BlockShape GRANTS_SHAPE =
            new BlockShape("`grants`", GRANTED_POSITION, PERSISTENCE, GRANTED_CREDENTIAL, DISCOVERS);

    static final Key<Organisation.SensorKind> SENSOR =
            required("sensor", Shapes.option(Organisation.SensorKind.class), "which sensors can see it");
    static final Key<Technique.When> WHEN =
            required("when", Shapes.option(Technique.When.class), "at which moment of the attempt, or while held");
    static final Key<Quantity> VISIBILITY = withDefault(
            "visibility", QuantityShape.SHARE, "100%", "probability that a perfect sensor sees it, each time");
    static final Key<Quantity> RATE =
            withDefault("rate", QuantityShape.RATE, "0", "how often, for `during` and `while-held`");
    static final BlockShape EVIDENCE_SHAPE = new BlockShape("`evidence`", SENSOR, WHEN, VISIBILITY, RATE);

    static final Key<String> ATTACK = optional(
            "attack",
            new ScalarShape<>(
                    "an id of MITRE ATT&CK (T1566.001)",
                    Map.of("type", "string", "pattern", "^T[0-9]{4}(\\.[0-9]{3})?$"),
                    Techniques::attackId),
            "its id in MITRE ATT&CK");
    static final Key<String> NAME = optional("name", Shapes.TEXT, "its name there");
    static final Key<String> TACTIC = optional("tactic", Shapes.TEXT, "its tactic there");
    static final Key<Block> REQUIRES =
            withDefault("requires", REQUIRES_SHAPE, "{}", "what the actor must hold before an attempt");
    static final Key<Quantity> TAKES = withDefault(
                    "takes", QuantityShape.TIME, "0", "time of one attempt; an operator is busy as long")
            .changeable();
    static final Key<Integer> AT_ONCE =
            withDefault("at-once", Shapes.whole(1, 1_000_000), "1", "targets that one attempt addresses");
    static final Key<Quantity> CAN = withDefault(
                    "can",
                    QuantityShape.SHARE,
                    "100%",
                    "probability that the door opens at all for this exploit and target")
            .changeable();
    static final Key<Quantity> PATCHED = withDefault(
                    "patched",
                    QuantityShape.SHARE,
                    "100%",
                    "share of these doors that stay open once the target is patched; 100% where no patch helps")
            .changeable();
    static final Key<Quantity> EACH = withDefault(
                    "each",
                    QuantityShape.SHARE,
                    "100%",
                    "probability that one attempt on a door that can open succeeds")
            .changeable();
    static final Key<Double> SKILL_WEIGHT = withDefault(
            "skill-weight",
            new PlainNumber(),
            "2",
            "how far the actor's skill moves `can` and `each`: log-odds between skill 0 and skill 1");
    static final Key<Double> HARDENING_WEIGHT = withDefault(
            "hardening-weight",
            new PlainNumber(),
            "2",
            "how far hardening moves `can` and `each`: log-odds between hardening 1 and hardening 0");
    static final Key<Block> GRANTS = withDefault("grants", GRANTS_SHAPE, "{}", "what success gives");
    static final Key<Service.Damage> DAMAGE =
            optional("damage", Shapes.option(Service.Damage.class), "what success breaks");
    static final Key<Quantity> DAMAGE_LASTS = withDefault(
            "damage-lasts", QuantityShape.TIME, "never", "how long it lasts by itself; never: it must be mended");
    static final Key<Technique.Backups> DESTROYS_BACKUPS = optional(
            "destroys-backups",
            Shapes.option(Technique.Backups.class),
            "whose backups success destroys, of those that are kept online");
    static final Key<Boolean> GIVES_KEY = withDefault(
            "gives-key",
            Shapes.FLAG,
            "false",
            "success hands the target's organisation the key to all that the actor encrypted there");
    static final Key<List<Block>> EVIDENCE =
            withDefault("evidence", ListShape.noneOrMore(EVIDENCE_SHAPE), "[]", "traces that sensors may see");
    static final Key<List<Technique.Level>> BURNS = withDefault(
            "burns",
            ListShape.setOf(Shapes.option(Technique.Level.class)),
            "[]",
            "levels of indicators that its use exposes");
    static final Key<Quantity> COST = withDefault("cost", QuantityShape.MONEY.constant(), "0", "money for one attempt");
    static final BlockShape SHAPE = new BlockShape(
            "a technique",
            ATTACK,
            NAME,
            TACTIC,
            REQUIRES,
            TAKES,
            AT_ONCE,
            CAN,
            PATCHED,
            EACH,
            SKILL_WEIGHT,
            HARDENING_WEIGHT,
            GRANTS,
            DAMAGE,
            DAMAGE_LASTS,
            DESTROYS_BACKUPS,
            GIVES_KEY,
            EVIDENCE,
            BURNS,
            COST,
            Floods.FLOOD);

    private Techniques() {}

    static String word(Position position) {
        return POSITION_WORDS.get(position.ordinal());
    }

    private static @Nullable Position position(Node.Scalar scalar, Scope scope) {
        int index = POSITION_WORDS.indexOf(scalar.text());
        if (index >= 0) {
            return Position.values()[index];
        }
        String nearest = Nearest.to(scalar.text(), POSITION_WORDS);
        scope.problems()
                .add(Problem.error(
                                scalar.span(),
                                "`" + scalar.text() + "` is not a value of `position`",
                                nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                        .note("allowed here: " + String.join(", ", POSITION_WORDS)));
        return null;
    }

    private static @Nullable String attackId(Node.Scalar scalar, Scope scope) {
        if (ATTACK_ID.matcher(scalar.text()).matches()) {
            return scalar.text();
        }
        scope.error(scalar, "`" + scalar.text() + "` is not an id of MITRE ATT&CK", "write T1566 or T1566.001");
        return null;
    }

    /** What depends on two keys at once. */
    static void check(Entity entity, Scope scope) {
        List<Block> evidence = entity.block().find(EVIDENCE);
        if (evidence == null) {
            return;
        }
        for (Block trace : evidence) {
            Technique.When when = trace.find(WHEN);
            boolean lasts = when == Technique.When.DURING || when == Technique.When.WHILE_HELD;
            if (when != null && lasts && !trace.isWritten(RATE)) {
                scope.problems()
                        .add(Problem.error(
                                trace.span(WHEN),
                                "evidence `" + Shapes.word(when) + "` needs a `rate`",
                                "write rate: 1 per day beside it"));
            }
            if (when != null && !lasts && trace.isWritten(RATE)) {
                scope.problems()
                        .add(Problem.warning(trace.span(RATE), "a rate says nothing here", "this trace is left once"));
            }
        }
    }

    static Technique build(Entity entity) {
        Block block = entity.block();
        Block requires = block.get(REQUIRES);
        Node.Scalar service = requires.find(SERVICE);
        Block grants = block.get(GRANTS);
        return new Technique(
                entity.name().text(),
                block.find(ATTACK),
                block.find(NAME),
                block.find(TACTIC),
                new Technique.Requirement(
                        requires.get(REQUIRED_POSITION),
                        requires.get(FROM),
                        service == null ? null : service.text(),
                        requires.get(NEEDS_CREDENTIAL)),
                block.get(TAKES),
                block.get(AT_ONCE),
                block.get(CAN),
                block.get(PATCHED),
                block.get(EACH),
                block.get(SKILL_WEIGHT),
                block.get(HARDENING_WEIGHT),
                new Technique.Grant(
                        grants.get(GRANTED_POSITION),
                        grants.get(PERSISTENCE),
                        grants.get(GRANTED_CREDENTIAL),
                        grants.get(DISCOVERS)),
                block.find(DAMAGE),
                block.get(DAMAGE_LASTS),
                block.find(DESTROYS_BACKUPS),
                block.get(GIVES_KEY),
                block.get(EVIDENCE).stream()
                        .map(trace -> new Technique.Evidence(
                                trace.get(SENSOR), trace.get(WHEN), trace.get(VISIBILITY), trace.get(RATE)))
                        .toList(),
                levels(block.get(BURNS)),
                block.get(COST),
                Floods.flood(block.find(Floods.FLOOD)));
    }

    static Set<Technique.Level> levels(List<Technique.Level> levels) {
        Set<Technique.Level> result = EnumSet.noneOf(Technique.Level.class);
        result.addAll(levels);
        return Collections.unmodifiableSet(result);
    }
}
