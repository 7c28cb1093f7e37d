package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.World;

/**
 * All measures of a scenario: folds of the facts of one run into one row of numbers.
 *
 * <p>Names are kebab-case; a part after a point names a thing ({@code resilience.west-electricity}), one after {@code @} an
 * organisation or its sensor. One instance for each thread; folding allocates nothing. A value is NaN in a run in which
 * the measure does not exist.
 */
public final class Measures {
    /** The time ended with what is measured. */
    public static final byte REACHED = 0;

    /** The attacker reached its goal first. */
    public static final byte GOAL_REACHED = 1;

    /** The run ended first. */
    public static final byte HORIZON = 2;

    /** Every campaign that had begun gave up first, for good. */
    public static final byte GAVE_UP = 3;

    /** The attackers had lost all they held first, for good, and no incident had known of it. */
    public static final byte EVICTED_UNSEEN = 4;

    /** What is added to the name of a time for the amount that says when it ended, in whatever way. */
    public static final String ANY_END = ".any-end";

    public enum Better {
        LESS,
        MORE,
        NEITHER
    }

    public enum Kind {
        AMOUNT,
        PEAK,
        /** 0 or 1. */
        EVENT,
        /** min(T, horizon) in hours, with how it ended. */
        TIME
    }

    /**
     * One measure.
     *
     * @param says one sentence
     */
    public record Column(String name, String unit, Better better, Kind kind, String says) {}

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Fold> folds;
    private final int[] firsts;
    private final Fold[][] byKind;
    private final PeopleCurve people;
    private final long horizon;

    public Measures(World world) {
        horizon = world.horizon();
        people = new PeopleCurve(world);
        List<Fold> all = new ArrayList<>(List.of(
                new HarmFold(world),
                new OutageFold(world),
                new DetectionFold(world),
                new CompromiseFold(world),
                new StepFold(world),
                new WayForwardFold(world),
                new AttackerCostFold(world),
                new DefenceCostFold(world),
                new AlertQueueFold(world),
                new EncryptionFold(world),
                new SwitchOffFold(world),
                new RecoveryFold(world)));
        if (world.traffic().hasFloods()) {
            all.add(new FloodFold(world));
            all.add(new BorderFold(world));
        }
        if (world.probeCount() > 0) {
            all.add(new ProbeFold(world));
        }
        folds = List.copyOf(all);
        firsts = new int[folds.size()];
        List<List<Fold>> wanted = new ArrayList<>();
        for (int kind = 0; kind < FactKind.values().length; kind++) {
            wanted.add(new ArrayList<>());
        }
        for (int f = 0; f < firsts.length; f++) {
            firsts[f] = columns.size();
            for (Column column : folds.get(f).columns()) {
                byName.put(column.name(), columns.size());
                columns.add(column);
            }
            for (FactKind kind : folds.get(f).kinds()) {
                wanted.get(kind.ordinal()).add(folds.get(f));
            }
        }
        byKind = wanted.stream().map(list -> list.toArray(Fold[]::new)).toArray(Fold[][]::new);
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** Index of a column, or −1. */
    public int index(String name) {
        return byName.getOrDefault(name, -1);
    }

    /**
     * Folds the facts of one finished run.
     *
     * @param values [column]
     * @param ends [column]: how a time ended; 0 for other kinds
     */
    public void fold(FactLog facts, double[] values, byte[] ends) {
        for (Fold fold : folds) {
            fold.begin();
        }
        for (int fact = 0; fact < facts.size(); fact++) {
            for (Fold fold : byKind[facts.kind(fact).ordinal()]) {
                fold.take(facts, fact);
            }
        }
        for (int f = 0; f < firsts.length; f++) {
            folds.get(f).end(horizon, values, ends, firsts[f]);
        }
    }

    /** The people without service over time, as a step function. */
    public void curve(FactLog facts, Curve out) {
        people.trace(facts, out);
    }

    /** Sectors in which somebody is served, in the order of {@link #curves}. */
    public List<String> sectors() {
        return people.sectors();
    }

    /**
     * The people without service over time, of each sector by itself.
     *
     * @param out [sector]
     */
    public void curves(FactLog facts, Curve[] out) {
        people.traceSectors(facts, out);
    }
}
