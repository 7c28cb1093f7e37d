package org.shieldwall.world;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Shift;

/** Turns what a scenario says in local time into nanoseconds since its start. */
final class Calendar {
    private final Scenario scenario;

    Calendar(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @param local in the zone of the scenario */
    long nanos(LocalDateTime local) {
        return ChronoUnit.NANOS.between(scenario.starts().atZone(scenario.zone()), local.atZone(scenario.zone()));
    }

    /** @param zone in which the windows of a shift are meant */
    Roster roster(Shift shift, ZoneId zone) {
        return Roster.compile(shift, scenario.starts(), scenario.zone(), zone, scenario.lastsNanos());
    }
}
