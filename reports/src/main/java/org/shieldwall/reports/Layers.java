package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directed graph drawn in layers: every box stands one column behind the last of those that lead to it. The places depend
 * on names and lines alone, so that the same graph always looks the same. Lines that would lead back (loops) are drawn, but
 * move no box. Cost: boxes × lines.
 */
final class Layers {
    private static final int WIDE = 820;
    private static final int WIDEST_BOX = 240;
    private static final int BOX = 140;
    private static final int GAP = 29;
    private static final int HIGH = 40;
    private static final int BETWEEN = 12;
    private static final int INDENT = 14;
    /** Of a letter, about. */
    private static final double LETTER = 6.3;

    private static final int SWEEPS = 4;

    /**
     * One box.
     *
     * @param stroke class of its outline
     * @param from ids of the boxes that lead to it
     */
    record Box(String id, String title, String under, String stroke, Set<String> from) {}

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Integer> layer = new HashMap<>();
    private final List<List<Box>> columns = new ArrayList<>();

    Layers(List<Box> all) {
        all.forEach(box -> boxes.put(box.id(), box));
        for (Box box : all) {
            place(box, new HashSet<>());
        }
        for (Box box : all) {
            int at = layer.getOrDefault(box.id(), 0);
            while (columns.size() <= at) {
                columns.add(new ArrayList<>());
            }
            columns.get(at).add(box);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            columns.forEach(this::order);
        }
    }

    private int place(Box box, Set<String> path) {
        Integer known = layer.get(box.id());
        if (known != null) {
            return known;
        }
        path.add(box.id());
        int deepest = 0;
        for (String from : new TreeSet<>(box.from())) {
            Box before = boxes.get(from);
            if (before != null && !path.contains(from)) {
                deepest = Math.max(deepest, place(before, path) + 1);
            }
        }
        path.remove(box.id());
        layer.put(box.id(), deepest);
        return deepest;
    }

    /** Beside what leads to them, so that lines cross seldom. */
    private void order(List<Box> column) {
        Map<String, Double> wanted = new HashMap<>();
        for (Box box : column) {
            double sum = 0;
            int count = 0;
            for (List<Box> other : columns) {
                for (int i = 0; i < other.size(); i++) {
                    if (box.from().contains(other.get(i).id())) {
                        sum += i;
                        count++;
                    }
                }
            }
            wanted.put(box.id(), count == 0 ? column.indexOf(box) : sum / count);
        }
        column.sort(Comparator.comparingDouble(box -> wanted.getOrDefault(box.id(), 0.0)));
    }

    /** From left to right, for wide pages. */
    String wide(String sentence) {
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        // Few columns leave room for whole names.
        int box = Math.max(BOX, Math.min(WIDEST_BOX, (WIDE + GAP) / Math.max(1, columns.size()) - GAP));
        int width = columns.size() * (box + GAP) - GAP + 1;
        Svg svg = new Svg("w", Math.max(box + 1, width), Math.max(1, rows) * (HIGH + BETWEEN) - BETWEEN + 2, sentence);
        Map<String, double[]> at = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < columns.get(i).size(); j++) {
                at.put(columns.get(i).get(j).id(), new double[] {i * (box + GAP), 1 + j * (HIGH + BETWEEN)});
            }
        }
        for (Box one : boxes.values()) {
            for (String from : new TreeSet<>(one.from())) {
                double[] start = at.get(from);
                double[] end = at.get(one.id());
                if (start != null && end != null) {
                    svg.bend(start[0] + box, start[1] + HIGH / 2.0, end[0], end[1] + HIGH / 2.0);
                }
            }
        }
        boxes.values().forEach(one -> draw(svg, one, at.getOrDefault(one.id(), new double[2]), box));
        return svg.toString();
    }

    /** From top to bottom, indented by layer, for narrow pages. */
    String narrow(String sentence, int width) {
        Svg svg = new Svg("n", width, Math.max(1, boxes.size()) * (HIGH + BETWEEN), sentence);
        Map<String, double[]> at = new HashMap<>();
        int row = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (Box box : columns.get(i)) {
                at.put(box.id(), new double[] {Math.min(i, 6) * INDENT, 1 + row++ * (HIGH + BETWEEN)});
            }
        }
        for (Box box : boxes.values()) {
            for (String from : new TreeSet<>(box.from())) {
                double[] start = at.get(from);
                double[] end = at.get(box.id());
                if (start != null && end != null) {
                    double x = start[0] + INDENT / 2.0;
                    svg.line("ru", 1, x, start[1] + HIGH, x, end[1] + HIGH / 2.0);
                    svg.line("ru", 1, x, end[1] + HIGH / 2.0, end[0], end[1] + HIGH / 2.0);
                }
            }
        }
        for (Box box : boxes.values()) {
            double[] place = at.getOrDefault(box.id(), new double[2]);
            draw(svg, box, place, width - place[0] - 1);
        }
        return svg.toString();
    }

    private static void draw(Svg svg, Box box, double[] at, double width) {
        svg.box(box.stroke(), at[0] + 0.5, at[1], width, HIGH);
        svg.text("b s", at[0] + 8, at[1] + 16, shortened(box.title(), width));
        svg.text("s q", at[0] + 8, at[1] + 32, shortened(box.under(), width));
    }

    private static String shortened(String text, double width) {
        int letters = (int) ((width - 12) / LETTER);
        return text.length() <= letters ? text : text.substring(0, Math.max(1, letters - 1)) + "…";
    }
}
