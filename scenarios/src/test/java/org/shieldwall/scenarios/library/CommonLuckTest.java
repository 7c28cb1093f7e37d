package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.CanonicalForm;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Digest;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Dice keep their promise: what has nothing to do with a change happens as before, fact by fact. */
class CommonLuckTest {
    private static final int REPLICATIONS = 5;

    /** Key of each fact to the digest of its canonical form. */
    private static Map<Long, String> facts(World world, List<String> levers, long replication) {
        FactLog facts = new Simulation(world).checking(true).run(levers, 1, replication);
        CanonicalForm form = new CanonicalForm(facts, world.entities()::key);
        Map<Long, String> found = new HashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            Digest digest = new Digest();
            form.put(fact, digest);
            found.put(facts.key(fact), facts.kind(fact) + " " + digest.hex());
        }
        assertThat(found).as("keys are unique").hasSize(facts.size());
        return found;
    }

    @Test
    void theOrderOfWritingDoesNotMatter() {
        ThreeGrids plain = new ThreeGrids();
        String text = plain.text();
        int crews = text.indexOf("\ncrews:\n");
        int services = text.indexOf("\nservices:\n");
        int accounts = text.indexOf("\naccounts:\n");
        String moved = text.substring(0, accounts)
                + text.substring(crews, services)
                + text.substring(accounts, crews)
                + text.substring(services);
        ThreeGrids reordered = new ThreeGrids()
                .with(text, moved)
                .with("for-each: {grid: [west, south, north]}", "for-each: {grid: [north, west, south]}");
        World first = plain.world();
        World second = reordered.world();
        for (int replication = 1; replication <= REPLICATIONS; replication++) {
            Simulation one = new Simulation(first).checking(true);
            Simulation other = new Simulation(second).checking(true);
            ThreeGrids.run(one, "joint", replication);
            ThreeGrids.run(other, "joint", replication);
            assertThat(other.digest()).isEqualTo(one.digest());
        }
    }

    @Test
    void anUnrelatedOrganisationWithItsOwnAttackerDisturbsNobody() {
        World plain = new ThreeGrids().world();
        World larger = new ThreeGrids()
                .adding("organisations", """
                          a-brewery:
                            kind: business
                            sector: food
                            security:
                              analysts: {count: 1, skill: 0.5}
                              playbook: standard
                              sensors: {watch: {kind: endpoint, quality: 90%, delay: 0, false-alerts: 0.1/d}}
                        """)
                .adding("networks", """
                          brewery-office: {organisation: a-brewery, assets: {brewery-pc: {template: office-pc, count: 30}}}
                        """)
                .with("links:\n", "links:\n  - {from: internet, to: brewery-office, allow: [smtp]}\n")
                .adding("actors", """
                          aardvark:
                            skill: 0.5
                            operators: 2
                            arsenal: [spearphishing-attachment]
                        """)
                .adding("campaigns", """
                          a-thirst:
                            actor: aardvark
                            steps: {enter: {do: spearphishing-attachment, on: {any: brewery-pc}, retry: {every: 5d, at-most: 9}}}
                        """)
                .world();
        for (int replication = 1; replication <= REPLICATIONS; replication++) {
            for (String strategy : List.of("isolated", "joint")) {
                Map<Long, String> before = facts(plain, ThreeGrids.levers(plain, strategy), replication);
                Map<Long, String> after = facts(larger, ThreeGrids.levers(larger, strategy), replication);
                assertThat(after).containsAllEntriesOf(before);
                assertThat(newcomers(larger, before.keySet(), ThreeGrids.levers(larger, strategy), replication))
                        .contains("aardvark", "a-thirst.enter", "a-brewery.watch");
            }
        }
    }

    /** Who does what did not happen before; each must be one of those that were added. */
    private static Set<String> newcomers(World world, Set<Long> known, List<String> levers, long replication) {
        FactLog facts = new Simulation(world).checking(true).run(levers, 1, replication);
        Set<String> found = new HashSet<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (!known.contains(facts.key(fact))) {
                String who = world.entities().name(facts.who(fact));
                assertThat(who).as(facts.kind(fact).label()).matches("a-brewery(\\..*)?|aardvark|a-thirst(\\..*)?");
                found.add(who);
            }
        }
        return found;
    }

    @Test
    void aLeverThatTouchesNothingChangesNothing() {
        World plain = new ThreeGrids().world();
        World more = new ThreeGrids().with("\nlevers:\n", """

                        levers:
                          brochure:
                            says: A brochure is printed.
                            kind: unilateral
                            adds: {communities: {readers: {members: [technical-university]}}}
                        """).world();
        for (int replication = 1; replication <= REPLICATIONS; replication++) {
            Map<Long, String> before = facts(plain, List.of("sharing"), replication);
            Map<Long, String> after = facts(more, List.of("sharing", "brochure"), replication);
            after.values().removeIf(fact -> fact.startsWith(FactKind.LEVER_SET + " "));
            before.values().removeIf(fact -> fact.startsWith(FactKind.LEVER_SET + " "));
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void strategiesShareWhatDecidesTheSameThing() {
        World world = new ThreeGrids().world();
        Map<Long, String> isolated = facts(world, List.of(), 1);
        Map<Long, String> sharing = facts(world, List.of("sharing"), 1);
        long same = isolated.entrySet().stream()
                .filter(fact -> fact.getValue().equals(sharing.get(fact.getKey())))
                .count();
        assertThat(same / (double) isolated.size()).isGreaterThan(0.3);
    }
}
