package org.shieldwall.defence;

import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Table;
import org.shieldwall.world.State;

/**
 * Streams of events whose rates change: each holds one unit exponential and spends it as integrated hazard. A change of the
 * rate reschedules what is left and draws nothing; a stream whose rate is 0 stands still and spends nothing.
 *
 * <p>Whoever owns them asks {@link #follow}, draws where {@link #needsDie} says so, and then {@link #schedule}s.
 */
final class PoissonStreams {
    private final State state;

    // [stream]: of the next event the hazard left (NaN before it is drawn), spent at a rate per nanosecond since a time
    private double[] hazard;
    private double[] rate;
    private long[] since;
    private long[] handle;

    /** @param table its rows are the streams; each must be made {@link #clear} when it is taken */
    PoissonStreams(State state, Table table) {
        this.state = state;
        hazard = table.doubles(grown -> hazard = grown);
        rate = table.doubles(grown -> rate = grown);
        since = table.longs(grown -> since = grown);
        handle = table.longs(grown -> handle = grown);
    }

    /** Whether the stream must be scheduled anew because its rate, per nanosecond, is another one from now on. */
    boolean follow(int stream, double perNanos) {
        if (perNanos == rate[stream]) {
            return false;
        }
        state.cancel(handle[stream]);
        handle[stream] = EventQueue.NO_HANDLE;
        if (rate[stream] > 0) {
            hazard[stream] -= rate[stream] * (state.now() - since[stream]);
        }
        rate[stream] = perNanos;
        return perNanos > 0;
    }

    boolean needsDie(int stream) {
        return Double.isNaN(hazard[stream]);
    }

    void die(int stream, double unitExponential) {
        hazard[stream] = unitExponential;
    }

    void schedule(int stream, int kind, int a, int b, int cause) {
        since[stream] = state.now();
        long gap = Clock.ofNanos(Math.max(0, hazard[stream]) / rate[stream]);
        handle[stream] = state.schedule(gap, kind, a, b, cause);
    }

    /** The stream begins anew, without a die and standing still. */
    void clear(int stream) {
        hazard[stream] = Double.NaN;
        rate[stream] = 0;
        since[stream] = 0;
        handle[stream] = EventQueue.NO_HANDLE;
    }
}
