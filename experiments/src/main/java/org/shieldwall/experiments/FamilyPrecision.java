package org.shieldwall.experiments;

import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Means;
import org.shieldwall.experiments.statistics.Sample;
import org.shieldwall.scenario.Variety;

/**
 * Whether more replications, or only more maps, would bring an interval to the half-width wanted. The variance of the mean
 * over maps is {@code σ²(maps) / m + σ²(luck) / n}; replications on the same maps lower the second part alone.
 */
final class FamilyPrecision {
    /** Replications end early only where the maps differ too much by this many standard errors. */
    private static final double SURE = 3;

    private final Sample differences;
    private final double wanted;
    private final double confidence;
    private final Sample.Between between;

    /** @param wanted half-width */
    FamilyPrecision(Sample differences, double wanted, double confidence) {
        this.differences = differences;
        this.wanted = wanted;
        this.confidence = confidence;
        this.between = differences.between();
    }

    /** Half-width that any number of replications on the same maps leaves; 0 where each run has a map of its own. */
    double narrowest() {
        return half(between.variance());
    }

    /** The maps that were drawn surely differ too much; never where nothing would be narrow enough. */
    boolean isOutOfReach() {
        return wanted > 0 && half(Math.max(0, between.variance() - SURE * between.error())) > wanted;
    }

    /** The maps that were drawn differ too much, as far as can be told. */
    boolean looksOutOfReach() {
        return wanted > 0 && narrowest() > wanted;
    }

    private double half(double variance) {
        return variance == 0 ? 0 : Means.tQuantile(differences.clusters() - 1, confidence) * StrictMath.sqrt(variance);
    }

    /** How many times as many replications the half-width wanted takes; infinite where none do. */
    double timesAsMany() {
        double half = differences.tMean(confidence).halfWidth();
        if (half == 0) {
            return 0;
        }
        double floor = narrowest();
        double luck = half * half - floor * floor;
        double allowed = wanted * wanted - floor * floor;
        return allowed <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, luck) / allowed;
    }

    /** Members with which the half-width would be as wanted, with as many replications of each; null if too many. */
    @Nullable
    Integer enough() {
        double variance = StatUtils.variance(differences.units());
        for (int members = differences.clusters() + 1; members <= Variety.MOST_MEMBERS; members++) {
            double half = Means.tQuantile(members - 1, confidence) * StrictMath.sqrt(variance / members);
            if (half <= wanted) {
                return members;
            }
        }
        return null;
    }
}
