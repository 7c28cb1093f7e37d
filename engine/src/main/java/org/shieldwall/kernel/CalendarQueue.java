package org.shieldwall.kernel;

import java.util.Arrays;

/**
 * An event queue that sorts nothing before it has to: a lazy calendar.
 *
 * <p>Based on the calendar queue (Brown, <i>Calendar queues: a fast O(1) priority queue implementation for the
 * simulation event set problem</i>, CACM 31, 1988) and the laziness of the ladder queue (Tang, Goh and Thng, ACM TOMACS
 * 15, 2005). Three tiers:
 *
 * <ul>
 *   <li><b>near</b> — a small heap with everything up to the end of the current bucket.
 *   <li><b>ring</b> — a power of two of buckets, each an unsorted list of slots and one bit that says it is not empty.
 *       When the near heap runs dry, the next bucket that is not empty is poured into it, or, if it holds a single
 *       event, that is the next one without further sorting.
 *   <li><b>far</b> — a heap with everything behind the ring. It is drawn on when half of the ring is past.
 * </ul>
 *
 * <p>Below {@value #CALENDAR_FROM} events the near heap serves alone. The order is exact whatever the bucket width: by
 * time, then by scheduling.
 *
 * <p><b>Width.</b> A histogram of the gaps between successive events, by their binary logarithm, tells for every width
 * what polling would cost: buckets to open, empty ones to skip, events of one bucket to sort. Every few thousand events
 * the cheapest width is looked up, and the ring is built anew if that saves enough. Only counts and times of events
 * enter, never a clock, so a run always takes the same course. Bursts at one instant have gaps of 0, which no width can
 * separate, and do not count.
 *
 * <p><b>Cost.</b> 28 ns per poll and schedule with 100 pending, as many with 10,000, some 200 with a million (two cache
 * misses): about 2, 4 and 6 times as fast as {@code PriorityQueue}; never much more than the two heaps. Cancelling costs 2 ns;
 * the slot is freed when the queue comes across it, or when more are cancelled than pending. Nothing is allocated once
 * the arrays have grown; at most 134 million events pend at once. Not thread safe.
 */
public final class CalendarQueue implements EventQueue, Part<CalendarQueue> {

    /** With fewer events than this, a heap alone is as quick. */
    private static final int CALENDAR_FROM = 96;
    /** With fewer events than this, the calendar is given up. */
    private static final int CALENDAR_UNTIL = 48;

    private static final int MIN_BUCKETS = 256;
    private static final int MAX_BUCKETS = 1 << 24;
    /** Many buckets per event leave few events behind the ring, where a heap sorts them: this many ... */
    private static final int MOST_BUCKETS_PER_EVENT = 16;
    /** ... as long as the ring stays in a cache ... */
    private static final int CACHED_BUCKETS = 1 << 18;
    /** ... and this many for more events than that. */
    private static final int LEAST_BUCKETS_PER_EVENT = 4;
    /** The ring is built anew once the events have become two to four times as many. */
    private static final int CROWDED_GROWTH = 4;

    /** At least so many polls lie between two looks at the width. */
    private static final int MIN_POLLS_BETWEEN_LOOKS = 2_048;
    /** Cancelled events that are kept whatever the number of pending ones. */
    private static final int CANCELLED_KEPT = 1_024;
    /** The histogram is trusted from so many gaps on. */
    private static final int GAPS_TO_TRUST = 128;

    /** About so many pending events are looked at while the histogram is empty. */
    private static final int SAMPLE = 256;
    /** The bucket of all times: everything goes to the near heap. */
    private static final long NO_CALENDAR = Long.MAX_VALUE;

    private static final int GAPS = Long.SIZE;
    private static final int MAX_WIDTH_SHIFT = 62;

    // What polling costs in nanoseconds, chosen by measuring the hold model; only the ratios matter.
    private static final double COST_OF_BUCKET = 6;
    /** With more events than this, a bucket opened is a cache missed. */
    private static final int CACHED_EVENTS = 1 << 16;

    private static final double COST_OF_UNCACHED_BUCKET = 40;
    private static final double COST_OF_EMPTY_BUCKET = 0.05;
    private static final double COST_OF_SORTING = 6;
    /** A new width must save this share of the cost. */
    private static final double WORTH_A_CHANGE = 0.1;

    private final EventRows rows = new EventRows();
    private final EventHeap near = new EventHeap();
    private final EventHeap far = new EventHeap();

    /** The first slot of each bucket plus 1, so that zeros mean empty; only the first {@link #buckets} are in use. */
    private int[] ring = new int[MIN_BUCKETS];

    private long[] occupied = new long[MIN_BUCKETS / Long.SIZE];
    /** A power of two. */
    private int buckets = MIN_BUCKETS;
    /** With more events than this, a calendar, or one with more buckets, is wanted. */
    private int crowdedFrom = CALENDAR_FROM - 1;

    /** The slot of the earliest event, once it is known and out of the near heap; {@link EventRows#END} until then. */
    private int first = EventRows.END;

    private long firstTime = Long.MAX_VALUE;

    /** A bucket is 2^widthShift nanoseconds wide; bucket numbers are times shifted by it. */
    private int widthShift;
    /** Everything up to this bucket is in the near heap. */
    private long current = NO_CALENDAR;
    /** The first bucket behind the ring. */
    private long limit = NO_CALENDAR;

    /** How often the gap between two polls had so many binary digits. */
    private final int[] gaps = new int[GAPS];

    private int pollsUntilLook = MIN_POLLS_BETWEEN_LOOKS;

    @Override
    public long schedule(long time, int kind, int a, int b, int cause) {
        long bucket = time >>> widthShift;
        long handle;
        if (bucket > current && bucket < limit) {
            int index = (int) bucket & (buckets - 1);
            handle = rows.add(time, kind, a, b, cause, ring[index] - 1);
            enter(index, EventRows.slotOf(handle));
        } else {
            handle = rows.add(time, kind, a, b, cause, EventRows.END);
            long order = rows.orderOf(EventRows.slotOf(handle));
            if (bucket > current) {
                far.add(time, order);
            } else {
                if (time < firstTime) {
                    putFirstBack();
                }
                near.add(time, order);
            }
        }
        if (rows.kept() > crowdedFrom) {
            rebuild();
        }
        return handle;
    }

    @Override
    public boolean cancel(long handle) {
        if (!rows.cancel(handle)) {
            return false;
        }
        if (rows.cancelled() > rows.pending() + CANCELLED_KEPT) {
            rebuild();
        }
        return true;
    }

    @Override
    public boolean isPending(long handle) {
        return rows.isPending(handle);
    }

    @Override
    public long peekTime() {
        return reachFirst() ? firstTime : Long.MAX_VALUE;
    }

    @Override
    public boolean poll() {
        if (!reachFirst()) {
            return false;
        }
        takeFirst();
        return true;
    }

    @Override
    public boolean pollAt(long time) {
        if (!reachFirst() || firstTime != time) {
            return false;
        }
        takeFirst();
        return true;
    }

    private void takeFirst() {
        gaps[Long.SIZE - Long.numberOfLeadingZeros(firstTime - rows.time())]++;
        rows.take(first);
        forgetFirst();
        if (--pollsUntilLook == 0) {
            lookAtWidth();
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
        near.clear();
        forgetFirst();
        clearCalendar();
        buckets = MIN_BUCKETS;
        widthShift = 0;
        current = NO_CALENDAR;
        limit = NO_CALENDAR;
        crowdedFrom = CALENDAR_FROM - 1;
        Arrays.fill(gaps, 0);
        pollsUntilLook = MIN_POLLS_BETWEEN_LOOKS;
    }

    @Override
    public void copyFrom(CalendarQueue other) {
        rows.copyFrom(other.rows);
        near.copyFrom(other.near);
        far.copyFrom(other.far);
        if (ring.length < other.buckets) {
            ring = new int[other.ring.length];
            occupied = new long[other.occupied.length];
        } else {
            clearRing();
        }
        System.arraycopy(other.ring, 0, ring, 0, other.buckets);
        System.arraycopy(other.occupied, 0, occupied, 0, other.buckets / Long.SIZE);
        buckets = other.buckets;
        crowdedFrom = other.crowdedFrom;
        widthShift = other.widthShift;
        first = other.first;
        firstTime = other.firstTime;
        current = other.current;
        limit = other.limit;
        System.arraycopy(other.gaps, 0, gaps, 0, GAPS);
        pollsUntilLook = other.pollsUntilLook;
    }

    /** The current event and the pending ones; not how they lie in the calendar, which does not show in the order. */
    @Override
    public void digest(Digest digest) {
        rows.digest(digest);
    }

    private void place(long time, long order, int slot) {
        long bucket = time >>> widthShift;
        if (bucket <= current) {
            near.add(time, order);
        } else if (bucket < limit) {
            int index = (int) bucket & (buckets - 1);
            rows.setNext(slot, ring[index] - 1);
            enter(index, slot);
        } else {
            far.add(time, order);
        }
    }

    /** Puts a slot, whose next one is set, at the head of a bucket. */
    private void enter(int index, int slot) {
        ring[index] = slot + 1;
        occupied[index >> 6] |= 1L << index;
    }

    /** Makes the earliest pending event known; false if there is none. */
    private boolean reachFirst() {
        while (first == EventRows.END || !rows.isPendingSlot(first)) {
            if (first != EventRows.END) {
                rows.releaseCancelled(first);
                forgetFirst();
            }
            if (near.size() > 0) {
                first = EventRows.slot(near.firstOrder());
                firstTime = near.firstTime();
                near.removeFirst();
            } else if (rows.kept() == 0) {
                return false;
            } else {
                nextBucket();
            }
        }
        return true;
    }

    private void forgetFirst() {
        first = EventRows.END;
        firstTime = Long.MAX_VALUE;
    }

    /** Something earlier has come. */
    private void putFirstBack() {
        if (first != EventRows.END) {
            near.add(firstTime, rows.orderOf(first));
            forgetFirst();
        }
    }

    /** Makes the next bucket that is not empty the current one and pours it out. */
    private void nextBucket() {
        if (rows.kept() == far.size()) {
            current = far.firstTime() >>> widthShift;
            advanceLimit();
            return;
        }
        int mask = buckets - 1;
        int index = (int) (current + 1) & mask;
        int word = index >> 6;
        long bits = occupied[word] & (-1L << index);
        while (bits == 0) {
            word = (word + 1) & (mask >> 6);
            bits = occupied[word];
        }
        int found = (word << 6) + Long.numberOfTrailingZeros(bits);
        current += ((found - index) & mask) + 1;
        occupied[word] ^= Long.lowestOneBit(bits);
        int slot = ring[found] - 1;
        ring[found] = 0;
        pour(slot);
        if (limit - current <= buckets >> 1) {
            advanceLimit();
        }
    }

    /** Makes the only event of a bucket the first one, or lets the near heap sort them. */
    private void pour(int head) {
        if (rows.next(head) == EventRows.END) {
            first = head;
            firstTime = rows.timeOf(head);
            return;
        }
        int slot = head;
        while (slot != EventRows.END) {
            int next = rows.next(slot);
            if (rows.isPendingSlot(slot)) {
                near.add(rows.timeOf(slot), rows.orderOf(slot));
            } else {
                rows.releaseCancelled(slot);
            }
            slot = next;
        }
    }

    /** Lets the ring begin at the current bucket, and draws on the far heap for what it now reaches. */
    private void advanceLimit() {
        limit = Clock.plus(current, buckets);
        while (far.size() > 0 && far.firstTime() >>> widthShift < limit) {
            long time = far.firstTime();
            long order = far.firstOrder();
            far.removeFirst();
            int slot = EventRows.slot(order);
            if (rows.isPendingSlot(slot)) {
                place(time, order, slot);
            } else {
                rows.releaseCancelled(slot);
            }
        }
    }

    private void lookAtWidth() {
        int kept = rows.kept();
        pollsUntilLook = Math.max(MIN_POLLS_BETWEEN_LOOKS, kept);
        if (current != NO_CALENDAR) {
            int best = cheapestWidthShift();
            boolean worthIt = costOfPolling(best) < (1 - WORTH_A_CHANGE) * costOfPolling(widthShift);
            boolean tooMany = buckets >> 2 > bucketsFor(kept);
            boolean nearTooLarge = near.size() > CALENDAR_FROM && near.size() > kept >> 1;
            if (worthIt || tooMany || nearTooLarge || kept < CALENDAR_UNTIL) {
                rebuild();
            }
        }
        for (int i = 0; i < GAPS; i++) {
            gaps[i] >>= 1;
        }
    }

    private int cheapestWidthShift() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int shift = 0; shift <= MAX_WIDTH_SHIFT; shift++) {
            double cost = costOfPolling(shift);
            if (cost < least) {
                least = cost;
                best = shift;
            }
        }
        return best;
    }

    /** What a poll would cost on average with buckets of this width, by the gaps that were seen. */
    private double costOfPolling(int shift) {
        double polls = 0;
        double opened = 1;
        double skipped = 0;
        for (int digits = 0; digits < GAPS; digits++) {
            if (gaps[digits] == 0) {
                continue;
            }
            polls += gaps[digits];
            if (digits > 0) {
                // a gap of d digits is 0.75 × 2^d in the middle
                double gapInWidths = Math.scalb(0.75, digits - shift);
                opened += gaps[digits] * Math.min(1, gapInWidths);
                skipped += gaps[digits] * Math.max(0, gapInWidths - 1);
            }
        }
        double costOfBucket = rows.pending() > CACHED_EVENTS ? COST_OF_UNCACHED_BUCKET : COST_OF_BUCKET;
        return (opened * costOfBucket + skipped * COST_OF_EMPTY_BUCKET) / polls
                + COST_OF_SORTING * StableMath.log(1 + polls / opened);
    }

    /** Sorts all events anew into a calendar, or a heap, that suits them. */
    private void rebuild() {
        near.clear();
        forgetFirst();
        clearCalendar();
        rows.releaseAllCancelled();
        int pending = rows.pending();
        if (pending < CALENDAR_UNTIL) {
            current = NO_CALENDAR;
            limit = NO_CALENDAR;
            crowdedFrom = CALENDAR_FROM - 1;
        } else {
            buckets = bucketsFor(pending);
            crowdedFrom = buckets < MAX_BUCKETS ? CROWDED_GROWTH * Integer.highestOneBit(pending) : Integer.MAX_VALUE;
            if (buckets > ring.length) {
                ring = new int[buckets];
                occupied = new long[buckets / Long.SIZE];
            }
            widthShift = seenGaps() >= GAPS_TO_TRUST ? cheapestWidthShift() : widthShiftOfPending();
            current = rows.time() >>> widthShift;
            limit = Clock.plus(current, buckets);
        }
        for (int slot = 0; slot < rows.used(); slot++) {
            if (rows.isPendingSlot(slot)) {
                place(rows.timeOf(slot), rows.orderOf(slot), slot);
            }
        }
    }

    private static int bucketsFor(int pending) {
        int events = Integer.highestOneBit(pending);
        int most = Math.min(events * MOST_BUCKETS_PER_EVENT, CACHED_BUCKETS);
        int wanted = Math.max(most, events * LEAST_BUCKETS_PER_EVENT);
        return Math.min(Math.max(wanted, MIN_BUCKETS), MAX_BUCKETS);
    }

    private int seenGaps() {
        int seen = 0;
        for (int i = 1; i < GAPS; i++) {
            seen += gaps[i];
        }
        return seen;
    }

    /** A width from a sample of the pending events, for as long as few were polled. Sorts them in the near heap. */
    private int widthShiftOfPending() {
        int step = Math.max(1, rows.used() / SAMPLE);
        for (int slot = 0; slot < rows.used(); slot += step) {
            if (rows.isPendingSlot(slot)) {
                near.add(rows.timeOf(slot), rows.orderOf(slot));
            }
        }
        int sampled = near.size();
        long earliest = near.firstTime();
        while (near.size() > 0 && (near.size() > sampled / 2 || near.firstTime() == earliest)) {
            near.removeFirst();
        }
        if (near.size() == 0) {
            return MAX_WIDTH_SHIFT;
        }
        double share = 1 - near.size() / (double) sampled;
        long gap = (long) ((near.firstTime() - earliest) / (share * rows.pending()));
        near.clear();
        return Math.min(Long.SIZE - Long.numberOfLeadingZeros(gap), MAX_WIDTH_SHIFT);
    }

    private void clearCalendar() {
        far.clear();
        clearRing();
    }

    private void clearRing() {
        Arrays.fill(ring, 0, buckets, 0);
        Arrays.fill(occupied, 0, buckets / Long.SIZE, 0);
    }
}
