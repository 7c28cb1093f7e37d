package org.shieldwall.measure;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/** People without service over time: the sum over services of people × (1 − level). */
final class PeopleCurve {
    private final World world;
    private final double[] lost;

    PeopleCurve(World world) {
        this.world = world;
        lost = new double[world.serviceCount()];
    }

    void trace(FactLog facts, Curve out) {
        Arrays.fill(lost, 0);
        out.clear();
        out.add(0, 0);
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_LEVEL) {
                int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
                double missing = (NeedProgram.FULL - facts.value(fact)) / (double) NeedProgram.FULL;
                lost[service] = world.service(service).people() * missing;
                double sum = 0;
                for (double people : lost) {
                    sum += people;
                }
                out.add(facts.time(fact), sum);
            }
        }
    }
}
