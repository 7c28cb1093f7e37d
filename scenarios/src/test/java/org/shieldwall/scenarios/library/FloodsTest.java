package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** Floods on two sites behind one provider, against arithmetic by hand. */
class FloodsTest {
    private static final long SIX = 6 * Clock.HOUR;

    private final String text = text();
    private final World world = world(text);

    private static String text() {
        try (var in = Objects.requireNonNull(
                FloodsTest.class.getResourceAsStream("/org/shieldwall/scenarios/two-sites.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static World world(String text, String... masks) {
        Reading reading = new ScenarioReader().readText("two-sites.yaml", text);
        assertThat(reading.render()).isEqualTo("two-sites.yaml: no mistakes\n");
        return World.compile(Objects.requireNonNull(reading.scenario()), Set.of(masks));
    }

    private FactLog run() {
        return run(world);
    }

    private static FactLog run(World of) {
        return new Simulation(of).checking(true).run(List.of(), 1, 1);
    }

    private World with(String before, String after) {
        assertThat(text).contains(before);
        return world(text.replace(before, after));
    }

    /** Hours and levels of one service: "6.0 5000". */
    private static List<String> levels(World of, FactLog facts, String service) {
        int entity =
                Objects.requireNonNull(of.entities().byName(EntityKind.SERVICE).get(service));
        List<String> result = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_LEVEL && facts.who(fact) == entity) {
                result.add(Math.round(Clock.toHours(facts.time(fact)) * 100) / 100.0 + " " + facts.value(fact));
            }
        }
        return result;
    }

    private static int count(FactLog facts, FactKind kind) {
        int count = 0;
        for (int fact = 0; fact < facts.size(); fact++) {
            count += facts.kind(fact) == kind ? 1 : 0;
        }
        return count;
    }

    @Test
    void aLineThatMustCarryTwiceWhatItCanDeliversHalfToEverybody() {
        // 170 of the flood, 20 and 10 wanted: 200 Mbit/s come to a line of 100 Mbit/s.
        World alone = with("playbook: floods", "playbook: nothing");

        assertThat(levels(alone, run(alone), "press-home")).containsExactly("6.0 5000", "102.0 10000");
        assertThat(levels(alone, run(alone), "press-abroad")).containsExactly("6.0 5000", "102.0 10000");
    }

    @Test
    void whoSitsBehindAnotherLineNoticesNothing() {
        assertThat(levels(world, run(), "bank-home")).isEmpty();
    }

    @Test
    void whatIsLostOnTheWayInLoadsNoLineBehindIt() {
        // From abroad 136 + 10 come to 73: half passes. Then 68 + 5 + 34 + 20 = 127 come to 100.
        World narrow = world(text.replace("playbook: floods", "playbook: nothing")
                .replace("capacity: 1 Gbit/s", "capacity: 73 Mbit/s"));

        assertThat(levels(narrow, run(narrow), "press-home")).containsExactly("6.0 7874", "102.0 10000");
        assertThat(levels(narrow, run(narrow), "press-abroad")).containsExactly("6.0 3937", "102.0 10000");
    }

    @Test
    void serversThatAreAskedMoreThanTheyCanAnswerServeAllAlike() {
        // Two servers answer 200 a second together; 450 + 40 + 10 come.
        World asked = world(text.replace("playbook: floods", "playbook: nothing")
                .replace("traffic: 170 Mbit/s, lasts", "traffic: 10 Mbit/s, requests: 450/s, lasts"));

        assertThat(levels(asked, run(asked), "press-home")).containsExactly("6.0 4000", "102.0 10000");
    }

    @Test
    void aSecondLineOfALeverCarriesAsMuchMore() {
        World levered = world(text.replace("playbook: floods", "playbook: nothing")
                + "levers:\n  second-line: {says: A second line., kind: unilateral, costs: {}, adds: {links:"
                + " [{from: backbone, to: press-net, allow: [https], capacity: 60 Mbit/s}]}}\n");

        FactLog facts = new Simulation(levered).checking(true).run(List.of("second-line"), 1, 1);

        assertThat(levels(levered, facts, "press-home")).containsExactly("6.0 8000", "102.0 10000");
    }

    @Test
    void aFilterComesAfterSightTriageCallAndWorkAndGoesAfterTheFlood() {
        // 10 min of triage, 10 min of calling, 30 min of the provider's work; 17 + 0.9 · 30 Mbit/s are left.
        assertThat(levels(world, run(), "press-home")).containsExactly("6.0 5000", "6.83 9000", "105.0 10000");
    }

    @Test
    void aFilterThatDoesNotHelpIsFollowedByTheBorderAfterADecision() {
        // 170 + 27 come to 100, of which a tenth was spoilt; 20 min of deciding, 10 of calling, 60 of work later only
        // 34 + 18 from home come.
        World useless = with("drops: {icmp: 90%}", "drops: {icmp: 0%}");
        FactLog facts = run(useless);

        assertThat(levels(useless, facts, "press-home"))
                .containsExactly("6.0 5000", "6.83 4568", "8.33 9000", "105.0 10000");
        assertThat(levels(useless, facts, "press-abroad"))
                .containsExactly("6.0 5000", "6.83 4568", "8.33 0", "105.0 10000");
    }

    @Test
    void whatNobodySeesIsNotFiltered() {
        World blind = world(text, "press.monitor");

        assertThat(levels(blind, run(blind), "press-home")).containsExactly("6.0 5000", "102.0 10000");
    }

    @Test
    void aProviderWithoutHandsSetsNoFilter() {
        World handless =
                with("analysts: {count: 1, on-duty: always}\n      floods:", "analysts: {count: 0}\n      floods:");

        assertThat(levels(handless, run(handless), "press-home")).containsExactly("6.0 5000", "102.0 10000");
    }

    @Test
    void usersReportWhatTheyDoNotGetAndNothingElse() {
        World seen = world(text.replace("{kind: network, covers: [press-net]}", "{kind: people, covers: [press-net]}")
                .replace("{sensor: network,", "{sensor: people,"));
        World unfelt = world(text.replace("{kind: network, covers: [press-net]}", "{kind: people, covers: [press-net]}")
                .replace("{sensor: network,", "{sensor: people,")
                .replace("traffic: 170 Mbit/s", "traffic: 60 Mbit/s"));

        assertThat(count(run(seen), FactKind.ALERT_RAISED)).isPositive();
        assertThat(count(run(unfelt), FactKind.ALERT_RAISED)).isZero();
    }

    /** One action against floods in place of the playbook's two. */
    private World withOnly(String action) {
        return world(text.replace("do: filter-at-provider", "do: " + action)
                .replace("      - {do: filter-at-border, takes: 10min, disruptive: true, by: none}\n", ""));
    }

    @Test
    void sourcesGoOffOnceSomebodyAbroadIsReachedAndTheFloodEndsWithTheLast() {
        // Known after 10 min, called after 10 more; a day to reach somebody, six hours until they have acted.
        World called = withOnly("take-down-sources");
        FactLog facts = run(called);

        assertThat(count(facts, FactKind.SOURCES_SWITCHED_OFF)).isEqualTo(2);
        assertThat(count(facts, FactKind.FLOOD_ENDED)).isEqualTo(1);
        assertThat(levels(called, facts, "press-home")).containsExactly("6.0 5000", "36.33 10000");
    }

    @Test
    void countriesThatDoNotAgreeSwitchNothingOff() {
        World refused = world(text.replace("do: filter-at-provider", "do: take-down-sources")
                .replace("consent: 100%", "consent: 0%"));
        FactLog facts = run(refused);

        assertThat(count(facts, FactKind.HELP_DECLINED)).isEqualTo(2);
        assertThat(count(facts, FactKind.SOURCES_SWITCHED_OFF)).isZero();
    }

    @Test
    void aWiderLineComesDaysLater() {
        // 10 + 10 min and two days; then 300 Mbit/s are more than 200.
        World wider = withOnly("raise-capacity");

        assertThat(levels(wider, run(wider), "press-home")).containsExactly("6.0 5000", "54.33 10000");
    }

    @Test
    void aHireThatEndsTakesAllFloodsWithIt() {
        World hired = with(
                "traffic: 500 Mbit/s,",
                "traffic: 500 Mbit/s, hired: [{from: 2007-04-27T00:00, until: 2007-04-27T06:30}],");
        FactLog facts = run(hired);

        assertThat(levels(hired, facts, "press-home")).containsExactly("6.0 5000", "6.5 10000");
    }

    @Test
    void aBotnetThatIsNotHiredSendsNothing() {
        World late = with(
                "traffic: 500 Mbit/s,",
                "traffic: 500 Mbit/s, hired: [{from: 2007-04-28T00:00, until: 2007-04-29T00:00}],");

        assertThat(count(run(late), FactKind.FLOOD_STARTED)).isZero();
        assertThat(count(run(late), FactKind.ATTEMPT_FAILED)).isEqualTo(1);
    }

    @Test
    void floodsShareWhatTheirBotnetCanSend() {
        // 300 in all: the first takes 170, what is left for the second is 130.
        World two = world(text.replace("traffic: 500 Mbit/s,", "traffic: 300 Mbit/s,")
                .replace("on: {any: press-web}", "on: {all: press-web}")
                .replace("playbook: floods", "playbook: nothing"));
        FactLog facts = run(two);

        assertThat(count(facts, FactKind.FLOOD_STARTED)).isEqualTo(2);
        // 300 + 30 come to 100.
        assertThat(levels(two, facts, "press-home")).containsExactly("6.0 3030", "102.0 10000");
    }

    @Test
    void aStepThatGoesOnFloodsOneAfterTheOther() {
        World again = world(text.replace("lasts: 4d", "lasts: 1h")
                .replace(
                        "not-before: 2007-04-27T06:00",
                        "not-before: 2007-04-27T06:00, repeat: {every: 12h, until: 2007-04-29T06:00}"));
        FactLog facts = run(again);

        assertThat(count(facts, FactKind.FLOOD_STARTED)).isEqualTo(4);
        assertThat(count(facts, FactKind.STEP_SUCCEEDED)).isEqualTo(1);
        assertThat(count(facts, FactKind.FLOOD_ENDED)).isEqualTo(4);
    }

    @Test
    void aSeparatedNetworkGetsNothing() {
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 1, 1);
        simulation.command(SIX / 2, Simulation.Order.SEPARATE, "press/press-net");
        FactLog facts = simulation.finish();

        assertThat(levels(world, facts, "press-home").get(0)).isEqualTo("3.0 0");
    }

    @Test
    void aForkInTheMiddleOfAFloodGoesOnAsTheRunDoes() {
        Simulation simulation = new Simulation(world).start(List.of(), 1, 1).advanceTo(SIX + Clock.HOUR / 3);
        Simulation fork = simulation.fork();
        simulation.finish();
        fork.finish();

        assertThat(fork.digest()).isEqualTo(simulation.digest());
    }

    // Measures

    private static double measured(World of, FactLog facts, String name) {
        Measures measures = new Measures(of);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        assertThat(measures.index(name)).as(name).isNotNegative();
        return values[measures.index(name)];
    }

    @Test
    void floodsAreCountedTimedAndGroupedInWaves() {
        // At 6, 18, 30 and 42 h, an hour each; then a day and a half later once more.
        World again = world(text.replace("lasts: 4d", "lasts: 1h")
                .replace(
                        "not-before: 2007-04-27T06:00",
                        "not-before: 2007-04-27T06:00, repeat: {every: 12h, until: 2007-04-29T06:00}")
                .replace(
                        "{flood: {do: ping,",
                        "{late: {do: ping, on: {any: bank-web}, not-before: 2007-04-30T12:00}, flood: {do: ping,"));
        FactLog facts = run(again);

        assertThat(measured(again, facts, "floods")).isEqualTo(5);
        assertThat(measured(again, facts, "flood-share.icmp")).isEqualTo(1);
        assertThat(measured(again, facts, "longest-flood")).isEqualTo(1);
        assertThat(measured(again, facts, "flood-span")).isEqualTo(79);
        assertThat(measured(again, facts, "flood-waves")).isEqualTo(2);
    }

    @Test
    void whileABorderIsShutThoseAtHomeAreServedAndThoseAbroadAreNot() {
        World useless = with("drops: {icmp: 90%}", "drops: {icmp: 0%}");
        FactLog facts = run(useless);

        assertThat(measured(useless, facts, "hours-shut")).isEqualTo(105 - (8 + 20 / 60.0), within(1e-3));
        assertThat(measured(useless, facts, "level-while-shut.home")).isEqualTo(0.9, within(1e-9));
        assertThat(measured(useless, facts, "level-while-shut.abroad")).isZero();
    }

    @Test
    void whereNoBorderIsEverShutThereIsNoLevelMeanwhile() {
        FactLog facts = run();

        assertThat(measured(world, facts, "level-while-shut.home")).isNaN();
        assertThat(measured(world, facts, "hours-shut")).isZero();
    }

    @Test
    void probesSeeWhatStandsAtTheirTime() {
        World probed = world(text.replace("playbook: floods", "playbook: nothing") + """
                probes:
                  before: {of: [press-home, press-abroad], at: 2007-04-27T05:59, below: 60%}
                  just: {of: [press-home, press-abroad], at: 2007-04-27T06:00, below: 60%}
                  later: {of: [press-home, bank-home], at: 2007-04-28T06:00, below: 60%}
                  strict: {of: [press-home], at: 2007-04-28T06:00, below: 50%}
                  day: {of: [press-home], from: 2007-04-27T00:00, until: 2007-04-28T00:00, below: 60%}
                  after: {of: [press-home], from: 2007-04-28T00:00, until: 2007-04-29T00:00}
                """);
        FactLog facts = run(probed);

        assertThat(measured(probed, facts, "mean-level.before")).isEqualTo(1);
        assertThat(measured(probed, facts, "mean-level.just")).isEqualTo(0.5);
        assertThat(measured(probed, facts, "share-out-of-reach.just")).isEqualTo(1);
        assertThat(measured(probed, facts, "mean-level.later")).isEqualTo(0.75);
        assertThat(measured(probed, facts, "share-out-of-reach.later")).isEqualTo(0.5);
        assertThat(measured(probed, facts, "share-out-of-reach.strict")).isZero();
        assertThat(measured(probed, facts, "mean-level.day")).isEqualTo(0.625, within(1e-12));
        assertThat(measured(probed, facts, "hours-out-of-reach.day")).isEqualTo(18);
        assertThat(measured(probed, facts, "floods-begun.day")).isEqualTo(1);
        assertThat(measured(probed, facts, "flood-share.day.icmp")).isEqualTo(1);
        assertThat(measured(probed, facts, "floods-begun.after")).isZero();
        assertThat(measured(probed, facts, "flood-share.after.icmp")).isNaN();
    }

    @Test
    void harmIsCountedForEachAudience() {
        // Half of a service for 96 hours: 1000 people at home, 200 abroad.
        World alone = with("playbook: floods", "playbook: nothing");

        assertThat(measured(alone, run(alone), "person-hours-lost")).isEqualTo(0.5 * 96 * 1200, within(1e-6));
    }

    @Test
    void floodsAreRecognisedAfterAlertAndTriage() {
        FactLog facts = run();

        assertThat(measured(world, facts, "floods-recognised")).isEqualTo(1);
        assertThat(measured(world, facts, "hours-to-recognise")).isEqualTo(1 / 6.0, within(1e-3));
        World blind = world(text, "press.monitor");
        assertThat(measured(blind, run(blind), "floods-recognised")).isZero();
        assertThat(measured(blind, run(blind), "hours-to-recognise")).isNaN();
    }

    @Test
    void leversChangeWhatIsSentAndWhatIsHeldBack() {
        World levered = world(text + """
                levers:
                  twice:
                    says: Twice as much is sent.
                    kind: unilateral
                    costs: {}
                    scales: {techniques.ping.flood.traffic: 2, actors.crowd.botnet.traffic: 2}
                  agreed:
                    says: Providers filter better, at once.
                    kind: cooperative
                    costs: {organisation: {money: 1k EUR per year}}
                    sets:
                      organisations.carrier.security.floods.filtering.drops.icmp: 100%
                      organisations.carrier.security.floods.filtering.spoils.icmp: 0%
                      organisations.carrier.security.floods.filtering.work: 10min
                """);
        Simulation simulation = new Simulation(levered).checking(true);

        // 340 + 30 come to 100; without a word of levers 200 do. A better filter stands 20 minutes sooner and spoils
        // nothing.
        assertThat(levels(levered, simulation.run(List.of("twice"), 1, 1), "press-home")
                        .get(0))
                .isEqualTo("6.0 2702");
        assertThat(levels(levered, simulation.run(List.of("agreed"), 1, 1), "press-home"))
                .containsExactly("6.0 5000", "6.5 10000");
        assertThat(levels(levered, simulation.run(List.of(), 1, 1), "press-home")
                        .get(0))
                .isEqualTo("6.0 5000");
    }

    @Test
    void aProviderThatCannotFilterIsAskedAndTheVictimGoesOnWithoutIt() {
        World unable = with("work: 30min, border-work: 1h", "work: never, border-work: 1h");
        FactLog facts = run(unable);

        // Asked at 6:20, at once followed by the decision about the border, 20 min, the call, 10 min, and an hour of
        // work.
        assertThat(levels(unable, facts, "press-abroad").get(1)).isEqualTo("7.83 0");
    }

    @Test
    void aVictimThatWaitsTooLongGoesOnByItself() {
        // The provider needs a day for the filter: after six hours of waiting the border is asked for, and done behind
        // it.
        World slow = with("work: 30min", "work: 1d");
        FactLog facts = run(slow);

        int second = Worlds.all(facts, FactKind.HELP_ASKED).get(1);
        assertThat(Clock.toHours(facts.time(second)))
                .isEqualTo(6 + 20 / 60.0 + 6 + 20 / 60.0 + 10 / 60.0, within(1e-3));
    }

    @Test
    void filtersStandWhileFloodsFollowOnEachOtherAndGoAfterTheLast() {
        World again = world(text.replace("lasts: 4d", "lasts: 1h")
                .replace(
                        "not-before: 2007-04-27T06:00",
                        "not-before: 2007-04-27T06:00, repeat: {every: 2h, until: 2007-04-27T18:00}"));
        FactLog facts = run(again);

        assertThat(Worlds.count(facts, FactKind.FLOOD_STARTED)).isEqualTo(6);
        assertThat(Worlds.count(facts, FactKind.FILTER_SET)).isEqualTo(1);
        int lifted = Worlds.all(facts, FactKind.FILTER_LIFTED).get(0);
        assertThat(Clock.toHours(facts.time(lifted))).isEqualTo(17 + 3, within(1e-3));
    }
}
