package org.shieldwall.reports;

import org.shieldwall.experiments.Results;

/** Which colours and marks a strategy has: the baseline ink, the answer green where it is done together, others grey. */
record Look(String fill, String line, boolean together) {
    static Look of(Results results, Results.StrategyResult strategy) {
        var asked = results.design().asked();
        String baseline = asked.get(0);
        String answer = asked.get(asked.size() - 1);
        if (strategy.name().equals(answer)) {
            return strategy.cooperative() ? new Look("cc", "lc", true) : new Look("cd", "ld", false);
        }
        return strategy.name().equals(baseline) ? new Look("ci", "li", false) : new Look("cg", "lg", false);
    }

    /** The tint of its bands. */
    String tint() {
        return "t" + fill.charAt(1);
    }

    /** The class of its sample in a line of text. */
    String key() {
        return "k" + fill.charAt(1);
    }

    /** Draws the mark of a value. */
    void mark(Svg svg, double x, double y) {
        if (together) {
            svg.diamond(fill, x, y);
        } else {
            svg.dot(fill, x, y);
        }
    }
}
