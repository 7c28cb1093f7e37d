package org.shieldwall.experiments.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of a share of runs. Neither collapses to a point at 0 of n or n of n, as the textbook normal one does. */
public final class Proportions {
    private Proportions() {}

    /** Wilson's score interval (JASA 22, 1927): near nominal on average; used in reports. */
    public static Interval wilson(int successes, int runs, double confidence) {
        return wilson((double) successes / runs, runs, confidence);
    }

    /** The same for a share that is worth a number of independent runs, which need not be whole. */
    static Interval wilson(double share, double runs, double confidence) {
        double z = Means.normalQuantile(confidence);
        double z2 = z * z / runs;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = z / (1 + z2) * StrictMath.sqrt((share * (1 - share) + z2 / 4) / runs);
        return new Interval(share, share == 0 ? 0 : centre - half, share == 1 ? 1 : centre + half, confidence);
    }

    /** The exact interval of Clopper and Pearson (Biometrika 26, 1934): never below nominal; used to decide expectations. */
    public static Interval clopperPearson(int successes, int runs, double confidence) {
        return clopperPearson((double) successes / runs, runs, confidence);
    }

    /** The same for a share that is worth a number of independent runs, which need not be whole. */
    static Interval clopperPearson(double share, double runs, double confidence) {
        double tail = (1 - confidence) / 2;
        double successes = share * runs;
        double failures = runs - successes;
        double low =
                share == 0 ? 0 : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double high =
                share == 1 ? 1 : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(share, low, high, confidence);
    }
}
