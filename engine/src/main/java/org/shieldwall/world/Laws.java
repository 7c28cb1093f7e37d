package org.shieldwall.world;

import java.util.List;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Quantity;

/** Turns the laws of the language into samplers. */
final class Laws {
    private Laws() {}

    static Sampler sampler(Quantity.Distribution law, double scale) {
        if (law instanceof Quantity.Constant constant) {
            return Sampler.constant(constant.value() * scale);
        }
        Sampler sampler = sampler(law);
        return scale == 1 ? sampler : sampler.times(scale);
    }

    /** A time in nanoseconds. */
    static Sampler time(Quantity quantity) {
        return sampler(quantity.distribution(), Parameters.NANOS);
    }

    /** The median of what is written, where a single figure is wanted. */
    static double middle(Quantity quantity) {
        return sampler(quantity.distribution(), 1).quantile(0.5);
    }

    private static Sampler sampler(Quantity.Distribution law) {
        if (law instanceof Quantity.Constant constant) {
            return Sampler.constant(constant.value());
        } else if (law instanceof Quantity.Exponential exponential) {
            return Sampler.exponential(exponential.mean());
        } else if (law instanceof Quantity.Lognormal lognormal) {
            return Sampler.lognormal(lognormal.mu(), lognormal.sigma());
        } else if (law instanceof Quantity.Triangular triangular) {
            return Sampler.triangular(triangular.low(), triangular.mode(), triangular.high());
        } else if (law instanceof Quantity.Gamma gamma) {
            return Sampler.gamma(gamma.shape(), gamma.scale());
        } else if (law instanceof Quantity.Weibull weibull) {
            return Sampler.weibull(weibull.shape(), weibull.scale());
        } else if (law instanceof Quantity.Beta beta) {
            return Sampler.beta(beta.alpha(), beta.beta());
        } else if (law instanceof Quantity.Uniform uniform) {
            return Sampler.uniform(uniform.low(), uniform.high());
        } else if (law instanceof Quantity.Empirical empirical) {
            return Sampler.empirical(array(empirical.values()), array(empirical.weights()));
        } else if (law instanceof Quantity.Mixture mixture) {
            Sampler[] parts = mixture.parts().stream().map(Laws::sampler).toArray(Sampler[]::new);
            return Sampler.mixture(array(mixture.weights()), parts);
        } else if (law instanceof Quantity.Never never) {
            return sampler(never.otherwise()).withNever(never.share());
        }
        throw new IllegalArgumentException("No sampler for the law (%s).".formatted(law));
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
