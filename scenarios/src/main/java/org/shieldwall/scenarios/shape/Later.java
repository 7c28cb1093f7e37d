package org.shieldwall.scenarios.shape;

import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/** A text that is read once for each copy, with the copy's name put in. */
public record Later<T>(Shape<T> shape, Node node, Scope scope) {

    public @Nullable T read() {
        return shape.read(node, scope);
    }

    public @Nullable T read(String variable, String replacement) {
        return shape.read(node.with(variable, replacement), scope);
    }
}
