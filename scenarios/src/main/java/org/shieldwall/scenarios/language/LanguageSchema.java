package org.shieldwall.scenarios.language;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The language as a JSON Schema, so that editors complete and check while one writes. */
public final class LanguageSchema {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private LanguageSchema() {}

    /**
     * A scenario file, as JSON Schema 2020-12. It knows keys, forms and units; names that must exist and rules between
     * several places are the reader's.
     */
    public static String json() {
        SchemaDefinitions definitions = new SchemaDefinitions();
        Map<String, Object> schema = new LinkedHashMap<>(Language.SCENARIO.schema(definitions));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Shieldwall scenario");
        schema.put("$defs", definitions.all());
        return MAPPER.writeValueAsString(schema) + "\n";
    }
}
