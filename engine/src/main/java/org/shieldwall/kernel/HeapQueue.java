package org.shieldwall.kernel;

/**
 * An event queue that is one 4-ary heap: the reference that {@link CalendarQueue} is tested against.
 *
 * <p>Exact and without parameters; the cost of {@link #poll} grows with the logarithm of the size. An event that was
 * cancelled stays in the heap until it comes to the top. Handles are the same as those of a {@link CalendarQueue} as
 * long as nothing is cancelled.
 */
public final class HeapQueue implements EventQueue, Part<HeapQueue> {

    private final EventRows rows = new EventRows();
    private final EventHeap heap = new EventHeap();

    @Override
    public long schedule(long time, int kind, int a, int b, int cause) {
        long handle = rows.add(time, kind, a, b, cause, EventRows.END);
        heap.add(time, rows.orderOf(EventRows.slotOf(handle)));
        return handle;
    }

    @Override
    public boolean cancel(long handle) {
        return rows.cancel(handle);
    }

    @Override
    public boolean isPending(long handle) {
        return rows.isPending(handle);
    }

    @Override
    public long peekTime() {
        dropCancelled();
        return heap.firstTime();
    }

    @Override
    public boolean poll() {
        dropCancelled();
        if (heap.size() == 0) {
            return false;
        }
        int slot = EventRows.slot(heap.firstOrder());
        heap.removeFirst();
        rows.take(slot);
        return true;
    }

    private void dropCancelled() {
        while (heap.size() > 0 && !rows.isPendingSlot(EventRows.slot(heap.firstOrder()))) {
            int slot = EventRows.slot(heap.firstOrder());
            heap.removeFirst();
            rows.releaseCancelled(slot);
        }
    }

    @Override
    public long time() {
        return rows.time();
    }

    @Override
    public int kind() {
        return rows.kind();
    }

    @Override
    public int a() {
        return rows.a();
    }

    @Override
    public int b() {
        return rows.b();
    }

    @Override
    public int cause() {
        return rows.cause();
    }

    @Override
    public int size() {
        return rows.pending();
    }

    @Override
    public void reset() {
        rows.reset();
        heap.clear();
    }

    @Override
    public void copyFrom(HeapQueue other) {
        rows.copyFrom(other.rows);
        heap.copyFrom(other.heap);
    }

    @Override
    public void digest(Digest digest) {
        rows.digest(digest);
    }
}
