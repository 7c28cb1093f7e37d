package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** A map from names, freely chosen, to values of one shape; becomes a map sorted by name. */
public final class NamedShape<T> implements Shape<Map<String, Named<T>>> {
    private final String noun;
    private final Shape<T> of;
    private final @Nullable String defaultsKind;

    private NamedShape(String noun, Shape<T> of, @Nullable String defaultsKind) {
        this.noun = noun;
        this.of = of;
        this.defaultsKind = defaultsKind;
    }

    /** @param noun what is named, in the plural */
    public static <T> NamedShape<T> of(String noun, Shape<T> of) {
        return new NamedShape<>(noun, of, null);
    }

    /** @param kind the key of {@code defaults:} whose values lie below each of them */
    public static <T> NamedShape<T> withDefaults(String kind, Shape<T> of) {
        return new NamedShape<>(kind, of, kind);
    }

    public Shape<T> of() {
        return of;
    }

    @Override
    public @Nullable Map<String, Named<T>> read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            if (node instanceof Node.Scalar scalar && scalar.text().isEmpty()) {
                return Map.of();
            }
            scope.wrongForm(node, "a map from names to " + noun);
            return null;
        }
        Map<String, Node.Scalar> seen = new LinkedHashMap<>();
        Map<String, Named<T>> result = new TreeMap<>();
        for (Node.Entry entry : mapping.entries()) {
            Node.Scalar name = entry.key();
            if (!NameShape.check(name, scope)) {
                scope.session().addMistaken(NameShape.suggestion(name.text()));
                scope.session().addMistakenIn(entry.value());
                continue;
            }
            Node.Scalar first = seen.putIfAbsent(name.text(), name);
            if (first != null) {
                reportTwice(name, first, scope);
                continue;
            }
            T value = of.read(entry.value(), scope.under(name, below(name, scope)));
            if (value != null) {
                result.put(name.text(), new Named<>(name, value));
            } else {
                scope.session().addMistaken(name.text());
            }
        }
        return result;
    }

    private List<Node.Mapping> below(Node.Scalar name, Scope scope) {
        List<Node.Mapping> below = new ArrayList<>();
        for (Node.Mapping defaults : scope.fallbacks()) {
            Node.Entry entry = defaults.entry(name.text());
            if (entry != null && entry.value() instanceof Node.Mapping mapping) {
                below.add(mapping);
            }
        }
        if (defaultsKind != null) {
            below.addAll(scope.session().defaults(defaultsKind));
        }
        return below;
    }

    static void reportTwice(Node.Scalar second, Node.Scalar first, Scope scope) {
        scope.problems()
                .add(Problem.error(second.span(), "`" + second.text() + "` stands here twice", "again")
                        .seeing(first.span(), "first here"));
    }

    @Override
    public String form() {
        return noun + " by name";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("propertyNames", Map.of("pattern", NameShape.PATTERN, "maxLength", NameShape.LONGEST));
        schema.put("additionalProperties", of.schema(definitions));
        return schema;
    }
}
