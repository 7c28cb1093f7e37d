package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * A quantile function as a table of cubic pieces, for distributions that have no quick formula.
 *
 * <p>The probabilities are cut where the octaves of the nearer tail, u or 1 − u, are cut into eighths (so that both
 * tails are as fine as the middle, down to 2^-53), and wherever the maker knows of a jump or a bend. In each piece a
 * cubic goes through the exact quantiles at its ends and thirds; it is kept if it grows everywhere, else a straight
 * line takes its place; and a piece that misses the quantile in its middle is halved. As a probability, the error is
 * below 1e-6.
 *
 * <p>A look-up is one guide entry and one cache line, some 15 ns. Some 60 kB. The argument is rounded to 2^-40 of its
 * piece beforehand, so that rounding errors cannot make the result decrease.
 */
final class QuantileTable {

    /** What the table is made from. */
    @FunctionalInterface
    interface Source {
        /** The quantile of u; {@code tail} is 1 − u, exact where u is near 1. Non-decreasing in u. */
        double quantile(double u, double tail);
    }

    private static final int EIGHTHS_BITS = 3;
    private static final int CELL_SHIFT = 52 - EIGHTHS_BITS;
    private static final int OCTAVES = 52;
    private static final double SMALLEST = 0x1p-53;
    private static final long SMALLEST_CELL = Double.doubleToRawLongBits(SMALLEST) >>> CELL_SHIFT;
    /** Cells below one half, and as many above. */
    private static final int HALF = OCTAVES << EIGHTHS_BITS;

    /** Cuts nearer to each other than this are one. */
    private static final double NEAREST_CUTS = 0x1p-40;
    /** How far from a jump its two sides are evaluated, as a share of the piece and at least. */
    private static final double ASIDE_SHARE = 0x1p-30;

    private static final double ASIDE_LEAST = 0x1p-51;
    /** Adding and subtracting it rounds a number below 1 to a multiple of 2^-40. */
    private static final double TO_2_40 = 0x1.8p12;
    /** The smallest slope, relative to the mean slope of the piece, at which a cubic surely never decreases. */
    private static final double LEAST_SLOPE = 1.0 / 64;

    /** A piece is halved if its error exceeds this share of what it spans, */
    private static final double ALLOWED_SHARE = 1e-4;
    /** or if its error as a probability exceeds this, */
    private static final double ALLOWED_PROBABILITY = 0x1p-24;
    /** but not more often than this. */
    private static final int MAX_SPLITS = 6;

    private static final int PIECE_SHIFT = 3;
    private static final int FROM = 0;
    private static final int PER_WIDTH = 1;
    private static final int LOW = 2;
    private static final int HIGH = 3;
    private static final int SPAN = 4;
    private static final int LINEAR = 5;
    private static final int SQUARE = 6;
    private static final int CUBE = 7;

    /** Rows of eight; one more at the end, whose beginning is beyond 1. */
    private final double[] pieces;
    /** The first piece of each cell, as a place in {@link #pieces}. */
    private final int[] guide = new int[2 * HALF + 1];

    /** @param jumps further cuts, where the quantile function jumps or bends; in any order */
    QuantileTable(Source source, double[] jumps) {
        double[] cuts = new double[2 * HALF + 1 + jumps.length];
        boolean[] isJump = new boolean[cuts.length];
        int count = mergeCuts(jumps, cuts, isJump);
        Maker maker = new Maker(source);
        for (int i = 0; i + 1 < count; i++) {
            double aside = Math.max(ASIDE_LEAST, (cuts[i + 1] - cuts[i]) * ASIDE_SHARE);
            double low = isJump[i] || i == 0 ? maker.at(cuts[i] + (isJump[i] ? aside : 0)) : maker.reached;
            double high = maker.at(cuts[i + 1] - (isJump[i + 1] ? aside : 0));
            maker.add(cuts[i], cuts[i + 1], low, high, MAX_SPLITS);
        }
        pieces = maker.finish();
        int piece = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            double start = cell < HALF ? gridCut(cell) : 1 - gridCut(2 * HALF - Math.max(cell - 1, HALF));
            while (pieces[(piece + 1) << PIECE_SHIFT] < start) {
                piece++;
            }
            guide[cell] = piece << PIECE_SHIFT;
        }
    }

    double quantile(double u) {
        double inside = Math.min(Math.max(u, SMALLEST), 1 - SMALLEST);
        // without a branch, as half of all draws would mispredict it
        int below = (int) (Double.doubleToRawLongBits(inside - 0.5) >> (Long.SIZE - 1));
        int cellOfTail = gridCell(Math.min(inside, 1 - inside));
        int cell = (cellOfTail & below) | ((2 * HALF - cellOfTail) & ~below);
        int piece = guide[cell];
        double[] pieces = this.pieces;
        while (inside > pieces[piece + (1 << PIECE_SHIFT)]) {
            piece += 1 << PIECE_SHIFT;
        }
        double t = (inside - pieces[piece + FROM]) * pieces[piece + PER_WIDTH];
        t = (t + TO_2_40) - TO_2_40;
        double share = t * (pieces[piece + LINEAR] + t * (pieces[piece + SQUARE] + t * pieces[piece + CUBE]));
        return Math.min(pieces[piece + LOW] + pieces[piece + SPAN] * share, pieces[piece + HIGH]);
    }

    /** The integral over the probabilities, which is the mean. */
    double mean() {
        double sum = 0;
        for (int piece = 0; piece + (1 << PIECE_SHIFT) < pieces.length; piece += 1 << PIECE_SHIFT) {
            double share = pieces[piece + LINEAR] / 2 + pieces[piece + SQUARE] / 3 + pieces[piece + CUBE] / 4;
            sum += (pieces[piece + LOW] + pieces[piece + SPAN] * share) / pieces[piece + PER_WIDTH];
        }
        return sum;
    }

    private static int gridCell(double tail) {
        return (int) ((Double.doubleToRawLongBits(tail) >>> CELL_SHIFT) - SMALLEST_CELL);
    }

    /** The lower end of a cell below one half. */
    private static double gridCut(int cell) {
        return Double.longBitsToDouble((SMALLEST_CELL + cell) << CELL_SHIFT);
    }

    private static int mergeCuts(double[] jumps, double[] cuts, boolean[] isJump) {
        double[] sorted = jumps.clone();
        Arrays.sort(sorted);
        int count = 0;
        int next = 0;
        for (int i = 0; i <= 2 * HALF; i++) {
            double cut = i <= HALF ? gridCut(i) : 1 - gridCut(2 * HALF - i);
            for (; next < sorted.length && sorted[next] < cut; next++) {
                boolean apart = count > 0 && sorted[next] - cuts[count - 1] > NEAREST_CUTS;
                if (apart && cut - sorted[next] > NEAREST_CUTS) {
                    isJump[count] = true;
                    cuts[count++] = sorted[next];
                } else if (count > 0
                        && i > 0
                        && sorted[next] > NEAREST_CUTS
                        && sorted[next] < 1 - NEAREST_CUTS
                        && !apart) {
                    isJump[count - 1] = true;
                }
            }
            boolean nearNext = next < sorted.length && sorted[next] - cut <= NEAREST_CUTS;
            boolean nearLast = next > 0 && cut - sorted[next - 1] <= NEAREST_CUTS;
            isJump[count] = cut > NEAREST_CUTS && cut < 1 - NEAREST_CUTS && (nearNext || nearLast);
            cuts[count++] = cut;
        }
        return count;
    }

    /** The smallest value of a + 2 b t + 3 c t² for t in [0, 1]. */
    private static double leastSlope(double a, double b, double c) {
        double least = Math.min(a, a + 2 * b + 3 * c);
        double vertex = -b / (3 * c);
        if (c > 0 && vertex > 0 && vertex < 1) {
            least = Math.min(least, a + b * vertex);
        }
        return least;
    }

    /** Fits one piece after the other, halving those that do not fit. */
    private static final class Maker {

        private final Source source;
        private double[] pieces = new double[HALF << PIECE_SHIFT];
        private int length;
        /** The end of the last piece. */
        private double reached = Double.NEGATIVE_INFINITY;

        Maker(Source source) {
            this.source = source;
        }

        double at(double u) {
            return source.quantile(u, 1 - u);
        }

        double[] finish() {
            double[] all = Arrays.copyOf(pieces, length + (1 << PIECE_SHIFT));
            all[length] = Double.POSITIVE_INFINITY;
            return all;
        }

        void add(double from, double to, double low, double high, int splitsLeft) {
            double width = to - from;
            double start = Math.max(low, reached);
            double span = Math.max(high - start, 0);
            double linear = 1;
            double square = 0;
            double cube = 0;
            if (span > 0) {
                double p = (at(from + width / 3) - start) / span;
                double q = (at(from + width * 2 / 3) - start) / span;
                double a = 9 * p - 4.5 * q + 1;
                double b = -22.5 * p + 18 * q - 4.5;
                double c = 13.5 * p - 13.5 * q + 4.5;
                if (leastSlope(a, b, c) >= LEAST_SLOPE) {
                    linear = a;
                    square = b;
                    cube = c;
                }
                double middle = at(from + width / 2);
                double error = Math.abs((middle - start) / span - (linear + (square + cube / 2) / 2) / 2);
                if (splitsLeft > 0 && error > Math.min(ALLOWED_SHARE, ALLOWED_PROBABILITY / width)) {
                    add(from, from + width / 2, low, middle, splitsLeft - 1);
                    add(from + width / 2, to, reached, high, splitsLeft - 1);
                    return;
                }
            }
            if (length == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * length);
            }
            pieces[length + FROM] = from;
            pieces[length + PER_WIDTH] = 1 / width;
            pieces[length + LOW] = start;
            pieces[length + HIGH] = start + span;
            pieces[length + SPAN] = span;
            pieces[length + LINEAR] = linear;
            pieces[length + SQUARE] = square;
            pieces[length + CUBE] = cube;
            length += 1 << PIECE_SHIFT;
            reached = start + span;
        }
    }
}
