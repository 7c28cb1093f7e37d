package org.shieldwall.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A weekly roster in the local time of its organisation, with its holidays; compiled to instants before a run.
 *
 * @param windows when somebody is on duty; empty means never, {@link #ALWAYS} means around the clock
 * @param holidays days on which {@code onHolidays} stands in place of {@code windows}; in rising order, none twice
 * @param onHolidays when somebody is on duty on a holiday; empty means never
 */
public record Shift(List<Window> windows, List<Days> holidays, List<Window> onHolidays) {

    /**
     * One stretch of duty on each of some days; where {@code to} is not after {@code from} it ends on the next day,
     * whatever day that is.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** Days in a row, both ends among them. */
    public record Days(LocalDate first, LocalDate last) {}

    public static final Shift ALWAYS =
            new Shift(List.of(new Window(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

    /** Working hours of an office: Monday to Friday, 08:00 to 17:00. */
    public static final Shift OFFICE_HOURS = new Shift(List.of(new Window(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0))));

    /** A roster without holidays. */
    public Shift(List<Window> windows) {
        this(windows, List.of(), List.of());
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }
}
