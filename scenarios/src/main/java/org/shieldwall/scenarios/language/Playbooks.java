package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.List;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Problem;

/** Playbooks: what is done once an incident is understood, in order. */
final class Playbooks {
    /** Who does an action. */
    enum Hands {
        ANALYSTS,
        NONE
    }

    static final Key<Playbook.Kind> DO =
            required("do", Shapes.option(Playbook.Kind.class), "the action; the words are explained below");
    static final Key<Quantity> TAKES = withDefault("takes", QuantityShape.TIME, "0", "work for each item");
    static final Key<Boolean> DISRUPTIVE =
            withDefault("disruptive", Shapes.FLAG, "false", "breaks service, and so waits for a decision");
    static final Key<Hands> BY =
            withDefault("by", Shapes.option(Hands.class), "analysts", "who does it; `none` for what runs by itself");
    static final Key<List<Ref>> NETWORKS = withDefault(
            "networks",
            ListShape.noneOrMore(Shapes.reference(Kind.NETWORK)),
            "[]",
            "for `switch-off`: which networks; none named means all of the organisation");
    static final Key<Boolean> ONLY_IF_DAMAGED = withDefault(
            "only-if-damaged",
            Shapes.FLAG,
            "false",
            "left out while nothing of the organisation's is encrypted or wiped");
    static final BlockShape ACTION_SHAPE =
            new BlockShape("an action", DO, TAKES, DISRUPTIVE, BY, ONLY_IF_DAMAGED, NETWORKS);
    static final Key<List<Block>> ACTIONS =
            required("actions", ListShape.sequenceOf(ACTION_SHAPE), "in the order in which they are done");
    static final BlockShape SHAPE = new BlockShape("a playbook", ACTIONS);

    private Playbooks() {}

    /** What says nothing beside the action it stands in. */
    static void check(Entity entity, Scope scope) {
        List<Block> actions = entity.block().find(ACTIONS);
        for (Block action : actions == null ? List.<Block>of() : actions) {
            Playbook.Kind kind = action.find(DO);
            if (kind != null && kind != Playbook.Kind.SWITCH_OFF && action.isWritten(NETWORKS)) {
                scope.problems()
                        .add(Problem.error(
                                action.span(NETWORKS),
                                "`" + Shapes.word(kind) + "` takes no `networks`",
                                "it acts on what was found; only `switch-off` names networks"));
            }
        }
    }

    static Playbook build(Entity entity) {
        return new Playbook(
                entity.name().text(),
                entity.block().get(ACTIONS).stream()
                        .map(action -> new Playbook.Action(
                                action.get(DO),
                                action.get(TAKES),
                                action.get(DISRUPTIVE),
                                Shapes.word(action.get(BY)),
                                action.get(ONLY_IF_DAMAGED),
                                action.get(NETWORKS).stream()
                                        .map(Ref::name)
                                        .sorted()
                                        .toList()))
                        .toList());
    }
}
