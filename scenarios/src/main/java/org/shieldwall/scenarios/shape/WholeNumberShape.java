package org.shieldwall.scenarios.shape;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/** A whole number within bounds; its origin may stand beside it. */
final class WholeNumberShape implements Shape<Integer> {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

    private final int least;
    private final int most;

    WholeNumberShape(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public @Nullable Integer read(Node node, Scope scope) {
        if (node instanceof Node.Mapping mapping) {
            Node value = Origins.valueBeside(mapping, scope);
            return value == null ? null : read(value, scope);
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            scope.wrongForm(node, "a whole number");
            return null;
        }
        String text = scalar.text();
        if (!WHOLE.matcher(text).matches()) {
            scope.error(node, "`" + scope.owner().text() + "` must be a whole number", "this is not one");
            return null;
        }
        if (text.length() > 11 || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            String range = least == most ? "must be " + least : "lies between " + least + " and " + most;
            scope.error(node, "`" + scope.owner().text() + "` " + range, "out of range");
            return null;
        }
        return Integer.parseInt(text);
    }

    @Override
    public String form() {
        if (least == most) {
            return "`" + least + "`";
        }
        return most == Integer.MAX_VALUE ? "a whole number from " + least : "a whole number, " + least + " to " + most;
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> number = Map.of("type", "integer", "minimum", least, "maximum", most);
        return Map.of("anyOf", List.of(number, Origins.schema(number)));
    }
}
