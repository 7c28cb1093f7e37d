package org.shieldwall.experiments;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Technique;

/**
 * The time of day at which the loss begins, where the scenario fixes it: a step that breaks something waits for a date,
 * and most runs with a loss have their first one right after it.
 *
 * @param time local, {@code 15:30}
 * @param share of the runs with a loss, those whose first falls within half an hour after it
 */
record StrikeClock(String time, double share) {
    /** With fewer, the clock on the axis would be wrong for too many of the runs. */
    private static final double MOST = 0.75;

    private static final double WITHIN_HOURS = 0.5;
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final String FIRST_LOSS = "first-loss";

    static @Nullable StrikeClock of(Scenario scenario, Plan plan, Replications replications, int n) {
        int column = -1;
        for (int i = 0; i < replications.columns().size(); i++) {
            column = replications.columns().get(i).name().equals(FIRST_LOSS) ? i : column;
        }
        LocalDateTime date = column < 0 ? null : date(scenario);
        if (date == null) {
            return null;
        }
        double strike = scenario.starts().atZone(scenario.zone()).until(date.atZone(scenario.zone()), ChronoUnit.NANOS)
                / NANOS_PER_HOUR;
        int losses = 0;
        int near = 0;
        for (int strategy = 0; strategy < plan.compared().size(); strategy++) {
            for (double first : replications.column(strategy, column, n)) {
                losses += Double.isNaN(first) ? 0 : 1;
                near += first >= strike && first <= strike + WITHIN_HOURS ? 1 : 0;
            }
        }
        double share = (double) near / losses;
        return share >= MOST
                ? new StrikeClock(date.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)), share)
                : null;
    }

    /** The only date for which steps wait that break something. */
    private static @Nullable LocalDateTime date(Scenario scenario) {
        LocalDateTime found = null;
        for (Campaign campaign : scenario.campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                boolean damages = scenario.techniques().stream()
                        .filter(technique -> technique.name().equals(step.technique()))
                        .map(Technique::damage)
                        .anyMatch(damage -> damage != null);
                LocalDateTime date = step.notBefore();
                if (damages && date != null) {
                    if (found != null && !found.equals(date)) {
                        return null;
                    }
                    found = date;
                }
            }
        }
        return found;
    }
}
