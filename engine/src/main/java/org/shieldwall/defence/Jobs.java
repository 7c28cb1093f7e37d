package org.shieldwall.defence;

import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;

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

    private final Table table = new Table();
    byte[] kind = table.bytes(grown -> kind = grown);
    byte[] state = table.bytes(grown -> state = grown);
    byte[] rank = table.bytes(grown -> rank = grown);
    private byte[] tier = table.bytes(grown -> tier = grown);
    int[] organisation = table.ints(grown -> organisation = grown);
    int[] sensor = table.ints(grown -> sensor = grown);
    int[] asset = table.ints(grown -> asset = grown);
    int[] cause = table.ints(grown -> cause = grown);
    int[] match = table.ints(grown -> match = grown);
    int[] fact = table.ints(grown -> fact = grown);
    int[] about = table.ints(grown -> about = grown);
    long[] key = table.longs(grown -> key = grown);
    long[] work = table.longs(grown -> work = grown);
    long[] rest = table.longs(grown -> rest = grown);
    long[] started = table.longs(grown -> started = grown);
    long[] handle = table.longs(grown -> handle = grown);
    long[] expiry = table.longs(grown -> expiry = grown);
    private int[] next = table.ints(grown -> next = grown);
    private int[] previous = table.ints(grown -> previous = grown);

    private final Columns columns = new Columns();

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
        heads = columns.ints(organisations * CLASSES, NONE);
        tails = columns.ints(organisations * CLASSES, NONE);
        waiting = columns.ints(organisations, 0);
        waitingWork = columns.longs(organisations * CLASSES, 0);
        running = columns.ints(organisations * TIERS, 0);
        runningHead = columns.ints(organisations * TIERS, NONE);
    }

    int create(byte jobKind, int org, int priority, long jobKey) {
        int job = table.take();
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
        return table.rows();
    }

    void release(int job) {
        state[job] = 0;
        table.release(job);
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

    @Override
    public void reset() {
        columns.reset();
        table.reset();
    }

    @Override
    public void copyFrom(Jobs other) {
        columns.copyFrom(other.columns);
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        table.digest(digest);
        columns.digest(digest);
    }
}
