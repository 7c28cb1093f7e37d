package org.shieldwall.scenarios.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/** A map with known keys of which any may be left out. */
public final class PartialShape implements Shape<Node.Mapping> {
    private final BlockShape of;

    public PartialShape(BlockShape of) {
        this.of = of;
    }

    @Override
    public Node.@Nullable Mapping read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, "a map");
            return null;
        }
        of.readPartial(mapping, scope);
        return mapping;
    }

    @Override
    public String form() {
        return "some keys of " + of.noun();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>(of.schema(definitions));
        schema.remove("required");
        return schema;
    }
}
