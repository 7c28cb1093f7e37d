package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.TrafficMap;
import org.shieldwall.world.World;

/**
 * What shutting a border costs and saves: of the networks for which what comes from the internet is shut out, how much is
 * delivered meanwhile to those at home and to those abroad, as a mean over demands and time; and for how long borders were
 * shut. Only where a scenario has floods.
 */
final class BorderFold implements Fold {
    private static final int SHUT = -1;

    private final World world;
    private final TrafficMap map;

    // [network]
    private final int[] shut;
    private final long[] shutSince;
    private long shutTime;

    // [demand]
    private final double[] level;
    private final long[] since;

    private double home;
    private double homeTime;
    private double abroad;
    private double abroadTime;

    BorderFold(World world) {
        this.world = world;
        map = world.traffic();
        shut = new int[world.networkCount()];
        shutSince = new long[world.networkCount()];
        level = new double[map.demandCount()];
        since = new long[map.demandCount()];
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Form.LEVEL_WHILE_SHUT_HOME.column(), Form.LEVEL_WHILE_SHUT_ABROAD.column(), Form.HOURS_SHUT.column());
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.DELIVERY_CHANGED, FactKind.FILTER_SET, FactKind.FILTER_LIFTED);
    }

    @Override
    public void begin() {
        Arrays.fill(shut, 0);
        Arrays.fill(shutSince, 0);
        Arrays.fill(level, 1);
        Arrays.fill(since, 0);
        shutTime = 0;
        home = 0;
        homeTime = 0;
        abroad = 0;
        abroadTime = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        long time = facts.time(fact);
        if (facts.kind(fact) == FactKind.DELIVERY_CHANGED) {
            int demand = demand(facts, fact);
            spend(demand, time);
            level[demand] = facts.value(fact) / (double) NeedProgram.FULL;
            return;
        }
        if (facts.value(fact) != SHUT) {
            return;
        }
        int network = world.entities().index(EntityKind.NETWORK, facts.whom(fact));
        spendAll(network, time);
        if (facts.kind(fact) == FactKind.FILTER_SET) {
            shutSince[network] = shut[network]++ == 0 ? time : shutSince[network];
        } else if (--shut[network] == 0) {
            shutTime += time - shutSince[network];
        }
    }

    /** The demand whose delivery changed: of its service, the one with the same subject. */
    private int demand(FactLog facts, int fact) {
        for (int demand = 0; demand < level.length; demand++) {
            if (world.deliveryKey(demand) == facts.subject(fact)) {
                return demand;
            }
        }
        throw new IllegalStateException("No demand has the subject of fact %d.".formatted(fact));
    }

    private void spendAll(int network, long until) {
        for (int demand = 0; demand < level.length; demand++) {
            if (map.demandNetwork(demand) == network) {
                spend(demand, until);
            }
        }
    }

    private void spend(int demand, long until) {
        double hours = Clock.toHours(until - since[demand]);
        since[demand] = until;
        if (shut[map.demandNetwork(demand)] == 0) {
            return;
        }
        if (map.demandZone(demand) == world.internet()) {
            abroad += level[demand] * hours;
            abroadTime += hours;
        } else {
            home += level[demand] * hours;
            homeTime += hours;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        for (int network = 0; network < shut.length; network++) {
            spendAll(network, horizon);
            shutTime += shut[network] > 0 ? horizon - shutSince[network] : 0;
        }
        values[at] = homeTime == 0 ? Double.NaN : home / homeTime;
        values[at + 1] = abroadTime == 0 ? Double.NaN : abroad / abroadTime;
        values[at + 2] = Clock.toHours(shutTime);
    }
}
