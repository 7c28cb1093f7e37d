package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.List;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Shapes;

/** Playbooks: what is done once an incident is understood, in order. */
final class Playbooks {
    /** Who does an action. */
    enum Hands {
        ANALYSTS,
        NONE
    }

    static final Key<Playbook.Kind> DO = required("do", Shapes.option(Playbook.Kind.class), "the action");
    static final Key<Quantity> TAKES = withDefault("takes", QuantityShape.TIME, "0", "work for each item");
    static final Key<Boolean> DISRUPTIVE =
            withDefault("disruptive", Shapes.FLAG, "false", "breaks service, and so waits for a decision");
    static final Key<Hands> BY =
            withDefault("by", Shapes.option(Hands.class), "analysts", "who does it; `none` for what runs by itself");
    static final BlockShape ACTION_SHAPE = new BlockShape("an action", DO, TAKES, DISRUPTIVE, BY);
    static final Key<List<Block>> ACTIONS =
            required("actions", ListShape.sequenceOf(ACTION_SHAPE), "in the order in which they are done");
    static final BlockShape SHAPE = new BlockShape("a playbook", ACTIONS);

    private Playbooks() {}

    static Playbook build(Entity entity) {
        return new Playbook(
                entity.name().text(),
                entity.block().get(ACTIONS).stream()
                        .map(action -> new Playbook.Action(
                                action.get(DO), action.get(TAKES), action.get(DISRUPTIVE), Shapes.word(action.get(BY))))
                        .toList());
    }
}
