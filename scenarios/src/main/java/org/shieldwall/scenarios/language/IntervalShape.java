package org.shieldwall.scenarios.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Dimension;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Span;

/** Two ends: times (kept in hours), shares, money or plain numbers. */
final class IntervalShape implements Shape<IntervalShape.Interval> {
    private static final double SECONDS_PER_HOUR = 3_600;

    enum Unit {
        TIME,
        SHARE,
        MONEY,
        PLAIN
    }

    /** One number and its unit; {@code 3d 4h} has two. */
    private static final Pattern ONE_UNIT = Pattern.compile("[0-9.]+ *([a-z]+)");

    /**
     * @param low at most {@code high}
     * @param timeUnit unit in which a time is written; null where the ends have several, or it is no time
     */
    record Interval(
            double low, double high, Unit unit, @Nullable String timeUnit, Span span) {}

    @Override
    public @Nullable Interval read(Node node, Scope scope) {
        if (!(node instanceof Node.Listing listing) || listing.items().size() != 2) {
            scope.error(node, "`" + scope.owner().text() + "` is an interval", "write [low, high]");
            return null;
        }
        Node lowNode = listing.items().get(0);
        Node highNode = listing.items().get(1);
        Unit lowUnit = unit(lowNode);
        Unit highUnit = unit(highNode);
        Unit unit = lowUnit == Unit.PLAIN ? highUnit : lowUnit;
        Double low = end(lowNode, unit, scope);
        Double high = end(highNode, unit, scope);
        if (low == null || high == null) {
            return null;
        }
        if (low > high) {
            scope.error(node, "the low end lies above the high end", "write [low, high]");
            return null;
        }
        return new Interval(low, high, unit, timeUnit(lowNode, highNode, unit), node.span());
    }

    private static @Nullable String timeUnit(Node low, Node high, Unit unit) {
        if (unit != Unit.TIME) {
            return null;
        }
        String ofLow = timeUnit(low);
        String ofHigh = timeUnit(high);
        boolean lowIsNothing =
                low instanceof Node.Scalar scalar && scalar.text().equals("0");
        return ofHigh != null && (ofHigh.equals(ofLow) || lowIsNothing) ? ofHigh : null;
    }

    private static @Nullable String timeUnit(Node node) {
        Matcher matcher = ONE_UNIT.matcher(node instanceof Node.Scalar scalar ? scalar.text() : "");
        return matcher.matches() ? Dimension.shortUnit(matcher.group(1)) : null;
    }

    private static Unit unit(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            return Unit.PLAIN;
        }
        String text = scalar.text();
        if (text.endsWith("%")) {
            return Unit.SHARE;
        }
        if (text.endsWith("EUR")) {
            return Unit.MONEY;
        }
        boolean hasUnit = text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E');
        return hasUnit ? Unit.TIME : Unit.PLAIN;
    }

    private static @Nullable Double end(Node node, Unit unit, Scope scope) {
        QuantityShape shape =
                switch (unit) {
                    case TIME -> QuantityShape.TIME;
                    case SHARE -> QuantityShape.SHARE;
                    case MONEY -> QuantityShape.MONEY;
                    case PLAIN -> QuantityShape.FACTOR;
                };
        Quantity quantity = shape.constant().read(node, scope);
        if (quantity == null || !(quantity.distribution() instanceof Quantity.Constant constant)) {
            return null;
        }
        return unit == Unit.TIME ? constant.value() / SECONDS_PER_HOUR : constant.value();
    }

    @Override
    public String form() {
        return "[low, high]";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of(
                "type", "array", "items", Map.of("type", List.of("string", "number")), "minItems", 2, "maxItems", 2);
    }
}
