package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** The attacker's path: how many of a hundred campaigns reach each step, and what broke the others. */
final class PathSection implements Section {
    private static final int WIDE = 820;
    private static final int NODE = 56;
    /** Of a letter in bold, about. */
    private static final double LETTER = 7.6;

    private static final int LEAST_BETWEEN = 118;
    private static final double WAY = 20;
    /** Where more steps stand in a column ways are thinner, or those that fan out to them would be one area. */
    private static final int ROWS_OF_FULL_WAYS = 4;
    /** From as many places on, the ways that lead to a step meet at an upright line. */
    private static final int LEAST_GATHERED = 3;
    /** Where that line stands, as a share of the way back from the step. */
    private static final double GATHERED_AT = 0.45;
    /** With fewer that missed their goal a chart of what broke them would be one of whiskers. */
    private static final double LEAST_BROKEN = 0.05;
    /** With more, the copies of a step are drawn as one; the table has each. */
    private static final int MOST_COPIES = 6;

    private static final Map<String, String> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put("isolation", "an asset was cut off");
        CAUSES.put("separation", "a network was separated");
        CAUSES.put("credential-reset", "a stolen password was replaced");
        CAUSES.put("clean-up", "an asset was rebuilt");
        CAUSES.put("shared-indicator", "a trace was known from others");
        CAUSES.put("own-indicator", "a trace was known from an own incident");
        CAUSES.put("tries-used-up", "all that could be tried was tried");
        CAUSES.put("out-of-time", "the run ended first");
    }

    @Override
    public void write(Html page, Results results) {
        int number = 0;
        for (Results.CampaignResult campaign : results.campaigns()) {
            write(page, results, campaign, number++);
        }
    }

    private static void write(Html page, Results results, Results.CampaignResult campaign, int number) {
        Results.StrategyResult first = Names.baseline(results);
        Results.StrategyResult last = Names.answer(results);
        page.raw("<section id=\"path%s\"><div class=\"say\">".formatted(number == 0 ? "" : "-" + (number + 1)));
        page.element("h2", "", title(results, campaign, first, last));
        page.raw("<p>")
                .text("Campaign %s of %s. Of 100 campaigns, how many complete each step. "
                        .formatted(campaign.name(), campaign.actor()));
        page.raw("<b class=\"ca\">Solid</b>")
                .text(": " + Names.inSentence(results, last) + ". Faint: " + Names.inSentence(results, first) + ".");
        if (copies(campaign).size() > 1) {
            page.text(
                    " It reaches its goal somewhere when a step for which it is made succeeds in at least one of its %d"
                                    .formatted(copies(campaign).size())
                            + " places; the numbers at a step are those of one place.");
        }
        page.raw("</p></div>\n<div><figure>");
        Map<String, Integer> depth = depths(campaign);
        int columns = depth.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        boolean fits = copies(campaign).size() <= MOST_COPIES && columns > 1 && WIDE / columns >= LEAST_BETWEEN;
        if (fits) {
            page.raw(ways(results, campaign, first, last, depth, columns));
        }
        page.raw(list(results, campaign, first, last, depth, fits));
        page.element(
                "figcaption",
                "",
                "Share of runs in which the step succeeded at least once%s; Wilson 95 %% intervals are at most ± %s of 100.%s"
                        .formatted(
                                copies(campaign).size() > MOST_COPIES
                                        ? " in one place, in the mean of its %d places"
                                                .formatted(copies(campaign).size())
                                        : "",
                                Rounding.number(widest(campaign, first, last), 0),
                                fits && !gathered(campaign).isEmpty()
                                        ? " At an upright line a step waits for those of several places."
                                        : ""));
        table(page, campaign, first, last, depth);
        page.raw("</figure>\n");
        broken(page, results, campaign, first, last);
        page.raw("</div></section>\n");
    }

    private static String title(
            Results results,
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last) {
        Results.Comparison comparison = Comparisons.toBaseline(results, last.name(), campaign.reached());
        double before = share(first, campaign.reached());
        double after = share(last, campaign.reached());
        boolean told = comparison != null && comparison.difference().excludesZero();
        String goal = copies(campaign).size() > 1 ? "reach their goal somewhere" : "reach their goal";
        return told
                ? "%s of 100 attacks %s, not %s".formatted(hundred(after), goal, hundred(before))
                : "%s of 100 attacks %s; no difference can be told".formatted(hundred(before), goal);
    }

    private static double share(Results.StrategyResult strategy, String measure) {
        Double mean = strategy.measure(measure).mean();
        return mean == null ? 0 : mean;
    }

    private static @Nullable Interval interval(Results.StrategyResult strategy, String measure) {
        return strategy.measure(measure).estimate();
    }

    private static String hundred(double share) {
        return Rounding.number(100 * share, 0);
    }

    /** Of 100; what is more than nothing is not said to be 0. */
    private static String few(double share) {
        return share > 0 && share < 0.005 ? "under 1" : hundred(share);
    }

    private static String scale(double tick, double step) {
        return Rounding.number(tick, step < 1 ? -1 : 0);
    }

    private static double widest(
            Results.CampaignResult campaign, Results.StrategyResult first, Results.StrategyResult last) {
        double widest = 0;
        for (Results.StepResult step : campaign.steps()) {
            for (Results.StrategyResult strategy : List.of(first, last)) {
                Interval interval = interval(strategy, step.measure());
                widest = Math.max(widest, interval == null ? 0 : 100 * interval.halfWidth());
            }
        }
        return Math.ceil(widest);
    }

    // Places

    private static String path(Results.CampaignResult campaign, Results.StepResult step) {
        return campaign.name() + "." + (step.copy() == null ? "" : step.copy() + ".") + step.name();
    }

    /** The longest way of steps that a step waits for, by its path. */
    private static Map<String, Integer> depths(Results.CampaignResult campaign) {
        Map<String, Results.StepResult> steps = new HashMap<>();
        campaign.steps().forEach(step -> steps.put(path(campaign, step), step));
        Map<String, Integer> depths = new HashMap<>();
        for (int round = 0; round <= steps.size(); round++) {
            for (Map.Entry<String, Results.StepResult> step : steps.entrySet()) {
                int depth = 0;
                for (String after : step.getValue().after()) {
                    depth = Math.max(depth, steps.containsKey(after) ? depths.getOrDefault(after, 0) + 1 : 0);
                }
                depths.put(step.getKey(), Math.min(depth, steps.size()));
            }
        }
        return depths;
    }

    private static List<Results.StepResult> inOrder(Results.CampaignResult campaign, Map<String, Integer> depth) {
        return campaign.steps().stream()
                .sorted(Comparator.comparingInt(
                                (Results.StepResult step) -> depth.getOrDefault(path(campaign, step), 0))
                        .thenComparing(step -> leadsOn(campaign, step) ? 0 : 1)
                        .thenComparing(Results.StepResult::name))
                .toList();
    }

    private static boolean leadsOn(Results.CampaignResult campaign, Results.StepResult step) {
        return campaign.steps().stream().anyMatch(other -> other.after().contains(path(campaign, step)));
    }

    private static List<String> copies(Results.CampaignResult campaign) {
        return campaign.steps().stream()
                .map(step -> step.copy() == null ? "" : step.copy())
                .distinct()
                .toList();
    }

    // Drawings

    private static String ways(
            Results results,
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last,
            Map<String, Integer> depth,
            int columns) {
        Map<String, double[]> places = new LinkedHashMap<>();
        Map<String, Results.StepResult> steps = new LinkedHashMap<>();
        // Names of copies stand before the first step.
        double left = copies(campaign).stream().mapToInt(String::length).max().orElse(0) * LETTER + 28;
        double between = (WIDE - 50 - left) / Math.max(1, columns - 1);
        double top = 24;
        int most = 1;
        Map<String, Double> copyTops = new LinkedHashMap<>();
        for (String copy : copies(campaign)) {
            Map<Integer, Integer> stacked = new HashMap<>();
            copyTops.put(copy, top);
            for (Results.StepResult step : inOrder(campaign, depth)) {
                if ((step.copy() == null ? "" : step.copy()).equals(copy)) {
                    String path = path(campaign, step);
                    int column = depth.getOrDefault(path, 0);
                    int row = stacked.merge(column, 1, Integer::sum) - 1;
                    places.put(path, new double[] {left + column * between, top + row * NODE});
                    steps.put(path, step);
                }
            }
            int rows =
                    stacked.values().stream().mapToInt(Integer::intValue).max().orElse(1);
            most = Math.max(most, rows);
            top += NODE * rows + 14;
        }
        Svg svg = new Svg("w", WIDE, (int) top, sentence(campaign, first, last, depth));
        Set<String> gathered = gathered(campaign);
        double full = WAY * Math.min(1, ROWS_OF_FULL_WAYS / (double) most);
        for (Results.StrategyResult strategy : List.of(first, last)) {
            for (Map.Entry<String, Results.StepResult> step : steps.entrySet()) {
                double[] at = places.get(step.getKey());
                if (at != null && gathered.contains(step.getKey())) {
                    String line = strategy.equals(last) ? "la" : "lat";
                    gather(svg, strategy, line, step.getValue(), at, steps, places, between, full);
                    continue;
                }
                for (String after : step.getValue().after()) {
                    double[] from = places.get(after);
                    double[] to = places.get(step.getKey());
                    if (from != null && to != null) {
                        double width = Math.max(
                                0.5, full * share(strategy, step.getValue().measure()));
                        svg.way(strategy.equals(last) ? "la" : "lat", width, from[0], from[1], to[0], to[1]);
                    }
                }
            }
        }
        places.forEach((path, place) -> node(svg, first, last, step(steps, path), place));
        copyTops.forEach((copy, y) -> svg.text("b", 0, y + 5, copy));
        return svg.toString();
    }

    /** Steps that wait for several copies of a step: drawn one by one their ways would hide each other. */
    private static Set<String> gathered(Results.CampaignResult campaign) {
        Map<String, Results.StepResult> steps = new HashMap<>();
        campaign.steps().forEach(step -> steps.put(path(campaign, step), step));
        Set<String> gathered = new HashSet<>();
        for (Map.Entry<String, Results.StepResult> step : steps.entrySet()) {
            long places = step.getValue().after().stream()
                    .map(steps::get)
                    .filter(Objects::nonNull)
                    .map(Results.StepResult::copy)
                    .distinct()
                    .count();
            if (places >= LEAST_GATHERED) {
                gathered.add(step.getKey());
            }
        }
        return gathered;
    }

    /** All that the step waits for runs level to an upright line, and one way from there to the step. */
    private static void gather(
            Svg svg,
            Results.StrategyResult strategy,
            String line,
            Results.StepResult step,
            double[] to,
            Map<String, Results.StepResult> steps,
            Map<String, double[]> places,
            double between,
            double full) {
        double x = to[0] - between * GATHERED_AT;
        double top = to[1];
        double foot = to[1];
        for (String after : step.after()) {
            double[] from = places.get(after);
            if (from != null) {
                svg.way(
                        line,
                        Math.max(0.5, full * share(strategy, step(steps, after).measure())),
                        from[0],
                        from[1],
                        x,
                        from[1]);
                top = Math.min(top, from[1]);
                foot = Math.max(foot, from[1]);
            }
        }
        svg.way(line, Math.max(0.5, full * share(strategy, step.measure())), x, to[1], to[0], to[1]);
        svg.line("ax", 5, x, top - full / 2, x, foot + full / 2);
    }

    private static Results.StepResult step(Map<String, Results.StepResult> steps, String path) {
        Results.StepResult step = steps.get(path);
        if (step == null) {
            throw new IllegalArgumentException("There is no step `%s`.".formatted(path));
        }
        return step;
    }

    private static void node(
            Svg svg,
            Results.StrategyResult first,
            Results.StrategyResult last,
            Results.StepResult step,
            double[] place) {
        String number = hundred(share(last, step.measure()));
        if (step.damages()) {
            svg.bar("ci", place[0] - 15, place[1] - 13, 30, 26);
            svg.text("m on", place[0], place[1] + 5, number);
        } else {
            svg.ring("la", place[0], place[1], 15, 2);
            svg.text("m b", place[0], place[1] + 5, number);
        }
        svg.text("m s halo", place[0], place[1] + 27, step.name());
        svg.text("s q halo", place[0] + 19, place[1] - 9, hundred(share(first, step.measure())));
    }

    /** The share of the copies that complete a step, where many are drawn as one. */
    private static double meanShare(Results.StrategyResult strategy, List<Results.StepResult> copies) {
        double sum = 0;
        for (Results.StepResult step : copies) {
            sum += share(strategy, step.measure());
        }
        return sum / copies.size();
    }

    /** Bars, step by step: on a phone, and where the way has too many steps to be drawn. */
    private static String list(
            Results results,
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last,
            Map<String, Integer> depth,
            boolean narrowOnly) {
        int width = 358;
        int left = 150;
        double full = width - left - 40.0;
        boolean many = copies(campaign).size() > MOST_COPIES;
        Map<String, List<Results.StepResult>> rows = new LinkedHashMap<>();
        for (Results.StepResult step : inOrder(campaign, depth)) {
            String name = many || step.copy() == null ? step.name() : step.copy() + ": " + step.name();
            rows.computeIfAbsent(name, none -> new ArrayList<>()).add(step);
        }
        Svg svg = new Svg(narrowOnly ? "n" : "f", width, 30 * rows.size() + 4, sentence(campaign, first, last, depth));
        double y = 4;
        for (Map.Entry<String, List<Results.StepResult>> row : rows.entrySet()) {
            double was = meanShare(first, row.getValue());
            double is = meanShare(last, row.getValue());
            boolean damages = row.getValue().get(0).damages();
            String name = row.getKey();
            svg.text("e s b", left - 10, y + 15, name.length() > 22 ? name.substring(0, 21) + "…" : name);
            svg.bar(damages ? "ti" : "ta", left, y, full * was, 20);
            svg.bar(damages ? "ci" : "ca", left, y, full * is, 20);
            boolean inside = full * is > 30;
            double end = left + full * Math.max(was, is);
            svg.text(inside ? "on s" : "s b halo", inside ? left + 6 : end + 6, y + 15, hundred(is));
            svg.text("s q", end + (inside ? 5 : 28), y + 15, hundred(was));
            y += 30;
        }
        return svg.toString();
    }

    private static String sentence(
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last,
            Map<String, Integer> depth) {
        StringBuilder sentence = new StringBuilder("Of 100 campaigns %s under %s, in brackets under %s:"
                .formatted(campaign.name(), last.name(), first.name()));
        for (Results.StepResult step : inOrder(campaign, depth)) {
            sentence.append(" %s%s %s (%s);"
                    .formatted(
                            step.copy() == null ? "" : step.copy() + " ",
                            step.name(),
                            hundred(share(last, step.measure())),
                            hundred(share(first, step.measure()))));
        }
        return sentence.toString();
    }

    private static void table(
            Html page,
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last,
            Map<String, Integer> depth) {
        Table table = new Table("Step", "Technique", ">" + first.name(), ">" + last.name());
        for (Results.StepResult step : inOrder(campaign, depth)) {
            table.row(
                    (step.copy() == null ? "" : step.copy() + ": ") + step.name(),
                    step.technique().replace('-', ' '),
                    percent(interval(first, step.measure())),
                    percent(interval(last, step.measure())));
        }
        table.write(page, "The numbers as a table");
    }

    private static String percent(@Nullable Interval share) {
        return share == null
                ? "–"
                : "%s\n%s to %s".formatted(Rounding.percent(share.mean()), hundred(share.low()), hundred(share.high()));
    }

    // What broke it

    private static void broken(
            Html page,
            Results results,
            Results.CampaignResult campaign,
            Results.StrategyResult first,
            Results.StrategyResult last) {
        List<String> met = campaign.brokenBy().stream()
                .filter(measure -> share(first, measure) + share(last, measure) > 0)
                .toList();
        if (met.isEmpty()) {
            return;
        }
        page.raw("<figure class=\"more\">").element("h3", "class=\"ft\"", "What broke the last way forward");
        if (1 - share(first, campaign.reached()) < LEAST_BROKEN && 1 - share(last, campaign.reached()) < LEAST_BROKEN) {
            page.element(
                    "p",
                    "class=\"fu\"",
                    "Of 100 campaigns %s missed their goal under %s and %s under %s: too few to compare what broke them."
                            .formatted(
                                    few(1 - share(last, campaign.reached())),
                                    Names.inSentence(results, last),
                                    few(1 - share(first, campaign.reached())),
                                    Names.inSentence(results, first)));
        } else {
            page.element(
                    "p",
                    "class=\"fu\"",
                    "of 100 campaigns, with 95 % intervals; faint: " + Names.inSentence(results, first));
            page.raw(causes(met, first, last, true)).raw(causes(met, first, last, false));
        }
        Table table = new Table("What broke it", ">" + first.name(), ">" + last.name());
        for (String measure : met) {
            table.row(says(measure), percent(interval(first, measure)), percent(interval(last, measure)));
        }
        page.element(
                "figcaption",
                "",
                "A step counts as broken at its last loss or failure after which it never succeeded again; what did it is the"
                        + " defender's action to which its causes lead. Each campaign that missed its goal counts once.");
        table.write(page, "The numbers as a table");
        page.raw("</figure>\n");
    }

    private static String causes(
            List<String> met, Results.StrategyResult first, Results.StrategyResult last, boolean wide) {
        int left = wide ? 270 : 0;
        int width = wide ? WIDE : 358;
        int rowHeight = wide ? 28 : 44;
        double most = 0;
        for (String measure : met) {
            for (Results.StrategyResult strategy : List.of(first, last)) {
                Interval interval = interval(strategy, measure);
                most = Math.max(most, interval == null ? 0 : interval.high());
            }
        }
        Scale scale = Scale.over(most, 4, left, width - 60);
        StringBuilder sentence = new StringBuilder("What broke campaigns:");
        met.forEach(measure -> sentence.append(" %s %s of 100, %s before;"
                .formatted(says(measure), hundred(share(last, measure)), hundred(share(first, measure)))));
        int foot = rowHeight * met.size() + 2;
        Svg svg = new Svg(wide ? "w" : "n", width, foot + 24, sentence.toString());
        for (double tick : scale.ticks()) {
            svg.line(tick == 0 ? "ax" : "gr", 1, scale.at(tick), 0, scale.at(tick), foot);
            svg.text(tick == 0 ? "s q" : "s m q", scale.at(tick), foot + 16, scale(100 * tick, 100 * scale.step()));
        }
        double y = 2;
        for (String measure : met) {
            String key = colour(measure);
            svg.text(wide ? "e" : "s", wide ? left - 12 : 0, y + (wide ? 14 : 11), says(measure));
            double barAt = wide ? y : y + 16;
            svg.bar("t" + key, left, barAt, scale.at(share(first, measure)) - left, 18);
            svg.bar("c" + key, left, barAt + 4, scale.at(share(last, measure)) - left, 10);
            Interval interval = interval(last, measure);
            if (interval != null) {
                svg.plainWhisker("li", scale.at(interval.low()), scale.at(interval.high()), barAt + 9);
                svg.text(
                        "s b",
                        scale.at(Math.max(interval.high(), share(first, measure))) + 8,
                        barAt + 13,
                        few(interval.mean()));
            }
            y += rowHeight;
        }
        return svg.toString();
    }

    private static String colour(String measure) {
        return switch (cause(measure)) {
            case "shared-indicator" -> "c";
            case "tries-used-up", "out-of-time" -> "g";
            default -> "d";
        };
    }

    private static String cause(String measure) {
        return measure.substring("broken-by-".length(), measure.indexOf('.'));
    }

    private static String says(String measure) {
        return CAUSES.getOrDefault(cause(measure), cause(measure).replace('-', ' '));
    }
}
