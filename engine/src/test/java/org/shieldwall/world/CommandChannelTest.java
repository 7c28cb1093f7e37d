package org.shieldwall.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenario.Technique.Position;

class CommandChannelTest {
    private static final int HASH = Level.HASH.ordinal();
    private static final int ADDRESS = Level.ADDRESS.ordinal();
    private static final int DOMAIN = Level.DOMAIN.ordinal();

    private final World world = World.compile(new SmallWorld()
            .organisation("victim", 1, Organisation.Discipline.PRIORITY, hours(1), "")
            .network("net", "victim", "pc", 2, null)
            .actor("red", 1)
            .technique("enter", hours(1), hours(1), hours(1), EnumSet.of(Level.ADDRESS, Level.DOMAIN), null)
            .campaign("walk", "red", step("a", "red", "enter", "pc", new Campaign.Always()))
            .build());
    private final FactLog facts = new FactLog();
    private final State state =
            new State(world, facts, new Agenda(), new CalendarQueue(), new int[FactKind.values().length][0]);
    private int foothold;

    @BeforeEach
    void aFootholdThatPersists() {
        state.reset();
        state.checking(true);
        state.runKey(1);
        state.begin(new boolean[0]);
        int success = state.happen(
                FactKind.ATTEMPT_SUCCEEDED,
                world.entities().entity(EntityKind.ACTOR, 0),
                world.entities().entity(EntityKind.ASSET, 0),
                0,
                1,
                FactSink.NONE);
        state.access().grant(0, 0, Position.USER, true, -1, -1, 0, success);
        foothold = state.footholds().row(0, 0);
        assertThat(state.footholds().live(foothold)).isTrue();
    }

    private List<FactKind> happened() {
        List<FactKind> kinds = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            kinds.add(facts.kind(fact));
        }
        return kinds;
    }

    @Test
    void aChannelBlockedOnOneLevelComesBackWithThatLevelOnly() {
        state.builds().blockChannel(foothold, ADDRESS, FactSink.NONE);
        assertThat(state.footholds().live(foothold)).isFalse();
        state.builds().rotate(0, DOMAIN, FactSink.NONE);
        state.builds().rotate(0, HASH, FactSink.NONE);
        assertThat(state.footholds().live(foothold)).isFalse();
        assertThat(happened()).doesNotContain(FactKind.COMMAND_CHANNEL_RESTORED);
        state.builds().rotate(0, ADDRESS, FactSink.NONE);
        assertThat(state.footholds().live(foothold)).isTrue();
        assertThat(happened()).containsOnlyOnce(FactKind.COMMAND_CHANNEL_RESTORED);
    }

    @Test
    void aChannelBlockedOnTwoLevelsComesBackWhenBothHaveANewBuild() {
        state.builds().blockChannel(foothold, ADDRESS, FactSink.NONE);
        state.builds().blockChannel(foothold, DOMAIN, FactSink.NONE);
        state.builds().rotate(0, ADDRESS, FactSink.NONE);
        assertThat(state.footholds().channelBlocked(foothold, ADDRESS)).isFalse();
        assertThat(state.footholds().channelBlocked(foothold, DOMAIN)).isTrue();
        assertThat(state.footholds().live(foothold)).isFalse();
        state.builds().rotate(0, ADDRESS, FactSink.NONE);
        assertThat(state.footholds().live(foothold)).isFalse();
        state.builds().rotate(0, DOMAIN, FactSink.NONE);
        assertThat(state.footholds().live(foothold)).isTrue();
        assertThat(happened()).containsOnlyOnce(FactKind.COMMAND_CHANNEL_RESTORED);
    }

    @Test
    void aForkKnowsWhatBlocks() {
        state.builds().blockChannel(foothold, ADDRESS, FactSink.NONE);
        state.builds().blockChannel(foothold, DOMAIN, FactSink.NONE);
        State fork = new State(
                world, new FactLog(), new Agenda(), new CalendarQueue(), new int[FactKind.values().length][0]);
        fork.reset();
        fork.copyFrom(state);
        fork.builds().rotate(0, ADDRESS, FactSink.NONE);
        assertThat(fork.footholds().live(foothold)).isFalse();
        fork.builds().rotate(0, DOMAIN, FactSink.NONE);
        assertThat(fork.footholds().live(foothold)).isTrue();
    }
}
