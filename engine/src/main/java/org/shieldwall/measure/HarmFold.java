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
 * (A2) and resilience loss (A1) of each service and of each class that it serves. Levels are piecewise constant, so every
 * integral is an exact sum; it begins after the warm-up. Somebody who lacks two services counts in both; the per-service columns keep them apart.
 */
final class HarmFold implements Fold {
    private final World world;
    private final long warmUp;
    private final Supplies supplies;
    private final ServicePresence presence;
    private final List<String> sectors;

    // [supply]
    private final int[] sectorOf;
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
        supplies = new Supplies(world);
        int count = supplies.count();
        missing = new double[count];
        since = new long[count];
        integral = new double[count];
        sectorOf = new int[count];
        List<String> names = new ArrayList<>();
        for (int service = 0; service < world.serviceCount(); service++) {
            String sector = world.service(service).sector();
            if (!names.contains(sector)) {
                names.add(sector);
            }
        }
        sectors = names.stream().sorted().toList();
        for (int supply = 0; supply < count; supply++) {
            sectorOf[supply] =
                    sectors.indexOf(world.service(supplies.service(supply)).sector());
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
        for (int supply = 0; supply < missing.length; supply++) {
            columns.add(Form.RESILIENCE.column(supplies.name(supply)));
        }
        for (int supply = 0; supply < missing.length; supply++) {
            columns.add(Form.RESILIENCE_LOSS.column(supplies.name(supply)));
        }
        for (int supply = 0; supply < missing.length; supply++) {
            columns.add(Form.PERSON_HOURS_LOST_OF_SERVICE.column(supplies.name(supply)));
        }
        return columns;
    }

    private String organisation(int org) {
        return world.entities().name(world.entities().entity(EntityKind.ORGANISATION, org));
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.LEVER_SET, FactKind.SERVICE_LEVEL, FactKind.CLASS_LEVEL);
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
        int supply = supplies.of(facts, fact);
        spend(supply, time);
        missing[supply] = (NeedProgram.FULL - facts.value(fact)) / (double) NeedProgram.FULL;
        peopleNow = 0;
        customersNow = 0;
        for (int s = 0; s < missing.length; s++) {
            peopleNow += missing[s] * supplies.people(s);
            customersNow += missing[s] * supplies.customers(s);
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

    private void spend(int supply, long until) {
        if (until > since[supply]) {
            integral[supply] += missing[supply] * Clock.toHours(until - since[supply]);
            since[supply] = until;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        notePeak(horizon + 1);
        int organisations = world.organisationCount();
        int byOrganisation = at + 1 + sectors.size();
        int customers = byOrganisation + organisations;
        int byService = customers + 3 + 2 * missing.length;
        Arrays.fill(values, at, customers + 1, 0);
        Arrays.fill(values, byService, byService + missing.length, 0);
        for (int supply = 0; supply < missing.length; supply++) {
            spend(supply, horizon);
            int service = supplies.service(supply);
            double personHours = integral[supply] * supplies.people(supply);
            values[at] += personHours;
            values[at + 1 + sectorOf[supply]] += personHours;
            values[byOrganisation + world.service(service).provider()] += personHours;
            values[byService + service] += personHours;
            if (service != supply) {
                values[byService + supply] += personHours;
            }
            values[customers] += integral[supply] * supplies.customers(supply);
            long present = presence.nanosUntil(service, horizon);
            values[customers + 3 + supply] = present == 0 ? Double.NaN : 1 - integral[supply] / Clock.toHours(present);
            values[customers + 3 + missing.length + supply] = integral[supply];
        }
        values[customers + 1] = peoplePeak;
        values[customers + 2] = customersPeak;
    }
}
