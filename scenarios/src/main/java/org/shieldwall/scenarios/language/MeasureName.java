package org.shieldwall.scenarios.language;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/**
 * Names of measures: a family, what it is taken of after a dot, where it is taken after an at-sign, as
 * {@code alert-wait@west-power.edr}. New families may come with new measures; a name near a known one is a slip.
 */
final class MeasureName {
    private static final int LONGEST = 300;
    private static final String PART = "[a-z0-9][a-z0-9-]*";
    private static final String PATTERN = PART + "(\\." + PART + ")*(@" + PART + "(\\." + PART + ")*)?";
    private static final Pattern NAME = Pattern.compile(PATTERN);

    /** How bounds of a family are written. */
    enum Unit {
        HOURS,
        NUMBER
    }

    /** The unit of the values of each family, as measures and results say it. */
    private static final Map<String, String> UNITS = units();

    /** Amounts of work and of loss in hours: no times, so that their bounds are plain numbers. */
    private static final Set<String> NO_TIMES = Set.of("analyst-hours", "resilience-loss");

    static final Shape<String> SHAPE = new ScalarShape<>(
            "the name of a measure", Map.of("type", "string", "pattern", "^" + PATTERN + "$"), MeasureName::read);

    private MeasureName() {}

    private static Map<String, String> units() {
        Map<String, String> units = new TreeMap<>();
        unit(
                units,
                "h",
                "alert-sojourn",
                "alert-wait",
                "analyst-hours",
                "copies-apart",
                "dwell-time",
                "first-loss",
                "flood-span",
                "hours-out-of-reach",
                "hours-shut",
                "hours-to-recognise",
                "longest-flood",
                "longest-outage",
                "resilience-loss",
                "step-time",
                "time-to-contain",
                "time-to-detect",
                "time-to-outage",
                "time-to-restore",
                "time-to-switch-off");
        unit(
                units,
                "1",
                "availability",
                "flood-share",
                "floods-recognised",
                "level-after",
                "level-while-shut",
                "mean-level",
                "resilience",
                "share-encrypted",
                "share-out-of-reach");
        unit(
                units,
                "runs",
                "attack-success",
                "broken-by-clean-up",
                "broken-by-credential-reset",
                "broken-by-isolation",
                "broken-by-out-of-time",
                "broken-by-own-indicator",
                "broken-by-separation",
                "broken-by-shared-indicator",
                "broken-by-tries-used-up",
                "goal-reached",
                "outage");
        unit(units, "alerts", "alerts-in-system", "alerts-waiting");
        unit(units, "assets", "assets-compromised");
        unit(units, "EUR", "attacker-cost");
        unit(units, "EUR a year", "cost-of-defence");
        unit(units, "customer-hours", "customer-hours-lost");
        unit(units, "customers", "customers-without-service");
        unit(units, "waves", "flood-waves");
        unit(units, "floods", "floods", "floods-begun");
        unit(units, "organisations", "organisations-compromised");
        unit(units, "people", "people-without-service");
        unit(units, "person-hours", "person-hours-lost");
        return units;
    }

    private static void unit(Map<String, String> units, String unit, String... families) {
        for (String family : families) {
            units.put(family, unit);
        }
    }

    static String family(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '@') {
            end++;
        }
        return name.substring(0, end);
    }

    /** Null where the family is not known here. */
    static @Nullable Unit kind(String name) {
        String unit = unit(name);
        return unit == null ? null : unit.equals("h") && !NO_TIMES.contains(family(name)) ? Unit.HOURS : Unit.NUMBER;
    }

    /** The unit of a measure: {@code person-hours}, {@code h}, 1 for a share; null where the family is not known here. */
    static @Nullable String unit(String name) {
        return UNITS.get(family(name));
    }

    static Set<String> familyNames() {
        return UNITS.keySet();
    }

    private static @Nullable String read(Node.Scalar scalar, Scope scope) {
        String text = scalar.text();
        if (text.length() > LONGEST || !NAME.matcher(text).matches()) {
            scope.error(
                    scalar, "`" + text + "` is not the name of a measure", "write family, family.of or family@where");
            return null;
        }
        String family = family(text);
        if (!UNITS.containsKey(family)) {
            String nearest = Nearest.to(family, UNITS.keySet());
            if (nearest != null) {
                scope.problems()
                        .add(Problem.error(
                                scalar.part(0, family.length()),
                                "no measure is called `" + family + "`",
                                "did you mean `" + nearest + "`?"));
                return null;
            }
        }
        return text;
    }
}
