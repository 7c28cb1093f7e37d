package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;

/** A chart of amounts over time in one drawing: axes, bands, lines, a mark at the beginning. */
final class Plot {
    private final Svg svg;
    private final TimeAxis time;
    private final Scale amount;
    private final double left;
    private final double right;

    /** @param amount its {@code from} is the bottom of the chart */
    Plot(Svg svg, TimeAxis time, Scale amount, double left, double right) {
        this.svg = svg;
        this.time = time;
        this.amount = amount;
        this.left = left;
        this.right = right;
    }

    double x(double hours) {
        double share = (hours - time.from()) / (time.to() - time.from());
        return left + (right - left) * Math.max(0, Math.min(1, share));
    }

    double y(double value) {
        return amount.at(value);
    }

    /** @param mostTicks on the axis of time */
    Plot axes(int mostTicks) {
        for (double tick : amount.ticks()) {
            svg.line(tick == 0 ? "ax" : "gr", 1, left, amount.at(tick), right, amount.at(tick));
            svg.text("s e q", left - 6, amount.at(tick) + 4, amount.label(tick));
        }
        for (double tick : time.ticks(mostTicks)) {
            svg.line("ax", 1, x(tick), amount.from(), x(tick), amount.from() + 4);
            String anchor = x(tick) > right - 14 ? "s q e" : x(tick) < left + 6 ? "s q" : "s q m";
            svg.text(anchor, x(tick), amount.from() + 18, time.label(tick));
        }
        return this;
    }

    /** The attack's line at the beginning, with its word where there is one. */
    Plot strike(String word) {
        svg.line("la", 1.5, x(0), amount.to() - 6, x(0), amount.from());
        if (!word.isEmpty()) {
            svg.text("s b ca halo", x(0) + 6, amount.to() + 2, word);
        }
        return this;
    }

    List<double[]> points(List<Double> hours, List<Double> values) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new double[] {x(hours.get(i)), y(values.get(i))});
        }
        return points;
    }

    Plot band(Look look, List<Double> hours, List<Double> high, List<Double> low) {
        svg.band(look.tint(), points(hours, high), points(hours, low));
        return this;
    }

    Plot line(Look look, double width, String dash, List<Double> hours, List<Double> values) {
        svg.polyline(look.line(), width, dash, points(hours, values));
        return this;
    }
}
