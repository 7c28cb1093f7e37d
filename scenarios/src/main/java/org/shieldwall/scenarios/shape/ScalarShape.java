package org.shieldwall.scenarios.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/** A single value, read from its text by a rule. */
public final class ScalarShape<T> implements Shape<T> {
    /** Longer texts are refused. */
    static final int LONGEST = 10_000;

    private final String form;
    private final Rule<T> rule;
    private final Map<String, Object> schema;

    /** Null where the text is mistaken; the mistake is then reported. */
    @FunctionalInterface
    public interface Rule<T> {
        @Nullable
        T read(Node.Scalar scalar, Scope scope);
    }

    public ScalarShape(String form, Map<String, Object> schema, Rule<T> rule) {
        this.form = form;
        this.rule = rule;
        this.schema = schema;
    }

    @Override
    public @Nullable T read(Node node, Scope scope) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            scope.wrongForm(node, form);
            return null;
        }
        if (scalar.text().length() > LONGEST) {
            scope.error(node, "this text is too long", "at most " + LONGEST + " characters");
            return null;
        }
        return rule.read(scalar, scope);
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return schema;
    }
}
