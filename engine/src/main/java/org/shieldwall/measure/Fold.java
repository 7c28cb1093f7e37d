package org.shieldwall.measure;

import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;

/**
 * One family of measures as a fold over the facts of a run. It reads facts, and of the World names, people and weights;
 * never State. It is used again for every run and allocates nothing while folding.
 */
interface Fold {
    /** Its columns, in the order in which {@link #end} writes them. */
    List<Measures.Column> columns();

    /** The kinds of facts that it wants to see. */
    List<FactKind> kinds();

    void begin();

    /** One fact, in order of time. */
    void take(FactLog facts, int fact);

    /**
     * Writes the columns.
     *
     * @param horizon end of the run in nanoseconds
     * @param at index of its first column
     */
    void end(long horizon, double[] values, byte[] ends, int at);
}
