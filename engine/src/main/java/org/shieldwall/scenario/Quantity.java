package org.shieldwall.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the scenario: constant or random, in the base unit of its dimension, with its origin.
 *
 * <p>Base units: times in seconds, rates per second, money in euros, shares and probabilities as fractions, counts as
 * they are. Options that levers may switch (an enum's constants) are constants holding the option's code.
 *
 * @param distribution the law of the number
 * @param origin where the number comes from; null where the scenario does not say
 */
public record Quantity(Distribution distribution, @Nullable Origin origin) {

    /** Where a number comes from: a key of {@code sources:}, or the words that explain an estimate. */
    public record Origin(@Nullable String source, @Nullable String estimate) {}

    /** The laws of the language; every one inverts to a non-decreasing quantile function. */
    public sealed interface Distribution {}

    public record Constant(double value) implements Distribution {}

    public record Exponential(double mean) implements Distribution {}

    /** {@code exp(mu + sigma z)}: median {@code exp(mu)}. */
    public record Lognormal(double mu, double sigma) implements Distribution {}

    public record Triangular(double low, double mode, double high) implements Distribution {}

    public record Gamma(double shape, double scale) implements Distribution {}

    public record Weibull(double shape, double scale) implements Distribution {}

    public record Beta(double alpha, double beta) implements Distribution {}

    public record Uniform(double low, double high) implements Distribution {}

    /** Values with weights; both lists of one length, weights not negative, sum positive. */
    public record Empirical(List<Double> values, List<Double> weights) implements Distribution {}

    public record Mixture(List<Double> weights, List<Distribution> parts) implements Distribution {}

    /** With probability {@code share} never (positive infinity), else drawn from {@code otherwise}. */
    public record Never(double share, Distribution otherwise) implements Distribution {}

    public static Quantity constant(double value) {
        return new Quantity(new Constant(value), null);
    }

    public static Quantity exponential(double mean) {
        return new Quantity(new Exponential(mean), null);
    }

    /** Lognormal by its median and its 90 % quantile, both in the base unit. */
    public static Quantity lognormal(double median, double p90) {
        return new Quantity(
                new Lognormal(StrictMath.log(median), StrictMath.log(p90 / median) / STANDARD_NORMAL_P90), null);
    }

    public static Quantity never() {
        return new Quantity(new Constant(Double.POSITIVE_INFINITY), null);
    }

    /** A capacity without end. */
    public static Quantity unlimited() {
        return never();
    }

    /** The 90 % quantile of the standard normal law. */
    public static final double STANDARD_NORMAL_P90 = 1.2815515655446004;
}
