package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;

/** Strategies and the question asked of them. */
final class Strategies {
    private static final Pattern ABSOLUTE = Pattern.compile("([0-9.]+(?:[eE][+-]?[0-9]+)?)(?:\\s+[a-z][a-z-]*)?");

    /** Half-width wanted: a share of the baseline's mean, or an absolute value in the measure's unit. */
    record Precision(double relative, double absolute) {}

    static final NamedShape<List<Ref>> SHAPE =
            NamedShape.of("lists of names of levers", ListShape.setOf(Shapes.reference(Kind.LEVER)));

    private static final Shape<Precision> PRECISION_SHAPE = new ScalarShape<>(
            "a share of the baseline's mean (5%) or an absolute value",
            Map.of("type", List.of("string", "number")), Strategies::precision);

    static final Key<List<Ref>> COMPARE = required(
            "compare",
            ListShape.someOf(Shapes.reference(Kind.STRATEGY)),
            "strategies: the first is the baseline, the last the answer");
    static final Key<String> BY = required("by", MeasureName.SHAPE, "the measure");
    static final Key<Precision> PRECISION = Key.withDefault(
            "precision", PRECISION_SHAPE, "5%", "half-width of the interval of each difference that is wanted");
    static final BlockShape QUESTION_SHAPE = new BlockShape("`question`", COMPARE, BY, PRECISION);
    static final Key<Block> QUESTION = optional("question", QUESTION_SHAPE, "what is asked")
            .example("{compare: [isolated, joint], by: person-hours-lost, precision: 5%}");

    private Strategies() {}

    private static @Nullable Precision precision(Node.Scalar scalar, Scope scope) {
        String text = scalar.text();
        var matcher = ABSOLUTE.matcher(text);
        boolean percent = text.endsWith("%");
        if (percent) {
            matcher = ABSOLUTE.matcher(text.substring(0, text.length() - 1).strip());
        }
        if (!matcher.matches() || matcher.group(1).chars().filter(c -> c == '.').count() > 1) {
            scope.error(scalar, "`" + text + "` is not a precision", "write 5%, or 5000 person-hours");
            return null;
        }
        double value = Double.parseDouble(matcher.group(1));
        if (!(value > 0) || (percent && value > 100)) {
            scope.error(scalar, "a precision lies above 0" + (percent ? " and below 100 %" : ""), "out of range");
            return null;
        }
        return percent ? new Precision(value / 100, 0) : new Precision(0, value);
    }

    static List<Scenario.Strategy> build(Map<String, Named<List<Ref>>> strategies) {
        List<Scenario.Strategy> result = new ArrayList<>();
        strategies.forEach((name, named) -> result.add(new Scenario.Strategy(
                name, named.value().stream().map(Ref::name).sorted().toList())));
        return List.copyOf(result);
    }

    static Scenario.@Nullable Question question(@Nullable Block block) {
        if (block == null) {
            return null;
        }
        Precision precision = block.get(PRECISION);
        return new Scenario.Question(
                block.get(COMPARE).stream().map(Ref::name).toList(),
                block.get(BY),
                precision.relative(),
                precision.absolute());
    }
}
