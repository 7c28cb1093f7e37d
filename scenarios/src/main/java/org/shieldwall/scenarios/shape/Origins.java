package org.shieldwall.scenarios.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.text.Node;

/** Where a number comes from, written beside it: {@code {value: 30, source: E1}}. */
final class Origins {
    static final String VALUE = "value";
    static final String SOURCE = "source";
    static final String ESTIMATE = "estimate";
    private static final Shape<Ref> SOURCE_NAME = Shapes.reference(Kind.SOURCE);

    private Origins() {}

    static @Nullable String text(Node.Mapping mapping, String key, Scope scope) {
        Node.Entry entry = mapping.entry(key);
        if (entry == null) {
            return null;
        }
        if (key.equals(SOURCE)) {
            Ref ref = SOURCE_NAME.read(entry.value(), scope.under(entry.key()));
            return ref == null ? null : ref.name();
        }
        return Shapes.TEXT.read(entry.value(), scope.under(entry.key()));
    }

    static Quantity.@Nullable Origin of(Node.Mapping mapping, Scope scope) {
        String source = text(mapping, SOURCE, scope);
        String estimate = text(mapping, ESTIMATE, scope);
        return source == null && estimate == null ? null : new Quantity.Origin(source, estimate);
    }

    /** The value of a map that holds nothing but it and its origin; null where it holds anything else. */
    static @Nullable Node valueBeside(Node.Mapping mapping, Scope scope) {
        Node.Entry value = mapping.entry(VALUE);
        if (value == null) {
            scope.wrongForm(mapping, "a number, or {value: …, source: …}");
            return null;
        }
        KeyCheck.onlyKeys(
                mapping, List.of(VALUE, SOURCE, ESTIMATE), "`" + scope.owner().text() + "`", scope);
        of(mapping, scope);
        if (value.value() instanceof Node.Mapping) {
            scope.wrongForm(value.value(), "a number");
            return null;
        }
        return value.value();
    }

    static Map<String, Object> schema(Map<String, Object> value) {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(VALUE, value, SOURCE, Map.of("type", "string"), ESTIMATE, Map.of("type", "string")),
                "required",
                List.of(VALUE),
                "additionalProperties",
                false);
    }
}
