package org.shieldwall.measure;

import org.shieldwall.kernel.Clock;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/** What the hours of analysts on duty cost: both tiers, whether there is work for them or not. */
public final class Payroll {
    static final double YEAR = 365.25 * Clock.DAY;

    private final World world;

    public Payroll(World world) {
        this.world = world;
    }

    /**
     * The pay of one organisation's analysts.
     *
     * @param numbers as they stand under the levers that are on
     * @param from nanoseconds
     * @param until nanoseconds
     * @return euros
     */
    double between(int organisation, Numbers numbers, long from, long until) {
        Rows.OrganisationRow row = world.organisation(organisation);
        double hours = Clock.toHours(row.analystsOnDuty().onDutyNanos(from, until));
        int paid = (int) numbers.value(row.analysts()) + (int) numbers.value(row.secondTier());
        return hours * paid * numbers.value(row.hourCost());
    }

    /**
     * What one lever alone adds to the pay of all organisations, by the shifts up to the horizon and the numbers of the first
     * replication.
     *
     * @param lever name
     * @return euros a year; negative where it saves pay
     */
    public double addedBy(String lever) {
        boolean[] on = new boolean[world.leverCount()];
        double without = perYear(on);
        for (int index = 0; index < on.length; index++) {
            on[index] = world.entities()
                    .name(world.entities().entity(EntityKind.LEVER, index))
                    .equals(lever);
        }
        return perYear(on) - without;
    }

    private double perYear(boolean[] on) {
        Numbers numbers = world.numbersUnder(on);
        numbers.vary(1);
        double pay = 0;
        for (int organisation = 0; organisation < world.organisationCount(); organisation++) {
            if (world.isPresent(organisation, on)) {
                pay += between(organisation, numbers, 0, world.horizon());
            }
        }
        return pay * YEAR / world.horizon();
    }
}
