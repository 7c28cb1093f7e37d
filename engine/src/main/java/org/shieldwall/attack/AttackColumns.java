package org.shieldwall.attack;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
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

    /** The lot of a {@code COUNT} step has not been drawn. */
    static final double NO_LOT = -1;

    private static final int FIRST_CAPACITY = 64;

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
    final int[] wokenBy;
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
    int attemptCount;
    int[] attemptStep = new int[FIRST_CAPACITY];
    int[] attemptAsset = new int[FIRST_CAPACITY];
    int[] attemptWave = new int[FIRST_CAPACITY];
    int[] attemptTrigger = new int[FIRST_CAPACITY];
    int[] attemptFact = new int[FIRST_CAPACITY];
    byte[] attemptState = new byte[FIRST_CAPACITY];
    long[] attemptKey = new long[FIRST_CAPACITY];
    long[] attemptHandle = new long[FIRST_CAPACITY];

    // [wave]: attempts that share one operator
    int waveCount;
    int[] waveFirst = new int[FIRST_CAPACITY];
    int[] waveSize = new int[FIRST_CAPACITY];
    int[] waveOpen = new int[FIRST_CAPACITY];
    int[] waveOrdinal = new int[FIRST_CAPACITY];
    /** When it was queued or, once it runs, when it began. */
    long[] waveSince = new long[FIRST_CAPACITY];

    byte[] waveState = new byte[FIRST_CAPACITY];

    /** [actor]: waves that wait for an operator, and some that no longer do. */
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
        progress = new byte[steps];
        waves = new int[steps];
        wavesOfRound = new int[steps];
        rounds = new int[steps];
        allMet = new int[steps];
        meant = new int[steps];
        searched = new int[steps];
        judged = new int[steps];
        held = new boolean[steps];
        open = new int[steps];
        decided = new int[steps];
        succeeded = new int[steps];
        lot = new double[steps];
        firstSuccess = new int[steps];
        successFact = new int[steps];
        failureFact = new int[steps];
        pausing = new boolean[steps];
        retrying = new int[steps];
        wokenBy = new int[steps];
        dated = new boolean[steps];
        repeats = new int[steps];
        goesOn = new boolean[steps];
        scheduled = new boolean[world.campaignCount()];
        gaveUp = new boolean[world.campaignCount()];
        stale = new boolean[steps];
        landscape = new int[steps];
        touched = new long[(world.campaignCount() + Long.SIZE - 1) / Long.SIZE];
        begun = new boolean[world.campaignCount()];
        beginFact = new int[world.campaignCount()];
        copiesBegun = new int[world.campaignCount()];
        busy = new int[world.actorCount()];
        waiting = new WaveQueue[world.actorCount()];
        Arrays.setAll(waiting, actor -> new WaveQueue());
        rotating = new long[world.actorCount() * levels];
        scheduleTicks = new int[world.actorCount() * levels];
        rotationDue = new long[world.actorCount() * levels];
        rotates = new boolean[world.actorCount()];
        hidesUntil = new long[world.actorCount()];
        hurries = new boolean[world.actorCount()];
    }

    int newAttempt(int step, int asset, int wave, int trigger, long key) {
        int attempt = attemptCount++;
        if (attempt == attemptStep.length) {
            int capacity = 2 * attempt;
            attemptStep = Arrays.copyOf(attemptStep, capacity);
            attemptAsset = Arrays.copyOf(attemptAsset, capacity);
            attemptWave = Arrays.copyOf(attemptWave, capacity);
            attemptTrigger = Arrays.copyOf(attemptTrigger, capacity);
            attemptFact = Arrays.copyOf(attemptFact, capacity);
            attemptState = Arrays.copyOf(attemptState, capacity);
            attemptKey = Arrays.copyOf(attemptKey, capacity);
            attemptHandle = Arrays.copyOf(attemptHandle, capacity);
        }
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
        int wave = waveCount++;
        if (wave == waveFirst.length) {
            int capacity = 2 * wave;
            waveFirst = Arrays.copyOf(waveFirst, capacity);
            waveSize = Arrays.copyOf(waveSize, capacity);
            waveOpen = Arrays.copyOf(waveOpen, capacity);
            waveOrdinal = Arrays.copyOf(waveOrdinal, capacity);
            waveSince = Arrays.copyOf(waveSince, capacity);
            waveState = Arrays.copyOf(waveState, capacity);
        }
        waveFirst[wave] = attemptCount;
        waveSize[wave] = 0;
        waveOpen[wave] = 0;
        waveOrdinal[wave] = ordinal;
        waveSince[wave] = now;
        waveState[wave] = QUEUED;
        return wave;
    }

    @Override
    public void reset() {
        Arrays.fill(progress, IDLE);
        Arrays.fill(waves, 0);
        Arrays.fill(wavesOfRound, 0);
        Arrays.fill(rounds, 0);
        Arrays.fill(allMet, 0);
        Arrays.fill(meant, -1);
        Arrays.fill(searched, -1);
        Arrays.fill(judged, -1);
        Arrays.fill(landscape, 0);
        Arrays.fill(touched, 0);
        Arrays.fill(open, 0);
        Arrays.fill(decided, 0);
        Arrays.fill(succeeded, 0);
        Arrays.fill(lot, NO_LOT);
        Arrays.fill(firstSuccess, FactSink.NONE);
        Arrays.fill(successFact, FactSink.NONE);
        Arrays.fill(failureFact, FactSink.NONE);
        Arrays.fill(pausing, false);
        Arrays.fill(retrying, 0);
        Arrays.fill(wokenBy, FactSink.NONE);
        Arrays.fill(dated, false);
        Arrays.fill(repeats, 0);
        Arrays.fill(goesOn, false);
        Arrays.fill(scheduled, false);
        Arrays.fill(stale, true);
        Arrays.fill(begun, false);
        Arrays.fill(gaveUp, false);
        Arrays.fill(beginFact, FactSink.NONE);
        Arrays.fill(copiesBegun, 0);
        Arrays.fill(busy, 0);
        Arrays.fill(rotating, 0);
        Arrays.fill(scheduleTicks, 0);
        Arrays.fill(rotationDue, 0);
        Arrays.fill(rotates, false);
        Arrays.fill(hidesUntil, Long.MIN_VALUE);
        Arrays.fill(hurries, false);
        attemptCount = 0;
        waveCount = 0;
        for (WaveQueue queue : waiting) {
            queue.clear();
        }
        dirty = false;
        dirtyFact = FactSink.NONE;
        doors.reset();
    }

    @Override
    public void copyFrom(AttackColumns other) {
        System.arraycopy(other.progress, 0, progress, 0, progress.length);
        System.arraycopy(other.waves, 0, waves, 0, waves.length);
        System.arraycopy(other.wavesOfRound, 0, wavesOfRound, 0, wavesOfRound.length);
        System.arraycopy(other.rounds, 0, rounds, 0, rounds.length);
        System.arraycopy(other.allMet, 0, allMet, 0, allMet.length);
        System.arraycopy(other.meant, 0, meant, 0, meant.length);
        System.arraycopy(other.searched, 0, searched, 0, searched.length);
        System.arraycopy(other.judged, 0, judged, 0, judged.length);
        System.arraycopy(other.held, 0, held, 0, held.length);
        System.arraycopy(other.landscape, 0, landscape, 0, landscape.length);
        System.arraycopy(other.touched, 0, touched, 0, touched.length);
        System.arraycopy(other.open, 0, open, 0, open.length);
        System.arraycopy(other.decided, 0, decided, 0, decided.length);
        System.arraycopy(other.succeeded, 0, succeeded, 0, succeeded.length);
        System.arraycopy(other.lot, 0, lot, 0, lot.length);
        System.arraycopy(other.firstSuccess, 0, firstSuccess, 0, firstSuccess.length);
        System.arraycopy(other.successFact, 0, successFact, 0, successFact.length);
        System.arraycopy(other.failureFact, 0, failureFact, 0, failureFact.length);
        System.arraycopy(other.pausing, 0, pausing, 0, pausing.length);
        System.arraycopy(other.retrying, 0, retrying, 0, retrying.length);
        System.arraycopy(other.wokenBy, 0, wokenBy, 0, wokenBy.length);
        System.arraycopy(other.dated, 0, dated, 0, dated.length);
        System.arraycopy(other.repeats, 0, repeats, 0, repeats.length);
        System.arraycopy(other.goesOn, 0, goesOn, 0, goesOn.length);
        System.arraycopy(other.scheduled, 0, scheduled, 0, scheduled.length);
        System.arraycopy(other.stale, 0, stale, 0, stale.length);
        System.arraycopy(other.begun, 0, begun, 0, begun.length);
        System.arraycopy(other.gaveUp, 0, gaveUp, 0, gaveUp.length);
        System.arraycopy(other.beginFact, 0, beginFact, 0, beginFact.length);
        System.arraycopy(other.copiesBegun, 0, copiesBegun, 0, copiesBegun.length);
        System.arraycopy(other.busy, 0, busy, 0, busy.length);
        System.arraycopy(other.rotating, 0, rotating, 0, rotating.length);
        System.arraycopy(other.scheduleTicks, 0, scheduleTicks, 0, scheduleTicks.length);
        System.arraycopy(other.rotationDue, 0, rotationDue, 0, rotationDue.length);
        System.arraycopy(other.rotates, 0, rotates, 0, rotates.length);
        System.arraycopy(other.hidesUntil, 0, hidesUntil, 0, hidesUntil.length);
        System.arraycopy(other.hurries, 0, hurries, 0, hurries.length);
        attemptCount = other.attemptCount;
        attemptStep = Columns.copied(other.attemptStep, attemptStep, attemptCount);
        attemptAsset = Columns.copied(other.attemptAsset, attemptAsset, attemptCount);
        attemptWave = Columns.copied(other.attemptWave, attemptWave, attemptCount);
        attemptTrigger = Columns.copied(other.attemptTrigger, attemptTrigger, attemptCount);
        attemptFact = Columns.copied(other.attemptFact, attemptFact, attemptCount);
        attemptState = Columns.copied(other.attemptState, attemptState, attemptCount);
        attemptKey = Columns.copied(other.attemptKey, attemptKey, attemptCount);
        attemptHandle = Columns.copied(other.attemptHandle, attemptHandle, attemptCount);
        waveCount = other.waveCount;
        waveFirst = Columns.copied(other.waveFirst, waveFirst, waveCount);
        waveSize = Columns.copied(other.waveSize, waveSize, waveCount);
        waveOpen = Columns.copied(other.waveOpen, waveOpen, waveCount);
        waveOrdinal = Columns.copied(other.waveOrdinal, waveOrdinal, waveCount);
        waveSince = Columns.copied(other.waveSince, waveSince, waveCount);
        waveState = Columns.copied(other.waveState, waveState, waveCount);
        for (int actor = 0; actor < waiting.length; actor++) {
            waiting[actor].copyFrom(other.waiting[actor]);
        }
        dirty = other.dirty;
        dirtyFact = other.dirtyFact;
        doors.copyFrom(other.doors);
    }

    @Override
    public void digest(Digest digest) {
        for (int step = 0; step < progress.length; step++) {
            digest.putInt(progress[step]);
            digest.putInt(waves[step]);
        }
        for (int actor = 0; actor < hurries.length; actor++) {
            digest.putLong(hidesUntil[actor]);
            digest.putInt(hurries[actor] ? 1 : 0);
        }
        digest.putInt(attemptCount);
    }
}
