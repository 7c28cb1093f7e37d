package org.shieldwall.benchmarks;

import java.util.PriorityQueue;
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
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.HeapQueue;

/**
 * The classical measure of event queues: a number of pending events stays the same; each operation takes the earliest
 * and schedules it again after an exponential delay. The delays are made beforehand.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HoldModel {

    private static final int DELAYS = 1 << 16;
    private static final double MEAN_DELAY_NANOS = 1e9;

    /** The delays, and where to go on in them. */
    @State(Scope.Thread)
    public static class Delays {
        private final long[] nanos = new long[DELAYS];
        private int next;

        @Setup
        public void draw() {
            for (int n = 0; n < DELAYS; n++) {
                nanos[n] = (long) (MEAN_DELAY_NANOS * Dice.unitExponential(1, 1, 1, n));
            }
        }

        long next() {
            return nanos[next++ & (DELAYS - 1)];
        }
    }

    /** A queue of ints. */
    @State(Scope.Thread)
    public static class Queue {
        @Param({"CalendarQueue", "HeapQueue"})
        public String queue;

        @Param({"100", "10000", "1000000"})
        public int pending;

        private EventQueue events;

        @Setup
        public void fill(Delays delays) {
            events = queue.equals("HeapQueue") ? new HeapQueue() : new CalendarQueue();
            for (int i = 0; i < pending; i++) {
                events.schedule(delays.next(), 1, i, 0, 0);
            }
        }
    }

    /** A queue of objects. */
    @State(Scope.Thread)
    public static class ObjectQueue {
        @Param({"100", "10000", "1000000"})
        public int pending;

        private PriorityQueue<ObjectEvent> events;
        private long order;

        @Setup
        public void fill(Delays delays) {
            events = new PriorityQueue<>();
            for (int i = 0; i < pending; i++) {
                events.add(new ObjectEvent(delays.next(), order++, 1, i, 0, 0));
            }
        }
    }

    @Benchmark
    public long queue(Queue queue, Delays delays) {
        EventQueue events = queue.events;
        events.poll();
        return events.schedule(events.time() + delays.next(), events.kind(), events.a(), events.b(), events.cause());
    }

    @Benchmark
    public boolean priorityQueue(ObjectQueue queue, Delays delays) {
        ObjectEvent event = queue.events.remove();
        return queue.events.add(new ObjectEvent(
                event.time() + delays.next(), queue.order++, event.kind(), event.a(), event.b(), event.cause()));
    }

    /** What is left without a queue. */
    @Benchmark
    public long floor(Delays delays) {
        return delays.next();
    }
}
