package org.shieldwall.attack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shieldwall.fact.FactSink;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * Which steps must be looked at again, because something of them, of what their conditions read or of their surroundings
 * changed. Looking twice at a step of which nothing changed does nothing, so that the others can be passed over.
 */
final class Attention {
    private final World world;
    private final AttackColumns columns;

    /** [step]: the steps whose conditions read it. */
    private final int[][] readers;

    /** [network]: the steps for which it matters what happens in it. */
    private final int[][] around;

    Attention(World world, AttackColumns columns) {
        this.world = world;
        this.columns = columns;
        readers = readers(world);
        around = around(world);
    }

    /** Something changed that steps may have waited for: they are looked at once, when the agenda is empty. */
    void look(int fact) {
        columns.dirty = true;
        columns.dirtyFact = fact;
    }

    boolean isNeeded() {
        return columns.dirty;
    }

    /** The latest fact for which steps must be looked at; they are about to be. */
    int take() {
        int fact = columns.dirtyFact;
        columns.dirty = false;
        columns.dirtyFact = FactSink.NONE;
        return fact;
    }

    /** A step changed: it and those whose conditions read it must be looked at. */
    void changed(int step) {
        stale(step);
        for (int reader : readers[step]) {
            stale(reader);
        }
    }

    private void stale(int step) {
        columns.stale[step] = true;
        touch(world.step(step).campaign());
    }

    /** A campaign must be looked at. */
    void touch(int campaign) {
        columns.touched[campaign / Long.SIZE] |= 1L << campaign;
    }

    /** What is known, held or reached in a network changed: targets in it, and behind its links, are searched anew. */
    void landscapeChanged(int network) {
        for (int step : around[network]) {
            columns.landscape[step]++;
            stale(step);
        }
    }

    /** The same of everything. */
    void landscapeChanged() {
        for (int step = 0; step < world.stepCount(); step++) {
            columns.landscape[step]++;
            stale(step);
        }
    }

    private static int[][] readers(World world) {
        IntStream.Builder[] readers = new IntStream.Builder[world.stepCount()];
        Arrays.setAll(readers, step -> IntStream.builder());
        for (int step = 0; step < world.stepCount(); step++) {
            int reader = step;
            world.conditions().visit(world.step(step).after(), read -> readers[read].add(reader));
            if (world.step(step).unless() >= 0) {
                world.conditions().visit(world.step(step).unless(), read -> readers[read].add(reader));
            }
        }
        return Arrays.stream(readers)
                .map(steps -> steps.build().distinct().toArray())
                .toArray(int[][]::new);
    }

    /** By network: the steps that act in it, or on what a link leads to from it. */
    private static int[][] around(World world) {
        IntStream.Builder[] around = new IntStream.Builder[world.networkCount()];
        Arrays.setAll(around, network -> IntStream.builder());
        for (int step = 0; step < world.stepCount(); step++) {
            Rows.StepRow row = world.step(step);
            int last = -1;
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                int network = world.networkOf(target);
                if (network != last) {
                    last = network;
                    around[network].add(step);
                    for (int from : world.linkedTo(network)) {
                        around[from].add(step);
                    }
                }
            }
        }
        return Arrays.stream(around)
                .map(steps -> steps.build().distinct().sorted().toArray())
                .toArray(int[][]::new);
    }
}
