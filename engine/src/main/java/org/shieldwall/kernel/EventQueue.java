package org.shieldwall.kernel;

/**
 * The pending events of a run, earliest first; those of one time in the order in which they were scheduled.
 *
 * <p>An event is a time, a kind, two numbers that mean what the kind says, and the fact that caused it. {@link #poll}
 * removes the earliest and makes it readable until the next call of it:
 *
 * <pre>{@code
 * while (queue.poll()) {
 *     switch (queue.kind()) { … queue.time() … queue.a() … queue.schedule(…) … }
 * }
 * }</pre>
 *
 * <p>Implementations allocate nothing once their arrays have grown, and are not thread safe.
 */
public interface EventQueue {

    /** What {@link #schedule} never returns. */
    long NO_HANDLE = 0;

    /**
     * Schedules an event.
     *
     * @param time nanoseconds, not before {@link #time()}, before {@link Long#MAX_VALUE}
     * @return a handle that names this event alone, until {@link #reset}
     * @throws IllegalArgumentException if the time lies in the past or is {@link Long#MAX_VALUE}
     */
    long schedule(long time, int kind, int a, int b, int cause);

    /** Takes an event back. False, and nothing happens, if it was polled or cancelled before, or never was. */
    boolean cancel(long handle);

    /** Whether the event is still to come. */
    boolean isPending(long handle);

    /** The time of the earliest pending event; {@link Long#MAX_VALUE} if there is none. */
    long peekTime();

    /** Removes the earliest pending event and makes it the current one; false if there is none. */
    boolean poll();

    /** The same if the earliest pending event is at this time; else false, and nothing happens. */
    default boolean pollAt(long time) {
        return peekTime() == time && poll();
    }

    /** The time of the current event; 0 before the first. */
    long time();

    /** The kind of the current event. */
    int kind();

    /** The first number of the current event. */
    int a();

    /** The second number of the current event. */
    int b();

    /** The fact that caused the current event. */
    int cause();

    /** How many events are pending. */
    int size();

    /** Forgets all events and returns to time 0. */
    void reset();
}
