package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;

/** Amounts to pixels, from zero to a round number above the greatest. */
record Scale(double top, double step, double from, double to) {
    /** @param ticks how many steps are wanted at most */
    static Scale over(double greatest, int ticks, double from, double to) {
        if (!(greatest > 0)) {
            return new Scale(1, 1, from, to);
        }
        double raw = greatest / ticks;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        double step = 10 * power;
        for (double candidate : new double[] {1, 2, 2.5, 5}) {
            if (raw <= candidate * power) {
                step = candidate * power;
                break;
            }
        }
        return new Scale(StrictMath.ceil(greatest / step) * step, step, from, to);
    }

    double at(double amount) {
        return from + (to - from) * Math.max(0, Math.min(1, amount / top));
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick's label: 0, 500,000, 1 million. */
    static String label(double amount) {
        if (amount >= 1e6) {
            return plain(amount / 1e6) + " million";
        }
        return plain(amount);
    }

    private static String plain(double amount) {
        return org.shieldwall.experiments.Rounding.number(amount);
    }
}
