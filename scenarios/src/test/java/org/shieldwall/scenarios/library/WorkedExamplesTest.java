package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** One town hall, one attacker and no luck: what comes out is worked out by hand beside each example. */
class WorkedExamplesTest {
    private static final double EXACTLY = 1e-9;

    /** A Friday, and ten days from it; the attack begins at the hour that is given. */
    private static String town(int computers, String technique, String begins, String crew, String service) {
        return """
                shieldwall: 1
                name: worked-example
                starts: {local: 2024-01-05T00:00, zone: UTC}
                lasts: 10d
                organisations: {town: {kind: government}}
                networks: {hall: {organisation: town, assets: {computer: {template: plain, count: %d}}}}
                links: [{from: internet, to: hall, allow: [vpn]}]
                templates: {plain: {}}
                crews: {crew: {organisation: town, count: 1, %s}}
                techniques:
                  hit: {requires: {from: anywhere}, skill-weight: 0, hardening-weight: 0, %s}
                actors: {red: {skill: 0.5, arsenal: [hit], hour-cost: 50 EUR per h}}
                campaigns: {blow: {actor: red, begins: %s, steps: {hit: {do: hit, on: {all: computer}}}}}
                services:
                  counter: {provided-by: town, needs: {share-of: computer}, serves: {people: 100}, %s}
                strategies: {plain: []}
                """.formatted(computers, crew, technique, begins, service);
    }

    private static double measure(String scenario, String name) {
        World world = Worlds.read(scenario);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(new Simulation(world).checking(true).run(List.of(), 1, 1), values, new byte[values.length]);
        return values[measures.index(name)];
    }

    private static double personHours(String scenario) {
        return measure(scenario, "person-hours-lost");
    }

    private static final String OPENS = "takes: 0, at-once: 100, damage: opened";

    @Test
    void computersAreMendedOneAfterTheOther() {
        // 20 people for each: 20 × (1 + 2 + 3 + 4 + 5)
        assertThat(personHours(town(5, OPENS, "16h", "on-duty: always", "restore: {by: crew, each: 1h}")))
                .isCloseTo(300, within(EXACTLY));
    }

    @Test
    void workByHandFillsPartOfTheGap() {
        // ten hours, of which three go on at 40 %
        assertThat(personHours(town(
                        1,
                        OPENS,
                        "16h",
                        "on-duty: always",
                        "by-hand: {level: 40%, after: 1h, lasts: 3h}, restore: {by: crew, each: 10h}")))
                .isCloseTo(1000 - 3 * 40, within(EXACTLY));
    }

    @Test
    void aSlowFallLosesAsMuchAsAStraightLine() {
        // down to nothing within four hours, and back at once when the computer is mended after ten
        assertThat(personHours(town(1, OPENS, "16h", "on-duty: always", "degrade: 4h, restore: {by: crew, each: 10h}")))
                .isCloseTo(100 * (10 - 4 / 2.0), within(EXACTLY));
    }

    @Test
    void anOperatorsHoursCountOnceForOneMailingToMany() {
        // eight computers, a mailing of five and one of three, two hours each
        assertThat(measure(
                        town(8, "takes: 2h, at-once: 5", "16h", "on-duty: always", "restore: {by: crew, each: 1h}"),
                        "attacker-cost"))
                .isCloseTo(2 * 2 * 50, within(EXACTLY));
    }
}
