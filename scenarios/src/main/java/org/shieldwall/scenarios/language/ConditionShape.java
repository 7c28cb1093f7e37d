package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.KeyCheck;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;

/** What must hold of other steps: a step's name means that it is held, a list means all of it. */
final class ConditionShape implements Shape<ConditionText> {
    private static final List<String> FORMS = List.of("all-of", "any-of", "none-of");

    @Override
    public @Nullable ConditionText read(Node node, Scope scope) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return new ConditionText.Named(scalar.text(), scalar.span());
        }
        if (node instanceof Node.Listing listing) {
            List<ConditionText> parts = parts(listing, scope);
            return parts == null ? null : new ConditionText.All(parts);
        }
        if (node instanceof Node.Mapping mapping) {
            return expression(mapping, scope);
        }
        scope.wrongForm(node, "a step or a condition over steps");
        return null;
    }

    private @Nullable ConditionText expression(Node.Mapping mapping, Scope scope) {
        if (!KeyCheck.onlyKeys(mapping, FORMS, "a condition", scope)) {
            return null;
        }
        if (mapping.entries().size() != 1) {
            scope.error(mapping, "a condition has one form", "write {all-of: […]}, {any-of: […]} or {none-of: […]}");
            return null;
        }
        Node.Entry entry = mapping.entries().get(0);
        if (!(entry.value() instanceof Node.Listing listing)) {
            scope.under(entry.key()).wrongForm(entry.value(), "a list");
            return null;
        }
        List<ConditionText> parts = parts(listing, scope.under(entry.key()));
        if (parts == null) {
            return null;
        }
        return switch (entry.key().text()) {
            case "all-of" -> new ConditionText.All(parts);
            case "any-of" -> new ConditionText.Any(parts);
            default -> new ConditionText.None(parts);
        };
    }

    private @Nullable List<ConditionText> parts(Node.Listing listing, Scope scope) {
        if (listing.items().isEmpty()) {
            scope.error(listing, "`" + scope.owner().text() + "` needs at least one", "empty");
            return null;
        }
        List<ConditionText> parts = new ArrayList<>();
        for (Node item : listing.items()) {
            ConditionText part = read(item, scope);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    @Override
    public String form() {
        return "a step, step.first-success, step.success, step.failed, step.done, a list of them (all), or "
                + "{all-of | any-of | none-of: […]}; copy.step for another copy's";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.refer("condition", () -> {
            Map<String, Object> self = definitions.refer("condition", Map::of);
            Map<String, Object> list = Map.of("type", "array", "items", self, "minItems", 1);
            Map<String, Object> properties = new LinkedHashMap<>();
            FORMS.forEach(form -> properties.put(form, list));
            Map<String, Object> map = Map.of(
                    "type", "object", "properties", properties, "additionalProperties", false, "maxProperties", 1);
            return Map.of("anyOf", List.of(Map.of("type", "string"), list, map));
        });
    }
}
