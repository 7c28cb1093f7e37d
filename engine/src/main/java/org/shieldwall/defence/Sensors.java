package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Organisation.Discipline;
import org.shieldwall.scenario.Organisation.SensorKind;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenario.Technique.When;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Indicators;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Sensors: one of the few places that read truth. They turn the evidence that techniques leave into alerts, with
 * probability {@code 1 − (1 − quality·visibility)·∏(1 − match)}, beside false alerts without a cause.
 */
final class Sensors implements Part<Sensors> {
    private static final int LEVELS = Level.values().length;
    private static final int BEHAVIOUR = Level.BEHAVIOUR.ordinal();

    /** A sensor that raised an alert on something that lasts repeats it at the earliest after this time. */
    private static final long REPEAT_AFTER = 3 * Clock.DAY;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;
    private final Watches watches = new Watches();

    // [sensor]: where its streams of false alerts begin
    private final int[] firstStream;

    // [stream]
    private final long[] streamKeys;
    private final int[] falseCounts;

    private int matchedLevel;

    Sensors(State state, Jobs jobs, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.jobs = jobs;
        this.analysts = analysts;
        firstStream = new int[world.sensorCount()];
        int streams = 0;
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            firstStream[sensor] = streams;
            streams += world.sensor(sensor).covered();
        }
        falseCounts = new int[streams];
        streamKeys = new long[streams];
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            for (int place = 0; place < world.sensor(sensor).covered(); place++) {
                streamKeys[firstStream[sensor] + place] = Dice.mix(
                        world.entities().key(EntityKind.SENSOR, sensor),
                        world.entities()
                                .key(EntityKind.ASSET, world.sensor(sensor).asset(place)));
            }
        }
    }

    // False alerts: one stream for each sensor and asset, so that one more asset disturbs no other

    void start() {
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            if (state.switches().alive(EntityKind.SENSOR, sensor)) {
                for (int place = 0; place < world.sensor(sensor).covered(); place++) {
                    scheduleFalseAlert(sensor, place);
                }
            }
        }
    }

    private void scheduleFalseAlert(int sensor, int place) {
        double perNanos = state.numbers().value(world.sensor(sensor).falseAlerts()) / Clock.SECOND;
        if (perNanos <= 0) {
            return;
        }
        int stream = firstStream[sensor] + place;
        double gap = state.unitExponential(Purpose.FALSE_ALERT_GAP, streamKeys[stream], falseCounts[stream]) / perNanos;
        state.schedule(Clock.ofNanos(gap), EventCode.FALSE_ALERT, sensor, place, FactSink.NONE);
    }

    void falseAlert(int sensor, int place) {
        if (!state.switches().alive(EntityKind.SENSOR, sensor)) {
            return;
        }
        int asset = world.sensor(sensor).asset(place);
        int stream = firstStream[sensor] + place;
        if (state.switches().alive(EntityKind.ASSET, asset)) {
            long key = Dice.mix(streamKeys[stream], Purpose.ALERT, falseCounts[stream]);
            raise(sensor, asset, key, FactSink.NONE, FactSink.NONE);
        }
        falseCounts[stream]++;
        scheduleFalseAlert(sensor, place);
    }

    /** An alert that a false indicator raises, by the organisation's first live sensor. */
    void falseIndicatorAlert(int org, int asset, long key, int cause) {
        for (int sensor : world.organisation(org).sensors()) {
            if (state.switches().alive(EntityKind.SENSOR, sensor)) {
                raise(sensor, asset, key, FactSink.NONE, cause);
                return;
            }
        }
    }

    /** @param cause the evidence; {@link FactSink#NONE} for a false alert */
    private void raise(int sensor, int asset, long key, int cause, int match) {
        Rows.SensorRow row = world.sensor(sensor);
        int org = row.organisation();
        boolean ranked = world.organisation(org).discipline() != Discipline.FIRST_COME;
        int rank = Analysts.ALERT_RANK + (ranked ? row.priority() - 1 : 0);
        int job = jobs.create(Jobs.ALERT, org, rank, key);
        jobs.sensor[job] = sensor;
        jobs.asset[job] = asset;
        jobs.cause[job] = cause;
        jobs.match[job] = match;
        long delay = state.time(row.delay(), Purpose.ALERT_DELAY, key, 0);
        if (delay == 0) {
            analysts.arrive(job);
        } else if (state.schedule(delay, EventCode.ALERT_ARRIVES, job, 0, cause) == EventQueue.NO_HANDLE) {
            jobs.release(job);
        }
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
        if (state.facts().kind(fact) != FactKind.ATTEMPT_ABANDONED) {
            evidenceOnce(step, asset, fact, When.END);
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
                    raise(sensor, asset, Dice.mix(key, Purpose.ALERT, e), fact, match);
                }
            }
        }
    }

    private boolean sees(int sensor, Rows.EvidenceRow evidence, int asset) {
        Rows.SensorRow row = world.sensor(sensor);
        return row.kind() == evidence.sensor()
                && row.covers(asset)
                && state.switches().alive(EntityKind.SENSOR, sensor);
    }

    private double chance(int sensor, Rows.EvidenceRow evidence, int match) {
        double seen = state.numbers().value(world.sensor(sensor).quality()) * evidence.visibility();
        return match == FactSink.NONE ? seen : 1;
    }

    /** What a kind of sensor can compare with an indicator: packets show no programs, mail shows what is attached. */
    private static int levelsSeenBy(SensorKind kind) {
        return switch (kind) {
            case ENDPOINT -> bit(Level.HASH) | bit(Level.ARTEFACT) | bit(Level.TOOL) | bit(Level.BEHAVIOUR);
            case NETWORK -> bit(Level.ADDRESS) | bit(Level.DOMAIN) | bit(Level.BEHAVIOUR);
            case MAIL -> bit(Level.HASH) | bit(Level.ADDRESS) | bit(Level.DOMAIN) | bit(Level.ARTEFACT);
            case IDENTITY -> bit(Level.ADDRESS) | bit(Level.BEHAVIOUR);
            case PROCESS_CONTROL -> bit(Level.BEHAVIOUR);
            case PEOPLE -> 0;
        };
    }

    private static int bit(Level level) {
        return 1 << level.ordinal();
    }

    /**
     * The deployed indicator that names a use of a technique and that a sensor can compare, or none; its level is left in
     * {@link #matchedLevel}.
     *
     * @param foothold whose builds are meant; −1 for an attempt, which uses the present ones
     */
    private int match(int sensor, int actor, int technique, int foothold) {
        int org = world.sensor(sensor).organisation();
        int burns = world.technique(technique).burns()
                & levelsSeenBy(world.sensor(sensor).kind());
        Indicators indicators = state.indicators();
        for (int level = 0; level < LEVELS; level++) {
            if ((burns & 1 << level) == 0) {
                continue;
            }
            int fact;
            if (level == BEHAVIOUR) {
                fact = indicators.behaviour(org, technique);
            } else {
                int build = foothold < 0
                        ? indicators.build(actor, level)
                        : state.footholds().build(foothold, level);
                fact = indicators.deployed(org, actor, level, build);
            }
            if (fact != FactSink.NONE) {
                matchedLevel = level;
                return fact;
            }
        }
        return FactSink.NONE;
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

    private void openWatches(int technique, int actor, int asset, int foothold, When when, long about, int fact) {
        Rows.EvidenceRow[] evidence = world.technique(technique).evidence();
        for (int e = 0; e < evidence.length; e++) {
            if (evidence[e].when() != when) {
                continue;
            }
            for (int sensor : world.organisation(world.organisationOf(asset)).sensors()) {
                if (sees(sensor, evidence[e], asset)) {
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
                    watches.threshold[watch] = state.unitExponential(Purpose.EVIDENCE_CLOCK, watches.key[watch], 0);
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
        int match = match(sensor, watches.actor[watch], watches.technique[watch], watches.foothold[watch]);
        double rate = evidence.rate() * chance(sensor, evidence, match);
        if (rate == watches.rate[watch]) {
            return;
        }
        if (state.now() > watches.since[watch]) {
            watches.spent[watch] += watches.rate[watch] * (state.now() - watches.since[watch]);
            watches.since[watch] = state.now();
        }
        watches.rate[watch] = rate;
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
        int match = match(sensor, watches.actor[watch], watches.technique[watch], foothold);
        int level = matchedLevel;
        // Until it may repeat the alert nothing is spent.
        watches.spent[watch] = 0;
        watches.since[watch] = Clock.plus(state.now(), REPEAT_AFTER);
        watches.threshold[watch] = state.unitExponential(Purpose.EVIDENCE_CLOCK, key, n + 1);
        watches.handle[watch] = EventQueue.NO_HANDLE;
        schedule(watch);
        raise(sensor, asset, Dice.mix(key, Purpose.ALERT, n), cause, match);
        if (match != FactSink.NONE && foothold >= 0 && (1 << level & Indicators.OF_CHANNELS) != 0) {
            state.given(match);
            state.blockChannel(foothold, level, cause);
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
        Arrays.fill(falseCounts, 0);
    }

    @Override
    public void copyFrom(Sensors other) {
        watches.copyFrom(other.watches);
        System.arraycopy(other.falseCounts, 0, falseCounts, 0, falseCounts.length);
    }

    @Override
    public void digest(Digest digest) {
        watches.digest(digest);
    }
}
