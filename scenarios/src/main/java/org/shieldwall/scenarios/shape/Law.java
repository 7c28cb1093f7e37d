package org.shieldwall.scenarios.shape;

import java.util.Locale;

/** The laws of random numbers, as they are written. */
public enum Law {
    EXPONENTIAL("its mean", false),
    LOGNORMAL("{median, p90}, {median, sigma} or {mu, sigma}: of a time, mu also needs {unit}", false),
    TRIANGULAR("{low, mode, high} or [low, mode, high]", true),
    GAMMA("{shape, scale} or {median, p90}", false),
    WEIBULL("{shape, scale} or {median, p90}", false),
    BETA("{alpha, beta}, on shares only", true),
    UNIFORM("{low, high} or [low, high]", true),
    EMPIRICAL("{values: […], weights: […]}; equal weights may be left out", true),
    MIXTURE("a list of {share, of}; shares sum to 100 %", true);

    private final String parameters;
    private final boolean bounded;

    Law(String parameters, boolean bounded) {
        this.parameters = parameters;
        this.bounded = bounded;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String parameters() {
        return parameters;
    }

    /** It has an upper end of its own. */
    boolean isBounded() {
        return bounded;
    }
}
