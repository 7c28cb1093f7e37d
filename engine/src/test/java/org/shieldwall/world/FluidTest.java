package org.shieldwall.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Flood;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Service;

/** What must hold of traffic as a fluid whatever the lines and the floods. */
class FluidTest {
    private static final long MEGABIT = 1_000_000;

    /** A tree of networks: 0 hangs on the internet, each other one on one before it; one site in each. */
    private static World tree(int networks, long seed) {
        return tree(networks, seed, 100);
    }

    /** @param requests the least that a server can answer; the more, the less it matters */
    private static World tree(int networks, long seed, double requests) {
        Random random = new Random(seed);
        SmallWorld small = new SmallWorld()
                .organisation("all", 1, Organisation.Discipline.PRIORITY, hours(1), "")
                .flooder(
                        "red",
                        1e6,
                        List.of(new Flood.Source("abroad", 0.75, "internet"), new Flood.Source("home", 0.25, "net0")))
                .flooding("ping", new Flood(Flood.Kind.ICMP, number(1), number(0), hours(1)));
        List<Campaign.Step> steps = new ArrayList<>();
        for (int n = 0; n < networks; n++) {
            String name = "net" + n;
            small.server(name, "all", "web" + n, 10 + random.nextInt(200), requests + random.nextInt(900));
            small.line(n == 0 ? "internet" : "net" + random.nextInt(n), name, 10 + random.nextInt(200));
            for (String to : List.of("internet", "net0")) {
                small.service(
                        "site" + n + "-" + to,
                        "all",
                        new Service.Delivered("web" + n, to, 1 + random.nextInt(20), random.nextInt(50)));
            }
            steps.add(step("flood" + n, "red", "ping", "web" + n, new Campaign.Always()));
        }
        return World.compile(
                small.campaign("c", "red", steps.toArray(Campaign.Step[]::new)).build());
    }

    private static State state(World world) {
        State state = new State(
                world, new FactLog(), new Agenda(), new CalendarQueue(), new int[FactKind.values().length][0]);
        state.reset();
        state.checking(true);
        state.runKey(1);
        state.begin(new boolean[0]);
        return state;
    }

    private static List<Integer> levels(World world, State state) {
        state.floods().settle();
        List<Integer> levels = new ArrayList<>();
        for (int demand = 0; demand < world.traffic().demandCount(); demand++) {
            levels.add(state.traffic().delivered(demand));
        }
        return levels;
    }

    private static void flood(State state, int asset, long megabits, long asks) {
        state.floods().start(0, asset, 0, megabits * MEGABIT, asks * 1000, asset, FactSink.NONE);
    }

    @Property(tries = 200)
    void theOrderInWhichFloodsBeginDoesNotMatter(
            @ForAll @IntRange(min = 2, max = 8) int networks, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        World world = tree(networks, seed);
        List<Integer> order = new ArrayList<>();
        for (int asset = 0; asset < networks; asset++) {
            order.add(asset);
        }
        List<List<Integer>> results = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(order, new Random(seed + round));
            State state = state(world);
            for (int asset : order) {
                flood(state, asset, 1 + (asset * 37 + seed) % 300, (asset * 91 + seed) % 2000);
                if (round == 2) {
                    state.floods().settle();
                }
            }
            results.add(levels(world, state));
        }

        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    @Property(tries = 400)
    void moreOfAFloodOnOneTargetNeverGivesThatTargetMore(
            @ForAll @IntRange(min = 1, max = 8) int networks,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 0, max = 1000) long some,
            @ForAll @LongRange(min = 0, max = 1000) long more) {
        // Of one scarce thing: where lines thin out others' requests, a server may have more left for who is not
        // thinned.
        World world = tree(networks, seed, 1e9);
        int target = (int) (seed % networks);
        State less = state(world);
        flood(less, target, some, some);
        State greater = state(world);
        flood(greater, target, some + more, some + more);
        List<Integer> before = levels(world, less);
        List<Integer> after = levels(world, greater);

        // Others may gain: what is lost on the way to the target no longer loads what they share further on.
        for (int demand : world.traffic().demandsOf(world.groupOf(target))) {
            assertThat(after.get(demand)).isLessThanOrEqualTo(before.get(demand));
        }
    }

    @Property(tries = 200)
    void whatComesThroughNeverExceedsWhatTheServersTake(
            @ForAll @IntRange(min = 1, max = 8) int networks, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        World world = tree(networks, seed);
        State state = state(world);
        flood(state, 0, 500, 5000);
        List<Integer> levels = levels(world, state);

        for (int group = 0; group < world.groupCount(); group++) {
            double answered = 0;
            for (int demand : world.traffic().demandsOf(group)) {
                assertThat(levels.get(demand)).isBetween(0, NeedProgram.FULL);
                answered += world.traffic().demandRequests[demand] * (levels.get(demand) / (double) NeedProgram.FULL);
            }
            double limit = state.numbers().value(world.traffic().groupRequests[group]) * TrafficMap.MILLI;
            assertThat(answered).isLessThanOrEqualTo(limit * (1 + 1e-9));
        }
    }

    @Property(tries = 400)
    void aFilterOfAFloodThatSpoilsNothingNeverGivesItsTargetLess(
            @ForAll @IntRange(min = 1, max = 8) int networks, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        World world = tree(networks, seed, 1e9);
        int target = (int) (seed % networks);
        State state = state(world);
        flood(state, target, 400, 400);
        List<Integer> before = levels(world, state);
        int pair = world.traffic().pair(world.internet(), target);
        int first = state.ways().edge(pair, 0);
        state.floods().setFilter(first, target, Flood.Kind.ICMP.ordinal(), 0, 0, 0.9, 0, FactSink.NONE);
        List<Integer> after = levels(world, state);

        for (int demand : world.traffic().demandsOf(world.groupOf(target))) {
            assertThat(after.get(demand)).isGreaterThanOrEqualTo(before.get(demand));
        }
    }

    @Property(tries = 50)
    void theOrderOfWritingLinksAndServicesDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Scenario scenario = tree(6, seed).scenario();
        World turned = World.compile(turned(scenario));
        World straight = World.compile(scenario);
        State one = state(straight);
        State two = state(turned);
        flood(one, 3, 300, 3000);
        flood(two, 3, 300, 3000);

        assertThat(levels(turned, two)).isEqualTo(levels(straight, one));
    }

    private static Scenario turned(Scenario s) {
        return new Scenario(
                s.id(),
                s.name(),
                s.summary(),
                s.sources(),
                s.starts(),
                s.zone(),
                s.lastsNanos(),
                s.warmUpNanos(),
                s.organisations(),
                reversed(s.networks()),
                reversed(s.links()),
                s.accounts(),
                s.crews(),
                reversed(s.services()),
                s.actors(),
                s.techniques(),
                s.campaigns(),
                s.playbooks(),
                s.communities(),
                s.levers(),
                s.strategies(),
                s.question(),
                s.expectations(),
                s.variety(),
                s.probes());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }
}
