package org.shieldwall.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Flood;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;

/** Transitions of floods, filters and sources: what they change, and what checking catches. */
class FloodTransitionsTest {
    private static final long HUNDRED = 100_000_000;

    private final World world = World.compile(new SmallWorld()
            .organisation("site", 1, Organisation.Discipline.PRIORITY, hours(1), "")
            .server("net", "site", "web", 1000, 1000)
            .line("internet", "net", 100)
            .service("pages", "site", new Service.Delivered("web", "internet", 100, 1))
            .flooder(
                    "red",
                    1e6,
                    List.of(new Flood.Source("near", 0.5, "internet"), new Flood.Source("far", 0.5, "internet")))
            .actor("bare", 1)
            .flooding("ping", new Flood(Flood.Kind.ICMP, number(1), number(0), hours(1)))
            .campaign("c", "red", step("flood", "red", "ping", "web", new Campaign.Always()))
            .build());
    private final FactLog facts = new FactLog();
    private final State state =
            new State(world, facts, new Agenda(), new CalendarQueue(), new int[FactKind.values().length][0]);
    private final int red = 1;

    @BeforeEach
    void quiet() {
        facts.reset();
        state.reset();
        state.runKey(1);
        state.begin(new boolean[0]);
        state.checking(true);
    }

    private int level() {
        state.floods().settle();
        return state.traffic().delivered(0);
    }

    private int flood() {
        return state.floods().start(red, 0, 0, HUNDRED, 0, 7, FactSink.NONE);
    }

    private static void caught(String what, ThrowingCallable transition) {
        assertThatThrownBy(transition).isInstanceOf(IllegalStateException.class).hasMessageContaining(what);
    }

    @Test
    void aFloodThatIsRefusedChangesNothing() {
        int begun = flood();
        long key = facts.key(begun);
        quiet();
        facts.suppress(key);

        assertThat(flood()).isEqualTo(FactSink.REFUSED);
        assertThat(level()).isEqualTo(NeedProgram.FULL);
    }

    @Test
    void halfOfTheSourcesSendHalf() {
        flood();
        assertThat(level()).isEqualTo(5000);
        state.floods().switchOffSources(red, 0, 0, FactSink.NONE);
        // 50 of the flood and 100 wanted come to 100.
        assertThat(level()).isEqualTo(6666);
        state.floods().rebuildSources(red, 0, FactSink.NONE);
        assertThat(level()).isEqualTo(5000);
    }

    @Test
    void aFilterHoldsBackAndSpoilsUntilItIsLifted() {
        flood();
        state.floods().setFilter(0, 0, Flood.Kind.ICMP.ordinal(), 0, 0, 1, 0.25, FactSink.NONE);
        assertThat(level()).isEqualTo(7500);
        state.floods().liftFilter(0, 0, FactSink.NONE);
        assertThat(level()).isEqualTo(5000);
        state.floods().setFilter(0, 0, Flood.Kind.SYN.ordinal(), 0, 0, 1, 0, FactSink.NONE);
        assertThat(level()).isEqualTo(5000);
        state.floods().setFilter(0, 0, Traffic.EVERYTHING, 0, 0, 1, 0, FactSink.NONE);
        assertThat(level()).isZero();
    }

    @Test
    void twinsEndsOfNothingAndSecondFiltersAreCaught() {
        flood();
        caught("a flood beside its twin", this::flood);
        caught("a flood without machines", () -> state.floods().start(0, 0, 0, HUNDRED, 0, 8, FactSink.NONE));
        state.floods().end(0, 0, FactSink.NONE);
        caught("the end of a flood that is over", () -> state.floods().end(0, 0, FactSink.NONE));
        state.floods().setFilter(0, 0, 0, 0, 0, 1, 0, FactSink.NONE);
        caught("a second filter of one kind", () -> state.floods().setFilter(0, 0, 0, 0, 0, 1, 0, FactSink.NONE));
        state.floods().liftFilter(0, 0, FactSink.NONE);
        caught("a filter that does not stand", () -> state.floods().liftFilter(0, 0, FactSink.NONE));
        state.floods().switchOffSources(red, 1, 0, FactSink.NONE);
        caught("sources that are off already", () -> state.floods().switchOffSources(red, 1, 0, FactSink.NONE));
    }

    @Test
    void nobodyRecognisesAFloodWithoutAnAlertOrAsksForHelpForATruthNobodyTold() {
        int begun = flood();
        int site = world.entities().entity(EntityKind.ORGANISATION, 0);
        int web = world.entities().entity(EntityKind.ASSET, 0);

        caught("without an alert", () -> state.happen(FactKind.FLOOD_RECOGNISED, site, web, 0, 1, begun));
        caught("that nobody told", () -> state.happen(FactKind.HELP_ASKED, site, site, 0, 1, begun));
    }
}
