package org.shieldwall.scenarios.shape;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Shift;

/**
 * A shift as written, before the holidays of its organisation are known.
 *
 * @param hours in an ordinary week
 * @param parts where the shift says something of holidays; null where it does not
 */
public record ShiftText(List<Shift.Window> hours, @Nullable Block parts) {

    /** The shift's own holidays. */
    public List<HolidayText> holidays() {
        List<HolidayText> own = parts == null ? null : parts.find(ShiftShape.HOLIDAYS);
        return own == null ? List.of() : own;
    }

    /** What it means in an organisation that has some holidays. */
    public Shift with(List<HolidayText> ofOrganisation) {
        List<Shift.Days> holidays = new ArrayList<>();
        ofOrganisation.forEach(text -> holidays.add(text.days()));
        holidays().forEach(text -> holidays.add(text.days()));
        List<Shift.Window> written = parts == null ? null : parts.find(ShiftShape.ON_HOLIDAYS);
        List<Shift.Window> onHolidays = written == null ? asOnSundays() : written;
        return holidays.isEmpty() || isSameWeek(onHolidays)
                ? new Shift(hours)
                : new Shift(hours, merged(holidays), onHolidays);
    }

    private List<Shift.Window> asOnSundays() {
        return hours.stream()
                .filter(window -> window.days().contains(DayOfWeek.SUNDAY))
                .map(window -> new Shift.Window(Set.of(DayOfWeek.values()), window.from(), window.to()))
                .toList();
    }

    /** Whether other windows give every day of the week the same hours. */
    private boolean isSameWeek(List<Shift.Window> others) {
        return Arrays.stream(DayOfWeek.values())
                .allMatch(day -> hoursOf(day, hours).equals(hoursOf(day, others)));
    }

    private static List<LocalTime> hoursOf(DayOfWeek day, List<Shift.Window> windows) {
        return windows.stream()
                .filter(window -> window.days().contains(day))
                .sorted(Comparator.comparing(Shift.Window::from).thenComparing(Shift.Window::to))
                .flatMap(window -> List.of(window.from(), window.to()).stream())
                .toList();
    }

    /** In rising order, each day once. */
    private static List<Shift.Days> merged(List<Shift.Days> holidays) {
        TreeSet<Shift.Days> sorted =
                new TreeSet<>(Comparator.comparing(Shift.Days::first).thenComparing(Shift.Days::last));
        sorted.addAll(holidays);
        List<Shift.Days> merged = new ArrayList<>();
        for (Shift.Days days : sorted) {
            Shift.Days before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && !days.first().isAfter(before.last().plusDays(1))) {
                LocalDate last = days.last().isAfter(before.last()) ? days.last() : before.last();
                merged.set(merged.size() - 1, new Shift.Days(before.first(), last));
            } else {
                merged.add(days);
            }
        }
        return List.copyOf(merged);
    }
}
