package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** Small worlds from their text, and what happened in them. */
final class Worlds {
    private Worlds() {}

    static World read(String text) {
        Reading reading = new ScenarioReader().readText("small.yaml", text);
        assertThat(reading.scenario()).as(reading.render()).isNotNull();
        return World.compile(Objects.requireNonNull(reading.scenario()));
    }

    static FactLog run(World world) {
        return new Simulation(world).checking(true).run(List.of(), 1, 1);
    }

    /** Facts of a kind, in order. */
    static List<Integer> all(FactLog facts, FactKind kind) {
        List<Integer> found = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                found.add(fact);
            }
        }
        return found;
    }

    static int count(FactLog facts, FactKind kind) {
        return all(facts, kind).size();
    }
}
