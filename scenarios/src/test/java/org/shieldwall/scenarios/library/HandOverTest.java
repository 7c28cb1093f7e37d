package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Two actors of one campaign: one gets in, the other is handed what it holds, and keeps it. */
class HandOverTest {
    private static Clinic sold(String requires) {
        return new Clinic()
                .with("actors:\n", "actors:\n  broker: {skill: 0.5, arsenal: [enter]}\n")
                .with("arsenal: [enter, ransom, spoil, gift]", "arsenal: [buy, ransom, spoil, gift]")
                .with(
                        "techniques:\n",
                        "techniques:\n  buy: {attack: T1650, requires: {from: " + requires
                                + "}, takes: 5h, grants: {position: user, persistence: true}}\n")
                .with("    actor: red\n", "    actors: [broker, red]\n")
                .with("in: {do: enter,", "entry: {actor: broker, do: enter,")
                .with(
                        "      strike: {do: ransom",
                        "      in: {actor: red, do: buy, on: {any: server}, after: entry}\n"
                                + "      strike: {actor: red, do: ransom");
    }

    @Test
    void whatOneActorHoldsTheOtherTakesOver() {
        World world = sold("partner").with("lasts: 100d", "lasts: 110h").world();
        FactLog facts = Worlds.run(world);
        List<Integer> granted = Worlds.all(facts, FactKind.ACCESS_GRANTED);
        assertThat(granted).hasSize(2);
        assertThat(facts.who(granted.get(0))).isNotEqualTo(facts.who(granted.get(1)));
        assertThat(facts.whom(granted.get(0))).isEqualTo(facts.whom(granted.get(1)));
        int sale = facts.trigger(granted.get(1));
        assertThat(facts.condition(sale, 0)).isEqualTo(granted.get(0));
        assertThat(Worlds.count(facts, FactKind.ASSET_DAMAGED)).isEqualTo(10);
    }

    @Test
    void nothingIsHandedOverThatNobodyHolds() {
        FactLog facts = Worlds.run(sold("partner")
                .with(
                        "in: {actor: red, do: buy, on: {any: server}, after: entry}",
                        "in: {actor: red, do: buy, on: {any: server}}")
                .with("do: enter, on: {any: server}", "do: enter, on: {any: server}, not-before: 2015-06-03T00:00")
                .world());
        int first = Worlds.all(facts, FactKind.ACCESS_GRANTED).get(0);
        assertThat(facts.time(first) / 3.6e12).isGreaterThanOrEqualTo(48);
    }

    @Test
    void aMaskedLeverSetsNothing() {
        Clinic clinic = new Clinic()
                .with(
                        "actors:\n",
                        "levers:\n  more-hands: {says: More hands., kind: unilateral, sets: {crews.hands.count: 20}}\n"
                                + "strategies: {alone: [], more: [more-hands]}\nactors:\n")
                .with("hands: {organisation: clinic, count: 10}", "hands: {organisation: clinic, count: 1}");
        double alone = lastMended(clinic.world(), List.of());
        assertThat(lastMended(clinic.world(), List.of("more-hands"))).isLessThan(alone);
        assertThat(lastMended(
                        World.compile(clinic.world().scenario(), java.util.Set.of("more-hands")),
                        List.of("more-hands")))
                .isEqualTo(alone);
    }

    private static double lastMended(World world, List<String> levers) {
        FactLog facts = new Simulation(world).checking(true).run(levers, 1, 1);
        return Clinic.lastHour(facts, FactKind.ASSET_MENDED, fact -> true);
    }
}
