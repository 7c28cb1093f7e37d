package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.Family;
import org.shieldwall.world.World;

/** A family of scenarios: each member has numbers, sizes and links of its own, the same whoever asks. */
class FamilyTest {
    private static final int NETWORKS = 8;

    private static Scenario scenario(String vary) {
        return scenario(vary, "{people: 10}");
    }

    private static Scenario scenario(String vary, String serves) {
        StringBuilder text = new StringBuilder("shieldwall: 1\nname: A family\nlasts: 10d\n")
                .append("starts: {local: 2025-01-01T00:00, zone: UTC}\n")
                .append(
                        "templates: {machine: {}}\norganisations:\n  firm: {kind: business, security: {hardening: 0.5}}\n")
                .append("networks:\n");
        for (int n = 1; n <= NETWORKS; n++) {
            text.append(
                    "  n%d: {organisation: firm, assets: {a%d: {template: machine, count: 3, fails: {exponential: 5d}}}}\n"
                            .formatted(n, n));
        }
        text.append("services: {work: {provided-by: firm, needs: {share-of: a1}, serves: ")
                .append(serves)
                .append("}}\n");
        text.append("strategies: {plain: []}\n").append(vary);
        Reading reading = new ScenarioReader().readText("family.yaml", text.toString());
        assertThat(reading.hasErrors()).as(reading.render()).isFalse();
        return Objects.requireNonNull(reading.scenario());
    }

    private static Set<String> links(World world) {
        Set<String> links = new TreeSet<>();
        for (Network.Link link : world.scenario().links()) {
            links.add(link.from() + ">" + link.to());
        }
        return links;
    }

    @Test
    void sizesLieWithinTheirLawAndDifferBetweenMembers() {
        Family family = Family.of(scenario("vary: {members: 12, counts: {a1: {uniform: {low: 5, high: 50}}}}\n"));
        Set<Integer> sizes = new HashSet<>();
        for (int member = 0; member < 12; member++) {
            int size = family.world(member).assetCount() - 3 * (NETWORKS - 1);
            assertThat(size).isBetween(5, 50);
            sizes.add(size);
        }
        assertThat(sizes).hasSizeGreaterThan(5);
    }

    @Test
    void numbersAreDrawnForEachMemberOnce() {
        String vary =
                "vary: {members: 6, numbers: {organisations.firm.security.hardening: {uniform: {low: 0, high: 1}}}}\n";
        Family family = Family.of(scenario(vary));
        Family again = Family.of(scenario(vary));
        Set<Double> values = new HashSet<>();
        for (int member = 0; member < 6; member++) {
            double value = hardening(family.world(member));
            assertThat(value).isBetween(0.0, 1.0).isEqualTo(hardening(again.world(member)));
            values.add(value);
        }
        assertThat(values).hasSize(6);
    }

    private static double hardening(World world) {
        return world.numbersUnder(new boolean[0])
                .value(world.parameters().index("organisations.firm.security.hardening"));
    }

    @ParameterizedTest
    @CsvSource({
        "ring, 1, 16",
        "star, 1, 14",
        "complete, 1, 56",
        "small-world, 4, 32",
        "preferential, 2, 26",
    })
    void generatedLinksLeadBothWaysAlongTheEdges(String generator, int degree, int expected) {
        Family family = Family.of(scenario(topology(generator, degree, "20%")));
        for (int member = 0; member < family.members(); member++) {
            Set<String> links = links(family.world(member));
            assertThat(links).hasSize(expected);
            for (String link : links) {
                String[] ends = link.split(">", -1);
                assertThat(links).contains(ends[1] + ">" + ends[0]);
                assertThat(ends[0]).isNotEqualTo(ends[1]);
            }
        }
    }

    private static String topology(String generator, int degree, String probability) {
        return "vary: {members: 8, links: {mesh: {among: [n1, n2, n3, n4, n5, n6, n7, n8], as: " + generator
                + ", degree: " + degree + ", probability: " + probability + ", allow: [smb]}}}\n";
    }

    @Test
    void randomLinksDifferBetweenMembersAndFollowTheirProbability() {
        Family family = Family.of(scenario(topology("random", 2, "30%").replace("members: 8", "members: 200")));
        Set<Set<String>> maps = new HashSet<>();
        double edges = 0;
        for (int member = 0; member < 200; member++) {
            Set<String> links = links(family.world(member));
            maps.add(links);
            edges += links.size() / 2.0;
        }
        assertThat(maps).hasSizeGreaterThan(150);
        // 28 pairs at 30 %: 8.4, with a standard deviation of 0.17 over 200 members.
        assertThat(edges / 200).isBetween(7.7, 9.1);
    }

    @Test
    void replicationsGoThroughTheMembersAndAMemberIsTheSameForEverySeed() {
        Family family = Family.of(scenario("vary: {members: 3, counts: {a1: {uniform: {low: 5, high: 50}}}}\n"));
        assertThat(List.of(family.memberOf(1), family.memberOf(2), family.memberOf(3), family.memberOf(4)))
                .containsExactly(0, 1, 2, 0);
        Simulation simulation = new Simulation(family.world(1)).checking(true);
        simulation.run(List.of(), 1, 2);
        String digest = simulation.digest();
        simulation.run(List.of(), 2, 2);
        assertThat(simulation.digest()).isNotEqualTo(digest);
    }

    @Test
    void withoutVarietyThereIsOneMemberAsWritten() {
        Family family = Family.of(scenario(""));
        assertThat(family.members()).isEqualTo(1);
        assertThat(family.world(0).assetCount()).isEqualTo(3 * NETWORKS);
    }

    @Test
    void eachMapsServiceIsBuiltForTheDemandDrawnThere() {
        String vary =
                "vary: {members: 6, numbers: {services.work.serves.by-class.mills.demand: {uniform: {low: 1, high: 99}}}}\n";
        Family family = Family.of(scenario(
                vary, "{by-class: [{class: homes, demand: 50, people: 9}, {class: mills, demand: 50, people: 1}]}"));
        Set<Double> shares = new HashSet<>();
        for (int member = 0; member < 6; member++) {
            World world = family.world(member);
            FactLog facts = new Simulation(world).run(List.of(), 1, member + 1);
            int first = first(facts, FactKind.CLASS_LEVEL);
            // Whole at first: no class runs short before the service does.
            assertThat(facts.kind(facts.trigger(first))).isEqualTo(FactKind.SERVICE_LEVEL);
            shares.add(world.numbersUnder(new boolean[0])
                    .value(world.parameters().index("services.work.serves.by-class.mills.demand")));
        }
        assertThat(shares).hasSize(6);
    }

    private static int first(FactLog facts, FactKind kind) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                return fact;
            }
        }
        throw new AssertionError("no fact of kind " + kind);
    }
}
