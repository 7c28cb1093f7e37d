package org.shieldwall.attack;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.world.World;

/** What only the attack writes: the progress of steps, the attempts under way, busy operators, rotations under way. */
final class AttackColumns implements Part<AttackColumns> {
    static final byte IDLE = 0;
    static final byte ACTIVE = 1;
    static final byte SUCCEEDED = 2;
    static final byte FAILED = 3;
    static final byte ABANDONED = 4;

    static final byte QUEUED = 1;
    static final byte RUNNING = 2;
    static final byte DECIDED = 3;

    /** Targets have not been searched yet; {@link #searched}. */
    static final int NOT_SEARCHED = -1;

    /** The targets that a step means have not been counted; {@link #meant}. */
    static final int NOT_COUNTED = -1;

    /** The lot of a {@code COUNT} step has not been drawn. */
    static final double NO_LOT = -1;

    private final Columns columns = new Columns();

    // [step]
    final byte[] progress;
    final int[] waves;
    final int[] wavesOfRound;
    final int[] rounds;
    final int[] allMet;
    final int[] meant;
    final int[] searched;
    final int[] judged;
    final boolean[] held;
    final int[] open;
    final int[] decided;
    final int[] succeeded;
    final double[] lot;
    final int[] firstSuccess;
    final int[] successFact;
    final int[] failureFact;
    final boolean[] pausing;
    final int[] retrying;
    final boolean[] dated;
    final int[] repeats;

    /** It has succeeded and begins anew again and again. */
    final boolean[] goesOn;

    /** Whether something of the step, or of what its conditions read, changed since it was looked at last. */
    final boolean[] stale;

    // [campaign], [campaign][copy] flattened
    final boolean[] scheduled;
    final boolean[] begun;
    final boolean[] gaveUp;
    final int[] beginFact;
    final int[] copiesBegun;

    // [actor], [actor][level]
    final int[] busy;
    final long[] rotating;
    final int[] scheduleTicks;
    final long[] rotationDue;
    final boolean[] rotates;
    final long[] hidesUntil;
    final boolean[] hurries;

    // [attempt]
    private final Table attemptTable = new Table();
    int[] attemptStep = attemptTable.ints(grown -> attemptStep = grown);
    int[] attemptAsset = attemptTable.ints(grown -> attemptAsset = grown);
    int[] attemptWave = attemptTable.ints(grown -> attemptWave = grown);
    int[] attemptTrigger = attemptTable.ints(grown -> attemptTrigger = grown);
    int[] attemptFact = attemptTable.ints(grown -> attemptFact = grown);
    byte[] attemptState = attemptTable.bytes(grown -> attemptState = grown);
    long[] attemptKey = attemptTable.longs(grown -> attemptKey = grown);
    long[] attemptHandle = attemptTable.longs(grown -> attemptHandle = grown);

    // [wave]: attempts that share one operator
    private final Table waveTable = new Table();
    int[] waveFirst = waveTable.ints(grown -> waveFirst = grown);
    int[] waveSize = waveTable.ints(grown -> waveSize = grown);
    int[] waveOpen = waveTable.ints(grown -> waveOpen = grown);
    int[] waveOrdinal = waveTable.ints(grown -> waveOrdinal = grown);
    /** When it was queued or, once it runs, when it began. */
    long[] waveSince = waveTable.longs(grown -> waveSince = grown);

    byte[] waveState = waveTable.bytes(grown -> waveState = grown);

    /** [actor]: waves that wait for an operator, and some that no longer do. What waits is known from the waves as well. */
    final WaveQueue[] waiting;

    // [step]: grows with every change of what its actor may know, hold or reach around its targets: until then a search
    // for targets finds nothing new
    final int[] landscape;

    /** A bit for each campaign of which some step is stale. */
    final long[] touched;

    boolean dirty;
    int dirtyFact = FactSink.NONE;
    final Doors doors = new Doors();

    AttackColumns(World world, int levels) {
        int steps = world.stepCount();
        progress = columns.bytes(steps, IDLE);
        waves = columns.ints(steps, 0);
        wavesOfRound = columns.ints(steps, 0);
        rounds = columns.ints(steps, 0);
        allMet = columns.ints(steps, 0);
        meant = columns.ints(steps, NOT_COUNTED);
        searched = columns.ints(steps, NOT_SEARCHED);
        judged = columns.ints(steps, -1);
        held = columns.booleans(steps, false);
        open = columns.ints(steps, 0);
        decided = columns.ints(steps, 0);
        succeeded = columns.ints(steps, 0);
        lot = columns.doubles(steps, NO_LOT);
        firstSuccess = columns.ints(steps, FactSink.NONE);
        successFact = columns.ints(steps, FactSink.NONE);
        failureFact = columns.ints(steps, FactSink.NONE);
        pausing = columns.booleans(steps, false);
        retrying = columns.ints(steps, 0);
        dated = columns.booleans(steps, false);
        repeats = columns.ints(steps, 0);
        goesOn = columns.booleans(steps, false);
        scheduled = columns.booleans(world.campaignCount(), false);
        gaveUp = columns.booleans(world.campaignCount(), false);
        stale = columns.booleans(steps, true);
        landscape = columns.ints(steps, 0);
        touched = columns.longs((world.campaignCount() + Long.SIZE - 1) / Long.SIZE, 0);
        begun = columns.booleans(world.campaignCount(), false);
        beginFact = columns.ints(world.campaignCount(), FactSink.NONE);
        copiesBegun = columns.ints(world.campaignCount(), 0);
        busy = columns.ints(world.actorCount(), 0);
        waiting = new WaveQueue[world.actorCount()];
        Arrays.setAll(waiting, actor -> new WaveQueue());
        rotating = columns.longs(world.actorCount() * levels, 0);
        scheduleTicks = columns.ints(world.actorCount() * levels, 0);
        rotationDue = columns.longs(world.actorCount() * levels, 0);
        rotates = columns.booleans(world.actorCount(), false);
        hidesUntil = columns.longs(world.actorCount(), Long.MIN_VALUE);
        hurries = columns.booleans(world.actorCount(), false);
    }

    int attempts() {
        return attemptTable.rows();
    }

    int newAttempt(int step, int asset, int wave, int trigger, long key) {
        int attempt = attemptTable.take();
        attemptStep[attempt] = step;
        attemptAsset[attempt] = asset;
        attemptWave[attempt] = wave;
        attemptTrigger[attempt] = trigger;
        attemptFact[attempt] = FactSink.NONE;
        attemptState[attempt] = QUEUED;
        attemptKey[attempt] = key;
        attemptHandle[attempt] = 0;
        return attempt;
    }

    int newWave(long now, int ordinal) {
        int wave = waveTable.take();
        waveFirst[wave] = attemptTable.rows();
        waveSize[wave] = 0;
        waveOpen[wave] = 0;
        waveOrdinal[wave] = ordinal;
        waveSince[wave] = now;
        waveState[wave] = QUEUED;
        return wave;
    }

    @Override
    public void reset() {
        columns.reset();
        attemptTable.reset();
        waveTable.reset();
        for (WaveQueue queue : waiting) {
            queue.clear();
        }
        dirty = false;
        dirtyFact = FactSink.NONE;
        doors.reset();
    }

    @Override
    public void copyFrom(AttackColumns other) {
        columns.copyFrom(other.columns);
        attemptTable.copyFrom(other.attemptTable);
        waveTable.copyFrom(other.waveTable);
        for (int actor = 0; actor < waiting.length; actor++) {
            waiting[actor].copyFrom(other.waiting[actor]);
        }
        dirty = other.dirty;
        dirtyFact = other.dirtyFact;
        doors.copyFrom(other.doors);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        attemptTable.digest(digest);
        waveTable.digest(digest);
        digest.putBoolean(dirty);
        digest.putInt(dirtyFact);
        doors.digest(digest);
    }
}
