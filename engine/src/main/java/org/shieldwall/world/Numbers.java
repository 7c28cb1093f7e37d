package org.shieldwall.world;

import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Sampler;

/**
 * The present law of every number of {@link Parameters}: base, then {@code sets}, then the product of {@code scales}, then
 * bounds, over the levers that are on. The order in which levers are switched does not matter.
 */
public final class Numbers implements Part<Numbers> {
    private final Parameters parameters;
    private final Sampler[] laws;
    private final double[] factors;
    private final double[] lows;
    private final double[] highs;
    private final double[] values;
    private final boolean[] noLever;
    private long variety;
    private boolean varied;

    Numbers(Parameters parameters, int levers) {
        this.parameters = parameters;
        int size = parameters.size();
        laws = new Sampler[size];
        factors = new double[size];
        lows = new double[size];
        highs = new double[size];
        values = new double[size];
        noLever = new boolean[levers];
        for (int p = 0; p < size; p++) {
            follow(p, noLever);
        }
    }

    /**
     * The number where it is constant; where it is random, the one value it has throughout this replication (variety of the
     * world), or its median before a replication begins.
     */
    public double value(int number) {
        return values[number];
    }

    public boolean isConstant(int number) {
        return laws[number].isConstant();
    }

    /** The number's quantile. */
    public double draw(int number, double u) {
        double drawn = laws[number].quantile(u) * factors[number];
        return Math.max(lows[number], Math.min(highs[number], drawn));
    }

    /** A time in nanoseconds; {@link Long#MAX_VALUE} for never. */
    public long time(int number, double u) {
        return Clock.ofNanos(draw(number, u));
    }

    /** Draws, for a replication, what each random number is where it is read as one value. */
    public void vary(long replicationKey) {
        variety = replicationKey;
        varied = true;
        for (int p = 0; p < laws.length; p++) {
            if (!laws[p].isConstant()) {
                values[p] = oneValue(p);
            }
        }
    }

    private double oneValue(int p) {
        double u = varied && !laws[p].isConstant() ? Dice.uniform(variety, Purpose.NUMBER, parameters.key(p), 0) : 0.5;
        return draw(p, u);
    }

    void follow(boolean[] leversOn) {
        for (int p = 0; p < laws.length; p++) {
            if (!parameters.operations(p).isEmpty()) {
                follow(p, leversOn);
            }
        }
    }

    private void follow(int p, boolean[] leversOn) {
        Sampler law = parameters.law(p);
        double factor = 1;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        int setBy = -1;
        for (Parameters.Operation operation : parameters.operations(p)) {
            if (!leversOn[operation.lever()]) {
                continue;
            }
            switch (operation.operator()) {
                case SETS -> {
                    // Of two levers that set one number, the one that says `over:` the other wins.
                    if (setBy < 0 || operation.over() == setBy) {
                        law = operation.law();
                        setBy = operation.lever();
                    }
                }
                case SCALES -> factor *= operation.value();
                case AT_LEAST -> low = Math.max(low, operation.value());
                case AT_MOST -> high = Math.min(high, operation.value());
            }
        }
        laws[p] = law;
        factors[p] = factor;
        lows[p] = low;
        highs[p] = high;
        values[p] = oneValue(p);
    }

    @Override
    public void reset() {
        varied = false;
        follow(noLever);
        for (int p = 0; p < laws.length; p++) {
            if (!laws[p].isConstant()) {
                values[p] = oneValue(p);
            }
        }
    }

    @Override
    public void copyFrom(Numbers other) {
        System.arraycopy(other.laws, 0, laws, 0, laws.length);
        System.arraycopy(other.factors, 0, factors, 0, factors.length);
        System.arraycopy(other.lows, 0, lows, 0, lows.length);
        System.arraycopy(other.highs, 0, highs, 0, highs.length);
        System.arraycopy(other.values, 0, values, 0, values.length);
        variety = other.variety;
        varied = other.varied;
    }

    @Override
    public void digest(Digest digest) {
        for (double value : values) {
            digest.putDouble(value);
        }
    }
}
