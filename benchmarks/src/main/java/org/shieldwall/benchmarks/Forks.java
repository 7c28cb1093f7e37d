package org.shieldwall.benchmarks;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/**
 * A fork into a simulation that is used again, half-way through a run of the synthetic scenario, beside a plain copy of an
 * array of as many bytes as the run's own arrays hold.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Forks {
    private static final long HALF = 5L * 24 * 3_600_000_000_000L;

    /** The run and what it is copied into. */
    @State(Scope.Thread)
    public static class Runs {
        @Param({"10000", "1000000"})
        public int assets;

        private Simulation played;
        private Simulation fork;
        private long[] from;
        private long[] to;

        @Setup
        public void play() {
            World world = World.compile(Synthetic.ofAssets(assets));
            played = new Simulation(world).start(List.of(), 1, 1).advanceTo(HALF);
            fork = played.fork();
            long bytes = bytesOfArrays(played, world);
            from = new long[(int) (bytes / Long.BYTES)];
            to = new long[from.length];
            System.out.printf(
                    "%,d bytes in the arrays of a run, %.0f for each asset%n", bytes, bytes / (double) assets);
        }
    }

    @Benchmark
    public Simulation fork(Runs runs) {
        return runs.played.forkInto(runs.fork);
    }

    @Benchmark
    public long[] arrayCopy(Runs runs) {
        System.arraycopy(runs.from, 0, runs.to, 0, runs.from.length);
        return runs.to;
    }

    /** Of all arrays of primitives that are reached from an object, other than through the World. */
    private static long bytesOfArrays(Object root, World world) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(world);
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (!seen.add(object)) {
                continue;
            }
            Class<?> type = object.getClass();
            if (type.isArray()) {
                if (type.getComponentType().isPrimitive()) {
                    bytes += (long) Array.getLength(object) * sizeOf(type.getComponentType());
                } else {
                    for (Object element : (Object[]) object) {
                        push(open, element);
                    }
                }
            } else if (type.getName().startsWith("org.shieldwall") && !type.isEnum() && !type.isRecord()) {
                pushFields(open, object, type);
            }
        }
        return bytes;
    }

    private static void pushFields(Deque<Object> open, Object object, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                try {
                    push(open, field.get(object));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void push(Deque<Object> open, Object object) {
        if (object != null) {
            open.push(object);
        }
    }

    private static int sizeOf(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : 1;
    }
}
