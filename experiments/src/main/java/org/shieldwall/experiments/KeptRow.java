package org.shieldwall.experiments;

import org.jspecify.annotations.Nullable;

/** What a file of runs holds of one run: curves as steps while there is no grid, then as their values on the grid. */
record KeptRow(double[] values, byte[] ends, StepCurve @Nullable [] curves, float @Nullable [] samples) {}
