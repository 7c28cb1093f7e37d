package org.shieldwall.scenarios.shape;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** Hours of duty in a week: {@code Mon-Fri 08:00-17:00, Sat 08:00-12:00}, {@code always} or {@code never}. */
final class HoursShape implements Shape<List<Shift.Window>> {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern STRETCH = Pattern.compile(
            "([A-Za-z]{3})(?:-([A-Za-z]{3}))?\\s+([0-2]?[0-9]:[0-5][0-9])\\s*-\\s*([0-2]?[0-9]:[0-5][0-9])");
    private static final String EXAMPLE = "write Mon-Fri 08:00-17:00, always or never";

    @Override
    public @Nullable List<Shift.Window> read(Node node, Scope scope) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            scope.wrongForm(node, "a shift");
            return null;
        }
        if (scalar.text().equals("always")) {
            return Shift.ALWAYS.windows();
        }
        if (scalar.text().equals("never")) {
            return List.of();
        }
        List<Shift.Window> windows = new ArrayList<>();
        int at = 0;
        for (String part : scalar.text().split(",", -1)) {
            Shift.Window window = window(part.strip());
            if (window == null) {
                report(scalar, at + part.indexOf(part.strip()), part.strip(), scope);
                return null;
            }
            windows.add(window);
            at += part.length() + 1;
        }
        return List.copyOf(windows);
    }

    /** Points at a day or an hour that is none, where the rest has the form of a shift. */
    private static void report(Node.Scalar scalar, int at, String part, Scope scope) {
        Matcher matcher = STRETCH.matcher(part);
        for (int group = 1; group <= matcher.groupCount() && matcher.matches(); group++) {
            String piece = matcher.group(group);
            boolean day = group <= 2;
            if (piece == null || (day ? DAYS.contains(piece.toLowerCase(Locale.ROOT)) : time(piece) != null)) {
                continue;
            }
            String nearest = day ? nearestDay(piece) : null;
            Problem problem = Problem.error(
                    scalar.part(at + matcher.start(group), piece.length()),
                    "`" + piece + "` is not " + (day ? "a day of the week" : "a time of day"),
                    nearest == null
                            ? EXAMPLE
                            : "did you mean `" + Character.toUpperCase(nearest.charAt(0)) + nearest.substring(1)
                                    + "`?");
            scope.problems().add(day ? problem.note("days: Mon, Tue, Wed, Thu, Fri, Sat, Sun") : problem);
            return;
        }
        scope.problems().add(Problem.error(scalar.part(at, part.length()), "`" + part + "` is not a shift", EXAMPLE));
    }

    /** First of those that begin with the same letter. */
    private static @Nullable String nearestDay(String written) {
        String letter = written.substring(0, 1).toLowerCase(Locale.ROOT);
        String alike = Nearest.to(
                written, DAYS.stream().filter(day -> day.startsWith(letter)).toList());
        return alike == null ? Nearest.to(written, DAYS) : alike;
    }

    private static Shift.@Nullable Window window(String text) {
        Matcher matcher = STRETCH.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String lastDay = matcher.group(2);
        int first = DAYS.indexOf(matcher.group(1).toLowerCase(Locale.ROOT));
        int last = lastDay == null ? first : DAYS.indexOf(lastDay.toLowerCase(Locale.ROOT));
        LocalTime from = time(matcher.group(3));
        LocalTime to = time(matcher.group(4));
        if (first < 0 || last < 0 || from == null || to == null) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int day = first; ; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
            if (day == last) {
                break;
            }
        }
        return new Shift.Window(Set.copyOf(days), from, to);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        int hour = Integer.parseInt(text.substring(0, colon));
        int minute = Integer.parseInt(text.substring(colon + 1));
        if (hour == 24 && minute == 0) {
            return LocalTime.MIDNIGHT;
        }
        return hour < 24 ? LocalTime.of(hour, minute) : null;
    }

    @Override
    public String form() {
        return "a shift (Mon-Fri 08:00-17:00, always, never)";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "string");
    }
}
