package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.List;
import org.shieldwall.experiments.statistics.Sample;
import org.shieldwall.scenario.Variety;

/** What runs on more than one map say, in words: of which maps an interval speaks. */
public final class FamilyWords {
    private FamilyWords() {}

    /** Maps on which so many replications run. */
    public static int maps(Variety variety, int replications) {
        return Math.min(variety.members(), replications);
    }

    /** What each map draws anew: paths of numbers, {@code counts.NAME}, {@code links.NAME}. */
    public static List<String> varies(Variety variety) {
        List<String> varies = new ArrayList<>(variety.numbers().keySet());
        variety.counts().keySet().forEach(group -> varies.add("counts." + group));
        variety.topologies().forEach(topology -> varies.add("links." + topology.name()));
        return List.copyOf(varies);
    }

    /** {@code " on 16 maps"}, to stand behind a number of runs; empty where there is no family. */
    public static String on(int maps) {
        return maps > 1 ? " on " + Rounding.number(maps, 0) + " maps" : "";
    }

    /** One sentence: of what an interval speaks. */
    public static String scope(int maps, int replications) {
        return maps >= replications
                ? "Each run had a map of its own, so intervals speak of all maps that the family could draw, and of luck."
                : "Intervals speak of all maps that the family could draw, judged by the means of the %s that it drew; for these %s alone they would be narrower."
                        .formatted(Rounding.number(maps, 0), Rounding.number(maps, 0));
    }

    /** How intervals are found. */
    static String intervals(int members, int replications) {
        return Sample.isClustered(members, replications)
                ? "One mean for each of %1$s maps, every map with as many runs. Differences: paired t over the maps' means (%2$s"
                                .formatted(Rounding.number(members, 0), Rounding.number(members - 1.0, 0))
                        + " degrees of freedom). Means: t, or the bias-corrected and accelerated bootstrap of maps where the"
                        + " mean is still skewed. Shares: Wilson, and medians of times: order statistics, both with as many"
                        + " runs as the differences between maps leave independent (Korn and Graubard). Shares of a mean:"
                        + " Fieller, over maps."
                : "Differences: paired t. Means: t, or the bias-corrected and accelerated bootstrap where the mean is still"
                        + " skewed. Shares: Wilson. Medians of times: order statistics. Shares of a mean: Fieller.";
    }
}
