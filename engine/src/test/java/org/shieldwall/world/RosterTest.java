package org.shieldwall.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.scenario.Shift;

/** Shifts and holidays become instants of the scenario's clock, in the local time of who works them. */
class RosterTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final long HOUR = 3_600_000_000_000L;

    /** 2024-12-23 is a Monday. */
    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 12, 23, 0, 0);

    private static Shift.Days days(String first, String last) {
        return new Shift.Days(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static List<Shift.Window> daily(int from, int to) {
        return List.of(new Shift.Window(Set.of(DayOfWeek.values()), LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    /** Hours since the start at which duty begins and ends. */
    private static List<Long> hours(Shift shift, LocalDateTime starts, ZoneId scenario, ZoneId own, int lastsHours) {
        Roster roster = Roster.compile(shift, starts, scenario, own, lastsHours * HOUR);
        List<Long> hours = new ArrayList<>();
        for (int i = 0; i < roster.size(); i++) {
            assertThat(roster.instant(i) % HOUR).isZero();
            hours.add(roster.instant(i) / HOUR);
        }
        return hours;
    }

    @Test
    void onHolidaysNobodyWorksWhereNothingElseIsSaid() {
        Shift office = Shift.OFFICE_HOURS;
        Shift closed = new Shift(
                office.windows(),
                List.of(days("2024-12-24", "2024-12-24"), days("2024-12-26", "2024-12-27")),
                List.of());
        assertThat(hours(office, MONDAY, UTC, UTC, 120))
                .containsExactly(8L, 17L, 32L, 41L, 56L, 65L, 80L, 89L, 104L, 113L);
        assertThat(hours(closed, MONDAY, UTC, UTC, 120)).containsExactly(8L, 17L, 56L, 65L);
    }

    @Test
    void onHolidaysAnotherShiftWorks() {
        Shift shift = new Shift(daily(8, 17), List.of(days("2024-12-24", "2024-12-24")), daily(10, 12));
        assertThat(hours(shift, MONDAY, UTC, UTC, 72)).containsExactly(8L, 17L, 34L, 36L, 56L, 65L);
    }

    @Test
    void theNightShiftOfTheEveGoesOnIntoTheHoliday() {
        Shift shift = new Shift(daily(22, 6), List.of(days("2024-12-24", "2024-12-24")), List.of());
        // Sunday's night until Monday 6, Monday's until Tuesday 6, none of Tuesday, Wednesday's.
        assertThat(hours(shift, MONDAY, UTC, UTC, 72)).containsExactly(0L, 6L, 22L, 30L, 70L, 78L);
    }

    @Test
    void aHolidayIsADayOfTheOwnZone() {
        Shift shift = new Shift(Shift.ALWAYS.windows(), List.of(days("2024-12-24", "2024-12-24")), List.of());
        // Vienna is an hour ahead of UTC: its 24 December lasts from 23:00 to 23:00.
        assertThat(hours(shift, MONDAY, UTC, VIENNA, 72)).containsExactly(0L, 23L, 47L, 95L);
    }

    @Test
    void aHolidayOnWhichTheClockIsPutBackHasTwentyFiveHours() {
        Shift shift = new Shift(Shift.ALWAYS.windows(), List.of(days("2024-10-27", "2024-10-27")), List.of());
        LocalDateTime saturday = LocalDateTime.of(2024, 10, 26, 0, 0);
        assertThat(hours(shift, saturday, VIENNA, VIENNA, 72)).containsExactly(0L, 24L, 49L, 73L);
    }

    @Test
    void holidaysBeforeAndBehindTheRunChangeNothing() {
        Shift shift = new Shift(
                Shift.OFFICE_HOURS.windows(),
                List.of(days("2020-01-01", "2024-12-20"), days("2025-06-01", "2026-01-01")),
                List.of());
        assertThat(hours(shift, MONDAY, UTC, UTC, 120)).isEqualTo(hours(Shift.OFFICE_HOURS, MONDAY, UTC, UTC, 120));
    }
}
