package org.shieldwall.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of several distributions; the whole is inverted, Σ share × F(x) = u, as a table. Its parts are no mixtures. */
final class MixtureLaw implements Law {
    /** Values this near to a corner, relative, are the corner. */
    private static final double NEAR_CORNER = 1e-12;

    private final double[] shares;
    private final Sampler[] parts;
    private final double[] corners;
    private final double mean;
    private final QuantileTable table;

    private MixtureLaw(double[] shares, Sampler[] parts, double mean) {
        this.shares = shares;
        this.parts = parts;
        this.mean = mean;
        corners = Arrays.stream(parts)
                .flatMapToDouble(part -> Arrays.stream(part.corners()))
                .sorted()
                .distinct()
                .toArray();
        table = new QuantileTable(this::invert, jumps());
    }

    static Sampler of(double[] weights, Sampler[] parts) {
        Require.that(
                parts.length > 0 && parts.length == weights.length,
                "A mixture must have as many weights (%s) as parts (%s), and at least one.",
                weights.length,
                parts.length);
        List<Sampler> flatParts = new ArrayList<>();
        List<Double> flatWeights = new ArrayList<>();
        double total = 0;
        double happening = 0;
        for (int i = 0; i < parts.length; i++) {
            Require.finite(weights[i], "weight", "mixture");
            Require.that(weights[i] >= 0, "The weight (%s) in a mixture must not be negative.", weights[i]);
            total += weights[i];
            double happens = weights[i] * parts[i].possible();
            happening += happens;
            if (happens > 0) {
                flatten(parts[i], happens, flatParts, flatWeights);
            }
        }
        Require.that(total > 0, "The weights of a mixture must not all be 0 (their sum is %s).", total);
        if (flatParts.isEmpty()) {
            return Sampler.never();
        }
        double[] shares = new double[flatParts.size()];
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = flatWeights.get(i) / happening;
            mean += shares[i] * flatParts.get(i).mean();
        }
        double possible = happening >= total ? 1 : happening / total;
        Sampler whole = flatParts.size() == 1
                ? flatParts.get(0)
                : new Sampler(new MixtureLaw(shares, flatParts.toArray(Sampler[]::new), mean));
        return whole.happeningWith(possible);
    }

    private static void flatten(Sampler part, double weight, List<Sampler> flatParts, List<Double> flatWeights) {
        if (part.law() instanceof MixtureLaw mixture) {
            for (int i = 0; i < mixture.parts.length; i++) {
                flatParts.add(mixture.parts[i].times(part.factor()));
                flatWeights.add(weight * mixture.shares[i]);
            }
        } else {
            flatParts.add(part.happeningWith(1));
            flatWeights.add(weight);
        }
    }

    /** Probabilities at which the quantile jumps or bends. */
    private double[] jumps() {
        double[] jumps = new double[2 * corners.length];
        for (int i = 0; i < corners.length; i++) {
            jumps[2 * i] = probabilityUpTo(Math.nextDown(corners[i]));
            jumps[2 * i + 1] = probabilityUpTo(corners[i]);
        }
        return Arrays.stream(jumps).filter(u -> u > 0 && u < 1).toArray();
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

    private double invert(double u, double tail) {
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
        return atCorner(Root.of(x -> u <= 0.5 ? below(x) - u : tail - above(x), least, most));
    }

    private double atCorner(double value) {
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

    @Override
    public double quantile(double u) {
        return table.quantile(u);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cumulative(double x) {
        return Math.min(below(x), 1);
    }

    @Override
    public double[] corners() {
        return corners.clone();
    }
}
