package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Later;
import org.shieldwall.scenarios.shape.LaterShape;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;

/** Campaigns: the keys of flows of steps; {@link CampaignFlow} makes the steps of all copies. */
final class Campaigns {
    static final Key<Quantity> EVERY =
            withDefault("every", QuantityShape.TIME, "0", "pause before a further try after a failure or a loss");
    static final Key<Integer> AT_MOST = withDefault("at-most", Shapes.whole(1, 1_000_000), "1", "tries in all");
    static final BlockShape RETRY_SHAPE = new BlockShape("`retry`", EVERY, AT_MOST);

    static final Key<Ref> DO = required("do", Shapes.reference(Kind.TECHNIQUE), "the technique");
    static final Key<TargetText> ON = optional("on", new TargetShape(), "on how many of which assets");
    static final Key<Ref> TO =
            optional("to", Shapes.reference(Kind.NETWORK), "instead of `on`: any asset of a network");
    static final Key<Ref> WITH =
            optional("with", Shapes.reference(Kind.ACCOUNT), "the account whose credential is used");
    static final Key<ConditionText> AFTER =
            optional("after", new ConditionShape(), "what must hold before it starts and while it goes on");
    static final Key<ConditionText> WHEN = optional("when", new ConditionShape(), "the same as `after`");
    static final Key<ConditionText> UNLESS = optional("unless", new ConditionShape(), "what ends it");
    static final Key<LocalDateTime> NOT_BEFORE =
            optional("not-before", Shapes.LOCAL_TIME, "local time before which it does not start");
    static final Key<Block> RETRY = withDefault("retry", RETRY_SHAPE, "{}", "further tries");
    static final Key<Quantity> REPEAT_EVERY =
            required("every", QuantityShape.TIME, "from one success or failure to the next beginning");
    static final Key<LocalDateTime> REPEAT_UNTIL =
            required("until", Shapes.LOCAL_TIME, "local time from which it does not begin anew");
    static final BlockShape REPEAT_SHAPE = new BlockShape("`repeat`", REPEAT_EVERY, REPEAT_UNTIL);
    static final Key<Block> REPEAT =
            optional("repeat", REPEAT_SHAPE, "begins it anew again and again, each time on another target; for `any`");
    static final Key<Ref> STEP_ACTOR =
            optional("actor", Shapes.reference(Kind.ACTOR), "who does it, where the campaign has several actors");
    static final BlockShape STEP_SHAPE =
            new BlockShape("a step", DO, ON, TO, WITH, AFTER, WHEN, UNLESS, NOT_BEFORE, RETRY, REPEAT, STEP_ACTOR);

    static final Key<Ref> ACTOR = optional("actor", new OneActor(), "who carries it out; several stand in `actors`");
    static final Key<List<Ref>> ACTORS =
            optional("actors", ListShape.someOf(Shapes.reference(Kind.ACTOR)), "who carries it out together");
    static final Key<Map<String, Named<List<Node.Scalar>>>> FOR_EACH = optional(
            "for-each",
            NamedShape.of("lists of names", ListShape.someOf(new NameShape())),
            "{variable: [names]}: one copy of the steps for each; `{variable}` stands for the name");
    static final Key<Boolean> IN_TURN =
            withDefault("in-turn", Shapes.FLAG, "false", "each copy starts when the one before it has ended");
    static final Key<Quantity> BEGINS =
            withDefault("begins", QuantityShape.TIME, "0", "from the scenario's start to the first step");
    static final Key<Later<Map<String, Named<Block>>>> STEPS =
            required("steps", new LaterShape<>(NamedShape.of("steps", STEP_SHAPE)), "what is done");
    static final BlockShape SHAPE = new BlockShape("a campaign", ACTOR, ACTORS, FOR_EACH, IN_TURN, BEGINS, STEPS);

    private Campaigns() {}
}
