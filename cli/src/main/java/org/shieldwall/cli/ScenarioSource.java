package org.shieldwall.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;

/** Scenarios by library id or file; their warnings go to standard error. */
final class ScenarioSource {
    private final Terminal terminal;

    ScenarioSource(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> ids() {
        return Library.scenarioIds();
    }

    /** @throws MistakeException if it has mistakes, all of which are in the message, or is not there */
    Scenario read(String idOrFile) {
        Reading reading = reading(idOrFile);
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            throw new MistakeException(reading.render().stripTrailing());
        }
        if (!reading.problems().isEmpty()) {
            terminal.error(reading.render().stripTrailing());
        }
        return scenario;
    }

    /** @throws MistakeException if there is nothing of that name */
    Reading reading(String idOrFile) {
        try {
            return new ScenarioReader().read(idOrFile);
        } catch (NoSuchFileException e) {
            throw new MistakeException(
                    Library.isId(idOrFile)
                            ? "error: no scenario is called `%s`, and there is no such file. See: ./shieldwall list"
                                    .formatted(idOrFile)
                            : "error: there is no file %s".formatted(idOrFile));
        } catch (IOException e) {
            throw new MistakeException("error: %s cannot be read: %s".formatted(idOrFile, e.getMessage()));
        }
    }
}
