package org.shieldwall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A scenario to start from: a small commented one, or a copy of one of the library. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {"Writes a scenario to start from: a small, commented one, or a copy of one of the library.", ""},
        footer = {"", "Example: ./shieldwall new my-town.yaml --from joint-defence"})
final class NewCommand implements Callable<Integer> {
    private static final String ENDING = ".yaml";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "where to write it; nothing that is there is overwritten")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "ID",
            description = "a scenario of the library to copy; docs/your-own-town.md goes through it")
    private @Nullable String from;

    @Spec
    private CommandSpec spec;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!file.toString().endsWith(ENDING)) {
            throw wrong("a scenario's file ends in " + ENDING + ": " + file + ENDING);
        }
        try {
            Files.write(file, text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw wrong("there is a file " + file + " already; it stays as it is");
        } catch (NoSuchFileException e) {
            throw wrong("there is no folder " + file.toAbsolutePath().getParent());
        }
        terminal.line("  Wrote " + file + ". Next:");
        terminal.line("  ./shieldwall lint " + file + "       every mistake at once, with its place");
        terminal.line("  ./shieldwall show " + file + "       what it models");
        terminal.line("  ./shieldwall compare " + file + "    does it pay to join hands?");
        return Shieldwall.ANSWERED;
    }

    private byte[] text() {
        if (from == null) {
            return Library.skeleton();
        }
        byte[] shipped = Library.scenarioIds().contains(from) ? Library.open(from) : null;
        if (shipped == null) {
            String nearest = Nearest.to(from, Library.scenarioIds());
            throw wrong("the library has no scenario `%s`%s"
                    .formatted(
                            from, nearest == null ? "; see: ./shieldwall list" : "; did you mean `" + nearest + "`?"));
        }
        String name = String.valueOf(file.getFileName());
        return new CopiedScenario(from, new String(shipped, StandardCharsets.UTF_8))
                .under(name.substring(0, name.length() - ENDING.length()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
