package org.shieldwall.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * The main job: replicates all strategies with the same luck until the intervals of their differences are as narrow as
 * asked, and compares them.
 *
 * <p>What comes out depends on the scenario, the plan's strategies, measure, precision, seed and greatest number of
 * replications; not on threads, on time, or on runs that were kept from before.
 */
public final class Experiment {
    static final double CONFIDENCE = 0.95;

    private final Scenario scenario;
    private final Plan plan;
    private final Model model;
    private final int measure;
    private final int members;
    private @Nullable RunFile file;
    private volatile boolean cancelled;
    private volatile Look last;
    private volatile @Nullable Replications running;

    /** @throws IllegalArgumentException if the model has no measure of the name asked for */
    public Experiment(Scenario scenario, Plan plan, Model model) {
        this.scenario = scenario;
        this.plan = plan;
        this.model = model;
        this.measure = indexOf(plan.measure());
        this.members = scenario.variety().members();
        this.last = new Look(Looks.after(0, plan.atMost()), null, Double.POSITIVE_INFINITY, false, false, null);
    }

    private int indexOf(String name) {
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("`%s` has no measure `%s`.".formatted(scenario.id(), name));
    }

    /** Takes up the runs kept in a file, and keeps new ones there. */
    public Experiment keepingRunsIn(RunFile kept) {
        file = kept;
        return this;
    }

    /** Ends the experiment soon; what is finished by then is evaluated. For signal handlers. */
    public void cancel() {
        cancelled = true;
        Replications now = running;
        if (now != null) {
            now.stop();
        }
    }

    /**
     * @return empty where it was cancelled before two replications were finished
     * @throws IOException if the file of runs cannot be read or written
     * @throws RunFailed if a run breaks off
     */
    public Optional<Outcome> run(Progress progress) throws IOException {
        try (Replications replications =
                        new Replications(model, plan.compared(), 0, plan.seed(), plan.threads(), plan.atMost(), true);
                RunFile kept = file) {
            running = replications;
            if (cancelled) {
                return Optional.empty();
            }
            if (kept != null) {
                kept.restore(ScenarioWalk.digest(scenario), plan.seed(), replications);
            }
            replications.onFinished(n -> {
                if (kept != null) {
                    kept.append(n - 1, replications);
                }
                Look look = last;
                progress.at(new Progress.State(n, Math.max(n, look.needed), plan.atMost(), look.widest, look.attained));
            });
            return replicate(replications);
        } finally {
            running = null;
        }
    }

    private Optional<Outcome> replicate(Replications replications) {
        long[] grid = {};
        int n = 0;
        boolean stopped = false;
        while (n < plan.atMost() && !last.reached && !last.pointless && !stopped) {
            int next = Looks.after(n, plan.atMost());
            int finished = Math.min(next, replications.extendTo(next));
            stopped = finished < next;
            if (finished < 2) {
                return Optional.empty();
            }
            if (n == 0) {
                grid = CurveGrid.over(replications.curves(finished), scenario);
                replications.sampleCurvesAt(grid);
            }
            n = finished;
            last = look(replications, Looks.whole(n, members));
        }
        Look look = last;
        int counted = Looks.whole(n, members);
        Evaluation evaluation = new Evaluation(scenario, plan, replications, measure, counted, grid);
        return Optional.of(new Outcome(
                evaluation.results(look.attained, look.reached, stopped, look.few),
                new RunTable(replications, counted)));
    }

    /** Results, and the rows from which they were computed. */
    public record Outcome(Results results, RunTable runs) {}

    /**
     * @param pointless no number of replications on these maps would do
     * @param few set where that is so or looks so
     */
    private record Look(
            int needed,
            Progress.@Nullable Widest widest,
            double attained,
            boolean reached,
            boolean pointless,
            Results.@Nullable FewMaps few) {}

    private record Watched(Strategy baseline, Strategy strategy) {}

    /** Every difference that the answer states: those asked for, and that of the answer to {@code isolated}. */
    private List<Watched> watched() {
        List<Watched> pairs = new ArrayList<>();
        for (Strategy strategy : plan.asked().subList(1, plan.asked().size())) {
            pairs.add(new Watched(plan.baseline(), strategy));
        }
        plan.isolated().ifPresent(isolated -> pairs.add(new Watched(isolated, plan.answer())));
        return pairs;
    }

    private Look look(Replications replications, int n) {
        boolean reached = true;
        boolean pointless = false;
        double worst = -1;
        Progress.Widest widest = null;
        double needed = n;
        double attained = 0;
        Results.FewMaps few = null;
        for (Watched pair : watched()) {
            Evaluation.Matched matched = Evaluation.matched(
                    replications,
                    plan.compared().indexOf(pair.baseline()),
                    plan.compared().indexOf(pair.strategy()),
                    measure,
                    n,
                    members);
            Interval difference = matched.pairs().difference();
            double target = plan.precision().target(matched.meanX());
            double half = difference.halfWidth();
            // Not NaN-safe the other way round: a half-width that does not exist is not narrow enough.
            boolean narrow = half <= target;
            reached &= narrow;
            FamilyPrecision maps = new FamilyPrecision(matched.difference(), target, CONFIDENCE);
            pointless |= !narrow && maps.isOutOfReach();
            double excess = half == 0 ? 0 : half / target;
            if (excess > worst) {
                worst = excess;
                widest = new Progress.Widest(
                        pair.baseline().name(), pair.strategy().name(), difference);
                attained = plan.precision().attained(half, matched.meanX());
                few = narrow || !maps.looksOutOfReach()
                        ? null
                        : new Results.FewMaps(
                                plan.precision().attained(maps.narrowest(), matched.meanX()), maps.enough());
            }
            needed = Math.max(needed, n * maps.timesAsMany());
        }
        int looks = reached || pointless ? n : Looks.atLeast(Math.max(needed, n + 1.0), plan.atMost());
        return new Look(looks, widest, attained, reached, pointless, few);
    }
}
