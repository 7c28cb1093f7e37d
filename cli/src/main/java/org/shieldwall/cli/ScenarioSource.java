package org.shieldwall.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.NotAFileException;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;

/** Scenarios by library id or file; warnings in a user's own file go to standard error. */
final class ScenarioSource {
    private final Terminal terminal;

    ScenarioSource(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Those at the top of the library before those in its folders. */
    List<String> ids() {
        return Library.scenarioIds().stream()
                .sorted(Comparator.<String>comparingInt(id -> id.indexOf('/') < 0 ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** @throws MistakeException if it has mistakes, all of which are in the message, or is not there */
    Scenario read(String idOrFile) {
        Reading reading = reading(idOrFile);
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            throw new MistakeException(reading.render().stripTrailing());
        }
        boolean shipped = Library.open(idOrFile) != null;
        if (!reading.problems().isEmpty() && !shipped) {
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
        } catch (NotAFileException e) {
            throw new MistakeException("error: %s cannot be read: %s".formatted(idOrFile, e.getReason()));
        } catch (IOException e) {
            throw new MistakeException("error: %s cannot be read: %s".formatted(idOrFile, e.getMessage()));
        }
    }
}
