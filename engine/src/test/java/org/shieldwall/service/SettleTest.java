package org.shieldwall.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.restore;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Services fall together, rise one by one, live on their buffers and name the loops that keep them down. */
class SettleTest {
    /** One breaker is opened at hour 10 and mended at hour 14. */
    private static SmallWorld struck() {
        return new SmallWorld()
                .lasting(100)
                .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .network("net", "grid", "breaker", 2, null)
                .actor("red", 1)
                .technique(
                        "open",
                        hours(10),
                        SmallWorld.number(1),
                        SmallWorld.number(1),
                        EnumSet.noneOf(Technique.Level.class),
                        Service.Damage.OPENED)
                .campaign("strike", "red", step("open", "red", "open", "breaker", new Campaign.Always()))
                .crew("crew", "grid", 1);
    }

    private static Service.Need breakers() {
        return new Service.ShareOf("breaker", Service.Function.SERVICE);
    }

    private static double[] measure(World world, String... names) {
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        measures.fold(new Simulation(world).checking(true).run(List.of(), 1, 1), values, new byte[values.length]);
        double[] found = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            found[i] = values[measures.index(names[i])];
        }
        return found;
    }

    @Test
    void aServiceLosesTheShareOfItsAssetsUntilTheyAreMended() {
        World world = World.compile(
                struck().service("power", "grid", breakers(), restore("crew", hours(4), Service.Damage.OPENED))
                        .build());
        double[] found = measure(
                world, "person-hours-lost", "time-to-restore.power", "people-without-service.peak", "resilience.power");
        assertThat(found).containsExactly(0.5 * 4 * 1000, 4, 500, 1 - 2.0 / 100);
    }

    @Test
    void aBufferBridgesWhatItCan() {
        World world = World.compile(
                struck().service("power", "grid", breakers(), restore("crew", hours(4), Service.Damage.OPENED))
                        .service("water", "grid", new Service.OfService("power"), 1.5, 0)
                        .build());
        // Half of the supply is missing: a buffer of 1.5 h lasts 3 h, then water is at half for one hour.
        assertThat(measure(world, "resilience-loss.water")[0]).isEqualTo(0.5 * 1);
    }

    @Test
    void aServiceComesBackByItsOwnRestart() {
        World world = World.compile(
                struck().service("power", "grid", breakers(), restore("crew", hours(4), Service.Damage.OPENED))
                        .service("water", "grid", new Service.OfService("power"), 0, 2)
                        .build());
        assertThat(measure(world, "time-to-restore.power", "time-to-restore.water"))
                .containsExactly(4, 6);
    }

    @Test
    void servicesThatWaitForEachOtherStayDownAndAreNamed() {
        World world = World.compile(struck().service(
                        "power",
                        "grid",
                        new Service.AllOf(List.of(breakers(), new Service.OfService("telecom"))),
                        restore("crew", hours(4), Service.Damage.OPENED))
                .service("telecom", "grid", new Service.OfService("power"))
                .build());
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        int named = 0;
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.SERVICE_DEADLOCK) {
                named++;
                assertThat(facts.time(fact)).isEqualTo(14 * SmallWorld.HOUR);
            }
        }
        assertThat(named).isEqualTo(2);
        assertThat(measure(world, "resilience-loss.power")[0]).isEqualTo(0.5 * 90);
    }

    /** Level of a service that needs what there is and what a lever would bring. */
    private static double levelWithoutTheAnnexe(Service.Need needs) {
        World world = World.compile(struck().organisation(
                        "annexe",
                        SmallWorld.broughtBy("building"),
                        Shift.ALWAYS,
                        0,
                        Organisation.Discipline.PRIORITY,
                        hours(1),
                        "")
                .network("yard", "annexe", "pump", 1, null)
                .service("water", "annexe", new Service.ShareOf("pump", Service.Function.SERVICE))
                .service("power", "grid", needs)
                .lever("building", "grid", 0)
                .build());
        return 1 - measure(world, "people-without-service.peak")[0] / 1000;
    }

    @Test
    void whatIsNotThereIsNeededByNobody() {
        Service.Need water = new Service.OfService("water");
        Service.Need pump = new Service.ShareOf("pump", Service.Function.SERVICE);
        Service.Need onePump = new Service.AssetsAtLeast(1, "pump", Service.Function.SERVICE);
        // Half of the breakers are opened.
        for (Service.Need absent : List.of(water, pump, onePump, new Service.AnyOf(List.of(water, pump)))) {
            assertThat(levelWithoutTheAnnexe(new Service.AllOf(List.of(breakers(), absent))))
                    .isEqualTo(0.5);
            assertThat(levelWithoutTheAnnexe(new Service.AnyOf(List.of(breakers(), absent))))
                    .isEqualTo(0.5);
            assertThat(levelWithoutTheAnnexe(new Service.AtLeast(2, List.of(breakers(), absent))))
                    .isEqualTo(0.5);
            assertThat(levelWithoutTheAnnexe(new Service.Weighted(List.of(1.0, 3.0), List.of(breakers(), absent))))
                    .isEqualTo(0.5);
            assertThat(levelWithoutTheAnnexe(absent)).isEqualTo(1);
        }
    }
}
