package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.State;

/**
 * Streams of events whose rates change: each holds one unit exponential and spends it as integrated hazard. A change of the
 * rate reschedules what is left and draws nothing; a stream whose rate is 0 stands still and spends nothing.
 *
 * <p>Whoever owns them asks {@link #follow}, draws where {@link #needsDie} says so, and then {@link #schedule}s.
 */
final class PoissonStreams implements Part<PoissonStreams> {
    private final State state;

    // [stream]: of the next event the hazard left (NaN before it is drawn), spent at a rate per nanosecond since a time
    private double[] hazard;
    private double[] rate;
    private long[] since;
    private long[] handle;

    PoissonStreams(State state, int streams) {
        this.state = state;
        hazard = new double[streams];
        rate = new double[streams];
        since = new long[streams];
        handle = new long[streams];
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

    void grow(int streams) {
        hazard = Arrays.copyOf(hazard, streams);
        rate = Arrays.copyOf(rate, streams);
        since = Arrays.copyOf(since, streams);
        handle = Arrays.copyOf(handle, streams);
    }

    @Override
    public void reset() {
        Arrays.fill(hazard, Double.NaN);
        Arrays.fill(rate, 0);
        Arrays.fill(since, 0);
        Arrays.fill(handle, EventQueue.NO_HANDLE);
    }

    @Override
    public void copyFrom(PoissonStreams other) {
        if (hazard.length < other.hazard.length) {
            grow(other.hazard.length);
        }
        System.arraycopy(other.hazard, 0, hazard, 0, other.hazard.length);
        System.arraycopy(other.rate, 0, rate, 0, other.rate.length);
        System.arraycopy(other.since, 0, since, 0, other.since.length);
        System.arraycopy(other.handle, 0, handle, 0, other.handle.length);
    }

    @Override
    public void digest(Digest digest) {
        for (int stream = 0; stream < hazard.length; stream++) {
            if (rate[stream] > 0) {
                digest.putInt(stream);
                digest.putLong(Double.doubleToLongBits(hazard[stream]));
                digest.putLong(since[stream]);
            }
        }
    }
}
