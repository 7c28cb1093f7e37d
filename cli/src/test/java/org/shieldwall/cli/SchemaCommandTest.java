package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTest {
    @Test
    void printsASchemaAndNothingElse() {
        Captured captured = new Captured(true);

        assertThat(captured.run("schema")).isEqualTo(Shieldwall.ANSWERED);

        JsonNode schema = new JsonMapper().readTree(captured.out());
        assertThat(schema.get("properties").has("organisations")).isTrue();
    }
}
