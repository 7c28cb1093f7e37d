package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.CumulativeIncidence;
import org.shieldwall.experiments.statistics.Histogram;
import org.shieldwall.experiments.statistics.Holm;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.experiments.statistics.Means;
import org.shieldwall.experiments.statistics.Pairs;
import org.shieldwall.experiments.statistics.Proportions;
import org.shieldwall.experiments.statistics.Quantiles;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;
import org.shieldwall.scenario.Variety;

/** From the rows of an experiment to its {@link Results}: every number is computed in replication order. */
final class Evaluation {
    private static final double CONFIDENCE = Experiment.CONFIDENCE;
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final int POINTS_OF_INCIDENCE = 120;
    private static final String COST = "cost-of-defence";

    private final Scenario scenario;
    private final Plan plan;
    private final Replications replications;
    private final List<Measures.Column> columns;
    private final int measure;
    private final int n;
    private final long[] grid;

    Evaluation(Scenario scenario, Plan plan, Replications replications, int measure, int n, long[] grid) {
        this.scenario = scenario;
        this.plan = plan;
        this.replications = replications;
        this.columns = replications.columns();
        this.measure = measure;
        this.n = n;
        this.grid = grid;
    }

    /** Values of two strategies in the replications in which both exist. */
    record Matched(double[] x, double[] y) {
        double meanX() {
            return x.length == 0 ? Double.NaN : Means.mean(x);
        }
    }

    static Matched matched(Replications replications, int baseline, int strategy, int column, int n) {
        double[] x = replications.column(baseline, column, n);
        double[] y = replications.column(strategy, column, n);
        int[] both = IntStream.range(0, n)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        return both.length == n
                ? new Matched(x, y)
                : new Matched(
                        Arrays.stream(both).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(both).mapToDouble(i -> y[i]).toArray());
    }

    Results results(double attained, boolean reached, boolean stopped) {
        List<Results.StrategyResult> strategies = strategies();
        List<Results.Comparison> comparisons = comparisons();
        Results.Design design = design(attained, reached, stopped);
        Results.Verdict verdict = verdict(strategies, comparisons);
        String answer = new Answer(scenario, plan, columns.get(measure), strategies, verdict, design).text();
        return new Results(
                scenario.id(),
                Version.current(),
                plan.seed(),
                ScenarioWalk.digest(scenario),
                answer,
                strategies,
                comparisons,
                scenario.name(),
                scenario.summary(),
                design,
                verdict,
                curveGrid(),
                List.of(),
                ScenarioWalk.estimates(scenario),
                new TreeMap<>(scenario.sources()),
                new CampaignWalk(scenario, columns).campaigns(),
                null);
    }

    private Results.Design design(double attained, boolean reached, boolean stopped) {
        return new Results.Design(
                plan.asked().stream().map(Strategy::name).toList(),
                plan.measure(),
                effect(),
                n,
                plan.atMost(),
                plan.precision().isRelative()
                        ? plan.precision().share()
                        : plan.precision().absolute(),
                plan.precision().isRelative(),
                finite(attained),
                reached,
                stopped,
                CONFIDENCE,
                horizonHours(),
                "Differences: paired t. Means: t, or the bias-corrected and accelerated bootstrap where the mean is still"
                        + " skewed. Shares: Wilson. Medians of times: order statistics. Shares of a mean: Fieller.",
                "Holm, over the strategies compared by one measure.",
                scenario.variety().isFamily() ? family(scenario.variety()) : null);
    }

    private Results.FamilyResult family(Variety variety) {
        int maps = FamilyWords.maps(variety, n);
        return new Results.FamilyResult(
                variety.members(), maps, FamilyWords.varies(variety), favouring(variety), FamilyWords.scope(maps, n));
    }

    /** Maps in which the answer did better than the baseline; where the measure does not exist a run says nothing. */
    private int favouring(Variety variety) {
        double[] baseline = replications.column(plan.compared().indexOf(plan.baseline()), measure, n);
        double[] answer = replications.column(plan.compared().indexOf(plan.answer()), measure, n);
        double[] gained = new double[variety.members()];
        double sign = columns.get(measure).better() == Measures.Better.MORE ? 1 : -1;
        for (int i = 0; i < n; i++) {
            double difference = answer[i] - baseline[i];
            gained[variety.memberOf(i + 1L)] += Double.isNaN(difference) ? 0 : sign * difference;
        }
        return (int) Arrays.stream(gained).filter(gain -> gain > 0).count();
    }

    private @Nullable String effect() {
        return new CampaignWalk(scenario, columns).effect();
    }

    private double horizonHours() {
        return scenario.lastsNanos() / NANOS_PER_HOUR;
    }

    // Strategies

    private List<Results.StrategyResult> strategies() {
        Histogram.Bins bins =
                Histogram.Bins.over(IntStream.range(0, plan.compared().size())
                        .mapToObj(strategy -> present(strategy, measure))
                        .toList());
        Set<String> cooperative = scenario.levers().stream()
                .filter(lever -> lever.kind() == Lever.Kind.COOPERATIVE)
                .map(Lever::name)
                .collect(Collectors.toSet());
        List<Results.StrategyResult> results = new ArrayList<>();
        for (int strategy = 0; strategy < plan.compared().size(); strategy++) {
            Strategy said = plan.compared().get(strategy);
            Map<String, Results.MeasureResult> measures = new LinkedHashMap<>();
            Map<String, Results.TimeResult> times = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                measures.put(columns.get(column).name(), measure(strategy, column));
                if (columns.get(column).kind() == Measures.Kind.TIME) {
                    String name = columns.get(column).name();
                    time(strategy, column).ifPresent(result -> times.put(name, result));
                }
            }
            results.add(new Results.StrategyResult(
                    said.name(),
                    said.levers(),
                    said.levers().stream().anyMatch(cooperative::contains),
                    n,
                    costPerYear(measures),
                    measures,
                    Histogram.of(present(strategy, measure), bins),
                    times,
                    grid.length == 0 ? null : curve(strategy, 0),
                    sectorCurves(strategy)));
        }
        return results;
    }

    private double[] present(int strategy, int column) {
        return DoubleStream.of(replications.column(strategy, column, n))
                .filter(x -> !Double.isNaN(x))
                .toArray();
    }

    private Results.MeasureResult measure(int strategy, int column) {
        Measures.Column said = columns.get(column);
        double[] x = present(strategy, column);
        boolean event = said.kind() == Measures.Kind.EVENT;
        double[] quantiles = Quantiles.quantiles(x, 0.1, 0.5, 0.9);
        Interval interval = x.length == 0
                ? new Interval(Double.NaN, Double.NaN, Double.NaN, CONFIDENCE)
                : event
                        ? Proportions.wilson((int) DoubleStream.of(x).sum(), x.length, CONFIDENCE)
                        : Means.interval(x, CONFIDENCE);
        return new Results.MeasureResult(
                finite(interval.mean()),
                finite(interval.low()),
                finite(interval.high()),
                CONFIDENCE,
                said.unit(),
                said.better(),
                said.kind(),
                said.says(),
                x.length,
                n - x.length,
                x.length < 2 ? null : finite(Means.standardDeviation(x)),
                finite(quantiles[0]),
                finite(quantiles[1]),
                finite(quantiles[2]),
                event ? "wilson" : Means.isSkewed(x) ? "bca" : "t");
    }

    private static @Nullable Interval costPerYear(Map<String, Results.MeasureResult> measures) {
        Results.MeasureResult cost = measures.get(COST);
        return cost == null ? null : cost.estimate();
    }

    private Optional<Results.TimeResult> time(int strategy, int column) {
        double[] all = replications.column(strategy, column, n);
        int[] started = IntStream.range(0, n).filter(i -> !Double.isNaN(all[i])).toArray();
        if (started.length == 0) {
            return Optional.empty();
        }
        double[] time = Arrays.stream(started).mapToDouble(i -> all[i]).toArray();
        byte[] ends = new byte[started.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = replications.end(strategy, started[i], column);
        }
        double[] ended = endedAt(strategy, column, started, time);
        CumulativeIncidence incidence = CumulativeIncidence.of(ended, ends);
        int reached = count(ends, CumulativeIncidence.REACHED);
        // Never counts as later than everything, so that the median's interval knows of it.
        double[] orNever = IntStream.range(0, ends.length)
                .mapToDouble(i -> ends[i] == CumulativeIncidence.REACHED ? time[i] : Double.POSITIVE_INFINITY)
                .toArray();
        Interval ofMedian = Quantiles.interval(orNever, 0.5, CONFIDENCE);
        double horizon = watchedInEveryRun(time, ends);
        int open = count(ends, CumulativeIncidence.HORIZON);
        Map<String, Results.EndResult> competing = new LinkedHashMap<>();
        for (byte end : CumulativeIncidence.COMPETING) {
            competing.put(
                    CumulativeIncidence.name(end),
                    new Results.EndResult(
                            incidence.by(end, Double.POSITIVE_INFINITY), points(incidence, end, ended, ends)));
        }
        return Optional.of(new Results.TimeResult(
                Proportions.wilson(reached, ends.length, CONFIDENCE),
                (double) (ends.length - reached - open) / ends.length,
                competing,
                (double) open / ends.length,
                Double.isNaN(incidence.median())
                        ? null
                        : new Interval(incidence.median(), ofMedian.low(), ofMedian.high(), CONFIDENCE),
                incidence.restrictedMean(horizon),
                horizon,
                columns.get(column).unit(),
                points(incidence, CumulativeIncidence.REACHED, ended, ends)));
    }

    /** When each run's time ended, in whatever way; where that is not measured, what was overtaken counts to the horizon. */
    private double[] endedAt(int strategy, int column, int[] started, double[] time) {
        String anyEnd = columns.get(column).name() + Measures.ANY_END;
        for (int other = 0; other < columns.size(); other++) {
            if (columns.get(other).name().equals(anyEnd)) {
                double[] all = replications.column(strategy, other, n);
                return Arrays.stream(started).mapToDouble(i -> all[i]).toArray();
            }
        }
        return time;
    }

    private static int count(byte[] ends, byte end) {
        int count = 0;
        for (byte one : ends) {
            count += one == end ? 1 : 0;
        }
        return count;
    }

    /** The h of the restricted mean: clocks that start late are watched for less than the whole run. */
    private static double watchedInEveryRun(double[] time, byte[] ends) {
        return IntStream.range(0, ends.length)
                .filter(i -> ends[i] != CumulativeIncidence.REACHED)
                .mapToDouble(i -> time[i])
                .min()
                .orElseGet(() -> Arrays.stream(time).max().orElse(0));
    }

    private static List<Results.Point> points(CumulativeIncidence incidence, byte end, double[] time, byte[] ends) {
        double[] reached = IntStream.range(0, ends.length)
                .filter(i -> ends[i] == end)
                .mapToDouble(i -> time[i])
                .sorted()
                .distinct()
                .toArray();
        List<Results.Point> points = new ArrayList<>();
        int every = Math.max(1, (reached.length + POINTS_OF_INCIDENCE - 1) / POINTS_OF_INCIDENCE);
        for (int i = 0; i < reached.length; i++) {
            if (i % every == 0 || i == reached.length - 1) {
                points.add(new Results.Point(reached[i], incidence.by(end, reached[i])));
            }
        }
        return points;
    }

    // Curves

    private Results.@Nullable CurveGridResult curveGrid() {
        if (grid.length == 0) {
            return null;
        }
        List<Double> hours = new ArrayList<>();
        for (long time : grid) {
            hours.add(time / NANOS_PER_HOUR);
        }
        StrikeClock clock = StrikeClock.of(scenario, plan, replications, n);
        return new Results.CurveGridResult(
                "people without service",
                hours,
                clock == null ? null : clock.time(),
                clock == null ? null : clock.share());
    }

    private Map<String, Results.CurveResult> sectorCurves(int strategy) {
        Map<String, Results.CurveResult> curves = new LinkedHashMap<>();
        for (int sector = 0; grid.length > 0 && sector < replications.sectors().size(); sector++) {
            curves.put(replications.sectors().get(sector), curve(strategy, 1 + sector));
        }
        return curves;
    }

    /** @param curve 0 for all sectors together, else 1 and the sector */
    private Results.CurveResult curve(int strategy, int curve) {
        List<Double> mean = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        List<Double> p90 = new ArrayList<>();
        for (int point = 0; point < grid.length; point++) {
            double[] x = replications.sampled(strategy, curve, point, n);
            Interval interval = Means.tInterval(x, CONFIDENCE);
            mean.add(interval.mean());
            low.add(Math.max(0, interval.low()));
            high.add(interval.high());
            p90.add(Quantiles.quantile(x, 0.9));
        }
        return new Results.CurveResult(mean, low, high, p90);
    }

    // Comparisons

    private record Couple(int baseline, int strategy) {}

    /** Every strategy against the baseline, and the answer against {@code isolated}. */
    private List<Couple> couples() {
        int baseline = plan.compared().indexOf(plan.baseline());
        List<Couple> couples = new ArrayList<>();
        for (int strategy = 0; strategy < plan.compared().size(); strategy++) {
            if (strategy != baseline) {
                couples.add(new Couple(baseline, strategy));
            }
        }
        plan.isolated()
                .ifPresent(isolated -> couples.add(new Couple(
                        plan.compared().indexOf(isolated), plan.compared().indexOf(plan.answer()))));
        return couples;
    }

    private List<Results.Comparison> comparisons() {
        List<Results.Comparison> comparisons = new ArrayList<>(compare(measure));
        for (int column = 0; column < columns.size(); column++) {
            if (column != measure && existsInEveryRun(column)) {
                comparisons.addAll(compare(column));
            }
        }
        return comparisons;
    }

    /** What exists only under a condition may be described, never compared: the strategies choose who meets it. */
    private boolean existsInEveryRun(int column) {
        for (int strategy = 0; strategy < plan.compared().size(); strategy++) {
            for (double value : replications.column(strategy, column, n)) {
                if (Double.isNaN(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Results.Comparison> compare(int column) {
        List<Couple> couples = couples();
        List<Pairs> pairs = new ArrayList<>();
        List<@Nullable Interval> relative = new ArrayList<>();
        for (Couple couple : couples) {
            Matched matched = matched(replications, couple.baseline(), couple.strategy(), column, n);
            pairs.add(Pairs.of(matched.x(), matched.y(), CONFIDENCE));
            relative.add(Pairs.relative(matched.x(), matched.y(), CONFIDENCE));
        }
        double[] adjusted = Holm.adjust(pairs.stream().mapToDouble(Pairs::p).toArray());
        List<Results.Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < couples.size(); i++) {
            Pairs pair = pairs.get(i);
            comparisons.add(new Results.Comparison(
                    plan.compared().get(couples.get(i).baseline()).name(),
                    plan.compared().get(couples.get(i).strategy()).name(),
                    columns.get(column).name(),
                    pair.difference(),
                    finite(pair.varianceReduction()),
                    relative.get(i),
                    pair.n(),
                    pair.p(),
                    adjusted[i],
                    pair.detectable()));
        }
        return comparisons;
    }

    private Results.Verdict verdict(List<Results.StrategyResult> strategies, List<Results.Comparison> comparisons) {
        Results.Comparison toBaseline = comparison(comparisons, plan.baseline().name());
        Results.Comparison toIsolated = plan.isolated()
                .map(isolated -> comparison(comparisons, isolated.name()))
                .orElse(null);
        String dearerThan = (toIsolated == null ? toBaseline : toIsolated).baseline();
        return new Results.Verdict(
                finding(toBaseline.difference()),
                toBaseline,
                toIsolated,
                costMore(strategies, dearerThan, plan.answer().name()));
    }

    private Results.Comparison comparison(List<Results.Comparison> comparisons, String baseline) {
        return comparisons.stream()
                .filter(comparison -> comparison.measure().equals(plan.measure())
                        && comparison.baseline().equals(baseline)
                        && comparison.strategy().equals(plan.answer().name()))
                .findFirst()
                .orElseThrow();
    }

    private Results.Finding finding(Interval difference) {
        if (difference.low() == 0 && difference.high() == 0) {
            return Results.Finding.NO;
        }
        if (!difference.excludesZero()) {
            return Results.Finding.NOT_TOLD;
        }
        boolean less = columns.get(measure).better() != Measures.Better.MORE;
        return difference.mean() < 0 == less ? Results.Finding.YES : Results.Finding.NO;
    }

    static @Nullable Double costMore(List<Results.StrategyResult> strategies, String than, String strategy) {
        Interval base = null;
        Interval dear = null;
        for (Results.StrategyResult result : strategies) {
            base = result.name().equals(than) ? result.costPerYear() : base;
            dear = result.name().equals(strategy) ? result.costPerYear() : dear;
        }
        return base == null || dear == null ? null : dear.mean() - base.mean();
    }

    private static @Nullable Double finite(double x) {
        return Double.isFinite(x) ? x : null;
    }
}
