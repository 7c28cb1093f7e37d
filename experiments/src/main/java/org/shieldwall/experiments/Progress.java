package org.shieldwall.experiments;

import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Interval;

/** Told how far an experiment is; called by one worker at a time, and to be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = state -> {};

    void at(State state);

    /**
     * @param finished replications of all strategies
     * @param needed replications that the precision will take, as far as can be told; never more than {@code atMost}
     * @param widest at the last look, the comparison that is furthest from its precision; null before the first look
     * @param attained its precision, in the terms asked for
     */
    record State(
            int finished, int needed, int atMost, @Nullable Widest widest, double attained) {}

    /** A difference so far. */
    record Widest(String baseline, String strategy, Interval difference) {}
}
