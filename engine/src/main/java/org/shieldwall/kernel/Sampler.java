package org.shieldwall.kernel;

/**
 * A compiled distribution: turns a uniform number into a value by inversion.
 *
 * <p>{@link #quantile} never decreases, so that strategies which share a die also share its luck: a larger u is a
 * longer duration under every parameter. Values are in the unit of the parameters. {@link Double#POSITIVE_INFINITY}
 * means that the thing never happens; see {@link #withNever}.
 *
 * <p>Bits are the same on every JVM: formulas use {@link StableMath}, tables are made once with the pure-Java special
 * functions of commons-math. A draw allocates nothing and costs, without the die:
 *
 * <table>
 *   <caption>Cost and accuracy of a draw</caption>
 *   <tr><th>distribution<th>ns<th>relative error of the quantile
 *   <tr><td>constant, uniform, triangular<td>1 to 10<td>1e-15
 *   <tr><td>exponential<td>9<td>2e-16
 *   <tr><td>Weibull<td>36<td>1e-15
 *   <tr><td>lognormal<td>29<td>1e-12 σ
 *   <tr><td>empirical<td>5 to 10<td>exact
 *   <tr><td>gamma, beta, mixture<td>15<td>1e-6 of probability (table: {@link QuantileTable})
 * </table>
 *
 * <p>Immutable.
 */
public final class Sampler {
    private static final double LARGEST_U = 1 - 0x1p-53;

    /** Before the factor, and given that it happens. */
    private final Law law;

    private final double factor;

    /** The probability that it happens at all. */
    private final double possible;

    Sampler(Law law) {
        this(law, 1, 1);
    }

    private Sampler(Law law, double factor, double possible) {
        this.law = law;
        this.factor = factor;
        this.possible = possible;
    }

    /** Always the same value; positive infinity for what never happens. */
    public static Sampler constant(double value) {
        return value == Double.POSITIVE_INFINITY ? never() : new Sampler(ConstantLaw.of(value));
    }

    /** What never happens. */
    public static Sampler never() {
        return constant(0).withNever(1);
    }

    /** Uniform between two bounds, which may be equal. */
    public static Sampler uniform(double low, double high) {
        return new Sampler(UniformLaw.of(low, high));
    }

    /** Exponential: F(x) = 1 − exp(−x / mean). */
    public static Sampler exponential(double mean) {
        return new Sampler(ExponentialLaw.of(mean));
    }

    /** Lognormal: ln X is normal with mean mu and standard deviation sigma, which may be 0. */
    public static Sampler lognormal(double mu, double sigma) {
        return new Sampler(LognormalLaw.of(mu, sigma));
    }

    /** Triangular on [low, high] with its peak at the mode. */
    public static Sampler triangular(double low, double mode, double high) {
        return new Sampler(TriangularLaw.of(low, mode, high));
    }

    /** Gamma with mean shape × scale. The shape must be at least 0.001 and at most a million. */
    public static Sampler gamma(double shape, double scale) {
        Require.positive(scale, "scale", "gamma");
        return new Sampler(GammaLaw.of(shape)).times(scale);
    }

    /** Weibull: F(x) = 1 − exp(−(x / scale)^shape). */
    public static Sampler weibull(double shape, double scale) {
        return new Sampler(WeibullLaw.of(shape, scale));
    }

    /** Beta on [0, 1] with mean a / (a + b). Each must be at least 0.001 and at most a million. */
    public static Sampler beta(double a, double b) {
        return new Sampler(BetaLaw.of(a, b));
    }

    /** One of the given values, each with a probability in proportion to its weight. */
    public static Sampler empirical(double[] values, double[] weights) {
        return new Sampler(EmpiricalLaw.of(values, weights));
    }

    /**
     * One of several distributions, each with a probability in proportion to its weight. The distribution of the whole
     * is inverted, Σ weight × F(x) = u: one die decides, and a larger u is a larger value across the parts.
     */
    public static Sampler mixture(double[] weights, Sampler[] parts) {
        return MixtureLaw.of(weights, parts);
    }

    /**
     * The value that a share u of all draws does not exceed. Non-decreasing in u; at or beyond the ends of (0, 1) it
     * gives a bound of the support, or the largest value of a table.
     *
     * @param u in the open interval (0, 1), such as {@link Dice#uniform}
     */
    public double quantile(double u) {
        if (possible < 1) {
            if (u >= possible) {
                return Double.POSITIVE_INFINITY;
            }
            return law.quantile(Math.min(u / possible, LARGEST_U)) * factor;
        }
        return law.quantile(u) * factor;
    }

    /** The mean; positive infinity if it may never happen. */
    public double mean() {
        return possible < 1 ? Double.POSITIVE_INFINITY : meanIfEver();
    }

    /** The mean of the cases in which it happens; positive infinity if there are none. */
    public double meanIfEver() {
        return possible == 0 ? Double.POSITIVE_INFINITY : law.mean() * factor;
    }

    /** The probability that it never happens. */
    public double probabilityOfNever() {
        return 1 - possible;
    }

    /** Whether every draw gives the same value, never being one. */
    public boolean isConstant() {
        return possible == 0 || (possible == 1 && law instanceof ConstantLaw);
    }

    /** The distribution of the value times a factor, which must not be negative. */
    public Sampler times(double factor) {
        Require.finite(factor, "factor", "distribution");
        Require.that(factor >= 0, "The factor (%s) of a distribution must not be negative.", factor);
        return new Sampler(law, this.factor * factor, possible);
    }

    /** The same, but with this probability it never happens; what else could happen keeps its proportions. */
    public Sampler withNever(double probability) {
        Require.that(
                probability >= 0 && probability <= 1,
                "The probability (%s) that a thing never happens must lie between 0 and 1.",
                probability);
        return happeningWith(possible * (1 - probability));
    }

    /** The same, happening with this probability. */
    Sampler happeningWith(double probability) {
        return new Sampler(law, factor, probability);
    }

    Law law() {
        return law;
    }

    double factor() {
        return factor;
    }

    double possible() {
        return possible;
    }

    /** The probability of at most x, of the cases in which it happens. Not for the loop. */
    double cumulative(double x) {
        if (factor == 0) {
            return x >= 0 ? 1 : 0;
        }
        return law.cumulative(x / factor);
    }

    /** The probability of more than x, of the cases in which it happens; precise where it is small. */
    double survival(double x) {
        if (factor == 0) {
            return x >= 0 ? 0 : 1;
        }
        return law.survival(x / factor);
    }

    /** Values at which the density jumps or bends, and values with a probability of their own. */
    double[] corners() {
        double[] corners = law.corners();
        for (int i = 0; i < corners.length; i++) {
            corners[i] *= factor;
        }
        return corners;
    }
}
