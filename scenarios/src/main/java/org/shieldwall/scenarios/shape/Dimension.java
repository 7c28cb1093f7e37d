package org.shieldwall.scenarios.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** What a number measures, and therefore which units it may be written in. */
public enum Dimension {
    /** In seconds. */
    TIME("a time", "write %1$sh, %1$smin or %1$sd", "units of time: ms, s, min, h, d, w, y, or their names: 3 days"),
    /** Per second. */
    RATE("a rate", "write %1$s per day, %1$s/h or %1$s/s", "a rate is a number per s, min, h, d, w or y"),
    /** From 0 to 1. */
    SHARE("a share", "write 5%% or 0.05", "a share is written as 5% or 0.05"),
    /** In euros. */
    MONEY("money", "write %1$s EUR", "money is written as 500 EUR, 100k EUR or 1.2M EUR"),
    /** In euros per year. */
    MONEY_PER_YEAR("a yearly cost", "write %1$s EUR per year", "written as 100k EUR per year"),
    /** In euros per hour. */
    MONEY_PER_HOUR("an hourly cost", "write %1$s EUR per hour", "written as 60 EUR per hour"),
    /** In Mbit/s. */
    TRAFFIC("a traffic", "write %1$s Mbit/s", "a traffic is written as 800 kbit/s, 90 Mbit/s, 2 Gbit/s or 1 Tbit/s"),
    /** Hours per week. */
    HOURS_PER_WEEK("hours per week", "write %1$s per week", "written as 6 per week"),
    /** Not negative. */
    COUNT("a number", "write a plain number", "a plain number has no unit"),
    /** Any. */
    NUMBER("a number", "write a plain number", "a plain number has no unit");

    private static final double LONGEST_SECONDS = 292 * 31_536_000.0;
    private static final double GREATEST = 1e15;
    private static final String NUMERAL = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
    private static final Pattern BARE = Pattern.compile(NUMERAL);
    private static final Pattern MEASURED = Pattern.compile("(" + NUMERAL + ")\\s*([\\p{L}µ%€$]*)\\s*");
    private static final Pattern PER = Pattern.compile("(.*?)(?:\\s+per\\s+|\\s*/\\s*)([A-Za-z]+)");
    private static final Pattern EUROS = Pattern.compile("(" + NUMERAL + ")\\s*([kM]?)\\s*EUR");
    private static final Pattern BITS = Pattern.compile("(" + NUMERAL + ")\\s*([kMGT])bit/s");
    private static final Map<String, Double> SECONDS = seconds();
    private static final Map<String, String> LONG_UNITS = longUnits();

    /** Short and long names in a JSON Schema; that {@code hs} is none is left to the reader. */
    private static final String UNITS = "(ms|s|min|h|d|w|y|(millisecond|second|minute|hour|day|week|year)s?)";

    private final String noun;
    private final String advice;
    private final String note;

    Dimension(String noun, String advice, String note) {
        this.noun = noun;
        this.advice = advice;
        this.note = note;
    }

    /** "a time". */
    public String noun() {
        return noun;
    }

    public String note() {
        return note;
    }

    public boolean isTime() {
        return this == TIME;
    }

    public boolean isShare() {
        return this == SHARE;
    }

    private static Map<String, Double> seconds() {
        Map<String, Double> units = new LinkedHashMap<>();
        units.put("ms", 1e-3);
        units.put("s", 1.0);
        units.put("min", 60.0);
        units.put("h", 3_600.0);
        units.put("d", 86_400.0);
        units.put("w", 604_800.0);
        units.put("y", 31_536_000.0);
        return units;
    }

    private static Map<String, String> longUnits() {
        return Map.of(
                "millisecond", "ms", "second", "s", "minute", "min", "hour", "h", "day", "d", "week", "w", "year", "y");
    }

    /** The short name of a unit of time: {@code d} for days; null where there is none. */
    public static @Nullable String shortUnit(String name) {
        String singular = name.endsWith("s") && name.length() > 2 ? name.substring(0, name.length() - 1) : name;
        return SECONDS.containsKey(name) ? name : LONG_UNITS.get(singular);
    }

    /** Length of a unit of time in seconds, by its short or long name: {@code h}, {@code hour}, {@code hours}. */
    public static @Nullable Double secondsOf(String unit) {
        String name = shortUnit(unit);
        return name == null ? null : SECONDS.get(name);
    }

    /** Whether a text is written as a time, right or wrong. */
    static boolean looksLikeTime(String text) {
        Matcher matcher = MEASURED.matcher(text);
        return matcher.lookingAt() && secondsOf(matcher.group(2)) != null;
    }

    /** The number in the base unit; null where the text is mistaken, which is then reported. */
    @Nullable
    Double read(Node.Scalar scalar, Scope scope) {
        String text = scalar.text().strip();
        if (text.equals("never")) {
            if (this == TIME) {
                return Double.POSITIVE_INFINITY;
            }
            scope.error(scalar, "only a time can be `never`", "write " + noun);
            return null;
        }
        if (text.length() > 100) {
            scope.error(scalar, "this is not " + noun, "too long");
            return null;
        }
        boolean bare = BARE.matcher(text).matches();
        Double value;
        if (bare && (this == COUNT || this == NUMBER || this == SHARE || Double.parseDouble(text) == 0)) {
            value = Double.parseDouble(text);
        } else if (bare) {
            scope.problems()
                    .add(Problem.error(
                                    scalar.span(),
                                    noun + (this == HOURS_PER_WEEK ? " need a unit" : " needs a unit"),
                                    String.format(Locale.ROOT, advice, text))
                            .note(note));
            return null;
        } else {
            value = switch (this) {
                case TIME -> time(scalar, text, scope);
                case RATE -> per(text, "s");
                case SHARE -> percent(text);
                case TRAFFIC -> megabits(text);
                case MONEY -> euros(text);
                case MONEY_PER_YEAR -> eurosPer(text, "y");
                case MONEY_PER_HOUR -> eurosPer(text, "h");
                case HOURS_PER_WEEK -> per(text, "w");
                case COUNT, NUMBER -> null;
            };
            if (value == null) {
                if (this != TIME) {
                    reportForm(scalar, text, scope);
                }
                return null;
            }
        }
        return inRange(value, scalar, scope) ? value : null;
    }

    private void reportForm(Node.Scalar scalar, String text, Scope scope) {
        Matcher leading = MEASURED.matcher(text);
        String number = leading.lookingAt() ? leading.group(1) : "5";
        if (name().startsWith("MONEY")
                && leading.lookingAt()
                && leading.group(2).matches("[kM]")) {
            number += leading.group(2);
        }
        String label = String.format(Locale.ROOT, advice, number);
        scope.problems()
                .add(Problem.error(scalar.span(), "`" + text + "` is not " + noun, label)
                        .note(note));
    }

    private boolean inRange(double value, Node.Scalar scalar, Scope scope) {
        if (this != NUMBER && value < 0) {
            scope.error(scalar, noun + " cannot be negative", "write 0 or more");
            return false;
        }
        if (this == SHARE && value > 1) {
            boolean percent = value <= 100 && !scalar.text().contains("%");
            String label = percent ? "write " + scalar.text() + "%" : "at most 100%";
            scope.error(scalar, "a share lies between 0 and 1", label);
            return false;
        }
        if (this == TIME && value > LONGEST_SECONDS) {
            scope.error(scalar, "this time is too long", "at most 292y, or never");
            return false;
        }
        if (!(Math.abs(value) <= GREATEST * (this == TIME ? LONGEST_SECONDS : 1))) {
            scope.error(scalar, "this number is too great", "at most 1e15");
            return false;
        }
        return true;
    }

    private @Nullable Double time(Node.Scalar scalar, String text, Scope scope) {
        Matcher matcher = MEASURED.matcher(text);
        double seconds = 0;
        int position = 0;
        while (position < text.length()) {
            if (!matcher.find() || matcher.start() != position) {
                reportForm(scalar, text, scope);
                return null;
            }
            String name = matcher.group(2);
            Double unit = secondsOf(name);
            if (unit == null) {
                reportUnit(scalar, name, matcher, scope);
                return null;
            }
            seconds += Double.parseDouble(matcher.group(1)) * unit;
            position = matcher.end();
        }
        return seconds;
    }

    private void reportUnit(Node.Scalar scalar, String name, Matcher matcher, Scope scope) {
        String singular = name.endsWith("s") && name.length() > 2 ? name.substring(0, name.length() - 1) : name;
        String meant = LONG_UNITS.get(singular.toLowerCase(Locale.ROOT));
        if (meant == null) {
            meant = SECONDS.containsKey(name.toLowerCase(Locale.ROOT))
                    ? name.toLowerCase(Locale.ROOT)
                    : Nearest.to(name, SECONDS.keySet());
        }
        String number = matcher.group(1);
        String label = meant == null ? String.format(Locale.ROOT, advice, number) : "write " + number + meant;
        String message = name.isEmpty() ? "a time needs a unit" : "`" + name + "` is not a unit of time";
        scope.problems()
                .add(Problem.error(
                                scalar.part(
                                        matcher.start(), matcher.group().strip().length()),
                                message,
                                label)
                        .note(note));
    }

    private static @Nullable Double per(String text, String base) {
        Matcher matcher = PER.matcher(text);
        if (!matcher.matches() || !BARE.matcher(matcher.group(1)).matches()) {
            return null;
        }
        return convert(Double.parseDouble(matcher.group(1)), matcher.group(2), base);
    }

    private static @Nullable Double eurosPer(String text, String base) {
        Matcher matcher = PER.matcher(text);
        Double money = matcher.matches() ? euros(matcher.group(1)) : null;
        return money == null ? null : convert(money, matcher.group(2), base);
    }

    private static @Nullable Double convert(double value, String unitName, String base) {
        Double unit = secondsOf(unitName);
        Double wanted = SECONDS.get(base);
        if (unit == null || wanted == null) {
            return null;
        }
        return unit.equals(wanted) ? value : value * wanted / unit;
    }

    private static @Nullable Double megabits(String text) {
        Matcher matcher = BITS.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "k" -> number / 1_000;
            case "G" -> number * 1_000;
            case "T" -> number * 1_000_000;
            default -> number;
        };
    }

    private static @Nullable Double percent(String text) {
        Matcher matcher = MEASURED.matcher(text);
        return matcher.matches() && matcher.group(2).equals("%") ? percent(matcher) : null;
    }

    private static double percent(Matcher matcher) {
        return Double.parseDouble(matcher.group(1)) / 100;
    }

    private static @Nullable Double euros(String text) {
        Matcher matcher = EUROS.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "k" -> number * 1_000;
            case "M" -> number * 1_000_000;
            default -> number;
        };
    }

    /** Texts of this dimension in a JSON Schema. */
    Map<String, Object> schema() {
        return switch (this) {
            case COUNT -> Map.of("type", "number", "minimum", 0);
            case NUMBER -> Map.of("type", "number");
            case SHARE ->
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("type", "number", "minimum", 0, "maximum", 1),
                                Map.of("type", "string", "pattern", "^[0-9.eE+-]+\\s*%$")));
            case TIME -> orZero("^(never|([0-9.eE+-]+\\s*" + UNITS + "\\s*)+)$");
            case RATE -> orZero("^[0-9.eE+-]+(\\s+per\\s+|\\s*/\\s*)[a-z]+$");
            case HOURS_PER_WEEK -> orZero("^[0-9.eE+-]+(\\s+per\\s+|\\s*/\\s*)[a-z]+$");
            case TRAFFIC -> orZero("^[0-9.eE+-]+\\s*[kMGT]bit/s$");
            case MONEY -> orZero("^[0-9.eE+-]+\\s*[kM]?\\s*EUR$");
            case MONEY_PER_YEAR, MONEY_PER_HOUR -> orZero("^[0-9.eE+-]+\\s*[kM]?\\s*EUR(\\s+per\\s+|\\s*/\\s*)[a-z]+$");
        };
    }

    private static Map<String, Object> orZero(String pattern) {
        return Map.of("anyOf", List.of(Map.of("const", 0), Map.of("type", "string", "pattern", pattern)));
    }
}
