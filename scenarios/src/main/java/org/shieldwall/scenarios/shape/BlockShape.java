package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/** A map with known keys. */
public final class BlockShape implements Shape<Block> {
    private final String noun;
    private final List<Key<?>> keys;
    private final Map<String, Key<?>> byName = new HashMap<>();

    /** @param noun what it describes, with its article: "an organisation" */
    public BlockShape(String noun, Key<?>... keys) {
        this.noun = noun;
        this.keys = List.of(keys);
        for (Key<?> key : keys) {
            byName.put(key.name(), key);
        }
    }

    public String noun() {
        return noun;
    }

    public List<Key<?>> keys() {
        return keys;
    }

    public @Nullable Key<?> key(String name) {
        return byName.get(name);
    }

    @Override
    public @Nullable Block read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            if (node instanceof Node.Scalar scalar && scalar.text().isEmpty()) {
                return read(new Node.Mapping(List.of(), node.span()), scope);
            }
            scope.wrongForm(node, "a map: " + names());
            return null;
        }
        Block block = new Block(this, scope.owner(), node);
        Map<String, Node.Entry> entries = entries(mapping, scope);
        List<String> missing = new ArrayList<>();
        for (Key<?> key : keys) {
            readKey(key, entries.get(key.name()), block, scope, missing);
        }
        missing.removeAll(misspelt(mapping, scope));
        if (!missing.isEmpty()) {
            scope.problems()
                    .add(Problem.error(
                            ownerOr(node, scope),
                            missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "))
                                    + (missing.size() == 1 ? " is" : " are") + " missing",
                            noun + " needs " + (missing.size() == 1 ? "it" : "them")));
        }
        return block;
    }

    private void readKey(Key<?> key, Node.@Nullable Entry own, Block block, Scope scope, List<String> missing) {
        List<Node.Mapping> below = new ArrayList<>();
        Node fallback = null;
        for (Node.Mapping defaults : scope.fallbacks()) {
            Node.Entry entry = defaults.entry(key.name());
            if (entry != null) {
                if (fallback == null) {
                    fallback = entry.value();
                }
                if (entry.value() instanceof Node.Mapping mapping) {
                    below.add(mapping);
                }
            }
        }
        Node node = key.defaultNode();
        if (own != null) {
            block.write(key, own.value());
            put(block, key, key.shape().read(own.value(), scope.under(own.key(), below)));
        } else if (fallback != null) {
            put(block, key, key.shape().read(fallback, scope.under(unwritten(key, scope), below)));
        } else if (node != null) {
            putDefault(block, key, node, scope.under(unwritten(key, scope)));
        } else if (key.isRequired()) {
            missing.add(key.name());
        }
    }

    /** The key as the owner of a value that is not written in this map. */
    private static Node.Scalar unwritten(Key<?> key, Scope scope) {
        return new Node.Scalar(key.name(), false, scope.owner().span());
    }

    private static <T> void putDefault(Block block, Key<T> key, Node node, Scope scope) {
        put(block, key, key.defaultValue(node, scope));
    }

    private static void put(Block block, Key<?> key, @Nullable Object value) {
        if (value != null) {
            block.put(key, value);
        }
    }

    /** Keys that an unknown key probably means: these are not missing, and what stands under them is not undefined. */
    private List<String> misspelt(Node.Mapping mapping, Scope scope) {
        List<String> names = keys.stream().map(Key::name).toList();
        List<String> meant = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (key(entry.key().text()) == null && !scope.problems().isFull()) {
                String nearest = Nearest.to(entry.key().text(), names);
                if (nearest != null) {
                    meant.add(nearest);
                    scope.session().addMistakenIn(entry.value());
                }
            }
        }
        return meant;
    }

    /** The entries by key; unknown and repeated keys are reported. */
    private Map<String, Node.Entry> entries(Node.Mapping mapping, Scope scope) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            if (isKnown(entry.key(), scope)) {
                Node.Entry first = entries.putIfAbsent(entry.key().text(), entry);
                if (first != null) {
                    NamedShape.reportTwice(entry.key(), first.key(), scope);
                }
            }
        }
        return entries;
    }

    private boolean isKnown(Node.Scalar written, Scope scope) {
        if (key(written.text()) != null) {
            return true;
        }
        List<String> names = keys.stream().map(Key::name).toList();
        String nearest = scope.problems().isFull() ? null : Nearest.to(written.text(), names);
        scope.problems()
                .add(Problem.error(
                                written.span(),
                                "`" + written.text() + "` is not a key of " + noun,
                                nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                        .note("allowed here: " + String.join(", ", names)));
        return false;
    }

    /** Checks a map of which any key may be left out: defaults that lie below other maps. */
    void readPartial(Node.Mapping mapping, Scope scope) {
        for (Node.Entry entry : entries(mapping, scope).values()) {
            Key<?> key = key(entry.key().text());
            if (key == null) {
                continue;
            }
            if (key.shape() instanceof BlockShape block && entry.value() instanceof Node.Mapping inner) {
                block.readPartial(inner, scope.under(entry.key()));
            } else {
                key.shape().read(entry.value(), scope.under(entry.key()));
            }
        }
    }

    private static Span ownerOr(Node node, Scope scope) {
        return scope.owner().text().isEmpty() ? node.span() : scope.owner().span();
    }

    private String names() {
        return keys.stream().map(Key::name).collect(Collectors.joining(", "));
    }

    @Override
    public String form() {
        return noun;
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Key<?> key : keys) {
            Map<String, Object> property = new LinkedHashMap<>(key.shape().schema(definitions));
            String defaultText = key.defaultText();
            property.put("description", key.meaning() + (defaultText == null ? "" : " (default: " + defaultText + ")"));
            properties.put(key.name(), property);
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", required.isEmpty() ? List.of("object", "null") : "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }
}
