package org.shieldwall.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One drawing: lines, bars and words in pixels, with a sentence for those who hear the page. Numbers are written with one
 * decimal, so that equal results give equal bytes.
 */
final class Svg {
    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final int height;
    private final String classes;
    private final String sentence;

    /** @param classes {@code w} for wide pages only, {@code n} for narrow ones only, or empty */
    Svg(String classes, int width, int height, String sentence) {
        this.classes = classes;
        this.width = width;
        this.height = height;
        this.sentence = sentence;
    }

    /** A coordinate: one decimal, none where it is whole. */
    static String at(double x) {
        BigDecimal rounded =
                BigDecimal.valueOf(x).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    Svg line(String line, double width, double x1, double y1, double x2, double y2) {
        out.append("<path class=\"%s\" stroke-width=\"%s\" d=\"M%s,%sL%s,%s\"/>\n"
                .formatted(line, at(width), at(x1), at(y1), at(x2), at(y2)));
        return this;
    }

    Svg text(String classes, double x, double y, String text) {
        out.append(
                "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n".formatted(at(x), at(y), classes, Html.escape(text)));
        return this;
    }

    Svg bar(String fill, double x, double y, double barWidth, double barHeight) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>\n"
                .formatted(at(x), at(y), at(Math.max(0, barWidth)), at(Math.max(0, barHeight)), fill));
        return this;
    }

    /** A thing of the model: paper with an outline. */
    Svg box(String line, double x, double y, double boxWidth, double boxHeight) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\" class=\"bx %s\"/>\n"
                .formatted(at(x), at(y), at(boxWidth), at(boxHeight), line));
        return this;
    }

    /** A line of dependence from one box to another. */
    Svg bend(double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        out.append("<path class=\"ru\" d=\"M%s,%sC%s,%s %s,%s %s,%s\"/>\n"
                .formatted(at(x1), at(y1), at(middle), at(y1), at(middle), at(y2), at(x2), at(y2)));
        return this;
    }

    /** An empty bar: what did not happen. */
    Svg hollow(double x, double y, double barWidth, double barHeight) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"ax\"/>\n"
                .formatted(at(x), at(y), at(Math.max(0, barWidth)), at(Math.max(0, barHeight))));
        return this;
    }

    Svg dot(String fill, double x, double y) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"4.5\" class=\"%s\"/>\n".formatted(at(x), at(y), fill));
        return this;
    }

    /** An open circle: runs that never got there. */
    Svg ring(String line, double x, double y, double radius, double lineWidth) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" stroke-width=\"%s\" class=\"bx %s\"/>\n"
                .formatted(at(x), at(y), at(radius), at(lineWidth), line));
        return this;
    }

    /** An interval upright. */
    Svg upright(String line, double x, double low, double high) {
        out.append("<path class=\"%s\" stroke-width=\"1.5\" d=\"M%s,%sh8m-4,0V%sm-4,0h8\"/>\n"
                .formatted(line, at(x - 4), at(low), at(high)));
        return this;
    }

    /** A smooth way from left to right. */
    Svg way(String line, double lineWidth, double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        out.append("<path class=\"%s\" stroke-width=\"%s\" d=\"M%s,%sC%s,%s %s,%s %s,%s\"/>\n"
                .formatted(
                        line, at(lineWidth), at(x1), at(y1), at(middle), at(y1), at(middle), at(y2), at(x2), at(y2)));
        return this;
    }

    /** An area between straight sides. */
    Svg area(String fill, List<double[]> corners) {
        out.append("<path class=\"%s\" d=\"%sz\"/>\n".formatted(fill, path(corners, "M")));
        return this;
    }

    /** A diamond: what is done together. */
    Svg diamond(String fill, double x, double y) {
        out.append(
                "<path class=\"%s\" d=\"M%s,%sl5.5,5.5l-5.5,5.5l-5.5,-5.5z\"/>\n".formatted(fill, at(x), at(y - 5.5)));
        return this;
    }

    /** An interval as a band with end caps. */
    Svg whisker(String line, double low, double high, double y) {
        out.append("<path class=\"%s\" stroke-width=\"7\" opacity=\".28\" d=\"M%s,%sH%s\"/>\n"
                .formatted(line, at(low), at(y), at(high)));
        out.append("<path class=\"%s\" stroke-width=\"1.5\" d=\"M%s,%sv12m0,-6H%sm0,-6v12\"/>\n"
                .formatted(line, at(low), at(y - 6), at(high)));
        return this;
    }

    /** An interval as a thin line with end caps. */
    Svg plainWhisker(String line, double low, double high, double y) {
        out.append("<path class=\"%s\" stroke-width=\"1.5\" d=\"M%s,%sv8m0,-4H%sm0,-4v8\"/>\n"
                .formatted(line, at(low), at(y - 4), at(high)));
        return this;
    }

    /** A measured distance. */
    Svg gap(String line, double from, double to, double y) {
        out.append("<path class=\"%s\" stroke-width=\"1.5\" d=\"M%s,%sH%sm0,-5v10\"/>\n"
                .formatted(line, at(from), at(y), at(to)));
        return this;
    }

    Svg polyline(String line, double width, String dash, List<double[]> points) {
        if (points.isEmpty()) {
            return this;
        }
        out.append("<path class=\"")
                .append(line)
                .append("\" stroke-width=\"")
                .append(at(width))
                .append('"');
        if (!dash.isEmpty()) {
            out.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        out.append(" d=\"").append(path(points, "M")).append("\"/>\n");
        return this;
    }

    /** The area between two curves over the same places. */
    Svg band(String fill, List<double[]> upper, List<double[]> lower) {
        if (upper.isEmpty()) {
            return this;
        }
        List<double[]> back = new java.util.ArrayList<>(lower);
        java.util.Collections.reverse(back);
        out.append("<path class=\"%s\" d=\"%s%sz\"/>\n".formatted(fill, path(upper, "M"), path(back, "L")));
        return this;
    }

    private static String path(List<double[]> points, String first) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            path.append(i == 0 ? first : "L")
                    .append(at(points.get(i)[0]))
                    .append(',')
                    .append(at(points.get(i)[1]));
        }
        return path.toString();
    }

    @Override
    public String toString() {
        String named = classes.isEmpty() ? "" : " class=\"" + classes + "\"";
        return "<svg%s width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s</svg>\n"
                .formatted(named, width, height, width, height, Html.escape(sentence), out);
    }
}
