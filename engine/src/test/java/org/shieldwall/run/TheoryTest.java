package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.exponentialHours;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.restore;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Closed forms of queueing, reliability and races, reproduced by the mechanisms that users run. */
class TheoryTest {
    private static final Campaign.Condition ALWAYS = new Campaign.Always();

    private static double[] means(SmallWorld small, int runs, String... names) {
        World world = World.compile(small.build());
        Simulation simulation = new Simulation(world).checking(true);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        double[] sums = new double[names.length];
        for (int replication = 1; replication <= runs; replication++) {
            measures.fold(simulation.run(List.of(), 1, replication), values, ends);
            for (int i = 0; i < names.length; i++) {
                int column = measures.index(names[i]);
                assertThat(column).as(names[i]).isNotNegative();
                sums[i] += values[column];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= runs;
        }
        return sums;
    }

    @Test
    void anAlertQueueWithOneAnalystWaitsAsInTheTextbook() {
        SmallWorld small = new SmallWorld()
                .lasting(20_000)
                .warmingUp(1_000)
                .organisation(
                        "soc",
                        1,
                        Organisation.Discipline.PRIORITY,
                        exponentialHours(1),
                        "",
                        sensor("feed", Organisation.SensorKind.ENDPOINT, 0, 0.8, 1, null))
                .network("net", "soc", "pc", 1, null);
        double[] means = means(small, 60, "alert-wait@soc", "alert-sojourn@soc", "alerts-in-system@soc");
        assertThat(means[0]).isCloseTo(4, within(0.25));
        assertThat(means[1]).isCloseTo(5, within(0.25));
        assertThat(means[2]).isCloseTo(4, within(0.25));
    }

    @Test
    void prioritiesWaitAsCobhamSays() {
        SmallWorld small = new SmallWorld()
                .lasting(20_000)
                .warmingUp(1_000)
                .organisation(
                        "soc",
                        1,
                        Organisation.Discipline.PRIORITY,
                        exponentialHours(1),
                        "",
                        sensor("a", Organisation.SensorKind.ENDPOINT, 0, 0.2, 1, null),
                        sensor("b", Organisation.SensorKind.NETWORK, 0, 0.3, 2, null),
                        sensor("c", Organisation.SensorKind.MAIL, 0, 0.3, 3, null))
                .network("net", "soc", "pc", 1, null);
        double[] means = means(small, 60, "alert-wait@soc.a", "alert-wait@soc.b", "alert-wait@soc.c");
        assertThat(means[0]).isCloseTo(1, within(0.06));
        assertThat(means[1]).isCloseTo(2, within(0.12));
        assertThat(means[2]).isCloseTo(8, within(0.7));
    }

    @Test
    void preemptivePrioritiesStayAsTheFormulaSays() {
        SmallWorld small = new SmallWorld()
                .lasting(20_000)
                .warmingUp(1_000)
                .organisation(
                        "soc",
                        1,
                        Organisation.Discipline.PREEMPTIVE,
                        hours(1),
                        "",
                        sensor("a", Organisation.SensorKind.ENDPOINT, 0, 0.2, 1, null),
                        sensor("b", Organisation.SensorKind.NETWORK, 0, 0.3, 2, null),
                        sensor("c", Organisation.SensorKind.MAIL, 0, 0.3, 3, null))
                .network("net", "soc", "pc", 1, null);
        double[] means = means(small, 60, "alert-sojourn@soc.a", "alert-sojourn@soc.b", "alert-sojourn@soc.c");
        assertThat(means[0]).isCloseTo(1.125, within(0.02));
        assertThat(means[1]).isCloseTo(1.875, within(0.05));
        assertThat(means[2]).isCloseTo(6, within(0.4));
    }

    @Test
    void stepsInSeriesTakeTheSumOfTheirTimes() {
        SmallWorld small = new SmallWorld()
                .lasting(2000)
                .organisation("victim", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "victim", "pc", 3, null)
                .actor("red", 3)
                .technique("one", exponentialHours(1))
                .technique("two", exponentialHours(2))
                .technique("three", exponentialHours(4))
                .campaign(
                        "walk",
                        "red",
                        step("a", "red", "one", "pc", ALWAYS),
                        step("b", "red", "two", "pc", new Campaign.StepIs("walk.a", Campaign.Outcome.HELD)),
                        step("c", "red", "three", "pc", new Campaign.StepIs("walk.b", Campaign.Outcome.HELD)));
        double[] means = means(small, 4000, "step-time.walk.c", "attack-success.walk.c");
        assertThat(means[0]).isCloseTo(7, within(0.25));
        assertThat(means[1]).isEqualTo(1);
    }

    @Test
    void aDetectionRaceIsWonWithTheProductOfOdds() {
        Technique.Evidence trace = evidence(Organisation.SensorKind.ENDPOINT, Technique.When.DURING, 1, 0.1);
        SmallWorld small = new SmallWorld()
                .lasting(2000)
                .organisation(
                        "victim",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0),
                        "cut",
                        sensor("edr", Organisation.SensorKind.ENDPOINT, 1, 0, 1, null))
                .playbook("cut", Playbook.Kind.SEPARATE_NETWORK)
                .network("net", "victim", "pc", 4, null)
                .actor("red", 3)
                .technique("entry", hours(0))
                .lateral("one", exponentialHours(1), trace)
                .lateral("two", exponentialHours(2), trace)
                .lateral("three", exponentialHours(4), trace)
                .campaign(
                        "walk",
                        "red",
                        step("entry", "red", "entry", "pc", ALWAYS),
                        step("a", "red", "one", "pc", new Campaign.StepIs("walk.entry", Campaign.Outcome.HELD)),
                        step("b", "red", "two", "pc", new Campaign.StepIs("walk.a", Campaign.Outcome.HELD)),
                        step("c", "red", "three", "pc", new Campaign.StepIs("walk.b", Campaign.Outcome.HELD)));
        double[] means = means(small, 4000, "attack-success.walk.c");
        assertThat(means[0]).isCloseTo(0.541125, within(0.02));
    }

    @Test
    void repairCrewsGiveTheAvailabilityOfTwoOutOfThree() {
        for (int crews : new int[] {1, 3}) {
            SmallWorld small = new SmallWorld()
                    .lasting(100_000)
                    .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                    .network("net", "grid", "unit", 3, exponentialHours(100))
                    .crew("crew", "grid", crews)
                    .service(
                            "power",
                            "grid",
                            new Service.AssetsAtLeast(2, "unit", Service.Function.SERVICE),
                            restore("crew", exponentialHours(10), Service.Damage.FAILED));
            double[] means = means(small, 20, "availability.power");
            assertThat(means[0]).isCloseTo(crews == 1 ? 0.951684 : 0.976709, within(0.002));
        }
    }
}
