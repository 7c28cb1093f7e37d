package org.shieldwall.attack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.scenario.Campaign.Outcome;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.world.ConditionProgram;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * The flow of campaigns: which steps may start, on which targets, when they have succeeded, failed or lost what they
 * gained. Steps act only on what their actor knows and reaches ({@link Routes}).
 */
final class Flow implements ConditionProgram.Steps {
    private static final Damage[] DAMAGES = Damage.values();
    private static final int NOT_SEARCHED = -1;
    private static final int NOT_COUNTED = -1;
    private static final int NO_STEP = -1;
    private static final int NO_WAVE = -1;

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Routes routes;
    private final Attempts attempts;
    private final Endings endings;
    private final Lots lots;

    /** [step]: the steps whose conditions read it. */
    private final int[][] readers;

    /** [step]: whether its campaign is made for it. */
    private final boolean[] isGoal;

    /** The step whose conditions are read while its actor hurries and waits for nobody; else {@link #NO_STEP}. */
    private int hurried = NO_STEP;

    /** [network]: the steps for which it matters what happens in it. */
    private final int[][] around;

    // Targets of a wave while they are chosen, in order of the race
    private final int[] raceTarget;
    private final int[] raceTries;
    private final double[] raceDie;

    Flow(State state, AttackColumns columns, Routes routes, Floods floods) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.routes = routes;
        this.attempts = new Attempts(state, columns, routes, this, floods);
        this.endings = new Endings(state, columns, this);
        this.lots = new Lots(state, columns, this);
        this.readers = readers(world);
        isGoal = new boolean[world.stepCount()];
        for (int campaign = 0; campaign < world.campaignCount(); campaign++) {
            for (int step : world.campaign(campaign).goals()) {
                isGoal[step] = true;
            }
        }
        this.around = around(world);
        int most = 1;
        for (int technique = 0; technique < world.techniqueCount(); technique++) {
            most = Math.max(most, world.technique(technique).atOnce());
        }
        raceTarget = new int[most];
        raceTries = new int[most];
        raceDie = new double[most];
    }

    private static int[][] readers(World world) {
        IntStream.Builder[] readers = new IntStream.Builder[world.stepCount()];
        Arrays.setAll(readers, step -> IntStream.builder());
        for (int step = 0; step < world.stepCount(); step++) {
            int reader = step;
            world.conditions().visit(world.step(step).after(), read -> readers[read].add(reader));
            if (world.step(step).unless() >= 0) {
                world.conditions().visit(world.step(step).unless(), read -> readers[read].add(reader));
            }
        }
        return Arrays.stream(readers)
                .map(steps -> steps.build().distinct().toArray())
                .toArray(int[][]::new);
    }

    Attempts attempts() {
        return attempts;
    }

    // Campaigns and copies

    void begin(int campaign, int cause) {
        Rows.CampaignRow row = world.campaign(campaign);
        int fact = state.happen(
                FactKind.CAMPAIGN_STARTED,
                world.entities().entity(EntityKind.CAMPAIGN, campaign),
                row.actors().length == 0 ? -1 : world.entities().entity(EntityKind.ACTOR, row.actors()[0]),
                0,
                world.entities().key(EntityKind.CAMPAIGN, campaign),
                cause);
        if (fact == FactSink.REFUSED) {
            return;
        }
        columns.begun[campaign] = true;
        columns.beginFact[campaign] = fact;
        columns.copiesBegun[campaign] = row.inTurn() ? 1 : row.copies().length;
        touch(campaign);
    }

    /**
     * Looks at the stale steps of campaigns that have begun. Looking twice at a step of which nothing changed does nothing,
     * so that the others can be passed over.
     */
    void review(int trigger) {
        for (int word = 0; word < columns.touched.length; word++) {
            long open = columns.touched[word];
            columns.touched[word] = 0;
            while (open != 0) {
                int campaign = word * Long.SIZE + Long.numberOfTrailingZeros(open);
                open &= open - 1;
                if (columns.begun[campaign]) {
                    review(campaign, trigger);
                }
            }
        }
        attempts.assignOperators();
    }

    private void review(int campaign, int trigger) {
        Rows.CampaignRow row = world.campaign(campaign);
        for (int copy = 0; copy < columns.copiesBegun[campaign]; copy++) {
            for (int step : row.stepsOfCopy()[copy]) {
                if (columns.stale[step] && state.switches().alive(EntityKind.STEP, step)) {
                    columns.stale[step] = false;
                    consider(step, trigger);
                }
            }
        }
        int last = columns.copiesBegun[campaign] - 1;
        if (columns.copiesBegun[campaign] < row.copies().length && !endings.goesOn(row.stepsOfCopy()[last])) {
            columns.copiesBegun[campaign]++;
            touch(campaign);
            columns.dirty = true;
            columns.dirtyFact = trigger;
        }
        endings.review(campaign, trigger);
    }

    /** A step changed: it and those whose conditions read it must be looked at. */
    void changed(int step) {
        stale(step);
        for (int reader : readers[step]) {
            stale(reader);
        }
    }

    private void stale(int step) {
        columns.stale[step] = true;
        touch(world.step(step).campaign());
    }

    private void touch(int campaign) {
        columns.touched[campaign / Long.SIZE] |= 1L << campaign;
    }

    /** What is known, held or reached in a network changed: targets in it, and behind its links, are searched anew. */
    void landscapeChanged(int network) {
        for (int step : around[network]) {
            columns.landscape[step]++;
            stale(step);
        }
    }

    void landscapeChanged() {
        for (int step = 0; step < world.stepCount(); step++) {
            columns.landscape[step]++;
            stale(step);
        }
    }

    /** By network: the steps that act in it, or on what a link leads to from it. */
    private static int[][] around(World world) {
        IntStream.Builder[] around = new IntStream.Builder[world.networkCount()];
        Arrays.setAll(around, network -> IntStream.builder());
        for (int step = 0; step < world.stepCount(); step++) {
            Rows.StepRow row = world.step(step);
            int last = -1;
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                int network = world.networkOf(target);
                if (network != last) {
                    last = network;
                    around[network].add(step);
                    for (int from : world.linkedTo(network)) {
                        around[from].add(step);
                    }
                }
            }
        }
        return Arrays.stream(around)
                .map(steps -> steps.build().distinct().sorted().toArray())
                .toArray(int[][]::new);
    }

    // Steps

    private void consider(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        byte progress = columns.progress[step];
        if (progress == AttackColumns.FAILED || progress == AttackColumns.ABANDONED) {
            return;
        }
        if (progress != AttackColumns.SUCCEEDED
                && row.unless() >= 0
                && world.conditions().holds(row.unless(), this)) {
            columns.progress[step] = AttackColumns.ABANDONED;
            changed(step);
            columns.failureFact[step] = trigger;
            attempts.abandonAll(step, trigger);
            // No fact wakes the steps that read it; some of them were looked at before it.
            columns.dirty = true;
            columns.dirtyFact = trigger;
            return;
        }
        if (progress == AttackColumns.SUCCEEDED && !stillHeld(step)) {
            lose(step, trigger);
            return;
        }
        boolean due = (state.now() >= row.notBefore() || hurries(step))
                && !hides(row.actor())
                && !columns.pausing[step]
                && mayBegin(step);
        if (!due) {
            if (progress == AttackColumns.ACTIVE && columns.open[step] == 0 && !columns.pausing[step]) {
                columns.progress[step] = AttackColumns.IDLE;
            }
            return;
        }
        if (progress == AttackColumns.IDLE) {
            columns.searched[step] = NOT_SEARCHED;
            columns.progress[step] = AttackColumns.ACTIVE;
            columns.wokenBy[step] = trigger;
            progress = AttackColumns.ACTIVE;
        }
        if (progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && row.mode() == Mode.EACH_HELD && !row.untilCredential()) {
            launch(step, trigger);
        }
    }

    boolean hides(int actor) {
        return state.now() < columns.hidesUntil[actor];
    }

    /** Whether its actor wants it at once: who hurries strikes. */
    private boolean hurries(int step) {
        return isGoal[step] && columns.hurries[world.step(step).actor()];
    }

    /** Whether what must come before is done; who hurries does not wait for other copies and other actors. */
    private boolean mayBegin(int step) {
        hurried = hurries(step) ? step : NO_STEP;
        boolean holds = world.conditions().holds(world.step(step).after(), this);
        hurried = NO_STEP;
        return holds;
    }

    /** Whether a step that a condition names is somebody else's, for whom the step that is read does not wait. */
    private boolean isPassedOver(int step, Outcome outcome) {
        if (hurried == NO_STEP || outcome == Outcome.FAILED) {
            return false;
        }
        Rows.StepRow read = world.step(step);
        Rows.StepRow own = world.step(hurried);
        return read.campaign() == own.campaign() && (read.copy() != own.copy() || read.actor() != own.actor());
    }

    /** What was gained is gone: once the conditions hold again, a new round begins with all its tries. */
    private void lose(int step, int trigger) {
        changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact =
                state.happen(FactKind.STEP_LOST, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        columns.progress[step] = AttackColumns.IDLE;
        columns.rounds[step]++;
        columns.wavesOfRound[step] = 0;
        columns.decided[step] = 0;
        columns.succeeded[step] = 0;
        columns.lot[step] = AttackColumns.NO_LOT;
        columns.meant[step] = NOT_COUNTED;
        pause(step, -1, fact);
    }

    /** Waits before the next try; a step without tries left has failed. */
    private void pause(int step, int target, int trigger) {
        Rows.StepRow row = world.step(step);
        if (target < 0) {
            if (columns.wavesOfRound[step] >= row.retryAtMost() && row.mode() == Mode.ANY) {
                fail(step, trigger);
                return;
            }
            columns.pausing[step] = true;
        } else {
            columns.retrying[step]++;
        }
        long n = target < 0 ? columns.waves[step] + columns.rounds[step] : columns.doors.tries(step, target);
        long subject = Dice.mix(
                world.entities().key(EntityKind.STEP, step),
                target < 0 ? 0 : world.entities().key(EntityKind.ASSET, target));
        double u = row.retryEvery().isConstant() ? 0.5 : state.die(Purpose.RETRY_PAUSE, subject, n);
        long wait = Clock.ofNanos(row.retryEvery().quantile(u));
        state.schedule(wait, EventCode.STEP_RETRIES, step, target, trigger);
    }

    void retry(int step, int target, int cause) {
        changed(step);
        columns.searched[step] = NOT_SEARCHED;
        if (target < 0) {
            columns.pausing[step] = false;
        } else {
            // The target has its turn again in this round, as soon as the step's conditions hold.
            columns.retrying[step]--;
            columns.doors.unmeet(step, target);
            columns.allMet[step] = 0;
        }
    }

    private void fail(int step, int trigger) {
        changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact = state.happen(
                FactKind.STEP_FAILED, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            columns.progress[step] = AttackColumns.FAILED;
            columns.failureFact[step] = fact;
        }
    }

    /** A step that goes on begins anew after its pause, whether it succeeded or not; at its end it has succeeded if it ever has. */
    private void repeat(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        Sampler every = row.repeatEvery();
        if (every == null) {
            return;
        }
        long key = world.entities().key(EntityKind.STEP, step);
        double u = every.isConstant() ? 0.5 : state.die(Purpose.STEP_REPEATS, key, columns.repeats[step]);
        long wait = Clock.ofNanos(every.quantile(u));
        if (Clock.plus(state.now(), wait) < row.repeatUntil()) {
            columns.repeats[step]++;
            columns.pausing[step] = true;
            state.schedule(wait, EventCode.STEP_REPEATS, step, 0, trigger);
        } else if (columns.progress[step] == AttackColumns.ACTIVE) {
            stop(step, trigger);
        }
    }

    /** A step that goes on has come to its end: it has succeeded if it ever has. */
    private void stop(int step, int trigger) {
        if (columns.goesOn[step]) {
            columns.progress[step] = AttackColumns.SUCCEEDED;
            changed(step);
        } else {
            fail(step, trigger);
        }
    }

    void beginAnew(int step) {
        columns.pausing[step] = false;
        byte progress = columns.progress[step];
        if (progress != AttackColumns.SUCCEEDED && progress != AttackColumns.ACTIVE) {
            return;
        }
        changed(step);
        columns.progress[step] = AttackColumns.IDLE;
        columns.goesOn[step] |= progress == AttackColumns.SUCCEEDED;
        columns.wavesOfRound[step] = 0;
        columns.searched[step] = NOT_SEARCHED;
    }

    private void succeed(int step, int trigger) {
        changed(step);
        if (columns.goesOn[step]) {
            // It has succeeded before, and what it does goes on.
            columns.progress[step] = AttackColumns.SUCCEEDED;
            return;
        }
        int entity = world.entities().entity(EntityKind.STEP, step);
        int fact = state.happen(
                FactKind.STEP_SUCCEEDED, entity, -1, 0, world.entities().key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            columns.progress[step] = AttackColumns.SUCCEEDED;
            columns.successFact[step] = fact;
        }
    }

    // Targets

    private void launch(int step, int trigger) {
        if (columns.searched[step] == columns.landscape[step]) {
            return;
        }
        columns.searched[step] = columns.landscape[step];
        switch (world.step(step).mode()) {
            case ANY -> launchAny(step, trigger);
            case EACH_HELD -> launchHeld(step, trigger);
            case ALL, COUNT -> launchAll(step, trigger);
        }
    }

    private void launchAny(int step, int trigger) {
        if (columns.open[step] > 0) {
            columns.searched[step] = NOT_SEARCHED;
            return;
        }
        if (world.step(step).repeatEvery() != null
                && state.now() >= world.step(step).repeatUntil()) {
            stop(step, trigger);
            return;
        }
        if (columns.rounds[step] > 0 && succeedsOnHeld(step, trigger)) {
            return;
        }
        int atOnce = world.technique(world.step(step).technique()).atOnce();
        int chosen = chooseTargets(step, atOnce);
        if (chosen == 0) {
            // With nothing left to try, what is held already will do.
            succeedsOnHeld(step, trigger);
            return;
        }
        int wave = attempts.openWave(0);
        for (int i = 0; i < chosen; i++) {
            attempts.join(wave, step, raceTarget[i], trigger);
        }
        columns.waves[step]++;
        columns.wavesOfRound[step]++;
    }

    private boolean succeedsOnHeld(int step, int trigger) {
        int held = holding(step);
        if (held < 0) {
            return false;
        }
        state.given(state.footholds().fact(held));
        succeed(step, trigger);
        return true;
    }

    /** Of the targets that can be tried now: those tried least, of these the winners of a race. Returns how many. */
    private int chooseTargets(int step, int wanted) {
        Rows.StepRow row = world.step(step);
        long stepKey = world.entities().key(EntityKind.STEP, step);
        int chosen = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (isDone(step, target) || !routes.exists(step, target)) {
                continue;
            }
            int tries = columns.doors.tries(step, target);
            if (chosen == wanted && tries > raceTries[chosen - 1]) {
                continue;
            }
            double die = state.die(
                    Purpose.TARGET_CHOICE,
                    Dice.mix(stepKey, world.entities().key(EntityKind.ASSET, target)),
                    columns.waves[step]);
            if (chosen == wanted && !isAhead(tries, die, chosen - 1)) {
                continue;
            }
            int place = chosen < wanted ? chosen++ : chosen - 1;
            while (place > 0 && isAhead(tries, die, place - 1)) {
                raceTarget[place] = raceTarget[place - 1];
                raceTries[place] = raceTries[place - 1];
                raceDie[place] = raceDie[place - 1];
                place--;
            }
            raceTarget[place] = target;
            raceTries[place] = tries;
            raceDie[place] = die;
        }
        return chosen;
    }

    /** A live foothold that gives already what the step is after, whoever gained it and when; or −1. */
    private int holding(int step) {
        Rows.StepRow row = world.step(step);
        Position wanted = world.technique(row.technique()).grants();
        for (int target = row.first();
                wanted.compareTo(Position.USER) >= 0 && target < row.first() + row.count();
                target++) {
            if (state.footholds().reached(row.actor(), target).compareTo(wanted) >= 0) {
                return state.footholds().row(row.actor(), target);
            }
        }
        return -1;
    }

    private boolean isAhead(int tries, double die, int place) {
        return tries < raceTries[place] || tries == raceTries[place] && die < raceDie[place];
    }

    /** On every held asset of the range that has not had its turn in this round. */
    private void launchHeld(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        Footholds footholds = state.footholds();
        for (int foothold = 0; foothold < footholds.size(); foothold++) {
            int target = footholds.asset(foothold);
            int place = target - row.first();
            if (footholds.actor(foothold) == row.actor()
                    && place >= 0
                    && place < row.count()
                    && footholds.live(foothold)
                    && !columns.doors.met(step, target, columns.rounds[step])
                    && routes.exists(step, target)) {
                columns.doors.meet(step, target, columns.rounds[step]);
                attempts.join(attempts.openWave(place), step, target, trigger);
            }
        }
    }

    /** On every meant asset of the range that has not had its turn in this round. */
    private void launchAll(int step, int trigger) {
        Rows.StepRow row = world.step(step);
        int round = columns.rounds[step];
        if (columns.allMet[step] > round) {
            return;
        }
        boolean allMet = true;
        int atOnce = world.technique(row.technique()).atOnce();
        int wave = NO_WAVE;
        int joined = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (!state.switches().alive(EntityKind.ASSET, target)
                    || columns.doors.met(step, target, round)
                    || !isMeant(step, target)) {
                continue;
            }
            if (isDone(step, target)) {
                columns.doors.meet(step, target, round);
                settle(step, target, true, trigger);
            } else if (routes.exists(step, target)) {
                columns.doors.meet(step, target, round);
                if (wave == NO_WAVE || joined % atOnce == 0) {
                    wave = attempts.openWave(target - row.first());
                }
                attempts.join(wave, step, target, trigger);
                joined++;
            } else {
                allMet = false;
            }
        }
        if (allMet) {
            columns.allMet[step] = round + 1;
            if (meant(step) == 0 && isAnythingThere(step)) {
                // Nothing of it was meant for this copy: it is done as it stands.
                succeed(step, trigger);
            }
        }
    }

    /** Whether there is anything of which none was meant: a step on what is dormant has nothing to succeed on. */
    private boolean isAnythingThere(int step) {
        Rows.StepRow row = world.step(step);
        if (row.acrossCopies() && columns.lot[step] != AttackColumns.NO_LOT) {
            return true;
        }
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what a step wants of a target is so already. */
    boolean isDone(int step, int target) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        if (technique.damage() >= 0) {
            return state.things().damaged(target, DAMAGES[technique.damage()]);
        }
        if (world.traffic().flood(row.technique()) != null) {
            return state.traffic().isFlooded(row.actor(), row.technique(), target);
        }
        return technique.grants().compareTo(Position.USER) >= 0
                && state.footholds().reached(row.actor(), target).compareTo(technique.grants()) >= 0;
    }

    /** Whether a target belongs to a step: all do, but for {@code COUNT} those with the smallest lots. */
    private boolean isMeant(int step, int target) {
        return world.step(step).mode() != Mode.COUNT || lots.isMeant(step, target);
    }

    /** Levers changed what is alive: what is no more is given up, what was counted is counted anew. */
    void leversChanged(int fact) {
        for (int step = 0; step < world.stepCount(); step++) {
            if (!state.switches().alive(EntityKind.STEP, step)) {
                if (columns.progress[step] == AttackColumns.ACTIVE) {
                    columns.progress[step] = AttackColumns.IDLE;
                }
                if (columns.open[step] > 0) {
                    attempts.abandonAll(step, fact);
                }
            } else if (world.step(step).mode() == Mode.COUNT) {
                recountLot(step);
            }
        }
        Arrays.fill(columns.meant, NOT_COUNTED);
        Arrays.fill(columns.allMet, 0);
        landscapeChanged();
    }

    /**
     * Who is meant is drawn anew among what is there now: what was tried and is still there counts on, what is gone counts no
     * more.
     */
    private void recountLot(int step) {
        columns.lot[step] = AttackColumns.NO_LOT;
        if (columns.progress[step] != AttackColumns.ACTIVE) {
            return;
        }
        Rows.StepRow row = world.step(step);
        int decided = 0;
        int succeeded = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)
                    && columns.doors.met(step, target, columns.rounds[step])
                    && isMeant(step, target)
                    && !attempts.isUnderWay(step, target)) {
                decided++;
                succeeded += isDone(step, target) ? 1 : 0;
            }
        }
        columns.decided[step] = decided;
        columns.succeeded[step] = succeeded;
    }

    /** Whether an attempt that waited for an operator is still wanted. */
    boolean wants(int step) {
        byte progress = columns.progress[step];
        boolean goesOn = progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && world.step(step).mode() == Mode.EACH_HELD;
        return goesOn && mayBegin(step);
    }

    // What attempts tell

    /** An attempt of a step was decided. */
    void decided(int step, int target, boolean success, int fact) {
        changed(step);
        int entity = world.entities().entity(EntityKind.STEP, step);
        if (success && columns.firstSuccess[step] == FactSink.NONE) {
            columns.firstSuccess[step] = state.happen(
                    FactKind.STEP_FIRST_SUCCESS, entity, -1, 0, world.entities().key(entity), fact);
        }
        columns.dirty = true;
        columns.dirtyFact = fact;
        byte progress = columns.progress[step];
        Rows.StepRow row = world.step(step);
        boolean goesOn = progress == AttackColumns.ACTIVE
                || progress == AttackColumns.SUCCEEDED && row.mode() == Mode.EACH_HELD && !row.untilCredential();
        if (!goesOn) {
            // Should the step come back, the target has its turn again.
            columns.doors.unmeet(step, target);
            return;
        }
        if (row.mode() == Mode.ANY) {
            if (success) {
                succeed(step, fact);
                repeat(step, fact);
            } else if (columns.open[step] == 0 && row.repeatEvery() != null) {
                repeat(step, fact);
            } else if (columns.open[step] == 0) {
                pause(step, -1, fact);
            }
            return;
        }
        if (!success && columns.doors.triesOfRound(step, target) < row.retryAtMost()) {
            pause(step, target, fact);
            return;
        }
        settle(step, target, success, fact);
    }

    /** A target has had all its tries, or what was wanted of it is so. */
    private void settle(int step, int target, boolean success, int fact) {
        Rows.StepRow row = world.step(step);
        columns.decided[step]++;
        if (success) {
            columns.succeeded[step]++;
        }
        if (row.mode() == Mode.EACH_HELD) {
            if (success && !row.untilCredential() && columns.progress[step] == AttackColumns.ACTIVE) {
                succeed(step, fact);
            }
            return;
        }
        if (columns.decided[step] < meant(step)) {
            return;
        }
        if (columns.succeeded[step] > 0) {
            succeed(step, fact);
        } else {
            fail(step, fact);
        }
    }

    /** How many targets a step means in its present round; counted once. */
    private int meant(int step) {
        if (columns.meant[step] < 0) {
            Rows.StepRow row = world.step(step);
            int count = 0;
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                if (state.switches().alive(EntityKind.ASSET, target) && isMeant(step, target)) {
                    count++;
                }
            }
            columns.meant[step] = count;
        }
        return columns.meant[step];
    }

    /** A stolen credential completes the steps that went on until they had one. */
    void credentialStolen(int account, int actor, int fact) {
        Rows.AccountRow found = world.account(account);
        for (int step = 0; step < world.stepCount(); step++) {
            Rows.StepRow row = world.step(step);
            if (row.untilCredential()
                    && row.actor() == actor
                    && columns.progress[step] == AttackColumns.ACTIVE
                    && found.foundFirst() < row.first() + row.count()
                    && row.first() < found.foundFirst() + found.foundCount()) {
                succeed(step, fact);
            }
        }
    }

    // What conditions read

    @Override
    public boolean isThere(int step) {
        return state.switches().alive(EntityKind.STEP, step);
    }

    @Override
    public boolean is(int step, Outcome outcome) {
        if (isPassedOver(step, outcome)) {
            return true;
        }
        byte progress = columns.progress[step];
        return switch (outcome) {
            case HELD -> hasSucceeded(step) && stillHeld(step);
            case FIRST_SUCCESS -> columns.firstSuccess[step] != FactSink.NONE;
            case FAILED -> progress == AttackColumns.FAILED || progress == AttackColumns.ABANDONED;
            case DONE -> progress >= AttackColumns.SUCCEEDED || hasSucceeded(step);
        };
    }

    private boolean hasSucceeded(int step) {
        return columns.progress[step] == AttackColumns.SUCCEEDED || columns.goesOn[step];
    }

    /** The fact that made a condition on a step true. */
    int factOf(int step, Outcome outcome) {
        return switch (outcome) {
            case HELD -> columns.successFact[step];
            case FIRST_SUCCESS -> columns.firstSuccess[step];
            case FAILED -> columns.failureFact[step];
            case DONE -> hasSucceeded(step) ? columns.successFact[step] : columns.failureFact[step];
        };
    }

    /** Whether what a step gained is still held: positions by what is reached now, credentials until they are reset. */
    private boolean stillHeld(int step) {
        if (columns.judged[step] != columns.landscape[step]) {
            columns.judged[step] = columns.landscape[step];
            columns.held[step] = searchHeld(step);
        }
        return columns.held[step];
    }

    private boolean searchHeld(int step) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        Footholds footholds = state.footholds();
        if (technique.grants().compareTo(Position.USER) >= 0) {
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                if (footholds.reached(row.actor(), target).compareTo(technique.grants()) >= 0) {
                    return true;
                }
            }
            return false;
        }
        if (row.untilCredential()) {
            for (int account = 0; account < world.accountCount(); account++) {
                Rows.AccountRow found = world.account(account);
                if (footholds.credential(row.actor(), account) != FactSink.NONE
                        && found.foundFirst() < row.first() + row.count()
                        && row.first() < found.foundFirst() + found.foundCount()) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }
}
