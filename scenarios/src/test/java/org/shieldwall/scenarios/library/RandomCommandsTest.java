package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Whatever is ordered and whenever levers are switched, no invariant breaks and a fork has the same future. */
class RandomCommandsTest {
    private static final int COMMANDS = 60;

    // With levers that bring and remove more than the library's own do.
    private static final World WORLD = new ThreeGrids().with("\nlevers:\n", """

                    levers:
                      late-watch:
                        says: More is watched.
                        kind: unilateral
                        adds:
                          organisations: {west-power: {security: {sensors: {late: {kind: endpoint, covers: [west-office], quality: 50%, false-alerts: 0.01/d}}}}}
                          crews: {west-helpers: {organisation: west-power, count: 3}}
                      without-the-south:
                        says: A distributor closes.
                        kind: unilateral
                        removes: [organisations.south-power, crews.north-crews]
                    """).world();

    @Property(tries = 12)
    void noOrderBreaksAnInvariant(@ForAll long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation(WORLD).checking(true).start(List.of(), 1, random.nextInt(1000));
        for (int i = 0; i < COMMANDS; i++) {
            order(simulation, random);
        }
        simulation.advanceTo((long) (random.nextDouble() * WORLD.horizon()));
        Simulation fork = simulation.fork().checking(true);
        FactLog facts = simulation.finish();
        fork.finish();
        assertThat(fork.digest()).isEqualTo(simulation.digest());
        assertThat(facts.kind(facts.size() - 1)).isEqualTo(FactKind.RUN_ENDED);
    }

    private static void order(Simulation simulation, Random random) {
        // Whole weeks, so that several fall on one instant.
        long time = (1 + random.nextInt((int) (WORLD.horizon() / (7 * Clock.DAY)) - 1)) * 7 * Clock.DAY;
        List<String> levers = WORLD.levers();
        switch (random.nextInt(4)) {
            case 0, 1 ->
                simulation.command(
                        time,
                        random.nextBoolean() ? Simulation.Order.LEVER_ON : Simulation.Order.LEVER_OFF,
                        levers.get(random.nextInt(levers.size())));
            case 2 ->
                simulation.command(
                        time,
                        random.nextBoolean() ? Simulation.Order.ISOLATE : Simulation.Order.REBUILD,
                        "west-power/west-office/west-pc/" + (1 + random.nextInt(120)));
            default ->
                simulation.command(
                        time,
                        random.nextBoolean() ? Simulation.Order.SEPARATE : Simulation.Order.RECONNECT_NETWORK,
                        "south-power/south-control");
        }
    }
}
