package org.shieldwall.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                "failed: this needs more than the %d MB of memory that Java may use here.\nMaybe rates, counts or the horizon are greater than meant; or allow more: JAVA_TOOL_OPTIONS=-Xmx8g"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20));
        return FAILED;
    }

    private static int execute(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Shieldwall(terminal), new Commands(terminal));
        for (Class<?> whole : List.of(int.class, Integer.class)) {
            register(line, whole, text -> whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE)
                    .intValue());
        }
        for (Class<?> whole : List.of(long.class, Long.class)) {
            register(line, whole, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE)
                    .longValueExact());
        }
        int code = line.setOut(new java.io.PrintWriter(terminal.out(), true))
                .setErr(new java.io.PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> wrongUse(terminal, e))
                .setExecutionExceptionHandler((e, command, given) -> failed(terminal, e))
                .execute(arguments);
        if (terminal.hasLostOutput()) {
            if (!terminal.isReaderGone()) {
                terminal.error("failed: the output could not be written to its end");
            }
            return FAILED;
        }
        return code;
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(CommandLine line, Class<?> type, CommandLine.ITypeConverter<?> converter) {
        line.registerConverter((Class<T>) type, (CommandLine.ITypeConverter<T>) converter);
    }

    private static BigInteger whole(String text, long least, long most) {
        if (!text.strip().matches("[+-]?[0-9]{1,30}")) {
            throw new CommandLine.TypeConversionException("`%s` is no whole number".formatted(text));
        }
        BigInteger number = new BigInteger(text.strip());
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new CommandLine.TypeConversionException("%s is too large".formatted(text));
        }
        return number;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUse(Terminal terminal, ParameterException e) {
        terminal.error("error: " + said(e));
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, e.getCommandLine().getErr());
        terminal.error("Help: ./%s --help"
                .formatted(e.getCommandLine().getCommandSpec().qualifiedName()));
        return WRONG_USE;
    }

    /** Wrong use in plain words. */
    private static String said(ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            CommandSpec command = e.getCommandLine().getCommandSpec();
            if (first.startsWith("-")) {
                return "%s has no option `%s`".formatted(command.qualifiedName(), first);
            }
            return command.parent() == null && !command.subcommands().isEmpty()
                    ? "there is no command `%s`".formatted(first)
                    : "%s does not know what to do with `%s`".formatted(command.qualifiedName(), first);
        }
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("^Invalid value for option '([^']*)'[^:]*: ", "$1: ")
                .replaceFirst("^Missing required parameter: '<?([A-Z]+)>?'.*", "$1 is missing");
    }

    /** What went wrong, in a sentence; never a stack trace. */
    private static int failed(Terminal terminal, Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (e instanceof MistakeException) {
            terminal.error(message);
            return MISTAKE;
        }
        IOException unwritten = fileTrouble(e);
        if (unwritten != null) {
            terminal.error("failed: " + said(unwritten));
            return FAILED;
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

    private static @Nullable IOException fileTrouble(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException trouble) {
                return trouble;
            }
        }
        return null;
    }

    private static String said(IOException e) {
        if (e instanceof FileSystemException file) {
            String reason = file instanceof AccessDeniedException
                    ? "this is not allowed"
                    : file instanceof NoSuchFileException
                            ? "it, or its folder, is not there"
                            : String.valueOf(file.getReason());
            return "%s cannot be read or written: %s".formatted(file.getFile(), reason);
        }
        return "a file cannot be read or written: " + e.getMessage();
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
