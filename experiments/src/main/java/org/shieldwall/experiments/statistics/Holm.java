package org.shieldwall.experiments.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down adjustment for several comparisons (Scand. J. Statist. 6, 1979): holds under any dependence. */
public final class Holm {
    private Holm() {}

    /** @return adjusted p-values in the order given */
    public static double[] adjust(double... p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double greatest = 0;
        for (int step = 0; step < p.length; step++) {
            int i = ascending[step];
            greatest = Math.max(greatest, Math.min(1, (p.length - step) * p[i]));
            adjusted[i] = greatest;
        }
        return adjusted;
    }
}
