package org.shieldwall.kernel;

import org.apache.commons.math3.special.Erf;

/** ln X is normal with mean mu and standard deviation sigma. */
record LognormalLaw(double mu, double sigma) implements Law {
    private static final double SQRT_2 = 1.4142135623730951;

    static Law of(double mu, double sigma) {
        Require.finite(mu, "mu", "lognormal");
        Require.finite(sigma, "sigma", "lognormal");
        Require.that(sigma >= 0, "The sigma (%s) of a lognormal must not be negative.", sigma);
        return sigma == 0 ? ConstantLaw.of(StableMath.exp(mu)) : new LognormalLaw(mu, sigma);
    }

    @Override
    public double quantile(double u) {
        return StableMath.exp(mu + sigma * StableMath.normalQuantile(u));
    }

    @Override
    public double mean() {
        return StableMath.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : Erf.erfc((mu - StableMath.log(x)) / sigma / SQRT_2) / 2;
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : Erf.erfc((StableMath.log(x) - mu) / sigma / SQRT_2) / 2;
    }

    @Override
    public double[] corners() {
        return new double[] {0};
    }
}
