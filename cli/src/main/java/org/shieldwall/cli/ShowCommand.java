package org.shieldwall.cli;

import java.io.IOException;
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
            ScenarioPage.write(read, html);
            terminal.line("  " + html);
        }
        return Shieldwall.ANSWERED;
    }
}
