package org.shieldwall.experiments.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap of a mean (Efron, Better bootstrap confidence intervals, JASA 82, 1987).
 *
 * <p>Draws are addressed by (resample, position), so that equal data give equal intervals on every machine. Costs
 * {@value #RESAMPLES} × n draws.
 */
public final class Bootstrap {
    static final int RESAMPLES = 4_000;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private Bootstrap() {}

    public static Interval meanInterval(double[] x, double confidence) {
        double mean = Means.mean(x);
        double[] resampled = resampledMeans(x);
        Arrays.sort(resampled);
        if (resampled[0] == resampled[RESAMPLES - 1]) {
            return new Interval(mean, mean, mean, confidence);
        }
        double bias = STANDARD_NORMAL.inverseCumulativeProbability(shareBelow(resampled, mean));
        // The jackknife's acceleration, which for a mean is its skewness over six.
        double acceleration = Means.skewness(x) / (6 * StrictMath.sqrt(x.length));
        double tail = (1 - confidence) / 2;
        return new Interval(
                mean,
                quantile(resampled, corrected(tail, bias, acceleration)),
                quantile(resampled, corrected(1 - tail, bias, acceleration)),
                confidence);
    }

    private static double corrected(double level, double bias, double acceleration) {
        double z = bias + STANDARD_NORMAL.inverseCumulativeProbability(level);
        return STANDARD_NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
    }

    private static double[] resampledMeans(double[] x) {
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            long address = mix(resample);
            for (int i = 0; i < x.length; i++) {
                sum += x[(int) Math.multiplyHigh(mix(address + i) >>> 1, 2L * x.length)];
            }
            means[resample] = sum / x.length;
        }
        return means;
    }

    /** Share of resamples below the value, ties counted half and never 0 or 1. */
    private static double shareBelow(double[] sorted, double value) {
        double below = 0;
        for (double resampled : sorted) {
            below += resampled < value ? 1 : resampled == value ? 0.5 : 0;
        }
        return Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length;
    }

    private static double quantile(double[] sorted, double level) {
        double position = level * (sorted.length + 1) - 1;
        int below = (int) StrictMath.floor(position);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over golden-ratio steps. */
    private static long mix(long address) {
        long z = (address + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
