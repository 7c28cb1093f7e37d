package org.shieldwall.measure;

import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * What the attack costs its actors (A11): attempts, hours of operators, changes of builds. One operator makes a wave of
 * attempts (one mailing to twenty people), whose hours count once; those of a wave that had not ended do not count.
 */
final class AttackerCostFold implements Fold {
    private final World world;
    private double cost;

    AttackerCostFold(World world) {
        this.world = world;
    }

    @Override
    public List<Column> columns() {
        return List.of(Form.ATTACKER_COST.column());
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.ATTEMPT_STARTED, FactKind.OPERATOR_FREED, FactKind.BUILD_ROTATED);
    }

    @Override
    public void begin() {
        cost = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        switch (facts.kind(fact)) {
            case BUILD_ROTATED -> {
                int actor = world.entities().index(EntityKind.ACTOR, facts.who(fact));
                cost += world.actor(actor).rotationCost()[(int) facts.value(fact)];
            }
            case ATTEMPT_STARTED ->
                cost += world.technique(step(facts, fact).technique()).cost();
            default -> {
                int actor = world.entities().index(EntityKind.ACTOR, facts.who(fact));
                cost += Clock.toHours(facts.value(fact)) * world.actor(actor).hourCost();
            }
        }
    }

    private Rows.StepRow step(FactLog facts, int fact) {
        return world.step(world.entities().index(EntityKind.STEP, facts.who(fact)));
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        values[at] = cost;
    }
}
