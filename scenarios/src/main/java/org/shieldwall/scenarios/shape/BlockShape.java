package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
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

    /** @param noun what it describes, with its article: "an organisation" */
    public BlockShape(String noun, Key<?>... keys) {
        this.noun = noun;
        this.keys = List.of(keys);
    }

    public String noun() {
        return noun;
    }

    public List<Key<?>> keys() {
        return keys;
    }

    public @Nullable Key<?> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
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

    private void readKey(
            Key<?> key, Node.@Nullable Entry own, Block block, Scope scope, List<String> missing) {
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
        Node.Scalar owner = own != null ? own.key() : new Node.Scalar(key.name(), false, scope.owner().span());
        Node node = key.defaultNode();
        if (own != null) {
            node = own.value();
            block.write(key, node);
        } else if (fallback != null) {
            node = fallback;
        } else if (node == null) {
            if (key.isRequired()) {
                missing.add(key.name());
            }
            return;
        }
        Object value = key.shape().read(node, scope.under(owner, below));
        if (value != null) {
            block.put(key, value);
        }
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
        List<String> names = keys.stream().map(Key::name).toList();
        if (names.contains(written.text())) {
            return true;
        }
        String nearest = Nearest.to(written.text(), names);
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
            property.put("description", key.meaning());
            String defaultText = key.defaultText();
            if (defaultText != null) {
                property.put("x-default", defaultText);
            }
            properties.put(key.name(), property);
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }
}
