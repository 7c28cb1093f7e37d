package org.shieldwall.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a monotone function crosses zero.
 *
 * <p>Chandrupatla, <i>A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without
 * using derivatives</i>, Advances in Engineering Software 28, 1997: as safe as bisection, also at jumps, and some three
 * times quicker on smooth functions.
 */
final class Root {

    private static final double RELATIVE_TOLERANCE = 1e-14;
    private static final int MAX_STEPS = 2_000;

    private Root() {}

    /** A point within the bracket where the function is 0 or changes its sign; an end if it does so nowhere. */
    static double of(DoubleUnaryOperator function, double from, double to) {
        double x2 = from;
        double f2 = function.applyAsDouble(x2);
        double x1 = to;
        double f1 = function.applyAsDouble(x1);
        if (f1 == 0 || f2 == 0 || f1 > 0 == f2 > 0) {
            return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
        }
        double t = 0.5;
        for (int step = 0; step < MAX_STEPS; step++) {
            double x = x1 + t * (x2 - x1);
            double f = function.applyAsDouble(x);
            double x3;
            double f3;
            if (f > 0 == f1 > 0) {
                x3 = x1;
                f3 = f1;
            } else {
                x3 = x2;
                f3 = f2;
                x2 = x1;
                f2 = f1;
            }
            x1 = x;
            f1 = f;
            double best = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
            double width = Math.abs(x2 - x1);
            double least = (RELATIVE_TOLERANCE * Math.abs(best) + Double.MIN_NORMAL) / width;
            if (!(least < 0.5) || f1 == 0) {
                return best;
            }
            double xi = (x1 - x2) / (x3 - x2);
            double phi = (f1 - f2) / (f3 - f2);
            if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
                t = f1 / (f2 - f1) * (f3 / (f2 - f3)) + (x3 - x1) / (x2 - x1) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
            } else {
                t = 0.5;
            }
            t = Math.min(Math.max(t, least), 1 - least);
        }
        return x1;
    }
}
