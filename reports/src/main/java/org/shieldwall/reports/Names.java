package org.shieldwall.reports;

import org.shieldwall.experiments.Plan;
import org.shieldwall.experiments.Results;

/** How a strategy is called: "Each alone" and "Hands joined" for everyone, others by their id. */
final class Names {
    private Names() {}

    static String of(Results results, Results.StrategyResult strategy) {
        if (strategy.name().equals(Plan.ISOLATED)) {
            return "Each alone";
        }
        boolean answer = strategy.name().equals(answer(results).name());
        return answer && strategy.cooperative() ? "Hands joined" : strategy.name();
    }

    /** The same inside a sentence. */
    static String inSentence(Results results, Results.StrategyResult strategy) {
        String name = of(results, strategy);
        return name.equals(strategy.name()) ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Results.StrategyResult baseline(Results results) {
        return results.strategy(results.design().asked().get(0));
    }

    static Results.StrategyResult answer(Results results) {
        var asked = results.design().asked();
        return results.strategy(asked.get(asked.size() - 1));
    }
}
