package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The scenarios of the library. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"Lists the library's scenarios.", ""},
        footer = {"", "Example: ./shieldwall list"})
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "as JSON on standard output, and nothing else there")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One scenario of the library. */
    record Listed(String id, String name, int assets, List<String> campaigns, List<String> strategies) {}

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioSource(terminal);
        List<Listed> listed = new ArrayList<>();
        for (String id : source.ids()) {
            listed.add(listed(source.read(id)));
        }
        if (json) {
            terminal.raw(ResultsFiles.json(listed));
        } else {
            print(listed);
        }
        return Shieldwall.ANSWERED;
    }

    private static Listed listed(Scenario scenario) {
        return new Listed(
                scenario.id(),
                scenario.name(),
                scenario.networks().stream()
                        .flatMap(network -> network.assets().stream())
                        .mapToInt(Network.AssetGroup::count)
                        .sum(),
                scenario.campaigns().stream().map(Campaign::name).toList(),
                scenario.strategies().stream().map(Strategy::name).toList());
    }

    private void print(List<Listed> listed) {
        int columns = listed.stream()
                        .mapToInt(scenario -> scenario.id().length())
                        .max()
                        .orElse(0)
                + 2;
        for (Listed scenario : listed) {
            terminal.line(terminal.bold(terminal.padded(scenario.id(), columns)) + scenario.name());
            String what = "%s assets; campaigns: %s; strategies: %s"
                    .formatted(
                            Rounding.number(scenario.assets(), 0),
                            scenario.campaigns().isEmpty() ? "none" : String.join(", ", scenario.campaigns()),
                            scenario.strategies().isEmpty() ? "none" : String.join(", ", scenario.strategies()));
            terminal.wrap(what, " ".repeat(columns)).forEach(terminal::line);
        }
    }
}
