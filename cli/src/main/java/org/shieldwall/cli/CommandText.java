package org.shieldwall.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command that gives the same results again: the scenario as it was given, and every option that changes a result, in
 * a form that a shell reads back.
 */
final class CommandText {
    /** What no shell changes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,%@+-]+");

    private static final List<String> CHANGE_RESULTS =
            List.of("--strategies", "--precision", "--replications", "--seed");

    private CommandText() {}

    static String again(String command, String scenario, ParseResult given) {
        StringBuilder text =
                new StringBuilder("./shieldwall ").append(command).append(' ').append(quoted(scenario));
        for (String name : CHANGE_RESULTS) {
            OptionSpec option = given.matchedOption(name);
            if (option != null) {
                text.append(' ')
                        .append(name)
                        .append(' ')
                        .append(quoted(String.join(",", option.originalStringValues())));
            }
        }
        return text.toString();
    }

    static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
