package org.shieldwall.scenarios.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenarios.shape.KeyCheck;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** On how many of what a step acts. */
final class TargetShape implements Shape<TargetText> {
    private static final String OF = "of";
    private static final String UNTIL = "until";
    private static final String ACROSS = "across-copies";
    private static final Map<String, Campaign.Mode> MODES = modes();
    private static final Shape<Ref> GROUP = Shapes.assets();
    private static final Shape<Integer> NUMBER = Shapes.whole(1, Networks.MOST_ASSETS);

    private static Map<String, Campaign.Mode> modes() {
        Map<String, Campaign.Mode> modes = new LinkedHashMap<>();
        modes.put("any", Campaign.Mode.ANY);
        modes.put("each-held", Campaign.Mode.EACH_HELD);
        modes.put("all", Campaign.Mode.ALL);
        modes.put("count", Campaign.Mode.COUNT);
        return modes;
    }

    @Override
    public @Nullable TargetText read(Node node, Scope scope) {
        if (!(node instanceof Node.Mapping mapping)) {
            scope.wrongForm(node, "{any: …}, {each-held: …}, {all: …} or {count: …}");
            return null;
        }
        List<Node.Entry> modes = mapping.entries().stream()
                .filter(entry -> MODES.containsKey(entry.key().text()))
                .toList();
        if (modes.isEmpty()) {
            if (KeyCheck.onlyKeys(mapping, List.copyOf(MODES.keySet()), "`on`", scope)) {
                scope.error(mapping, "a target says on how many", "write any, each-held, all or count");
            }
            return null;
        }
        if (modes.size() > 1) {
            scope.problems()
                    .add(Problem.error(modes.get(1).key().span(), "a target has one form", "a second one")
                            .seeing(modes.get(0).key().span(), "the first"));
            return null;
        }
        Node.Entry head = modes.get(0);
        Campaign.Mode mode = MODES.getOrDefault(head.key().text(), Campaign.Mode.ANY);
        boolean good = KeyCheck.onlyKeys(
                mapping, allowed(mode), "`on` with `" + head.key().text() + "`", scope);
        boolean untilCredential = untilCredential(mapping, scope);
        Boolean across = across(mapping, scope);
        if (mode == Campaign.Mode.COUNT) {
            Integer count = NUMBER.read(head.value(), scope.under(head.key()));
            Node.Entry of = mapping.entry(OF);
            Ref group = of == null ? null : GROUP.read(of.value(), scope.under(of.key()));
            if (count == null || across == null || (of != null && group == null) || !good) {
                return null;
            }
            return new TargetText(mode, group, count, across, false, mapping.span());
        }
        Ref group = GROUP.read(head.value(), scope.under(head.key()));
        return group == null || !good ? null : new TargetText(mode, group, 0, false, untilCredential, mapping.span());
    }

    private static List<String> allowed(Campaign.Mode mode) {
        return switch (mode) {
            case ANY -> List.of("any");
            case ALL -> List.of("all");
            case EACH_HELD -> List.of("each-held", UNTIL);
            case COUNT -> List.of("count", OF, ACROSS);
        };
    }

    private static boolean untilCredential(Node.Mapping mapping, Scope scope) {
        Node.Entry until = mapping.entry(UNTIL);
        if (until == null) {
            return false;
        }
        if (until.value() instanceof Node.Scalar scalar && scalar.text().equals("credential")) {
            return true;
        }
        scope.error(until.value(), "a step can go on until it has a `credential`", "write credential");
        return false;
    }

    private static @Nullable Boolean across(Node.Mapping mapping, Scope scope) {
        Node.Entry across = mapping.entry(ACROSS);
        return across == null ? Boolean.FALSE : Shapes.FLAG.read(across.value(), scope.under(across.key()));
    }

    @Override
    public String form() {
        return "{any: group}, {each-held: group, until: credential}, {all: group} or "
                + "{count: 3, of: group, across-copies: true}";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> name = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("any", name);
        properties.put("each-held", name);
        properties.put("all", name);
        properties.put("count", NUMBER.schema(definitions));
        properties.put(OF, name);
        properties.put(UNTIL, Map.of("const", "credential"));
        properties.put(ACROSS, Map.of("type", "boolean"));
        return Map.of("type", "object", "properties", properties, "additionalProperties", false);
    }
}
