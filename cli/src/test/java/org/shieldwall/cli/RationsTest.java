package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** A story says who goes short, once for each time that a service begins to run short. */
class RationsTest {
    private static final String TOWN = """
            shieldwall: 1
            name: A town
            starts: {local: 2024-01-01T00:00, zone: UTC}
            lasts: 20d
            organisations: {works: {kind: business}}
            networks: {net: {organisation: works, assets: {turbine: {template: machine, count: 2, fails: 4d}}}}
            templates: {machine: {physical: true}}
            crews: {fitters: {organisation: works, count: 2}}
            services:
              power:
                provided-by: works
                needs: {share-of: turbine}
                serves:
                  by-class:
                    - {class: ward, demand: 10, people: 5}
                    - {class: homes, demand: 60, people: 900}
                    - {class: mill, demand: 30, people: 9}
                restore: {by: fitters, each: 1d}
            """;

    @Test
    void eachTimeItBeginsToRunShort() {
        Reading reading =
                new ScenarioReader().readText("town.yaml", TOWN.replace("count: 2, fails: 4d", "count: 1, fails: 4d"));
        assertThat(told(reading))
                .hasSize(4)
                .allMatch("power runs short: ward nothing, homes nothing, mill nothing"::equals);
    }

    @Test
    void whoGetsAllAndWhoLess() {
        Reading reading = new ScenarioReader()
                .readText(
                        "town.yaml",
                        TOWN.replace("{share-of: turbine}", "{weighted: {turbine: 60, river: 40}}")
                                .replace("services:", "services:\n  river: {provided-by: works, needs: lock}")
                                .replace("assets: {", "assets: {lock: {template: machine}, "));
        assertThat(told(reading).get(0)).isEqualTo("power runs short: ward gets all, homes 50 %, mill nothing");
    }

    @Test
    void theFirstTimeWeighsMore() {
        List<Integer> weights = sentences(new ScenarioReader().readText("town.yaml", TOWN)).stream()
                .map(Story.Sentence::weight)
                .toList();
        assertThat(weights).hasSizeGreaterThan(1);
        assertThat(weights.subList(1, weights.size())).allMatch(weight -> weight < weights.get(0));
    }

    private static List<String> told(Reading reading) {
        return sentences(reading).stream().map(Story.Sentence::words).toList();
    }

    private static List<Story.Sentence> sentences(Reading reading) {
        assertThat(reading.hasErrors()).as(reading.render()).isFalse();
        Scenario scenario = reading.scenario();
        assertThat(scenario).isNotNull();
        World world = World.compile(scenario);
        return new Rations(world, new Simulation(world).run(List.of(), 1, 1)).sentences();
    }
}
