package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/**
 * The curve of recovery, at the days that a scenario asks for: {@code level-after.servers.31d} is the level of the service
 * 31 days after its first degradation; {@code level-after.power.hospitals.31d} is what a class that it serves gets. It does not exist in a run without one, or that ends before.
 */
final class RecoveryFold implements Fold {
    private static final Pattern NAME = Pattern.compile("level-after\\.([a-z0-9-]+(?:\\.[a-z0-9-]+)?)\\.([0-9]{1,5})d");
    private static final long NEVER = -1;

    private final Supplies supplies;
    private final List<String> names = new ArrayList<>();

    // [column]
    private final int[] ofColumn;
    private final long[] after;
    private final double[] level;

    // [supply]
    private final long[] began;

    RecoveryFold(World world) {
        supplies = new Supplies(world);
        Set<String> asked = new TreeSet<>();
        Scenario scenario = world.scenario();
        for (Expectation expectation : scenario.expectations()) {
            asked.add(expectation.measure());
        }
        Scenario.Question question = scenario.question();
        if (question != null) {
            asked.add(question.by());
        }
        for (String name : asked) {
            if (supply(name) >= 0) {
                names.add(name);
            }
        }
        ofColumn = names.stream().mapToInt(this::supply).toArray();
        after = names.stream().mapToLong(RecoveryFold::days).toArray();
        level = new double[ofColumn.length];
        began = new long[supplies.count()];
    }

    /** The service, or the class that it serves, that a measure's name means; −1 where it is another measure. */
    private int supply(String name) {
        Matcher matcher = NAME.matcher(name);
        for (int supply = 0; matcher.matches() && supply < supplies.count(); supply++) {
            if (supplies.name(supply).equals(matcher.group(1))) {
                return supply;
            }
        }
        return -1;
    }

    private static long days(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? 24 * Clock.HOUR * Long.parseLong(matcher.group(2)) : 0;
    }

    @Override
    public List<Column> columns() {
        return names.stream()
                .map(name -> Form.LEVEL_AFTER.column(
                        Objects.requireNonNull(Form.LEVEL_AFTER.taken(name)).toArray(String[]::new)))
                .toList();
    }

    @Override
    public List<FactKind> kinds() {
        return names.isEmpty() ? List.of() : Supplies.KINDS;
    }

    @Override
    public void begin() {
        Arrays.fill(began, NEVER);
        Arrays.fill(level, 1);
    }

    @Override
    public void take(FactLog facts, int fact) {
        int supply = supplies.of(facts, fact);
        if (began[supply] == NEVER && facts.value(fact) < NeedProgram.FULL) {
            began[supply] = facts.time(fact);
        }
        for (int column = 0; column < ofColumn.length; column++) {
            if (ofColumn[column] == supply
                    && began[supply] != NEVER
                    && facts.time(fact) <= began[supply] + after[column]) {
                level[column] = facts.value(fact) / (double) NeedProgram.FULL;
            }
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        for (int column = 0; column < ofColumn.length; column++) {
            long began = this.began[ofColumn[column]];
            boolean exists = began != NEVER && began + after[column] <= horizon;
            values[at + column] = exists ? level[column] : Double.NaN;
        }
    }
}
