package org.shieldwall.scenarios.language;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.Span;

/**
 * Local times that the clocks of their zone leap over or show twice: what is meant then is said. The rule is that of
 * {@link java.time.ZonedDateTime#of(LocalDateTime, ZoneId)}: a time that is leapt over moves on by the leap, of a time that is shown twice
 * the first is meant.
 */
final class Clocks {
    private Clocks() {}

    static void check(Block scenario, Draft draft, Problems problems) {
        Block starts = scenario.find(Language.STARTS);
        ZoneId zone = starts == null ? null : starts.find(Language.ZONE);
        if (starts == null || zone == null) {
            return;
        }
        check(starts.find(Language.LOCAL), zone, starts.span(Language.LOCAL), problems);
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                check(
                        step.block().find(Campaigns.NOT_BEFORE),
                        zone,
                        step.block().span(Campaigns.NOT_BEFORE),
                        problems);
            }
        }
    }

    private static void check(@Nullable LocalDateTime local, ZoneId zone, Span span, Problems problems) {
        if (local == null) {
            return;
        }
        int offsets = zone.getRules().getValidOffsets(local).size();
        if (offsets == 0) {
            problems.add(Problem.warning(
                    span,
                    "the clocks of " + zone.getId() + " leap over `" + local + "`",
                    "taken as " + local.atZone(zone).toLocalDateTime()));
        } else if (offsets > 1) {
            problems.add(Problem.warning(
                    span, "the clocks of " + zone.getId() + " show `" + local + "` twice", "the first is taken"));
        }
    }
}
