package org.shieldwall.cli;

import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** Means with their intervals as whiskers on one scale, in characters: {@code ├─●─┤}. Amounts start at zero. */
final class WhiskerChart {
    private static final int FEWEST_STEPS = 3;
    private static final int MOST_STEPS = 4;

    private final double step;
    private final int steps;
    private final int columnsPerStep;

    /**
     * @param greatest value to be shown
     * @param columns at most
     */
    WhiskerChart(double greatest, int columns) {
        double[] round = {1, 2, 2.5, 5, 10};
        double wanted = greatest > 0 ? greatest : 1;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(wanted)) - 1);
        double chosen = Double.NaN;
        for (int decade = 0; decade < 3 && Double.isNaN(chosen); decade++, power *= 10) {
            for (double factor : round) {
                int needed = (int) StrictMath.ceil(wanted / (factor * power) - 1e-9);
                if (needed >= FEWEST_STEPS && needed <= MOST_STEPS) {
                    chosen = factor * power;
                    break;
                }
            }
        }
        step = Double.isNaN(chosen) ? wanted / FEWEST_STEPS : chosen;
        steps = Math.max(FEWEST_STEPS, (int) StrictMath.ceil(wanted / step - 1e-9));
        columnsPerStep = (columns - 1) / steps;
    }

    int columns() {
        return steps * columnsPerStep + 1;
    }

    /** Labels over the grid lines. */
    String axis() {
        StringBuilder axis = new StringBuilder(" ".repeat(columns()));
        for (int tick = 0; tick <= steps; tick++) {
            String label = label(tick * step);
            int from = Math.min(tick * columnsPerStep - (label.length() - 1) / 2, columns() - label.length());
            axis.replace(Math.max(0, from), Math.max(0, from) + label.length(), label);
        }
        return axis.toString();
    }

    /** One whisker; the mark stands at the mean. */
    String row(Interval interval, String mark) {
        StringBuilder row = new StringBuilder(" ".repeat(columns()));
        for (int tick = 0; tick <= steps; tick++) {
            row.setCharAt(tick * columnsPerStep, '│');
        }
        int low = column(interval.low());
        int mean = column(interval.mean());
        int high = column(interval.high());
        for (int i = low; i <= high; i++) {
            row.setCharAt(i, '─');
        }
        row.setCharAt(low, '├');
        row.setCharAt(high, '┤');
        return row.replace(mean, mean + 1, mark).toString();
    }

    private int column(double value) {
        double column = value / step * columnsPerStep;
        return (int) Math.min(Math.max(Math.round(column), 0), columns() - 1L);
    }

    private static String label(double value) {
        if (value >= 1e9) {
            return trimmed(value / 1e9) + "bn";
        }
        if (value >= 1e6) {
            return trimmed(value / 1e6) + "M";
        }
        return value >= 1e4 || (value >= 1e3 && value % 100 == 0) ? trimmed(value / 1e3) + "k" : trimmed(value);
    }

    private static String trimmed(double value) {
        return Rounding.number(Double.parseDouble("%.6g".formatted(value)));
    }
}
