package org.shieldwall.attack;

import org.shieldwall.kernel.StableMath;

/** Moves a probability by skill and hardening on the logistic scale. */
final class Odds {
    private Odds() {}

    /** {@code logit p = logit p0 + a (skill − ½) − b (hardening − ½)}; 0 and 1 stay what they are. */
    static double shifted(double p0, double a, double skill, double b, double hardening) {
        if (p0 <= 0 || p0 >= 1) {
            return p0;
        }
        double logit = StableMath.log(p0 / (1 - p0)) + a * (skill - 0.5) - b * (hardening - 0.5);
        return 1 / (1 + StableMath.exp(-logit));
    }
}
