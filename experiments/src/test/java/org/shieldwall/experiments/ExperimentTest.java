package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shieldwall.experiments.Experiment.Outcome;
import org.shieldwall.experiments.statistics.CumulativeIncidence;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario;

class ExperimentTest {
    @TempDir
    Path folder;

    private final Scenario scenario = Synthetic.scenario(Synthetic.question(0.1, "isolated", "sharing-only", "joint"));
    private final Plan plan =
            Plan.of(scenario, List.of("isolated", "sharing-only", "joint")).withThreads(2);

    private static Outcome run(Scenario scenario, Plan plan) throws IOException {
        return new Experiment(scenario, plan, new Synthetic())
                .run(Progress.NONE)
                .orElseThrow();
    }

    private Outcome run(Synthetic model, Path file) throws IOException {
        return new Experiment(scenario, plan, model)
                .keepingRunsIn(new RunFile(file))
                .run(Progress.NONE)
                .orElseThrow();
    }

    @Test
    void findsTheDifferenceThatIsThere() throws IOException {
        Results results = run(scenario, plan).results();

        Results.Comparison sharing = results.comparisons().get(0);
        assertThat(sharing.baseline()).isEqualTo("isolated");
        assertThat(sharing.strategy()).isEqualTo("sharing-only");
        assertThat(sharing.measure()).isEqualTo("person-hours-lost");
        assertThat(sharing.difference().low()).isLessThan(-Synthetic.MEAN_HARM / 2);
        assertThat(sharing.difference().high()).isGreaterThan(-Synthetic.MEAN_HARM / 2);
        // Half of the same run: (1 + ¼) / ¼.
        assertThat(sharing.varianceReduction()).isCloseTo(5, within(1e-9));
        assertThat(sharing.relative()).isNotNull();
        assertThat(sharing.relative().mean()).isCloseTo(-0.5, within(1e-12));
        assertThat(results.verdict().finding()).isEqualTo(Results.Finding.YES);
        assertThat(results.verdict().costMorePerYear()).isCloseTo(2e6, within(1e-6));
    }

    @Test
    void stopsAtTheFirstLookThatIsPreciseEnough() throws IOException {
        Results results = run(scenario, plan).results();

        int n = results.design().replications();
        assertThat(n).isIn(100, 125, 156, 195, 244, 305, 381, 476, 596, 745, 931);
        assertThat(results.design().reached()).isTrue();
        assertThat(results.design().precisionAttained()).isLessThanOrEqualTo(0.1);
        Results before = run(scenario, plan.withAtMost(Looks.after(0, n - 1) == n ? 99 : (int) Math.ceil(n / 1.25) - 1))
                .results();
        assertThat(before.design().reached()).isFalse();
    }

    @Test
    void looksGrowByAQuarter() {
        List<Integer> looks = new ArrayList<>();
        for (int n = 0; n < 4_000; n = Looks.after(n, 4_000)) {
            looks.add(n);
        }

        assertThat(looks).startsWith(0, 100, 125, 156, 195, 244, 305, 381, 476, 596, 745);
        assertThat(Looks.after(3_900, 4_000)).isEqualTo(4_000);
        assertThat(Looks.after(0, 30)).isEqualTo(30);
        assertThat(Looks.atLeast(196, 4_000)).isEqualTo(244);
        assertThat(Looks.atLeast(195, 4_000)).isEqualTo(195);
        assertThat(Looks.atLeast(1e12, 4_000)).isEqualTo(4_000);
    }

    @Test
    void saysWhatPrecisionItAttainedWhereItDidNotReachTheOneAskedFor() throws IOException {
        Results results = run(
                        scenario, plan.withPrecision(Precision.relative(0.001)).withAtMost(200))
                .results();

        assertThat(results.design().replications()).isEqualTo(200);
        assertThat(results.design().reached()).isFalse();
        assertThat(results.answer()).contains("The precision asked for (± 0.1 %) was not reached: ± ");
        assertThat(results.answer()).endsWith("after 200 paired runs.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void theNumberOfThreadsChangesNoByte(int threads) throws IOException {
        Outcome expected = run(scenario, plan.withThreads(2));
        Outcome outcome = run(scenario, plan.withThreads(threads));

        assertThat(ResultsFiles.json(outcome.results())).isEqualTo(ResultsFiles.json(expected.results()));
        assertThat(csv(outcome)).isEqualTo(csv(expected));
    }

    private String csv(Outcome outcome) throws IOException {
        Path path = folder.resolve("runs.csv");
        ResultsFiles.writeCsv(outcome.runs(), path);
        return Files.readString(path);
    }

    @Test
    void whatWasCancelledGoesOnWhereItWasAndEndsTheSame() throws IOException {
        Path file = folder.resolve("runs.bin");
        Synthetic first = new Synthetic();
        Experiment cancelled = new Experiment(scenario, plan, first).keepingRunsIn(new RunFile(file));
        first.beforeEachRun = () -> {
            if (first.runs.get() >= 3 * 130) {
                cancelled.cancel();
            }
        };
        Outcome part = cancelled.run(Progress.NONE).orElseThrow();
        Synthetic second = new Synthetic();
        RunFile kept = new RunFile(file);
        Outcome whole = new Experiment(scenario, plan, second)
                .keepingRunsIn(kept)
                .run(Progress.NONE)
                .orElseThrow();
        Outcome atOnce = run(scenario, plan);

        assertThat(part.results().design().stopped()).isTrue();
        int finished = part.results().design().replications();
        assertThat(finished).isBetween(125, 135);
        assertThat(kept.taken()).isEqualTo(finished);
        // The first replication is made once more, to see that this is still the same simulator.
        assertThat(second.runs.get()).isEqualTo(3 * (atOnce.results().design().replications() - finished + 1));
        assertThat(ResultsFiles.json(whole.results())).isEqualTo(ResultsFiles.json(atOnce.results()));
        assertThat(csv(whole)).isEqualTo(csv(atOnce));
    }

    @Test
    void whatWasCancelledBeforeTheFirstLookGoesOnToo() throws IOException {
        Path file = folder.resolve("runs.bin");
        Synthetic first = new Synthetic();
        Experiment cancelled = new Experiment(scenario, plan, first).keepingRunsIn(new RunFile(file));
        first.beforeEachRun = () -> {
            if (first.runs.get() >= 3 * 20) {
                cancelled.cancel();
            }
        };
        Outcome part = cancelled.run(Progress.NONE).orElseThrow();
        Outcome whole = run(new Synthetic(), file);

        assertThat(part.results().design().replications()).isBetween(15, 25);
        assertThat(ResultsFiles.json(whole.results()))
                .isEqualTo(ResultsFiles.json(run(scenario, plan).results()));
    }

    @Test
    void aFileCutOffOrDamagedIsUsedAsFarAsItIsWhole() throws IOException {
        Path file = folder.resolve("runs.bin");
        Outcome whole = run(new Synthetic(), file);
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        damaged[bytes.length / 4] ^= 1;
        Files.write(file, damaged);

        Synthetic model = new Synthetic();
        Outcome again = run(model, file);

        assertThat(model.runs.get()).isBetween(1, 3 * whole.results().design().replications());
        assertThat(ResultsFiles.json(again.results())).isEqualTo(ResultsFiles.json(whole.results()));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void runsOfAnotherBuildSeedOrSetOfStrategiesAreNotMixedIn() throws IOException {
        Path file = folder.resolve("runs.bin");
        Outcome before = run(new Synthetic(), file);
        int runs = 3 * before.results().design().replications();

        Synthetic drifted = new Synthetic();
        drifted.drift = 1e-3;
        RunFile kept = new RunFile(file);
        new Experiment(scenario, plan, drifted).keepingRunsIn(kept).run(Progress.NONE);
        assertThat(kept.taken()).isZero();
        assertThat(drifted.runs.get()).isGreaterThanOrEqualTo(runs);

        RunFile ofOtherSeed = new RunFile(file);
        new Experiment(scenario, plan.withSeed(2), new Synthetic())
                .keepingRunsIn(ofOtherSeed)
                .run(Progress.NONE);
        assertThat(ofOtherSeed.taken()).isZero();

        RunFile ofOtherStrategies = new RunFile(file);
        new Experiment(scenario, Plan.of(scenario, List.of("isolated", "joint")).withSeed(2), new Synthetic())
                .keepingRunsIn(ofOtherStrategies)
                .run(Progress.NONE);
        assertThat(ofOtherStrategies.taken()).isZero();
    }

    @Test
    void cancelledAtOnceItHasNothingToSay() throws IOException {
        Experiment experiment = new Experiment(scenario, plan, new Synthetic());
        experiment.cancel();

        assertThat(experiment.run(Progress.NONE)).isEmpty();
    }

    @Test
    void progressCountsUpAndEndsAtTheNumberOfRuns() throws IOException {
        List<Progress.State> states = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome =
                new Experiment(scenario, plan, new Synthetic()).run(states::add).orElseThrow();

        int n = outcome.results().design().replications();
        assertThat(states.stream().map(Progress.State::finished)).hasSize(n).isSorted();
        assertThat(states.get(0).widest()).isNull();
        assertThat(states.get(n - 1).widest()).isNotNull();
        assertThat(states).allMatch(state -> state.needed() >= state.finished());
    }

    @Test
    void aRunThatBreaksOffSaysHowToRepeatIt() {
        Synthetic model = new Synthetic();
        AtomicInteger count = new AtomicInteger();
        model.beforeEachRun = () -> {
            if (count.incrementAndGet() == 50) {
                throw new IllegalStateException("The stock (-1) of water must not be negative.");
            }
        };

        assertThatThrownBy(() -> new Experiment(scenario, plan.withThreads(1), model).run(Progress.NONE))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("sharing-only")
                .hasMessageContaining("seed 1, replication 17")
                .hasMessageContaining("stock (-1)");
    }

    @Test
    void isolatedRunsAlongAndIsTheSecondSentence() throws IOException {
        Plan asked = Plan.of(scenario, List.of("pretending", "joint"));
        Results results = run(scenario, asked).results();

        assertThat(results.strategies().stream().map(Results.StrategyResult::name))
                .containsExactly("isolated", "pretending", "joint");
        assertThat(results.verdict().toBaseline().baseline()).isEqualTo("pretending");
        assertThat(results.verdict().toIsolated()).isNotNull();
        assertThat(results.comparisons().stream()
                        .filter(comparison -> comparison.measure().equals("person-hours-lost"))
                        .map(comparison -> comparison.strategy() + " against " + comparison.baseline()))
                .containsExactly("isolated against pretending", "joint against pretending", "joint against isolated");
        assertThat(results.answer()).startsWith("Yes. Joining hands spared the public ");
        assertThat(results.answer()).contains("against `pretending`").contains("Against `isolated`, joining hands");
    }

    @Test
    void withoutNamesEveryStrategyOfTheScenarioIsCompared() throws IOException {
        Results results = run(scenario, Plan.of(scenario)).results();

        assertThat(results.strategies().stream().map(Results.StrategyResult::name))
                .containsExactly("isolated", "sharing-only", "pretending", "joint");
        // Precision is asked only of what the question names.
        assertThat(results.design().asked()).containsExactly("isolated", "sharing-only", "joint");
    }

    @Test
    void whatExistsOnlyUnderAConditionIsDescribedButNotCompared() throws IOException {
        Results results = run(scenario, plan).results();

        Results.MeasureResult wait = results.strategy("isolated").measure("alert-wait");
        assertThat(wait.missing()).isPositive();
        assertThat(wait.n() + wait.missing()).isEqualTo(results.design().replications());
        assertThat(results.comparisons().stream()
                        .map(Results.Comparison::measure)
                        .collect(Collectors.toSet()))
                .contains("attack-success", "time-to-detect")
                .doesNotContain("alert-wait");
    }

    @Test
    void timesSayHowRunsEnded() throws IOException {
        Results.TimeResult detect =
                run(scenario, plan).results().strategy("isolated").times().get("time-to-detect");

        assertThat(detect).isNotNull();
        assertThat(detect.reached().mean() + detect.competing() + detect.open()).isCloseTo(1, within(1e-12));
        assertThat(detect.competing()).isCloseTo(0.1, within(0.05));
        assertThat(detect.ends().keySet()).containsExactly("goal-reached", "gave-up", "evicted-unseen");
        Results.EndResult gaveUp = Objects.requireNonNull(detect.ends().get("gave-up"));
        assertThat(gaveUp.probability()).isCloseTo(detect.competing(), within(1e-12));
        assertThat(Objects.requireNonNull(detect.ends().get("goal-reached")).probability())
                .isZero();
        assertThat(detect.median()).isNotNull();
        // 90 % reach it at rate 1/100: half of all by −100 ln(1 − 0.5/0.9).
        assertThat(detect.median().low()).isLessThan(81.1);
        assertThat(detect.median().high()).isGreaterThan(81.1);
        assertThat(detect.points().size()).isLessThan(130);
    }

    @Test
    void endsOfTimesMeanTheSameInMeasuresAndInStatistics() {
        assertThat(new byte[] {
                    Measures.REACHED, Measures.GOAL_REACHED, Measures.HORIZON, Measures.GAVE_UP, Measures.EVICTED_UNSEEN
                })
                .containsExactly(
                        CumulativeIncidence.REACHED,
                        CumulativeIncidence.GOAL_REACHED,
                        CumulativeIncidence.HORIZON,
                        CumulativeIncidence.GAVE_UP,
                        CumulativeIncidence.EVICTED_UNSEEN);
    }

    @Test
    void curvesOfAllStrategiesStandOnOneGridAroundTheLoss() throws IOException {
        Results results = run(scenario, plan).results();

        Results.CurveGridResult grid = results.curve();
        assertThat(grid).isNotNull();
        assertThat(grid.hours().get(0)).isBetween(7.0, 10.0);
        assertThat(grid.hours().get(grid.hours().size() - 1)).isBetween(20.0, 50.0);
        assertThat(grid.hours().size()).isBetween(40, 110);
        for (Results.StrategyResult strategy : results.strategies()) {
            assertThat(strategy.curve()).isNotNull();
            assertThat(strategy.curve().mean()).hasSameSizeAs(grid.hours());
        }
        Results.CurveResult isolated = results.strategy("isolated").curve();
        assertThat(isolated).isNotNull();
        int ten = grid.hours().indexOf(10.0);
        assertThat(isolated.mean().get(ten)).isCloseTo(90_000.0, within(8_000.0));
        assertThat(isolated.mean().get(0)).isZero();
    }

    @Test
    void anUnknownMeasureOrStrategyIsNamed() {
        Scenario other = Synthetic.scenario(new Scenario.Question(List.of("isolated", "joint"), "sheep", 0.05, 0));

        assertThatThrownBy(() -> new Experiment(other, Plan.of(other), new Synthetic()))
                .hasMessageContaining("`sheep`");
        assertThatThrownBy(() -> Plan.of(scenario, List.of("isolated", "joined")))
                .hasMessageContaining("`joined`")
                .hasMessageContaining("sharing-only");
    }
}
