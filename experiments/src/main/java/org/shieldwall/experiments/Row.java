package org.shieldwall.experiments;

/**
 * What is kept of one run.
 *
 * <p>{@code values} has one entry for each column, NaN where the measure does not exist in this run; {@code ends} says how
 * each column of kind TIME ended (see {@link org.shieldwall.experiments.statistics.CumulativeIncidence}); {@code given}
 * says for each condition asked for whether the run met it.
 */
public final class Row {
    final double[] values;
    final byte[] ends;
    final boolean[] given;
    final StepCurve curve = new StepCurve();

    Row(int columns, int conditions) {
        values = new double[columns];
        ends = new byte[columns];
        given = new boolean[conditions];
    }

    /** To be filled, one for each column. */
    public double[] values() {
        return values;
    }

    /** To be filled, one for each column. */
    public byte[] ends() {
        return ends;
    }

    /** To be filled, one for each condition. */
    public boolean[] given() {
        return given;
    }

    /** To be filled: people without service as time passes. */
    public StepCurve curve() {
        return curve;
    }
}
