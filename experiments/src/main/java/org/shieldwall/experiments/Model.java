package org.shieldwall.experiments;

import java.util.Collection;
import java.util.List;
import org.shieldwall.measure.Measures;

/** What is replicated: the simulator with one World, or anything else that turns levers and luck into measures. */
public interface Model {

    List<Measures.Column> columns();

    /** Sectors in which people are served: each run has a curve for each. */
    default List<String> sectors() {
        return List.of();
    }

    /** The means of one thread to make runs. */
    Replicator replicator();

    /** Makes runs one after the other. Not thread-safe. */
    interface Replicator {

        /**
         * Makes one run and fills the row. Equal arguments give equal rows, whatever ran before and on whichever thread.
         *
         * @param levers names of the levers that are on
         */
        void run(Collection<String> levers, long seed, long replication, Row row);
    }
}
