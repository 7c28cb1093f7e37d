package org.shieldwall.scenarios.language;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** Citations by a short key. */
final class SourcesShape implements Shape<Map<String, String>> {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @Override
    public @Nullable Map<String, String> read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, "a map from keys to citations");
            return null;
        }
        Map<String, String> sources = new TreeMap<>();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!KEY.matcher(key).matches()) {
                scope.error(entry.key(), "`" + key + "` is not a key of a source", "write a short key, as E1");
                continue;
            }
            Node.Entry first = mapping.entry(key);
            if (first != null && first != entry) {
                scope.problems()
                        .add(Problem.error(entry.key().span(), "`" + key + "` stands here twice", "again")
                                .seeing(first.key().span(), "first here"));
                continue;
            }
            String citation = Shapes.TEXT.read(entry.value(), scope.under(entry.key()));
            if (citation != null) {
                sources.put(key, citation);
            }
        }
        return Collections.unmodifiableMap(sources);
    }

    @Override
    public String form() {
        return "citations by a short key";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "object", "additionalProperties", Map.of("type", "string"));
    }
}
