package org.shieldwall.experiments;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Curve;
import org.shieldwall.measure.FactPattern;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.Family;
import org.shieldwall.world.World;

/**
 * The simulator as a model: one Simulation and one set of folds for each thread, over a shared World; where the scenario is a
 * family, for each of its members.
 */
public final class EngineModel implements Model {
    private final Family family;
    private final List<Measures.Column> columns;
    private final List<String> conditions;

    /**
     * @param conditions fact patterns ({@code campaign.step.success}) that each run is tested for
     * @throws IllegalArgumentException if one of them names no step or no outcome
     */
    public EngineModel(Family family, List<String> conditions) {
        this.family = family;
        this.conditions = List.copyOf(conditions);
        columns = new Measures(family.world(0)).columns();
        patterns(family.world(0));
    }

    private List<FactPattern> patterns(World world) {
        return conditions.stream()
                .map(pattern -> FactPattern.of(world, pattern))
                .toList();
    }

    @Override
    public List<Measures.Column> columns() {
        return columns;
    }

    @Override
    public Replicator replicator() {
        return new OneThread();
    }

    /** Members of the family are made as replications come to them. */
    private final class OneThread implements Replicator {
        private final @Nullable OneMember[] members = new OneMember[family.members()];

        @Override
        public void run(Collection<String> levers, long seed, long replication, Row row) {
            int which = family.memberOf(replication);
            OneMember member = members[which];
            if (member == null) {
                member = new OneMember(family.world(which));
                members[which] = member;
            }
            member.run(levers, seed, replication, row);
        }
    }

    private final class OneMember {
        private final Simulation simulation;
        private final Measures measures;
        private final List<FactPattern> patterns;
        private final Curve curve = new Curve();

        OneMember(World world) {
            simulation = new Simulation(world);
            measures = new Measures(world);
            patterns = patterns(world);
        }

        void run(Collection<String> levers, long seed, long replication, Row row) {
            FactLog facts = simulation.run(levers, seed, replication);
            measures.fold(facts, row.values(), row.ends());
            measures.curve(facts, curve);
            sinceTheFirstLoss(row.curve());
            for (int i = 0; i < row.given().length; i++) {
                row.given()[i] = patterns.get(i).test(facts);
            }
        }

        /**
         * Runs are laid over each other at their first loss: strikes that fall on different days would make the mean curve
         * a picture of the calendar.
         */
        private void sinceTheFirstLoss(StepCurve out) {
            out.clear();
            long first = -1;
            for (int i = 0; i < curve.size(); i++) {
                if (first < 0 && curve.value(i) > 0) {
                    first = curve.timeNanos(i);
                }
                if (first >= 0) {
                    out.step(curve.timeNanos(i) - first, curve.value(i));
                }
            }
        }
    }
}
