package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Numbers of defence and cooperation do what the language says of them. */
class DefenceNumbersTest {
    private static final long DAY = 24 * 3_600_000_000_000L;
    private static final String LEGAL = "legal-delay: 0, deploy: 1h";
    private static final String FIND = "find-rate: 100 per hour";

    private static FactLog run(World world) {
        return new Simulation(world).checking(true).run(List.of(), 1, 1);
    }

    @Test
    void onlyTheLevelsThatAnOrganisationBlocksRefuseAnAttempt() {
        assertThat(Worlds.count(
                        run(new Partners().with("takes: 2d", "takes: 30d").world()), FactKind.ATTEMPT_BLOCKED))
                .isPositive();
        World detects = new Partners()
                .with("takes: 2d", "takes: 30d")
                .with(LEGAL, LEGAL + ", blocks: []")
                .world();
        assertThat(Worlds.count(run(detects), FactKind.ATTEMPT_BLOCKED)).isZero();
        World behaviour = new Partners()
                .with("burns: [address]", "burns: [behaviour]")
                .with("extract: 100%, " + LEGAL, "extract: 100%, " + LEGAL + ", blocks: [behaviour]")
                .world();
        assertThat(Worlds.count(run(behaviour), FactKind.ATTEMPT_BLOCKED)).isPositive();
    }

    @Test
    void anIndicatorBlocksOnlyWhereASensorComparesItAndThatSensorSaysSo() {
        World world = new Partners().with("takes: 2d", "takes: 30d").world();
        FactLog facts = run(world);
        List<Integer> blocks = Worlds.all(facts, FactKind.ATTEMPT_BLOCKED);
        assertThat(blocks).isNotEmpty();
        List<Integer> told = Worlds.all(facts, FactKind.ALERT_RAISED).stream()
                .map(facts::trigger)
                .filter(blocks::contains)
                .toList();
        assertThat(told).isEqualTo(blocks);
        World unguarded = new Partners()
                .with("takes: 2d", "takes: 30d")
                .with("watch: {kind: network,", "watch: {kind: people,")
                .with("sensor: network, when: end", "sensor: people, when: end")
                .world();
        FactLog open = run(unguarded);
        assertThat(Worlds.count(open, FactKind.INDICATOR_DEPLOYED)).isPositive();
        assertThat(Worlds.count(open, FactKind.ATTEMPT_BLOCKED)).isZero();
    }

    @Test
    void aPrecisionOfAQuarterBringsThreeFalseOnesWithEachTrueOne() {
        World world = new Partners()
                .with("willingness: 100%,", "willingness: 100%, precision: 25%,")
                .world();
        FactLog facts = run(world);
        int published = Worlds.count(facts, FactKind.INDICATOR_PUBLISHED);
        assertThat(published).isGreaterThan(10);
        assertThat(Worlds.count(facts, FactKind.INDICATOR_RECEIVED)).isEqualTo(4 * published);
    }

    @Test
    void precisionIsTheShareOfTrueOnes() {
        World world = new Partners()
                .with("willingness: 100%,", "willingness: 100%, precision: 40%,")
                .with("at-most: 50", "at-most: 5000")
                .with("lasts: 300d", "lasts: 6000d")
                .world();
        FactLog facts = run(world);
        double published = Worlds.count(facts, FactKind.INDICATOR_PUBLISHED);
        assertThat(published / Worlds.count(facts, FactKind.INDICATOR_RECEIVED)).isCloseTo(0.4, within(0.02));
    }

    @Test
    void aSensorRepeatsAnAlertOnWhatLastsWhenItMay() {
        Partners seen = new Partners()
                .with(
                        "evidence: [{sensor: network, when: end, visibility: 100%}]",
                        "evidence: [{sensor: network, when: while-held, visibility: 100%, rate: 1000 per day}]")
                .with("analysts: {count: 1", "analysts: {count: 0")
                .with("at-most: 50", "at-most: 1");
        assertThat(gap(seen.world())).isCloseTo(3, within(0.1));
        assertThat(gap(seen.with("watch: {kind: network,", "watch: {kind: network, repeats-after: 12h,")
                        .world()))
                .isCloseTo(0.5, within(0.1));
    }

    @Test
    void aRandomVisibilityHasAnotherValueInEachReplication() {
        World world = new Partners()
                .with("visibility: 100%", "visibility: {empirical: {values: [0%, 100%]}}")
                .world();
        Simulation simulation = new Simulation(world).checking(true);
        int seen = 0;
        for (int replication = 1; replication <= 40; replication++) {
            seen += Worlds.count(simulation.run(List.of(), 1, replication), FactKind.ALERT_RAISED) > 0 ? 1 : 0;
        }
        assertThat(seen).isBetween(8, 32);
    }

    @Test
    void aRandomHardeningHasAnotherValueInEachReplication() {
        World world = new Partners()
                .with("templates: {pc: {}}", "templates: {pc: {hardening: {empirical: {values: [0%, 100%]}}}}")
                .with("takes: 1h", "takes: 1h\n    each: 50%\n    hardening-weight: 20")
                .world();
        Simulation simulation = new Simulation(world).checking(true);
        int open = 0;
        for (int replication = 1; replication <= 40; replication++) {
            open += Worlds.count(simulation.run(List.of(), 1, replication), FactKind.ACCESS_GRANTED) > 0 ? 1 : 0;
        }
        assertThat(open).isBetween(8, 32);
    }

    @Test
    void whatNamesAChannelOnTwoLevelsBlocksItOnBoth() {
        World world = new Partners()
                .with("burns: [address]", "burns: [address, domain]")
                .with("when: end, visibility: 100%", "when: while-held, visibility: 100%, rate: 50 per day")
                .with("watch: {kind: network,", "watch: {kind: network, repeats-after: 1h,")
                .with("[{do: reimage, by: none}, {do: block-indicators, by: none}]", "[{do: block-indicators}]")
                .with("notices: 100%", "notices: 0%")
                .world();
        FactLog facts = run(world);
        List<Integer> blocked = Worlds.all(facts, FactKind.COMMAND_CHANNEL_BLOCKED);
        assertThat(blocked).hasSizeGreaterThanOrEqualTo(2);
        assertThat(facts.value(blocked.get(0))).isEqualTo(Technique.Level.ADDRESS.ordinal());
        assertThat(facts.value(blocked.get(1))).isEqualTo(Technique.Level.DOMAIN.ordinal());
        assertThat(facts.subject(blocked.get(1))).isEqualTo(facts.subject(blocked.get(0)));
        assertThat(facts.time(blocked.get(1))).isEqualTo(facts.time(blocked.get(0)));
    }

    @Test
    void aNamedAlertIsBelievedByTheWeightOfContext() {
        Partners noisy = new Partners()
                .with(
                        "willingness: 100%,",
                        "willingness: 100%, precision: 10%, false-alerts: 3 per day, false-life: 9d,")
                .with("specificity: 100%", "specificity: 90%, context-weight: 0");
        assertThat(escalatedAtSecond(noisy.world())).isCloseTo(0.1, within(0.03));
        double odds = Math.exp(-Math.log(9) + 3);
        assertThat(escalatedAtSecond(
                        noisy.with("context-weight: 0", "context-weight: 3").world()))
                .isCloseTo(odds / (1 + odds), within(0.04));
    }

    private static double escalatedAtSecond(World world) {
        FactLog facts = run(world);
        int[] judged = new int[2];
        for (int fact = 0; fact < facts.size(); fact++) {
            boolean escalated = facts.kind(fact) == FactKind.ALERT_ESCALATED;
            if ((escalated || facts.kind(fact) == FactKind.ALERT_CLOSED)
                    && world.entities().name(facts.who(fact)).startsWith("second.")) {
                judged[escalated ? 1 : 0]++;
            }
        }
        assertThat(judged[0] + judged[1]).isGreaterThan(800);
        return judged[1] / (double) (judged[0] + judged[1]);
    }

    private static double gap(World world) {
        FactLog facts = run(world);
        List<Integer> alerts = Worlds.all(facts, FactKind.ALERT_RAISED);
        assertThat(alerts).hasSizeGreaterThan(50);
        long span = facts.time(alerts.get(alerts.size() - 1)) - facts.time(alerts.get(0));
        return span / (double) DAY / (alerts.size() - 1);
    }

    @Test
    void skillFindsFasterByItsWeight() {
        Partners slow = new Partners()
                .with("analysts: {count: 1,", "analysts: {count: 1, skill: 1,")
                .with(FIND, "find-rate: 0.3 per hour, skill-weight: 0");
        int without = Worlds.count(run(slow.world()), FactKind.ASSET_SUSPECTED);
        int with =
                Worlds.count(run(slow.with("skill-weight: 0", "skill-weight: 2").world()), FactKind.ASSET_SUSPECTED);
        assertThat(with).isGreaterThan(without);
    }

    @Test
    void aWrongSuspicionFallsWhereverTheInvestigationLooks() {
        World world = Worlds.read("""
                shieldwall: 1
                name: Two halls
                starts: {local: 2015-06-01T00:00, zone: UTC}
                lasts: 2000d
                organisations:
                  works:
                    kind: business
                    security:
                      analysts: {count: 3, triage: 1min, specificity: 0%}
                      investigation: {session: 2d, rounds: 2, wrong-suspicion: 80%}
                      sensors: {noise: {kind: endpoint, false-alerts: 0.1/d}}
                networks:
                  east: {organisation: works, assets: {east-pc: {template: pc, count: 10}}}
                  west: {organisation: works, assets: {west-pc: {template: pc, count: 10}}}
                templates: {pc: {}}
                """);
        FactLog facts = run(world);
        Map<Boolean, Integer> elsewhere = new HashMap<>();
        String hall = "";
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.INCIDENT_OPENED) {
                hall = world.entities().name(facts.whom(fact)).substring(0, 10);
            } else if (facts.kind(fact) == FactKind.ASSET_SUSPECTED) {
                elsewhere.merge(!world.entities().name(facts.whom(fact)).startsWith(hall), 1, Integer::sum);
            }
        }
        assertThat(elsewhere.getOrDefault(true, 0)).isGreaterThan(20);
        assertThat(elsewhere.getOrDefault(false, 0)).isGreaterThan(20);
    }
}
