package org.shieldwall.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Quantity;

/**
 * Every number of the scenario that a lever may change, by path, with the operators of all levers.
 *
 * <p>A number is known by its index; its present law is a column of the State ({@link Numbers}).
 */
public final class Parameters {

    /** One operator of one lever on one number. */
    record Operation(int lever, Lever.Operator operator, Sampler law, double value, int over) {}

    private final List<String> paths = new ArrayList<>();
    private final List<Long> keys = new ArrayList<>();
    private final List<Sampler> laws = new ArrayList<>();
    private final List<Double> scales = new ArrayList<>();
    private final Map<String, Integer> byPath = new HashMap<>();
    private final List<List<Operation>> operations = new ArrayList<>();

    /** By path, what numbers are in place of what is written. */
    private final Map<String, Quantity> instead;

    Parameters(Map<String, Quantity> instead) {
        this.instead = instead;
    }

    /** Times are kept in nanoseconds. */
    static final double NANOS = 1e9;

    int time(String path, Quantity quantity) {
        return add(path, quantity, NANOS);
    }

    int number(String path, Quantity quantity) {
        return add(path, quantity, 1);
    }

    private int add(String path, Quantity written, double scale) {
        Quantity quantity = instead.getOrDefault(path, written);
        int index = paths.size();
        if (byPath.putIfAbsent(path, index) != null) {
            throw new IllegalArgumentException("The number (%s) is there twice.".formatted(path));
        }
        paths.add(path);
        keys.add(Dice.key("NUMBER:" + path));
        laws.add(Laws.sampler(quantity.distribution(), scale));
        scales.add(scale);
        operations.add(new ArrayList<>());
        return index;
    }

    void apply(int lever, Lever.Change change, int over) {
        Integer index = byPath.get(change.path());
        if (index == null) {
            throw new IllegalArgumentException("No number of the scenario has the path (%s).".formatted(change.path()));
        }
        // A scale is a bare factor; everything else carries the number's own unit.
        double unit = change.operator() == Lever.Operator.SCALES ? 1 : scales.get(index);
        Sampler law = Laws.sampler(change.value().distribution(), unit);
        operations.get(index).add(new Operation(lever, change.operator(), law, law.quantile(0.5), over));
    }

    public int size() {
        return paths.size();
    }

    public String path(int parameter) {
        return paths.get(parameter);
    }

    /** Index of a number, or −1. */
    public int index(String path) {
        return byPath.getOrDefault(path, -1);
    }

    /** Key of a number's path, for its dice. */
    long key(int parameter) {
        return keys.get(parameter);
    }

    Sampler law(int parameter) {
        return laws.get(parameter);
    }

    List<Operation> operations(int parameter) {
        return operations.get(parameter);
    }
}
