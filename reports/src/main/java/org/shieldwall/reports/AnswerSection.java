package org.shieldwall.reports;

import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** The answer in one sentence, and the two amounts it compares. */
final class AnswerSection implements Section {
    @Override
    public void write(Html page, Results results) {
        Results.Design design = results.design();
        page.raw("<header class=\"top\">\n<div class=\"kick\"><b>Shieldwall</b><span>Report of an experiment</span>");
        page.raw("<span>")
                .text("%s, %s days".formatted(results.scenario(), Rounding.number(design.horizonHours() / 24)));
        page.raw("</span><span>")
                .text("%s paired runs of each strategy".formatted(Rounding.number(design.replications())));
        page.raw("</span><span>").text("seed " + results.seed()).raw("</span></div>\n");
        page.element("h1", "", results.name() + ". Does it pay that defenders join hands?");
        String answer = results.answer().replace("`", "");
        int end = endOfFirstStatement(answer);
        page.element("p", "class=\"answer\" id=\"answer\"", answer.substring(0, end));
        page.element("p", "class=\"under\"", (answer.substring(end) + " " + under(results)).strip());
        if (results.strategies().stream().allMatch(s -> estimate(results, s) != null)) {
            page.raw("<div class=\"hero\">")
                    .raw(bars(results, true))
                    .raw(bars(results, false))
                    .raw("</div>\n");
        }
        page.raw("</header>\n");
    }

    /** "Yes." and the sentence after it are the answer; what follows stands below, smaller. */
    private static int endOfFirstStatement(String answer) {
        int verdict = answer.indexOf(". ");
        int end = verdict < 0 ? -1 : answer.indexOf(". ", verdict + 2);
        return end < 0 ? answer.length() : end + 1;
    }

    private static String under(Results results) {
        Results.Design design = results.design();
        String precision = design.precisionAttained() == null
                ? ""
                : " The widest interval asked for is ± %s%s."
                        .formatted(
                                design.relative()
                                        ? Rounding.finePercent(design.precisionAttained()) + " of the baseline"
                                        : Rounding.number(design.precisionAttained()),
                                design.reached() ? "" : "; the precision wanted was not reached");
        String about = results.summary().strip();
        return (about.endsWith(".") ? about : about + ".") + precision;
    }

    private static @org.jspecify.annotations.Nullable Interval estimate(
            Results results, Results.StrategyResult strategy) {
        Results.MeasureResult measure = strategy.measures().get(results.design().measure());
        return measure == null ? null : measure.estimate();
    }

    /** Baseline and answer as bars on one scale, each with its interval. */
    private static String bars(Results results, boolean wide) {
        var asked = results.design().asked();
        Results.StrategyResult[] two = {results.strategy(asked.get(0)), results.strategy(asked.get(asked.size() - 1))};
        double greatest = 0;
        for (Results.StrategyResult strategy : two) {
            Interval interval = estimate(results, strategy);
            greatest = Math.max(greatest, interval == null ? 0 : interval.high());
        }
        int left = wide ? 190 : 0;
        int width = wide ? 1120 : 358;
        int rowHeight = wide ? 56 : 64;
        Scale scale = Scale.over(greatest, 4, left, width - 8);
        StringBuilder sentence =
                new StringBuilder("%s.".formatted(results.design().measure()));
        Svg svg = new Svg(wide ? "w" : "n", width, 2 * rowHeight, sentence(results, two, sentence));
        for (int i = 0; i < two.length; i++) {
            Interval interval = estimate(results, two[i]);
            if (interval == null) {
                continue;
            }
            Look look = Look.of(results, two[i]);
            double y = i * rowHeight + (wide ? 8 : 18);
            if (wide) {
                svg.text("b e", left - 14, y + 17, two[i].name());
            } else {
                svg.text("b", 0, y - 8, two[i].name());
            }
            svg.bar(look.fill(), left, y, scale.at(interval.mean()) - left, 24);
            svg.whisker(look.line(), scale.at(interval.low()), scale.at(interval.high()), y + 34);
            boolean inside = scale.at(interval.mean()) - left > 160;
            svg.text(
                    inside ? "on" : "b",
                    inside ? left + 12 : scale.at(interval.mean()) + 8,
                    y + 17,
                    Rounding.mean(interval));
        }
        return svg.toString();
    }

    private static String sentence(Results results, Results.StrategyResult[] two, StringBuilder sentence) {
        for (Results.StrategyResult strategy : two) {
            Interval interval = estimate(results, strategy);
            if (interval != null) {
                sentence.append(
                        " %s %s (%s).".formatted(strategy.name(), Rounding.mean(interval), Rounding.range(interval)));
            }
        }
        return sentence.toString();
    }
}
