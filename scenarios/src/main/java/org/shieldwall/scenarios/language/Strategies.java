package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Strategies and the question asked of them. */
final class Strategies {
    static final NamedShape<List<Ref>> SHAPE =
            NamedShape.of("lists of names of levers", ListShape.setOf(Shapes.reference(Kind.LEVER)));

    private static final Shape<PrecisionWords> PRECISION_SHAPE = new ScalarShape<>(
            "a share of the baseline's mean (5%) or an amount in the measure's unit (5000 person-hours, 2h)",
            Map.of("type", List.of("string", "number")), Strategies::precision);

    static final Key<List<Ref>> COMPARE = required(
            "compare",
            ListShape.someOf(Shapes.reference(Kind.STRATEGY)),
            "strategies: the first is the baseline, the last the answer");
    static final Key<String> BY = required("by", MeasureName.SHAPE, "the measure");
    static final Key<PrecisionWords> PRECISION = Key.withDefault(
            "precision", PRECISION_SHAPE, "5%", "half-width of the interval of each difference that is wanted");
    static final BlockShape QUESTION_SHAPE = new BlockShape("`question`", COMPARE, BY, PRECISION);
    static final Key<Block> QUESTION = optional("question", QUESTION_SHAPE, "what is asked")
            .example("{compare: [isolated, joint], by: person-hours-lost, precision: 5%}");

    private Strategies() {}

    private static @Nullable PrecisionWords precision(Node.Scalar scalar, Scope scope) {
        PrecisionWords words = PrecisionWords.of(scalar.text());
        if (words == null) {
            scope.error(scalar, "`" + scalar.text() + "` is not a precision", "write 5%, or 5000 person-hours");
            return null;
        }
        if (!(words.number() > 0) || (words.isShare() && words.number() > 100)) {
            scope.error(
                    scalar, "a precision lies above 0" + (words.isShare() ? " and below 100 %" : ""), "out of range");
            return null;
        }
        return words;
    }

    /** An amount must be one of what is measured. */
    static void check(@Nullable Block question, Problems problems) {
        String by = question == null ? null : question.find(BY);
        PrecisionWords precision = question == null ? null : question.find(PRECISION);
        String unit = by == null ? null : MeasureCheck.unit(by);
        if (question == null || unit == null || precision == null || precision.isShare()) {
            return;
        }
        if (precision.in(unit) == null) {
            problems.add(Problem.error(
                    question.span(PRECISION),
                    "`" + precision.unit() + "` is not the unit of `" + by + "`",
                    "write 5%, or " + precision.advice(unit)));
        }
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
        PrecisionWords precision = block.get(PRECISION);
        String unit = MeasureCheck.unit(block.get(BY));
        Double amount = precision.isShare() ? null : precision.in(unit == null ? precision.unit() : unit);
        return new Scenario.Question(
                block.get(COMPARE).stream().map(Ref::name).toList(),
                block.get(BY),
                precision.isShare() ? precision.number() / 100 : 0,
                amount == null ? 0 : amount);
    }
}
