package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;

/** People without service as time passes, baseline and answer, with the band of the mean and the worst run in ten. */
final class CurveSection implements Section {
    private static final int TABLE_ROWS = 25;

    @Override
    public void write(Html page, Results results) {
        Results.CurveGridResult grid = results.curve();
        if (grid == null || grid.hours().size() < 2) {
            return;
        }
        var asked = results.design().asked();
        Results.StrategyResult first = results.strategy(asked.get(0));
        Results.StrategyResult last = results.strategy(asked.get(asked.size() - 1));
        if (first.curve() == null || last.curve() == null) {
            return;
        }
        page.raw("<section id=\"curve\"><div class=\"say\">");
        page.element("h2", "", "How many are without service, and for how long");
        page.element(
                "p",
                "",
                "The mean of all runs, those without a strike included. The area under a curve is the harm; it is measured in"
                        + " each run and then averaged, never read off this curve.");
        page.raw("</div>\n<figure>");
        page.raw(draw(results, grid, first, last, true)).raw(draw(results, grid, first, last, false));
        page.element(
                "figcaption",
                "",
                "Band: 95 % interval of the mean. Dotted: one run in ten is worse. Runs are laid over each other at their first loss of service; runs without one count as zero.");
        table(page, grid, first, last);
        page.raw("</figure></section>\n");
    }

    private static String draw(
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            boolean wide) {
        int width = wide ? 820 : 358;
        int height = wide ? 330 : 280;
        double left = wide ? 76 : 58;
        double right = width - (wide ? 16 : 8);
        double bottom = height - 40;
        Scale amount = Scale.over(greatest(first, last), 4, bottom, 26);
        double from = grid.hours().get(0);
        double to = grid.hours().get(grid.hours().size() - 1);
        String sentence = "People without service over time. %s peaks at %s, %s at %s."
                .formatted(first.name(), Rounding.number(peak(first), 0), last.name(), Rounding.number(peak(last), 0));
        Svg svg = new Svg(wide ? "w" : "n", width, height, sentence);
        svg.text("s", 0, 12, "People without service");
        for (double tick : amount.ticks()) {
            svg.line(tick == 0 ? "ax" : "gr", 1, left, amount.at(tick), right, amount.at(tick));
            svg.text("s e", left - 8, amount.at(tick) + 4, Rounding.number(tick));
        }
        Scale time = Scale.over(to, wide ? 8 : 4, 0, 1);
        for (double tick : time.ticks()) {
            if (tick <= to) {
                double x = x(tick, from, to, left, right);
                svg.line("ax", 1, x, bottom, x, bottom + 5);
                svg.text("s m", x, bottom + 20, Rounding.number(tick));
            }
        }
        curve(svg, results, grid, first, from, to, left, right, amount);
        curve(svg, results, grid, last, from, to, left, right, amount);
        label(svg, results, grid, first, from, to, left, right, amount, 0);
        label(svg, results, grid, last, from, to, left, right, amount, 1);
        svg.text("s e q", right, height - 4, "hours since the first loss of service");
        return svg.toString();
    }

    private static double greatest(Results.StrategyResult first, Results.StrategyResult last) {
        double greatest = 0;
        for (Results.StrategyResult strategy : List.of(first, last)) {
            for (List<Double> line :
                    List.of(curveOf(strategy).high(), curveOf(strategy).p90())) {
                for (double value : line) {
                    greatest = Math.max(greatest, value);
                }
            }
        }
        return greatest;
    }

    private static Results.CurveResult curveOf(Results.StrategyResult strategy) {
        Results.CurveResult curve = strategy.curve();
        if (curve == null) {
            throw new IllegalArgumentException("The strategy (%s) has no curve.".formatted(strategy.name()));
        }
        return curve;
    }

    private static double peak(Results.StrategyResult strategy) {
        return curveOf(strategy).mean().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static double x(double hours, double from, double to, double left, double right) {
        return left + (right - left) * (hours - from) / (to - from);
    }

    private static void curve(
            Svg svg,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult strategy,
            double from,
            double to,
            double left,
            double right,
            Scale amount) {
        Look look = Look.of(results, strategy);
        Results.CurveResult curve = curveOf(strategy);
        String tint = "t" + look.fill().charAt(1);
        svg.band(
                tint,
                points(grid, curve.high(), from, to, left, right, amount),
                points(grid, curve.low(), from, to, left, right, amount));
        svg.polyline(look.line(), 1, "2 3", points(grid, curve.p90(), from, to, left, right, amount));
        svg.polyline(look.line(), 2, "", points(grid, curve.mean(), from, to, left, right, amount));
    }

    private static List<double[]> points(
            Results.CurveGridResult grid,
            List<Double> values,
            double from,
            double to,
            double left,
            double right,
            Scale amount) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new double[] {x(grid.hours().get(i), from, to, left, right), amount.at(values.get(i))});
        }
        return points;
    }

    /** The name stands on the curve, where it is highest; the second one below its line. */
    private static void label(
            Svg svg,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult strategy,
            double from,
            double to,
            double left,
            double right,
            Scale amount,
            int place) {
        List<Double> mean = curveOf(strategy).mean();
        int top = 0;
        for (int i = 0; i < mean.size(); i++) {
            if (mean.get(i) > mean.get(top)) {
                top = i;
            }
        }
        double x = Math.min(x(grid.hours().get(top), from, to, left, right) + 8, right - 120);
        double y = amount.at(mean.get(top)) + (place == 0 ? -8 : 18);
        svg.text("b halo " + Look.of(results, strategy).fill(), x, y, strategy.name());
    }

    private static void table(
            Html page, Results.CurveGridResult grid, Results.StrategyResult first, Results.StrategyResult last) {
        page.raw(
                "<details><summary>The numbers as a table</summary><table><thead><tr><th>Hours since the first loss</th>");
        for (Results.StrategyResult strategy : List.of(first, last)) {
            page.element("th", "class=\"r\"", strategy.name() + ": mean").element("th", "class=\"r\"", "95 % interval");
        }
        page.raw("</tr></thead><tbody>\n");
        int size = grid.hours().size();
        int step = Math.max(1, size / TABLE_ROWS);
        for (int i = 0; i < size; i += step) {
            page.raw("<tr>").element("td", "", Rounding.number(grid.hours().get(i)));
            for (Results.StrategyResult strategy : List.of(first, last)) {
                Results.CurveResult curve = curveOf(strategy);
                page.element("td", "class=\"r\"", Rounding.number(curve.mean().get(i), 0));
                page.element(
                        "td",
                        "class=\"r\"",
                        "%s to %s"
                                .formatted(
                                        Rounding.number(curve.low().get(i), 0),
                                        Rounding.number(curve.high().get(i), 0)));
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table></details>\n");
    }
}
