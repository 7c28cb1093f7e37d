package org.shieldwall.experiments.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of a share of runs. Neither collapses to a point at 0 of n or n of n, as the textbook normal one does. */
public final class Proportions {
    private Proportions() {}

    /** Wilson's score interval (JASA 22, 1927): near nominal on average; used in reports. */
    public static Interval wilson(int successes, int runs, double confidence) {
        double z = Means.normalQuantile(confidence);
        double share = (double) successes / runs;
        double z2 = z * z / runs;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = z / (1 + z2) * StrictMath.sqrt((share * (1 - share) + z2 / 4) / runs);
        return new Interval(
                share, successes == 0 ? 0 : centre - half, successes == runs ? 1 : centre + half, confidence);
    }

    /** The exact interval of Clopper and Pearson (Biometrika 26, 1934): never below nominal; used to decide expectations. */
    public static Interval clopperPearson(int successes, int runs, double confidence) {
        double tail = (1 - confidence) / 2;
        int failures = runs - successes;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double high = failures == 0
                ? 1
                : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval((double) successes / runs, low, high, confidence);
    }
}
