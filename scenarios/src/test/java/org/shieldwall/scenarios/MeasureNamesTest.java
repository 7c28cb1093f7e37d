package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shieldwall.measure.Form;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.world.World;

/** The reader knows the measures of a scenario without compiling it: exactly those that runs of it have. */
class MeasureNamesTest {
    /** Enough to meet every form; more take long. */
    private static final int REFUSALS_TRIED = 60;

    static List<String> scenarioIds() {
        return Library.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("scenarioIds")
    void theReaderAcceptsEveryMeasureThatRunsHave(String id) throws IOException {
        Scenario scenario = scenario(id);

        Reading reading = expecting(id, scenario, new ArrayList<>(measures(scenario)));

        assertThat(reading.problems().stream().filter(Problem::isError).map(Problem::message))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarioIds")
    void theReaderRefusesEveryOtherMeasure(String id) throws IOException {
        Scenario scenario = scenario(id);
        Set<String> there = measures(scenario);
        List<String> others = new ArrayList<>();
        for (Form form : Form.values()) {
            if (form.parts().size() == 1) {
                for (String name : names(scenario)) {
                    if (!there.contains(form.named(name))) {
                        others.add(form.named(name));
                    }
                }
            }
        }
        List<String> tried = new ArrayList<>();
        for (int i = 0; i < REFUSALS_TRIED; i++) {
            tried.add(others.get((int) ((long) i * others.size() / REFUSALS_TRIED)));
        }

        Reading reading = expecting(id, scenario, tried);

        assertThat(tried.stream().filter(measure -> reading.problems().stream()
                        .noneMatch(problem ->
                                problem.isError() && problem.render().contains("measure: " + measure + ","))))
                .as("accepted, but no run has them")
                .isEmpty();
    }

    private static Scenario scenario(String id) throws IOException {
        return Objects.requireNonNull(new ScenarioReader().read(id).scenario());
    }

    private static Set<String> measures(Scenario scenario) {
        return new Measures(World.compile(scenario))
                .columns().stream().map(Measures.Column::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of everything that a measure may be taken of, and of much that it may not. */
    private static Set<String> names(Scenario scenario) {
        Set<String> names = new TreeSet<>();
        scenario.organisations().forEach(organisation -> {
            names.add(organisation.name());
            names.add(organisation.sector());
            organisation.security().sensors().forEach(sensor -> names.add(organisation.name() + "." + sensor.name()));
        });
        scenario.networks().forEach(network -> {
            names.add(network.name());
            network.assets().forEach(asset -> names.add(asset.name()));
        });
        scenario.services().forEach(service -> names.add(service.name()));
        scenario.probes().forEach(probe -> names.add(probe.name()));
        scenario.campaigns().forEach(campaign -> {
            names.add(campaign.name());
            campaign.steps().forEach(step -> {
                names.add(campaign.name() + "." + step.name());
                names.add(campaign.name() + "." + step.copy() + "." + step.name());
            });
        });
        names.removeIf(name -> !name.matches("[a-z0-9.-]+"));
        return names;
    }

    /** The same scenario, which expects something of each measure. */
    private static Reading expecting(String id, Scenario scenario, List<String> measures) {
        String text = new String(Objects.requireNonNull(Library.open(id)), StandardCharsets.UTF_8);
        String strategy = scenario.strategies().get(0).name();
        StringBuilder expect = new StringBuilder("expect:\n");
        for (String measure : measures) {
            expect.append("  - {measure: %s, strategy: %s, share: [0, 1], kind: input}%n".formatted(measure, strategy));
        }
        String with =
                text.contains("\nexpect:\n") ? text.replaceFirst("(?m)^expect:\n", expect.toString()) : text + expect;
        return new ScenarioReader().readText(id + ".yaml", with);
    }
}
