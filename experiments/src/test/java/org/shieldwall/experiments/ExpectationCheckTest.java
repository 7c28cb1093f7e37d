package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.ExpectationCheck.Evidence;
import org.shieldwall.experiments.ExpectationCheck.Outcome;
import org.shieldwall.experiments.ExpectationCheck.Status;
import org.shieldwall.experiments.ExpectationCheck.Verdict;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Expectation.Kind;
import org.shieldwall.scenario.Expectation.Statistic;

class ExpectationCheckTest {
    private final AtomicInteger worlds = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    private List<Outcome> check(int threads, int limit, Expectation... expectations) {
        ExpectationCheck.Models models = (masked, conditions) -> {
            worlds.incrementAndGet();
            Synthetic model = new Synthetic(Set.copyOf(masked), conditions);
            model.beforeEachRun = runs::incrementAndGet;
            return model;
        };
        return new ExpectationCheck(Synthetic.scenario(null, expectations), models, threads, limit, true)
                .run((strategy, masked, n, open) -> {});
    }

    private Outcome check(Expectation expectation) {
        return check(2, ExpectationCheck.DEFAULT_LIMIT, expectation).get(0);
    }

    private static Expectation expect(
            String measure, Statistic statistic, @Nullable String given, double low, double high) {
        return expect(measure, statistic, "isolated", given, low, high, List.of());
    }

    private static Expectation expect(
            String measure,
            Statistic statistic,
            String strategy,
            @Nullable String given,
            double low,
            double high,
            List<String> failsWithout) {
        return new Expectation(
                measure, statistic, 0.9, strategy, given, low, high, null, Kind.EMERGENT, failsWithout, "S1", 12);
    }

    @Test
    void aMeanInsideHolds() {
        Outcome outcome = check(expect("person-hours-lost", Statistic.MEAN, null, 350_000, 550_000));

        assertThat(outcome.status()).isEqualTo(Status.PASS);
        assertThat(outcome.held()).isTrue();
        assertThat(outcome.measured()).isCloseTo(Synthetic.MEAN_HARM, within(90_000.0));
        assertThat(outcome.interval()).isNotNull();
        assertThat(outcome.interval().confidence()).isEqualTo(0.99);
    }

    @Test
    void aMeanOutsideIsMissedAtTheFirstLook() {
        Outcome outcome = check(expect("person-hours-lost", Statistic.MEAN, null, 0, 100_000));

        assertThat(outcome.status()).isEqualTo(Status.FAIL);
        assertThat(outcome.runs()).isEqualTo(100);
    }

    @Test
    void aNarrowIntervalTakesMoreRunsAndIsUndecidedAtTheLimit() {
        Outcome narrow = check(expect("person-hours-lost", Statistic.MEAN, null, 420_000, 480_000));
        Outcome tooNarrow = check(expect("person-hours-lost", Statistic.MEAN, null, 449_000, 451_000));

        assertThat(narrow.status()).isEqualTo(Status.PASS);
        assertThat(narrow.runs()).isIn(1_600, 3_200, 6_400, 10_000);
        assertThat(tooNarrow.status()).isEqualTo(Status.UNDECIDED);
        assertThat(tooNarrow.held()).isFalse();
        assertThat(tooNarrow.runs()).isEqualTo(10_000);
    }

    @Test
    void conditionsSelectRunsAndSayHowOftenTheyAreMet() {
        Outcome outcome = check(expect("person-hours-lost", Statistic.MEAN, "strike.success", 400_000, 620_000));

        assertThat(outcome.status()).isEqualTo(Status.PASS);
        assertThat(outcome.givenFrequency()).isCloseTo(0.9, within(0.1));
        assertThat(outcome.cases()).isLessThan(outcome.runs());
    }

    @Test
    void aConditionThatIsHardlyEverMetLeavesItUndecided() {
        Outcome outcome = check(2, 400, expect("person-hours-lost", Statistic.MEAN, "seventh.success", 0, 1e9))
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNDECIDED);
        assertThat(outcome.cases()).isEqualTo(1);
    }

    @Test
    void mediansAndQuantilesByOrderStatistics() {
        // Median of the outage 5 ln 2 h, 90 % quantile 5 ln 10 h, over 100,000 people.
        Outcome median = check(expect("person-hours-lost", Statistic.MEDIAN, "strike.success", 270_000, 430_000));
        Outcome quantile =
                check(expect("person-hours-lost", Statistic.QUANTILE, "strike.success", 1_000_000, 1_300_000));

        assertThat(median.status()).isEqualTo(Status.PASS);
        assertThat(median.measured()).isCloseTo(346_574, within(60_000.0));
        assertThat(quantile.status()).isEqualTo(Status.PASS);
        assertThat(quantile.quantile()).isEqualTo(0.9);
    }

    @Test
    void sharesNeverCollapseToAPoint() {
        assertThat(check(expect("attack-success", Statistic.SHARE, null, 0.8, 0.97))
                        .status())
                .isEqualTo(Status.PASS);
        // 100 of 100 leaves room for 95 %.
        assertThat(check(2, 100, expect("attack-success", Statistic.SHARE, "strike.success", 0.99, 1))
                        .get(0)
                        .status())
                .isEqualTo(Status.UNDECIDED);
    }

    @Test
    void everyRunFailsAtTheFirstThatBreaksIt() {
        Outcome held = check(expect("cost-of-defence", Statistic.EVERY_RUN, null, 2e6, 2e6));
        Outcome broken = check(expect("attack-success", Statistic.EVERY_RUN, null, 1, 1));

        assertThat(held.status()).isEqualTo(Status.PASS);
        assertThat(held.runs()).isEqualTo(100);
        assertThat(broken.status()).isEqualTo(Status.FAIL);
        assertThat(broken.brokenBy()).isNotNull().isPositive();
        assertThat(broken.measured()).isEqualTo(0);
    }

    @Test
    void everyRunNeedsAHundredThatMeetTheCondition() {
        Outcome outcome = check(expect("attack-success", Statistic.ALWAYS, "strike.success", 1, 1));

        assertThat(outcome.status()).isEqualTo(Status.PASS);
        assertThat(outcome.runs()).isEqualTo(200);
    }

    @Test
    void withoutItsCauseItMustMiss() {
        Expectation caused =
                expect("person-hours-lost", Statistic.MEAN, "sharing-only", null, 150_000, 300_000, List.of("sharing"));
        Expectation falselyCaused =
                expect("person-hours-lost", Statistic.MEAN, "sharing-only", null, 150_000, 300_000, List.of("weather"));

        Outcome evidence = check(caused);
        Outcome none = check(falselyCaused);

        assertThat(evidence.held()).isTrue();
        assertThat(evidence.without()).isNotNull();
        assertThat(evidence.without().status()).isEqualTo(Status.FAIL);
        assertThat(none.status()).isEqualTo(Status.PASS);
        assertThat(none.held()).isFalse();
        assertThat(evidence.verdict()).isEqualTo(Verdict.HELD);
        assertThat(none.verdict()).isEqualTo(Verdict.HELD_WITHOUT_ITS_CAUSE);
    }

    @Test
    void aMaskThatIsNeverMetIsNotTried() {
        Outcome outcome = check(
                        2,
                        400,
                        expect(
                                "person-hours-lost",
                                Statistic.MEAN,
                                "isolated",
                                "strike.success",
                                400_000,
                                620_000,
                                List.of("strike")))
                .get(0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.MASK_NOT_TRIED);
        assertThat(outcome.held()).isFalse();
        assertThat(Verdicts.said(List.of(outcome))).isEqualTo("0 of 1 held; 1 held, but its mask could not be tried");
    }

    @Test
    void onlyWhatASourceReportsIsHistory() {
        assertThat(check(expect("person-hours-lost", Statistic.MEAN, null, 0, 1e9))
                        .evidence())
                .isEqualTo(Evidence.HISTORY);
    }

    @Test
    void expectationsOfOneStrategyShareTheirRuns() {
        List<Outcome> outcomes = check(
                2,
                10_000,
                expect("person-hours-lost", Statistic.MEAN, null, 0, 1e9),
                expect("attack-success", Statistic.SHARE, "strike.success", 0.9, 1),
                expect("person-hours-lost", Statistic.MEDIAN, null, 0, 1e9));

        assertThat(outcomes).allMatch(Outcome::held);
        assertThat(worlds.get()).isEqualTo(1);
        assertThat(runs.get()).isEqualTo(100);
    }

    @Test
    void threadsChangeNothing() {
        Expectation[] expectations = {
            expect("person-hours-lost", Statistic.MEAN, null, 420_000, 480_000),
            expect("person-hours-lost", Statistic.QUANTILE, "strike.success", 1_000_000, 1_300_000)
        };

        assertThat(check(1, 10_000, expectations)).isEqualTo(check(4, 10_000, expectations));
    }

    @Test
    void aMeasureThatDoesNotExistIsNamedWithItsNearest() {
        assertThatThrownBy(() -> check(expect("person-hour-lost", Statistic.MEAN, null, 0, 1)))
                .hasMessageContaining("Line 12")
                .hasMessageContaining("Maybe `person-hours-lost`");
    }
}
