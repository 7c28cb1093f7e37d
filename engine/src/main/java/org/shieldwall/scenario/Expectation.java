package org.shieldwall.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come out, as the scenario itself states it.
 *
 * @param measure name of a measure
 * @param statistic over replications
 * @param quantile for {@code QUANTILE}, 0 to 1
 * @param strategy name of a strategy
 * @param given a fact pattern ({@code campaign.step.success}); null for all runs
 * @param low lower end of the interval, in the measure's unit
 * @param high upper end
 * @param timeUnit unit in which the ends of a time are written ({@code h}, {@code d} …); null where none or several are
 * @param failsWithout paths or levers that must be masked for it to miss
 * @param line line in the scenario file, for messages
 */
public record Expectation(
        String measure,
        Statistic statistic,
        double quantile,
        String strategy,
        @Nullable String given,
        double low,
        double high,
        @Nullable String timeUnit,
        Kind kind,
        List<String> failsWithout,
        @Nullable String source,
        int line) {

    public enum Statistic {
        MEAN,
        MEDIAN,
        QUANTILE,
        SHARE,
        EVERY_RUN,
        ALWAYS
    }

    public enum Kind {
        INPUT,
        CALIBRATED,
        EMERGENT,
        INVARIANT,
        THEORY
    }
}
