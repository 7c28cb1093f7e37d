package org.shieldwall.cli;

import org.shieldwall.measure.Curve;

/** A curve in one line of characters, each as high as the greatest value in its stretch of time. */
final class Sparkline {
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(Curve curve, long from, long until, int columns) {
        double[] greatest = new double[columns];
        double peak = 0;
        for (int i = 0; i < curve.size(); i++) {
            long begins = Math.max(from, curve.timeNanos(i));
            long ends = Math.min(until, i + 1 < curve.size() ? curve.timeNanos(i + 1) : until);
            if (begins >= ends) {
                continue;
            }
            int first = column(begins, from, until, columns);
            int last = column(ends - 1, from, until, columns);
            for (int column = first; column <= last; column++) {
                greatest[column] = Math.max(greatest[column], curve.value(i));
            }
            peak = Math.max(peak, curve.value(i));
        }
        StringBuilder line = new StringBuilder();
        for (double value : greatest) {
            line.append(LEVELS.charAt(peak == 0 ? 0 : (int) Math.ceil(value / peak * (LEVELS.length() - 1))));
        }
        return line.toString();
    }

    private static int column(long time, long from, long until, int columns) {
        return (int) Math.min(columns - 1L, (long) ((double) (time - from) / (until - from) * columns));
    }
}
