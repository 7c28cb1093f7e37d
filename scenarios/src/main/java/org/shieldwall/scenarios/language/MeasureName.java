package org.shieldwall.scenarios.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Form;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/**
 * Names of measures: a family, what it is taken of after a dot, where it is taken after an at-sign, as
 * {@code alert-wait@west-power.edr}. Whether there is what it is taken of is a matter of {@link MeasureCheck}.
 */
final class MeasureName {
    private static final int LONGEST = 300;
    private static final String PART = "[a-z0-9][a-z0-9-]*";
    private static final String PATTERN = PART + "(\\." + PART + ")*(@" + PART + "(\\." + PART + ")*)?";
    private static final Pattern NAME = Pattern.compile(PATTERN);

    static final Shape<String> SHAPE = new ScalarShape<>(
            "the name of a measure", Map.of("type", "string", "pattern", "^" + PATTERN + "$"), MeasureName::read);

    private MeasureName() {}

    private static @Nullable String read(Node.Scalar scalar, Scope scope) {
        String text = scalar.text();
        if (text.length() > LONGEST || !NAME.matcher(text).matches()) {
            scope.error(
                    scalar, "`" + text + "` is not the name of a measure", "write family, family.of or family@where");
            return null;
        }
        String family = Form.family(text);
        Set<String> families = new TreeSet<>();
        Arrays.stream(Form.values()).forEach(form -> families.add(form.family()));
        if (families.contains(family)) {
            return text;
        }
        String nearest = Nearest.to(family, families);
        Problem problem = Problem.error(
                scalar.part(0, family.length()),
                "no measure is called `" + family + "`",
                nearest == null ? "unknown" : "did you mean `" + nearest + "`?");
        scope.problems().add(nearest == null ? problem.note("allowed here: " + String.join(", ", families)) : problem);
        return null;
    }
}
