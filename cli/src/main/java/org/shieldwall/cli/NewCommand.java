package org.shieldwall.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.shieldwall.scenarios.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A commented scenario to start from. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {"Writes a small, commented scenario to start from.", ""},
        footer = {"", "Example: ./shieldwall new my-town.yaml"})
final class NewCommand implements Callable<Integer> {
    private static final String ENDING = ".yaml";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "where to write it; nothing that is there is overwritten")
    private Path file;

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
            Files.write(file, Library.skeleton(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
