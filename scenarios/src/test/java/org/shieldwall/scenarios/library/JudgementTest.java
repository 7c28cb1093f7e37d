package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;

/** What moves the judgement of alerts, and by how much, is written in the scenario. */
class JudgementTest {

    /** Share of false alerts that analysts escalate, over some ten thousand. */
    private static double escalated(String analysts, String falseAlerts) {
        FactLog facts = new Simulation(
                        Worlds.read("""
                        shieldwall: 1
                        name: A desk
                        starts: {local: 2015-06-01T00:00, zone: UTC}
                        lasts: 2000d
                        organisations:
                          desk:
                            kind: response-team
                            security:
                              analysts: {count: 1, triage: 6min, specificity: 90%, PLACE}
                              investigation: {session: 0, rounds: 1, wrong-suspicion: 0%}
                              sensors: {noise: {kind: endpoint, false-alerts: RATE}}
                        networks: {net: {organisation: desk, assets: {pc: {template: pc}}}}
                        templates: {pc: {}}
                        """.replace("PLACE", analysts).replace("RATE", falseAlerts)))
                .run(List.of(), 1, 1);
        double yes = Worlds.count(facts, FactKind.ALERT_ESCALATED);
        double no = Worlds.count(facts, FactKind.ALERT_CLOSED);
        assertThat(yes + no).isGreaterThan(8000);
        return yes / (yes + no);
    }

    private static double wrongAt(double logOdds) {
        return 1 / (1 + Math.exp(Math.log(9) + logOdds));
    }

    @Test
    void skillCountsByItsWeight() {
        assertThat(escalated("skill: 1", "5/d")).isCloseTo(wrongAt(1), within(0.01));
        assertThat(escalated("skill: 1, skill-weight: 4", "5/d")).isCloseTo(wrongAt(2), within(0.01));
        assertThat(escalated("skill: 1, skill-weight: 0", "5/d")).isCloseTo(wrongAt(0), within(0.01));
    }

    @Test
    void fatigueBeginsWhenFreshnessEnds() {
        String shift = "on-duty: \"Mon-Sun 00:00-12:00\", fatigue: 0.2, load-weight: 0, fresh-for: ";
        double fresh = escalated(shift + "12h", "5/d");
        double half = escalated(shift + "6h", "5/d");
        double never = escalated(shift + "0h", "5/d");
        assertThat(fresh).isCloseTo(wrongAt(0), within(0.01));
        assertThat(half).isGreaterThan(fresh + 0.01);
        assertThat(never).isGreaterThan(half + 0.03);
    }

    @Test
    void aSecondTierLeavesAlertsToTheFirst() {
        String incidents = """
                shieldwall: 1
                name: A desk
                starts: {local: 2015-06-01T00:00, zone: UTC}
                lasts: 2000d
                organisations:
                  desk:
                    kind: response-team
                    security:
                      analysts: {count: 1, triage: 6min, specificity: 80%, second-tier: 0}
                      investigation: {session: 4h, rounds: 2, wrong-suspicion: 0%}
                      sensors: {noise: {kind: endpoint, false-alerts: 5/d}}
                networks: {net: {organisation: desk, assets: {pc: {template: pc}}}}
                templates: {pc: {}}
                """;
        double one = meanWait(incidents);
        double two = meanWait(incidents.replace("second-tier: 0", "second-tier: 1"));
        assertThat(one).isGreaterThan(0.5);
        assertThat(two).isLessThan(0.01);
    }

    /** Mean hours from an alert to the work on it. */
    private static double meanWait(String text) {
        FactLog facts = new Simulation(Worlds.read(text)).checking(true).run(List.of(), 1, 1);
        List<Integer> begun = Worlds.all(facts, FactKind.ALERT_WORK_STARTED);
        assertThat(begun).hasSizeGreaterThan(8000);
        return begun.stream()
                .mapToDouble(fact -> (facts.time(fact) - facts.time(facts.trigger(fact))) / 3.6e12)
                .average()
                .orElseThrow();
    }

    @Test
    void waitingWorkTiresByItsWeight() {
        String busy = "fatigue: 0.5, load-weight: ";
        double idle = escalated(busy + "0", "200/d");
        double loaded = escalated(busy + "2", "200/d");
        assertThat(idle).isCloseTo(wrongAt(0), within(0.01));
        assertThat(loaded).isGreaterThan(idle + 0.02);
        assertThat(escalated(busy + "4", "200/d")).isGreaterThan(loaded + 0.02);
    }
}
