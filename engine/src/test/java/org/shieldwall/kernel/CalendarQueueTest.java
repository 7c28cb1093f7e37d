package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calendar against the heap, under delays that are trouble for calendars. */
class CalendarQueueTest {

    private static final int KEPT_HANDLES = 64;

    /** Drives both queues through the same random operations; every event must agree. */
    private static void drive(
            EventQueue calendar, EventQueue heap, Delays delays, long seed, int operations, int size) {
        long[] ofCalendar = new long[KEPT_HANDLES];
        long[] ofHeap = new long[KEPT_HANDLES];
        for (int n = 0; n < operations; n++) {
            double u = Dice.uniform(seed, 1, 0, n);
            double poll = calendar.size() < size ? 0.3 : 0.6;
            int kept = (int) Dice.bits(seed, 2, 0, n) & (KEPT_HANDLES - 1);
            if (u < poll) {
                assertThat(calendar.poll()).isEqualTo(heap.poll());
                assertThat(calendar.time()).isEqualTo(heap.time());
                assertThat(calendar.a()).isEqualTo(heap.a());
            } else if (u < poll + 0.05) {
                assertThat(calendar.isPending(ofCalendar[kept])).isEqualTo(heap.isPending(ofHeap[kept]));
                assertThat(calendar.cancel(ofCalendar[kept])).isEqualTo(heap.cancel(ofHeap[kept]));
            } else if (u < poll + 0.08) {
                assertThat(calendar.peekTime()).isEqualTo(heap.peekTime());
            } else {
                long time = Clock.plus(heap.time(), delays.next(n + seed));
                if (time != Clock.NEVER) {
                    ofCalendar[kept] = calendar.schedule(time, n, n, -n, n);
                    ofHeap[kept] = heap.schedule(time, n, n, -n, n);
                }
            }
            assertThat(calendar.size()).isEqualTo(heap.size());
        }
    }

    private static void drain(EventQueue one, EventQueue other) {
        while (one.poll()) {
            assertThat(other.poll()).isTrue();
            assertThat(one.time()).isEqualTo(other.time());
            assertThat(one.kind()).isEqualTo(other.kind());
            assertThat(one.a()).isEqualTo(other.a());
            assertThat(one.b()).isEqualTo(other.b());
            assertThat(one.cause()).isEqualTo(other.cause());
        }
        assertThat(other.poll()).isFalse();
    }

    @Property(tries = 150)
    void givesTheSameEventsAsTheHeap(
            @ForAll Delays delays,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(max = 4_000) int operations,
            @ForAll @IntRange(max = 1_000) int size) {
        CalendarQueue calendar = new CalendarQueue();
        HeapQueue heap = new HeapQueue();
        drive(calendar, heap, delays, seed, operations, size);
        drain(calendar, heap);
    }

    @Property(tries = 50)
    void changesFromOneSortOfDelaysToAnother(
            @ForAll Delays first, @ForAll Delays second, @ForAll @IntRange(max = 1_000_000) int seed) {
        CalendarQueue calendar = new CalendarQueue();
        HeapQueue heap = new HeapQueue();
        drive(calendar, heap, first, seed, 10_000, 3_000);
        drive(calendar, heap, second, seed + 1, 10_000, 100);
        drain(calendar, heap);
    }

    @Property(tries = 50)
    void aCopyContinuesLikeTheOriginal(
            @ForAll Delays delays,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @IntRange(max = 3_000) int copyBefore) {
        CalendarQueue original = new CalendarQueue();
        drive(original, new HeapQueue(), delays, seed, before, 500);
        CalendarQueue copy = new CalendarQueue();
        drive(copy, new HeapQueue(), Delays.EXPONENTIAL, seed + 1, copyBefore, 1_000);

        copy.copyFrom(original);

        assertThat(digest(copy)).isEqualTo(digest(original));
        for (int n = 0; n < 3_000; n++) {
            if (n % 3 == 0) {
                assertThat(copy.poll()).isEqualTo(original.poll());
            }
            long time = original.time() + Delays.EXPONENTIAL.next(n);
            long handle = original.schedule(time, n, n, n, n);
            assertThat(copy.schedule(time, n, n, n, n)).isEqualTo(handle);
            if (n % 5 == 0) {
                assertThat(copy.cancel(handle)).isEqualTo(original.cancel(handle));
            }
        }
        assertThat(digest(copy)).isEqualTo(digest(original));
        drain(copy, original);
    }

    @Test
    void aCopyOfTheHeapContinuesLikeTheOriginal() {
        HeapQueue original = new HeapQueue();
        drive(original, new CalendarQueue(), Delays.NEAR_AND_FAR, 1, 3_000, 500);
        HeapQueue copy = new HeapQueue();
        drive(copy, new CalendarQueue(), Delays.EXPONENTIAL, 2, 5_000, 1_000);
        copy.copyFrom(original);
        drain(copy, original);
    }

    @Test
    void theDigestShowsWhatIsPending() {
        CalendarQueue one = new CalendarQueue();
        CalendarQueue other = new CalendarQueue();
        one.schedule(1, 2, 3, 4, 5);
        other.schedule(1, 2, 3, 4, 6);
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void allocatesNothingAfterWarmUp(Delays delays) {
        CalendarQueue queue = new CalendarQueue();
        int pending = 5_000;
        for (int i = 0; i < pending; i++) {
            queue.schedule(delays.next(i), 0, i, 0, 0);
        }
        long[] delay = new long[1 << 12];
        Arrays.setAll(delay, delays::next);
        Runnable hold = () -> {
            for (int n = 0; n < 100_000; n++) {
                queue.poll();
                long time = Clock.plus(queue.time(), delay[n & (delay.length - 1)]);
                long handle = queue.schedule(Math.min(time, Clock.NEVER - 1), 0, n, 0, 0);
                if (n % 8 == 0) {
                    queue.cancel(handle);
                    queue.schedule(Math.min(time, Clock.NEVER - 1), 0, n, 0, 0);
                }
            }
        };
        hold.run();
        assertThat(Allocation.ofQuietest(hold)).isZero();
    }

    @Test
    void aMillionEventsAtOneInstantComeInOrder() {
        CalendarQueue queue = new CalendarQueue();
        int events = 1_000_000;
        for (int i = 0; i < events; i++) {
            queue.schedule(Clock.DAY, 0, i, 0, 0);
        }
        boolean inOrder = true;
        for (int i = 0; i < events; i++) {
            inOrder &= queue.poll() && queue.a() == i;
        }
        assertThat(inOrder).isTrue();
    }

    @Test
    void timersThatAreAlwaysCancelledDoNotPileUp() {
        CalendarQueue queue = new CalendarQueue();
        queue.schedule(0, 0, 0, 0, 0);
        Runnable guarded = () -> {
            for (int i = 0; i < 200_000; i++) {
                queue.poll();
                queue.cancel(queue.schedule(queue.time() + Clock.DAY * 365, 0, 0, 0, 0));
                queue.schedule(queue.time() + 1, 0, 0, 0, 0);
            }
        };
        guarded.run();
        assertThat(Allocation.ofQuietest(guarded)).isZero();
        assertThat(queue.size()).isEqualTo(1);
    }

    private static String digest(Part<?> part) {
        Digest digest = new Digest();
        part.digest(digest);
        return digest.hex();
    }
}
