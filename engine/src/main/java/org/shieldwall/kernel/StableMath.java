package org.shieldwall.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Logarithm, exponential and normal quantile with the same bits on every machine, each non-decreasing.
 *
 * <p>{@code Math.log} and {@code Math.exp} may differ between JVMs in the last bit, and {@code StrictMath} costs 20 to
 * 40 ns on JDK 17. Everything here is additions, multiplications and table look-ups in {@code double}, which Java 17
 * defines to the last bit; the tables are computed with {@link BigDecimal} when the class is loaded (some
 * milliseconds) and take 7 kB.
 *
 * <table>
 *   <caption>Accuracy and cost</caption>
 *   <tr><th>function<th>error<th>cost
 *   <tr><td>{@link #log}<td>below 1 unit in the last place, 1.5 between 0.99 and 1.01<td>8 ns
 *   <tr><td>{@link #exp}<td>below 0.6 units in the last place<td>8 ns
 *   <tr><td>{@link #normalQuantile}<td>relative 1e-13 near the median, 1e-12 in the tails<td>15 to 30 ns
 * </table>
 *
 * <p>Log and exp follow the scheme of Tang (<i>Table-driven implementation of the logarithm function</i>, 1990, and
 * <i>… of the exponential function</i>, 1989): the argument is reduced to one of 128 intervals, and a short polynomial
 * does the rest. Before the last rounding the result is exact to some 2^-60, far less than what two neighbouring
 * arguments differ by; this is why they never decrease.
 */
public final class StableMath {

    private static final int INTERVAL_BITS = 7;
    private static final int INTERVALS = 1 << INTERVAL_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long SMALLEST_NORMAL = 0x0010000000000000L;
    private static final long INFINITY = 0x7ff0000000000000L;

    /** Places in {@link #LOG} for each interval: c, 1 / c, upper and lower part of ln c. */
    private static final int LOG_SHIFT = 2;

    private static final double[] LOG = new double[(INTERVALS + 1) << LOG_SHIFT];
    /** Places in {@link #EXP} for each interval j: 2^(j/128) rounded, and what is missing, relative. */
    private static final int EXP_SHIFT = 1;

    private static final double[] EXP = new double[INTERVALS << EXP_SHIFT];

    /** Upper parts are multiples of this, so that their product with an exponent is exact. */
    private static final double UPPER_GRID = 0x1p-40;
    /** The same for the product with a number of steps, which has up to 17 bits. */
    private static final double STEP_GRID = 0x1p-43;

    private static final double LN_2_UPPER;
    private static final double LN_2_LOWER;
    private static final double STEP_UPPER;
    private static final double STEP_LOWER;
    private static final double STEPS_PER_UNIT;

    /** Adding and subtracting it rounds to a whole number. */
    private static final double TO_WHOLE = 0x1.8p52;

    private static final long TO_WHOLE_BITS = Double.doubleToRawLongBits(TO_WHOLE);
    /** Adding and subtracting it rounds a number below 64 to a multiple of 2^-45. */
    private static final double TO_2_45 = 192;

    private static final long UPPER_40_BITS = -1L << 12;

    // The rational functions of AS 241, lowest power first: above and below the fraction bar.
    private static final double[] CENTRE_ABOVE = {
        3.3871328727963665,
        133.14166789178438,
        1971.5909503065513,
        13731.69376550946,
        45921.95393154987,
        67265.7709270087,
        33430.57558358813,
        2509.0809287301227
    };
    private static final double[] CENTRE_BELOW = {
        1.0,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] TAIL_ABOVE = {
        1.4234371107496835,
        4.630337846156546,
        5.769497221460691,
        3.6478483247632045,
        1.2704582524523684,
        0.2417807251774506,
        0.022723844989269184,
        0.0007745450142783414
    };
    private static final double[] TAIL_BELOW = {
        1.0,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-09
    };
    private static final double[] FAR_TAIL_ABOVE = {
        6.657904643501103,
        5.463784911164114,
        1.7848265399172913,
        0.29656057182850487,
        0.026532189526576124,
        0.0012426609473880784,
        2.7115555687434876e-05,
        2.0103343992922881e-07
    };
    private static final double[] FAR_TAIL_BELOW = {
        1.0,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-05,
        1.421511758316446e-07,
        2.0442631033899397e-15
    };

    static {
        MathContext digits = new MathContext(40);
        BigDecimal lnC = BigDecimal.ZERO;
        for (int i = 0; i <= INTERVALS; i++) {
            if (i > 0) {
                lnC = lnC.add(lnOfNextTo(INTERVALS + i - 1, digits), digits);
            }
            double upper = Math.rint(lnC.doubleValue() / UPPER_GRID) * UPPER_GRID;
            double c = 1 + i / (double) INTERVALS;
            LOG[i << LOG_SHIFT] = c;
            LOG[(i << LOG_SHIFT) + 1] = 1 / c;
            LOG[(i << LOG_SHIFT) + 2] = upper;
            LOG[(i << LOG_SHIFT) + 3] = lnC.subtract(new BigDecimal(upper)).doubleValue();
        }
        LN_2_UPPER = LOG[(INTERVALS << LOG_SHIFT) + 2];
        LN_2_LOWER = LOG[(INTERVALS << LOG_SHIFT) + 3];
        BigDecimal step = lnC.divide(BigDecimal.valueOf(INTERVALS), digits);
        STEP_UPPER = Math.rint(step.doubleValue() / STEP_GRID) * STEP_GRID;
        STEP_LOWER = step.subtract(new BigDecimal(STEP_UPPER)).doubleValue();
        STEPS_PER_UNIT = BigDecimal.ONE.divide(step, digits).doubleValue();
        BigDecimal ratio = exponentialSeries(step, digits);
        BigDecimal power = BigDecimal.ONE;
        for (int j = 0; j < INTERVALS; j++) {
            double rounded = power.doubleValue();
            EXP[j << EXP_SHIFT] = rounded;
            EXP[(j << EXP_SHIFT) + 1] = power.subtract(new BigDecimal(rounded))
                    .divide(power, digits)
                    .doubleValue();
            power = power.multiply(ratio, digits);
        }
    }

    private StableMath() {}

    /** The natural logarithm; as {@link StrictMath#log} for 0, negative numbers, infinity and NaN. */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits < SMALLEST_NORMAL || bits >= INFINITY) {
            return logOfRareArgument(x);
        }
        // x = 2^exponent z, with z in [1 - 2^-9, 2 - 2^-8) nearest to the c of an interval
        long rounded = bits + (1L << (MANTISSA_BITS - INTERVAL_BITS - 1));
        long exponent = (rounded >> MANTISSA_BITS) - EXPONENT_BIAS;
        int interval = (int) (rounded >> (MANTISSA_BITS - INTERVAL_BITS)) & (INTERVALS - 1);
        double z = Double.longBitsToDouble(bits - (exponent << MANTISSA_BITS));
        int place = interval << LOG_SHIFT;
        double r = (z - LOG[place]) * LOG[place + 1];
        // A conversion instruction waits for the last value of its register, which on JDK 17 doubles the whole cost.
        double octaves = Double.longBitsToDouble(TO_WHOLE_BITS + exponent) - TO_WHOLE;
        double upper = octaves * LN_2_UPPER + LOG[place + 2];
        double sum = upper + r;
        double lost = (upper - sum) + r;
        double lower = octaves * LN_2_LOWER + LOG[place + 3] + lost;
        double r2 = r * r;
        double rest = r2 * (-0.5 + r * (1.0 / 3 + r * (-0.25 + r * (0.2 + r * (-1.0 / 6 + r * (1.0 / 7))))));
        return sum + (lower + rest);
    }

    /** e to the power of y; as {@link StrictMath#exp} for infinity, NaN, and what is too large or too small. */
    public static double exp(double y) {
        if (!(Math.abs(y) < 708)) {
            return expOfRareArgument(y);
        }
        double steps = y * STEPS_PER_UNIT + TO_WHOLE;
        int step = (int) Double.doubleToRawLongBits(steps);
        steps -= TO_WHOLE;
        double r = (y - steps * STEP_UPPER) - steps * STEP_LOWER;
        int place = (step & (INTERVALS - 1)) << EXP_SHIFT;
        double value = significandOfExp(r, place);
        long exponent = step >> INTERVAL_BITS;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) + (exponent << MANTISSA_BITS));
    }

    /**
     * The z for which a standard normal number is below z with probability u; minus infinity for 0, infinity for 1.
     *
     * <p>Algorithm AS 241 (PPND16) of Wichura, <i>The percentage points of the normal distribution</i>, Applied
     * Statistics 37, 1988. The rational functions are exact to about 1e-15 but may go down by that much from one
     * argument to the next; so u is rounded to 45 bits (to 40 significant ones in the tails) beforehand, which makes
     * every step larger than that.
     */
    public static double normalQuantile(double u) {
        double q = (u + TO_2_45) - (TO_2_45 + 0.5);
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
        }
        return q < 0 ? -upperNormalQuantile(u) : upperNormalQuantile(1 - u);
    }

    private static double upperNormalQuantile(double tail) {
        double coarse = Double.longBitsToDouble(Double.doubleToRawLongBits(tail) & UPPER_40_BITS);
        if (!(coarse > 0)) {
            return tail >= 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double root = Math.sqrt(-log(coarse));
        if (root <= 5) {
            double r = root - 1.6;
            return polynomial(TAIL_ABOVE, r) / polynomial(TAIL_BELOW, r);
        }
        double r = root - 5;
        return polynomial(FAR_TAIL_ABOVE, r) / polynomial(FAR_TAIL_BELOW, r);
    }

    private static double polynomial(double[] c, double r) {
        return ((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0];
    }

    private static double significandOfExp(double r, int place) {
        double r2 = r * r;
        double minusOne = r + r2 * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)))));
        double value = EXP[place];
        return value + value * (minusOne + EXP[place + 1]);
    }

    private static double logOfRareArgument(double x) {
        if (x > 0 && x < Double.MIN_NORMAL) {
            return log(x * 0x1p54) - 54 * (LN_2_UPPER + LN_2_LOWER);
        }
        return StrictMath.log(x);
    }

    private static double expOfRareArgument(double y) {
        if (y > 709.8) {
            return Double.POSITIVE_INFINITY;
        }
        if (y < -746) {
            return 0;
        }
        if (Double.isNaN(y)) {
            return y;
        }
        double steps = Math.rint(y * STEPS_PER_UNIT);
        int step = (int) steps;
        double r = (y - steps * STEP_UPPER) - steps * STEP_LOWER;
        double value = significandOfExp(r, (step & (INTERVALS - 1)) << EXP_SHIFT);
        return Math.scalb(value, step >> INTERVAL_BITS);
    }

    /** ln((n + 1) / n) = 2 artanh(1 / (2 n + 1)). */
    private static BigDecimal lnOfNextTo(int n, MathContext digits) {
        BigDecimal t = BigDecimal.ONE.divide(BigDecimal.valueOf(2L * n + 1), digits);
        BigDecimal t2 = t.multiply(t, digits);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = t;
        for (int odd = 1; odd < 20; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), digits), digits);
            power = power.multiply(t2, digits);
        }
        return sum.multiply(BigDecimal.valueOf(2), digits);
    }

    private static BigDecimal exponentialSeries(BigDecimal x, MathContext digits) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 20; n++) {
            term = term.multiply(x, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term, digits);
        }
        return sum;
    }
}
