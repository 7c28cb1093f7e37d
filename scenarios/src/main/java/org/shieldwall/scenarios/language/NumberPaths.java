package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Names;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/**
 * Resolves paths of numbers over the whole draft, as {@code organisations.*.security.decision-time}: {@code *} is any
 * one segment, {@code organisations[sector=electricity]} those whose key has that value.
 */
final class NumberPaths {
    private static final String ANY = "*";
    private static final int LONGEST_PATH = 500;
    private static final Pattern SEGMENT = Pattern.compile("([a-z0-9*-]+)(?:\\[([a-z-]+)=([^\\]]+)\\])?");
    private static final Map<String, Kind> ROOTS = roots();

    private final Draft draft;
    private final Problems problems;

    /**
     * One number.
     *
     * @param path canonical, without wildcards
     * @param shape how its value is written
     * @param value what it is without levers; null where the text is mistaken
     * @param organisation whose it is; null where it belongs to none
     */
    record Number(
            String path,
            Shape<Quantity> shape,
            @Nullable Quantity value,
            @Nullable String organisation) {}

    private record Segment(
            String text,
            @Nullable String selectorKey,
            @Nullable String selectorValue,
            int from) {}

    NumberPaths(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    private static Map<String, Kind> roots() {
        Map<String, Kind> roots = new TreeMap<>();
        roots.put("organisations", Kind.ORGANISATION);
        roots.put("communities", Kind.COMMUNITY);
        roots.put("crews", Kind.CREW);
        roots.put("accounts", Kind.ACCOUNT);
        roots.put("services", Kind.SERVICE);
        roots.put("actors", Kind.ACTOR);
        roots.put("techniques", Kind.TECHNIQUE);
        return roots;
    }

    /** The numbers that a path means; empty where it means none, with the reason reported. */
    List<Number> resolve(Node.Scalar path) {
        List<Segment> segments = segments(path);
        if (segments.isEmpty()) {
            return List.of();
        }
        Segment root = segments.get(0);
        Kind kind = ROOTS.get(root.text());
        if (kind == null) {
            reportRoot(path, root);
            return List.of();
        }
        boolean selected = root.selectorKey() != null;
        Segment which = selected ? root : segments.size() > 1 ? segments.get(1) : null;
        if (which == null) {
            report(path, root, "this path names no number", "write " + root.text() + ".name.key");
            return List.of();
        }
        List<Entity> entities = entities(path, kind, which, selected);
        List<Segment> rest = segments.subList(selected ? 1 : 2, segments.size());
        List<Number> numbers = new ArrayList<>();
        for (Entity entity : entities) {
            String name = entity.name().text();
            walk(
                    path,
                    entity.block(),
                    rest,
                    root.text() + "." + name,
                    draft.organisationOf(kind, name),
                    numbers,
                    kind == Kind.ORGANISATION ? name : null);
        }
        return numbers;
    }

    private List<Segment> segments(Node.Scalar path) {
        List<Segment> segments = new ArrayList<>();
        if (path.text().length() > LONGEST_PATH) {
            problems.add(
                    Problem.error(path.span(), "this path is too long", "at most " + LONGEST_PATH + " characters"));
            return segments;
        }
        int from = 0;
        for (String text : path.text().split("\\.(?![^\\[]*\\])", -1)) {
            Matcher matcher = SEGMENT.matcher(text);
            if (!matcher.matches()) {
                problems.add(Problem.error(
                        path.part(from, Math.max(1, text.length())),
                        "`" + path.text() + "` is not a path",
                        "write organisations.name.security.key"));
                return List.of();
            }
            segments.add(new Segment(matcher.group(1), matcher.group(2), matcher.group(3), from));
            from += text.length() + 1;
        }
        return segments;
    }

    private void report(Node.Scalar path, Segment segment, String message, String label) {
        problems.add(Problem.error(path.part(segment.from(), segment.text().length()), message, label));
    }

    private void reportRoot(Node.Scalar path, Segment root) {
        boolean key = Language.SCENARIO.key(root.text()) != null;
        String nearest = Nearest.to(root.text(), ROOTS.keySet());
        problems.add(Problem.error(
                        path.part(root.from(), root.text().length()),
                        key
                                ? "a lever cannot change `" + root.text() + "`"
                                : "`" + root.text() + "` is not a part of a scenario",
                        nearest == null || key ? "no mechanism does this" : "did you mean `" + nearest + "`?")
                .note("levers change: " + String.join(", ", ROOTS.keySet())));
    }

    private List<Entity> entities(Node.Scalar path, Kind kind, Segment which, boolean selected) {
        List<Entity> result = new ArrayList<>();
        String key = which.selectorKey();
        String value = which.selectorValue();
        for (Entity entity : draft.of(kind).values()) {
            boolean named = selected
                    || which.text().equals(ANY)
                    || which.text().equals(entity.name().text());
            if (named && (key == null || value == null || value.strip().equals(word(kind, entity.block(), key)))) {
                result.add(entity);
            }
        }
        if (!result.isEmpty()) {
            return result;
        }
        if (key != null) {
            if (!draft.of(kind).isEmpty()
                    && draft.of(kind).values().iterator().next().block().shape().key(key) == null) {
                report(path, which, "`" + key + "` is not a key of the " + kind.noun() + "s", "unknown");
            } else {
                String nearest = value == null ? null : Nearest.to(value.strip(), values(kind, key));
                report(
                        path,
                        which,
                        "no " + kind.noun() + " has " + key + " " + value,
                        nearest == null ? "matches nothing" : "did you mean `" + nearest + "`?");
            }
        } else if (which.text().equals(ANY)) {
            report(path, which, "there is no " + kind.noun(), "matches nothing");
        } else {
            String nearest = Nearest.to(which.text(), draft.of(kind).keySet());
            Problem problem = Problem.error(
                    path.part(which.from(), which.text().length()),
                    "no " + kind.noun() + " is called `" + which.text() + "`",
                    "unknown");
            Entity near = nearest == null ? null : draft.of(kind).get(nearest);
            problems.add(
                    near == null
                            ? problem.note(Names.listed(draft.of(kind).keySet()))
                            : problem.note("nearest: `" + nearest + "`")
                                    .seeing(near.name().span(), "which is defined here"));
        }
        return result;
    }

    private Set<String> values(Kind kind, String key) {
        Set<String> values = new TreeSet<>();
        for (Entity entity : draft.of(kind).values()) {
            String word = word(kind, entity.block(), key);
            if (word != null) {
                values.add(word);
            }
        }
        return values;
    }

    /** The word that an entity has for a key; a service without a sector has its provider's. */
    private @Nullable String word(Kind kind, Block block, String name) {
        return kind == Kind.SERVICE && name.equals(Services.SECTOR.name())
                ? Services.sector(block, draft)
                : word(block, name);
    }

    private static @Nullable String word(Block block, String name) {
        Key<?> key = block.shape().key(name);
        Object found = key == null ? null : block.value(key);
        return found instanceof Enum<?> constant ? Shapes.word(constant) : found == null ? null : String.valueOf(found);
    }

    private void walk(
            Node.Scalar path,
            Block block,
            List<Segment> rest,
            String sofar,
            @Nullable String organisation,
            List<Number> numbers,
            @Nullable String sensorsOf) {
        if (rest.isEmpty()) {
            reportOnce(path, "this path stops before a number", "go on with one of its keys", block.shape());
            return;
        }
        Segment segment = rest.get(0);
        Key<?> key = block.shape().key(segment.text());
        if (key == null) {
            String nearest = Nearest.to(
                    segment.text(), block.shape().keys().stream().map(Key::name).toList());
            Problem problem = Problem.error(
                    path.part(segment.from(), segment.text().length()),
                    "`" + segment.text() + "` is not a key of " + block.shape().noun(),
                    nearest == null ? "unknown" : "did you mean `" + nearest + "`?");
            problems.add(problem.note("levers change here: " + changeable(block.shape())));
            return;
        }
        String here = sofar + "." + key.name();
        List<Segment> after = rest.subList(1, rest.size());
        Object value = block.value(key);
        if (value instanceof Block inner) {
            walk(path, inner, after, here, organisation, numbers, sensorsOf);
        } else if (key == Organisations.SENSORS) {
            walkSensors(path, value, after, here, organisation, numbers, sensorsOf, segment);
        } else if (key == Services.RESTORE) {
            walkRestore(path, value, after, here, organisation, numbers, segment);
        } else if (key == ServedClasses.BY_CLASS) {
            walkClasses(path, value, after, here, organisation, numbers, segment);
        } else if (!key.isChangeable()) {
            problems.add(Problem.error(
                            path.part(segment.from(), segment.text().length()),
                            "a lever cannot change `" + key.name() + "`",
                            "no mechanism does this")
                    .note("levers change here: " + changeable(block.shape())));
        } else {
            end(path, block, key, after, here, organisation, numbers, segment);
        }
    }

    private void end(
            Node.Scalar path,
            Block block,
            Key<?> key,
            List<Segment> after,
            String here,
            @Nullable String organisation,
            List<Number> numbers,
            Segment segment) {
        boolean decision = key == Services.RESTORE_AFTER;
        if (after.size() > (decision ? 1 : 0)) {
            report(path, after.get(after.size() - 1), "the path goes on behind a number", "leave this out");
            return;
        }
        Object value = block.value(key);
        if (value == null && !block.isWritten(key)) {
            report(path, segment, "`" + key.name() + "` is not set there, so it cannot be changed", "write it first");
            return;
        }
        if (decision) {
            Map<String, Named<Quantity>> times = block.find(Services.RESTORE_AFTER);
            Quantity time = times == null || times.isEmpty()
                    ? Quantity.constant(0)
                    : times.values().iterator().next().value();
            numbers.add(new Number(here, QuantityShape.TIME, time, organisation));
            return;
        }
        numbers.add(new Number(
                here, quantity(key.shape()), value instanceof Quantity quantity ? quantity : null, organisation));
    }

    @SuppressWarnings("unchecked") // changeable keys hold quantities, but for `after`, which is dealt with before
    private static Shape<Quantity> quantity(Shape<?> shape) {
        return (Shape<Quantity>) shape;
    }

    private void walkSensors(
            Node.Scalar path,
            @Nullable Object value,
            List<Segment> after,
            String here,
            @Nullable String organisation,
            List<Number> numbers,
            @Nullable String sensorsOf,
            Segment segment) {
        if (after.isEmpty()) {
            report(path, segment, "this path stops before a number", "write sensors.name.key");
            return;
        }
        Segment which = after.get(0);
        Map<String, Block> sensors = new TreeMap<>();
        if (value instanceof Map<?, ?> own) {
            own.values().forEach(each -> {
                if (each instanceof Named<?> named && named.value() instanceof Block sensor) {
                    sensors.put(named.name().text(), sensor);
                }
            });
        }
        if (sensorsOf != null) {
            draft.addedSensors(sensorsOf).forEach((name, sensor) -> sensors.put(name, sensor.block()));
        }
        boolean found = false;
        for (Map.Entry<String, Block> sensor : sensors.entrySet()) {
            if (which.text().equals(ANY) || which.text().equals(sensor.getKey())) {
                found = true;
                walk(
                        path,
                        sensor.getValue(),
                        after.subList(1, after.size()),
                        here + "." + sensor.getKey(),
                        organisation,
                        numbers,
                        null);
            }
        }
        if (!found && !path.text().contains(ANY) && !path.text().contains("[")) {
            report(path, which, "no sensor is called `" + which.text() + "`", "unknown");
        }
    }

    private void walkClasses(
            Node.Scalar path,
            @Nullable Object value,
            List<Segment> after,
            String here,
            @Nullable String organisation,
            List<Number> numbers,
            Segment segment) {
        if (after.isEmpty()) {
            report(path, segment, "this path stops before a number", "write by-class.name.demand");
            return;
        }
        Segment which = after.get(0);
        boolean found = false;
        for (Block served : ServedClasses.blocks(value)) {
            String name = served.get(ServedClasses.CLASS).text();
            if (which.text().equals(ANY) || which.text().equals(name)) {
                found = true;
                walk(path, served, after.subList(1, after.size()), here + "." + name, organisation, numbers, null);
            }
        }
        if (!found && !path.text().contains(ANY) && !path.text().contains("[")) {
            String nearest = Nearest.to(which.text(), ServedClasses.names(value));
            report(
                    path,
                    which,
                    "no class is called `" + which.text() + "`",
                    nearest == null ? "unknown" : "did you mean `" + nearest + "`?");
        }
    }

    private void walkRestore(
            Node.Scalar path,
            @Nullable Object value,
            List<Segment> after,
            String here,
            @Nullable String organisation,
            List<Number> numbers,
            Segment segment) {
        List<?> ways = value instanceof List<?> list ? list : List.of();
        boolean one = ways.size() == 1;
        boolean numbered = !after.isEmpty() && after.get(0).text().matches("[0-9]+|\\*");
        if (after.isEmpty() || (!numbered && !one)) {
            report(path, segment, "there are " + ways.size() + " ways to restore", "write restore.1 or restore.*");
            return;
        }
        for (int i = 0; i < ways.size(); i++) {
            String number = Integer.toString(i + 1);
            boolean meant = !numbered
                    || after.get(0).text().equals(ANY)
                    || after.get(0).text().equals(number);
            if (meant && ways.get(i) instanceof Block way) {
                walk(
                        path,
                        way,
                        numbered ? after.subList(1, after.size()) : after,
                        one ? here : here + "." + number,
                        organisation,
                        numbers,
                        null);
            }
        }
    }

    private void reportOnce(Node.Scalar path, String message, String label, BlockShape shape) {
        problems.add(Problem.error(path.span(), message, label).note("levers change here: " + changeable(shape)));
    }

    private static String changeable(BlockShape shape) {
        String keys = shape.keys().stream()
                .filter(key -> key.isChangeable()
                        || key.shape() instanceof BlockShape
                        || key == Organisations.SENSORS
                        || key == Services.RESTORE
                        || key == ServedClasses.BY_CLASS)
                .map(Key::name)
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "nothing" : keys;
    }
}
