package org.shieldwall.scenarios.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.HolidayShape;
import org.shieldwall.scenarios.shape.HolidayText;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Quantities;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.ShiftShape;
import org.shieldwall.scenarios.shape.ShiftText;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Holidays of organisations and shifts: what of them lies outside the run, stands twice or changes nothing. */
final class Holidays {
    static final Key<List<HolidayText>> OF_ORGANISATION = Key.withDefault(
            "holidays",
            ListShape.noneOrMore(new HolidayShape()),
            "[]",
            "days on which its shifts work as on a Sunday, or as their `on-holidays` says, in the time of its zone");

    private final Draft draft;
    private final Problems problems;
    private final ZoneId zone;
    private final ZonedDateTime begins;
    private final ZonedDateTime ends;

    /** A shift, who works it, and whether it is written where they are and not among defaults. */
    private record Duty(ShiftText shift, boolean isWritten) {}

    private Holidays(Draft draft, Problems problems, ZoneId zone, ZonedDateTime begins, ZonedDateTime ends) {
        this.draft = draft;
        this.problems = problems;
        this.zone = zone;
        this.begins = begins;
        this.ends = ends;
    }

    /** Holidays of an organisation; none where they are mistaken or it is not known. */
    static List<HolidayText> of(@Nullable Entity organisation) {
        List<HolidayText> own =
                organisation == null ? null : organisation.block().find(OF_ORGANISATION);
        return own == null ? List.of() : own;
    }

    static void check(Block scenario, Draft draft, Problems problems) {
        Block starts = scenario.find(Language.STARTS);
        LocalDateTime local = starts == null ? null : starts.find(Language.LOCAL);
        ZoneId zone = starts == null ? null : starts.find(Language.ZONE);
        Quantity lasts = scenario.find(Language.LASTS);
        if (local == null
                || zone == null
                || lasts == null
                || !Double.isFinite(Quantities.constant(lasts))
                || !(Quantities.constant(lasts) > 0)) {
            return;
        }
        ZonedDateTime begins = local.atZone(zone);
        new Holidays(draft, problems, zone, begins, begins.plusSeconds((long) Quantities.constant(lasts))).check();
    }

    private void check() {
        draft.organisations().values().forEach(this::check);
    }

    private void check(Entity organisation) {
        List<HolidayText> common = of(organisation);
        ZoneId own = organisation.block().find(Organisations.ZONE);
        ZoneId local = own == null ? zone : own;
        boolean isWritten = organisation.block().isWritten(OF_ORGANISATION);
        if (isWritten) {
            check(common, local);
        }
        List<Duty> duties = duties(organisation);
        for (Duty duty : duties) {
            Block parts = duty.shift().parts();
            if (duty.isWritten() && parts != null) {
                check(duty.shift().holidays(), local);
                if (parts.isWritten(ShiftShape.ON_HOLIDAYS)
                        && common.isEmpty()
                        && duty.shift().holidays().isEmpty()) {
                    problems.add(Problem.warning(
                            parts.span(ShiftShape.ON_HOLIDAYS),
                            "this shift has no holidays",
                            "name them in `holidays`, here or of the organisation"));
                }
            }
        }
        if (isWritten && !common.isEmpty() && duties.stream().allMatch(duty -> isSame(duty.shift(), common))) {
            problems.add(Problem.warning(
                    organisation.block().span(OF_ORGANISATION),
                    "these holidays change nothing",
                    "every shift of `" + organisation.name().text() + "` works on them as on any day"));
        }
    }

    private static boolean isSame(ShiftText shift, List<HolidayText> holidays) {
        return shift.with(holidays).equals(shift.with(List.of()));
    }

    /** The shifts of its analysts, of those who decide, and of its crews. */
    private List<Duty> duties(Entity organisation) {
        List<Duty> duties = new ArrayList<>();
        Block security = organisation.block().find(Organisations.SECURITY);
        if (security != null) {
            add(duties, security.find(Organisations.DECIDERS), security.isWritten(Organisations.DECIDERS));
            Block analysts = security.find(Organisations.ANALYSTS);
            if (analysts != null) {
                add(duties, analysts.find(Organisations.ON_DUTY), analysts.isWritten(Organisations.ON_DUTY));
            }
        }
        for (Entity crew : draft.crews().values()) {
            Ref of = crew.block().find(Services.CREW_ORGANISATION);
            if (of != null && of.name().equals(organisation.name().text())) {
                add(
                        duties,
                        crew.block().find(Services.CREW_ON_DUTY),
                        crew.block().isWritten(Services.CREW_ON_DUTY));
            }
        }
        return duties;
    }

    private static void add(List<Duty> duties, @Nullable ShiftText shift, boolean isWritten) {
        if (shift != null) {
            duties.add(new Duty(shift, isWritten));
        }
    }

    private void check(List<HolidayText> holidays, ZoneId local) {
        LocalDate first = begins.withZoneSameInstant(local).toLocalDate();
        LocalDate last = ends.withZoneSameInstant(local).toLocalDate();
        for (HolidayText holiday : holidays) {
            if (holiday.days().last().isBefore(first) || holiday.days().first().isAfter(last)) {
                problems.add(Problem.warning(
                        holiday.written().span(),
                        "`" + holiday.written().text() + "` lies outside the run",
                        "it goes from " + first + " to " + last));
            }
        }
        List<HolidayText> inOrder = holidays.stream()
                .sorted(Comparator.comparing(
                        (HolidayText holiday) -> holiday.days().first()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            overlap(inOrder.get(i - 1), inOrder.get(i));
        }
    }

    /** @param earlier the one with the earlier first day */
    private void overlap(HolidayText earlier, HolidayText later) {
        Shift.Days days = earlier.days();
        if (later.days().first().isAfter(days.last())) {
            return;
        }
        boolean inOrder = earlier.written().span().compareTo(later.written().span()) < 0;
        HolidayText second = inOrder ? later : earlier;
        HolidayText first = inOrder ? earlier : later;
        problems.add(
                Problem.warning(second.written().span(), "`" + later.days().first() + "` is a holiday twice", "here")
                        .seeing(first.written().span(), "and here"));
    }
}
