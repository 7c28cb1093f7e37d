package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.experiments.Plan;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** A story does not contradict itself, and knows what the measures know. */
class StoryTest {
    private static final int RUNS = 40;

    private final Scenario scenario;
    private final World world;
    private final Simulation simulation;

    StoryTest() throws IOException {
        scenario =
                Objects.requireNonNull(new ScenarioReader().read("three-grids").scenario());
        world = World.compile(scenario);
        simulation = new Simulation(world);
    }

    private FactLog run(int replication) {
        return simulation.run(Plan.strategy(scenario, "joint").levers(), 1, replication);
    }

    @Test
    void nobodyStrikesFromWhereItWasSaidToHaveLostAll() {
        int lost = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            Map<String, Boolean> held = new HashMap<>();
            for (Story.Sentence sentence :
                    new Story(world, run(replication)).told().sentences()) {
                String words = sentence.words();
                String step = words.split("[ :]")[0];
                if (!step.endsWith(".control")) {
                    if (words.startsWith("strike in")) {
                        assertThat(held.values())
                                .as("replication %d", replication)
                                .doesNotContain(false);
                    }
                    continue;
                }
                boolean loses = words.startsWith(step + " lost ");
                lost += loses ? 1 : 0;
                if (loses || words.contains(" regained") || words.contains(" holds it again")) {
                    held.put(step, !loses);
                }
            }
        }
        assertThat(lost).as("losses told").isPositive();
    }

    @Test
    void detectionIsToldWhereTheMeasureCountsIt() {
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        int column = measures.index("time-to-detect");
        int detected = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            FactLog facts = run(replication);
            measures.fold(facts, values, ends);
            long began = -1;
            for (int fact = 0; began < 0 && fact < facts.size(); fact++) {
                began = facts.kind(fact) == FactKind.ATTEMPT_STARTED ? facts.time(fact) : -1;
            }
            List<Story.Sentence> told = new Story(world, facts)
                    .told().sentences().stream()
                            .filter(sentence -> sentence.words().endsWith("the attack is detected"))
                            .toList();
            if (ends[column] == Measures.REACHED) {
                detected++;
                assertThat(told).as("replication %d", replication).hasSize(1);
                assertThat((told.get(0).timeNanos() - began) / 3.6e12).isEqualTo(values[column]);
            }
        }
        assertThat(detected).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"joint-defence, isolated", "joint-defence, joint", "first-steps, isolated", "three-grids, joint"})
    void strikesAndAllThatPeopleLoseAreTold(String id, String strategy) throws IOException {
        Scenario other = Objects.requireNonNull(new ScenarioReader().read(id).scenario());
        World compiled = World.compile(other);
        Simulation runs = new Simulation(compiled);
        int strikes = 0;
        for (int replication = 1; replication <= RUNS / 4; replication++) {
            FactLog facts = runs.run(Plan.strategy(other, strategy).levers(), 1, replication);
            Story.Told told = new Story(compiled, facts).told();
            String words = told.sentences().stream().map(Story.Sentence::words).collect(Collectors.joining("\n"));
            assertThat(told.sentences()).hasSizeLessThanOrEqualTo(36);
            for (int fact = 0; fact < facts.size(); fact++) {
                boolean damage = facts.kind(fact) == FactKind.ASSET_DAMAGED
                        && facts.trigger(fact) >= 0
                        && facts.kind(facts.trigger(fact)) == FactKind.ATTEMPT_SUCCEEDED;
                if (damage) {
                    strikes++;
                    String step = compiled.entities().name(facts.who(facts.trigger(fact)));
                    assertThat(words)
                            .as("replication %d", replication)
                            .contains(step.substring(step.lastIndexOf('.') + 1));
                }
            }
            double lost = measured(compiled, facts, "person-hours-lost");
            assertThat(words.contains("falls to") || words.contains("runs short"))
                    .as("%s, replication %d", words, replication)
                    .isEqualTo(lost > 0);
        }
        assertThat(strikes).isPositive();
    }

    private static double measured(World of, FactLog facts, String name) {
        Measures measures = new Measures(of);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        return values[measures.index(name)];
    }

    @Test
    void incidentsWithoutAnAttackAreCalledFalseAlarms() {
        int real = 0;
        int wrong = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            FactLog facts = run(replication);
            Suspicions suspicions = new Suspicions(facts);
            for (int fact = 0; fact < facts.size(); fact++) {
                if (facts.kind(fact) == FactKind.INCIDENT_OPENED) {
                    wrong += suspicions.isFalseAlarm(fact) ? 1 : 0;
                    real += suspicions.isFalseAlarm(fact) ? 0 : 1;
                }
            }
        }
        assertThat(real).isPositive();
        assertThat(wrong).isPositive();
    }
}
