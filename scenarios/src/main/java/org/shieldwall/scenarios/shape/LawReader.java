package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Quantity.Distribution;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** Reads the parameters of one law. */
final class LawReader {
    private static final double ROUNDING = 1e-9;
    /** ln(ln 10 / ln 2): how far the 90 % quantile lies from the median of a Weibull law, in units of 1/shape. */
    private static final double WEIBULL_SPREAD = StrictMath.log(StrictMath.log(10) / StrictMath.log(2));

    private final QuantityShape of;
    private final Law law;
    private final Node node;
    private final Scope scope;

    LawReader(QuantityShape of, Law law, Node node, Scope scope) {
        this.of = of;
        this.law = law;
        this.node = node;
        this.scope = scope;
    }

    @Nullable
    Distribution read() {
        return switch (law) {
            case EXPONENTIAL -> exponential();
            case LOGNORMAL -> lognormal();
            case TRIANGULAR -> triangular();
            case GAMMA -> gamma();
            case WEIBULL -> weibull();
            case BETA -> beta();
            case UNIFORM -> uniform();
            case EMPIRICAL -> empirical();
            case MIXTURE -> mixture();
        };
    }

    private @Nullable Distribution exponential() {
        Double mean = of.parameter(node, scope);
        return mean != null && positive(mean, node, "the mean") ? new Quantity.Exponential(mean) : null;
    }

    private @Nullable Distribution lognormal() {
        if (has("mu") && !has("median")) {
            boolean time = of.dimension().isTime();
            if (!keys(time ? List.of("mu", "sigma", "unit") : List.of("mu", "sigma"))) {
                return null;
            }
            Double mu = plain("mu");
            Double sigma = plain("sigma");
            Double unit = time ? unit() : Double.valueOf(1);
            if (mu == null || unit == null || sigma == null || !notNegative(sigma, "sigma")) {
                return null;
            }
            return new Quantity.Lognormal(mu + StrictMath.log(unit), sigma);
        }
        if (has("sigma") && !has("p90")) {
            if (!keys(List.of("median", "sigma"))) {
                return null;
            }
            Double median = number("median");
            Double sigma = plain("sigma");
            if (median == null
                    || !positive(median, at("median"), "the median")
                    || sigma == null
                    || !notNegative(sigma, "sigma")) {
                return null;
            }
            return new Quantity.Lognormal(StrictMath.log(median), sigma);
        }
        double[] quantiles = quantiles();
        return quantiles == null
                ? null
                : Quantity.lognormal(quantiles[0], quantiles[1]).distribution();
    }

    private @Nullable Double unit() {
        Node.Entry entry = ((Node.Mapping) node).entry("unit");
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof Node.Scalar scalar) {
            Node.Scalar one = new Node.Scalar("1" + scalar.text(), false, scalar.span());
            return of.dimension().read(one, scope.under(entry.key()));
        }
        scope.wrongForm(entry.value(), "a unit of time");
        return null;
    }

    private double @Nullable [] quantiles() {
        if (!keys(List.of("median", "p90"))) {
            return null;
        }
        Double median = number("median");
        Double p90 = number("p90");
        if (median == null || !positive(median, at("median"), "the median") || p90 == null) {
            return null;
        }
        if (!(p90 > median) || p90.isInfinite()) {
            scope.error(at("p90"), "`p90` must lie above the median", "not above");
            return null;
        }
        return new double[] {median, p90};
    }

    private @Nullable Distribution triangular() {
        double[] ends = ends("low", "mode", "high");
        return ends == null ? null : new Quantity.Triangular(ends[0], ends[1], ends[2]);
    }

    private @Nullable Distribution uniform() {
        double[] ends = ends("low", "high");
        return ends == null ? null : new Quantity.Uniform(ends[0], ends[1]);
    }

    /** Numbers in rising order, the last above the first; as a map or a list. */
    private double @Nullable [] ends(String... names) {
        List<Node> nodes = new ArrayList<>();
        if (node instanceof Node.Listing listing) {
            if (listing.items().size() != names.length) {
                scope.error(node, "`" + law.word() + "` has " + names.length + " numbers", String.join(", ", names));
                return null;
            }
            nodes.addAll(listing.items());
        } else {
            if (!keys(List.of(names))) {
                return null;
            }
            for (String name : names) {
                nodes.add(at(name));
            }
        }
        double[] values = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            Double value = of.parameter(nodes.get(i), scope);
            if (value == null) {
                return null;
            }
            values[i] = value;
            if (value.isInfinite()) {
                scope.error(nodes.get(i), "`" + names[i] + "` cannot be never", "write " + of.form());
                return null;
            }
            if (i > 0 && value < values[i - 1]) {
                scope.error(nodes.get(i), "`" + names[i] + "` must not lie below `" + names[i - 1] + "`", "below");
                return null;
            }
        }
        if (!(values[names.length - 1] > values[0])) {
            scope.error(node, "`high` must lie above `low`", "they are equal");
            return null;
        }
        return values;
    }

    private @Nullable Distribution weibull() {
        if (has("median") || has("p90")) {
            double[] quantiles = quantiles();
            if (quantiles == null) {
                return null;
            }
            double shape = WEIBULL_SPREAD / StrictMath.log(quantiles[1] / quantiles[0]);
            double scale = quantiles[0] / StrictMath.pow(StrictMath.log(2), 1 / shape);
            return new Quantity.Weibull(shape, scale);
        }
        double[] values = shapeAndScale();
        return values == null ? null : new Quantity.Weibull(values[0], values[1]);
    }

    private @Nullable Distribution gamma() {
        if (has("median") || has("p90")) {
            double[] quantiles = quantiles();
            return quantiles == null ? null : gammaOf(quantiles[0], quantiles[1]);
        }
        double[] values = shapeAndScale();
        return values == null ? null : new Quantity.Gamma(values[0], values[1]);
    }

    private double @Nullable [] shapeAndScale() {
        if (!keys(List.of("shape", "scale"))) {
            return null;
        }
        Double shape = plain("shape");
        Double scale = number("scale");
        if (shape == null
                || !positive(shape, at("shape"), "`shape`")
                || scale == null
                || !positive(scale, at("scale"), "`scale`")) {
            return null;
        }
        return new double[] {shape, scale};
    }

    /** The shape for which the ratio of the two quantiles fits, by bisection on its logarithm: the ratio falls with it. */
    private Distribution gammaOf(double median, double p90) {
        double low = StrictMath.log(1e-2);
        double high = StrictMath.log(1e6);
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            double shape = StrictMath.exp(middle);
            if (gammaQuantile(shape, 0.9) / gammaQuantile(shape, 0.5) > p90 / median) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double shape = StrictMath.exp((low + high) / 2);
        return new Quantity.Gamma(shape, median / gammaQuantile(shape, 0.5));
    }

    private static double gammaQuantile(double shape, double probability) {
        double low = 0;
        double high = Math.max(10, 10 * shape);
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Gamma.regularizedGammaP(shape, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private @Nullable Distribution beta() {
        if (!of.dimension().isShare()) {
            scope.error(scope.owner(), "only a share can follow `beta`", "this is " + of.form());
            return null;
        }
        if (!keys(List.of("alpha", "beta"))) {
            return null;
        }
        Double alpha = plain("alpha");
        Double beta = plain("beta");
        if (alpha == null
                || !positive(alpha, at("alpha"), "`alpha`")
                || beta == null
                || !positive(beta, at("beta"), "`beta`")) {
            return null;
        }
        return new Quantity.Beta(alpha, beta);
    }

    private @Nullable Distribution empirical() {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, "a map: values, weights");
            return null;
        }
        KeyCheck.onlyKeys(mapping, List.of("values", "weights"), "`empirical`", scope);
        List<Double> values = numbers(mapping, "values", of);
        List<Double> weights = mapping.has("weights")
                ? numbers(mapping, "weights", QuantityShape.FACTOR)
                : Collections.nCopies(values == null ? 0 : values.size(), 1.0);
        if (values == null || weights == null) {
            return null;
        }
        if (values.isEmpty()) {
            scope.error(at("values"), "`values` needs at least one", "empty");
            return null;
        }
        if (values.size() != weights.size()) {
            scope.error(
                    at("weights"),
                    "there must be as many weights as values",
                    weights.size() + ", not " + values.size());
            return null;
        }
        if (!(weights.stream().mapToDouble(Double::doubleValue).sum() > 0)) {
            scope.error(at("weights"), "one weight at least must be above 0", "all are 0");
            return null;
        }
        return new Quantity.Empirical(List.copyOf(values), List.copyOf(weights));
    }

    private @Nullable List<Double> numbers(Node.Mapping mapping, String key, QuantityShape shape) {
        Node.Entry entry = mapping.entry(key);
        if (entry == null) {
            scope.problems()
                    .add(Problem.error(scope.owner().span(), "`" + key + "` is missing", "`empirical` needs it"));
            return null;
        }
        if (!(entry.value() instanceof Node.Listing listing)) {
            scope.under(entry.key()).wrongForm(entry.value(), "a list");
            return null;
        }
        List<Double> result = new ArrayList<>();
        for (Node item : listing.items()) {
            Double value = shape.parameter(item, scope.under(entry.key()));
            if (value == null) {
                return null;
            }
            result.add(value);
        }
        return result;
    }

    private @Nullable Distribution mixture() {
        if (!(node instanceof Node.Listing listing) || listing.items().isEmpty()) {
            scope.wrongForm(node, "a list of {share, of}");
            return null;
        }
        List<Double> weights = new ArrayList<>();
        List<Distribution> parts = new ArrayList<>();
        for (Node item : listing.items()) {
            if (!(item instanceof Node.Mapping part)) {
                scope.wrongForm(item, "a list of {share, of}");
                return null;
            }
            KeyCheck.onlyKeys(part, List.of("share", "of"), "a part of `mixture`", scope);
            Node.Entry share = part.entry("share");
            Node.Entry law0 = part.entry("of");
            if (share == null || law0 == null) {
                scope.error(part, "a part of a mixture has a share and a law", "write {share: 97%, of: …}");
                return null;
            }
            Double weight = QuantityShape.SHARE.parameter(share.value(), scope.under(share.key()));
            Quantity quantity = of.read(law0.value(), scope.under(law0.key()));
            if (weight == null || quantity == null) {
                return null;
            }
            weights.add(weight);
            parts.add(quantity.distribution());
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            scope.error(
                    scope.owner(), "the shares of a mixture sum to 100 %", "not " + Math.round(sum * 1e4) / 1e2 + " %");
            return null;
        }
        return new Quantity.Mixture(List.copyOf(weights), List.copyOf(parts));
    }

    private boolean has(String key) {
        return node instanceof Node.Mapping mapping && mapping.has(key);
    }

    /** Whether it is a map with exactly these keys; else reports. */
    private boolean keys(List<String> names) {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, law.parameters());
            return false;
        }
        KeyCheck.onlyKeys(mapping, names, "`" + law.word() + "`", scope);
        List<String> missing = names.stream().filter(name -> !mapping.has(name)).toList();
        if (!missing.isEmpty()
                && mapping.entries().stream()
                        .allMatch(entry -> names.contains(entry.key().text()))) {
            scope.problems()
                    .add(Problem.error(
                                    scope.owner().span(),
                                    "`" + missing.get(0) + "` is missing",
                                    "`" + law.word() + "` needs it")
                            .note(law.word() + ": " + law.parameters()));
        }
        return missing.isEmpty();
    }

    private Node at(String key) {
        Node.Entry entry = node instanceof Node.Mapping mapping ? mapping.entry(key) : null;
        return entry == null ? node : entry.value();
    }

    private @Nullable Double number(String key) {
        return of.parameter(at(key), scope);
    }

    private @Nullable Double plain(String key) {
        Node value = at(key);
        if (value instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return Dimension.NUMBER.read(scalar, scope);
        }
        scope.error(value, "`" + key + "` must be a number", "this is not one");
        return null;
    }

    private boolean positive(Double value, Node place, String what) {
        if (!(value > 0) || value.isInfinite()) {
            scope.error(place, what + " must be above 0", value.isInfinite() ? "write " + of.form() : "not above 0");
            return false;
        }
        return true;
    }

    private boolean notNegative(Double value, String key) {
        if (value < 0) {
            scope.error(at(key), "`" + key + "` cannot be negative", "write 0 or more");
            return false;
        }
        return true;
    }
}
