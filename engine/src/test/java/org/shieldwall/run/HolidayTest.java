package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.hours;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Shift;
import org.shieldwall.world.World;

/** On a holiday alerts wait. */
class HolidayTest {
    /** The week of Monday, 1 June 2015; it begins at 08:00. */
    private static final LocalDate MONDAY = LocalDate.of(2015, 6, 1);

    /** Days of the week, 0 for Monday, on which analysts of an office took up an alert; one comes every hour. */
    private static Set<Long> daysOfWork(List<Shift.Days> holidays) {
        World world = World.compile(new SmallWorld()
                .lasting(110)
                .organisation(
                        "office",
                        Presence.ALWAYS,
                        new Shift(Shift.OFFICE_HOURS.windows(), holidays, List.of()),
                        1,
                        Organisation.Discipline.FIRST_COME,
                        hours(0.01),
                        "",
                        SmallWorld.sensor("edr", Organisation.SensorKind.ENDPOINT, 0, 1, 1, null))
                .network("net", "office", "pc", 1, null)
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        Set<Long> days = new HashSet<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.ALERT_WORK_STARTED) {
                days.add((facts.time(fact) + 8 * HOUR) / (24 * HOUR));
            }
        }
        return days;
    }

    @Test
    void nobodyTakesUpAnAlert() {
        assertThat(daysOfWork(List.of())).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThat(daysOfWork(List.of(new Shift.Days(MONDAY.plusDays(1), MONDAY.plusDays(2)))))
                .containsExactlyInAnyOrder(0L, 3L, 4L);
    }
}
