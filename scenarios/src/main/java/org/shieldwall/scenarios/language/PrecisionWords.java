package org.shieldwall.scenarios.language;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.Dimension;

/**
 * How precise a comparison is wanted, as written: {@code 5%} of the baseline's mean, or an amount, {@code 5000
 * person-hours}, {@code 2h}, {@code 100k EUR}.
 *
 * @param unit {@code %}; else as written, empty where none is
 */
public record PrecisionWords(double number, String unit) {
    private static final int LONGEST = 100;
    private static final Pattern WORDS =
            Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*(%|[A-Za-z€][A-Za-z €-]*)?");
    private static final Pattern EUROS = Pattern.compile("([kM]?)\\s*EUR");
    private static final double SECONDS_PER_HOUR = 3600;
    private static final String SHARE = "%";
    private static final String HOURS = "h";

    /** Null where the text is no number with a unit. */
    public static @Nullable PrecisionWords of(String text) {
        Matcher matcher = WORDS.matcher(text.strip());
        if (text.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        String unit = matcher.group(2);
        return new PrecisionWords(
                Double.parseDouble(matcher.group(1).replace(",", "")), unit == null ? "" : unit.strip());
    }

    public boolean isShare() {
        return unit.equals(SHARE);
    }

    /** The amount in the unit of a measure, where it is an amount of that; null where it is one of something else. */
    public @Nullable Double in(String unitOfMeasure) {
        if (unit.isEmpty() || unit.equals(unitOfMeasure)) {
            return number;
        }
        if (unitOfMeasure.equals(HOURS)) {
            Double seconds = Dimension.secondsOf(unit);
            return seconds == null ? null : Double.valueOf(number * seconds / SECONDS_PER_HOUR);
        }
        Matcher euros = EUROS.matcher(unit);
        if (unitOfMeasure.startsWith("EUR") && euros.matches()) {
            return number * (euros.group(1).equals("k") ? 1e3 : euros.group(1).equals("M") ? 1e6 : 1);
        }
        return null;
    }

    /** The same number as it could be written for a measure of some unit. */
    public String advice(String unitOfMeasure) {
        String plain = number == Math.rint(number) && number < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
        return switch (unitOfMeasure) {
            case "1", "runs" -> "0.02";
            case HOURS -> plain + "h";
            case "EUR a year" -> plain + " EUR";
            default -> plain + " " + unitOfMeasure;
        };
    }
}
