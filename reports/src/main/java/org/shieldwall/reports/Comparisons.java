package org.shieldwall.reports;

import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;

/** Paired differences by strategy and measure. */
final class Comparisons {
    private static final double TOLD = 0.05;

    private Comparisons() {}

    /** A strategy against the baseline; null where the measure is not compared. */
    static Results.@Nullable Comparison toBaseline(Results results, String strategy, String measure) {
        String baseline = results.design().asked().get(0);
        for (Results.Comparison comparison : results.comparisons()) {
            if (comparison.strategy().equals(strategy)
                    && comparison.baseline().equals(baseline)
                    && comparison.measure().equals(measure)) {
                return comparison;
            }
        }
        return null;
    }

    /** Whether a difference is told from nothing, all strategies compared allowed for. */
    static boolean isTold(Results.Comparison comparison) {
        return comparison.pHolm() < TOLD && comparison.difference().excludesZero();
    }
}
