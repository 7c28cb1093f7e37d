package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** People without service as time passes, baseline and answer, with the band of the mean and the worst run in ten. */
final class CurveSection implements Section {
    private static final int TABLE_ROWS = 25;
    private static final String PEAK = "people-without-service.peak";

    @Override
    public void write(Html page, Results results) {
        Results.CurveGridResult grid = results.curve();
        Results.StrategyResult first = Names.baseline(results);
        Results.StrategyResult last = Names.answer(results);
        if (grid == null || grid.hours().size() < 2 || first.curve() == null || last.curve() == null) {
            return;
        }
        page.raw("<section id=\"curve\"><div class=\"say\">");
        page.element("h2", "", title(results, last));
        page.element(
                "p",
                "",
                "The mean of all runs, those without a loss included. The area under a curve is the harm; it is measured in"
                        + " each run and then averaged, never read off this curve.");
        page.raw("</div>\n<figure>");
        page.raw(draw(results, grid, first, last, true)).raw(draw(results, grid, first, last, false));
        page.element("figcaption", "", caption(grid));
        table(page, results, grid, first, last);
        page.raw("</figure></section>\n");
    }

    private static String title(Results results, Results.StrategyResult answer) {
        Results.Comparison peak = Comparisons.toBaseline(results, answer.name(), PEAK);
        if (peak == null || !peak.difference().excludesZero()) {
            return "At the peak no difference in people without service can be told";
        }
        Interval difference = peak.difference();
        boolean fewer = difference.mean() < 0;
        Interval size = fewer ? difference.negated() : difference;
        return "At the peak %s %s people are without service (%s)"
                .formatted(Rounding.mean(size), fewer ? "fewer" : "more", Rounding.range(size));
    }

    static String caption(Results.CurveGridResult grid) {
        String laid = grid.clock() == null || grid.clockShare() == null
                ? "Runs are laid over each other at their first loss of service"
                : "In %s of the runs with a loss it begins at %s or within the half hour after; the others are laid over them at their first loss"
                        .formatted(Rounding.percent(grid.clockShare()), grid.clock());
        return "Band: 95 % interval of the mean. Dotted: one run in ten is worse. " + laid
                + "; runs without one count as zero.";
    }

    private static String draw(
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            boolean wide) {
        int width = wide ? 820 : 358;
        int height = wide ? 340 : 290;
        double left = wide ? 70 : 56;
        double right = width - (wide ? 16 : 8);
        Scale amount = Scale.over(greatest(first, last), 4, height - 44, 34);
        TimeAxis time = TimeAxis.of(grid.hours(), grid.clock());
        String sentence = "People without service over time. The mean of %s peaks at %s, that of %s at %s."
                .formatted(first.name(), Rounding.number(peak(first), 0), last.name(), Rounding.number(peak(last), 0));
        Svg svg = new Svg(wide ? "w" : "n", width, height, sentence);
        svg.text("s", 0, 12, "People without service");
        Plot plot = new Plot(svg, time, amount, left, right).axes(wide ? 12 : 5);
        plot.strike(time.byClock() ? grid.clock() + " strike" : "first loss");
        for (Results.StrategyResult strategy : List.of(first, last)) {
            Results.CurveResult curve = curveOf(strategy);
            plot.band(Look.of(results, strategy), grid.hours(), curve.high(), curve.low());
        }
        for (Results.StrategyResult strategy : List.of(first, last)) {
            Results.CurveResult curve = curveOf(strategy);
            Look look = Look.of(results, strategy);
            plot.line(look, 1, "2 3", grid.hours(), curve.p90());
            plot.line(look, 2, "", grid.hours(), curve.mean());
        }
        labels(svg, plot, results, grid, first, last, right);
        svg.text("s e q", right, height - 4, axisTitle(time));
        return svg.toString();
    }

    static String axisTitle(TimeAxis time) {
        return time.byClock()
                ? "clock time on the day of the strike"
                : time.unit() + " since the first loss of service";
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
        Results.@Nullable CurveResult curve = strategy.curve();
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

    /** Names stand on the curves where these are furthest apart: the upper one's above it, the lower one's below. */
    private static void labels(
            Svg svg,
            Plot plot,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            double right) {
        List<Double> a = curveOf(first).mean();
        List<Double> b = curveOf(last).mean();
        int at = 0;
        for (int i = 0; i < a.size(); i++) {
            at = Math.abs(a.get(i) - b.get(i)) > Math.abs(a.get(at) - b.get(at)) ? i : at;
        }
        boolean firstAbove = a.get(at) >= b.get(at);
        Results.StrategyResult upper = firstAbove ? first : last;
        Results.StrategyResult lower = firstAbove ? last : first;
        double x = Math.min(plot.x(grid.hours().get(at)) + 10, right - 130);
        double high = plot.y(Math.max(a.get(at), b.get(at)));
        double low = plot.y(Math.min(a.get(at), b.get(at)));
        svg.text("b halo " + Look.of(results, upper).fill(), x + 14, high - 14, Names.of(results, upper));
        svg.text("b halo " + Look.of(results, lower).fill(), x - 4, low + 26, Names.of(results, lower));
    }

    private static void table(
            Html page,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last) {
        TimeAxis time = TimeAxis.of(grid.hours(), grid.clock());
        Table table = new Table(
                time.byClock() ? "Clock" : capital(time.unit()) + " since the first loss",
                ">" + Names.of(results, first),
                ">" + Names.of(results, last));
        int step = Math.max(1, grid.hours().size() / TABLE_ROWS);
        for (int i = 0; i < grid.hours().size(); i += step) {
            List<String> row = new ArrayList<>();
            row.add(time.label(grid.hours().get(i)));
            for (Results.StrategyResult strategy : List.of(first, last)) {
                Results.CurveResult curve = curveOf(strategy);
                Interval interval = new Interval(
                        curve.mean().get(i),
                        curve.low().get(i),
                        curve.high().get(i),
                        results.design().confidence());
                row.add(Rounding.mean(interval) + "\n" + Rounding.range(interval));
            }
            table.row(row);
        }
        table.write(page, "The numbers as a table");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
