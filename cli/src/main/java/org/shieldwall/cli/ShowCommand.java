package org.shieldwall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shieldwall.reports.ScenarioPage;
import org.shieldwall.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a scenario models. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {"Shows what a scenario models: organisations, networks, services, campaigns, levers.", ""},
        footer = {"", "Example: ./shieldwall show three-grids --html three-grids.html"})
final class ShowCommand implements Callable<Integer> {
    /** How every page begins. */
    private static final String PAGE = "<!doctype html>";

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "library id or file")
    private String scenario;

    @Option(names = "--html", paramLabel = "FILE", description = "draws it as one page for a browser")
    private @Nullable Path html;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Scenario read = new ScenarioSource(terminal).read(scenario);
        if (html == null) {
            new ShowText(terminal, read).print();
        } else {
            refuseOtherFiles(html);
            ScenarioPage.write(read, html);
            terminal.line("  " + html);
        }
        return Shieldwall.ANSWERED;
    }

    /** A page may replace a page, and nothing else: least of all the scenario. */
    private static void refuseOtherFiles(Path html) throws IOException {
        if (Files.isRegularFile(html) && Files.size(html) > 0) {
            byte[] beginning = new byte[PAGE.length()];
            int read;
            try (InputStream file = Files.newInputStream(html)) {
                read = file.readNBytes(beginning, 0, beginning.length);
            }
            if (!new String(beginning, 0, read, StandardCharsets.ISO_8859_1).equalsIgnoreCase(PAGE)) {
                throw new MistakeException(
                        "error: %s is there and is no page; it stays as it is. Name another file.".formatted(html));
            }
        } else if (Files.exists(html) && !Files.isRegularFile(html)) {
            throw new MistakeException("error: %s is no file that a page could be written to".formatted(html));
        }
    }
}
