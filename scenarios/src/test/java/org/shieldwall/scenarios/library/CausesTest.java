package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** Why something happened can be walked back, and taken away. */
class CausesTest {
    private final World world = new ThreeGrids().world();

    /** All facts on which a fact rests: triggers and conditions, to the beginning. */
    private static Set<Integer> causes(FactLog facts, int fact) {
        Set<Integer> found = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(fact));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next >= 0 && found.add(next)) {
                open.add(facts.trigger(next));
                for (int i = 0; i < facts.conditionCount(next); i++) {
                    open.add(facts.condition(next, i));
                }
            }
        }
        return found;
    }

    private record Found(long replication, long isolation, long time, List<Long> publications) {}

    /** The first replication with an isolation of a held asset that does not happen in isolation. */
    private Found firstIsolationBySharing() {
        Simulation alone = new Simulation(world).checking(true);
        Simulation shared = new Simulation(world).checking(true);
        for (int replication = 1; replication <= 200; replication++) {
            FactLog isolated = ThreeGrids.run(alone, "isolated", replication);
            Set<Long> keys = new HashSet<>();
            for (int fact = 0; fact < isolated.size(); fact++) {
                keys.add(isolated.key(fact));
            }
            FactLog facts = ThreeGrids.run(shared, "sharing-only", replication);
            Set<Integer> held = new HashSet<>();
            for (int fact = 0; fact < facts.size(); fact++) {
                switch (facts.kind(fact)) {
                    case ACCESS_GRANTED -> held.add(facts.whom(fact));
                    case ACCESS_LOST -> held.remove(facts.whom(fact));
                    case ASSET_ISOLATED -> {
                        if (held.contains(facts.whom(fact)) && !keys.contains(facts.key(fact))) {
                            return new Found(replication, facts.key(fact), facts.time(fact), publications(facts, fact));
                        }
                    }
                    default -> {}
                }
            }
        }
        throw new AssertionError("No replication has an isolation that sharing brings about.");
    }

    /** Publications by other distributors on which a fact rests. */
    private List<Long> publications(FactLog facts, int fact) {
        List<Long> found = new ArrayList<>();
        for (int cause : causes(facts, fact)) {
            if (facts.kind(cause) == FactKind.INDICATOR_PUBLISHED && facts.who(cause) != facts.who(fact)) {
                assertThat(world.entities().name(facts.who(cause))).endsWith("-power");
                found.add(facts.key(cause));
            }
        }
        return found;
    }

    @Test
    void anIsolationThatSharingBringsAboutRestsOnAnothersPublication() {
        Found found = firstIsolationBySharing();
        List<Long> publications = found.publications();
        assertThat(publications).isNotEmpty();
        boolean decided = false;
        for (int one = 0; one < publications.size(); one++) {
            for (int other = one; other < publications.size(); other++) {
                decided |= vanishesOrIsDelayed(found, publications.get(one), publications.get(other));
            }
        }
        assertThat(decided).as("one publication or a pair decides").isTrue();
    }

    /** In a fork at the moment before the first of two publications, which may be the same, with both suppressed. */
    private boolean vanishesOrIsDelayed(Found found, long one, long other) {
        List<String> levers = ThreeGrids.levers(world, "sharing-only");
        FactLog whole = new Simulation(world).checking(true).run(levers, 1, found.replication());
        long before = Math.min(whole.time(whole.find(one)), whole.time(whole.find(other))) - 1;
        Simulation fork = new Simulation(world)
                .checking(true)
                .start(levers, 1, found.replication())
                .advanceTo(before)
                .fork()
                .suppress(one, other);
        FactLog facts = fork.finish();
        int again = facts.find(found.isolation());
        return again < 0 || facts.time(again) > found.time();
    }

    @Test
    void withoutSuppressionTheForkIsolatesAsBefore() {
        Found found = firstIsolationBySharing();
        FactLog facts = new Simulation(world)
                .checking(true)
                .start(ThreeGrids.levers(world, "sharing-only"), 1, found.replication())
                .advanceTo(found.time() - 1)
                .fork()
                .finish();
        assertThat(facts.time(facts.find(found.isolation()))).isEqualTo(found.time());
    }

    @Test
    void beliefComesOnlyFromWhatWasSeenFoundOrTold() {
        for (int replication = 1; replication <= 20; replication++) {
            FactLog facts = ThreeGrids.run(new Simulation(world).checking(true), "joint", replication);
            for (int fact = 0; fact < facts.size(); fact++) {
                if (facts.kind(fact) == FactKind.ASSET_SUSPECTED) {
                    Set<Integer> causes = causes(facts, fact);
                    assertThat(causes).anyMatch(cause -> facts.kind(cause) == FactKind.ALERT_RAISED);
                    assertThat(causes).anyMatch(cause -> facts.kind(cause) == FactKind.INVESTIGATION_ROUND);
                }
                assertThat(facts.trigger(fact)).isLessThan(fact);
            }
        }
    }

    @Test
    void aPlantedTruthReachesNobodyWithoutSensorInvestigationOrMessage() {
        World blind = new ThreeGrids()
                .with("kind: endpoint, covers", "kind: process-control, covers")
                .with("kind: network, covers", "kind: process-control, covers")
                .with("kind: mail, covers", "kind: process-control, covers")
                .with("kind: people, covers", "kind: process-control, covers")
                .with("strike:   {do: unauthorised-command", "strike:   {unless: foothold, do: unauthorised-command")
                .with("false-alerts: 0.005/d", "false-alerts: 0/d")
                .with("false-alerts: 0.002/d", "false-alerts: 0/d")
                .with("false-alerts: 0.001/d", "false-alerts: 0/d")
                .world();
        int truths = 0;
        for (String strategy : List.of("isolated", "sharing-only", "joint")) {
            for (int replication = 1; replication <= 10; replication++) {
                FactLog facts = ThreeGrids.run(new Simulation(blind).checking(true), strategy, replication);
                for (int fact = 0; fact < facts.size(); fact++) {
                    truths += facts.kind(fact) == FactKind.ACCESS_GRANTED ? 1 : 0;
                    assertThat(facts.kind(fact))
                            .isNotIn(
                                    FactKind.ALERT_RAISED,
                                    FactKind.INCIDENT_OPENED,
                                    FactKind.ASSET_SUSPECTED,
                                    FactKind.INDICATOR_EXTRACTED,
                                    FactKind.INDICATOR_RECEIVED,
                                    FactKind.INDICATOR_DEPLOYED,
                                    FactKind.ASSET_ISOLATED);
                }
            }
        }
        assertThat(truths).isGreaterThan(1000);
        assertThat(blind.entities().count(EntityKind.SENSOR)).isEqualTo(15);
    }
}
