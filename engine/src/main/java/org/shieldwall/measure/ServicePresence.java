package org.shieldwall.measure;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** When each service is there at all: what a lever brings or removes is required of nobody while it is away. */
final class ServicePresence {
    private final World world;
    private final long warmUp;
    private final boolean[] on;

    // [service]
    private final boolean[] present;
    private final long[] since;
    private final long[] time;

    ServicePresence(World world) {
        this.world = world;
        warmUp = world.scenario().warmUpNanos();
        on = new boolean[world.leverCount()];
        present = new boolean[world.serviceCount()];
        since = new long[world.serviceCount()];
        time = new long[world.serviceCount()];
    }

    void begin() {
        Arrays.fill(on, false);
        Arrays.fill(time, 0);
        Arrays.fill(since, 0);
        for (int service = 0; service < present.length; service++) {
            present[service] = world.isServicePresent(service, on);
        }
    }

    /** Takes a switch of a lever; other facts change nothing. */
    void take(FactLog facts, int fact) {
        if (facts.kind(fact) != FactKind.LEVER_SET) {
            return;
        }
        on[world.entities().index(EntityKind.LEVER, facts.who(fact))] = facts.value(fact) == 1;
        for (int service = 0; service < present.length; service++) {
            count(service, facts.time(fact));
            present[service] = world.isServicePresent(service, on);
        }
    }

    private void count(int service, long until) {
        if (present[service]) {
            time[service] += Math.max(0, until - Math.max(since[service], warmUp));
        }
        since[service] = until;
    }

    boolean isPresent(int service) {
        return present[service];
    }

    /** How long it was there after the warm-up, in nanoseconds. */
    long nanosUntil(int service, long horizon) {
        count(service, horizon);
        return time[service];
    }
}
