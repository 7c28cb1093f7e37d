package org.shieldwall.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.HOUR;
import static org.shieldwall.fixture.SmallWorld.hours;

import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** When is what was out back? When the last of it is, and stays so. */
class OutageFoldTest {
    private static final int HEAT = 0;
    private static final int POWER = 1;

    private final World world = World.compile(new SmallWorld()
            .lasting(1000)
            .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
            .network("net", "grid", "unit", 1, null)
            .service("heat", "grid", new Service.ShareOf("unit", Service.Function.SERVICE))
            .service("power", "grid", new Service.ShareOf("unit", Service.Function.SERVICE))
            .build());
    private final FactLog facts = new FactLog();
    private final Measures measures = new Measures(world);
    private final double[] values = new double[measures.columns().size()];
    private final byte[] ends = new byte[values.length];

    OutageFoldTest() {
        facts.reset();
    }

    private OutageFoldTest level(double hour, int service, int level) {
        int entity = world.entities().entity(EntityKind.SERVICE, service);
        facts.now((long) (hour * HOUR));
        facts.append(FactKind.SERVICE_LEVEL, entity, -1, level, world.entities().key(entity), FactSink.NONE);
        return this;
    }

    private double measured(String name) {
        measures.fold(facts, values, ends);
        return values[measures.index(name)];
    }

    private byte end(String name) {
        measures.fold(facts, values, ends);
        return ends[measures.index(name)];
    }

    @Test
    void allAreBackWhenTheLastIs() {
        level(10, HEAT, 5000).level(12, POWER, 0).level(13, HEAT, 10_000).level(20, POWER, 10_000);
        assertThat(measured("time-to-restore.all")).isEqualTo(10);
        assertThat(measured("time-to-restore.heat")).isEqualTo(3);
        assertThat(measured("time-to-restore.power")).isEqualTo(8);
        assertThat(end("time-to-restore.all")).isEqualTo(Measures.REACHED);
    }

    @Test
    void aMomentAtWhichAllAreUpIsNoEndWhenTheNextFallsSoonAfter() {
        level(10, HEAT, 0).level(12, HEAT, 10_000).level(13, POWER, 0).level(20, POWER, 10_000);
        assertThat(measured("time-to-restore.all")).isEqualTo(10);
        assertThat(measured("time-to-restore.heat")).isEqualTo(2);
    }

    @Test
    void aServiceThatFlapsIsBackWhenItStays() {
        level(10, HEAT, 0).level(12, HEAT, 10_000).level(30, HEAT, 2000).level(31, HEAT, 10_000);
        level(54.5, HEAT, 2000).level(55, HEAT, 10_000);
        assertThat(measured("time-to-restore.heat")).isEqualTo(45);
        assertThat(measured("time-to-restore.all")).isEqualTo(45);
    }

    @Test
    void anOutageWeeksLaterIsAnotherAndTheLongestCounts() {
        level(10, HEAT, 0).level(12, HEAT, 10_000).level(500, HEAT, 0).level(600, HEAT, 10_000);
        level(610, HEAT, 0).level(900, HEAT, 10_000);
        assertThat(measured("time-to-restore.heat")).isEqualTo(400);
        assertThat(measured("time-to-restore.all")).isEqualTo(400);
        level(950, HEAT, 0).level(951, HEAT, 10_000);
        assertThat(measured("time-to-restore.heat")).isEqualTo(400);
        assertThat(measured("time-to-outage.heat")).isEqualTo(10);
        assertThat(measured("longest-outage.heat")).isEqualTo(290);
    }

    @Test
    void halfwayUpIsNotBack() {
        level(10, HEAT, 0).level(12, HEAT, 9999);
        assertThat(measured("time-to-restore.heat")).isEqualTo(990);
        assertThat(end("time-to-restore.heat")).isEqualTo(Measures.HORIZON);
    }

    @Test
    void whatFellAgainAndStaysDownIsNotRestored() {
        level(10, HEAT, 0).level(12, HEAT, 10_000).level(13, HEAT, 0);
        assertThat(end("time-to-restore.all")).isEqualTo(Measures.HORIZON);
    }

    @Test
    void anOutageThatGoesOnCountsUpToTheHorizon() {
        level(10, HEAT, 0).level(400, HEAT, 10_000).level(900, HEAT, 0);
        assertThat(measured("time-to-restore.heat")).isEqualTo(390);
        assertThat(end("time-to-restore.heat")).isEqualTo(Measures.REACHED);
        assertThat(measured("time-to-restore.power")).isNaN();
    }

    @Test
    void withoutAnOutageThereIsNoTime() {
        assertThat(measured("time-to-restore.all")).isNaN();
    }
}
