package org.shieldwall.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.scenario.Shift;

/**
 * A shift compiled to instants: alternating starts and ends of duty in nanoseconds since the scenario's start.
 *
 * <p>Local times that a clock change skips or repeats follow {@link ZonedDateTime#of}: a skipped time moves forward by
 * the length of the gap, of a repeated one the first is meant. Windows that overlap or touch are one. A window belongs to the day on which it begins: on the eve of
 * a holiday the night shift goes on into it.
 */
public final class Roster {
    private final long[] instants;
    private final boolean always;

    private Roster(long[] instants, boolean always) {
        this.instants = instants;
        this.always = always;
    }

    static Roster compile(Shift shift, LocalDateTime starts, ZoneId scenarioZone, ZoneId zone, long lastsNanos) {
        if (shift.isAlways()) {
            return new Roster(new long[] {0}, true);
        }
        ZonedDateTime origin = starts.atZone(scenarioZone);
        LocalDate day = origin.withZoneSameInstant(zone).toLocalDate().minusDays(1);
        LocalDate end = origin.plusNanos(lastsNanos)
                .withZoneSameInstant(zone)
                .toLocalDate()
                .plusDays(1);
        List<long[]> spans = new ArrayList<>();
        int holiday = 0;
        for (; !day.isAfter(end); day = day.plusDays(1)) {
            while (holiday < shift.holidays().size()
                    && shift.holidays().get(holiday).last().isBefore(day)) {
                holiday++;
            }
            boolean isHoliday = holiday < shift.holidays().size()
                    && !shift.holidays().get(holiday).first().isAfter(day);
            for (Shift.Window window : isHoliday ? shift.onHolidays() : shift.windows()) {
                if (window.days().contains(day.getDayOfWeek())) {
                    LocalDate last = window.to().isAfter(window.from()) ? day : day.plusDays(1);
                    long from = since(origin, ZonedDateTime.of(day, window.from(), zone));
                    long to = since(origin, ZonedDateTime.of(last, window.to(), zone));
                    if (to > 0 && from < lastsNanos) {
                        spans.add(new long[] {Math.max(0, from), to});
                    }
                }
            }
        }
        spans.sort((a, b) -> Long.compare(a[0], b[0]));
        List<Long> instants = new ArrayList<>();
        for (long[] span : spans) {
            int last = instants.size() - 1;
            if (last >= 0 && span[0] <= instants.get(last)) {
                instants.set(last, Math.max(instants.get(last), span[1]));
            } else {
                instants.add(span[0]);
                instants.add(span[1]);
            }
        }
        return new Roster(instants.stream().mapToLong(Long::longValue).toArray(), false);
    }

    private static long since(ZonedDateTime origin, ZonedDateTime time) {
        return ChronoUnit.NANOS.between(origin, time);
    }

    public boolean always() {
        return always;
    }

    /** Starts of duty at even places, ends at odd places; one start at 0 for a roster around the clock. */
    public int size() {
        return instants.length;
    }

    public long instant(int i) {
        return instants[i];
    }

    /** Place of the first instant not before {@code time}: duty starts there if it is even; {@link #size} if none is left. */
    public int placeFrom(long time) {
        int place = Arrays.binarySearch(instants, time);
        return place >= 0 ? place : -place - 1;
    }

    /** The first time not before {@code time} at which somebody is on duty; {@link Long#MAX_VALUE} if none. */
    public long nextOnDuty(long time) {
        if (always) {
            return time;
        }
        int place = Arrays.binarySearch(instants, time);
        int after = place >= 0 ? place + 1 : -place - 1;
        if ((after & 1) == 1) {
            return time;
        }
        return after < instants.length ? instants[after] : Long.MAX_VALUE;
    }

    /** Time on duty within [from, to], in nanoseconds. */
    public long onDutyNanos(long from, long to) {
        if (always) {
            return to - from;
        }
        long sum = 0;
        for (int i = 0; i + 1 < instants.length; i += 2) {
            sum += Math.max(0, Math.min(to, instants[i + 1]) - Math.max(from, instants[i]));
        }
        return sum;
    }
}
