package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * A condition on the facts of a run: {@code campaign.step.success}, {@code .first-success} or {@code .failed}, where a step
 * without its copy means all copies.
 */
public final class FactPattern {
    private final FactKind kind;
    private final long[] subjects;

    private FactPattern(FactKind kind, long[] subjects) {
        this.kind = kind;
        this.subjects = subjects;
    }

    /** @throws IllegalArgumentException if it names no step or no outcome */
    public static FactPattern of(World world, String pattern) {
        int dot = pattern.lastIndexOf('.');
        String path = dot < 0 ? pattern : pattern.substring(0, dot);
        FactKind kind =
                switch (dot < 0 ? "" : pattern.substring(dot + 1)) {
                    case "success" -> FactKind.STEP_SUCCEEDED;
                    case "first-success" -> FactKind.STEP_FIRST_SUCCESS;
                    case "failed" -> FactKind.STEP_FAILED;
                    default ->
                        throw new IllegalArgumentException(
                                "The pattern (%s) must end in .success, .first-success or .failed.".formatted(pattern));
                };
        List<Long> found = new ArrayList<>();
        for (int step = 0; step < world.stepCount(); step++) {
            int entity = world.entities().entity(EntityKind.STEP, step);
            String campaign = world.entities()
                    .name(world.entities()
                            .entity(EntityKind.CAMPAIGN, world.step(step).campaign()));
            if (world.entities().name(entity).equals(path)
                    || path.equals(campaign + "." + world.step(step).seriesName())) {
                found.add(world.entities().key(entity));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No step of the scenario is called (%s).".formatted(path));
        }
        return new FactPattern(kind, found.stream().mapToLong(Long::longValue).toArray());
    }

    /** Whether every step meant has such a fact. */
    public boolean test(FactLog facts) {
        for (long subject : subjects) {
            if (!happened(facts, subject)) {
                return false;
            }
        }
        return true;
    }

    private boolean happened(FactLog facts, long subject) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind && facts.subject(fact) == subject) {
                return true;
            }
        }
        return false;
    }
}
