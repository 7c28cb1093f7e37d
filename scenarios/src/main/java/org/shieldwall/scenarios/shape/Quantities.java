package org.shieldwall.scenarios.shape;

import org.shieldwall.scenario.Quantity;

/** Questions to numbers. */
public final class Quantities {
    private Quantities() {}

    /** The value of a number whose shape allows constants only. */
    public static double constant(Quantity quantity) {
        if (quantity.distribution() instanceof Quantity.Constant constant) {
            return constant.value();
        }
        throw new IllegalStateException(
                "The number (" + quantity + ") is random. Maybe its shape should not allow it.");
    }
}
