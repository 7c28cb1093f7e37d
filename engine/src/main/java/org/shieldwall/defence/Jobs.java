package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.FreeList;
import org.shieldwall.kernel.Part;

/**
 * The work of analysts as rows, and the queues they wait in: for each organisation one list for each class of priority,
 * first come first served. Rows are used again when done.
 */
final class Jobs implements Part<Jobs> {
    static final byte ALERT = 0;
    static final byte ROUND = 1;
    static final byte ACTION = 2;
    static final byte INGEST = 3;
    static final byte DUTY = 4;

    /** An action of the response to floods, in the organisation that takes it. */
    static final byte FLOOD_ACTION = 5;

    /** A filter that another organisation asked for. */
    static final byte FLOOD_FILTER = 6;

    static final byte DELAYED = 1;
    static final byte WAITING = 2;
    static final byte RUNNING = 3;

    /** Classes of priority: 0 is served first. */
    static final int CLASSES = 10;

    /** The first tier, who do everything where there is no second; and the second, who do what has class 0. */
    static final int TIERS = 2;

    static final int FIRST_TIER = 0;
    static final int SECOND_TIER = 1;

    /** No work on the job has begun yet. */
    static final long NOT_STARTED = -1;

    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 64;

    private final FreeList list = new FreeList();
    byte[] kind = new byte[FIRST_CAPACITY];
    byte[] state = new byte[FIRST_CAPACITY];
    byte[] rank = new byte[FIRST_CAPACITY];
    private byte[] tier = new byte[FIRST_CAPACITY];
    int[] organisation = new int[FIRST_CAPACITY];
    int[] sensor = new int[FIRST_CAPACITY];
    int[] asset = new int[FIRST_CAPACITY];
    int[] cause = new int[FIRST_CAPACITY];
    int[] match = new int[FIRST_CAPACITY];
    int[] fact = new int[FIRST_CAPACITY];
    int[] about = new int[FIRST_CAPACITY];
    long[] key = new long[FIRST_CAPACITY];
    long[] work = new long[FIRST_CAPACITY];
    long[] rest = new long[FIRST_CAPACITY];
    long[] started = new long[FIRST_CAPACITY];
    long[] handle = new long[FIRST_CAPACITY];
    long[] expiry = new long[FIRST_CAPACITY];
    private int[] next = new int[FIRST_CAPACITY];
    private int[] previous = new int[FIRST_CAPACITY];

    // [organisation][class]
    private final int[] heads;
    private final int[] tails;

    // [organisation]
    final int[] waiting;

    // [organisation][class]: work that waits, in nanoseconds
    private final long[] waitingWork;

    // [organisation][tier]
    private final int[] running;
    private final int[] runningHead;

    Jobs(int organisations) {
        heads = new int[organisations * CLASSES];
        tails = new int[organisations * CLASSES];
        waiting = new int[organisations];
        waitingWork = new long[organisations * CLASSES];
        running = new int[organisations * TIERS];
        runningHead = new int[organisations * TIERS];
    }

    int create(byte jobKind, int org, int priority, long jobKey) {
        int job = list.take();
        if (job == kind.length) {
            grow();
        }
        kind[job] = jobKind;
        state[job] = DELAYED;
        rank[job] = (byte) Math.max(0, Math.min(CLASSES - 1, priority));
        organisation[job] = org;
        sensor[job] = NONE;
        asset[job] = NONE;
        cause[job] = NONE;
        match[job] = NONE;
        fact[job] = NONE;
        about[job] = NONE;
        key[job] = jobKey;
        work[job] = -1;
        rest[job] = 0;
        started[job] = NOT_STARTED;
        handle[job] = 0;
        expiry[job] = 0;
        return job;
    }

    /** Rows in use or free again. */
    int rows() {
        return list.rows();
    }

    void release(int job) {
        state[job] = 0;
        list.release(job);
    }

    void enqueue(int job) {
        int queue = queue(job);
        previous[job] = tails[queue];
        next[job] = NONE;
        if (tails[queue] == NONE) {
            heads[queue] = job;
        } else {
            next[tails[queue]] = job;
        }
        tails[queue] = job;
        waits(job);
    }

    private void waits(int job) {
        state[job] = WAITING;
        waiting[organisation[job]]++;
        waitingWork[queue(job)] += rest[job];
    }

    /** Back to where it came from: an interrupted job goes on before those of its class. */
    void enqueueFirst(int job) {
        int queue = queue(job);
        next[job] = heads[queue];
        previous[job] = NONE;
        if (heads[queue] == NONE) {
            tails[queue] = job;
        } else {
            previous[heads[queue]] = job;
        }
        heads[queue] = job;
        waits(job);
    }

    void removeWaiting(int job) {
        int queue = queue(job);
        if (previous[job] == NONE) {
            heads[queue] = next[job];
        } else {
            next[previous[job]] = next[job];
        }
        if (next[job] == NONE) {
            tails[queue] = previous[job];
        } else {
            previous[next[job]] = previous[job];
        }
        waiting[organisation[job]]--;
        waitingWork[queue(job)] -= rest[job];
    }

    /** The job of some classes that is served next, or −1. */
    int first(int org, int fromClass, int toClass) {
        for (int queue = org * CLASSES + fromClass; queue < org * CLASSES + toClass; queue++) {
            if (heads[queue] != NONE) {
                return heads[queue];
            }
        }
        return NONE;
    }

    /** Work that waits in a class and those behind it, in nanoseconds. */
    long waitingWork(int org, int fromClass) {
        long sum = 0;
        for (int queue = org * CLASSES + fromClass; queue < (org + 1) * CLASSES; queue++) {
            sum += waitingWork[queue];
        }
        return sum;
    }

    int running(int org, int ofTier) {
        return running[org * TIERS + ofTier];
    }

    void run(int job, int ofTier) {
        int pool = organisation[job] * TIERS + ofTier;
        state[job] = RUNNING;
        tier[job] = (byte) ofTier;
        next[job] = runningHead[pool];
        previous[job] = NONE;
        if (runningHead[pool] != NONE) {
            previous[runningHead[pool]] = job;
        }
        runningHead[pool] = job;
        running[pool]++;
    }

    void stop(int job) {
        int pool = organisation[job] * TIERS + tier[job];
        if (previous[job] == NONE) {
            runningHead[pool] = next[job];
        } else {
            next[previous[job]] = next[job];
        }
        if (next[job] != NONE) {
            previous[next[job]] = previous[job];
        }
        running[pool]--;
    }

    /** Of the jobs that a tier has running, of a class behind {@code before}, the one begun last; −1 if there is none. */
    int mostInterruptible(int org, int ofTier, int before) {
        int found = NONE;
        for (int job = runningHead[org * TIERS + ofTier]; job != NONE; job = next[job]) {
            if (rank[job] > before && (found == NONE || rank[job] > rank[found])) {
                found = job;
            }
        }
        return found;
    }

    private int queue(int job) {
        return organisation[job] * CLASSES + rank[job];
    }

    private void grow() {
        int capacity = 2 * kind.length;
        kind = Arrays.copyOf(kind, capacity);
        state = Arrays.copyOf(state, capacity);
        rank = Arrays.copyOf(rank, capacity);
        tier = Arrays.copyOf(tier, capacity);
        organisation = Arrays.copyOf(organisation, capacity);
        sensor = Arrays.copyOf(sensor, capacity);
        asset = Arrays.copyOf(asset, capacity);
        cause = Arrays.copyOf(cause, capacity);
        match = Arrays.copyOf(match, capacity);
        fact = Arrays.copyOf(fact, capacity);
        about = Arrays.copyOf(about, capacity);
        key = Arrays.copyOf(key, capacity);
        work = Arrays.copyOf(work, capacity);
        rest = Arrays.copyOf(rest, capacity);
        started = Arrays.copyOf(started, capacity);
        handle = Arrays.copyOf(handle, capacity);
        expiry = Arrays.copyOf(expiry, capacity);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
    }

    @Override
    public void reset() {
        list.reset();
        Arrays.fill(heads, NONE);
        Arrays.fill(tails, NONE);
        Arrays.fill(waiting, 0);
        Arrays.fill(waitingWork, 0);
        Arrays.fill(running, 0);
        Arrays.fill(runningHead, NONE);
    }

    @Override
    public void copyFrom(Jobs other) {
        list.copyFrom(other.list);
        int rows = list.rows();
        kind = Columns.copied(other.kind, kind, rows);
        state = Columns.copied(other.state, state, rows);
        rank = Columns.copied(other.rank, rank, rows);
        tier = Columns.copied(other.tier, tier, rows);
        organisation = Columns.copied(other.organisation, organisation, rows);
        sensor = Columns.copied(other.sensor, sensor, rows);
        asset = Columns.copied(other.asset, asset, rows);
        cause = Columns.copied(other.cause, cause, rows);
        match = Columns.copied(other.match, match, rows);
        fact = Columns.copied(other.fact, fact, rows);
        about = Columns.copied(other.about, about, rows);
        key = Columns.copied(other.key, key, rows);
        work = Columns.copied(other.work, work, rows);
        rest = Columns.copied(other.rest, rest, rows);
        started = Columns.copied(other.started, started, rows);
        handle = Columns.copied(other.handle, handle, rows);
        expiry = Columns.copied(other.expiry, expiry, rows);
        next = Columns.copied(other.next, next, rows);
        previous = Columns.copied(other.previous, previous, rows);
        System.arraycopy(other.heads, 0, heads, 0, heads.length);
        System.arraycopy(other.tails, 0, tails, 0, tails.length);
        System.arraycopy(other.waiting, 0, waiting, 0, waiting.length);
        System.arraycopy(other.waitingWork, 0, waitingWork, 0, waitingWork.length);
        System.arraycopy(other.running, 0, running, 0, running.length);
        System.arraycopy(other.runningHead, 0, runningHead, 0, runningHead.length);
    }

    @Override
    public void digest(Digest digest) {
        list.digest(digest);
        for (int org = 0; org < waiting.length; org++) {
            digest.putInt(waiting[org]);
            digest.putInt(running(org, FIRST_TIER));
            digest.putInt(running(org, SECOND_TIER));
        }
    }
}
