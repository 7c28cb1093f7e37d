package org.shieldwall.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.ScenarioWalk;
import org.shieldwall.measure.Payroll;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.Family;

/** What a scenario models, as one self-contained page: organisations and networks, services, campaigns, levers, numbers. */
public final class ScenarioPage {
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final int NARROW = 350;

    private final Scenario scenario;
    private final Html page = new Html();

    private ScenarioPage(Scenario scenario) {
        this.scenario = scenario;
    }

    public static void write(Scenario scenario, Path file) throws IOException {
        Files.writeString(file, html(scenario), StandardCharsets.UTF_8);
    }

    /** The page. */
    public static String html(Scenario scenario) {
        return new ScenarioPage(scenario).html();
    }

    private String html() {
        Page.open(page, "Shieldwall scenario: " + scenario.id(), "who", "Skip to the organisations");
        head();
        section("who", "Who defends what", "Each organisation with its networks; a square is one asset.");
        page.raw(new OrganisationMap(scenario).wide()).raw(new OrganisationMap(scenario).narrow());
        end();
        services();
        scenario.campaigns().forEach(this::campaign);
        levers();
        numbers();
        Page.close(page);
        return page.toString();
    }

    private void head() {
        page.raw("<header class=\"top\"><div class=\"kick\"><b>Shieldwall</b><span>A scenario</span><span>")
                .text(scenario.id())
                .raw("</span></div>\n");
        page.element("h1", "", scenario.name());
        page.element("p", "class=\"under\"", scenario.summary().strip());
        page.element(
                "p",
                "class=\"under\"",
                "It begins on %s (%s) and lasts %s."
                        .formatted(
                                scenario.starts().toString().replace('T', ' '),
                                scenario.zone().getId(),
                                ScenarioWords.time(scenario.lastsNanos() * SECONDS_PER_NANO)));
        if (scenario.variety().isFamily()) {
            page.element("p", "class=\"under\"", ScenarioWords.family(scenario.variety()));
        }
        page.raw("</header>\n");
    }

    private void section(String id, String title, String says) {
        page.raw("<section id=\"").raw(id).raw("\"><div class=\"say\">");
        page.element("h2", "", title).element("p", "", says).raw("</div>\n<div>");
    }

    private void end() {
        page.raw("</div></section>\n");
    }

    private void services() {
        section(
                "services",
                "What people need",
                "A line leads from what a service needs to the service. Boxes on paper are assets, filled ones services.");
        List<Layers.Box> boxes = new ArrayList<>(neededAssets());
        for (Service service : scenario.services()) {
            boxes.add(new Layers.Box(
                    service.name(), service.name(), served(service), "li", ScenarioWords.named(service.needs())));
        }
        graph(boxes, "Services and what each needs.");
        Table table = new Table("Service", "Provided by", "Serves", "Needs");
        for (Service service : scenario.services()) {
            table.row(service.name(), service.providedBy(), served(service), ScenarioWords.need(service.needs()));
        }
        table.write(page, "The same as a table");
        end();
    }

    private List<Layers.Box> neededAssets() {
        Set<String> needed = scenario.services().stream()
                .flatMap(service -> ScenarioWords.named(service.needs()).stream())
                .collect(Collectors.toSet());
        return scenario.networks().stream()
                .flatMap(network -> network.assets().stream())
                .filter(group -> needed.contains(group.name()))
                .map(group -> new Layers.Box(
                        group.name(), group.name(), Rounding.number(group.count(), 0) + " assets", "ru", Set.of()))
                .toList();
    }

    private static String served(Service service) {
        String served = ScenarioWords.served(service);
        return served.isEmpty() ? "serves services" : served;
    }

    private void campaign(Campaign campaign) {
        section(
                "campaign-" + campaign.name(),
                campaign.name(),
                "By %s.%s A line leads from a step to those that wait for it."
                        .formatted(
                                String.join(", ", campaign.actors()),
                                campaign.copies().isEmpty()
                                        ? ""
                                        : " Once for each of " + String.join(", ", campaign.copies())
                                                + "; the first is drawn."));
        Map<String, Technique> techniques = new TreeMap<>();
        scenario.techniques().forEach(technique -> techniques.put(technique.name(), technique));
        List<Campaign.Step> steps = ScenarioWords.series(campaign);
        List<Layers.Box> boxes = new ArrayList<>();
        for (Campaign.Step step : steps) {
            boxes.add(new Layers.Box(
                    ScenarioWords.path(campaign, step),
                    step.name(),
                    technique(step, techniques),
                    "la",
                    ScenarioWords.waitsFor(step.after())));
        }
        graph(boxes, "Steps of the campaign and what each waits for.");
        Table table = new Table("Step", "Technique", "On", "After", "Not before");
        for (Campaign.Step step : steps) {
            table.row(
                    step.name(),
                    technique(step, techniques),
                    ScenarioWords.target(step.target()),
                    ScenarioWords.condition(step.after()),
                    step.notBefore() == null ? "" : step.notBefore().toString().replace('T', ' '));
        }
        table.write(page, "The same as a table");
        end();
    }

    private static String technique(Campaign.Step step, Map<String, Technique> techniques) {
        Technique technique = techniques.get(step.technique());
        return technique == null || technique.attackId() == null
                ? step.technique()
                : technique.attackId() + " "
                        + (technique.attackName() == null ? technique.name() : technique.attackName());
    }

    private void graph(List<Layers.Box> boxes, String sentence) {
        Layers layers = new Layers(boxes);
        page.raw("<figure><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .text(sentence)
                .raw("\">")
                .raw(layers.wide(sentence))
                .raw("</div>")
                .raw(layers.narrow(sentence, NARROW))
                .raw("</figure>\n");
    }

    private void levers() {
        section(
                "levers",
                "What could be done, and what it costs",
                "Green diamonds are done together, blue dots each alone. Prices are sums over all who pay.");
        List<String> heads = new ArrayList<>(List.of("Lever", "Costs"));
        scenario.strategies().forEach(strategy -> heads.add(strategy.name()));
        Table table = new Table(heads.toArray(String[]::new));
        Table changes = new Table("Lever", "Changes");
        Payroll payroll = new Payroll(Family.of(scenario).world(0));
        for (Lever lever : scenario.levers()) {
            boolean together = lever.kind() == Lever.Kind.COOPERATIVE;
            List<String> row = new ArrayList<>();
            row.add((together ? "◆ " : "● ") + lever.name() + "\n" + lever.says());
            row.add(ScenarioWords.price(lever, payroll.addedBy(lever.name())));
            for (Scenario.Strategy strategy : scenario.strategies()) {
                row.add(strategy.levers().contains(lever.name()) ? "yes" : "–");
            }
            table.row(row);
            ScenarioWords.effects(lever).forEach(effect -> changes.row(lever.name(), effect));
        }
        table.write(page);
        changes.write(page, "What each changes");
        end();
    }

    private void numbers() {
        List<Results.Estimate> estimates = ScenarioWalk.estimates(scenario);
        section(
                "numbers",
                "Where its numbers come from",
                "%s sources; %s numbers are estimates, and say why."
                        .formatted(
                                Rounding.number(scenario.sources().size(), 0), Rounding.number(estimates.size(), 0)));
        page.raw("<dl class=\"m\">");
        scenario.sources()
                .forEach((key, citation) -> page.element("dt", "", key).element("dd", "", citation));
        page.raw("</dl>\n");
        Table table = new Table("Number", "Why");
        estimates.forEach(estimate -> table.row(estimate.path(), estimate.says()));
        table.write(page, "The estimates");
        end();
    }
}
