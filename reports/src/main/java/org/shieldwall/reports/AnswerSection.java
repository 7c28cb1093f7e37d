package org.shieldwall.reports;

import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.FamilyWords;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** The answer in one sentence, and the two amounts it compares. */
final class AnswerSection implements Section {
    private static final int WIDE = 1120;
    private static final int NARROW = 358;

    /** Width of a bold digit, about. */
    private static final double LETTER = 8.5;

    @Override
    public void write(Html page, Results results) {
        Results.Design design = results.design();
        page.raw("<header class=\"top\">\n<div class=\"kick\"><b>Shieldwall</b><span>Report of an experiment</span>");
        page.raw("<span>")
                .text("%s, %s days".formatted(results.scenario(), Rounding.number(design.horizonHours() / 24)));
        page.raw("</span><span>")
                .text("%s paired runs of each strategy%s"
                        .formatted(
                                Rounding.number(design.replications()),
                                design.family() == null
                                        ? ""
                                        : FamilyWords.on(design.family().run())));
        page.raw("</span><span>").text("seed " + results.seed()).raw("</span></div>\n");
        page.element("h1", "", results.name() + ". Does it pay that defenders join hands?");
        answer(page, results.answer().replace("`", "").replace(" CI ", " interval "));
        if (results.strategies().stream().allMatch(s -> estimate(results, s) != null)) {
            page.raw("<div class=\"hero\">")
                    .raw(bars(results, true))
                    .raw(bars(results, false))
                    .raw("</div>\n");
        }
        page.raw("</header>\n");
    }

    /** Large up to the interval, which is lighter; what follows stands below, smaller. */
    private static void answer(Html page, String answer) {
        int open = answer.indexOf(" (");
        int close = answer.indexOf(')', Math.max(0, open));
        if (open < 0 || close < 0) {
            page.element("p", "class=\"answer\" id=\"answer\"", answer);
            return;
        }
        String rest = answer.substring(close + 1).strip();
        int end = rest.indexOf(". ") < 0 ? rest.length() : rest.indexOf(". ") + 1;
        page.raw("<p class=\"answer\" id=\"answer\">").text(answer.substring(0, open));
        page.raw(" <span class=\"lt\">").text(answer.substring(open + 1, close + 1));
        page.raw(rest.startsWith(".") ? ".</span></p>\n" : "</span></p>\n");
        String first = rest.substring(0, Math.min(end, rest.length())).replaceFirst("^[,.]\\s*", "");
        String others = rest.substring(Math.min(end, rest.length())).strip();
        if (!first.isEmpty() || !others.isEmpty()) {
            page.raw("<p class=\"under\">");
            if (!first.isEmpty()) {
                page.raw("<b>")
                        .text(
                                Character.isDigit(first.charAt(0))
                                                || first.startsWith("under ")
                                                || first.startsWith("over ")
                                        ? "That is " + first
                                        : Character.toUpperCase(first.charAt(0)) + first.substring(1))
                        .raw("</b> ");
            }
            page.text(others).raw("</p>\n");
        }
    }

    private static @Nullable Interval estimate(Results results, Results.StrategyResult strategy) {
        return strategy.measure(results.design().measure()).estimate();
    }

    private static String bars(Results results, boolean wide) {
        Results.StrategyResult[] two = {Names.baseline(results), Names.answer(results)};
        double greatest = 0;
        for (Results.StrategyResult strategy : two) {
            Interval interval = estimate(results, strategy);
            greatest = Math.max(greatest, interval == null ? 0 : interval.high());
        }
        int left = wide ? 170 : 0;
        int width = wide ? WIDE : NARROW;
        int rowHeight = wide ? 58 : 68;
        // The whole width: these bars have no axis, their numbers stand on them.
        Scale scale = new Scale(greatest > 0 ? greatest : 1, 1, left, width - (wide ? 30 : 10));
        Svg svg = new Svg(wide ? "w" : "n", width, 2 * rowHeight + 10, sentence(results, two));
        for (int i = 0; i < two.length; i++) {
            bar(svg, results, two[i], scale, i * rowHeight + (wide ? 6 : 18), wide);
        }
        difference(svg, results, two, scale, rowHeight + (wide ? 6 : 18), wide);
        return svg.toString();
    }

    private static void bar(
            Svg svg, Results results, Results.StrategyResult strategy, Scale scale, double y, boolean wide) {
        Interval interval = estimate(results, strategy);
        if (interval == null) {
            return;
        }
        Look look = Look.of(results, strategy);
        String name = Names.of(results, strategy);
        boolean named = !name.equals(strategy.name());
        if (wide) {
            svg.text("b e l", scale.from() - 14, y + 12, name);
            if (named) {
                svg.text("s e q", scale.from() - 14, y + 27, strategy.name());
            }
        } else {
            svg.text("b", 0, y - 8, name);
        }
        double end = scale.at(interval.mean());
        svg.bar(look.fill(), scale.from(), y, end - scale.from(), 26);
        svg.plainWhisker(look.line(), scale.at(interval.low()), scale.at(interval.high()), y + 34);
        boolean inside = isLong(scale, end);
        String unit =
                results.strategies().get(0).measure(results.design().measure()).unit();
        String said = Rounding.mean(interval) + (inside ? " " + unit : "");
        svg.text(inside ? "on" : "b halo", inside ? scale.from() + 12 : end + 8, y + 18, said);
    }

    /** Whether a bar has room for its number. */
    private static boolean isLong(Scale scale, double end) {
        return end - scale.from() > 250;
    }

    /** The room between the two bars is what was spared. */
    private static void difference(
            Svg svg, Results results, Results.StrategyResult[] two, Scale scale, double y, boolean wide) {
        Interval base = estimate(results, two[0]);
        Interval answer = estimate(results, two[1]);
        Interval difference = results.verdict().toBaseline().difference();
        if (base == null || answer == null || !difference.excludesZero() || answer.mean() >= base.mean()) {
            return;
        }
        double end = scale.at(answer.mean());
        // Behind a short bar stands its number.
        double number = isLong(scale, end) ? 0 : LETTER * Rounding.mean(answer).length() + 8;
        double from = end + 8 + number;
        double to = scale.at(base.mean());
        String said =
                "%s spared, %s".formatted(Rounding.mean(difference.negated()), Rounding.range(difference.negated()));
        Look look = Look.of(results, two[1]);
        if (to - from > (wide ? 330 : 270)) {
            svg.gap(look.line(), from, to, y + 13);
            svg.text("b m halow " + look.fill(), (from + to) / 2, y + 18, said);
        } else if (to - end > 20) {
            if (to - from > 12) {
                svg.gap(look.line(), from, to, y + 13);
            }
            svg.text("b e halo " + look.fill(), to, y + 56, said);
        }
    }

    private static String sentence(Results results, Results.StrategyResult[] two) {
        StringBuilder sentence =
                new StringBuilder(StrategySection.words(results.design().measure())).append('.');
        for (Results.StrategyResult strategy : two) {
            Interval interval = estimate(results, strategy);
            if (interval != null) {
                sentence.append(" %s %s (%s)."
                        .formatted(Names.of(results, strategy), Rounding.mean(interval), Rounding.range(interval)));
            }
        }
        return sentence.toString();
    }
}
