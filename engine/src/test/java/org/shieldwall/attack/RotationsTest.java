package org.shieldwall.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.exponentialHours;
import static org.shieldwall.fixture.SmallWorld.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

class RotationsTest {
    private static final int ADDRESS = Level.ADDRESS.ordinal();

    private final World world = World.compile(new SmallWorld()
            .lasting(500)
            .actor(
                    "red",
                    1,
                    0,
                    Map.of(
                            Level.ADDRESS,
                            new Campaign.Rotation(exponentialHours(5), exponentialHours(30), false, number(0))))
            .build());

    /** Times of the scheduled rotations, while the actor also changes its address whenever it likes. */
    private List<Long> schedule(int unscheduledAfterEach) {
        FactLog facts = new FactLog();
        CalendarQueue queue = new CalendarQueue();
        State state = new State(world, facts, new Agenda(), queue, new int[FactKind.values().length][0]);
        state.reset();
        state.runKey(7);
        AttackColumns columns = new AttackColumns(world, Level.values().length);
        columns.reset();
        Rotations rotations = new Rotations(state, columns);
        rotations.start();
        List<Long> times = new ArrayList<>();
        while (queue.poll()) {
            facts.now(queue.time());
            times.add(queue.time());
            rotations.onSchedule(queue.a(), queue.b(), FactSink.NONE);
            for (int i = 0; i < unscheduledAfterEach; i++) {
                state.builds().rotate(0, ADDRESS, FactSink.NONE);
            }
        }
        assertThat(state.indicators().build(0, ADDRESS)).isEqualTo(times.size() * (1 + unscheduledAfterEach));
        return times;
    }

    @Test
    void anUnscheduledRotationMovesNoLaterTickOfTheSchedule() {
        List<Long> alone = schedule(0);
        assertThat(alone).hasSizeGreaterThan(5);
        assertThat(schedule(1)).isEqualTo(alone);
        assertThat(schedule(3)).isEqualTo(alone);
    }
}
