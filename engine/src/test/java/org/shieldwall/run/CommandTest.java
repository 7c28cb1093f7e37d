package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.broughtBy;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation.Order;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Shift;
import org.shieldwall.world.World;

/** Commands are an order class of their own: all of a time, by their number, before the events of that time. */
class CommandTest {
    private static final String PC = "firm/net/pc/1";

    private final World world = World.compile(new SmallWorld()
            .lasting(500)
            .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
            .organisation("rival", broughtBy("market"), Shift.ALWAYS, 0, Organisation.Discipline.PRIORITY, hours(1), "")
            .network("net", "firm", "pc", 1, null)
            .network("shed", "rival", "till", 1, null)
            .service("work", "firm", new Service.ShareOf("pc", Service.Function.SERVICE))
            .actor("red", 1)
            .technique("enter", hours(100))
            .campaign("walk", "red", step("a", "red", "enter", "pc", new Campaign.Always()))
            .lever("market", "firm", 0)
            .build());

    private Simulation start() {
        return new Simulation(world).checking(true).start(List.of(), 1, 1);
    }

    private static List<FactKind> kinds(FactLog facts, long time) {
        List<FactKind> kinds = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.time(fact) == time) {
                kinds.add(facts.kind(fact));
            }
        }
        return kinds;
    }

    @Test
    void nothingSettlesBetweenTheCommandsOfOneTime() {
        Simulation simulation = start();
        simulation.command(50 * HOUR, Order.ISOLATE, PC);
        simulation.command(50 * HOUR, Order.RECONNECT, PC);
        FactLog facts = simulation.finish();
        assertThat(kinds(facts, 50 * HOUR)).containsExactly(FactKind.ASSET_ISOLATED, FactKind.ASSET_RECONNECTED);

        Simulation apart = start();
        apart.command(50 * HOUR, Order.ISOLATE, PC);
        apart.command(50 * HOUR + 1, Order.RECONNECT, PC);
        assertThat(kinds(apart.finish(), 50 * HOUR)).containsExactly(FactKind.ASSET_ISOLATED, FactKind.SERVICE_LEVEL);
    }

    @Test
    void commandsOfOneTimeGoByTheirNumbersWheneverTheyWereAccepted() {
        Simulation simulation = start();
        int late = simulation.command(60 * HOUR, Order.RECONNECT, PC);
        int first = simulation.command(50 * HOUR, Order.ISOLATE, PC);
        int again = simulation.command(50 * HOUR, Order.ISOLATE, PC);
        assertThat(simulation.outcome(first)).isEqualTo(FactSink.NONE);
        simulation.advanceTo(55 * HOUR);
        FactLog facts = simulation.facts();
        assertThat(facts.kind(simulation.outcome(first))).isEqualTo(FactKind.ASSET_ISOLATED);
        assertThat(facts.kind(simulation.outcome(again))).isEqualTo(FactKind.COMMAND_REFUSED);
        assertThat(simulation.outcome(late)).isEqualTo(FactSink.NONE);
        simulation.finish();
        assertThat(facts.kind(simulation.outcome(late))).isEqualTo(FactKind.ASSET_RECONNECTED);
        assertThat(simulation.outcome(first)).isLessThan(simulation.outcome(again));
    }

    @Test
    void aCommandComesBeforeTheEventsOfItsTime() {
        Simulation simulation = start();
        simulation.command(100 * HOUR, Order.ISOLATE, PC);
        List<FactKind> kinds = kinds(simulation.finish(), 100 * HOUR);
        assertThat(kinds).startsWith(FactKind.ASSET_ISOLATED, FactKind.ATTEMPT_ABANDONED);
        assertThat(kinds).doesNotContain(FactKind.ATTEMPT_SUCCEEDED);
        assertThat(kinds(start().finish(), 100 * HOUR)).contains(FactKind.ATTEMPT_SUCCEEDED);
    }

    @Test
    void aFinishedInstantTakesNoMoreCommands() {
        Simulation simulation = start().advanceTo(100 * HOUR);
        assertThat(simulation.now()).isEqualTo(100 * HOUR);
        assertThatThrownBy(() -> simulation.command(100 * HOUR, Order.ISOLATE, PC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(%d ns)".formatted(100 * HOUR));
        assertThatThrownBy(() -> simulation.command(501 * HOUR, Order.ISOLATE, PC))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start().command(0, Order.ISOLATE, PC)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulation.command(101 * HOUR, Order.ISOLATE, "firm/net/pc/2"))
                .hasMessageContaining("firm/net/pc/2");
        int next = simulation.command(100 * HOUR + 1, Order.ISOLATE, PC);
        simulation.advanceTo(100 * HOUR + 1);
        assertThat(simulation.facts().kind(simulation.outcome(next))).isEqualTo(FactKind.ASSET_ISOLATED);
    }

    @Test
    void liveAndFromARecordingTheyFallAtTheSamePlace() {
        Simulation live = start();
        live.advanceTo(40 * HOUR);
        live.command(100 * HOUR, Order.ISOLATE, PC);
        live.advanceTo(100 * HOUR - 1);
        live.command(100 * HOUR, Order.RECONNECT, PC);
        live.command(150 * HOUR, Order.LEVER_ON, "market");
        live.finish();

        Simulation recorded = start();
        recorded.command(100 * HOUR, Order.ISOLATE, PC);
        recorded.command(100 * HOUR, Order.RECONNECT, PC);
        recorded.command(150 * HOUR, Order.LEVER_ON, "market");
        Simulation fork = recorded.fork();
        recorded.finish();
        fork.finish();
        assertThat(recorded.digest()).isEqualTo(live.digest());
        assertThat(fork.digest()).isEqualTo(live.digest());
        assertThat(live.digest()).isNotEqualTo(digestWithoutCommands());
    }

    private String digestWithoutCommands() {
        Simulation simulation = start();
        simulation.finish();
        return simulation.digest();
    }

    @Test
    void whatIsNotThereIsNotCommanded() {
        Simulation simulation = start();
        int dormant = simulation.command(50 * HOUR, Order.ISOLATE, "rival/shed/till/1");
        int twice = simulation.command(50 * HOUR, Order.LEVER_OFF, "market");
        int brought = simulation.command(50 * HOUR, Order.LEVER_ON, "market");
        int alive = simulation.command(50 * HOUR, Order.ISOLATE, "rival/shed/till/1");
        FactLog facts = simulation.finish();
        assertThat(facts.kind(simulation.outcome(dormant))).isEqualTo(FactKind.COMMAND_REFUSED);
        assertThat(facts.value(simulation.outcome(dormant))).isEqualTo(Commands.NOT_THERE);
        assertThat(facts.value(simulation.outcome(twice))).isEqualTo(Commands.ALREADY_SO);
        assertThat(facts.kind(simulation.outcome(brought))).isEqualTo(FactKind.LEVER_SET);
        assertThat(facts.kind(simulation.outcome(alive))).isEqualTo(FactKind.ASSET_ISOLATED);
    }

    @Test
    void leversSwitchedOffAndOnAtOneInstantLeaveNoTrace() {
        Simulation plain = new Simulation(world).checking(true).start(List.of("market"), 1, 1);
        Simulation flicked = new Simulation(world).checking(true).start(List.of("market"), 1, 1);
        flicked.command(50 * HOUR, Order.LEVER_OFF, "market");
        flicked.command(50 * HOUR, Order.LEVER_ON, "market");
        FactLog with = flicked.finish();
        FactLog without = plain.finish();
        assertThat(with.size()).isEqualTo(without.size() + 2);
        assertThat(kinds(with, 50 * HOUR)).containsExactly(FactKind.LEVER_SET, FactKind.LEVER_SET);
    }
}
