package org.shieldwall.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shieldwall.fixture.SmallWorld.broughtBy;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenario.Technique.Position;

/** In checking mode every invariant that is broken is caught, at the transition that breaks it. */
class CheckingTest {
    private static final int FIRM = 0;
    private static final int RIVAL = 2;
    private static final int PC = 0;
    private static final int OTHER_PC = 1;
    private static final int TILL = 2;

    // Organisations by name: firm, ghost (which is not there), rival
    private final World world = World.compile(new SmallWorld()
            .organisation(
                    "firm",
                    1,
                    Organisation.Discipline.PRIORITY,
                    hours(1),
                    "",
                    sensor("edr", Organisation.SensorKind.ENDPOINT, 1, 0, 1, null))
            .organisation(
                    "ghost",
                    broughtBy("seance"),
                    Shift.ALWAYS,
                    1,
                    Organisation.Discipline.PRIORITY,
                    hours(1),
                    "",
                    sensor("eye", Organisation.SensorKind.ENDPOINT, 1, 0, 1, null))
            .organisation(
                    "rival",
                    1,
                    Organisation.Discipline.PRIORITY,
                    hours(1),
                    "",
                    sensor("edr", Organisation.SensorKind.ENDPOINT, 1, 0, 1, null))
            .network("net", "firm", "pc", 2, null)
            .network("shop", "rival", "till", 1, null)
            .service("work", "firm", new Service.ShareOf("pc", Service.Function.SERVICE))
            .actor("red", 1)
            .technique("enter", hours(1))
            .campaign("walk", "red", step("a", "red", "enter", "pc", new Campaign.Always()))
            .community(new Community(
                    "circle",
                    List.of("firm"),
                    Map.of(),
                    null,
                    hours(1),
                    number(1),
                    number(0),
                    number(1),
                    number(0),
                    hours(1),
                    number(0),
                    number(0),
                    number(0),
                    number(1),
                    hours(1),
                    Set.of(Technique.Level.HASH),
                    Presence.ALWAYS))
            .lever("seance", "firm", 0)
            .build());
    private final FactLog facts = new FactLog();
    private final State state = state(true);

    private State state(boolean checking) {
        State fresh = new State(world, facts, new Agenda(), new CalendarQueue(), new int[FactKind.values().length][0]);
        facts.reset();
        fresh.reset();
        fresh.begin(new boolean[world.leverCount()]);
        fresh.checking(checking);
        return fresh;
    }

    private int entity(EntityKind kind, int index) {
        return world.entities().entity(kind, index);
    }

    private int organisation(int index) {
        return entity(EntityKind.ORGANISATION, index);
    }

    private int asset(int index) {
        return entity(EntityKind.ASSET, index);
    }

    private int happen(FactKind kind, int who, int whom, int trigger) {
        return state.happen(kind, who, whom, 0, 1, trigger);
    }

    private int attempt(FactKind kind, int asset) {
        return happen(kind, entity(EntityKind.STEP, 0), asset(asset), FactSink.NONE);
    }

    private int enter(int asset, int parent, int trigger) {
        return state.access().grant(0, asset, Position.USER, true, parent, -1, 0, trigger);
    }

    private static void caught(String what, ThrowingCallable transition) {
        assertThatThrownBy(transition).isInstanceOf(IllegalStateException.class).hasMessageContaining(what);
    }

    @Test
    void noAccessWithoutAPathOfFacts() {
        int success = attempt(FactKind.ATTEMPT_SUCCEEDED, PC);
        caught("without a path of facts", () -> enter(PC, -1, FactSink.NONE));
        caught("without a path of facts", () -> enter(PC, -1, attempt(FactKind.ATTEMPT_FAILED, PC)));
        assertThat(enter(PC, -1, success)).isNotNegative();
        int row = state.footholds().row(0, PC);
        caught("without a path of facts", () -> enter(OTHER_PC, row, attempt(FactKind.ATTEMPT_SUCCEEDED, OTHER_PC)));
        state.given(state.footholds().fact(row));
        assertThat(enter(OTHER_PC, row, attempt(FactKind.ATTEMPT_SUCCEEDED, OTHER_PC)))
                .isNotNegative();
    }

    @Test
    void noAccessToOrFromWhatIsCutOff() {
        enter(PC, -1, attempt(FactKind.ATTEMPT_SUCCEEDED, PC));
        int row = state.footholds().row(0, PC);
        state.assets().isolate(PC, FactSink.NONE);
        caught("cut off", () -> enter(PC, -1, attempt(FactKind.ATTEMPT_SUCCEEDED, PC)));
        caught("live path", () -> enter(OTHER_PC, row, attempt(FactKind.ATTEMPT_SUCCEEDED, OTHER_PC)));
        caught("below user", () -> state.access().grant(0, OTHER_PC, Position.DISCOVERED, true, -1, -1, 0, 0));
    }

    @Test
    void noLevelOutsideZeroToTenThousandAndNoneThatDoesNotChange() {
        caught("level outside", () -> state.services().setLevel(0, -1, FactSink.NONE));
        caught("level outside", () -> state.services().setLevel(0, 10_001, FactSink.NONE));
        caught("does not change", () -> state.services().setLevel(0, 10_000, FactSink.NONE));
        assertThat(state.services().setLevel(0, 0, FactSink.NONE)).isNotNegative();
    }

    @Test
    void noDoubleIsolationDamageOrMending() {
        state.assets().isolate(PC, FactSink.NONE);
        caught("double isolation", () -> state.assets().isolate(PC, FactSink.NONE));
        state.assets().reconnect(PC, FactSink.NONE);
        caught("not isolated", () -> state.assets().reconnect(PC, FactSink.NONE));
        state.assets().separate(0, FactSink.NONE);
        caught("double separation", () -> state.assets().separate(0, FactSink.NONE));
        state.assets().reconnectNetwork(0, FactSink.NONE);
        caught("not separated", () -> state.assets().reconnectNetwork(0, FactSink.NONE));
        state.assets().damage(PC, Damage.DISK, FactSink.NONE);
        caught("damaged so already", () -> state.assets().damage(PC, Damage.DISK, FactSink.NONE));
        state.assets().mend(PC, Damage.DISK, -1, FactSink.NONE);
        caught("not damaged so", () -> state.assets().mend(PC, Damage.DISK, -1, FactSink.NONE));
    }

    @Test
    void alertsShowWhatTheirSensorSaw() {
        int edr = entity(EntityKind.SENSOR, 0);
        int elsewhere = attempt(FactKind.ATTEMPT_SUCCEEDED, OTHER_PC);
        caught("something else", () -> happen(FactKind.ALERT_RAISED, edr, asset(PC), elsewhere));
        caught("another organisation", () -> happen(FactKind.ALERT_RAISED, edr, asset(TILL), FactSink.NONE));
        caught("without an alert", () -> happen(FactKind.ALERT_ESCALATED, edr, asset(OTHER_PC), elsewhere));
        int alert = happen(FactKind.ALERT_RAISED, edr, asset(OTHER_PC), elsewhere);
        int escalated = happen(FactKind.ALERT_ESCALATED, edr, asset(OTHER_PC), alert);
        caught("without an alert", () -> happen(FactKind.INCIDENT_OPENED, organisation(FIRM), asset(PC), alert));
        caught("another's alert", () -> happen(FactKind.INCIDENT_OPENED, organisation(RIVAL), asset(TILL), escalated));
        assertThat(happen(FactKind.INCIDENT_OPENED, organisation(FIRM), asset(OTHER_PC), escalated))
                .isNotNegative();
    }

    /** A round of investigation of the firm, by the way that leads there. */
    private int investigation() {
        int edr = entity(EntityKind.SENSOR, 0);
        int alert = happen(FactKind.ALERT_RAISED, edr, asset(PC), FactSink.NONE);
        int escalated = happen(FactKind.ALERT_ESCALATED, edr, asset(PC), alert);
        int incident = happen(FactKind.INCIDENT_OPENED, organisation(FIRM), asset(PC), escalated);
        return happen(FactKind.INVESTIGATION_ROUND, organisation(FIRM), -1, incident);
    }

    @Test
    void beliefComesBySensorInvestigationOrMessageOnly() {
        int truth = attempt(FactKind.ATTEMPT_SUCCEEDED, PC);
        int round = investigation();
        caught(
                "without an investigation",
                () -> happen(FactKind.ASSET_SUSPECTED, organisation(FIRM), asset(PC), truth));
        caught(
                "another's investigation",
                () -> happen(FactKind.ASSET_SUSPECTED, organisation(RIVAL), asset(TILL), round));
        caught("another organisation", () -> happen(FactKind.ASSET_SUSPECTED, organisation(FIRM), asset(TILL), round));
        for (FactKind kind : List.of(
                FactKind.INVESTIGATION_ROUND,
                FactKind.DECISION_REQUESTED,
                FactKind.DECISION_MADE,
                FactKind.INDICATOR_EXTRACTED,
                FactKind.INDICATOR_DEPLOYED)) {
            caught("nobody told", () -> happen(kind, organisation(FIRM), -1, truth));
            caught("nobody told", () -> happen(kind, organisation(RIVAL), -1, round));
            caught("without a cause", () -> happen(kind, organisation(FIRM), -1, FactSink.NONE));
        }
        caught("nobody told", () -> state.assets().isolate(PC, truth));
        caught("nobody told", () -> state.assets().separate(0, truth));
        caught("nobody told", () -> state.assets().rebuild(PC, truth));
        int suspicion = happen(FactKind.ASSET_SUSPECTED, organisation(FIRM), asset(PC), round);
        assertThat(state.assets().isolate(PC, suspicion)).isNotNegative();
    }

    @Test
    void messagesComeFromOnesCommunity() {
        int circle = entity(EntityKind.COMMUNITY, 0);
        int extracted = happen(FactKind.INDICATOR_EXTRACTED, organisation(FIRM), -1, investigation());
        int published = happen(FactKind.INDICATOR_PUBLISHED, organisation(FIRM), circle, extracted);
        int relayed = happen(FactKind.INDICATOR_RELAYED, circle, -1, published);
        caught("nobody sent", () -> happen(FactKind.INDICATOR_RECEIVED, organisation(FIRM), circle, published));
        caught("strangers", () -> happen(FactKind.INDICATOR_RECEIVED, organisation(RIVAL), circle, relayed));
        assertThat(happen(FactKind.INDICATOR_RECEIVED, organisation(FIRM), circle, relayed))
                .isNotNegative();
    }

    @Test
    void whatIsDormantBeginsNothing() {
        int ghost = organisation(1);
        int eye = entity(EntityKind.SENSOR, 1);
        assertThat(world.entities().name(eye)).isEqualTo("ghost.eye");
        caught("dormant acts", () -> happen(FactKind.ALERT_RAISED, eye, asset(PC), FactSink.NONE));
        caught("dormant acts", () -> happen(FactKind.DECISION_MADE, ghost, -1, investigation()));
    }

    @Test
    void causesComeBeforeEffects() {
        caught("before its cause", () -> attemptBecauseOf(7));
        facts.now(10);
        attempt(FactKind.ATTEMPT_STARTED, PC);
        facts.now(9);
        caught("backwards", () -> attempt(FactKind.ATTEMPT_STARTED, PC));
        facts.now(10);
        caught("before its condition", () -> state.given(7).happen(FactKind.ATTEMPT_STARTED, -1, -1, 0, 1, -1));
    }

    private int attemptBecauseOf(int trigger) {
        return happen(FactKind.ATTEMPT_STARTED, entity(EntityKind.STEP, 0), asset(PC), trigger);
    }

    @Test
    void withoutCheckingNothingIsVerified() {
        State unchecked = state(false);
        assertThatCode(() -> {
                    unchecked.assets().isolate(PC, FactSink.NONE);
                    unchecked.assets().isolate(PC, FactSink.NONE);
                })
                .doesNotThrowAnyException();
    }
}
