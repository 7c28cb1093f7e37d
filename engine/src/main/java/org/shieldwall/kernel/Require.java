package org.shieldwall.kernel;

import java.util.Locale;

/** What parameters of distributions must be, said with their values. */
final class Require {
    private Require() {}

    static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }

    static void positive(double value, String name, String family) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") of a " + family + " must be positive and finite.");
        }
    }

    static void finite(double value, String name, String family) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") of a " + family
                    + " must be finite.\nMaybe use withNever for what never happens.");
        }
    }
}
