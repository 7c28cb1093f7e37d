package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.List;
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
                : "These are means over %s maps, and intervals speak of these maps and of luck, not of one map."
                        .formatted(Rounding.number(maps, 0));
    }
}
