package org.shieldwall.attack;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.world.ConditionProgram;
import org.shieldwall.world.Entities;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Indicators;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Attempts: waiting for an operator, lasting, and being decided. A technique's success is decided in {@link #decide}.
 *
 * <p>A <em>wave</em> is a set of attempts that share one operator (one mailing to twenty people).
 */
final class Attempts {
    private static final Level[] LEVELS = Level.values();

    // Values of attempt-failed

    private static final int DOOR_CANNOT_OPEN = 0;
    private static final int TRY_FAILED = 1;
    private static final int SECOND_FACTOR = 2;

    /** The botnet is not hired, switched off or sends all it can. */
    private static final int NOTHING_TO_SEND = 3;

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Routes routes;
    private final Conditions conditions;
    private final Rounds rounds;
    private final Floods floods;
    private final Effects effects;
    private final ConditionProgram.Reasons reasons;

    Attempts(State state, AttackColumns columns, Routes routes, Conditions conditions, Rounds rounds, Floods floods) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.routes = routes;
        this.conditions = conditions;
        this.rounds = rounds;
        this.floods = floods;
        effects = new Effects(state);
        this.reasons = (step, outcome) -> state.given(conditions.factOf(step, outcome));
    }

    // Waves and operators

    int openWave(int ordinal) {
        return columns.newWave(state.now(), ordinal);
    }

    void join(int wave, int step, int asset, int trigger) {
        Entities entities = world.entities();
        int before = columns.doors.tried(step, asset);
        long job = Dice.mix(entities.key(EntityKind.STEP, step), entities.key(EntityKind.ASSET, asset));
        columns.newAttempt(step, asset, wave, trigger, Dice.mix(job, Purpose.ATTEMPT, before));
        if (columns.waveSize[wave]++ == 0) {
            columns.waiting[world.step(step).actor()].add(wave, columns.waveSince[wave], columns.waveOrdinal[wave]);
        }
        columns.waveOpen[wave]++;
        columns.open[step]++;
    }

    /** Gives free operators the waves that wait longest; of equal ones, the steps take turns. */
    void assignOperators() {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            int free = conditions.hides(actor) ? 0 : world.actor(actor).operators() - columns.busy[actor];
            while (free > 0) {
                int wave = nextWave(actor);
                if (wave < 0) {
                    break;
                }
                begin(wave);
                free = world.actor(actor).operators() - columns.busy[actor];
            }
        }
    }

    /** The wave that waits longest, −1 if none does. */
    private int nextWave(int actor) {
        WaveQueue waiting = columns.waiting[actor];
        while (!waiting.isEmpty() && columns.waveState[waiting.first()] != AttackColumns.QUEUED) {
            waiting.removeFirst();
        }
        return waiting.isEmpty() ? -1 : waiting.first();
    }

    private void begin(int wave) {
        columns.waveState[wave] = AttackColumns.RUNNING;
        columns.waveSince[wave] = state.now();
        int first = columns.waveFirst[wave];
        columns.busy[world.step(columns.attemptStep[first]).actor()]++;
        for (int attempt = first; attempt < first + columns.waveSize[wave]; attempt++) {
            if (columns.attemptState[attempt] == AttackColumns.QUEUED) {
                start(attempt);
            }
        }
    }

    private void start(int attempt) {
        int step = columns.attemptStep[attempt];
        int asset = columns.attemptAsset[attempt];
        Rows.StepRow row = world.step(step);
        int route = conditions.wants(step) ? routes.route(step, asset) : Routes.NONE;
        if (route == Routes.NONE) {
            close(attempt, FactKind.ATTEMPT_ABANDONED, 0, columns.attemptTrigger[attempt]);
            return;
        }
        world.conditions().reasons(row.after(), conditions, reasons);
        namePath(row, route);
        int fact = state.happen(
                FactKind.ATTEMPT_STARTED,
                world.entities().entity(EntityKind.STEP, step),
                world.entities().entity(EntityKind.ASSET, asset),
                columns.doors.tries(step, asset),
                columns.attemptKey[attempt],
                columns.attemptTrigger[attempt]);
        if (fact == FactSink.REFUSED) {
            close(attempt, FactKind.ATTEMPT_ABANDONED, 0, columns.attemptTrigger[attempt]);
            return;
        }
        columns.attemptFact[attempt] = fact;
        columns.attemptState[attempt] = AttackColumns.RUNNING;
        long takes = state.time(
                world.technique(row.technique()).takes(), Purpose.ATTEMPT_TAKES, columns.attemptKey[attempt], 0);
        columns.attemptHandle[attempt] = state.schedule(takes, EventCode.ATTEMPT_ENDS, attempt, 0, fact);
    }

    /** The foothold and the credential without which the attempt could not be made. */
    private void namePath(Rows.StepRow row, int route) {
        if (route >= 0) {
            state.given(state.footholds().fact(route));
        }
        if (row.account() >= 0) {
            state.given(state.footholds().credential(row.actor(), row.account()));
        }
    }

    // The decision

    /**
     * Decides an attempt at its end: is there still a way, is it blocked, does a second factor stop it, can this door
     * open at all (a trait of exploit and target), does this try succeed.
     */
    void decide(int attempt) {
        if (columns.attemptState[attempt] != AttackColumns.RUNNING) {
            return;
        }
        int step = columns.attemptStep[attempt];
        int asset = columns.attemptAsset[attempt];
        int started = columns.attemptFact[attempt];
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        int route = routes.route(step, asset);
        if (route == Routes.NONE) {
            close(attempt, FactKind.ATTEMPT_ABANDONED, 0, started);
            return;
        }
        for (int level = 0; level < LEVELS.length; level++) {
            int indicator = blocking(row, level, asset);
            if (indicator != FactSink.NONE) {
                state.given(indicator);
                close(attempt, FactKind.ATTEMPT_BLOCKED, level, started);
                return;
            }
        }
        long target = world.entities().key(EntityKind.ASSET, asset);
        long door = Dice.mix(row.exploit(), target);
        if (technique.needsCredential()
                && state.trait(Purpose.SECOND_FACTOR_STOPS, door, 0)
                        < state.numbers().value(world.account(row.account()).secondFactor())) {
            close(attempt, FactKind.ATTEMPT_FAILED, SECOND_FACTOR, started);
            return;
        }
        if (!canOpen(technique, row.actor(), asset, door)) {
            close(attempt, FactKind.ATTEMPT_FAILED, DOOR_CANNOT_OPEN, started);
            return;
        }
        long key = columns.attemptKey[attempt];
        if (state.die(Purpose.TRY_SUCCEEDS, key, 0) >= chance(technique.each(), technique, row.actor(), asset, door)) {
            close(attempt, FactKind.ATTEMPT_FAILED, TRY_FAILED, started);
            return;
        }
        if (world.traffic().flood(row.technique()) != null && !floods.canSend(row.actor())) {
            close(attempt, FactKind.ATTEMPT_FAILED, NOTHING_TO_SEND, started);
            return;
        }
        namePath(row, route);
        int success = close(attempt, FactKind.ATTEMPT_SUCCEEDED, 0, started);
        if (success != FactSink.REFUSED) {
            effects.take(step, asset, route, success);
            floods.begin(row.actor(), row.technique(), asset, key, success);
        }
    }

    /** The fact of an indicator that blocks this use of a level, or none. */
    private int blocking(Rows.StepRow row, int level, int asset) {
        int organisation = world.organisationOf(asset);
        int blocks = world.organisation(organisation).blocks();
        if ((world.technique(row.technique()).burns() & blocks & 1 << level) == 0
                || !isGuarded(organisation, level, asset)) {
            return FactSink.NONE;
        }
        Indicators indicators = state.indicators();
        return level == Level.BEHAVIOUR.ordinal()
                ? indicators.behaviour(organisation, row.technique())
                : indicators.deployed(organisation, row.actor(), level, indicators.build(row.actor(), level));
    }

    /** An indicator blocks where something stands that compares it: a filter, a gateway, a scanner. */
    private boolean isGuarded(int organisation, int level, int asset) {
        for (int sensor : world.organisation(organisation).sensors()) {
            if (state.switches().alive(EntityKind.SENSOR, sensor)
                    && world.sensor(sensor).compares(level, asset)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the door can open at all; a patch closes some of those that could, and is then named as the reason. */
    private boolean canOpen(Rows.TechniqueRow technique, int actor, int asset, long door) {
        double die = state.trait(Purpose.DOOR_OPENS, door, 0);
        double can = chance(technique.can(), technique, actor, asset, door);
        if (die >= can) {
            return false;
        }
        int patch = state.things().patchedBy(asset);
        if (patch == FactSink.NONE || die < can * state.numbers().value(technique.patched())) {
            return true;
        }
        state.given(patch);
        return false;
    }

    private double chance(int number, Rows.TechniqueRow technique, int actor, int asset, long door) {
        Numbers numbers = state.numbers();
        double p = numbers.isConstant(number)
                ? numbers.value(number)
                : numbers.draw(number, state.trait(Purpose.DOOR_CHANCE, door, number == technique.can() ? 0 : 1));
        double hardening =
                numbers.value(world.organisation(world.organisationOf(asset)).hardening())
                        + numbers.value(world.group(world.groupOf(asset)).hardening())
                        - 0.5;
        return Odds.shifted(
                p,
                technique.skillWeight(),
                numbers.value(world.actor(actor).skill()),
                technique.hardeningWeight(),
                Math.max(0, Math.min(1, hardening)));
    }

    /** Ends an attempt with a fact, tells its step, and frees the operator when its wave is through. */
    private int close(int attempt, FactKind kind, int value, int trigger) {
        int step = columns.attemptStep[attempt];
        int asset = columns.attemptAsset[attempt];
        int fact = state.happen(
                kind,
                world.entities().entity(EntityKind.STEP, step),
                world.entities().entity(EntityKind.ASSET, asset),
                value,
                columns.attemptKey[attempt],
                trigger);
        columns.attemptState[attempt] = AttackColumns.DECIDED;
        columns.open[step]--;
        int wave = columns.attemptWave[attempt];
        columns.waveOpen[wave]--;
        if (columns.waveOpen[wave] == 0) {
            if (columns.waveState[wave] == AttackColumns.RUNNING) {
                free(world.step(step).actor(), step, wave, fact);
            }
            columns.waveState[wave] = AttackColumns.DECIDED;
        }
        rounds.decided(step, asset, kind == FactKind.ATTEMPT_SUCCEEDED && fact != FactSink.REFUSED, fact);
        return fact;
    }

    /** The operator of a wave is through with it; that is told where it took time. */
    private void free(int actor, int step, int wave, int trigger) {
        columns.busy[actor]--;
        long worked = state.now() - columns.waveSince[wave];
        if (worked > 0) {
            state.happen(
                    FactKind.OPERATOR_FREED,
                    world.entities().entity(EntityKind.ACTOR, actor),
                    world.entities().entity(EntityKind.STEP, step),
                    worked,
                    world.entities().key(EntityKind.STEP, step),
                    trigger);
        }
    }

    boolean isUnderWay(int step, int target) {
        for (int attempt = 0; attempt < columns.attempts(); attempt++) {
            if (columns.attemptStep[attempt] == step
                    && columns.attemptAsset[attempt] == target
                    && columns.attemptState[attempt] != AttackColumns.DECIDED) {
                return true;
            }
        }
        return false;
    }

    /** Gives up what a step has under way. */
    void abandonAll(int step, int trigger) {
        for (int attempt = 0; attempt < columns.attempts(); attempt++) {
            if (columns.attemptStep[attempt] == step && columns.attemptState[attempt] != AttackColumns.DECIDED) {
                state.cancel(columns.attemptHandle[attempt]);
                int started = columns.attemptFact[attempt];
                state.given(started == FactSink.NONE ? FactSink.NONE : trigger);
                close(attempt, FactKind.ATTEMPT_ABANDONED, 0, started == FactSink.NONE ? trigger : started);
            }
        }
    }
}
