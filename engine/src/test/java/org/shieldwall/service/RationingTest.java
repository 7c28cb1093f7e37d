package org.shieldwall.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.served;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** What there is goes to the classes of a service in their order, and those behind see what their class gets. */
class RationingTest {
    private static final Service.Need BREAKERS = new Service.ShareOf("breaker", Service.Function.SERVICE);

    /** Of so many breakers one is opened at hour 10; nobody mends it. The run ends at hour 20. */
    private static SmallWorld struck(int breakers) {
        return new SmallWorld()
                .lasting(20)
                .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "breaker", breakers, null)
                .actor("red", 1)
                .technique(
                        "open",
                        hours(10),
                        number(1),
                        number(1),
                        EnumSet.noneOf(Technique.Level.class),
                        Service.Damage.OPENED)
                .campaign("strike", "red", SmallWorld.step("open", "red", "open", "breaker", new Campaign.Always()));
    }

    private static FactLog run(World world, List<String> levers) {
        return new Simulation(world).checking(true).run(levers, 1, 1);
    }

    private static double measure(World world, List<String> levers, String name) {
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(run(world, levers), values, new byte[values.length]);
        return values[measures.index(name)];
    }

    private static double measure(World world, String name) {
        return measure(world, List.of(), name);
    }

    /** {@code power.homes 7500}, in the order of the facts. */
    private static List<String> levels(World world) {
        FactLog facts = run(world, List.of());
        List<String> levels = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_LEVEL) {
                levels.add(world.entities().name(facts.who(fact)) + " " + facts.value(fact));
            } else if (facts.kind(fact) == FactKind.CLASS_LEVEL) {
                levels.add(world.entities().name(facts.whom(fact)) + " " + facts.value(fact));
            }
        }
        return levels;
    }

    private static World halved(Service.ServedClass... classes) {
        return World.compile(
                struck(2).serving("power", "grid", BREAKERS, classes).build());
    }

    @Test
    void theFirstGetAllTheyWantBeforeTheNextGetAnything() {
        World world = halved(served("hospitals", 10, 100), served("homes", 60, 5000), served("industry", 30, 900));
        assertThat(levels(world)).containsExactly("power 5000", "power.homes 6666", "power.industry 0");
    }

    @Test
    void harmFollowsTheClasses() {
        World world = halved(served("hospitals", 10, 100), served("homes", 40, 5000), served("industry", 50, 900));
        assertThat(measure(world, "person-hours-lost")).isEqualTo(900 * 10);
        assertThat(measure(world, "person-hours-lost.service.power")).isEqualTo(900 * 10);
        assertThat(measure(world, "person-hours-lost.service.power.industry")).isEqualTo(900 * 10);
        assertThat(measure(world, "person-hours-lost.service.power.homes")).isEqualTo(0);
        assertThat(measure(world, "people-without-service.peak")).isEqualTo(900);
        assertThat(measure(world, "resilience.power")).isEqualTo(0.75);
        assertThat(measure(world, "resilience.power.homes")).isEqualTo(1);
        assertThat(measure(world, "outage.power.industry")).isEqualTo(1);
        assertThat(measure(world, "outage.power.homes")).isEqualTo(0);
        assertThat(measure(world, "time-to-outage.power.industry")).isEqualTo(10);
    }

    @Test
    void theOrderIsThatOfWritingAndNotThatOfNames() {
        World world = halved(served("z", 50, 1), served("a", 50, 1));
        assertThat(levels(world)).containsExactly("power 5000", "power.a 0");
    }

    @Test
    void aServiceThatServesAllAlikeServesThemAlike() {
        World alike = World.compile(struck(2).service("power", "grid", BREAKERS).build());
        World oneClass = halved(served("all", 7, 1000));
        assertThat(measure(oneClass, "person-hours-lost"))
                .isEqualTo(measure(alike, "person-hours-lost"))
                .isEqualTo(0.5 * 1000 * 10);
    }

    @Test
    void whoNeedsAClassSeesWhatItGets() {
        World world = World.compile(struck(2)
                .serving("power", "grid", BREAKERS, served("hospitals", 10, 0), served("homes", 80, 0))
                .service("care", "grid", new Service.OfClass("power", "hospitals"))
                .service("cooking", "grid", new Service.OfClass("power", "homes"))
                .service("light", "grid", new Service.OfService("power"))
                .build());
        // 45 of 90 are there: 10 for the hospitals, 35 of 80 for homes.
        assertThat(levels(world))
                .containsExactlyInAnyOrder("power 5000", "power.homes 4375", "cooking 4375", "light 5000");
        assertThat(measure(world, "resilience-loss.care")).isZero();
        assertThat(measure(world, "resilience-loss.cooking")).isEqualTo(10 * (1 - 0.4375));
    }

    @Test
    void theCauseOfWhatADependantLosesIsItsClass() {
        World world = World.compile(struck(2)
                .serving("power", "grid", BREAKERS, served("hospitals", 50, 0), served("homes", 50, 0))
                .service("cooking", "grid", new Service.OfClass("power", "homes"))
                .build());
        FactLog facts = run(world, List.of());
        int last = facts.size() - 2;
        assertThat(facts.kind(last)).isEqualTo(FactKind.SERVICE_LEVEL);
        assertThat(facts.kind(facts.trigger(last))).isEqualTo(FactKind.CLASS_LEVEL);
        assertThat(facts.kind(facts.trigger(facts.trigger(last)))).isEqualTo(FactKind.SERVICE_LEVEL);
    }

    @Test
    void whatOneClassGivesUpIsThereForTheNext() {
        World world = withContracts(20);
        assertThat(measure(world, List.of(), "people-without-service.peak")).isEqualTo(1000);
        // The service was built for 100: half of it is 50, of which mills leave 30.
        assertThat(measure(world, List.of("contracts"), "people-without-service.peak"))
                .isEqualTo(400);
    }

    private static World withContracts(double millsWant) {
        return World.compile(struck(2)
                .serving("power", "grid", BREAKERS, served("mills", 50, 10), served("homes", 50, 1000))
                .lever(
                        "contracts",
                        "grid",
                        0,
                        new Lever.Change(
                                Lever.Operator.SETS,
                                "services.power.serves.by-class.mills.demand",
                                number(millsWant),
                                ""))
                .build());
    }

    @Test
    void aLeverInMidRunSharesOutAnew() {
        World world = withContracts(20);
        Simulation simulation = new Simulation(world).checking(true);
        simulation.start(List.of(), 1, 1);
        simulation.command(15 * SmallWorld.HOUR, Simulation.Order.LEVER_ON, "contracts");
        simulation.command(18 * SmallWorld.HOUR, Simulation.Order.LEVER_OFF, "contracts");
        FactLog facts = simulation.finish();
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(facts, values, new byte[values.length]);
        // Nothing for homes from hour 10 to 15 and from 18 to 20; 30 of 50 from 15 to 18.
        assertThat(values[measures.index("person-hours-lost")]).isEqualTo(1000 * (5 + 0.4 * 3 + 2));
    }

    @Test
    void aServiceRunsShortWhenMoreIsWantedThanItWasBuiltFor() {
        World world = withContracts(75);
        FactLog facts = run(world, List.of("contracts"));
        int first = 0;
        while (facts.kind(first) != FactKind.CLASS_LEVEL) {
            first++;
        }
        assertThat(facts.time(first)).isZero();
        assertThat(world.entities().name(facts.whom(first))).isEqualTo("power.homes");
        assertThat(facts.value(first)).isEqualTo(5000);
    }

    @Test
    void whoWaitsForItselfThroughAClassStaysDownAndIsNamed() {
        World world = World.compile(struck(2)
                .crew("crew", "grid", 1)
                .service("light", "grid", BREAKERS, SmallWorld.restore("crew", hours(2), Service.Damage.OPENED))
                .serving(
                        "power",
                        "grid",
                        new Service.AllOf(List.of(new Service.OfService("light"), new Service.OfService("telephone"))),
                        served("wards", 50, 0),
                        served("exchange", 50, 0))
                .service("telephone", "grid", new Service.OfClass("power", "exchange"))
                .build());
        FactLog facts = run(world, List.of());
        List<String> named = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_DEADLOCK) {
                named.add(world.entities().name(facts.who(fact)));
                assertThat(facts.time(fact)).isEqualTo(12 * SmallWorld.HOUR);
            }
        }
        assertThat(named).containsExactlyInAnyOrder("power", "telephone");
    }
}
