package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** What decides in three-grids: taken away or changed in the text, the effect it has goes with it. */
class MechanismsTest {
    private static final String BARRIER =
            "after: {all-of: [west.control, south.control, north.control]}, not-before: 2015-12-23T15:30, ";
    private static final int RUNS = 100;

    @Test
    void withoutTheBarrierEachGridIsStruckInItsOwnTime() {
        World world = new ThreeGrids().with(BARRIER, "after: control, ").world();
        double[] apart = ThreeGrids.measure(world, "isolated", "copies-apart.evening-strike.strike", RUNS);
        double[] two =
                Arrays.stream(apart).filter(hours -> !Double.isNaN(hours)).toArray();
        assertThat(two.length).isGreaterThan(RUNS / 2);
        long far = Arrays.stream(two).filter(hours -> hours > 0.5).count();
        assertThat(far / (double) two.length).isGreaterThan(0.5);
    }

    @Test
    void withTheDateAloneAGridStrikesThoughAnotherIsNotHeld() {
        World world = new ThreeGrids()
                .with(BARRIER, "after: control, not-before: 2015-12-23T15:30, ")
                .world();
        assertThat(strikesWithoutAllHeld(world)).isPositive();
    }

    @Test
    void withBothNoneStrikesUnlessAllAreHeld() {
        World world = new ThreeGrids().world();
        assertThat(strikesWithoutAllHeld(world)).isZero();
        double[] struck = ThreeGrids.measure(world, "isolated", "attack-success.evening-strike.strike", RUNS);
        assertThat(Arrays.stream(struck).sum()).as("there are strikes").isGreaterThan(RUNS / 2.0);
    }

    /** Runs in which a grid was struck while control of one was not held: never gained, or lost since. */
    private static int strikesWithoutAllHeld(World world) {
        Simulation simulation = new Simulation(world).checking(true);
        int found = 0;
        for (int replication = 1; replication <= RUNS; replication++) {
            FactLog facts = ThreeGrids.run(simulation, "isolated", replication);
            Map<String, Boolean> control = new TreeMap<>();
            boolean early = false;
            for (int fact = 0; fact < facts.size(); fact++) {
                String step = stepName(world, facts, fact);
                if (step.endsWith(".control")) {
                    if (facts.kind(fact) == FactKind.STEP_SUCCEEDED) {
                        control.put(step, true);
                    } else if (facts.kind(fact) == FactKind.STEP_LOST) {
                        control.put(step, false);
                    }
                }
                if (step.endsWith(".strike") && facts.kind(fact) == FactKind.STEP_FIRST_SUCCESS) {
                    long held = control.values().stream().filter(h -> h).count();
                    early |= held < 3;
                }
            }
            found += early ? 1 : 0;
        }
        return found;
    }

    private static String stepName(World world, FactLog facts, int fact) {
        int who = facts.who(fact);
        return who >= 0 && world.entities().kind(who) == EntityKind.STEP
                ? world.entities().name(who)
                : "";
    }

    @Test
    void withoutTheFirmwareOverwriteRemoteControlIsBackWithinADayAndCrewsAreAsFast() {
        World whole = new ThreeGrids().world();
        World spared = World.compile(new ThreeGrids().scenario(), java.util.Set.of("evening-strike.blind"));
        for (String grid : List.of("west", "south", "north")) {
            double impaired = median(whole, "longest-outage." + grid + "-remote-control");
            assertThat(impaired).as(grid).isGreaterThan(24);
            double[] back = ThreeGrids.measure(spared, "isolated", "longest-outage." + grid + "-remote-control", RUNS);
            long within = Arrays.stream(back).filter(hours -> hours <= 24).count();
            assertThat(within).as(grid).isGreaterThanOrEqualTo(9 * RUNS / 10);
            // By hand the same crews mend the same breakers, run by run.
            assertThat(ThreeGrids.measure(spared, "isolated", "time-to-restore." + grid + "-electricity", RUNS))
                    .as(grid)
                    .containsExactly(
                            ThreeGrids.measure(whole, "isolated", "time-to-restore." + grid + "-electricity", RUNS));
        }
        assertThat(median(whole, "longest-outage.west-remote-control")).isGreaterThan(60 * 24);
    }

    /** Median over the runs in which the strike fell. */
    private static double median(World world, String measure) {
        double[] struck = ThreeGrids.measure(world, "isolated", "attack-success.evening-strike.strike", RUNS);
        double[] values = ThreeGrids.measure(world, "isolated", measure, RUNS);
        for (int i = 0; i < RUNS; i++) {
            values[i] = struck[i] == 1 ? values[i] : Double.NaN;
        }
        return ThreeGrids.median(values);
    }

    @Test
    void analystsWithoutSensorsChangeNothingButCost() {
        ThreeGrids blind = new ThreeGrids();
        for (String sensor : List.of("antivirus", "firewall", "mail-filter", "user-reports", "operators")) {
            blind.withoutLines("        " + sensor + ":");
        }
        blind.with("      sensors:\n", "");
        World few = blind.world();
        World many =
                blind.with("analysts: {count: 2, ", "analysts: {count: 6, ").world();
        for (int replication = 1; replication <= 20; replication++) {
            Simulation one = new Simulation(few).checking(true);
            Simulation three = new Simulation(many).checking(true);
            ThreeGrids.run(one, "isolated", replication);
            ThreeGrids.run(three, "isolated", replication);
            assertThat(three.digest()).isEqualTo(one.digest());
        }
        for (String grid : List.of("west", "south", "north")) {
            String cost = "cost-of-defence@" + grid + "-power";
            assertThat(ThreeGrids.measure(many, "isolated", cost, 1)[0])
                    .isEqualTo(3 * ThreeGrids.measure(few, "isolated", cost, 1)[0]);
        }
    }

    @Test
    void halfTheCrewsTakeOnePointFourToTwoTimesAsLong() {
        World whole = new ThreeGrids().world();
        World half = new ThreeGrids()
                .with("west-power, count: {value: 10,", "west-power, count: {value: 5,")
                .with("south-power, count: {value: 10,", "south-power, count: {value: 5,")
                .with("north-power, count: {value: 2,", "north-power, count: {value: 1,")
                .world();
        for (String grid : List.of("west", "south", "north")) {
            double ratio =
                    ThreeGrids.median(decisionToLast(half, grid)) / ThreeGrids.median(decisionToLast(whole, grid));
            assertThat(ratio).as(grid).isBetween(1.4, 2.0);
        }
    }

    /** Hours from the decision to switch by hand to the last substation. */
    private static double[] decisionToLast(World world, String grid) {
        Simulation simulation = new Simulation(world).checking(true);
        double[] hours = new double[RUNS];
        for (int replication = 1; replication <= RUNS; replication++) {
            FactLog facts = ThreeGrids.run(simulation, "isolated", replication);
            long decided = -1;
            long last = -1;
            for (int fact = 0; fact < facts.size(); fact++) {
                if (facts.kind(fact) == FactKind.RESTORATION_DECIDED
                        && world.entities().name(facts.whom(fact)).equals(grid + "-electricity")
                        && decided < 0) {
                    decided = facts.time(fact);
                }
                if (facts.kind(fact) == FactKind.ASSET_MENDED
                        && facts.value(fact) == 0
                        && world.entities().name(facts.whom(fact)).contains("/" + grid + "-substation/")) {
                    last = facts.time(fact);
                }
            }
            hours[replication - 1] = last < 0 ? Double.NaN : Clock.toHours(last - decided);
        }
        return hours;
    }
}
