package org.shieldwall.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A weekly roster in the local time of its organisation, compiled to instants before a run.
 *
 * @param windows when somebody is on duty; empty means never, {@link #ALWAYS} means around the clock
 */
public record Shift(List<Window> windows) {

    /**
     * One stretch of duty on each of some days; where {@code to} is not after {@code from} it ends on the next day.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    public static final Shift ALWAYS =
            new Shift(List.of(new Window(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

    /** Working hours of an office: Monday to Friday, 08:00 to 17:00. */
    public static final Shift OFFICE_HOURS = new Shift(List.of(new Window(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0))));

    public boolean isAlways() {
        return equals(ALWAYS);
    }
}
