package org.shieldwall.scenarios.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;

/**
 * What the text of a value may look like and what it means: the one definition behind the reader, the reference page
 * and the JSON Schema.
 *
 * @param <T> what the text becomes
 */
public interface Shape<T> {

    /** Null where the text is mistaken; the mistakes are then reported. */
    @Nullable
    T read(Node node, Scope scope);

    /** What to write, in a few words: "a time", "a list of names of services". */
    String form();

    /** As a JSON Schema. */
    Map<String, Object> schema(SchemaDefinitions definitions);
}
