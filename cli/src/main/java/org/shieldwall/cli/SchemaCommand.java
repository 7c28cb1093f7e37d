package org.shieldwall.cli;

import java.util.concurrent.Callable;
import org.shieldwall.scenarios.language.LanguageSchema;
import picocli.CommandLine.Command;

/** The language as a JSON Schema. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {"Prints the JSON Schema of scenarios, for editors that complete and check while one writes.", ""
        },
        footer = {"", "Example: ./shieldwall schema > scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.raw(LanguageSchema.json());
        return Shieldwall.ANSWERED;
    }
}
