package org.shieldwall.experiments.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How the results of runs are spread: a mean of runs in which nothing happened and runs in which everything fell says
 * little without it.
 *
 * @param zero share of runs with exactly 0, which stand in no bin
 * @param width of a bin, in the unit of the measure
 * @param from lower end of the first bin
 * @param counts runs in each bin; the lower end belongs to it
 */
public record Histogram(double zero, double from, double width, List<Integer> counts) {
    private static final int BINS_WANTED = 24;

    /** Bins with round limits that serve several samples alike. */
    public record Bins(double from, double width, int count) {

        public static Bins over(List<double[]> samples) {
            double least =
                    samples.stream().flatMapToDouble(Arrays::stream).min().orElse(0);
            double greatest =
                    samples.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
            double low = Math.min(0, least);
            double width = roundUp((greatest - low) / BINS_WANTED);
            double from = StrictMath.floor(low / width) * width;
            int count = Math.max(1, (int) StrictMath.floor((greatest - from) / width) + 1);
            return new Bins(from, width, count);
        }

        /** The next of 1, 2, 5, 10 … times a power of ten. */
        private static double roundUp(double x) {
            if (!(x > 0)) {
                return 1;
            }
            double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(x)));
            for (double step : new double[] {1, 2, 5}) {
                if (x <= step * power) {
                    return step * power;
                }
            }
            return 10 * power;
        }
    }

    public static Histogram of(double[] x, Bins bins) {
        Integer[] counts = new Integer[bins.count()];
        Arrays.fill(counts, 0);
        int zeros = 0;
        for (double value : x) {
            if (value == 0) {
                zeros++;
            } else {
                int bin = (int) StrictMath.floor((value - bins.from()) / bins.width());
                counts[Math.min(Math.max(bin, 0), counts.length - 1)]++;
            }
        }
        double zero = x.length == 0 ? Double.NaN : (double) zeros / x.length;
        return new Histogram(zero, bins.from(), bins.width(), List.of(counts));
    }
}
