package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/** A list of values of one shape. */
public final class ListShape<T> implements Shape<List<T>> {
    private final Shape<T> of;
    private final boolean mayBeEmpty;
    private final boolean mayBeOne;
    private final boolean set;

    private ListShape(Shape<T> of, boolean mayBeEmpty, boolean mayBeOne, boolean set) {
        this.of = of;
        this.mayBeEmpty = mayBeEmpty;
        this.mayBeOne = mayBeOne;
        this.set = set;
    }

    /** May be empty. */
    public static <T> ListShape<T> of(Shape<T> of) {
        return new ListShape<>(of, true, false, false);
    }

    /** No scalar may stand in it twice; may be empty. */
    public static <T> ListShape<T> setOf(Shape<T> of) {
        return new ListShape<>(of, true, false, true);
    }

    /** At least one, none twice. */
    public static <T> ListShape<T> someOf(Shape<T> of) {
        return new ListShape<>(of, false, false, true);
    }

    /** At least one, any of them repeated. */
    public static <T> ListShape<T> sequenceOf(Shape<T> of) {
        return new ListShape<>(of, false, false, false);
    }

    /** At least one; a single one may be written without a list. */
    public static <T> ListShape<T> oneOrMore(Shape<T> of) {
        return new ListShape<>(of, false, true, true);
    }

    /** Any number; a single one may be written without a list. */
    public static <T> ListShape<T> noneOrMore(Shape<T> of) {
        return new ListShape<>(of, true, true, true);
    }

    public Shape<T> of() {
        return of;
    }

    @Override
    public @Nullable List<T> read(Node node, Scope scope) {
        List<Node> items;
        if (node instanceof Node.Listing listing) {
            items = listing.items();
        } else if (mayBeOne
                && !(node instanceof Node.Scalar scalar && scalar.text().isEmpty())) {
            items = List.of(node);
        } else {
            scope.wrongForm(node, "a list");
            return null;
        }
        if (items.isEmpty() && !mayBeEmpty) {
            scope.error(node, "`" + scope.owner().text() + "` needs at least one", "empty");
            return null;
        }
        List<T> result = new ArrayList<>();
        Map<String, Node.Scalar> seen = new HashMap<>();
        for (Node item : items) {
            if (set && item instanceof Node.Scalar scalar) {
                Node.Scalar first = seen.putIfAbsent(scalar.text(), scalar);
                if (first != null) {
                    NamedShape.reportTwice(scalar, first, scope);
                    continue;
                }
            }
            T value = of.read(item, scope.under(new Node.Scalar(scope.owner().text(), false, item.span())));
            if (value != null) {
                result.add(value);
            }
        }
        return List.copyOf(result);
    }

    @Override
    public String form() {
        return mayBeOne ? of.form() + ", or a list of them" : "a list: " + of.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> item = of.schema(definitions);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", item);
        if (!mayBeEmpty) {
            list.put("minItems", 1);
        }
        return mayBeOne ? Map.of("anyOf", List.of(item, list)) : list;
    }
}
