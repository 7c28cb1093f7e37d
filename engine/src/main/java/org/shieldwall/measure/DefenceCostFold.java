package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * What defence costs, a year: the price in money of the levers that are on, for members and centre, and the paid hours of
 * analysts on duty; and the hours analysts worked. The hours that a lever costs are worked by these analysts, whose pay is
 * counted once.
 */
final class DefenceCostFold implements Fold {
    private final World world;
    private final Payroll payroll;
    private final boolean[] on;

    /** The numbers under every set of levers that was met: few, as strategies are. */
    private final List<Priced> priced = new ArrayList<>();

    private final long warmUp;

    // [organisation]
    private final double[] money;
    private final double[] worked;
    private long since;
    private long replication;

    DefenceCostFold(World world) {
        this.world = world;
        payroll = new Payroll(world);
        warmUp = world.scenario().warmUpNanos();
        on = new boolean[world.leverCount()];
        money = new double[world.organisationCount()];
        worked = new double[world.organisationCount()];
    }

    /** Numbers as they stand under some levers in one replication. */
    private static final class Priced {
        private final boolean[] levers;
        private final Numbers numbers;
        private long replication;

        Priced(boolean[] levers, Numbers numbers) {
            this.levers = levers;
            this.numbers = numbers;
        }

        Numbers of(long replicationKey) {
            if (replication != replicationKey) {
                numbers.vary(replicationKey);
                replication = replicationKey;
            }
            return numbers;
        }
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Form.COST_OF_DEFENCE.column());
        columns.add(Form.ANALYST_HOURS.column());
        for (int org = 0; org < money.length; org++) {
            String name = world.entities().name(world.entities().entity(EntityKind.ORGANISATION, org));
            columns.add(Form.COST_OF_DEFENCE_OF.column(name));
            columns.add(Form.ANALYST_HOURS_OF.column(name));
        }
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(
                FactKind.RUN_STARTED,
                FactKind.LEVER_SET,
                FactKind.ALERT_ESCALATED,
                FactKind.ALERT_CLOSED,
                FactKind.INVESTIGATION_ROUND,
                FactKind.ANALYST_WORK_DONE);
    }

    @Override
    public void begin() {
        Arrays.fill(on, false);
        Arrays.fill(money, 0);
        Arrays.fill(worked, 0);
        since = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        switch (facts.kind(fact)) {
            case RUN_STARTED -> replication = facts.value(fact);
            case LEVER_SET -> {
                pay(facts.time(fact));
                on[world.entities().index(EntityKind.LEVER, facts.who(fact))] = facts.value(fact) == 1;
            }
            case ALERT_ESCALATED, ALERT_CLOSED -> {
                int sensor = world.entities().index(EntityKind.SENSOR, facts.who(fact));
                work(world.sensor(sensor).organisation(), facts, fact);
            }
            default -> work(world.entities().index(EntityKind.ORGANISATION, facts.who(fact)), facts, fact);
        }
    }

    /** Adds work that ends with a fact, as far as it was done after the warm-up. */
    private void work(int organisation, FactLog facts, int fact) {
        long counts = Math.max(0, facts.time(fact) - warmUp);
        worked[organisation] += Clock.toHours(Math.min(facts.value(fact), counts));
    }

    private void pay(long until) {
        if (until <= since) {
            return;
        }
        Numbers numbers = numbersNow();
        for (int org = 0; org < money.length; org++) {
            if (!world.isPresent(org, on)) {
                continue;
            }
            money[org] += payroll.between(org, numbers, since, until);
        }
        for (int lever = 0; lever < on.length; lever++) {
            if (on[lever]) {
                for (Rows.CostRow cost : world.leverCosts(lever)) {
                    if (!world.isPresent(cost.organisation(), on)) {
                        continue;
                    }
                    money[cost.organisation()] += cost.moneyPerYear() * (until - since) / Payroll.YEAR;
                }
            }
        }
        since = until;
    }

    private Numbers numbersNow() {
        // By index, as an iterator would be allocated in every run.
        for (int met = 0; met < priced.size(); met++) {
            Priced known = priced.get(met);
            if (Arrays.equals(known.levers, on)) {
                return known.of(replication);
            }
        }
        Priced first = new Priced(on.clone(), world.numbersUnder(on.clone()));
        priced.add(first);
        return first.of(replication);
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        pay(horizon);
        double perYear = Payroll.YEAR / horizon;
        values[at] = 0;
        values[at + 1] = 0;
        for (int org = 0; org < money.length; org++) {
            values[at] += money[org] * perYear;
            values[at + 1] += worked[org];
            values[at + 2 + 2 * org] = money[org] * perYear;
            values[at + 3 + 2 * org] = worked[org];
        }
    }
}
