package org.shieldwall.cli;

import org.shieldwall.experiments.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code shieldwall} command.
 *
 * <p>Exit codes: 0 an answer was reached, 1 the scenario has a mistake or an expectation is missed, 2 wrong use, 3 failed,
 * 130 stopped by Ctrl-C.
 */
@Command(
        name = "shieldwall",
        mixinStandardHelpOptions = true,
        versionProvider = Shieldwall.VersionText.class,
        description = {
            "Attackers coordinate. Does it pay that defenders join hands, through which levers, and by how much?",
            ""
        },
        footer = {"", "Example: ./shieldwall compare three-grids --precision 5%%"},
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            LintCommand.class,
            NewCommand.class,
            RunCommand.class,
            CompareCommand.class,
            CheckCommand.class,
            SchemaCommand.class
        })
final class Shieldwall implements Runnable {
    static final int ANSWERED = 0;
    static final int MISTAKE = 1;
    static final int WRONG_USE = 2;
    static final int FAILED = 3;
    static final int STOPPED = 130;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    Shieldwall(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** @return exit code */
    static int run(Terminal terminal, String... arguments) {
        try {
            return execute(terminal, arguments);
        } catch (OutOfMemoryError e) {
            return outOfMemory(terminal);
        }
    }

    private static int outOfMemory(Terminal terminal) {
        terminal.error(
                "failed: this needs more than the %,d MB of memory that Java may use here.\nMaybe rates, counts or the horizon are greater than meant; or allow more: JAVA_TOOL_OPTIONS=-Xmx8g"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20));
        return FAILED;
    }

    private static int execute(Terminal terminal, String... arguments) {
        return new CommandLine(new Shieldwall(terminal), new Commands(terminal))
                .setOut(new java.io.PrintWriter(terminal.out(), true))
                .setErr(new java.io.PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> wrongUse(terminal, e))
                .setExecutionExceptionHandler((e, command, given) -> failed(terminal, e))
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUse(Terminal terminal, ParameterException e) {
        terminal.error("error: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, e.getCommandLine().getErr());
        terminal.error("Help: ./%s --help"
                .formatted(e.getCommandLine().getCommandSpec().qualifiedName()));
        return WRONG_USE;
    }

    /** What went wrong, in a sentence; never a stack trace. */
    private static int failed(Terminal terminal, Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (e instanceof MistakeException) {
            terminal.error(message);
            return MISTAKE;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return outOfMemory(terminal);
            }
        }
        boolean ours = e.getClass().getName().startsWith("org.shieldwall");
        terminal.error("failed: " + (ours ? message : e.getClass().getSimpleName() + ": " + message));
        return FAILED;
    }

    /** Hands the terminal to every command. */
    private record Commands(Terminal terminal) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"shieldwall " + Version.current()};
        }
    }
}
