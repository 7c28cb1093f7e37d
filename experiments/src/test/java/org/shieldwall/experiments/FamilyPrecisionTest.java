package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Scenario;

/** A family with fewer maps than runs: intervals are those of maps, and replications end where only maps would help. */
class FamilyPrecisionTest {
    /** Harm of 100 without a lever; a lever lowers it by what depends on the map, and luck adds to both or to one. */
    private record Maps(double[] effects, double luck) implements Model {
        @Override
        public List<Measures.Column> columns() {
            return Synthetic.COLUMNS.subList(0, 2);
        }

        @Override
        public Replicator replicator() {
            return this::run;
        }

        private void run(Collection<String> levers, long seed, long replication, Row row) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + replication);
            random.nextLong();
            double effect = effects[(int) ((replication - 1) % effects.length)] + luck * (random.nextDouble() - 0.5);
            row.values()[0] = 100 - (levers.isEmpty() ? 0 : effect);
            row.values()[1] = effect > 25 ? 1 : 0;
            row.curve().clear();
        }
    }

    private static Results results(double precision, int atMost, Maps maps) throws IOException {
        Scenario scenario =
                Synthetic.family(maps.effects.length, Synthetic.question(precision, "isolated", "sharing-only"));
        Plan plan = Plan.of(scenario, List.of("isolated", "sharing-only"))
                .withThreads(1)
                .withAtMost(atMost);
        return new Experiment(scenario, plan, maps)
                .run(Progress.NONE)
                .orElseThrow()
                .results();
    }

    private static Results.FamilyResult family(Results results) {
        return Objects.requireNonNull(results.design().family());
    }

    @Test
    void fiveDeterministicMapsAreFiveLooksAtWhatMapsAreLike() throws IOException {
        Maps maps = new Maps(new double[] {3, 5, 8, 4, 10}, 0);
        double half = 2.776445 * Math.sqrt(8.5 / 5);
        for (int runs : new int[] {20, 2_000}) {
            Results results = results(0.01, runs, maps);

            Results.Comparison comparison = results.verdict().toBaseline();
            assertThat(comparison.difference().mean()).isCloseTo(-6, within(1e-9));
            assertThat(comparison.difference().halfWidth()).isCloseTo(half, within(1e-5));
            assertThat(family(results).degreesOfFreedom()).isEqualTo(4);
            assertThat(Objects.requireNonNull(family(results).ofTheseMaps()).halfWidth())
                    .isCloseTo(0, within(1e-9));
            assertThat(results.strategy("sharing-only")
                            .measure("person-hours-lost")
                            .interval())
                    .isEqualTo("t-maps");
        }
    }

    @Test
    void replicationsEndWhereOnlyMapsWouldHelpAndSayHowMany() throws IOException {
        Results results = results(0.02, 4_000, new Maps(new double[] {3, 5, 8, 4, 10}, 1));

        assertThat(results.design().replications()).isEqualTo(100);
        assertThat(results.design().reached()).isFalse();
        Results.FewMaps few = Objects.requireNonNull(family(results).few());
        assertThat(few.narrowest()).isCloseTo(0.0362, within(0.001));
        // √8.5 · t(10) / √11 = 1.96 is the first below 2; luck moves the maps' means by some hundredths.
        assertThat(few.enough()).isBetween(10, 12);
        assertThat(results.answer())
                .contains("The maps differ so much that no number of runs on these 5 brings it below ± 3.6 %")
                .contains("it takes about " + few.enough() + " maps (`vary: {members: " + few.enough() + "}`)");
    }

    @Test
    void whereLuckIsWhatIsWideReplicationsGoOnUntilItIsPreciseEnough() throws IOException {
        Results results = results(0.02, 4_000, new Maps(new double[] {5, 5.2, 4.9, 5.1, 5, 4.8, 5.1}, 30));

        assertThat(results.design().reached()).isTrue();
        assertThat(results.design().replications()).isGreaterThan(100);
        assertThat(results.design().replications() % 7).isZero();
        assertThat(family(results).few()).isNull();
    }

    @Test
    void aMapForEachRunIsJudgedRunByRun() throws IOException {
        double[] effects = new SplittableRandom(5).doubles(300, 0, 10).toArray();
        Results results = results(0.0001, 200, new Maps(effects, 1));

        assertThat(results.design().replications()).isEqualTo(200);
        assertThat(family(results).degreesOfFreedom()).isNull();
        assertThat(family(results).few()).isNull();
        assertThat(results.strategy("sharing-only").measure("person-hours-lost").interval())
                .isEqualTo("t");
        assertThat(results.strategy("sharing-only").measure("attack-success").interval())
                .isEqualTo("wilson");
    }

    @Test
    void anExpectationOfAFamilyIsDecidedByMapsNotByRuns() {
        Expectation expected = new Expectation(
                "person-hours-lost",
                Expectation.Statistic.MEAN,
                0.5,
                "sharing-only",
                null,
                93,
                95,
                null,
                Expectation.Kind.CALIBRATED,
                List.of(),
                null,
                1);
        ExpectationCheck.Outcome five = check(new double[] {3, 5, 8, 4, 10}, expected);
        double[] many = new double[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = new double[] {3, 5, 8, 4, 10}[i % 5];
        }
        ExpectationCheck.Outcome twoHundred = check(many, expected);

        assertThat(five.status()).isEqualTo(ExpectationCheck.Status.UNDECIDED);
        assertThat(twoHundred.status()).isEqualTo(ExpectationCheck.Status.PASS);
    }

    private static ExpectationCheck.Outcome check(double[] effects, Expectation expected) {
        Scenario scenario = Synthetic.family(effects.length, null, expected);
        return new ExpectationCheck(scenario, (masked, conditions) -> new Maps(effects, 0), 1, 800, false)
                .run((strategy, masked, runs, open) -> {})
                .get(0);
    }
}
