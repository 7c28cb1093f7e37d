package org.shieldwall.scenarios.shape;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenarios.text.Node;

/** A shift: hours of duty in a week, alone or in a map that says what differs on holidays. */
public final class ShiftShape implements Shape<ShiftText> {
    private static final Shape<List<Shift.Window>> WEEK = new HoursShape();

    public static final Key<List<Shift.Window>> HOURS =
            required("hours", WEEK, "when they are on duty in an ordinary week");
    public static final Key<List<HolidayText>> HOLIDAYS = withDefault(
            "holidays",
            ListShape.noneOrMore(new HolidayShape()),
            "[]",
            "holidays of this shift alone, beside those of its organisation");
    public static final Key<List<Shift.Window>> ON_HOLIDAYS =
            optional("on-holidays", WEEK, "when they are on duty on a holiday; else as on a Sunday");

    /** The form with holidays. */
    public static final BlockShape PARTS = new BlockShape("a shift", HOURS, HOLIDAYS, ON_HOLIDAYS);

    @Override
    public @Nullable ShiftText read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping)) {
            List<Shift.Window> hours = WEEK.read(node, scope);
            return hours == null ? null : new ShiftText(hours, null);
        }
        Block parts = PARTS.read(node, scope);
        List<Shift.Window> hours = parts == null ? null : parts.find(HOURS);
        return hours == null ? null : new ShiftText(hours, parts);
    }

    @Override
    public String form() {
        return WEEK.form() + ", or a map: hours, holidays, on-holidays";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.refer(
                "shift", () -> Map.of("anyOf", List.of(WEEK.schema(definitions), PARTS.schema(definitions))));
    }
}
