package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/**
 * Harm to people: person-hours and customer-hours lost (A13), peaks of people and customers without service, resilience
 * (A2) and resilience loss (A1) of each service. Levels are piecewise constant, so every integral is an exact sum; it
 * begins after the warm-up. Somebody who lacks two services counts in both; the per-service columns keep them apart.
 */
final class HarmFold implements Fold {
    private final World world;
    private final long warmUp;
    private final ServicePresence presence;
    private final List<String> sectors;
    private final int[] sectorOf;

    // [service]
    private final double[] missing;
    private final long[] since;
    private final double[] integral;

    private double peopleNow;
    private double customersNow;
    private double peoplePeak;
    private double customersPeak;
    private long lastTime;

    HarmFold(World world) {
        this.world = world;
        warmUp = world.scenario().warmUpNanos();
        presence = new ServicePresence(world);
        int services = world.serviceCount();
        missing = new double[services];
        since = new long[services];
        integral = new double[services];
        sectorOf = new int[services];
        List<String> names = new ArrayList<>();
        for (int service = 0; service < services; service++) {
            String sector = world.service(service).sector();
            if (!names.contains(sector)) {
                names.add(sector);
            }
        }
        sectors = names.stream().sorted().toList();
        for (int service = 0; service < services; service++) {
            sectorOf[service] = sectors.indexOf(world.service(service).sector());
        }
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Form.PERSON_HOURS_LOST.column());
        for (String sector : sectors) {
            columns.add(Form.PERSON_HOURS_LOST_OF_SECTOR.column(sector));
        }
        for (int org = 0; org < world.organisationCount(); org++) {
            columns.add(Form.PERSON_HOURS_LOST_BY.column(organisation(org)));
        }
        columns.add(Form.CUSTOMER_HOURS_LOST.column());
        columns.add(Form.PEOPLE_WITHOUT_SERVICE.column());
        columns.add(Form.CUSTOMERS_WITHOUT_SERVICE.column());
        for (int service = 0; service < missing.length; service++) {
            columns.add(Form.RESILIENCE.column(name(service)));
        }
        for (int service = 0; service < missing.length; service++) {
            columns.add(Form.RESILIENCE_LOSS.column(name(service)));
        }
        return columns;
    }

    private String organisation(int org) {
        return world.entities().name(world.entities().entity(EntityKind.ORGANISATION, org));
    }

    private String name(int service) {
        return world.entities().name(world.entities().entity(EntityKind.SERVICE, service));
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.LEVER_SET, FactKind.SERVICE_LEVEL);
    }

    @Override
    public void begin() {
        presence.begin();
        Arrays.fill(missing, 0);
        Arrays.fill(since, warmUp);
        Arrays.fill(integral, 0);
        peopleNow = 0;
        customersNow = 0;
        peoplePeak = 0;
        customersPeak = 0;
        lastTime = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        long time = facts.time(fact);
        if (facts.kind(fact) == FactKind.LEVER_SET) {
            presence.take(facts, fact);
            return;
        }
        if (time > lastTime) {
            notePeak(time);
        }
        int service = world.entities().index(EntityKind.SERVICE, facts.who(fact));
        spend(service, time);
        missing[service] = (NeedProgram.FULL - facts.value(fact)) / (double) NeedProgram.FULL;
        peopleNow = 0;
        customersNow = 0;
        for (int s = 0; s < missing.length; s++) {
            peopleNow += missing[s] * world.service(s).people();
            customersNow += missing[s] * world.service(s).customers();
        }
    }

    /** What stood up to now stood at least an instant; what passes within one instant is no peak. */
    private void notePeak(long time) {
        if (time > warmUp) {
            peoplePeak = Math.max(peoplePeak, peopleNow);
            customersPeak = Math.max(customersPeak, customersNow);
        }
        lastTime = time;
    }

    private void spend(int service, long until) {
        if (until > since[service]) {
            integral[service] += missing[service] * Clock.toHours(until - since[service]);
            since[service] = until;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        notePeak(horizon + 1);
        int organisations = world.organisationCount();
        int byOrganisation = at + 1 + sectors.size();
        int customers = byOrganisation + organisations;
        Arrays.fill(values, at, customers + 1, 0);
        for (int service = 0; service < missing.length; service++) {
            spend(service, horizon);
            double personHours = integral[service] * world.service(service).people();
            values[at] += personHours;
            values[at + 1 + sectorOf[service]] += personHours;
            values[byOrganisation + world.service(service).provider()] += personHours;
            values[customers] += integral[service] * world.service(service).customers();
            long present = presence.nanosUntil(service, horizon);
            values[customers + 3 + service] =
                    present == 0 ? Double.NaN : 1 - integral[service] / Clock.toHours(present);
            values[customers + 3 + missing.length + service] = integral[service];
        }
        values[customers + 1] = peoplePeak;
        values[customers + 2] = customersPeak;
    }
}
