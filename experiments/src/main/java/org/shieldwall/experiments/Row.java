package org.shieldwall.experiments;

import java.util.Arrays;

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
    /** People without service: of all sectors, then of each. */
    final StepCurve[] curves;

    Row(int columns, int conditions, int sectors) {
        values = new double[columns];
        ends = new byte[columns];
        given = new boolean[conditions];
        curves = new StepCurve[1 + sectors];
        Arrays.setAll(curves, i -> new StepCurve());
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
        return curves[0];
    }

    /** To be filled: the same of one of the model's sectors. */
    public StepCurve curve(int sector) {
        return curves[1 + sector];
    }
}
