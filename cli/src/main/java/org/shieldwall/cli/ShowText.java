package org.shieldwall.cli;

import static org.shieldwall.cli.Terminal.Meaning.ATTACK;
import static org.shieldwall.cli.Terminal.Meaning.COOPERATION;
import static org.shieldwall.cli.Terminal.Meaning.DEFENCE;
import static org.shieldwall.cli.Terminal.Meaning.LOSS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.ScenarioWalk;
import org.shieldwall.measure.Payroll;
import org.shieldwall.reports.ScenarioWords;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.Family;

/** What a scenario models, in the terminal: who defends what, what people need, who attacks and how, what could help. */
final class ShowText {
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final String INDENT = "  ";
    private static final String HANGING = "    ";
    private static final String DEEPER = "      ";

    private final Terminal terminal;
    private final Scenario scenario;

    ShowText(Terminal terminal, Scenario scenario) {
        this.terminal = terminal;
        this.scenario = scenario;
    }

    void print() {
        terminal.line();
        terminal.line(INDENT + terminal.bold(scenario.name()));
        if (!scenario.summary().isBlank()) {
            wrap(scenario.summary().strip(), INDENT);
        }
        wrap(
                "Begins %s (%s), lasts %s."
                        .formatted(
                                scenario.starts().toString().replace('T', ' '),
                                scenario.zone().getId(),
                                ScenarioWords.time(scenario.lastsNanos() * SECONDS_PER_NANO)),
                INDENT);
        if (scenario.variety().isFamily()) {
            wrap(ScenarioWords.family(scenario.variety()), INDENT);
        }
        organisations();
        communities();
        services();
        campaigns();
        levers();
        strategies();
        numbers();
    }

    private void heading(String text) {
        terminal.line();
        terminal.line(INDENT + terminal.bold(text));
    }

    private void wrap(String text, String indent) {
        terminal.wrap(text, indent).forEach(terminal::line);
    }

    private void item(Terminal.Meaning meaning, String name, String what) {
        List<String> lines = terminal.wrap(what.isEmpty() ? name : name + ": " + what, HANGING);
        terminal.line(INDENT + terminal.mark(meaning) + lines.get(0).substring(HANGING.length() - 1));
        lines.subList(1, lines.size()).forEach(terminal::line);
    }

    private void organisations() {
        heading("Who defends what");
        for (Organisation organisation : scenario.organisations()) {
            item(
                    DEFENCE,
                    organisation.name(),
                    "%s, %s; %s"
                            .formatted(
                                    ScenarioWords.of(organisation.kind()),
                                    organisation.sector(),
                                    ScenarioWords.defenders(organisation)));
            for (Network network : scenario.networks()) {
                if (network.organisation().equals(organisation.name())) {
                    network(network);
                }
            }
        }
    }

    private void network(Network network) {
        List<String> groups = network.assets().stream()
                .map(group -> Rounding.number(group.count(), 0) + " " + group.name())
                .toList();
        List<String> from = scenario.links().stream()
                .filter(link -> link.to().equals(network.name()))
                .map(ShowText::line)
                .toList();
        wrap(
                network.name() + ": " + (groups.isEmpty() ? "empty" : String.join(", ", groups))
                        + (from.isEmpty() ? "" : "; open to " + String.join(", ", from)),
                DEEPER);
    }

    private static String line(Network.Link link) {
        String capacity = ScenarioWords.capacity(link);
        return link.from() + " (" + String.join(", ", link.allow()) + (capacity.isEmpty() ? "" : "; " + capacity)
                + (ScenarioWords.isAlways(link.presence())
                        ? ""
                        : "; brought by " + String.join(", ", link.presence().levers()))
                + ")";
    }

    private void communities() {
        if (scenario.communities().isEmpty()) {
            return;
        }
        heading("Who tells whom");
        for (Community community : scenario.communities()) {
            item(
                    COOPERATION,
                    community.name(),
                    String.join(", ", community.members())
                            + (community.centre() == null ? "" : "; run by " + community.centre())
                            + broughtBy(community.presence().levers()));
        }
    }

    private static String broughtBy(List<String> levers) {
        return levers.isEmpty() ? "" : " (brought by " + String.join(", ", levers) + ")";
    }

    private void services() {
        heading("What people need");
        for (Service service : scenario.services()) {
            String served = ScenarioWords.served(service);
            item(
                    LOSS,
                    service.name(),
                    (served.isEmpty() ? "" : served + "; ") + "needs " + ScenarioWords.need(service.needs()));
        }
    }

    private void campaigns() {
        if (scenario.campaigns().isEmpty()) {
            return;
        }
        heading("Who attacks, and how");
        Map<String, Technique> techniques = new TreeMap<>();
        scenario.techniques().forEach(technique -> techniques.put(technique.name(), technique));
        for (Campaign campaign : scenario.campaigns()) {
            item(
                    ATTACK,
                    campaign.name(),
                    "by " + String.join(", ", campaign.actors())
                            + (campaign.copies().isEmpty()
                                    ? ""
                                    : "; once for each of " + String.join(", ", campaign.copies())));
            for (Campaign.Step step : ScenarioWords.series(campaign)) {
                wrap(step(step, techniques), DEEPER);
            }
        }
    }

    private static String step(Campaign.Step step, Map<String, Technique> techniques) {
        Technique technique = techniques.get(step.technique());
        String id = technique == null || technique.attackId() == null ? "" : " (" + technique.attackId() + ")";
        String after = ScenarioWords.condition(step.after());
        return step.name() + ": " + step.technique() + id + " on " + ScenarioWords.target(step.target())
                + (after.isEmpty() ? "" : ", after " + after)
                + (step.notBefore() == null
                        ? ""
                        : ", not before " + step.notBefore().toString().replace('T', ' '))
                + (step.repeat() == null
                        ? ""
                        : ", again and again until "
                                + step.repeat().until().toString().replace('T', ' '));
    }

    private void levers() {
        if (scenario.levers().isEmpty()) {
            return;
        }
        heading("What could be done, and what it costs");
        Payroll payroll = new Payroll(Family.of(scenario).world(0));
        for (Lever lever : scenario.levers()) {
            boolean together = lever.kind() == Lever.Kind.COOPERATIVE;
            String price = ScenarioWords.price(lever, payroll.addedBy(lever.name()));
            item(together ? COOPERATION : DEFENCE, lever.name(), lever.says() + " " + price + ".");
        }
    }

    private void strategies() {
        if (scenario.strategies().isEmpty()) {
            return;
        }
        heading("Strategies");
        for (Strategy strategy : scenario.strategies()) {
            item(
                    Terminal.Meaning.NONE,
                    strategy.name(),
                    strategy.levers().isEmpty() ? "no lever" : String.join(", ", strategy.levers()));
        }
        Scenario.Question question = scenario.question();
        if (question != null) {
            wrap(
                    "Asked: %s, by %s; the first is the baseline, the last the answer."
                            .formatted(String.join(" against ", question.compare()), question.by()),
                    INDENT);
        }
    }

    private void numbers() {
        List<Results.Estimate> estimates = ScenarioWalk.estimates(scenario);
        heading("Where its numbers come from");
        scenario.sources().forEach((key, citation) -> item(Terminal.Meaning.NONE, key, citation));
        List<String> counts = new ArrayList<>();
        counts.add(Rounding.number(scenario.sources().size(), 0) + " "
                + Words.counted(scenario.sources().size(), "source"));
        counts.add(Rounding.number(estimates.size(), 0) + " " + Words.counted(estimates.size(), "estimate"));
        counts.add(Rounding.number(scenario.expectations().size(), 0) + " "
                + Words.counted(scenario.expectations().size(), "expectation"));
        wrap(
                String.join(", ", counts)
                        + ". Drawn, with every estimate: ./shieldwall show %s --html FILE".formatted(scenario.id()),
                INDENT);
        terminal.line();
    }
}
