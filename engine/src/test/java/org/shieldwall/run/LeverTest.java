package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.broughtBy;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.restore;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Organisation.SensorKind;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** A lever switched in mid-run: what it brings begins then, what it takes away ends then, and luck stays where it was. */
class LeverTest {
    private static final Campaign.Condition ALWAYS = new Campaign.Always();
    private static final Shift OFFICE_HOURS = new Shift(
            List.of(new Shift.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0))));

    private static SmallWorld watched(Presence sensor) {
        return new SmallWorld()
                .lasting(3000)
                .organisation(
                        "firm",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0.1),
                        "",
                        sensor("edr", SensorKind.ENDPOINT, 1, 0.1, 1, null, sensor))
                .network("net", "firm", "pc", 2, null);
    }

    private static Simulation start(World world, String... levers) {
        return new Simulation(world).checking(true).start(List.of(levers), 1, 1);
    }

    private static List<Long> times(FactLog facts, FactKind kind) {
        List<Long> times = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                times.add(facts.time(fact));
            }
        }
        return times;
    }

    private static List<Long> between(List<Long> times, double from, double to) {
        return times.stream()
                .filter(time -> time > from * HOUR && time <= to * HOUR)
                .toList();
    }

    @Test
    void aSensorThatALeverBringsRaisesFalseAlertsWhileItIsThere() {
        World world = World.compile(
                watched(broughtBy("watch")).lever("watch", "firm", 0).build());
        Simulation simulation = start(world);
        simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "watch");
        simulation.command(2000 * HOUR, Simulation.Order.LEVER_OFF, "watch");
        List<Long> alerts = times(simulation.finish(), FactKind.ALERT_RAISED);
        assertThat(between(alerts, 0, 1000)).isEmpty();
        // Two assets, 0.1 an hour each, 1,000 hours: 200 with a standard deviation of 14.
        assertThat(between(alerts, 1000, 2000)).hasSizeBetween(150, 250);
        assertThat(between(alerts, 2000, 3000)).isEmpty();
    }

    @Test
    void aStreamThatSleptGoesOnWithWhatWasLeftOfItsDie() {
        World world = World.compile(
                watched(broughtBy("watch")).lever("watch", "firm", 0).build());
        List<Long> throughout = times(start(world, "watch").finish(), FactKind.ALERT_RAISED);
        Simulation slept = start(world, "watch");
        double firstHour = throughout.get(0) / (double) HOUR;
        slept.command((long) (0.5 * firstHour * HOUR), Simulation.Order.LEVER_OFF, "watch");
        slept.command((long) ((0.5 * firstHour + 100) * HOUR), Simulation.Order.LEVER_ON, "watch");
        List<Long> later = times(slept.finish(), FactKind.ALERT_RAISED);
        for (int alert = 0; alert < 50; alert++) {
            assertThat(later.get(alert) - throughout.get(alert)).isCloseTo(100 * HOUR, within(1_000_000L));
        }
    }

    @Test
    void aLeverThatDoublesARateHalvesWhatIsLeftOfTheWait() {
        World world = World.compile(watched(Presence.ALWAYS)
                .lever(
                        "noise",
                        "firm",
                        0,
                        new Lever.Change(
                                Lever.Operator.SCALES,
                                "organisations.firm.security.sensors.edr.false-alerts",
                                number(2),
                                ""))
                .build());
        long first = times(start(world).finish(), FactKind.ALERT_RAISED).get(0);
        Simulation louder = start(world);
        louder.command(first / 2, Simulation.Order.LEVER_ON, "noise");
        assertThat(times(louder.finish(), FactKind.ALERT_RAISED).get(0))
                .isCloseTo(first - first / 4, within(1_000_000L));
    }

    @Test
    void aSensorThatComesLaterSeesWhatIsHeldAndWhatIsUnderWay() {
        for (Technique.When when : List.of(Technique.When.WHILE_HELD, Technique.When.DURING)) {
            boolean held = when == Technique.When.WHILE_HELD;
            SmallWorld small = new SmallWorld()
                    .lasting(3000)
                    .organisation(
                            "firm",
                            1,
                            Organisation.Discipline.PRIORITY,
                            hours(0.1),
                            "",
                            sensor("edr", SensorKind.ENDPOINT, 1, 0, 1, null, broughtBy("watch")))
                    .network("net", "firm", "pc", 1, null)
                    .actor("red", 1)
                    .technique("enter", hours(held ? 1 : 2500), evidence(SensorKind.ENDPOINT, when, 1, 1))
                    .campaign("walk", "red", step("a", "red", "enter", "pc", ALWAYS))
                    .lever("watch", "firm", 0);
            Simulation simulation = start(World.compile(small.build()));
            simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "watch");
            simulation.command(1100 * HOUR, Simulation.Order.LEVER_OFF, "watch");
            List<Long> alerts = times(simulation.finish(), FactKind.ALERT_RAISED);
            assertThat(between(alerts, 0, 1000)).isEmpty();
            assertThat(between(alerts, 1000, 1100)).isNotEmpty();
            assertThat(between(alerts, 1100, 3000)).isEmpty();
        }
    }

    @Test
    void theHoursOfALeverAreWorkedWhileItIsOn() {
        World world = World.compile(
                watched(Presence.ALWAYS).lever("circle", "firm", 16.8).build());
        Simulation simulation = start(world);
        simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "circle");
        simulation.command(2000 * HOUR, Simulation.Order.LEVER_OFF, "circle");
        Simulation fork = simulation.fork();
        List<Long> work = times(simulation.finish(), FactKind.ANALYST_WORK_DONE);
        assertThat(between(work, 0, 1000)).isEmpty();
        // One hour in ten, the last ones perhaps dropped.
        assertThat(between(work, 1000, 2002)).hasSizeBetween(97, 100);
        assertThat(between(work, 2002, 3000)).isEmpty();
        fork.finish();
        assertThat(fork.digest()).isEqualTo(simulation.digest());
    }

    @Test
    void anOrganisationThatComesWorksItsShiftsAndCostsFromThenOn() {
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation(
                        "firm",
                        broughtBy("founding"),
                        OFFICE_HOURS,
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0.1),
                        "",
                        sensor("edr", SensorKind.ENDPOINT, 1, 0.2, 1, null))
                .organisation("founder", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 2, null)
                .lever("founding", "founder", 0);
        World world = World.compile(small.build());
        Simulation simulation = start(world);
        simulation.command(1012 * HOUR, Simulation.Order.LEVER_ON, "founding");
        simulation.command(2012 * HOUR, Simulation.Order.LEVER_OFF, "founding");
        FactLog facts = simulation.finish();
        List<Long> judged = times(facts, FactKind.ALERT_CLOSED);
        assertThat(between(judged, 0, 1012)).isEmpty();
        assertThat(between(judged, 1012, 2012)).hasSizeGreaterThan(300);
        assertThat(between(judged, 2012, 3000)).isEmpty();
        // The scenario starts at eight; work that was begun before five is finished.
        assertThat(judged).allMatch(time -> {
            double ofDay = (8 + time / (double) HOUR) % 24;
            return ofDay >= 9 && ofDay <= 17.1;
        });
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        double paid = values[measures.index("cost-of-defence@firm")] * 3000 / (365.25 * 24);
        // Forty euros an hour, eight hours a day, 1,000 hours long.
        assertThat(paid).isCloseTo(40 * 8 * 1000 / 24.0, within(40 * 8.0));
    }

    @Test
    void anOrganisationThatGoesTakesItsIncidentWithIt() {
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation(
                        "firm",
                        broughtBy("founding"),
                        Shift.ALWAYS,
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(200),
                        "cut",
                        sensor("edr", SensorKind.ENDPOINT, 1, 0, 1, null))
                .organisation("founder", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .playbook("cut", hours(10), Playbook.Kind.ISOLATE)
                .network("net", "firm", "pc", 2, null)
                .actor("red", 1)
                .technique("enter", hours(1), evidence(SensorKind.ENDPOINT, Technique.When.END, 1, 0))
                .campaign("walk", "red", step("a", "red", "enter", "pc", ALWAYS))
                .lever("founding", "founder", 0);
        World world = World.compile(small.build());
        FactLog whole = start(world, "founding").finish();
        assertThat(times(whole, FactKind.ASSET_ISOLATED)).isNotEmpty();
        for (double end : new double[] {50, 205}) {
            Simulation simulation = start(world, "founding");
            simulation.command((long) (end * HOUR), Simulation.Order.LEVER_OFF, "founding");
            FactLog facts = simulation.finish();
            assertThat(times(facts, FactKind.ASSET_ISOLATED)).isEmpty();
            assertThat(times(facts, FactKind.INCIDENT_OPENED)).hasSize(end < 201 ? 0 : 1);
            assertThat(times(facts, FactKind.INCIDENT_CLOSED)).hasSize(end < 201 ? 0 : 1);
            assertThat(times(facts, FactKind.ACCESS_LOST)).containsExactly((long) (end * HOUR));
        }
    }

    @Test
    void aCrewThatComesMendsWhatWasBrokenAndOneThatGoesLeavesItUndone() {
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "unit", 1, hours(100))
                .crew("crew", "grid", 1, broughtBy("hiring"))
                .service(
                        "power",
                        "grid",
                        new Service.AssetsAtLeast(1, "unit", Service.Function.SERVICE),
                        restore("crew", hours(50), Service.Damage.FAILED))
                .lever("hiring", "grid", 0);
        World world = World.compile(small.build());
        Simulation simulation = start(world);
        simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "hiring");
        // It fails again at 1,150; that repair would end at 1,200.
        simulation.command(1180 * HOUR, Simulation.Order.LEVER_OFF, "hiring");
        simulation.command(1500 * HOUR, Simulation.Order.LEVER_ON, "hiring");
        assertThat(between(times(simulation.finish(), FactKind.ASSET_MENDED), 0, 1600))
                .containsExactly(1050 * HOUR, 1550 * HOUR);
    }

    @Test
    void whatALeverBringsFailsByItselfOnlyWhileItIsThere() {
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation(
                        "grid", broughtBy("building"), Shift.ALWAYS, 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .organisation("builder", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "unit", 1, hours(100))
                .service("power", "grid", new Service.AssetsAtLeast(1, "unit", Service.Function.SERVICE))
                .lever("building", "builder", 0);
        World world = World.compile(small.build());
        Simulation simulation = start(world);
        simulation.command(1000 * HOUR, Simulation.Order.LEVER_ON, "building");
        simulation.command(1200 * HOUR, Simulation.Order.LEVER_OFF, "building");
        FactLog facts = simulation.finish();
        assertThat(times(facts, FactKind.ASSET_DAMAGED)).containsExactly(1100 * HOUR);
        // Down when it fails, and missed by nobody once it is gone.
        assertThat(times(facts, FactKind.SERVICE_LEVEL)).containsExactly(1100 * HOUR, 1200 * HOUR);
    }

    @Test
    void aHubThatStoodStillGoesOnWithWhatWaited() {
        Community community = new Community(
                "circle",
                List.of("firm", "other"),
                Map.of(),
                null,
                hours(1),
                number(1),
                number(0),
                number(1),
                number(0),
                hours(1),
                number(0),
                number(0),
                number(0),
                number(1),
                hours(10),
                Set.of(Technique.Level.HASH),
                broughtBy("sharing"));
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation(
                        "firm",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(0.1),
                        "cut",
                        sensor("edr", SensorKind.ENDPOINT, 1, 0, 1, null))
                .organisation("other", 1, Organisation.Discipline.PRIORITY, hours(1), "")
                .playbook("cut", Playbook.Kind.ISOLATE)
                .network("net", "firm", "pc", 1, null)
                .actor("red", 1)
                .technique("enter", hours(100), evidence(SensorKind.ENDPOINT, Technique.When.END, 1, 0))
                .campaign("walk", "red", step("a", "red", "enter", "pc", ALWAYS))
                .community(community)
                .lever("sharing", "other", 0);
        World world = World.compile(small.build());
        long received = times(start(world, "sharing").finish(), FactKind.INDICATOR_RECEIVED)
                .get(0);
        long published = times(start(world, "sharing").finish(), FactKind.INDICATOR_PUBLISHED)
                .get(0);
        assertThat(received).isEqualTo(published + 11 * HOUR);
        Simulation late = start(world);
        late.command(50 * HOUR, Simulation.Order.LEVER_ON, "sharing");
        assertThat(times(late.finish(), FactKind.INDICATOR_RECEIVED)).containsExactly(received);
        Simulation paused = start(world, "sharing");
        paused.command(published + HOUR, Simulation.Order.LEVER_OFF, "sharing");
        paused.command(published + 100 * HOUR, Simulation.Order.LEVER_ON, "sharing");
        assertThat(times(paused.finish(), FactKind.INDICATOR_RECEIVED)).containsExactly(published + 111 * HOUR);
        Simulation ended = start(world, "sharing");
        ended.command(published + 10 * HOUR + HOUR / 2, Simulation.Order.LEVER_OFF, "sharing");
        assertThat(times(ended.finish(), FactKind.INDICATOR_RECEIVED)).isEmpty();
    }

    @Test
    void aCampaignThatALeverBringsBeginsThenAndEndsWithIt() {
        SmallWorld small = new SmallWorld()
                .lasting(3000)
                .organisation("firm", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "firm", "pc", 1, null)
                .actor("red", 1)
                .technique("enter", hours(100))
                .campaign("walk", "red", broughtBy("provocation"), step("a", "red", "enter", "pc", ALWAYS))
                .lever("provocation", "firm", 0);
        World world = World.compile(small.build());
        assertThat(times(start(world).finish(), FactKind.CAMPAIGN_STARTED)).isEmpty();
        Simulation late = start(world);
        late.command(1000 * HOUR, Simulation.Order.LEVER_ON, "provocation");
        FactLog facts = late.finish();
        assertThat(times(facts, FactKind.CAMPAIGN_STARTED)).containsExactly(1000 * HOUR);
        assertThat(times(facts, FactKind.ACCESS_GRANTED)).containsExactly(1100 * HOUR);
        Simulation ended = start(world, "provocation");
        ended.command(50 * HOUR, Simulation.Order.LEVER_OFF, "provocation");
        FactLog cutShort = ended.finish();
        assertThat(times(cutShort, FactKind.ATTEMPT_ABANDONED)).containsExactly(50 * HOUR);
        assertThat(times(cutShort, FactKind.ACCESS_GRANTED)).isEmpty();
    }
}
