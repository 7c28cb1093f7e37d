package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every event queue must do. */
class EventQueueTest {

    static Stream<EventQueue> queues() {
        return Stream.of(new CalendarQueue(), new HeapQueue());
    }

    @ParameterizedTest
    @MethodSource("queues")
    void anEmptyQueueHasNothingToPoll(EventQueue queue) {
        assertThat(queue.poll()).isFalse();
        assertThat(queue.peekTime()).isEqualTo(Long.MAX_VALUE);
        assertThat(queue.size()).isZero();
        assertThat(queue.time()).isZero();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void anEventComesBackAsItWasScheduled(EventQueue queue) {
        queue.schedule(17, -3, Integer.MIN_VALUE, -1, Integer.MAX_VALUE);

        assertThat(queue.peekTime()).isEqualTo(17);
        assertThat(queue.poll()).isTrue();
        assertThat(queue.time()).isEqualTo(17);
        assertThat(queue.kind()).isEqualTo(-3);
        assertThat(queue.a()).isEqualTo(Integer.MIN_VALUE);
        assertThat(queue.b()).isEqualTo(-1);
        assertThat(queue.cause()).isEqualTo(Integer.MAX_VALUE);
        assertThat(queue.size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void eventsComeByTimeAndThoseOfOneTimeInTheOrderOfScheduling(EventQueue queue) {
        int events = 2_000;
        for (int i = 0; i < events; i++) {
            queue.schedule(Long.remainderUnsigned(Dice.bits(1, 1, 0, i), 100), 0, i, 0, 0);
        }
        long time = 0;
        int number = -1;
        for (int i = 0; i < events; i++) {
            assertThat(queue.poll()).isTrue();
            if (queue.time() == time) {
                assertThat(queue.a()).isGreaterThan(number);
            } else {
                assertThat(queue.time()).isGreaterThan(time);
            }
            time = queue.time();
            number = queue.a();
        }
        assertThat(queue.poll()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void anEventScheduledForNowComesAfterThoseThatWaitForNow(EventQueue queue) {
        queue.schedule(5, 0, 1, 0, 0);
        queue.schedule(5, 0, 2, 0, 0);
        queue.poll();
        queue.schedule(5, 0, 3, 0, 0);

        queue.poll();
        assertThat(queue.a()).isEqualTo(2);
        queue.poll();
        assertThat(queue.a()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aCancelledEventDoesNotCome(EventQueue queue) {
        long first = queue.schedule(1, 0, 1, 0, 0);
        long second = queue.schedule(2, 0, 2, 0, 0);

        assertThat(queue.isPending(first)).isTrue();
        assertThat(queue.cancel(first)).isTrue();
        assertThat(queue.isPending(first)).isFalse();
        assertThat(queue.cancel(first)).isFalse();
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.peekTime()).isEqualTo(2);
        assertThat(queue.poll()).isTrue();
        assertThat(queue.a()).isEqualTo(2);
        assertThat(queue.cancel(second)).isFalse();
        assertThat(queue.poll()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aHandleDoesNotNameALaterEventInTheSamePlace(EventQueue queue) {
        long first = queue.schedule(1, 0, 1, 0, 0);
        queue.poll();
        long second = queue.schedule(2, 0, 2, 0, 0);

        assertThat((int) second).isEqualTo((int) first);
        assertThat(queue.cancel(first)).isFalse();
        assertThat(queue.isPending(second)).isTrue();
        assertThat(queue.cancel(EventQueue.NO_HANDLE)).isFalse();
        assertThat(queue.cancel(-1)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void neitherThePastNorTheEndOfTimeIsAccepted(EventQueue queue) {
        queue.schedule(10, 0, 0, 0, 0);
        queue.poll();

        assertThatThrownBy(() -> queue.schedule(9, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 ns")
                .hasMessageContaining("10 ns");
        assertThatThrownBy(() -> queue.schedule(Clock.NEVER, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NEVER");
        queue.schedule(Clock.NEVER - 1, 0, 7, 0, 0);
        queue.schedule(10, 0, 6, 0, 0);
        queue.poll();
        assertThat(queue.a()).isEqualTo(6);
        queue.poll();
        assertThat(queue.a()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void lookingFarAheadDoesNotLoseWhatIsScheduledBefore(EventQueue queue) {
        for (int i = 0; i < 1_000; i++) {
            queue.schedule(1_000_000 * Clock.SECOND + i, 0, i, 0, 0);
        }
        assertThat(queue.peekTime()).isEqualTo(1_000_000 * Clock.SECOND);
        for (int i = 0; i < 1_000; i++) {
            queue.schedule(1_000 - i, 1, i, 0, 0);
        }
        for (int i = 0; i < 1_000; i++) {
            queue.poll();
            assertThat(queue.time()).isEqualTo(i + 1);
        }
        queue.poll();
        assertThat(queue.kind()).isZero();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aResetQueueIsAsNew(EventQueue queue) {
        long[] handles = new long[3_000];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < handles.length; i++) {
                long handle = queue.schedule(queue.time() + Delays.EXPONENTIAL.next(i), 0, i, 0, 0);
                if (i % 3 == 0) {
                    queue.cancel(handle);
                } else if (i % 7 == 0) {
                    queue.poll();
                }
                if (round == 0) {
                    handles[i] = handle;
                } else {
                    assertThat(handle).isEqualTo(handles[i]);
                }
            }
            queue.reset();
            assertThat(queue.size()).isZero();
            assertThat(queue.time()).isZero();
            assertThat(queue.isPending(handles[1])).isFalse();
        }
    }
}
