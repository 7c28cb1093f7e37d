package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * Where a queue keeps its events: one row of longs for each, named by its slot, and reused once the event is over.
 *
 * <p>All of an event lies in 40 neighbouring bytes, so that a queue of a million events that misses the cache does so
 * once or twice per event and not once per column.
 *
 * <pre>
 * TIME    nanoseconds
 * ORDER   number of scheduling (upper 36 bits) and slot (lower 27): orders events of one time, and names the row
 * KIND_A  kind (upper half) and a
 * B_CAUSE b (upper half) and cause
 * LINK    generation (upper half) and next slot of a list (lower half, -1 at the end)
 * </pre>
 *
 * <p>The generation is odd while the event is pending and even otherwise; it tells a handle of an earlier event in the
 * slot from one of the present. A cancelled event keeps its slot until the queue comes across it.
 */
final class EventRows {

    static final int SLOT_BITS = 27;
    static final int MAX_SLOTS = 1 << SLOT_BITS;
    static final int END = -1;

    private static final long SLOT_MASK = MAX_SLOTS - 1L;
    private static final long NEXT_GENERATION = 1L << Integer.SIZE;
    private static final long LOWER = 0xffffffffL;

    private static final int ROW = 5;
    private static final int TIME = 0;
    private static final int ORDER = 1;
    private static final int KIND_A = 2;
    private static final int B_CAUSE = 3;
    private static final int LINK = 4;
    private static final int INITIAL_SLOTS = 64;

    private long[] rows = new long[INITIAL_SLOTS * ROW];
    /** Slots ever used: those above have rows of zeros. */
    private int used;
    /** First slot of the list of free ones below {@link #used}. */
    private int free = END;

    private int pending;
    /** Cancelled, and not yet released. */
    private int cancelled;

    /** The order of the next event, without its slot; negative once the numbers are used up. */
    private long nextOrder;

    // The current event.
    private long time;
    private long kindAndA;
    private long bAndCause;

    /**
     * Makes a row and returns its handle, which holds its slot.
     *
     * @param next slot that follows in a list, {@link #END} for none
     */
    long add(long time, int kind, int a, int b, int cause, int next) {
        if (time < this.time || time == Long.MAX_VALUE) {
            throw notAFutureTime(time);
        }
        if (nextOrder < 0) {
            throw tooManyEvents();
        }
        int slot = free;
        if (slot == END) {
            slot = used;
            if (slot * ROW == rows.length) {
                grow();
            }
            used++;
        } else {
            free = (int) rows[slot * ROW + LINK];
        }
        int row = slot * ROW;
        long generation = (rows[row + LINK] & ~LOWER) + NEXT_GENERATION;
        rows[row + TIME] = time;
        rows[row + ORDER] = nextOrder | slot;
        rows[row + KIND_A] = (long) kind << Integer.SIZE | (a & LOWER);
        rows[row + B_CAUSE] = (long) b << Integer.SIZE | (cause & LOWER);
        rows[row + LINK] = generation | (next & LOWER);
        nextOrder += 1L << SLOT_BITS;
        pending++;
        return generation | slot;
    }

    static int slot(long order) {
        return (int) (order & SLOT_MASK);
    }

    static int slotOf(long handle) {
        return (int) handle;
    }

    long handle(int slot) {
        return (rows[slot * ROW + LINK] & ~LOWER) | slot;
    }

    boolean isPending(long handle) {
        int slot = slotOf(handle);
        return slot >= 0
                && slot < used
                && ((handle >>> Integer.SIZE) & 1) != 0
                && handle >>> Integer.SIZE == rows[slot * ROW + LINK] >>> Integer.SIZE;
    }

    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        rows[slotOf(handle) * ROW + LINK] += NEXT_GENERATION;
        pending--;
        cancelled++;
        return true;
    }

    boolean isPendingSlot(int slot) {
        return (rows[slot * ROW + LINK] >>> Integer.SIZE & 1) != 0;
    }

    /** Gives a cancelled event's slot back. */
    void releaseCancelled(int slot) {
        cancelled--;
        release(slot);
    }

    /** Gives the slots of all cancelled events back; whoever listed them must have forgotten them. */
    void releaseAllCancelled() {
        free = END;
        cancelled = 0;
        for (int slot = used - 1; slot >= 0; slot--) {
            if (!isPendingSlot(slot)) {
                release(slot);
            }
        }
    }

    /** Makes a pending event the current one and gives its slot back. */
    void take(int slot) {
        int row = slot * ROW;
        time = rows[row + TIME];
        kindAndA = rows[row + KIND_A];
        bAndCause = rows[row + B_CAUSE];
        // The next generation, and the list of free slots, in one store.
        rows[row + LINK] = (rows[row + LINK] & ~LOWER) + NEXT_GENERATION | (free & LOWER);
        free = slot;
        pending--;
    }

    private void release(int slot) {
        int link = slot * ROW + LINK;
        rows[link] = (rows[link] & ~LOWER) | (free & LOWER);
        free = slot;
    }

    long timeOf(int slot) {
        return rows[slot * ROW + TIME];
    }

    long orderOf(int slot) {
        return rows[slot * ROW + ORDER];
    }

    int next(int slot) {
        return (int) rows[slot * ROW + LINK];
    }

    void setNext(int slot, int next) {
        int link = slot * ROW + LINK;
        rows[link] = (rows[link] & ~LOWER) | (next & LOWER);
    }

    long time() {
        return time;
    }

    int kind() {
        return (int) (kindAndA >> Integer.SIZE);
    }

    int a() {
        return (int) kindAndA;
    }

    int b() {
        return (int) (bAndCause >> Integer.SIZE);
    }

    int cause() {
        return (int) bAndCause;
    }

    int pending() {
        return pending;
    }

    int cancelled() {
        return cancelled;
    }

    /** All that lie in a queue: pending, and cancelled but not yet released. */
    int kept() {
        return pending + cancelled;
    }

    /** Slots below this were used since the last reset. */
    int used() {
        return used;
    }

    void reset() {
        Arrays.fill(rows, 0, used * ROW, 0);
        used = 0;
        free = END;
        pending = 0;
        cancelled = 0;
        nextOrder = 0;
        time = 0;
        kindAndA = 0;
        bAndCause = 0;
    }

    void copyFrom(EventRows other) {
        if (rows.length < other.used * ROW) {
            rows = new long[other.rows.length];
        } else if (used > other.used) {
            Arrays.fill(rows, other.used * ROW, used * ROW, 0);
        }
        System.arraycopy(other.rows, 0, rows, 0, other.used * ROW);
        used = other.used;
        free = other.free;
        pending = other.pending;
        cancelled = other.cancelled;
        nextOrder = other.nextOrder;
        time = other.time;
        kindAndA = other.kindAndA;
        bAndCause = other.bAndCause;
    }

    /** The current event, and the pending ones by slot: what is to come, and by which handles. */
    void digest(Digest digest) {
        digest.putLong(time);
        digest.putLong(kindAndA);
        digest.putLong(bAndCause);
        digest.putLong(nextOrder >>> SLOT_BITS);
        digest.putInt(pending);
        for (int slot = 0; slot < used; slot++) {
            if (isPendingSlot(slot)) {
                int row = slot * ROW;
                digest.putLong(handle(slot));
                digest.putLongs(rows, row, row + LINK);
            }
        }
    }

    private void grow() {
        if (used == MAX_SLOTS) {
            throw new IllegalStateException("More than " + MAX_SLOTS + " events are pending at once.\n"
                    + "Maybe an event reschedules itself more than once.");
        }
        rows = Arrays.copyOf(rows, Math.min(used * 2, MAX_SLOTS) * ROW);
    }

    private static IllegalStateException tooManyEvents() {
        return new IllegalStateException("More than " + (1L << (Long.SIZE - 1 - SLOT_BITS))
                + " events were scheduled in one run.\n"
                + "Maybe an event reschedules itself at once, or the horizon should be split.");
    }

    private IllegalArgumentException notAFutureTime(long time) {
        return new IllegalArgumentException(
                time == Long.MAX_VALUE
                        ? "An event cannot be scheduled at the end of time.\n"
                                + "Maybe a delay is Clock.NEVER: then schedule nothing."
                        : "The time (" + time + " ns) of the event must not lie before the current time (" + this.time
                                + " ns).\nMaybe a delay is negative.");
    }
}
