package org.shieldwall.defence;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Organisation.SensorKind;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenario.Technique.When;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Indicators;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Sensors: one of the few places that read truth. They turn the evidence that techniques leave into alerts, with
 * probability {@code 1 − (1 − quality·visibility)·∏(1 − match)}. False alerts without a cause are {@link FalseAlerts}.
 */
final class Sensors implements Part<Sensors> {
    private static final int LEVELS = Level.values().length;
    private static final int BEHAVIOUR = Level.BEHAVIOUR.ordinal();

    /** Stands where alerts of evidence have its ordinal. */
    private static final int BLOCKED = -1;

    /** Stands where watches of a position have its row. */
    private static final int FLOOD = -2;

    private final World world;
    private final State state;
    private final Analysts analysts;
    private final Watches watches = new Watches();

    Sensors(State state, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.analysts = analysts;
    }

    // Evidence of attempts

    void attemptStarted(int fact) {
        int step = world.entities().index(state.facts().who(fact));
        int asset = world.entities().index(state.facts().whom(fact));
        evidenceOnce(step, asset, fact, When.START);
        Rows.StepRow row = world.step(step);
        openWatches(
                row.technique(),
                row.actor(),
                asset,
                -1,
                When.DURING,
                state.facts().subject(fact),
                fact);
    }

    void attemptEnded(int fact) {
        int step = world.entities().index(state.facts().who(fact));
        int asset = world.entities().index(state.facts().whom(fact));
        closeWatches(state.facts().subject(fact));
        switch (state.facts().kind(fact)) {
            case ATTEMPT_BLOCKED -> blocked(asset, fact);
            case ATTEMPT_ABANDONED -> {
                // What was not carried through leaves no traces of its end.
            }
            default -> evidenceOnce(step, asset, fact, When.END);
        }
    }

    /** What blocks an attempt says so: one alert, by one of the sensors that hold the indicator there. */
    private void blocked(int asset, int fact) {
        int level = (int) state.facts().value(fact);
        int chosen = -1;
        long chosenKey = 0;
        double best = 1;
        for (int sensor : world.organisation(world.organisationOf(asset)).sensors()) {
            if (state.switches().alive(EntityKind.SENSOR, sensor)
                    && world.sensor(sensor).compares(level, asset)) {
                long key =
                        Dice.mix(state.facts().subject(fact), world.entities().key(EntityKind.SENSOR, sensor));
                double die = state.die(Purpose.BLOCKING_SENSOR, key, 0);
                if (die < best) {
                    best = die;
                    chosen = sensor;
                    chosenKey = key;
                }
            }
        }
        if (chosen >= 0 && state.facts().conditionCount(fact) > 0) {
            long about = Dice.mix(chosenKey, Purpose.ALERT, BLOCKED);
            analysts.raise(chosen, asset, about, fact, state.facts().condition(fact, 0));
        }
    }

    private void evidenceOnce(int step, int asset, int fact, When when) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        Rows.EvidenceRow[] evidence = technique.evidence();
        int org = world.organisationOf(asset);
        for (int e = 0; e < evidence.length; e++) {
            if (evidence[e].when() != when) {
                continue;
            }
            for (int sensor : world.organisation(org).sensors()) {
                if (!sees(sensor, evidence[e], asset)) {
                    continue;
                }
                int match = match(sensor, row.actor(), row.technique(), -1);
                long key =
                        Dice.mix(state.facts().subject(fact), world.entities().key(EntityKind.SENSOR, sensor));
                if (state.die(Purpose.EVIDENCE_SEEN, key, e) < chance(sensor, evidence[e], match)) {
                    analysts.raise(sensor, asset, Dice.mix(key, Purpose.ALERT, e), fact, match);
                }
            }
        }
    }

    private boolean sees(int sensor, Rows.EvidenceRow evidence, int asset) {
        return couldSee(sensor, evidence, asset) && state.switches().alive(EntityKind.SENSOR, sensor);
    }

    private boolean couldSee(int sensor, Rows.EvidenceRow evidence, int asset) {
        Rows.SensorRow row = world.sensor(sensor);
        return row.kind() == evidence.sensor() && row.covers(asset);
    }

    private double chance(int sensor, Rows.EvidenceRow evidence, int match) {
        Numbers numbers = state.numbers();
        double seen = numbers.value(world.sensor(sensor).quality()) * numbers.value(evidence.visibility());
        return match == FactSink.NONE ? seen : 1;
    }

    /**
     * The deployed indicator that names a use of a technique and that a sensor can compare, or none.
     *
     * @param foothold whose builds are meant; −1 for an attempt, which uses the present ones
     */
    private int match(int sensor, int actor, int technique, int foothold) {
        int burns = world.technique(technique).burns() & world.sensor(sensor).compares();
        for (int level = 0; level < LEVELS; level++) {
            if ((burns & 1 << level) != 0) {
                int fact = match(sensor, actor, technique, foothold, level);
                if (fact != FactSink.NONE) {
                    return fact;
                }
            }
        }
        return FactSink.NONE;
    }

    private int match(int sensor, int actor, int technique, int foothold, int level) {
        int org = world.sensor(sensor).organisation();
        Indicators indicators = state.indicators();
        if (level == BEHAVIOUR) {
            return indicators.behaviour(org, technique);
        }
        int build = foothold < 0
                ? indicators.build(actor, level)
                : state.footholds().build(foothold, level);
        return indicators.deployed(org, actor, level, build);
    }

    // Evidence that lasts

    void accessGranted(int fact) {
        Footholds footholds = state.footholds();
        int row = footholds.row(
                world.entities().index(state.facts().who(fact)),
                world.entities().index(state.facts().whom(fact)));
        closeWatches(footholds.key(row));
        int technique = world.step(footholds.step(row)).technique();
        openWatches(
                technique, footholds.actor(row), footholds.asset(row), row, When.WHILE_HELD, footholds.key(row), fact);
    }

    void accessLost(int fact) {
        closeWatches(state.facts().subject(fact));
    }

    // Floods

    /** As long as a flood goes on it can be seen: by sensors of the network, and by users who are not served. */
    void floodStarted(int fact) {
        int flood = state.traffic().byFact(fact);
        if (flood >= 0) {
            openWatches(
                    state.traffic().technique(flood),
                    state.traffic().actor(flood),
                    state.traffic().asset(flood),
                    FLOOD,
                    When.WHILE_HELD,
                    state.facts().subject(fact),
                    fact);
        }
    }

    void floodEnded(int fact) {
        closeWatches(state.facts().subject(fact));
    }

    /** More or fewer users are turned away: their reports come faster or slower. */
    void deliveryChanged(int fact) {
        int group = world.groupOf(world.entities().index(state.facts().whom(fact)));
        for (int watch = 0; watch < watches.rows(); watch++) {
            if (watches.open[watch]
                    && watches.foothold[watch] == FLOOD
                    && world.groupOf(watches.asset[watch]) == group) {
                follow(watch);
            }
        }
    }

    /** The share of what users want that they do not get; what sensors of other kinds see does not depend on it. */
    private double felt(int watch) {
        boolean byUsers = watches.foothold[watch] == FLOOD
                && world.sensor(watches.sensor[watch]).kind() == SensorKind.PEOPLE;
        if (!byUsers) {
            return 1;
        }
        int worst = state.traffic().worstDelivered(world.groupOf(watches.asset[watch]));
        return 1 - worst / (double) NeedProgram.FULL;
    }

    /** Dormant sensors get their watches too, at rate 0 and without a die: a lever may wake them while it lasts. */
    private void openWatches(int technique, int actor, int asset, int foothold, When when, long about, int fact) {
        Rows.EvidenceRow[] evidence = world.technique(technique).evidence();
        for (int e = 0; e < evidence.length; e++) {
            if (evidence[e].when() != when) {
                continue;
            }
            for (int sensor : world.organisation(world.organisationOf(asset)).sensors()) {
                if (couldSee(sensor, evidence[e], asset)) {
                    int watch = watches.create();
                    watches.sensor[watch] = sensor;
                    watches.evidence[watch] = e;
                    watches.technique[watch] = technique;
                    watches.actor[watch] = actor;
                    watches.asset[watch] = asset;
                    watches.foothold[watch] = foothold;
                    watches.cause[watch] = fact;
                    watches.about[watch] = about;
                    watches.key[watch] =
                            Dice.mix(state.facts().key(fact), world.entities().key(EntityKind.SENSOR, sensor), e);
                    watches.since[watch] = state.now();
                    watches.threshold[watch] = Double.NaN;
                    follow(watch);
                }
            }
        }
    }

    private void closeWatches(long about) {
        for (int watch = 0; watch < watches.rows(); watch++) {
            if (watches.open[watch] && watches.about[watch] == about) {
                state.cancel(watches.handle[watch]);
                watches.release(watch);
            }
        }
    }

    /** Sets the rate by what the sensor knows now; spends what has passed at the old rate only if the rate changes. */
    private void follow(int watch) {
        Rows.EvidenceRow evidence = world.technique(watches.technique[watch]).evidence()[watches.evidence[watch]];
        int sensor = watches.sensor[watch];
        double rate = 0;
        if (state.switches().alive(EntityKind.SENSOR, sensor)) {
            int match = match(sensor, watches.actor[watch], watches.technique[watch], watches.foothold[watch]);
            double perNanos = state.numbers().value(evidence.rate()) / Clock.SECOND;
            rate = perNanos * chance(sensor, evidence, match) * felt(watch);
        }
        if (rate == watches.rate[watch]) {
            return;
        }
        if (state.now() > watches.since[watch]) {
            watches.spent[watch] += watches.rate[watch] * (state.now() - watches.since[watch]);
            watches.since[watch] = state.now();
        }
        watches.rate[watch] = rate;
        if (Double.isNaN(watches.threshold[watch])) {
            watches.threshold[watch] = state.unitExponential(Purpose.EVIDENCE_CLOCK, watches.key[watch], 0);
        }
        schedule(watch);
    }

    private void schedule(int watch) {
        state.cancel(watches.handle[watch]);
        watches.handle[watch] = EventQueue.NO_HANDLE;
        if (watches.rate[watch] > 0) {
            double left = Math.max(0, watches.threshold[watch] - watches.spent[watch]) / watches.rate[watch];
            long asleep = watches.since[watch] - state.now();
            watches.handle[watch] = state.schedule(
                    Clock.plus(asleep, Clock.ofNanos(left)), EventCode.EVIDENCE_SEEN, watch, 0, watches.cause[watch]);
        }
    }

    void evidenceSeen(int watch) {
        int sensor = watches.sensor[watch];
        int foothold = watches.foothold[watch];
        int n = watches.sights[watch]++;
        int asset = watches.asset[watch];
        int cause = watches.cause[watch];
        long key = watches.key[watch];
        int actor = watches.actor[watch];
        int technique = watches.technique[watch];
        int match = match(sensor, actor, technique, foothold);
        // Until it may repeat the alert nothing is spent.
        watches.spent[watch] = 0;
        watches.since[watch] = Clock.plus(
                state.now(),
                Clock.ofNanos(state.numbers().value(world.sensor(sensor).repeatsAfter())));
        watches.threshold[watch] = state.unitExponential(Purpose.EVIDENCE_CLOCK, key, n + 1);
        watches.handle[watch] = EventQueue.NO_HANDLE;
        schedule(watch);
        analysts.raise(sensor, asset, Dice.mix(key, Purpose.ALERT, n), cause, match);
        if (match != FactSink.NONE && foothold >= 0) {
            blockChannel(sensor, actor, technique, foothold, cause);
        }
    }

    /** Each deployed indicator that names where the channel leads to blocks it, until the actor changes that level. */
    private void blockChannel(int sensor, int actor, int technique, int foothold, int cause) {
        Footholds footholds = state.footholds();
        int seen = world.technique(technique).burns()
                & world.sensor(sensor).compares()
                & world.organisation(world.sensor(sensor).organisation()).blocks()
                & Indicators.OF_CHANNELS;
        for (int level = 0; level < LEVELS; level++) {
            if ((seen & 1 << level) == 0 || footholds.channelBlocked(foothold, level) || !footholds.held(foothold)) {
                continue;
            }
            int match = match(sensor, actor, technique, foothold, level);
            if (match != FactSink.NONE) {
                state.given(match);
                state.builds().blockChannel(foothold, level, cause);
            }
        }
    }

    /** Indicators, builds or levers changed: every open watch follows. */
    void knowledgeChanged() {
        for (int watch = 0; watch < watches.rows(); watch++) {
            if (watches.open[watch]) {
                follow(watch);
            }
        }
    }

    @Override
    public void reset() {
        watches.reset();
    }

    @Override
    public void copyFrom(Sensors other) {
        watches.copyFrom(other.watches);
    }

    @Override
    public void digest(Digest digest) {
        watches.digest(digest);
    }
}
