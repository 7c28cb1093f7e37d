package org.shieldwall.scenarios.shape;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenarios.text.Node;

/** Days of the calendar: {@code 2024-12-25}, or in a row {@code 2024-12-24 to 2025-01-06}. */
public final class HolidayShape implements Shape<HolidayText> {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DAYS = Pattern.compile("(" + DATE + ")(?:\\s+to\\s+(" + DATE + "))?");

    @Override
    public @Nullable HolidayText read(Node node, Scope scope) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            scope.wrongForm(node, "a date or a range of dates");
            return null;
        }
        String text = scalar.text().strip();
        Matcher matcher = DAYS.matcher(text);
        if (text.length() > ScalarShape.LONGEST || !matcher.matches()) {
            scope.error(
                    scalar,
                    text.length() > ScalarShape.LONGEST ? "this is not a date" : "`" + text + "` is not a date",
                    "write 2024-12-25, or 2024-12-24 to 2025-01-06");
            return null;
        }
        LocalDate first = date(scalar, matcher.group(1), scope);
        LocalDate last = matcher.group(2) == null ? first : date(scalar, matcher.group(2), scope);
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            scope.error(scalar, "`" + text + "` ends before it begins", "write the first day first");
            return null;
        }
        return new HolidayText(new Shift.Days(first, last), scalar);
    }

    private static @Nullable LocalDate date(Node.Scalar scalar, String text, Scope scope) {
        Node place = scalar.text().indexOf(text) < 0
                ? scalar
                : new Node.Scalar(text, false, scalar.part(scalar.text().indexOf(text), text.length()));
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < Shapes.FIRST_YEAR || date.getYear() > Shapes.LAST_YEAR) {
                scope.error(
                        place,
                        "`" + text + "` lies too far away",
                        "from " + Shapes.FIRST_YEAR + " to " + Shapes.LAST_YEAR);
                return null;
            }
            return date;
        } catch (DateTimeException e) {
            scope.error(place, "there is no day `" + text + "`", "not in the calendar");
            return null;
        }
    }

    @Override
    public String form() {
        return "a date (2024-12-25) or a range (2024-12-24 to 2025-01-06)";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "string", "pattern", "^" + DATE + "( +to +" + DATE + ")?$");
    }
}
