package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** False indicators cost the alerts that they raise where they are in use, and only as long as they are. */
class FalseIndicatorsTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final String RING = "willingness: 100%,";

    private static Partners partners() {
        return new Partners().with(RING, RING + " precision: 50%, false-alerts: 5 per day, false-life: 3d,");
    }

    private static FactLog run(World world) {
        return new Simulation(world).checking(true).run(List.of(), 1, 1);
    }

    /** Alerts that a deployed indicator raised without any evidence. */
    private static List<Integer> falseAlerts(FactLog facts) {
        List<Integer> found = new ArrayList<>();
        for (int alert : Worlds.all(facts, FactKind.ALERT_RAISED)) {
            if (facts.conditionCount(alert) > 0 && facts.trigger(alert) < 0) {
                found.add(alert);
            }
        }
        return found;
    }

    @Test
    void theyRaiseAlertsFromDeploymentToWithdrawal() {
        World world = partners()
                .with("legal-delay: 0, deploy: 1h}\nnetworks", "legal-delay: 0, deploy: 9d}\nnetworks")
                .world();
        FactLog facts = run(world);
        Map<Long, Long> withdrawn = new HashMap<>();
        for (int fact : Worlds.all(facts, FactKind.INDICATOR_WITHDRAWN)) {
            withdrawn.put(facts.subject(fact), facts.time(fact));
        }
        List<Integer> alerts = falseAlerts(facts);
        assertThat(alerts).hasSizeGreaterThan(50);
        for (int alert : alerts) {
            int deployed = facts.condition(alert, 0);
            assertThat(facts.kind(deployed)).isEqualTo(FactKind.INDICATOR_DEPLOYED);
            long age = facts.time(alert) - facts.time(deployed);
            assertThat(age).isBetween(0L, 72 * HOUR);
            assertThat(facts.time(alert))
                    .isLessThanOrEqualTo(withdrawn.getOrDefault(facts.subject(deployed), Long.MAX_VALUE));
        }
        for (int fact : Worlds.all(facts, FactKind.INDICATOR_WITHDRAWN)) {
            int deployed = facts.trigger(fact);
            assertThat(facts.kind(deployed)).isEqualTo(FactKind.INDICATOR_DEPLOYED);
            assertThat(facts.time(fact) - facts.time(deployed)).isEqualTo(72 * HOUR);
        }
    }

    @Test
    void whatIsNeverDeployedRaisesNone() {
        World world = partners()
                .with("legal-delay: 0, deploy: 1h}\nnetworks", "legal-delay: 0, deploy: 400d}\nnetworks")
                .world();
        FactLog facts = run(world);
        assertThat(Worlds.count(facts, FactKind.INDICATOR_RECEIVED)).isGreaterThan(10);
        assertThat(falseAlerts(facts)).isEmpty();
    }

    @Test
    void theyFallOnAssetsThatASensorAbleToCompareThemCovers() {
        World world = partners().world();
        FactLog facts = run(world);
        Set<String> sensors = new TreeSet<>();
        Set<String> assets = new TreeSet<>();
        for (int alert : falseAlerts(facts)) {
            String sensor = world.entities().name(facts.who(alert));
            String asset = world.entities().name(facts.whom(alert));
            sensors.add(sensor);
            assets.add(asset);
            assertThat(asset).contains(sensor.equals("second.wire") ? "/second-office/" : "/second-yard/");
        }
        assertThat(sensors).containsExactly("second.gate", "second.wire");
        assertThat(assets).hasSize(10);
    }

    @Test
    void oneMoreAssetTakesAlertsOverAndDisturbsNoOther() {
        World small = partners().world();
        World large = partners()
                .with("second-gate: {template: pc, count: 4}", "second-gate: {template: pc, count: 5}")
                .world();
        FactLog few = run(small);
        FactLog many = run(large);
        int stayed = 0;
        int moved = 0;
        for (int alert : falseAlerts(few)) {
            int other = many.find(few.key(alert));
            assertThat(other).isNotNegative();
            assertThat(many.time(other)).isEqualTo(few.time(alert));
            String before = small.entities().name(few.whom(alert));
            String after = large.entities().name(many.whom(other));
            if (after.equals(before)) {
                stayed++;
            } else {
                assertThat(after).isEqualTo("second/second-yard/second-gate/5");
                moved++;
            }
        }
        assertThat(stayed).isGreaterThan(8 * moved / 2);
        assertThat(moved).isPositive();
    }

    @Test
    void withoutASensorThatComparesTheirLevelNothingIsRaised() {
        World world = partners()
                .with("wire: {kind: network", "wire: {kind: people")
                .with("gate: {kind: network", "gate: {kind: endpoint")
                .world();
        FactLog facts = run(world);
        assertThat(Worlds.count(facts, FactKind.INDICATOR_WITHDRAWN)).isPositive();
        assertThat(falseAlerts(facts)).isEmpty();
    }
}
