package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Form;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Expectation.Statistic;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.ScalarShape;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Expectations: what must come out of a scenario, as it says itself. */
final class Expectations {
    private static final Shape<Node.Scalar> WORD =
            new ScalarShape<>("a name", Map.of("type", "string"), (scalar, scope) -> scalar);

    static final Key<Node.Scalar> FACT = required("fact", WORD, "what must have happened, as campaign.step.success");
    static final BlockShape GIVEN_SHAPE = new BlockShape("`given`", FACT);
    static final Key<Quantity> AT = required("at", QuantityShape.SHARE.constant(), "which quantile");
    static final Key<IntervalShape.Interval> IN = required("in", new IntervalShape(), "the interval");
    static final BlockShape QUANTILE_SHAPE = new BlockShape("`quantile`", AT, IN);

    static final Key<String> MEASURE = required("measure", MeasureName.SHAPE, "what is measured");
    static final Key<Ref> STRATEGY = required("strategy", Shapes.reference(Kind.STRATEGY), "under which strategy");
    static final Key<Block> GIVEN = optional("given", GIVEN_SHAPE, "only runs in which this happened");
    static final Key<IntervalShape.Interval> MEAN = interval("mean", "the mean lies here");
    static final Key<IntervalShape.Interval> MEDIAN = interval("median", "the median lies here");
    static final Key<Block> QUANTILE = optional("quantile", QUANTILE_SHAPE, "a quantile lies here");
    static final Key<IntervalShape.Interval> SHARE = interval("share", "the share of runs in which it is not 0");
    static final Key<IntervalShape.Interval> EVERY_RUN = interval("every-run", "the value of every run lies here");
    static final Key<IntervalShape.Interval> ALWAYS = interval("always", "at every time of every run it lies here");
    static final Key<Expectation.Kind> KIND = required(
            "kind", Shapes.option(Expectation.Kind.class), "put in, fitted, come out by itself, must hold, or theory");
    static final Key<List<Node.Scalar>> FAILS_WITHOUT = withDefault(
            "fails-without",
            ListShape.noneOrMore(WORD),
            "[]",
            "entities, steps, sensors as organisation.sensor, or levers without which it must miss; compulsory for emergent");
    static final Key<Ref> SOURCE = optional("source", Shapes.reference(Kind.SOURCE), "who reported it");
    static final BlockShape SHAPE = new BlockShape(
            "an expectation",
            MEASURE,
            STRATEGY,
            GIVEN,
            MEAN,
            MEDIAN,
            QUANTILE,
            SHARE,
            EVERY_RUN,
            ALWAYS,
            KIND,
            FAILS_WITHOUT,
            SOURCE);

    private static final Map<Statistic, Key<?>> STATISTICS = Map.of(
            Statistic.MEAN,
            MEAN,
            Statistic.MEDIAN,
            MEDIAN,
            Statistic.QUANTILE,
            QUANTILE,
            Statistic.SHARE,
            SHARE,
            Statistic.EVERY_RUN,
            EVERY_RUN,
            Statistic.ALWAYS,
            ALWAYS);

    /** The unit of measures that are times. */
    private static final String HOURS = "h";

    private Expectations() {}

    private static Key<IntervalShape.Interval> interval(String name, String meaning) {
        return optional(name, new IntervalShape(), meaning);
    }

    private static List<Statistic> written(Block block) {
        return Arrays.stream(Statistic.values())
                .filter(statistic -> {
                    Key<?> key = STATISTICS.get(statistic);
                    return key != null && block.isWritten(key);
                })
                .toList();
    }

    private static IntervalShape.@Nullable Interval interval(Block block, Statistic statistic) {
        Block quantile = block.find(QUANTILE);
        return switch (statistic) {
            case MEAN -> block.find(MEAN);
            case MEDIAN -> block.find(MEDIAN);
            case QUANTILE -> quantile == null ? null : quantile.find(IN);
            case SHARE -> block.find(SHARE);
            case EVERY_RUN -> block.find(EVERY_RUN);
            case ALWAYS -> block.find(ALWAYS);
        };
    }

    static void check(Block block, Draft draft, MeasureCheck measures, Problems problems) {
        List<Statistic> statistics = written(block);
        if (statistics.isEmpty()) {
            problems.add(Problem.error(
                    block.node().span().part(0, 1),
                    "an expectation needs a statistic",
                    "write mean, median, quantile, share, every-run or always"));
        } else if (statistics.size() > 1) {
            Key<?> second = statistics.stream()
                    .<Key<?>>map(statistic -> STATISTICS.getOrDefault(statistic, MEAN))
                    .max(Comparator.comparing(block::span))
                    .orElse(MEAN);
            problems.add(Problem.error(
                    block.span(second), "an expectation has one statistic", "`" + second + "` is a second one"));
        }
        String measure = block.find(MEASURE);
        if (measure != null) {
            for (Statistic statistic : statistics) {
                checkUnit(measure, statistic, interval(block, statistic), problems);
            }
            Node place = block.written(MEASURE);
            if (place != null) {
                measures.check(measure, place);
            }
        }
        Block given = block.find(GIVEN);
        Node.Scalar fact = given == null ? null : given.find(FACT);
        if (fact != null) {
            draft.checkFact(fact, problems);
        }
        List<Node.Scalar> without = block.find(FAILS_WITHOUT);
        if (without != null) {
            without.forEach(name -> draft.checkPart(name, problems));
            if (block.find(KIND) == Expectation.Kind.EMERGENT && without.isEmpty()) {
                problems.add(Problem.error(
                        block.span(KIND),
                        "an emergent expectation needs `fails-without`",
                        "name what must be masked for it to miss"));
            }
        }
    }

    /**
     * Warns where what {@code given} asks for cannot happen once the cause is masked: the mask then proves nothing. To be
     * asked only when the text has no mistake.
     */
    static void warn(Block block, Draft draft, Problems problems) {
        Block given = block.find(GIVEN);
        List<Node.Scalar> without = block.get(FAILS_WITHOUT);
        if (given == null || without.isEmpty()) {
            return;
        }
        Node.Scalar fact = given.get(FACT);
        Set<String> step = Set.of(fact.text().substring(0, fact.text().lastIndexOf('.')));
        Set<String> masked = new TreeSet<>();
        without.forEach(name -> masked.add(name.text()));
        Attainable everything = Attainable.of(draft);
        Attainable attainable = Attainable.without(masked, draft);
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step each : flow.steps()) {
                if (flow.isNamed(each, step) && everything.reaches(each) && !attainable.reaches(each)) {
                    problems.add(Problem.warning(
                                    fact.span(),
                                    "`" + fact.text() + "` never happens without " + String.join(", ", masked),
                                    "so its mask can never be tried")
                            .seeing(block.span(FAILS_WITHOUT), "the mask"));
                    return;
                }
            }
        }
    }

    private static void checkUnit(
            String measure, Statistic statistic, IntervalShape.@Nullable Interval interval, Problems problems) {
        Form form = MeasureCheck.form(measure);
        if (interval == null || form == null || statistic == Statistic.SHARE) {
            return;
        }
        boolean hours = form.unit().equals(HOURS);
        if (hours && !form.isSumOfHours() && interval.unit() == IntervalShape.Unit.PLAIN && interval.high() != 0) {
            problems.add(Problem.error(interval.span(), "`" + Form.family(measure) + "` is a time", "write [3h, 7h]"));
        }
        if (!hours && interval.unit() == IntervalShape.Unit.TIME) {
            problems.add(Problem.error(
                    interval.span(), "`" + Form.family(measure) + "` is not a time", "write plain numbers"));
        }
    }

    /** Numbers without a unit are hours where hours are added up. */
    private static @Nullable String timeUnit(String measure, IntervalShape.Interval interval) {
        Form form = MeasureCheck.form(measure);
        boolean plainHours = interval.unit() == IntervalShape.Unit.PLAIN && form != null && form.isSumOfHours();
        return plainHours ? HOURS : interval.timeUnit();
    }

    static Expectation build(Block block) {
        Statistic statistic = written(block).get(0);
        IntervalShape.Interval interval = interval(block, statistic);
        if (interval == null) {
            throw new IllegalStateException(
                    "The expectation of line (" + block.node().span().line() + ") has no interval.");
        }
        Block quantile = block.find(QUANTILE);
        double at = quantile != null && quantile.get(AT).distribution() instanceof Quantity.Constant constant
                ? constant.value()
                : 0;
        Block given = block.find(GIVEN);
        Ref source = block.find(SOURCE);
        return new Expectation(
                block.get(MEASURE),
                statistic,
                at,
                block.get(STRATEGY).name(),
                given == null ? null : given.get(FACT).text(),
                interval.low(),
                interval.high(),
                timeUnit(block.get(MEASURE), interval),
                block.get(KIND),
                block.get(FAILS_WITHOUT).stream().map(Node.Scalar::text).toList(),
                source == null ? null : source.name(),
                block.node().span().line());
    }
}
