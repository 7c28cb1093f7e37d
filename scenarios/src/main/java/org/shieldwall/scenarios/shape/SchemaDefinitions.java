package org.shieldwall.scenarios.shape;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The {@code $defs} of a JSON Schema, filled while shapes describe themselves. Not thread safe. */
public final class SchemaDefinitions {
    private final Map<String, Object> definitions = new TreeMap<>();

    /** A reference to a definition, which is made at its first use; it may refer to itself. */
    public Map<String, Object> refer(String name, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    public Map<String, Object> all() {
        return definitions;
    }
}
