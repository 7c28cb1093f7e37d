package org.shieldwall.scenarios.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.text.Node;

/** One of some words, as a number that levers may switch: the constant's place in its enum. */
final class OptionCodeShape<E extends Enum<E>> implements Shape<Quantity> {
    private final Shape<E> words;

    OptionCodeShape(Shape<E> words) {
        this.words = words;
    }

    @Override
    public @Nullable Quantity read(Node node, Scope scope) {
        E constant = words.read(node, scope);
        return constant == null ? null : Quantity.constant(constant.ordinal());
    }

    @Override
    public String form() {
        return words.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return words.schema(definitions);
    }
}
