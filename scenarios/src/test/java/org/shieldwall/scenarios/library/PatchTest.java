package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;

/** What was found is patched; then a door that a patch closes stays shut, and the failure names the patch. */
class PatchTest {
    private static FactLog run(String patched) {
        return new Simulation(new Partners()
                        .with(
                                "[{do: reimage, by: none}, {do: block-indicators, by: none}]",
                                "[{do: patch}, {do: reimage}]")
                        .with("burns: [address]", "burns: [address]\n    patched: " + patched)
                        .with("first-pc: {template: pc, count: 20}", "first-pc: {template: pc, count: 4}")
                        .world())
                .checking(true)
                .run(List.of(), 1, 1);
    }

    @Test
    void aPatchClosesTheDoorForGood() {
        FactLog facts = run("0%");
        Set<Integer> patched = new HashSet<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.ASSET_PATCHED) {
                assertThat(patched.add(facts.whom(fact))).as("once").isTrue();
            } else if (facts.kind(fact) == FactKind.ATTEMPT_SUCCEEDED) {
                assertThat(patched).doesNotContain(facts.whom(fact));
            }
        }
        assertThat(patched).hasSize(4);
        List<Integer> failures = Worlds.all(facts, FactKind.ATTEMPT_FAILED);
        assertThat(failures).isNotEmpty();
        assertThat(failures).allMatch(fact -> facts.kind(facts.condition(fact, 0)) == FactKind.ASSET_PATCHED);
    }

    @Test
    void whereNoPatchHelpsItChangesNothing() {
        FactLog facts = run("100%");
        assertThat(Worlds.count(facts, FactKind.ASSET_PATCHED)).isEqualTo(4);
        assertThat(Worlds.count(facts, FactKind.ATTEMPT_FAILED)).isZero();
        assertThat(Worlds.count(facts, FactKind.ATTEMPT_SUCCEEDED)).isGreaterThan(10);
    }
}
