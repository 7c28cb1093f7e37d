package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** Harm against cost: which strategies are beaten on both. */
final class CostSection implements Section {
    @Override
    public void write(Html page, Results results) {
        List<Results.StrategyResult> strategies = results.strategies().stream()
                .filter(strategy -> strategy.costPerYear() != null && harm(results, strategy) != null)
                .toList();
        if (strategies.size() < 2) {
            return;
        }
        List<Results.StrategyResult> front = front(results, strategies);
        page.raw("<section id=\"cost\"><div class=\"say\">");
        page.element("h2", "", title(strategies, front));
        page.element(
                "p",
                "",
                "Lower left is better. In the grey area a strategy costs more than another and spares less, both by their"
                        + " means; whiskers are 95 % intervals of the harm.");
        page.raw("</div>\n<figure>");
        page.raw(draw(results, strategies, front, true)).raw(draw(results, strategies, front, false));
        Table table = new Table(
                "Strategy",
                ">" + StrategySection.words(results.design().measure()),
                ">Cost a year",
                "Beaten on both by");
        for (Results.StrategyResult strategy : strategies) {
            Interval harm = harmOf(results, strategy);
            List<String> beaten = beatenBy(results, strategies, strategy);
            table.row(
                    strategy.name(),
                    Rounding.mean(harm) + "\n" + Rounding.range(harm),
                    Rounding.euros(cost(strategy)),
                    beaten.isEmpty() ? "–" : String.join(", ", beaten));
        }
        table.write(page, "The numbers as a table");
        page.raw("</figure></section>\n");
    }

    private static @Nullable Interval harm(Results results, Results.StrategyResult strategy) {
        return strategy.measure(results.design().measure()).estimate();
    }

    private static Interval harmOf(Results results, Results.StrategyResult strategy) {
        Interval harm = harm(results, strategy);
        if (harm == null) {
            throw new IllegalArgumentException("The harm under `%s` is in no run.".formatted(strategy.name()));
        }
        return harm;
    }

    private static double cost(Results.StrategyResult strategy) {
        Interval cost = strategy.costPerYear();
        return cost == null ? 0 : cost.mean();
    }

    private static List<String> beatenBy(
            Results results, List<Results.StrategyResult> strategies, Results.StrategyResult one) {
        double harm = harmOf(results, one).mean();
        return strategies.stream()
                .filter(other -> cost(other) <= cost(one)
                        && harmOf(results, other).mean() <= harm
                        && (cost(other) < cost(one) || harmOf(results, other).mean() < harm))
                .map(Results.StrategyResult::name)
                .toList();
    }

    /** Strategies that nothing beats on both, the cheapest first. */
    private static List<Results.StrategyResult> front(Results results, List<Results.StrategyResult> strategies) {
        return strategies.stream()
                .filter(strategy -> beatenBy(results, strategies, strategy).isEmpty())
                .sorted(Comparator.comparingDouble(CostSection::cost))
                .toList();
    }

    private static String title(List<Results.StrategyResult> strategies, List<Results.StrategyResult> front) {
        List<String> beaten = strategies.stream()
                .filter(strategy -> !front.contains(strategy))
                .map(Results.StrategyResult::name)
                .toList();
        return beaten.isEmpty()
                ? "More money buys less harm: no strategy is beaten on both"
                : "%s %s beaten on cost and on harm"
                        .formatted(String.join(", ", beaten), beaten.size() == 1 ? "is" : "are");
    }

    private static String draw(
            Results results,
            List<Results.StrategyResult> strategies,
            List<Results.StrategyResult> front,
            boolean wide) {
        int width = wide ? 640 : 358;
        int height = wide ? 340 : 300;
        double bottom = height - 48;
        double mostHarm = strategies.stream()
                .mapToDouble(s -> harmOf(results, s).high())
                .max()
                .orElse(1);
        double mostCost =
                strategies.stream().mapToDouble(CostSection::cost).max().orElse(1);
        Scale harm = Scale.over(mostHarm, 4, bottom, 28);
        Scale money = Scale.over(mostCost, 4, wide ? 76 : 62, width - 16);
        Svg svg = new Svg(wide ? "w" : "n", width, height, sentence(results, strategies));
        beatenArea(svg, results, front, harm, money);
        svg.text("s", 0, 12, StrategySection.words(results.design().measure()));
        for (double tick : harm.ticks()) {
            svg.line(tick == 0 ? "ax" : "gr", 1, money.from(), harm.at(tick), money.to(), harm.at(tick));
            svg.text("s e q", money.from() - 6, harm.at(tick) + 4, harm.label(tick));
        }
        for (double tick : money.ticks()) {
            svg.line("ax", 1, money.at(tick), bottom, money.at(tick), bottom + 4);
            String anchor = tick == 0 ? "s q" : tick > money.top() * 0.99 ? "s q e" : "s q m";
            svg.text(anchor, money.at(tick), bottom + 18, tick == 0 ? "0" : Rounding.euros(tick));
        }
        svg.text("s e q", money.to(), height - 6, "cost of defence a year");
        List<double[]> taken = new ArrayList<>();
        for (Results.StrategyResult strategy : strategies) {
            Look look = Look.of(results, strategy);
            Interval interval = harmOf(results, strategy);
            double x = money.at(cost(strategy));
            svg.upright(look.line(), x, harm.at(interval.low()), harm.at(interval.high()));
            look.mark(svg, x, harm.at(interval.mean()));
            taken.add(new double[] {x - 6, harm.at(interval.high()) - 2, x + 6, harm.at(interval.low()) + 2});
        }
        for (Results.StrategyResult strategy : strategies) {
            double y = harm.at(harmOf(results, strategy).mean());
            label(svg, taken, Look.of(results, strategy), strategy.name(), money.at(cost(strategy)), y, width);
        }
        return svg.toString();
    }

    /** A name stands beside its mark: at the nearest place where it covers no other name and no mark. */
    private static void label(Svg svg, List<double[]> taken, Look look, String name, double x, double y, double right) {
        double length = 7.0 * name.length();
        for (double aside : new double[] {0, 16, -16, 32, -32, 48, 64}) {
            for (boolean before : new boolean[] {false, true}) {
                double from = before ? x - 10 - length : x + 10;
                double[] room = {from, y + aside - 8, from + length, y + aside + 7};
                boolean free = room[0] >= 0
                        && room[2] <= right
                        && taken.stream()
                                .noneMatch(other -> room[0] < other[2]
                                        && other[0] < room[2]
                                        && room[1] < other[3]
                                        && other[1] < room[3]);
                if (free) {
                    taken.add(room);
                    if (aside != 0) {
                        svg.line("ru", 1, before ? x - 5 : x + 5, y, before ? x - 9 : x + 9, y + aside);
                    }
                    svg.text(
                            (before ? "s b e halo " : "s b halo ") + look.fill(),
                            before ? x - 10 : x + 10,
                            y + aside + 4,
                            name);
                    return;
                }
            }
        }
        // Full everywhere: the name is in the table.
    }

    private static void beatenArea(
            Svg svg, Results results, List<Results.StrategyResult> front, Scale harm, Scale money) {
        List<double[]> corners = new ArrayList<>();
        double before = harm.to();
        for (Results.StrategyResult strategy : front) {
            double x = money.at(cost(strategy));
            double y = harm.at(harmOf(results, strategy).mean());
            corners.add(new double[] {x, before});
            corners.add(new double[] {x, y});
            before = y;
        }
        corners.add(new double[] {money.to(), before});
        corners.add(new double[] {money.to(), harm.to()});
        svg.area("pa", corners);
    }

    private static String sentence(Results results, List<Results.StrategyResult> strategies) {
        StringBuilder sentence = new StringBuilder("Harm against cost a year.");
        for (Results.StrategyResult strategy : strategies) {
            sentence.append(" %s: %s for %s."
                    .formatted(
                            strategy.name(), Rounding.mean(harmOf(results, strategy)), Rounding.euros(cost(strategy))));
        }
        return sentence.toString();
    }
}
