package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenarios.shape.KeyCheck;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.Quantities;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** What a service needs: a name, or an expression over names. */
final class NeedShape implements Shape<NeedText> {
    private static final String IN = "in";
    private static final String OF = "of";
    private static final Set<String> HEADS = new LinkedHashSet<>(
            List.of("all-of", "any-of", "at-least", "share-of", "weighted", "delivered", "service"));
    private static final String CLASS = "class";
    private static final String TO = "to";
    private static final String TRAFFIC = "traffic";
    private static final String REQUESTS = "requests";
    private static final Shape<Ref> PLACE = Shapes.referenceOr(List.of(Network.INTERNET), Kind.NETWORK);
    private static final Shape<Ref> WHOLE = Shapes.reference(Kind.SERVICE, Kind.ASSETS);
    private static final Shape<Ref> SERVICE = Shapes.reference(Kind.SERVICE);
    private static final Shape<Node.Scalar> NAME = new NameShape();
    private static final Shape<Ref> GROUP = Shapes.reference(Kind.ASSETS);
    private static final Shape<Integer> NUMBER = Shapes.whole(1, Networks.MOST_ASSETS);
    private static final Shape<Service.Function> FUNCTION = Shapes.option(Service.Function.class);

    @Override
    public @Nullable NeedText read(Node node, Scope scope) {
        if (node instanceof Node.Scalar && !(((Node.Scalar) node).text().isBlank())) {
            Ref ref = WHOLE.read(node, scope);
            return ref == null ? null : new NeedText.Whole(ref);
        }
        if (node instanceof Node.Mapping mapping) {
            return expression(mapping, scope);
        }
        scope.wrongForm(node, form());
        return null;
    }

    private @Nullable NeedText expression(Node.Mapping mapping, Scope scope) {
        Node.Entry head = null;
        for (Node.Entry entry : mapping.entries()) {
            String word = entry.key().text();
            if (HEADS.contains(word) && head != null) {
                scope.problems()
                        .add(Problem.error(entry.key().span(), "a need has one form", "a second one")
                                .seeing(head.key().span(), "the first"));
                return null;
            }
            if (HEADS.contains(word)) {
                head = entry;
            }
        }
        List<String> allowed = allowed(head);
        boolean known = KeyCheck.onlyKeys(mapping, allowed, "a need", scope);
        if (head == null) {
            if (known) {
                scope.problems()
                        .add(Problem.error(mapping.span(), "a need has a form", "none is here")
                                .note("forms: " + String.join(", ", HEADS)));
            }
            return null;
        }
        Scope under = scope.under(head.key());
        return switch (head.key().text()) {
            case "all-of" -> {
                List<NeedText> of = list(head.value(), under);
                yield of == null ? null : new NeedText.All(of);
            }
            case "any-of" -> {
                List<NeedText> of = list(head.value(), under);
                yield of == null ? null : new NeedText.Any(of);
            }
            case "at-least" -> atLeast(mapping, head, scope);
            case "share-of" -> {
                Ref group = GROUP.read(head.value(), under);
                Service.Function function = function(mapping, scope);
                yield group == null || function == null ? null : new NeedText.Share(group, function);
            }
            case "delivered" -> delivered(mapping, head, scope);
            case "service" -> ofClass(mapping, head, scope);
            default -> weighted(head.value(), under);
        };
    }

    private static List<String> allowed(Node.@Nullable Entry head) {
        if (head == null) {
            return List.copyOf(HEADS);
        }
        return switch (head.key().text()) {
            case "at-least" -> List.of("at-least", OF, IN);
            case "share-of" -> List.of("share-of", IN);
            case "delivered" -> List.of("delivered", TO, TRAFFIC, REQUESTS);
            case "service" -> List.of("service", CLASS);
            default -> List.of(head.key().text());
        };
    }

    private @Nullable List<NeedText> list(Node node, Scope scope) {
        if (!(node instanceof Node.Listing listing)) {
            scope.wrongForm(node, "a list");
            return null;
        }
        if (listing.items().isEmpty()) {
            scope.error(node, "`" + scope.owner().text() + "` needs at least one", "empty");
            return null;
        }
        List<NeedText> result = new ArrayList<>();
        for (Node item : listing.items()) {
            NeedText need = read(item, scope);
            if (need != null) {
                result.add(need);
            }
        }
        return result.isEmpty() ? null : List.copyOf(result);
    }

    private @Nullable NeedText atLeast(Node.Mapping mapping, Node.Entry head, Scope scope) {
        Integer k = NUMBER.read(head.value(), scope.under(head.key()));
        Node.Entry of = mapping.entry(OF);
        if (of == null) {
            scope.error(head.key(), "`at-least` needs `of`", "of what?");
            return null;
        }
        Scope under = scope.under(of.key());
        if (of.value() instanceof Node.Listing listing) {
            Node.Entry in = mapping.entry(IN);
            if (in != null) {
                scope.error(in.key(), "`in` belongs to assets", "leave it out, or name one asset in `of`");
            }
            List<NeedText> parts = list(listing, under);
            if (k != null && k > listing.items().size() && parts != null) {
                scope.error(head.value(), "there are only " + listing.items().size() + " to choose from", "too many");
            }
            return k == null || parts == null ? null : new NeedText.Least(k, parts);
        }
        Ref group = GROUP.read(of.value(), under);
        Service.Function function = function(mapping, scope);
        return k == null || group == null || function == null ? null : new NeedText.LeastOfAssets(k, group, function);
    }

    private static Service.@Nullable Function function(Node.Mapping mapping, Scope scope) {
        Node.Entry in = mapping.entry(IN);
        return in == null ? Service.Function.SERVICE : FUNCTION.read(in.value(), scope.under(in.key()));
    }

    private static @Nullable NeedText delivered(Node.Mapping mapping, Node.Entry head, Scope scope) {
        Ref group = GROUP.read(head.value(), scope.under(head.key()));
        Node.Entry to = mapping.entry(TO);
        if (to == null) {
            scope.error(head.key(), "`delivered` needs `to`", "to whom?");
            return null;
        }
        Ref place = PLACE.read(to.value(), scope.under(to.key()));
        Double traffic = constant(mapping, TRAFFIC, QuantityShape.TRAFFIC, scope);
        Double requests = constant(mapping, REQUESTS, QuantityShape.RATE, scope);
        return group == null || place == null || traffic == null || requests == null
                ? null
                : new NeedText.Delivered(group, place, traffic, requests);
    }

    private static @Nullable NeedText ofClass(Node.Mapping mapping, Node.Entry head, Scope scope) {
        Ref service = SERVICE.read(head.value(), scope.under(head.key()));
        Node.Entry as = mapping.entry(CLASS);
        if (as == null) {
            scope.error(head.key(), "`service` needs `class`", "for the service as a whole its name is enough");
            return null;
        }
        Node.Scalar served = NAME.read(as.value(), scope.under(as.key()));
        return service == null || served == null ? null : new NeedText.OfClass(service, served);
    }

    /** 0 where it is not written; null where it is mistaken. */
    private static @Nullable Double constant(Node.Mapping mapping, String key, QuantityShape shape, Scope scope) {
        Node.Entry entry = mapping.entry(key);
        if (entry == null) {
            return 0.0;
        }
        Quantity quantity = shape.constant().read(entry.value(), scope.under(entry.key()));
        return quantity == null ? null : Double.valueOf(Quantities.constant(quantity));
    }

    private static @Nullable NeedText weighted(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            scope.wrongForm(node, "a map from names to weights");
            return null;
        }
        Map<String, Double> weights = new TreeMap<>();
        Map<String, NeedText> parts = new TreeMap<>();
        for (Node.Entry entry : mapping.entries()) {
            Ref ref = WHOLE.read(entry.key(), scope);
            Quantity weight = QuantityShape.FACTOR.read(entry.value(), scope.under(entry.key()));
            if (ref == null || weight == null || !(weight.distribution() instanceof Quantity.Constant constant)) {
                continue;
            }
            if (!(constant.value() > 0)) {
                scope.error(entry.value(), "a weight must be above 0", "not above 0");
                continue;
            }
            if (parts.putIfAbsent(ref.name(), new NeedText.Whole(ref)) != null) {
                scope.error(entry.key(), "`" + ref.name() + "` stands here twice", "again");
            }
            weights.put(ref.name(), constant.value());
        }
        return new NeedText.Weighed(List.copyOf(weights.values()), List.copyOf(parts.values()));
    }

    /** What it means, once every name is known. */
    static Service.Need meaning(NeedText text, Draft draft) {
        if (text instanceof NeedText.Whole whole) {
            String name = whole.ref().name();
            return draft.services().containsKey(name)
                    ? new Service.OfService(name)
                    : new Service.AssetsAtLeast(draft.assetCount(name), name, Service.Function.SERVICE);
        }
        if (text instanceof NeedText.OfClass of) {
            return new Service.OfClass(of.service().name(), of.served().text());
        }
        if (text instanceof NeedText.All all) {
            return new Service.AllOf(meanings(all.of(), draft));
        }
        if (text instanceof NeedText.Any any) {
            return new Service.AnyOf(meanings(any.of(), draft));
        }
        if (text instanceof NeedText.Least least) {
            return new Service.AtLeast(least.k(), meanings(least.of(), draft));
        }
        if (text instanceof NeedText.LeastOfAssets least) {
            return new Service.AssetsAtLeast(least.k(), least.group().name(), least.function());
        }
        if (text instanceof NeedText.Share share) {
            return new Service.ShareOf(share.group().name(), share.function());
        }
        if (text instanceof NeedText.Delivered delivered) {
            return new Service.Delivered(
                    delivered.group().name(), delivered.to().name(), delivered.traffic(), delivered.requests());
        }
        NeedText.Weighed weighed = (NeedText.Weighed) text;
        List<Service.Need> parts =
                weighed.of().stream().map(part -> weighedMeaning(part, draft)).toList();
        return new Service.Weighted(weighed.weights(), parts);
    }

    /** Who weighs a group of assets means that each of them counts. */
    private static Service.Need weighedMeaning(NeedText part, Draft draft) {
        if (part instanceof NeedText.Whole whole
                && !draft.services().containsKey(whole.ref().name())) {
            return new Service.ShareOf(whole.ref().name(), Service.Function.SERVICE);
        }
        return meaning(part, draft);
    }

    private static List<Service.Need> meanings(List<NeedText> texts, Draft draft) {
        List<Service.Need> result = new ArrayList<>();
        for (NeedText text : texts) {
            result.add(meaning(text, draft));
        }
        return List.copyOf(result);
    }

    /** What in it is wanted from elsewhere. */
    static List<NeedText.Delivered> deliveries(NeedText text) {
        if (text instanceof NeedText.Delivered delivered) {
            return List.of(delivered);
        }
        return parts(text).stream().flatMap(part -> deliveries(part).stream()).toList();
    }

    /** Where it is served in a class. */
    static List<NeedText.OfClass> classes(NeedText text) {
        if (text instanceof NeedText.OfClass of) {
            return List.of(of);
        }
        return parts(text).stream().flatMap(part -> classes(part).stream()).toList();
    }

    /** Every name in it. */
    static List<Ref> names(NeedText text) {
        if (text instanceof NeedText.Whole whole) {
            return List.of(whole.ref());
        }
        if (text instanceof NeedText.OfClass of) {
            return List.of(of.service());
        }
        if (text instanceof NeedText.LeastOfAssets least) {
            return List.of(least.group());
        }
        if (text instanceof NeedText.Share share) {
            return List.of(share.group());
        }
        if (text instanceof NeedText.Delivered delivered) {
            return List.of(delivered.group());
        }
        return parts(text).stream().flatMap(part -> names(part).stream()).toList();
    }

    /** What it is put together of. */
    static List<NeedText> parts(NeedText text) {
        List<NeedText> parts = List.of();
        if (text instanceof NeedText.All all) {
            parts = all.of();
        } else if (text instanceof NeedText.Any any) {
            parts = any.of();
        } else if (text instanceof NeedText.Least least) {
            parts = least.of();
        } else if (text instanceof NeedText.Weighed weighed) {
            parts = weighed.of();
        }
        return parts;
    }

    @Override
    public String form() {
        return "a name of a service or asset, or {all-of | any-of | at-least, of | share-of | weighted | delivered, to | service, class: …}";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.refer("need", () -> {
            Map<String, Object> self = definitions.refer("need", Map::of);
            Map<String, Object> list = Map.of("type", "array", "items", self, "minItems", 1);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("all-of", list);
            properties.put("any-of", list);
            properties.put("at-least", NUMBER.schema(definitions));
            properties.put(OF, Map.of("anyOf", List.of(Map.of("type", "string"), list)));
            properties.put("share-of", Map.of("type", "string"));
            properties.put(IN, FUNCTION.schema(definitions));
            properties.put("delivered", Map.of("type", "string"));
            properties.put("service", Map.of("type", "string"));
            properties.put(CLASS, NAME.schema(definitions));
            properties.put(TO, Map.of("type", "string"));
            properties.put(TRAFFIC, QuantityShape.TRAFFIC.constant().schema(definitions));
            properties.put(REQUESTS, QuantityShape.RATE.constant().schema(definitions));
            properties.put("weighted", Map.of("type", "object", "additionalProperties", Map.of("type", "number")));
            Map<String, Object> expression =
                    Map.of("type", "object", "properties", properties, "additionalProperties", false);
            return Map.of("anyOf", List.of(Map.of("type", "string"), expression));
        });
    }
}
