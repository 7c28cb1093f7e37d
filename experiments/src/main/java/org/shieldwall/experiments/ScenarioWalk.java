package org.shieldwall.experiments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;

/**
 * All leaves of a scenario's records in one fixed order, as lines {@code path=value}: what its digest is made of, and
 * where its estimates are found.
 */
public final class ScenarioWalk {
    private static final Set<String> NOT_SIMULATED = Set.of("question", "expectations", "probes");

    private final List<String> lines = new ArrayList<>();
    private final List<Results.Estimate> estimates = new ArrayList<>();

    private ScenarioWalk() {}

    /**
     * Name of what is simulated: equal digests and seeds give equal runs. Expectations, probes and the question do not enter.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    static String digest(Scenario scenario) {
        ScenarioWalk walk = new ScenarioWalk();
        walk.visit("", scenario);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String line : walk.lines) {
                sha.update(line.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) '\n');
            }
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Numbers that the scenario calls estimates, by path. */
    public static List<Results.Estimate> estimates(Scenario scenario) {
        ScenarioWalk walk = new ScenarioWalk();
        walk.visit("", scenario);
        return walk.estimates;
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Quantity quantity) {
            Quantity.Origin origin = quantity.origin();
            if (origin != null && origin.estimate() != null) {
                estimates.add(new Results.Estimate(path, origin.estimate()));
            }
        }
        if (value instanceof Record record) {
            lines.add(path + "=" + record.getClass().getSimpleName());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (record instanceof Scenario && NOT_SIMULATED.contains(component.getName())) {
                    continue;
                }
                visit(join(path, component.getName()), read(record, component));
            }
        } else if (value instanceof List<?> list) {
            int index = 0;
            for (Object element : list) {
                visit(join(path, name(element, index++)), element);
            }
        } else if (value instanceof Set<?> set) {
            set.stream().map(String::valueOf).sorted().forEach(element -> lines.add(path + "=" + element));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
            sorted.forEach((key, element) -> visit(join(path, key), element));
        } else if (value instanceof Collection<?>
                || (value != null && value.getClass().isArray())) {
            throw new IllegalStateException(
                    "A scenario holds lists, sets and maps, but %s is a %s.".formatted(path, value.getClass()));
        } else if (value instanceof Double number) {
            lines.add(path + "=" + Long.toHexString(Double.doubleToLongBits(number)));
        } else {
            lines.add(path + "=" + value);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** An entity's own name, else its place in the list. */
    private static String name(@Nullable Object element, int index) {
        if (element instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (component.getName().equals("name")) {
                    return String.valueOf(read(record, component));
                }
            }
        }
        return String.valueOf(index);
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "The component %s of %s cannot be read.".formatted(component.getName(), record.getClass()), e);
        }
    }
}
