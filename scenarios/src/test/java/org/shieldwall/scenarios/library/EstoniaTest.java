package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/**
 * Three weeks of floods as a whole: the same bytes everywhere, no invariant broken, no allocation after the first runs. A
 * digest changes only where the model or the scenario was changed on purpose; the commit says why.
 */
class EstoniaTest {
    private final World world;

    EstoniaTest() throws IOException {
        world = World.compile(
                Objects.requireNonNull(new ScenarioReader().read("estonia-2007").scenario()));
    }

    private List<String> levers(String strategy) {
        return ThreeGrids.levers(world, strategy);
    }

    private String digest(String strategy) {
        Simulation simulation = new Simulation(world).checking(true);
        simulation.run(levers(strategy), 1, 1);
        return simulation.digest();
    }

    @Test
    void factsAreWhatTheyWere() {
        assertThat(List.of(digest("isolated"), digest("as-in-2007"), digest("alone-same-money"), digest("joint")))
                .containsExactly(
                        "64634683a0c1133b118cda1cf85b5c45",
                        "a6c1a044d21d5d0593bf10b129f2942b",
                        "12f4180fe89a571f51bf2ea01a8b8623",
                        "c2c3f39e6764dfb2ce385086f59d63a4");
    }

    @Test
    void everyFloodThatBeganEnds() {
        Simulation simulation = new Simulation(world).checking(true);
        for (int replication = 1; replication <= 10; replication++) {
            FactLog facts = simulation.run(levers("joint"), 1, replication);
            assertThat(Worlds.count(facts, FactKind.FLOOD_ENDED))
                    .isEqualTo(Worlds.count(facts, FactKind.FLOOD_STARTED))
                    .isGreaterThan(100);
            assertThat(Worlds.count(facts, FactKind.FILTER_LIFTED))
                    .isLessThanOrEqualTo(Worlds.count(facts, FactKind.FILTER_SET));
        }
    }

    @Test
    void whatFallsNamesTheFloodsThatCauseIt() {
        FactLog facts = new Simulation(world).run(levers("isolated"), 1, 1);
        int named = 0;
        for (int fact : Worlds.all(facts, FactKind.DELIVERY_CHANGED)) {
            for (int i = 0; i < facts.conditionCount(fact); i++) {
                assertThat(facts.kind(facts.condition(fact, i))).isEqualTo(FactKind.FLOOD_STARTED);
                named++;
            }
        }
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void aResponseRestsOnARecognisedFlood() {
        FactLog facts = new Simulation(world).run(levers("as-in-2007"), 1, 2);
        for (int fact : Worlds.all(facts, FactKind.FILTER_SET)) {
            assertThat(causes(facts, fact, FactKind.FLOOD_RECOGNISED)).isTrue();
        }
        for (int fact : Worlds.all(facts, FactKind.SOURCES_SWITCHED_OFF)) {
            assertThat(causes(facts, fact, FactKind.HELP_ASKED)).isTrue();
        }
    }

    private static boolean causes(FactLog facts, int fact, FactKind kind) {
        for (int cause = facts.trigger(fact); cause != FactSink.NONE; cause = facts.trigger(cause)) {
            if (facts.kind(cause) == kind) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aForkOnTheWorstDayGoesOnAsTheRunDoes() {
        Simulation simulation =
                new Simulation(world).start(levers("as-in-2007"), 1, 3).advanceTo(13 * Clock.DAY);
        Simulation fork = simulation.fork();
        simulation.finish();
        fork.finish();

        assertThat(fork.digest()).isEqualTo(simulation.digest());
    }

    @Test
    void leversInMidRunBeginAndEndWhatTheyBring() {
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        simulation.command(3 * Clock.DAY, Simulation.Order.LEVER_ON, "own-means");
        simulation.command(10 * Clock.DAY, Simulation.Order.LEVER_OFF, "own-means");
        simulation.command(11 * Clock.DAY, Simulation.Order.LEVER_ON, "response-centre");
        FactLog facts = simulation.finish();

        assertThat(Worlds.count(facts, FactKind.COMMAND_REFUSED)).isZero();
        assertThat(Worlds.count(facts, FactKind.RUN_ENDED)).isEqualTo(1);
    }
}
