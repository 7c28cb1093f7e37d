package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.Said;
import org.shieldwall.experiments.StrikeWords;
import org.shieldwall.experiments.statistics.Histogram;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;

/** The table of strategies: mean with interval, spread of runs, paired difference, success of the strike, cost. */
final class StrategySection implements Section {
    private static final int AXIS = 300;

    @Override
    public void write(Html page, Results results) {
        Results.Design design = results.design();
        String measure = design.measure();
        double greatest = results.strategies().stream()
                .map(strategy -> strategy.measure(measure).estimate())
                .filter(interval -> interval != null)
                .mapToDouble(Interval::high)
                .max()
                .orElse(1);
        Scale scale = Scale.over(greatest, 4, 4, AXIS - 4);
        page.raw("<section class=\"full\" id=\"strategies\"><div class=\"say\">");
        page.element("h2", "", title(results));
        page.element(
                "p",
                "",
                "Same attacks, same dice, different defence. A difference is taken run by run, so that chance that hits both"
                        + " cancels out.");
        page.element(
                "p",
                "",
                "Strategies are compared by %s; the baseline is %s."
                        .formatted(
                                Character.toLowerCase(words(measure).charAt(0))
                                        + words(measure).substring(1),
                                design.asked().get(0)));
        page.raw("</div>\n<figure><table class=\"st\"><thead><tr><th class=\"lead\">Strategy</th>");
        page.raw("<th class=\"r\">").text(words(measure)).raw("<br>mean, 95&nbsp;% interval</th><th>");
        page.raw(axis(scale)).raw("</th><th class=\"hist\">");
        page.text("%s runs".formatted(Rounding.number(design.replications()))).raw("<br>hollow: exactly none</th>");
        page.raw("<th class=\"r\">").text("Against " + design.asked().get(0)).raw("<br>paired difference</th>");
        StrikeWords strike = StrikeWords.of(results);
        if (strike != null) {
            page.raw("<th class=\"r\">Strike<br>").text(strike.verb()).raw("</th>");
        }
        page.raw("<th class=\"r\">Cost<br>a year</th></tr></thead><tbody>\n");
        for (Results.StrategyResult strategy : results.strategies()) {
            row(page, results, strategy, scale);
        }
        page.raw("</tbody></table>\n");
        page.element(
                "figcaption",
                "",
                "%s: %s %s%sSmallest difference that these runs show four times in five: %s.%s"
                        .formatted(
                                words(measure),
                                results.strategies().get(0).measure(measure).says(),
                                measure.startsWith("person-hours")
                                        ? "Somebody without two services counts in both. "
                                        : "",
                                strike == null ? "" : strike.definition() + " ",
                                Rounding.number(
                                        results.verdict().toBaseline().detectable(),
                                        Rounding.place(
                                                results.verdict().toBaseline().detectable())),
                                results.strategies().size() > 2
                                        ? " The heading takes the question's own comparison as it is and allows for the number of the others (Holm)."
                                        : ""));
        page.raw("</figure></section>\n");
    }

    /** Who does better than the baseline, and who cannot be told from it. */
    private static String title(Results results) {
        String baseline = results.design().asked().get(0);
        List<String> better = new ArrayList<>();
        List<String> notTold = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        for (Results.StrategyResult strategy : results.strategies()) {
            Results.Comparison comparison = comparison(results, strategy.name());
            if (comparison != null) {
                boolean fewer = comparison.difference().mean() < 0
                        == (strategy.measure(results.design().measure()).better() != Measures.Better.MORE);
                (isTold(results, strategy, comparison) ? fewer ? better : worse : notTold).add(strategy.name());
            }
        }
        if (worse.isEmpty() && notTold.isEmpty() && better.size() > 1) {
            return "Every strategy does better than " + baseline;
        }
        List<String> sentences = new ArrayList<>();
        if (!better.isEmpty()) {
            sentences.add(
                    "%s %s better than %s".formatted(listed(better), better.size() == 1 ? "does" : "do", baseline));
        }
        if (!worse.isEmpty()) {
            sentences.add("%s %s worse".formatted(listed(worse), worse.size() == 1 ? "does" : "do"));
        }
        if (!notTold.isEmpty()) {
            sentences.add(
                    better.isEmpty() && worse.isEmpty()
                            ? "No strategy can be told from " + baseline
                            : listed(notTold) + " cannot be told from it");
        }
        return String.join("; ", sentences);
    }

    /** The question's own comparison stands for itself; the others allow for their number. */
    private static boolean isTold(Results results, Results.StrategyResult strategy, Results.Comparison comparison) {
        return strategy.name().equals(Names.answer(results).name())
                ? comparison.difference().excludesZero()
                : Comparisons.isTold(comparison);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String words(String measure) {
        return Said.measure(measure);
    }

    private static String axis(Scale scale) {
        Svg svg = new Svg("", AXIS, 18, "Scale from 0 to %s.".formatted(scale.label(scale.top())));
        List<Double> ticks = scale.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            String anchor = i == 0 ? "s" : i == ticks.size() - 1 ? "s e" : "s m";
            if (i == 0 || i == ticks.size() - 1 || ticks.size() == 3 && i == 1) {
                svg.text(anchor, i == ticks.size() - 1 ? AXIS : scale.at(ticks.get(i)), 14, scale.label(ticks.get(i)));
            }
        }
        return svg.toString();
    }

    private static void row(Html page, Results results, Results.StrategyResult strategy, Scale scale) {
        String measure = results.design().measure();
        Results.MeasureResult result = strategy.measure(measure);
        Interval interval = result.estimate();
        Look look = Look.of(results, strategy);
        page.raw(look.together() ? "<tr class=\"best\">" : "<tr>").raw("<td><span class=\"id\">");
        String name = Names.of(results, strategy);
        boolean isBaseline = strategy.name().equals(results.design().asked().get(0));
        page.text(strategy.name()).raw("</span><span class=\"d\">");
        page.text((name.equals(strategy.name()) ? "" : name + ": ")
                        + (strategy.levers().isEmpty() ? "no lever" : String.join(", ", strategy.levers()))
                        + (isBaseline ? " (baseline)" : ""))
                .raw("</span></td>\n");
        page.raw("<td class=\"r\" data-l=\"").text(words(measure)).raw("\">");
        value(page, interval);
        page.raw("</td>\n<td>");
        if (interval != null) {
            Svg svg = new Svg("", AXIS, 34, "%s, %s".formatted(Rounding.mean(interval), Rounding.range(interval)));
            for (double tick : scale.ticks()) {
                svg.line(tick == 0 ? "ru" : "gr", 1, scale.at(tick), 0, scale.at(tick), 34);
            }
            svg.whisker(look.line(), scale.at(interval.low()), scale.at(interval.high()), 17);
            look.mark(svg, scale.at(interval.mean()), 17);
            page.raw(svg.toString());
        }
        page.raw("</td><td class=\"hist\">")
                .raw(spread(strategy.spread(), look))
                .raw("</td>\n");
        page.raw("<td class=\"r\" data-l=\"Paired difference\">");
        Results.Comparison comparison = comparison(results, strategy.name());
        if (comparison == null) {
            page.text("–");
        } else {
            value(page, comparison.difference());
        }
        page.raw("</td>");
        if (results.design().effect() != null) {
            StrikeWords strike = StrikeWords.of(results);
            page.raw("<td class=\"r\" data-l=\"Strike ")
                    .text(strike == null ? "lands" : strike.verb())
                    .raw("\">");
            Results.MeasureResult effect =
                    strategy.measures().get(results.design().effect());
            Interval share = effect == null ? null : effect.estimate();
            if (share == null) {
                page.text("–");
            } else {
                page.raw("<span class=\"v\">")
                        .text(Rounding.percent(share.mean()))
                        .raw("</span><span class=\"i\">");
                page.text("%s to %s"
                        .formatted(Rounding.number(100 * share.low(), 0), Rounding.number(100 * share.high(), 0)));
                page.raw("</span>");
            }
            page.raw("</td>");
        }
        page.raw("<td class=\"r\" data-l=\"Cost a year\"><span class=\"v\">");
        Interval cost = strategy.costPerYear();
        page.text(cost == null ? "–" : Rounding.euros(cost.mean())).raw("</span>");
        if (cost != null && !Rounding.euros(cost.low()).equals(Rounding.euros(cost.high()))) {
            page.raw("<span class=\"i\">")
                    .text("%s to %s".formatted(Rounding.euros(cost.low()), Rounding.euros(cost.high())))
                    .raw("</span>");
        }
        page.raw("</td></tr>\n");
    }

    private static void value(Html page, @Nullable Interval interval) {
        if (interval == null) {
            page.text("–");
            return;
        }
        page.raw("<span class=\"v\">").text(Rounding.mean(interval)).raw("</span><span class=\"i\">");
        page.text(Rounding.range(interval)).raw("</span>");
    }

    private static Results.@Nullable Comparison comparison(Results results, String strategy) {
        return Comparisons.toBaseline(results, strategy, results.design().measure());
    }

    private static String spread(Histogram histogram, Look look) {
        int most = histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
        int runs = histogram.counts().stream().mapToInt(Integer::intValue).sum();
        double none = histogram.zero();
        double noneRuns = none < 1 ? runs * none / (1 - none) : Math.max(1, most);
        double top = Math.max(1, Math.max(most, noneRuns));
        Svg svg = new Svg("", 118, 34, "Spread of runs: %s of them exactly none.".formatted(Rounding.percent(none)));
        svg.hollow(0.5, 30 - 28 * noneRuns / top, 6, 28 * noneRuns / top);
        double width = 104.0 / Math.max(1, histogram.counts().size());
        for (int i = 0; i < histogram.counts().size(); i++) {
            double height = 28.0 * histogram.counts().get(i) / top;
            svg.bar(look.fill(), 12 + i * width, 30 - height, Math.max(1, width - 1), height);
        }
        svg.line("ru", 1, 0, 30.5, 118, 30.5);
        return svg.toString();
    }
}
