package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.experiments.statistics.Means;
import org.shieldwall.experiments.statistics.Proportions;
import org.shieldwall.experiments.statistics.Quantiles;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Expectation.Kind;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;
import org.shieldwall.scenario.Variety;
import org.shieldwall.world.Family;

/**
 * Tries what a scenario expects of itself.
 *
 * <p>Replications 1…n of seed {@value #SEED}, n doubling from {@value #FIRST_LOOK}: an expectation holds when the 99 %
 * interval of its statistic lies inside what was expected, is missed when it lies outside, and is looked at again with
 * more runs until then; undecided at the limit counts as missed. Statements on every run fail at the first run that breaks
 * them and hold at the first look with {@value #RUNS_FOR_EVERY} runs. What names a cause ({@code fails-without}) is tried
 * again with the cause masked, and must then miss: else it would not be evidence for it.
 *
 * <p>Expectations of the same strategy share their runs. Results do not depend on threads.
 */
public final class ExpectationCheck {
    public static final int DEFAULT_LIMIT = 10_000;

    private static final long SEED = 1;
    private static final int FIRST_LOOK = 100;
    private static final int RUNS_FOR_EVERY = 100;
    private static final int LEAST_CASES = 30;
    private static final double CONFIDENCE = 0.99;
    /** What is stated exactly may differ in the last digits of a sum. */
    private static final double EXACT = 1e-9;

    private final Scenario scenario;
    private final Models models;
    private final int threads;
    private final int limit;
    private final boolean masks;
    private volatile boolean cancelled;
    private volatile @Nullable Replications running;

    /** The scenario as a model, with some names as if not written. */
    @FunctionalInterface
    public interface Models {
        Model of(Set<String> masked, List<String> conditions);

        static Models simulating(Scenario scenario) {
            return (masked, conditions) -> new EngineModel(Family.of(scenario, masked), conditions);
        }
    }

    /** Told after every look. */
    @FunctionalInterface
    public interface Progress {
        /** @param open expectations that this many runs did not yet decide */
        void at(String strategy, Set<String> masked, int runs, int open);
    }

    public enum Status {
        PASS,
        FAIL,
        UNDECIDED
    }

    /** What came of an expectation and of its mask together. */
    public enum Verdict {
        /** And, where its cause was masked, it missed. */
        HELD("held"),
        /** It names a cause and also held where the cause was masked: it is no evidence for it. */
        HELD_WITHOUT_ITS_CAUSE("held, but without its cause too"),
        /** Where its cause was masked, no run or too few met its condition or had its measure. */
        MASK_NOT_TRIED("held, but its mask could not be tried"),
        /** Where its cause was masked, all runs allowed did not decide it. */
        MASK_UNDECIDED("held, but undecided without its cause"),
        MISSED("missed"),
        UNDECIDED("undecided");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** In words, as every command and the report say it. */
        public String words() {
            return words;
        }
    }

    /** What an expectation says of the model when it holds. */
    public enum Evidence {
        /** It came out without having been put in, as a source reports it. */
        HISTORY("history"),
        THEORY("theory"),
        /** It came out without having been put in, as the author thought. */
        AUTHOR("the author's expectations"),
        /** It was put in, fitted, or must hold always: it proves nothing. */
        NONE("put in or fitted");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What became of one expectation.
     *
     * @param timeUnit unit in which its author wrote a time; null where the unit is to be chosen
     * @param quantile for the statistic {@code quantile}; else null
     * @param failsWithout what it names as its cause
     * @param status without anything masked
     * @param measured value of the statistic; null where no run had the measure
     * @param interval of 99 %; null for statements on every run
     * @param runs replications made
     * @param maps in which they ran: members of a family, 1 where the scenario is none
     * @param cases of them those that met {@code given} and had the measure
     * @param givenFrequency share of runs that met {@code given}; null where nothing is given
     * @param brokenBy first replication that broke a statement on every run; null where none did
     * @param without the same with its cause masked; null where none is named or masks were not asked for
     */
    public record Outcome(
            String measure,
            String unit,
            @Nullable String timeUnit,
            Expectation.Statistic statistic,
            @Nullable Double quantile,
            String strategy,
            @Nullable String given,
            double expectedLow,
            double expectedHigh,
            Kind kind,
            @Nullable String source,
            List<String> failsWithout,
            int line,
            Status status,
            @Nullable Double measured,
            @Nullable Interval interval,
            int runs,
            int maps,
            int cases,
            @Nullable Double givenFrequency,
            @Nullable Integer brokenBy,
            @Nullable Without without) {

        /** It passed and, where its cause was masked, missed. */
        public boolean held() {
            return verdict() == Verdict.HELD;
        }

        public Verdict verdict() {
            Without masked = without;
            return switch (status) {
                case FAIL -> Verdict.MISSED;
                case UNDECIDED -> Verdict.UNDECIDED;
                case PASS ->
                    masked == null || masked.status() == Status.FAIL
                            ? Verdict.HELD
                            : masked.status() == Status.PASS
                                    ? Verdict.HELD_WITHOUT_ITS_CAUSE
                                    : masked.cases() < LEAST_CASES ? Verdict.MASK_NOT_TRIED : Verdict.MASK_UNDECIDED;
            };
        }

        public Evidence evidence() {
            return switch (kind) {
                case EMERGENT -> source == null ? Evidence.AUTHOR : Evidence.HISTORY;
                case THEORY -> Evidence.THEORY;
                case INPUT, CALIBRATED, INVARIANT -> Evidence.NONE;
            };
        }
    }

    /**
     * An expectation tried with its cause masked.
     *
     * @param cases runs that met {@code given} and had the measure
     */
    public record Without(
            List<String> masked,
            Status status,
            @Nullable Double measured,
            @Nullable Interval interval,
            int runs,
            int cases) {}

    /**
     * @param limit replications after which an expectation stays undecided
     * @param masks whether to try {@code fails-without}
     */
    public ExpectationCheck(Scenario scenario, Models models, int threads, int limit, boolean masks) {
        this.scenario = scenario;
        this.models = models;
        this.threads = threads;
        this.limit = limit;
        this.masks = masks;
    }

    /** Ends the check soon; {@link #run} then returns what is decided. */
    public void cancel() {
        cancelled = true;
        Replications now = running;
        if (now != null) {
            now.stop();
        }
    }

    /**
     * @return outcomes in the order in which the scenario states its expectations; fewer if cancelled
     * @throws IllegalArgumentException if an expectation names a measure or strategy that does not exist
     * @throws RunFailed if a run breaks off
     */
    public List<Outcome> run(Progress progress) {
        Map<Expectation, Trial> plain = new LinkedHashMap<>();
        Map<Expectation, Trial> masked = new LinkedHashMap<>();
        for (Group group : groups()) {
            List<Trial> trials = tried(group, progress);
            if (cancelled) {
                break;
            }
            for (Trial trial : trials) {
                (group.masked.isEmpty() ? plain : masked).put(trial.expectation, trial);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            Trial trial = plain.get(expectation);
            if (trial != null) {
                outcomes.add(trial.outcome(masked.get(expectation), scenario.variety()));
            }
        }
        return outcomes;
    }

    /** Expectations that can share runs: one strategy, and the same names masked. */
    private record Group(Strategy strategy, Set<String> masked, List<Expectation> expectations) {}

    private List<Group> groups() {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        for (Expectation expectation : scenario.expectations()) {
            add(groups, expectation, Set.of());
        }
        if (masks) {
            for (Expectation expectation : scenario.expectations()) {
                if (!expectation.failsWithout().isEmpty()) {
                    add(groups, expectation, new TreeSet<>(expectation.failsWithout()));
                }
            }
        }
        return new ArrayList<>(groups.values());
    }

    private void add(Map<List<Object>, Group> groups, Expectation expectation, Set<String> masked) {
        Strategy strategy = strategy(expectation);
        groups.computeIfAbsent(List.of(strategy, masked), key -> new Group(strategy, masked, new ArrayList<>()))
                .expectations
                .add(expectation);
    }

    private Strategy strategy(Expectation expectation) {
        return scenario.strategies().stream()
                .filter(strategy -> strategy.name().equals(expectation.strategy()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Line %d expects something of `%s`, which is no strategy."
                                .formatted(expectation.line(), expectation.strategy())));
    }

    private List<Trial> tried(Group group, Progress progress) {
        List<String> conditions = new ArrayList<>(new LinkedHashSet<>(group.expectations.stream()
                .map(Expectation::given)
                .filter(given -> given != null)
                .map(String::valueOf)
                .toList()));
        Model model = models.of(group.masked, conditions);
        List<Trial> trials = group.expectations.stream()
                .map(expectation -> new Trial(expectation, model.columns(), conditions, group.masked))
                .toList();
        List<Strategy> strategy = List.of(group.strategy);
        try (Replications replications =
                new Replications(model, strategy, conditions.size(), SEED, threads, limit, false)) {
            running = replications;
            for (int n = Math.min(FIRST_LOOK, limit); !cancelled; n = Math.min(2 * n, limit)) {
                if (replications.extendTo(n) < n) {
                    break;
                }
                for (Trial trial : trials) {
                    trial.look(replications, n);
                }
                long open = trials.stream()
                        .filter(trial -> trial.status == Status.UNDECIDED)
                        .count();
                progress.at(group.strategy.name(), group.masked, n, (int) open);
                if (open == 0 || n == limit) {
                    break;
                }
            }
        } finally {
            running = null;
        }
        return trials;
    }

    /** One expectation while runs are added. */
    private static final class Trial {
        private final Expectation expectation;
        private final Measures.Column column;
        private final int index;
        private final int condition;
        private final Set<String> masked;

        private Status status = Status.UNDECIDED;
        private int runs;
        private int met;
        private int cases;
        private double measured = Double.NaN;
        private @Nullable Interval interval;
        private @Nullable Integer brokenBy;

        Trial(Expectation expectation, List<Measures.Column> columns, List<String> conditions, Set<String> masked) {
            this.expectation = expectation;
            this.index = index(expectation, columns);
            this.column = columns.get(index);
            this.condition = expectation.given() == null ? -1 : conditions.indexOf(expectation.given());
            this.masked = masked;
        }

        private static int index(Expectation expectation, List<Measures.Column> columns) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(expectation.measure())) {
                    return i;
                }
            }
            String nearest = columns.stream()
                    .map(Measures.Column::name)
                    .min(Comparator.comparingInt(name -> distance(name, expectation.measure())))
                    .map(name -> " Maybe `" + name + "`.")
                    .orElse("");
            throw new IllegalArgumentException("Line %d expects something of `%s`, which is no measure.%s"
                    .formatted(expectation.line(), expectation.measure(), nearest));
        }

        /** Letters to insert, delete or replace (Levenshtein). */
        private static int distance(String a, String b) {
            int[] row = new int[b.length() + 1];
            Arrays.setAll(row, i -> i);
            for (int i = 1; i <= a.length(); i++) {
                int diagonal = row[0];
                row[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
                }
            }
            return row[b.length()];
        }

        void look(Replications replications, int n) {
            if (status != Status.UNDECIDED) {
                return;
            }
            runs = n;
            double[] x = cases(replications, n);
            cases = x.length;
            switch (expectation.statistic()) {
                case EVERY_RUN, ALWAYS -> lookAtEvery(replications, x, n);
                default -> lookAtInterval(x);
            }
        }

        private boolean meets(Replications replications, int replication) {
            return condition < 0 || replications.given(0, replication, condition);
        }

        private double[] cases(Replications replications, int n) {
            DoubleStream.Builder x = DoubleStream.builder();
            met = 0;
            for (int replication = 0; replication < n; replication++) {
                if (meets(replications, replication)) {
                    met++;
                    double value = replications.value(0, replication, index);
                    if (!Double.isNaN(value)) {
                        x.add(value);
                    }
                }
            }
            return x.build().toArray();
        }

        private void lookAtEvery(Replications replications, double[] x, int n) {
            for (int replication = 0; replication < n; replication++) {
                double value = replications.value(0, replication, index);
                if (meets(replications, replication) && !Double.isNaN(value) && !isInside(value, value)) {
                    brokenBy = replication + 1;
                    measured = value;
                    status = Status.FAIL;
                    return;
                }
            }
            measured = x.length == 0 ? Double.NaN : Means.mean(x);
            if (x.length >= RUNS_FOR_EVERY) {
                status = Status.PASS;
            }
        }

        private void lookAtInterval(double[] x) {
            if (x.length == 0) {
                return;
            }
            Interval now = interval(x);
            interval = now;
            measured = now.mean();
            if (x.length < LEAST_CASES) {
                return;
            }
            if (isInside(now.low(), now.high())) {
                status = Status.PASS;
            } else if (now.high() < low() || now.low() > high()) {
                status = Status.FAIL;
            }
        }

        private Interval interval(double[] x) {
            return switch (expectation.statistic()) {
                case MEDIAN -> Quantiles.interval(x, 0.5, CONFIDENCE);
                case QUANTILE -> Quantiles.interval(x, expectation.quantile(), CONFIDENCE);
                case SHARE -> share(x);
                default -> column.kind() == Measures.Kind.EVENT ? share(x) : Means.interval(x, CONFIDENCE);
            };
        }

        /** Of an event the runs in which it came; of an amount the runs in which there was any. */
        private static Interval share(double[] x) {
            int successes = (int) DoubleStream.of(x).filter(value -> value > 0).count();
            return Proportions.clopperPearson(successes, x.length, CONFIDENCE);
        }

        private boolean isInside(double from, double to) {
            return from >= low() && to <= high();
        }

        private double low() {
            return expectation.low() - EXACT * Math.abs(expectation.low());
        }

        private double high() {
            return expectation.high() + EXACT * Math.abs(expectation.high());
        }

        private @Nullable Double measured() {
            return Double.isNaN(measured) ? null : measured;
        }

        Outcome outcome(@Nullable Trial without, Variety variety) {
            return new Outcome(
                    expectation.measure(),
                    column.unit(),
                    expectation.timeUnit(),
                    expectation.statistic(),
                    expectation.statistic() == Expectation.Statistic.QUANTILE ? expectation.quantile() : null,
                    expectation.strategy(),
                    expectation.given(),
                    expectation.low(),
                    expectation.high(),
                    expectation.kind(),
                    expectation.source(),
                    expectation.failsWithout(),
                    expectation.line(),
                    status,
                    measured(),
                    interval,
                    runs,
                    FamilyWords.maps(variety, runs),
                    cases,
                    condition < 0 || runs == 0 ? null : (double) met / runs,
                    brokenBy,
                    without == null
                            ? null
                            : new Without(
                                    List.copyOf(without.masked),
                                    without.status,
                                    without.measured(),
                                    without.interval,
                                    without.runs,
                                    without.cases));
        }
    }
}
