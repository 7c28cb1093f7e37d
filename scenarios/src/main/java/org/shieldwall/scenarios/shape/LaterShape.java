package org.shieldwall.scenarios.shape;

import java.util.Map;
import org.shieldwall.scenarios.text.Node;

/** A value that is read once for each copy of what it stands in. */
public final class LaterShape<T> implements Shape<Later<T>> {
    private final Shape<T> of;

    public LaterShape(Shape<T> of) {
        this.of = of;
    }

    public Shape<T> of() {
        return of;
    }

    @Override
    public Later<T> read(Node node, Scope scope) {
        return new Later<>(of, node, scope);
    }

    @Override
    public String form() {
        return of.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return of.schema(definitions);
    }
}
