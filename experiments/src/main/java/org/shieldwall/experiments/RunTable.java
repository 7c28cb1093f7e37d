package org.shieldwall.experiments;

import java.util.List;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario.Strategy;

/** One row for each run that counts: every measure of every replication of every strategy. */
public final class RunTable {
    private final Replications replications;
    private final int size;

    RunTable(Replications replications, int size) {
        this.replications = replications;
        this.size = size;
    }

    public List<Measures.Column> columns() {
        return replications.columns();
    }

    public List<String> strategies() {
        return replications.strategies().stream().map(Strategy::name).toList();
    }

    /** Replications of each strategy. */
    public int replications() {
        return size;
    }

    /** @param replication from 0 */
    public double value(int strategy, int replication, int column) {
        return replications.value(strategy, replication, column);
    }

    /** How a column of kind TIME ended. */
    public byte end(int strategy, int replication, int column) {
        return replications.end(strategy, replication, column);
    }
}
