package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** A map from paths of numbers to values; what the values may be depends on the number. */
final class PathTable implements Shape<List<Node.Entry>> {
    private final String values;

    /** @param values what stands at the right */
    PathTable(String values) {
        this.values = values;
    }

    @Override
    public @Nullable List<Node.Entry> read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, "a map from paths to " + values);
            return null;
        }
        List<Node.Entry> result = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            Node.Entry first = mapping.entry(entry.key().text());
            if (first != null && first != entry) {
                scope.problems()
                        .add(Problem.error(
                                        entry.key().span(), "`" + entry.key().text() + "` stands here twice", "again")
                                .seeing(first.key().span(), "first here"));
            } else {
                result.add(entry);
            }
        }
        return List.copyOf(result);
    }

    @Override
    public String form() {
        return "a map from paths to " + values;
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "object");
    }
}
