package org.shieldwall.scenarios.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;

/** The name of the only actor of a campaign; who writes a list is told of the key for several. */
final class OneActor implements Shape<Ref> {
    private static final Shape<Ref> NAME = Shapes.reference(Kind.ACTOR);

    @Override
    public @Nullable Ref read(Node node, Scope scope) {
        if (node instanceof Node.Listing) {
            scope.error(node, "`actor` is the name of one actor", "write `actors:` for several");
            return null;
        }
        return NAME.read(node, scope);
    }

    @Override
    public String form() {
        return NAME.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return NAME.schema(definitions);
    }
}
