package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/** People without service over time: the sum over services, or the classes that they serve, of people × (1 − level). */
final class PeopleCurve {
    private final Supplies supplies;
    private final List<String> sectors;

    // [supply]
    private final double[] lost;
    private final int[] sectorOf;

    PeopleCurve(World world) {
        supplies = new Supplies(world);
        lost = new double[supplies.count()];
        sectorOf = new int[lost.length];
        TreeSet<String> served = new TreeSet<>();
        for (int supply = 0; supply < lost.length; supply++) {
            if (supplies.people(supply) > 0) {
                served.add(world.service(supplies.service(supply)).sector());
            }
        }
        sectors = List.copyOf(served);
        for (int supply = 0; supply < lost.length; supply++) {
            sectorOf[supply] =
                    sectors.indexOf(world.service(supplies.service(supply)).sector());
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
            if (Supplies.isChange(facts, fact)) {
                int supply = supplies.of(facts, fact);
                int sector = sectorOf[supply];
                if (sector >= 0) {
                    lost[supply] = missing(facts, fact, supply);
                    double sum = 0;
                    for (int other = 0; other < lost.length; other++) {
                        sum += sectorOf[other] == sector ? lost[other] : 0;
                    }
                    out[sector].add(facts.time(fact), sum);
                }
            }
        }
    }

    private double missing(FactLog facts, int fact, int supply) {
        double share = (NeedProgram.FULL - facts.value(fact)) / (double) NeedProgram.FULL;
        return supplies.people(supply) * share;
    }

    void trace(FactLog facts, Curve out) {
        Arrays.fill(lost, 0);
        out.clear();
        out.add(0, 0);
        for (int fact = 0; fact < facts.size(); fact++) {
            if (Supplies.isChange(facts, fact)) {
                int supply = supplies.of(facts, fact);
                lost[supply] = missing(facts, fact, supply);
                double sum = 0;
                for (double people : lost) {
                    sum += people;
                }
                out.add(facts.time(fact), sum);
            }
        }
    }
}
