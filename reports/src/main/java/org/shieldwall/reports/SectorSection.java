package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** The same curves for each sector by itself, as small multiples. */
final class SectorSection implements Section {
    private static final String HARM = "person-hours-lost.";
    private static final int MOST_PANELS = 9;
    /** Panels whose peaks differ by more than this would show nothing on one scale. */
    private static final double ONE_SCALE = 4;

    private static final int TABLE_ROWS = 12;

    @Override
    public void write(Html page, Results results) {
        Results.CurveGridResult grid = results.curve();
        Results.StrategyResult first = Names.baseline(results);
        Results.StrategyResult last = Names.answer(results);
        List<String> sectors = hit(first, last);
        if (grid == null || sectors.size() < 2) {
            return;
        }
        page.raw("<section id=\"sectors\"><div class=\"say\">");
        page.element("h2", "", title(results, sectors));
        page.element(
                "p", "", "People without service, sector by sector. A person without two services counts in both.");
        page.raw("<p class=\"key\"><span class=\"k ");
        page.raw(Look.of(results, first).key()).raw("\"></span>").text(Names.of(results, first));
        page.raw(" <span class=\"k ")
                .raw(Look.of(results, last).key())
                .raw("\"></span>")
                .text(Names.of(results, last));
        page.raw("</p></div>\n<div>");
        double least =
                sectors.stream().mapToDouble(s -> peak(first, last, s)).min().orElse(1);
        double most =
                sectors.stream().mapToDouble(s -> peak(first, last, s)).max().orElse(1);
        boolean oneScale = most <= ONE_SCALE * least;
        page.raw("<div class=\"three\">");
        for (String sector : sectors) {
            panel(page, results, grid, first, last, sector, oneScale ? most : peak(first, last, sector));
        }
        page.raw("</div>\n");
        page.element(
                "p",
                "class=\"note\"",
                "%s Band: 95 %% interval of the mean. Upright line: %s. The numbers are person-hours lost and the paired difference with its 95 %% interval."
                        .formatted(
                                oneScale ? "One scale for all." : "Each panel has a scale of its own.",
                                grid.clock() == null ? "first loss" : "strike"));
        table(page, results, grid, first, last, sectors);
        page.raw("</div></section>\n");
    }

    /** Sectors that lost anything, the worst hit first. */
    private static List<String> hit(Results.StrategyResult first, Results.StrategyResult last) {
        return first.sectorCurves().keySet().stream()
                .filter(sector -> last.sectorCurves().containsKey(sector) && peak(first, last, sector) > 0)
                .sorted(Comparator.comparingDouble((String sector) -> -harm(first, sector))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_PANELS)
                .toList();
    }

    private static double harm(Results.StrategyResult strategy, String sector) {
        Results.MeasureResult harm = strategy.measures().get(HARM + sector);
        return harm == null || harm.mean() == null ? 0 : harm.mean();
    }

    private static double peak(Results.StrategyResult first, Results.StrategyResult last, String sector) {
        double peak = 0;
        for (Results.StrategyResult strategy : List.of(first, last)) {
            for (double value : curve(strategy, sector).high()) {
                peak = Math.max(peak, value);
            }
        }
        return peak;
    }

    private static Results.CurveResult curve(Results.StrategyResult strategy, String sector) {
        Results.CurveResult curve = strategy.sectorCurves().get(sector);
        if (curve == null) {
            throw new IllegalArgumentException("There is no curve of the sector (%s).".formatted(sector));
        }
        return curve;
    }

    private static String title(Results results, List<String> sectors) {
        Results.StrategyResult first = Names.baseline(results);
        double all = sectors.stream().mapToDouble(sector -> harm(first, sector)).sum();
        List<String> better = sectors.stream()
                .filter(sector -> {
                    Results.Comparison comparison = comparison(results, sector);
                    return comparison != null
                            && comparison.difference().excludesZero()
                            && comparison.difference().mean() < 0;
                })
                .toList();
        String bears = "%s bears %s of the harm"
                .formatted(capital(sectors.get(0)), Rounding.percent(harm(first, sectors.get(0)) / all));
        if (better.isEmpty()) {
            return bears + "; no sector's gain can be told";
        }
        return better.size() == sectors.size()
                ? bears + "; every sector gains"
                : "%s; %s of %d sectors gain".formatted(bears, better.size(), sectors.size());
    }

    private static Results.@Nullable Comparison comparison(Results results, String sector) {
        return Comparisons.toBaseline(results, Names.answer(results).name(), HARM + sector);
    }

    private static void panel(
            Html page,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            String sector,
            double greatest) {
        page.raw("<figure>").element("h3", "class=\"ft\"", capital(sector));
        page.raw("<p class=\"fu\">")
                .text(Rounding.number(round(harm(first, sector)), 0))
                .raw(" → <b class=\"");
        page.raw(Look.of(results, last).fill()).raw("\">");
        page.text(Rounding.number(round(harm(last, sector)), 0)).raw("</b>");
        Results.Comparison comparison = comparison(results, sector);
        if (comparison != null) {
            Interval difference = comparison.difference();
            page.raw("<br>").text("%s (%s)".formatted(Rounding.mean(difference), Rounding.range(difference)));
        }
        page.raw("</p>\n");
        page.raw(draw(results, grid, first, last, sector, greatest)).raw("</figure>\n");
    }

    private static double round(double x) {
        double place = StrictMath.pow(10, Math.max(0, StrictMath.floor(StrictMath.log10(Math.max(1, x))) - 2));
        return StrictMath.rint(x / place) * place;
    }

    private static String draw(
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            String sector,
            double greatest) {
        String sentence = "People without %s over time: at most %s under %s, %s under %s, in the mean."
                .formatted(
                        sector,
                        Rounding.number(most(curve(first, sector)), 0),
                        first.name(),
                        Rounding.number(most(curve(last, sector)), 0),
                        last.name());
        // Small enough to stand two abreast on a phone as it is.
        Svg svg = new Svg("f", 236, 150, sentence);
        Scale amount = Scale.over(greatest, 3, 124, 12);
        TimeAxis time = TimeAxis.of(grid.hours(), grid.clock());
        Plot plot = new Plot(svg, time, amount, 54, 228).axes(3).strike("");
        for (Results.StrategyResult strategy : List.of(first, last)) {
            Results.CurveResult curve = curve(strategy, sector);
            Look look = Look.of(results, strategy);
            plot.band(look, grid.hours(), curve.high(), curve.low());
            plot.line(look, 1.75, "", grid.hours(), curve.mean());
        }
        return svg.toString();
    }

    private static double most(Results.CurveResult curve) {
        return curve.mean().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static void table(
            Html page,
            Results results,
            Results.CurveGridResult grid,
            Results.StrategyResult first,
            Results.StrategyResult last,
            List<String> sectors) {
        TimeAxis time = TimeAxis.of(grid.hours(), grid.clock());
        List<String> heads = new ArrayList<>(List.of("Sector", time.byClock() ? "Clock" : "Time, " + time.unit()));
        heads.add(">" + Names.of(results, first));
        heads.add(">" + Names.of(results, last));
        Table table = new Table(heads.toArray(String[]::new));
        int step = Math.max(1, grid.hours().size() / TABLE_ROWS);
        for (String sector : sectors) {
            for (int i = 0; i < grid.hours().size(); i += step) {
                List<String> row =
                        new ArrayList<>(List.of(sector, time.label(grid.hours().get(i))));
                for (Results.StrategyResult strategy : List.of(first, last)) {
                    Results.CurveResult curve = curve(strategy, sector);
                    Interval interval = new Interval(
                            curve.mean().get(i),
                            curve.low().get(i),
                            curve.high().get(i),
                            0.95);
                    row.add(Rounding.mean(interval) + "\n" + Rounding.range(interval));
                }
                table.row(row);
            }
        }
        table.write(page, "The numbers as a table");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
