package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.Said;
import org.shieldwall.experiments.statistics.Interval;

/** Times as the share of runs that have got there by a time: no run is dropped because it never did. */
final class TimesSection implements Section {
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();
    private static final String RESTORE = "time-to-restore.all";

    static {
        SHOWN.put("time-to-detect", "Attack detected");
        SHOWN.put("time-to-contain", "Detected and ended");
        SHOWN.put(RESTORE, "Struck, all service back");
    }

    @Override
    public void write(Html page, Results results) {
        List<String> shown = SHOWN.keySet().stream()
                .filter(name -> results.strategies().stream()
                        .anyMatch(strategy -> strategy.times().containsKey(name)))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.raw("<section id=\"times\"><div class=\"say\">").element("h2", "", title(results));
        page.element(
                "p",
                "",
                "Share of runs that have got there, as time passes. An open circle: the others never did before the end;"
                        + " they are counted, not dropped. The whisker is the 95 % interval of the share.");
        page.raw("<p class=\"key\"><span class=\"k ")
                .raw(Look.of(results, Names.baseline(results)).key());
        page.raw("\"></span>").text(Names.of(results, Names.baseline(results)));
        page.raw(" <span class=\"k ")
                .raw(Look.of(results, Names.answer(results)).key())
                .raw("\"></span>");
        page.text(Names.of(results, Names.answer(results))).raw("</p></div>\n<div><div class=\"three one\">");
        for (String name : shown) {
            panel(page, results, name);
        }
        page.raw("</div>\n");
        page.element(
                "p",
                "class=\"note\"",
                "Cumulative incidence by Aalen and Johansen: where an attacker reached its goal, gave up or lost all it held"
                        + " first, that is an end of its own and no missing value. Time to restore exists only after an outage"
                        + " and describes; strategies are compared by their harm.");
        table(page, results, shown);
        page.raw("</div></section>\n");
    }

    private static String title(Results results) {
        String name = "time-to-detect";
        Results.TimeResult before = Names.baseline(results).times().get(name);
        Results.TimeResult after = Names.answer(results).times().get(name);
        if (before == null || after == null) {
            return "How long it takes";
        }
        boolean apart = before.reached().high() < after.reached().low()
                || after.reached().high() < before.reached().low();
        return apart
                ? "%s of attacks are detected, not %s".formatted(share(after), share(before))
                : "%s of attacks are detected; no difference in how many can be told".formatted(share(before));
    }

    /** Fewer than half is never written as a half. */
    private static String share(Results.TimeResult time) {
        double reached = time.reached().mean();
        boolean nearly = time.median() == null && Math.rint(100 * reached) == 50;
        return nearly ? Rounding.number(100 * reached, -1) + " %" : Rounding.percent(reached);
    }

    private static void panel(Html page, Results results, String name) {
        page.raw("<figure>").element("h3", "class=\"ft\"", SHOWN.getOrDefault(name, name));
        List<Results.StrategyResult> two = new ArrayList<>();
        page.raw("<p class=\"fu\">");
        for (Results.StrategyResult strategy : List.of(Names.baseline(results), Names.answer(results))) {
            Results.TimeResult time = strategy.times().get(name);
            if (time != null) {
                page.raw(two.isEmpty() ? "" : "<br>");
                page.raw("<b class=\"")
                        .raw(Look.of(results, strategy).fill())
                        .raw("\">")
                        .text(share(time))
                        .raw("</b> ");
                page.text(median(time));
                two.add(strategy);
            }
        }
        page.raw("</p>\n").raw(draw(results, name, two)).raw("</figure>\n");
    }

    private static String median(Results.TimeResult time) {
        Interval median = time.median();
        if (median == null) {
            return time.reached().mean() == 0 ? "never" : "fewer than half";
        }
        Interval read = Said.readable(median, time.unit());
        int place = Rounding.place(read.mean()) - 1;
        // No more than three digits, however sure.
        place = Double.isFinite(read.high()) ? Math.max(place, Rounding.place(read)) : place;
        return "half after %s %s"
                .formatted(Rounding.number(read.mean(), place), Said.readableUnit(median, time.unit()));
    }

    private static String draw(Results results, String name, List<Results.StrategyResult> two) {
        double last = 0;
        double horizon = 0;
        StringBuilder sentence = new StringBuilder(SHOWN.getOrDefault(name, name) + ":");
        for (Results.StrategyResult strategy : two) {
            Results.TimeResult time = timeOf(strategy, name);
            horizon = Math.max(horizon, time.horizon());
            for (Results.Point point : time.points()) {
                last = Math.max(last, point.time());
            }
            sentence.append(" %s of runs under %s, %s;".formatted(share(time), strategy.name(), median(time)));
        }
        boolean restore = name.equals(RESTORE);
        double to = Math.max(restore || last > 0 ? last * 1.02 : horizon, 1e-3);
        Svg svg = new Svg("f", 236, 178, sentence.toString());
        Plot plot = new Plot(svg, new TimeAxis(0, to, -1), new Scale(1, 0.5, 142, 10), 42, 224);
        for (double tick : new double[] {0, 0.5, 1}) {
            svg.line(tick == 0 ? "ax" : "gr", 1, 42, plot.y(tick), 224, plot.y(tick));
            svg.text("s e q", 36, plot.y(tick) + 4, Rounding.number(100 * tick, 0) + (tick == 1 ? " %" : ""));
        }
        TimeAxis axis = new TimeAxis(0, to, -1);
        for (double tick : axis.ticks(4)) {
            svg.line("ax", 1, plot.x(tick), 142, plot.x(tick), 146);
            svg.text(tick == 0 ? "s q" : plot.x(tick) > 212 ? "s q e" : "s q m", plot.x(tick), 159, axis.label(tick));
        }
        svg.text("s q e", 224, 175, axis.unit() + (restore ? " after the first loss" : " after the first attempt"));
        double aside = 0;
        for (Results.StrategyResult strategy : two) {
            curve(svg, plot, Look.of(results, strategy), timeOf(strategy, name), to, aside);
            aside += 7;
        }
        return svg.toString();
    }

    private static Results.TimeResult timeOf(Results.StrategyResult strategy, String name) {
        Results.TimeResult time = strategy.times().get(name);
        if (time == null) {
            throw new IllegalArgumentException("`%s` has no `%s`.".formatted(strategy.name(), name));
        }
        return time;
    }

    /** Steps up to the last run that got there; at the end the share, open where some never did. */
    private static void curve(Svg svg, Plot plot, Look look, Results.TimeResult time, double to, double aside) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {plot.x(0), plot.y(0)});
        double reached = 0;
        for (Results.Point point : time.points()) {
            points.add(new double[] {plot.x(point.time()), plot.y(reached)});
            reached = point.reached();
            points.add(new double[] {plot.x(point.time()), plot.y(reached)});
        }
        points.add(new double[] {plot.x(to), plot.y(reached)});
        svg.polyline(look.line(), 1.75, "", points);
        double x = plot.x(to) + aside;
        svg.upright(
                look.line(),
                x,
                plot.y(time.reached().low()),
                plot.y(time.reached().high()));
        if (reached < 1) {
            svg.ring(look.line(), x, plot.y(reached), 4, 1.75);
        }
    }

    private static void table(Html page, Results results, List<String> shown) {
        Table table = new Table(
                "Time",
                "Strategy",
                ">Got there",
                ">Goal reached first",
                ">Gave up",
                ">Evicted unseen",
                ">Still open",
                ">Half of the runs by",
                ">Mean up to the end");
        for (String name : shown) {
            Map<List<String>, List<String>> alike = new LinkedHashMap<>();
            for (Results.StrategyResult strategy : results.strategies()) {
                Results.TimeResult time = strategy.times().get(name);
                if (time != null) {
                    alike.computeIfAbsent(figures(time), none -> new ArrayList<>())
                            .add(strategy.name());
                }
            }
            // Strategies that do not differ in any run stand in one row: a repeated row looks like a fault.
            alike.forEach((figures, strategies) -> {
                List<String> row = new ArrayList<>();
                row.add(Said.measure(name));
                row.add(
                        strategies.size() == results.strategies().size() && strategies.size() > 1
                                ? "all alike"
                                : String.join(", ", strategies));
                row.addAll(figures);
                table.row(row);
            });
        }
        table.write(page, "All strategies as a table");
    }

    private static List<String> figures(Results.TimeResult time) {
        List<String> figures = new ArrayList<>();
        figures.add("%s\n%s to %s"
                .formatted(
                        share(time),
                        Rounding.number(100 * time.reached().low(), 0),
                        Rounding.number(100 * time.reached().high(), 0)));
        for (String end : List.of("goal-reached", "gave-up", "evicted-unseen")) {
            Results.@Nullable EndResult result = time.ends().get(end);
            figures.add(result == null ? "–" : Rounding.percent(result.probability()));
        }
        figures.add(Rounding.percent(time.open()));
        Interval median = time.median();
        if (median == null) {
            figures.add("fewer than half");
        } else if (Double.isFinite(median.high())) {
            figures.add("%s\n%s"
                    .formatted(
                            Said.amount(median.mean(), time.unit()),
                            Said.span(median.low(), median.high(), time.unit())));
        } else {
            figures.add("%s\n%s or later, if ever"
                    .formatted(Said.amount(median.mean(), time.unit()), Said.amount(median.low(), time.unit())));
        }
        figures.add(Said.amount(time.restrictedMean(), time.unit()) + "\nup to "
                + Said.amount(time.horizon(), time.unit()));
        return figures;
    }
}
