package org.shieldwall.experiments;

import org.jspecify.annotations.Nullable;

/** What a file of runs holds of one run: the curve as steps while there is no grid, then as its values on the grid. */
record KeptRow(double[] values, byte[] ends, @Nullable StepCurve curve, float @Nullable [] samples) {}
