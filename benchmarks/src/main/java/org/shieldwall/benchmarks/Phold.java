package org.shieldwall.benchmarks;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.HeapQueue;

/**
 * PHOLD (Fujimoto, <i>Performance of Time Warp under synthetic workloads</i>, 1990): 1,024 processes with 16 events
 * each; an event counts itself, draws an exponential delay and another process, and goes there. The smallest thing
 * that is a simulation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class Phold {

    private static final int PROCESSES = 1_024;
    private static final int EVENTS_EACH = 16;
    private static final double MEAN_DELAY_NANOS = 1e9;
    private static final long RUN = Dice.runKey(1, 0, 0);
    private static final int DELAY = 1;
    private static final int DESTINATION = 2;

    /** The processes: how many events each has seen. */
    @State(Scope.Thread)
    public static class Processes {
        private final int[] seen = new int[PROCESSES];

        long delay(int process) {
            return (long) (MEAN_DELAY_NANOS * Dice.unitExponential(RUN, DELAY, process, seen[process]));
        }

        int destination(int process) {
            return (int) Dice.bits(RUN, DESTINATION, process, seen[process]++) & (PROCESSES - 1);
        }
    }

    /** The processes with a queue of each sort; only that of the benchmark is filled and used. */
    @State(Scope.Thread)
    public static class Queues {
        private final CalendarQueue calendar = new CalendarQueue();
        private final HeapQueue heap = new HeapQueue();
        private final PriorityQueue<ObjectEvent> objects = new PriorityQueue<>();
        private long order;
        private int process;

        @Setup
        public void fill(Processes processes) {
            for (int i = 0; i < PROCESSES * EVENTS_EACH; i++) {
                int process = i & (PROCESSES - 1);
                long time = processes.delay(process);
                processes.destination(process);
                calendar.schedule(time, 1, process, 0, 0);
                heap.schedule(time, 1, process, 0, 0);
                objects.add(new ObjectEvent(time, order++, 1, process, 0, 0));
            }
        }
    }

    @Benchmark
    public void calendarQueue(Queues queues, Processes processes) {
        step(queues.calendar, processes);
    }

    @Benchmark
    public void heapQueue(Queues queues, Processes processes) {
        step(queues.heap, processes);
    }

    private static void step(EventQueue queue, Processes processes) {
        queue.poll();
        int process = queue.a();
        long time = queue.time() + processes.delay(process);
        queue.schedule(time, 1, processes.destination(process), 0, 0);
    }

    @Benchmark
    public void priorityQueue(Queues queues, Processes processes) {
        ObjectEvent event = queues.objects.remove();
        long time = event.time() + processes.delay(event.a());
        queues.objects.add(new ObjectEvent(time, queues.order++, 1, processes.destination(event.a()), 0, 0));
    }

    /** What is left without a queue: the same dice and counters. */
    @Benchmark
    public long floor(Queues queues, Processes processes) {
        long delay = processes.delay(queues.process);
        queues.process = processes.destination(queues.process);
        return delay;
    }
}
