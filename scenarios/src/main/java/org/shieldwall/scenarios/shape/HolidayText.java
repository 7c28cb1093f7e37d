package org.shieldwall.scenarios.shape;

import org.shieldwall.scenario.Shift;
import org.shieldwall.scenarios.text.Node;

/** A holiday, or some in a row, and where it is written. */
public record HolidayText(Shift.Days days, Node.Scalar written) {}
