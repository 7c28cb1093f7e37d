package org.shieldwall.kernel;

/** A distribution of a value that happens in any case, in its own unit: what a {@link Sampler} inverts. Immutable. */
sealed interface Law
        permits ConstantLaw,
                UniformLaw,
                TriangularLaw,
                ExponentialLaw,
                WeibullLaw,
                LognormalLaw,
                GammaLaw,
                BetaLaw,
                EmpiricalLaw,
                MixtureLaw {

    /** The value that a share u of all draws does not exceed; non-decreasing. Allocates nothing. */
    double quantile(double u);

    double mean();

    /** The probability of at most x. Not for the loop. */
    double cumulative(double x);

    /** The probability of more than x; precise where it is small, as far as the family allows. Not for the loop. */
    default double survival(double x) {
        return 1 - cumulative(x);
    }

    /** Values at which the density jumps or bends, and values with a probability of their own. */
    double[] corners();
}
