package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Quantity.Constant;
import org.shieldwall.scenario.Quantity.Distribution;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** A number with its unit, constant or random, with its origin. */
public final class QuantityShape implements Shape<Quantity> {
    public static final QuantityShape TIME = new QuantityShape(Dimension.TIME, true);
    public static final QuantityShape RATE = new QuantityShape(Dimension.RATE, true);
    public static final QuantityShape SHARE = new QuantityShape(Dimension.SHARE, true);
    public static final QuantityShape MONEY = new QuantityShape(Dimension.MONEY, true);
    public static final QuantityShape MONEY_PER_YEAR = new QuantityShape(Dimension.MONEY_PER_YEAR, true);
    public static final QuantityShape MONEY_PER_HOUR = new QuantityShape(Dimension.MONEY_PER_HOUR, true);
    public static final QuantityShape HOURS_PER_WEEK = new QuantityShape(Dimension.HOURS_PER_WEEK, true);
    public static final QuantityShape TRAFFIC = new QuantityShape(Dimension.TRAFFIC, true);
    public static final QuantityShape COUNT = new QuantityShape(Dimension.COUNT, true);
    /** A factor, as for {@code scales}. */
    public static final QuantityShape FACTOR = new QuantityShape(Dimension.COUNT, false);

    private static final String NEVER = "never";

    private final Dimension dimension;
    private final boolean mayBeRandom;

    private QuantityShape(Dimension dimension, boolean mayBeRandom) {
        this.dimension = dimension;
        this.mayBeRandom = mayBeRandom;
    }

    /** The same, but never random: bounds and factors of levers. */
    public QuantityShape constant() {
        return new QuantityShape(dimension, false);
    }

    /** The same, but with a law where each member of a family draws a constant of its own. */
    public QuantityShape varying() {
        return new QuantityShape(dimension, true);
    }

    public Dimension dimension() {
        return dimension;
    }

    @Override
    public @Nullable Quantity read(Node node, Scope scope) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            Double value = dimension.read(scalar, scope);
            return value == null ? null : Quantity.constant(value);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, dimension.noun());
            return null;
        }
        Node.Entry value = mapping.entry(Origins.VALUE);
        Distribution law = value == null ? law(mapping, scope) : valued(mapping, value, scope);
        Quantity.Origin origin = Origins.of(mapping, scope);
        return law == null ? null : new Quantity(law, origin);
    }

    private @Nullable Distribution valued(Node.Mapping mapping, Node.Entry value, Scope scope) {
        KeyCheck.onlyKeys(
                mapping,
                List.of(Origins.VALUE, Origins.SOURCE, Origins.ESTIMATE, NEVER),
                "`" + scope.owner().text() + "`",
                scope);
        Quantity quantity = read(value.value(), scope);
        return quantity == null ? null : orNever(mapping, quantity.distribution(), scope);
    }

    private @Nullable Distribution law(Node.Mapping mapping, Scope scope) {
        List<String> known = new ArrayList<>();
        for (Law law : Law.values()) {
            known.add(law.word());
        }
        List<Node.Entry> laws = mapping.entries().stream()
                .filter(entry -> known.contains(entry.key().text()))
                .toList();
        List<String> allowed = new ArrayList<>(known);
        allowed.addAll(List.of(NEVER, Origins.SOURCE, Origins.ESTIMATE, Origins.VALUE));
        KeyCheck.onlyKeys(mapping, allowed, "`" + scope.owner().text() + "`", scope);
        if (laws.size() != 1) {
            if (laws.size() > 1) {
                scope.problems()
                        .add(Problem.error(laws.get(1).key().span(), "a number has one law", "a second one")
                                .seeing(laws.get(0).key().span(), "the first"));
            } else if (mapping.entries().stream()
                    .allMatch(entry -> allowed.contains(entry.key().text()))) {
                scope.problems()
                        .add(Problem.error(mapping.span(), "a number needs a value or a law", "neither is here")
                                .note("laws: " + String.join(", ", known)));
            }
            return null;
        }
        Node.Entry entry = laws.get(0);
        Law law = Law.valueOf(entry.key().text().toUpperCase(Locale.ROOT));
        if (!mayBeRandom) {
            scope.error(entry.key(), "this number cannot be random", "write " + dimension.noun());
            return null;
        }
        if (dimension.isShare() && !law.isBounded()) {
            scope.problems()
                    .add(Problem.error(
                                    entry.key().span(),
                                    "a share cannot follow `" + law.word() + "`",
                                    "this law has no upper end")
                            .note("laws of a share: beta, uniform, triangular, empirical, mixture"));
            return null;
        }
        Distribution distribution = new LawReader(this, law, entry.value(), scope.under(entry.key())).read();
        return distribution == null ? null : orNever(mapping, distribution, scope);
    }

    private @Nullable Distribution orNever(Node.Mapping mapping, Distribution law, Scope scope) {
        Node.Entry never = mapping.entry(NEVER);
        if (never == null) {
            return law;
        }
        if (!dimension.isTime()) {
            scope.error(never.key(), "only a time can be `never`", "leave it out");
            return null;
        }
        Quantity share = SHARE.constant().read(never.value(), scope.under(never.key()));
        return share != null && share.distribution() instanceof Constant constant
                ? new Quantity.Never(constant.value(), law)
                : null;
    }

    /** Reads a parameter that must be a constant of this dimension. */
    @Nullable
    Double parameter(Node node, Scope scope) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return dimension.read(scalar, scope);
        }
        scope.wrongForm(node, dimension.noun());
        return null;
    }

    @Override
    public String form() {
        return dimension.noun();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        String name = dimension.name().toLowerCase(Locale.ROOT).replace('_', '-') + (mayBeRandom ? "" : "-constant");
        return definitions.refer(name, () -> {
            Map<String, Object> constant = dimension.schema();
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put(Origins.VALUE, mayBeRandom ? schema(definitions) : constant);
            properties.put(Origins.SOURCE, Map.of("type", "string"));
            properties.put(Origins.ESTIMATE, Map.of("type", "string"));
            if (mayBeRandom) {
                properties.put(NEVER, Dimension.SHARE.schema());
                for (Law law : Law.values()) {
                    properties.put(law.word(), Map.of("description", law.parameters()));
                }
            }
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", "object");
            map.put("properties", properties);
            map.put("additionalProperties", false);
            return Map.of("anyOf", List.of(constant, map));
        });
    }
}
