package org.shieldwall.scenarios.language;

import java.util.List;
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

    /** What the values of a family are. */
    enum Unit {
        HOURS,
        NUMBER
    }

    private static final Map<String, Unit> FAMILIES = families();

    static final Shape<String> SHAPE = new ScalarShape<>(
            "the name of a measure", Map.of("type", "string", "pattern", "^" + PATTERN + "$"), MeasureName::read);

    private MeasureName() {}

    private static Map<String, Unit> families() {
        Map<String, Unit> families = new TreeMap<>();
        List.of(
                        "alert-sojourn",
                        "alert-wait",
                        "copies-apart",
                        "dwell-time",
                        "flood-span",
                        "hours-out-of-reach",
                        "hours-shut",
                        "hours-to-recognise",
                        "longest-flood",
                        "longest-outage",
                        "step-time",
                        "time-to-contain",
                        "time-to-detect",
                        "time-to-outage",
                        "time-to-restore",
                        "time-to-switch-off")
                .forEach(name -> families.put(name, Unit.HOURS));
        List.of(
                        "alerts-in-system",
                        "alerts-waiting",
                        "analyst-hours",
                        "assets-compromised",
                        "attack-success",
                        "attacker-cost",
                        "availability",
                        "cost-of-defence",
                        "customer-hours-lost",
                        "customers-without-service",
                        "flood-share",
                        "flood-waves",
                        "floods",
                        "floods-begun",
                        "floods-recognised",
                        "level-while-shut",
                        "mean-level",
                        "level-after",
                        "organisations-compromised",
                        "outage",
                        "people-without-service",
                        "person-hours-lost",
                        "resilience",
                        "resilience-loss",
                        "share-encrypted",
                        "share-out-of-reach")
                .forEach(name -> families.put(name, Unit.NUMBER));
        return families;
    }

    static String family(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '@') {
            end++;
        }
        return name.substring(0, end);
    }

    /** Null where the family is not known here. */
    static @Nullable Unit unit(String name) {
        return FAMILIES.get(family(name));
    }

    static Set<String> familyNames() {
        return FAMILIES.keySet();
    }

    private static @Nullable String read(Node.Scalar scalar, Scope scope) {
        String text = scalar.text();
        if (text.length() > LONGEST || !NAME.matcher(text).matches()) {
            scope.error(
                    scalar, "`" + text + "` is not the name of a measure", "write family, family.of or family@where");
            return null;
        }
        String family = family(text);
        if (!FAMILIES.containsKey(family)) {
            String nearest = Nearest.to(family, FAMILIES.keySet());
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
