package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.jspecify.annotations.Nullable;

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

    private enum Family {
        CONSTANT,
        UNIFORM,
        EXPONENTIAL,
        LOGNORMAL,
        TRIANGULAR,
        GAMMA,
        WEIBULL,
        BETA,
        EMPIRICAL,
        MIXTURE
    }

    private static final int CONSTANT = 0;
    private static final int UNIFORM = 1;
    private static final int EXPONENTIAL = 2;
    private static final int LOGNORMAL = 3;
    private static final int TRIANGULAR = 4;
    private static final int WEIBULL = 5;
    private static final int EMPIRICAL = 6;
    private static final int TABLE = 7;

    private static final double LARGEST_U = 1 - 0x1p-53;
    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;
    private static final double SQRT_2 = 1.4142135623730951;
    private static final double[] NONE = {};
    /** Below this, the first term of the series of P(k, x) or I_x(a, b) is the whole. */
    private static final double SERIES_LIMIT = 1e-14;

    private final Family family;
    /** How {@link #quantile} computes it. */
    private final int method;
    // The parameters, as the family orders them, and what is derived from them for speed.
    private final double p;
    private final double q;
    private final double r;
    /** Values of an empirical distribution, ascending. */
    private final double[] values;
    /** The probability of each value or a smaller one; weights of the parts of a mixture. */
    private final double[] cumulated;
    /** For equal cells of probability, as many as a power of two: the first value that a u in it can give. */
    private final int[] guide;

    private final Sampler[] parts;
    private final @Nullable QuantileTable table;
    /** Of the family itself: before the factor, and given that it happens. */
    private final double plainMean;

    private final double factor;
    /** The probability that it happens at all. */
    private final double possible;

    private Sampler(
            Family family,
            int method,
            double p,
            double q,
            double r,
            double[] values,
            double[] cumulated,
            int[] guide,
            Sampler[] parts,
            @Nullable QuantileTable table,
            double plainMean,
            double factor,
            double possible) {
        this.family = family;
        this.method = method;
        this.p = p;
        this.q = q;
        this.r = r;
        this.values = values;
        this.cumulated = cumulated;
        this.guide = guide;
        this.parts = parts;
        this.table = table;
        this.plainMean = plainMean;
        this.factor = factor;
        this.possible = possible;
    }

    private static Sampler formula(Family family, int method, double p, double q, double r, double mean) {
        return new Sampler(family, method, p, q, r, NONE, NONE, new int[0], new Sampler[0], null, mean, 1, 1);
    }

    private static Sampler tabulated(Family family, double p, double q, QuantileTable table, double mean) {
        return new Sampler(family, TABLE, p, q, 0, NONE, NONE, new int[0], new Sampler[0], table, mean, 1, 1);
    }

    /** Always the same value; positive infinity for what never happens. */
    public static Sampler constant(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return never();
        }
        requireFinite(value, "value", "constant");
        return formula(Family.CONSTANT, CONSTANT, value, 0, 0, value);
    }

    /** What never happens. */
    public static Sampler never() {
        return constant(0).withNever(1);
    }

    /** Uniform between two bounds, which may be equal. */
    public static Sampler uniform(double low, double high) {
        requireFinite(low, "lower bound", "uniform");
        requireFinite(high, "upper bound", "uniform");
        require(low <= high, "The lower bound (%s) of a uniform must not be above its upper bound (%s).", low, high);
        if (low == high) {
            return constant(low);
        }
        return formula(Family.UNIFORM, UNIFORM, low, high, high - low, low / 2 + high / 2);
    }

    /** Exponential: F(x) = 1 − exp(−x / mean). */
    public static Sampler exponential(double mean) {
        requirePositive(mean, "mean", "exponential");
        return formula(Family.EXPONENTIAL, EXPONENTIAL, mean, 0, 0, mean);
    }

    /** Lognormal: ln X is normal with mean mu and standard deviation sigma, which may be 0. */
    public static Sampler lognormal(double mu, double sigma) {
        requireFinite(mu, "mu", "lognormal");
        requireFinite(sigma, "sigma", "lognormal");
        require(sigma >= 0, "The sigma (%s) of a lognormal must not be negative.", sigma);
        if (sigma == 0) {
            return constant(StableMath.exp(mu));
        }
        return formula(Family.LOGNORMAL, LOGNORMAL, mu, sigma, 0, StableMath.exp(mu + sigma * sigma / 2));
    }

    /** The lognormal with this median and this 90 % quantile. */
    public static Sampler lognormalByMedianAndP90(double median, double p90) {
        requireQuantiles(median, p90, "lognormal");
        if (median == p90) {
            return constant(median);
        }
        double sigma = StableMath.log(p90 / median) / StableMath.normalQuantile(0.9);
        return lognormal(StableMath.log(median), sigma);
    }

    /** Triangular on [low, high] with its peak at the mode. */
    public static Sampler triangular(double low, double mode, double high) {
        requireFinite(low, "lower bound", "triangular");
        requireFinite(high, "upper bound", "triangular");
        require(
                low <= mode && mode <= high,
                "The mode (%s) of a triangular must lie between its bounds (%s and %s).",
                mode,
                low,
                high);
        if (low == high) {
            return constant(low);
        }
        return formula(Family.TRIANGULAR, TRIANGULAR, low, mode, high, (low + mode + high) / 3);
    }

    /** Gamma with mean shape × scale. The shape must be at least 0.001 and at most a million. */
    public static Sampler gamma(double shape, double scale) {
        requirePositive(shape, "shape", "gamma");
        requirePositive(scale, "scale", "gamma");
        require(shape >= 1e-3 && shape <= 1e6, "The shape (%s) of a gamma must lie between 0.001 and 1000000.", shape);
        QuantileTable table = new QuantileTable(gammaSource(shape), NONE);
        return tabulated(Family.GAMMA, shape, 0, table, shape).times(scale);
    }

    /** The gamma with this median and this 90 % quantile, which must be larger. */
    public static Sampler gammaByMedianAndP90(double median, double p90) {
        requireQuantiles(median, p90, "gamma");
        if (median == p90) {
            return constant(median);
        }
        double wanted = StableMath.log(p90 / median);
        DoubleUnaryOperator excess = lnShape -> {
            QuantileTable.Source source = gammaSource(StableMath.exp(lnShape));
            return wanted - StableMath.log(source.quantile(0.9, 0.1) / source.quantile(0.5, 0.5));
        };
        double shape = StableMath.exp(Root.of(excess, StableMath.log(1e-2), StableMath.log(1e6)));
        return gamma(shape, median / gammaSource(shape).quantile(0.5, 0.5));
    }

    /** Weibull: F(x) = 1 − exp(−(x / scale)^shape). */
    public static Sampler weibull(double shape, double scale) {
        requirePositive(shape, "shape", "Weibull");
        requirePositive(scale, "scale", "Weibull");
        return formula(Family.WEIBULL, WEIBULL, shape, scale, 1 / shape, scale * Gamma.gamma(1 + 1 / shape));
    }

    /** The Weibull with this median and this 90 % quantile. */
    public static Sampler weibullByMedianAndP90(double median, double p90) {
        requireQuantiles(median, p90, "Weibull");
        if (median == p90) {
            return constant(median);
        }
        double shape = StableMath.log(LN_10 / LN_2) / StableMath.log(p90 / median);
        return weibull(shape, median / StableMath.exp(StableMath.log(LN_2) / shape));
    }

    /** Beta on [0, 1] with mean a / (a + b). Each must be at least 0.001 and at most a million. */
    public static Sampler beta(double a, double b) {
        requirePositive(a, "a", "beta");
        requirePositive(b, "b", "beta");
        require(
                Math.min(a, b) >= 1e-3 && Math.max(a, b) <= 1e6,
                "The parameters (%s and %s) of a beta must lie between 0.001 and 1000000.",
                a,
                b);
        QuantileTable.Source source =
                (u, tail) -> u <= 0.5 ? lowerBetaQuantile(a, b, u) : 1 - lowerBetaQuantile(b, a, tail);
        return tabulated(Family.BETA, a, b, new QuantileTable(source, NONE), a / (a + b));
    }

    /** One of the given values, each with a probability in proportion to its weight. */
    public static Sampler empirical(double[] values, double[] weights) {
        require(
                values.length > 0 && values.length == weights.length,
                "An empirical distribution must have as many weights (%s) as values (%s), and at least one.",
                weights.length,
                values.length);
        Integer[] byValue = new Integer[values.length];
        Arrays.setAll(byValue, i -> i);
        Arrays.sort(byValue, (i, j) -> Double.compare(values[i], values[j]));
        double[] sorted = new double[values.length];
        double[] cumulated = new double[values.length];
        double total = 0;
        double sum = 0;
        int count = 0;
        for (int i : byValue) {
            requireFinite(values[i], "value", "empirical distribution");
            requireFinite(weights[i], "weight", "empirical distribution");
            require(weights[i] >= 0, "The weight (%s) in an empirical distribution must not be negative.", weights[i]);
            if (weights[i] > 0) {
                total += weights[i];
                sum += weights[i] * values[i];
                sorted[count] = values[i];
                cumulated[count++] = total;
            }
        }
        require(total > 0, "The weights of an empirical distribution must not all be 0 (their sum is %s).", total);
        sorted = Arrays.copyOf(sorted, count);
        cumulated = Arrays.copyOf(cumulated, count);
        for (int i = 0; i < count; i++) {
            cumulated[i] /= total;
        }
        cumulated[count - 1] = 1;
        int[] guide = new int[Integer.highestOneBit(count) << 1];
        int value = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            while (cumulated[value] < cell / (double) guide.length) {
                value++;
            }
            guide[cell] = value;
        }
        return new Sampler(
                Family.EMPIRICAL,
                EMPIRICAL,
                0,
                0,
                0,
                sorted,
                cumulated,
                guide,
                new Sampler[0],
                null,
                sum / total,
                1,
                1);
    }

    /**
     * One of several distributions, each with a probability in proportion to its weight. The distribution of the whole
     * is inverted, Σ weight × F(x) = u: one die decides, and a larger u is a larger value across the parts.
     */
    public static Sampler mixture(double[] weights, Sampler[] parts) {
        require(
                parts.length > 0 && parts.length == weights.length,
                "A mixture must have as many weights (%s) as parts (%s), and at least one.",
                weights.length,
                parts.length);
        List<Sampler> flatParts = new ArrayList<>();
        List<Double> flatWeights = new ArrayList<>();
        double total = 0;
        double happening = 0;
        for (int i = 0; i < parts.length; i++) {
            requireFinite(weights[i], "weight", "mixture");
            require(weights[i] >= 0, "The weight (%s) in a mixture must not be negative.", weights[i]);
            total += weights[i];
            double happens = weights[i] * parts[i].possible;
            happening += happens;
            if (happens > 0) {
                parts[i].flattenInto(flatParts, flatWeights, happens);
            }
        }
        require(total > 0, "The weights of a mixture must not all be 0 (their sum is %s).", total);
        if (flatParts.isEmpty()) {
            return never();
        }
        double[] shares = new double[flatParts.size()];
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = flatWeights.get(i) / happening;
            mean += shares[i] * flatParts.get(i).mean();
        }
        Sampler[] flat = flatParts.toArray(new Sampler[0]);
        double possible = happening >= total ? 1 : happening / total;
        if (flat.length == 1) {
            return flat[0].happeningWith(possible);
        }
        QuantileTable table = new Mixture(shares, flat).table();
        return new Sampler(Family.MIXTURE, TABLE, 0, 0, 0, NONE, shares, new int[0], flat, table, mean, 1, possible);
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
            return plainQuantile(Math.min(u / possible, LARGEST_U)) * factor;
        }
        return plainQuantile(u) * factor;
    }

    private double plainQuantile(double u) {
        return switch (method) {
            case CONSTANT -> p;
            case UNIFORM -> p + r * u;
            case EXPONENTIAL -> -p * StableMath.log(1 - u);
            case LOGNORMAL -> StableMath.exp(p + q * StableMath.normalQuantile(u));
            case TRIANGULAR -> triangularQuantile(u);
            case WEIBULL -> q * StableMath.exp(StableMath.log(-StableMath.log(1 - u)) * r);
            case EMPIRICAL -> empiricalQuantile(u);
            default -> tableQuantile(u);
        };
    }

    private double tableQuantile(double u) {
        QuantileTable table = this.table;
        return table == null ? Double.NaN : table.quantile(u);
    }

    private double triangularQuantile(double u) {
        double rising = q - p;
        double width = r - p;
        if (u * width < rising) {
            return Math.min(p + Math.sqrt(u * width * rising), q);
        }
        return Math.max(r - Math.sqrt((1 - u) * width * (r - q)), q);
    }

    private double empiricalQuantile(double u) {
        int value = guide[Math.min((int) (u * guide.length), guide.length - 1)];
        while (cumulated[value] < u) {
            value++;
        }
        return values[value];
    }

    /** The mean; positive infinity if it may never happen. */
    public double mean() {
        return possible < 1 ? Double.POSITIVE_INFINITY : meanIfEver();
    }

    /** The mean of the cases in which it happens; positive infinity if there are none. */
    public double meanIfEver() {
        return possible == 0 ? Double.POSITIVE_INFINITY : plainMean * factor;
    }

    /** The probability that it never happens. */
    public double probabilityOfNever() {
        return 1 - possible;
    }

    /** Whether every draw gives the same value, never being one. */
    public boolean isConstant() {
        return possible == 0 || (possible == 1 && family == Family.CONSTANT);
    }

    /** The distribution of the value times a factor, which must not be negative. */
    public Sampler times(double factor) {
        requireFinite(factor, "factor", "distribution");
        require(factor >= 0, "The factor (%s) of a distribution must not be negative.", factor);
        return with(this.factor * factor, possible);
    }

    /** The same, but with this probability it never happens; what else could happen keeps its proportions. */
    public Sampler withNever(double probability) {
        require(
                probability >= 0 && probability <= 1,
                "The probability (%s) that a thing never happens must lie between 0 and 1.",
                probability);
        return with(factor, possible * (1 - probability));
    }

    private Sampler happeningWith(double probability) {
        return with(factor, probability);
    }

    private Sampler with(double factor, double possible) {
        return new Sampler(
                family, method, p, q, r, values, cumulated, guide, parts, table, plainMean, factor, possible);
    }

    private void flattenInto(List<Sampler> flatParts, List<Double> flatWeights, double weight) {
        if (family == Family.MIXTURE) {
            for (int i = 0; i < parts.length; i++) {
                flatParts.add(parts[i].times(factor));
                flatWeights.add(weight * cumulated[i]);
            }
        } else {
            flatParts.add(happeningWith(1));
            flatWeights.add(weight);
        }
    }

    /** The probability of at most x, of the cases in which it happens. Not for the loop. */
    double cumulative(double x) {
        if (factor == 0) {
            return x >= 0 ? 1 : 0;
        }
        return plainCumulative(x / factor);
    }

    /** The probability of more than x, of the cases in which it happens; precise where it is small. */
    double survival(double x) {
        if (factor == 0) {
            return x >= 0 ? 0 : 1;
        }
        double plain = x / factor;
        return switch (family) {
            case EXPONENTIAL -> plain <= 0 ? 1 : StableMath.exp(-plain / p);
            case WEIBULL -> plain <= 0 ? 1 : StableMath.exp(-weibullHazard(plain));
            case LOGNORMAL -> plain <= 0 ? 1 : Erf.erfc((StableMath.log(plain) - p) / q / SQRT_2) / 2;
            case GAMMA -> plain <= 0 ? 1 : Gamma.regularizedGammaQ(p, plain);
            case BETA -> plain <= 0 ? 1 : plain >= 1 ? 0 : Beta.regularizedBeta(1 - plain, q, p);
            case TRIANGULAR ->
                plain < q ? 1 - plainCumulative(plain) : square(Math.max(r - plain, 0)) / ((r - p) * (r - q));
            default -> 1 - plainCumulative(plain);
        };
    }

    private double plainCumulative(double x) {
        return switch (family) {
            case CONSTANT -> x >= p ? 1 : 0;
            case UNIFORM -> Math.min(Math.max((x - p) / r, 0), 1);
            case EXPONENTIAL -> x <= 0 ? 0 : 1 - StableMath.exp(-x / p);
            case WEIBULL -> x <= 0 ? 0 : 1 - StableMath.exp(-weibullHazard(x));
            case LOGNORMAL -> x <= 0 ? 0 : Erf.erfc((p - StableMath.log(x)) / q / SQRT_2) / 2;
            case TRIANGULAR -> triangularCumulative(x);
            case GAMMA -> x <= 0 ? 0 : Gamma.regularizedGammaP(p, x);
            case BETA -> x <= 0 ? 0 : x >= 1 ? 1 : Beta.regularizedBeta(x, p, q);
            case EMPIRICAL -> empiricalCumulative(x);
            case MIXTURE -> mixtureCumulative(x);
        };
    }

    private double triangularCumulative(double x) {
        if (x < q) {
            return square(Math.max(x - p, 0)) / ((r - p) * (q - p));
        }
        return x >= r ? 1 : 1 - square(r - x) / ((r - p) * (r - q));
    }

    private double empiricalCumulative(double x) {
        int place = Arrays.binarySearch(values, x);
        if (place < 0) {
            return place == -1 ? 0 : cumulated[-place - 2];
        }
        while (place + 1 < values.length && values[place + 1] == x) {
            place++;
        }
        return cumulated[place];
    }

    private double mixtureCumulative(double x) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += cumulated[i] * parts[i].cumulative(x);
        }
        return Math.min(sum, 1);
    }

    private double weibullHazard(double x) {
        return StableMath.exp(StableMath.log(x / q) * p);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Values at which the density jumps or bends, and values with a probability of their own. */
    private double[] corners() {
        double[] corners =
                switch (family) {
                    case CONSTANT -> new double[] {p};
                    case UNIFORM -> new double[] {p, q};
                    case TRIANGULAR -> new double[] {p, q, r};
                    case BETA -> new double[] {0, 1};
                    case EMPIRICAL -> values.clone();
                    case EXPONENTIAL, LOGNORMAL, GAMMA, WEIBULL, MIXTURE -> new double[] {0};
                };
        for (int i = 0; i < corners.length; i++) {
            corners[i] *= factor;
        }
        return corners;
    }

    /** The inversion of Σ share × F(x) = u. */
    private record Mixture(double[] shares, Sampler[] parts) {

        /** Values this near to a corner, relative, are the corner. */
        private static final double NEAR_CORNER = 1e-12;

        QuantileTable table() {
            double[] corners = Arrays.stream(parts)
                    .flatMapToDouble(part -> Arrays.stream(part.corners()))
                    .sorted()
                    .distinct()
                    .toArray();
            double[] jumps = new double[2 * corners.length];
            for (int i = 0; i < corners.length; i++) {
                jumps[2 * i] = probabilityUpTo(Math.nextDown(corners[i]));
                jumps[2 * i + 1] = probabilityUpTo(corners[i]);
            }
            double[] inside = Arrays.stream(jumps).filter(u -> u > 0 && u < 1).toArray();
            return new QuantileTable((u, tail) -> quantile(u, tail, corners), inside);
        }

        private double probabilityUpTo(double x) {
            double below = below(x);
            return below <= 0.5 ? below : 1 - above(x);
        }

        private double below(double x) {
            double sum = 0;
            for (int i = 0; i < parts.length; i++) {
                sum += shares[i] * parts[i].cumulative(x);
            }
            return sum;
        }

        private double above(double x) {
            double sum = 0;
            for (int i = 0; i < parts.length; i++) {
                sum += shares[i] * parts[i].survival(x);
            }
            return sum;
        }

        private double quantile(double u, double tail, double[] corners) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Sampler part : parts) {
                double value = part.quantile(u);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            // the tables of the parts are not exact
            least -= Math.abs(least) * 1e-3;
            most += Math.abs(most) * 1e-3;
            double value = Root.of(x -> u <= 0.5 ? below(x) - u : tail - above(x), least, most);
            int place = Arrays.binarySearch(corners, value);
            if (place >= 0) {
                return value;
            }
            int after = -place - 1;
            if (after < corners.length && corners[after] - value <= NEAR_CORNER * Math.abs(corners[after])) {
                return corners[after];
            }
            if (after > 0 && value - corners[after - 1] <= NEAR_CORNER * Math.abs(corners[after - 1])) {
                return corners[after - 1];
            }
            return value;
        }
    }

    /** Quantiles of the gamma with scale 1, found on logarithmic axes, on which they are nearly straight. */
    private static QuantileTable.Source gammaSource(double shape) {
        double lnGamma = Gamma.logGamma(shape + 1);
        return (u, tail) -> {
            double lnFirst = (StableMath.log(u) + lnGamma) / shape;
            if (lnFirst < StableMath.log(SERIES_LIMIT)) {
                return StableMath.exp(lnFirst);
            }
            DoubleUnaryOperator excess = u <= 0.5
                    ? lnX -> StableMath.log(Gamma.regularizedGammaP(shape, StableMath.exp(lnX))) - StableMath.log(u)
                    : lnX -> StableMath.log(tail) - StableMath.log(Gamma.regularizedGammaQ(shape, StableMath.exp(lnX)));
            // no gamma has its quantiles below the first term of the series, nor 40 deviations and 40 above its mean
            double most = StableMath.log(shape + 40 * Math.sqrt(shape) + 40);
            return StableMath.exp(Root.of(excess, lnFirst, most));
        };
    }

    /** The quantile of u at most one half, of a beta. */
    private static double lowerBetaQuantile(double a, double b, double u) {
        double lnFirst = (StableMath.log(u) + StableMath.log(a) + Beta.logBeta(a, b)) / a;
        if (lnFirst < StableMath.log(SERIES_LIMIT / (1 + b))) {
            return StableMath.exp(lnFirst);
        }
        DoubleUnaryOperator excess =
                lnX -> StableMath.log(Beta.regularizedBeta(StableMath.exp(lnX), a, b)) - StableMath.log(u);
        double least = StableMath.log(SERIES_LIMIT / (1 + b)) - 1;
        return StableMath.exp(Root.of(excess, least, 0));
    }

    private static void requireQuantiles(double median, double p90, String family) {
        requirePositive(median, "median", family);
        requirePositive(p90, "90 % quantile", family);
        require(
                median <= p90,
                "The median (%s) of a " + family + " must not be above its 90 %% quantile (%s).",
                median,
                p90);
    }

    private static void requirePositive(double value, String name, String family) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") of a " + family + " must be positive and finite.");
        }
    }

    private static void requireFinite(double value, String name, String family) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") of a " + family
                    + " must be finite.\nMaybe use withNever for what never happens.");
        }
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
