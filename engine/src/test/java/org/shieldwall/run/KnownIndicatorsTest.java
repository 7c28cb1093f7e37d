package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.sensor;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Organisation.SensorKind;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Indicators that two partners know: false ones under levers, what the attacker notices of them, and what leaks. */
class KnownIndicatorsTest {
    private static Community circle(double precision, double falsePerHour, double delayHours, double leak) {
        return new Community(
                "circle",
                List.of("firm", "other"),
                Map.of(),
                null,
                hours(delayHours),
                number(1),
                number(0),
                number(precision),
                number(falsePerHour / 3600),
                hours(100_000),
                number(leak),
                number(0),
                number(1),
                number(1),
                hours(1),
                Set.of(Technique.Level.ADDRESS),
                Presence.ALWAYS);
    }

    private static SmallWorld partners(double notices, Map<Technique.Level, Campaign.Rotation> rotation) {
        return new SmallWorld()
                .lasting(3000)
                .organisation(
                        "firm",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0.1),
                        "block",
                        sensor("gate", SensorKind.NETWORK, 1, 0, 1, null))
                .organisation(
                        "other",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0.1),
                        "block",
                        sensor("wire", SensorKind.NETWORK, 1, 0, 1, null))
                .network("net", "firm", "pc", 1, null)
                .network("net2", "other", "srv", 1, null)
                .actor("red", 1, notices, rotation)
                .technique(
                        "enter",
                        hours(1),
                        number(1),
                        number(1),
                        EnumSet.of(Technique.Level.ADDRESS),
                        null,
                        evidence(SensorKind.NETWORK, Technique.When.WHILE_HELD, 1, 0.1))
                .playbook("block", Playbook.Kind.BLOCK_INDICATORS)
                .campaign("walk", "red", SmallWorld.step("a", "red", "enter", "pc", new Campaign.Always()));
    }

    /** Alerts of false indicators: without evidence, with an indicator as condition. */
    private static int falseAlerts(FactLog facts, double fromHours, double toHours) {
        int count = 0;
        for (int fact = 0; fact < facts.size(); fact++) {
            boolean within = facts.time(fact) > fromHours * HOUR && facts.time(fact) <= toHours * HOUR;
            if (within
                    && facts.kind(fact) == FactKind.ALERT_RAISED
                    && facts.trigger(fact) < 0
                    && facts.conditionCount(fact) > 0) {
                count++;
            }
        }
        return count;
    }

    private static Lever.Change rate(double perHour) {
        return new Lever.Change(Lever.Operator.SETS, "communities.circle.false-alerts", number(perHour / 3600), "");
    }

    @Test
    void aRateThatALeverSetsRaisesAlertsAsFromTheStart() {
        World world = World.compile(partners(0, Map.of())
                .community(circle(0.5, 0, 1, 0))
                .lever("noise", "firm", 0, rate(1))
                .build());
        int always = 0;
        int later = 0;
        for (long replication = 1; replication <= 20; replication++) {
            always +=
                    falseAlerts(new Simulation(world).checking(true).run(List.of("noise"), 1, replication), 1000, 2000);
            Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, replication);
            simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "noise");
            later += falseAlerts(simulation.finish(), 1000, 2000);
        }
        assertThat(always).isGreaterThan(1000);
        assertThat((double) later).isCloseTo(always, within(0.05 * always));
    }

    @Test
    void aStreamThatStoodStillGoesOn() {
        World world = World.compile(partners(0, Map.of())
                .community(circle(0.5, 1, 1, 0))
                .lever("quiet", "firm", 0, rate(0))
                .build());
        int while0 = 0;
        int after = 0;
        for (long replication = 1; replication <= 20; replication++) {
            Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, replication);
            simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "quiet");
            simulation.command(1500 * HOUR, Simulation.Order.LEVER_OFF, "quiet");
            FactLog facts = simulation.finish();
            while0 += falseAlerts(facts, 1000, 1500);
            after += falseAlerts(facts, 1500, 3000);
        }
        assertThat(while0).isZero();
        assertThat(after).isGreaterThan(1000);
    }

    @Test
    void whatIsBlockedAndWhatIsLostAreNoticedIndependently() {
        World world = World.compile(partners(0.5, Map.of()).build());
        int onlyOne = 0;
        int runs = 0;
        for (long replication = 1; replication <= 400; replication++) {
            FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, replication);
            int blocked = first(facts, FactKind.COMMAND_CHANNEL_BLOCKED);
            int lost = first(facts, FactKind.ACCESS_LOST);
            if (blocked < 0 || lost < 0) {
                continue;
            }
            runs++;
            onlyOne += isNoticed(facts, blocked) != isNoticed(facts, lost) ? 1 : 0;
        }
        assertThat(runs).isGreaterThan(300);
        // Half of them, by a binomial of standard deviation 0.025.
        assertThat(onlyOne / (double) runs).isCloseTo(0.5, within(0.1));
    }

    private static int first(FactLog facts, FactKind kind) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                return fact;
            }
        }
        return -1;
    }

    private static boolean isNoticed(FactLog facts, int what) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.ACTOR_NOTICED && facts.trigger(fact) == what) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsReplacedAlreadyIsNotReplacedAgainBecauseItLeaked() {
        Campaign.Rotation every30Hours = new Campaign.Rotation(hours(1), hours(30), false, number(7));
        World world = World.compile(partners(0, Map.of(Technique.Level.ADDRESS, every30Hours))
                .community(circle(1, 0, 200, 1))
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        assertThat(first(facts, FactKind.INDICATOR_LEAKED)).isGreaterThan(0);
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.BUILD_ROTATED) {
                assertThat(facts.time(fact) % (30 * HOUR)).isZero();
            }
        }
    }
}
