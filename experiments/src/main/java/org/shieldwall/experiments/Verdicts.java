package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.experiments.ExpectationCheck.Outcome;
import org.shieldwall.experiments.ExpectationCheck.Verdict;

/** What became of several expectations, in the words that every command and the report use. */
public final class Verdicts {
    private Verdicts() {}

    /** {@code 3 of 5 held; 1 missed; 1 held, but its mask could not be tried}. */
    public static String said(List<Outcome> outcomes) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        outcomes.forEach(outcome -> counts.merge(outcome.verdict(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        parts.add("%d of %d held".formatted(counts.getOrDefault(Verdict.HELD, 0), outcomes.size()));
        counts.forEach((verdict, count) -> {
            if (verdict != Verdict.HELD) {
                parts.add(count + " " + verdict.words());
            }
        });
        return String.join("; ", parts);
    }

    /** Some name a cause which was not masked: that they held is not yet evidence for it. */
    public static boolean leaveCausesUntried(List<Outcome> outcomes) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome.without() == null
                        && outcome.verdict() == Verdict.HELD
                        && !outcome.failsWithout().isEmpty());
    }
}
