package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.shieldwall.experiments.Rounding;

/** Amounts to pixels, from zero to a round number above the greatest. */
record Scale(double top, double step, double from, double to) {
    private static final double MILLION = 1e6;

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

    /** A tick's label, all of one axis with the same decimals: 0.5, 1.0, 1.5; 0, 2 M, 4 M; 0, 250,000, 500,000. */
    String label(double amount) {
        if (amount == 0) {
            return "0";
        }
        return top >= 2 * MILLION ? plain(amount / MILLION, step / MILLION) + " M" : plain(amount, step);
    }

    private static String plain(double amount, double step) {
        int decimals = 0;
        double scaled = step;
        while (decimals < 6 && Math.abs(scaled - StrictMath.rint(scaled)) > 1e-9 * scaled) {
            scaled *= 10;
            decimals++;
        }
        return Rounding.number(amount, -decimals);
    }
}
