package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/** People without service over time: the sum over services of people × (1 − level). */
final class PeopleCurve {
    private final World world;
    private final double[] lost;
    private final List<String> sectors;
    private final int[] sectorOf;

    PeopleCurve(World world) {
        this.world = world;
        lost = new double[world.serviceCount()];
        sectorOf = new int[lost.length];
        TreeSet<String> served = new TreeSet<>();
        for (int service = 0; service < lost.length; service++) {
            if (world.service(service).people() > 0) {
                served.add(world.service(service).sector());
            }
        }
        sectors = List.copyOf(served);
        for (int service = 0; service < lost.length; service++) {
            sectorOf[service] = sectors.indexOf(world.service(service).sector());
        }
    }

    List<String> sectors() {
        return sectors;
    }

    void traceSectors(FactLog facts, Curve[] out) {
        Arrays.fill(lost, 0);
        for (Curve curve : out) {
            curve.clear();
            curve.add(0, 0);
        }
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_LEVEL) {
                int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
                int sector = sectorOf[service];
                if (sector >= 0) {
                    lost[service] = missing(facts, fact, service);
                    double sum = 0;
                    for (int other = 0; other < lost.length; other++) {
                        sum += sectorOf[other] == sector ? lost[other] : 0;
                    }
                    out[sector].add(facts.time(fact), sum);
                }
            }
        }
    }

    private double missing(FactLog facts, int fact, int service) {
        double share = (NeedProgram.FULL - facts.value(fact)) / (double) NeedProgram.FULL;
        return world.service(service).people() * share;
    }

    void trace(FactLog facts, Curve out) {
        Arrays.fill(lost, 0);
        out.clear();
        out.add(0, 0);
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_LEVEL) {
                int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
                lost[service] = missing(facts, fact, service);
                double sum = 0;
                for (double people : lost) {
                    sum += people;
                }
                out.add(facts.time(fact), sum);
            }
        }
    }
}
