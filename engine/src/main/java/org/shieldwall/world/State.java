package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Sampler;

/**
 * What several behaviours share: the arrays of each subject, which all may read, and the transitions that alone write them.
 *
 * <p>A transition checks its precondition, appends its fact (which may be refused: {@link FactSink#REFUSED}, then nothing
 * changes), writes the arrays and puts the reactions of that fact's kind on the agenda. It calls no behaviour. Conditions
 * of the next fact are named beforehand by {@link #given}.
 */
public final class State implements Part<State> {
    private final World world;
    private final FactLog facts;
    private final EventQueue queue;

    private final Numbers numbers;
    private final Switches switches;
    private final Things things;
    private final Footholds footholds;
    private final Indicators indicators;
    private final Register register;
    private final ServiceLevels levels;
    private final Backups backups;
    private final Keys keys;
    private final Findings findings;
    private final Traffic traffic;
    private final Ways ways;

    private final Chronicle chronicle;
    private final ServiceTransitions services;
    private final AccessTransitions access;
    private final AssetTransitions assets;
    private final BuildTransitions builds;
    private final FloodTransitions floods;
    private final LeverTransitions levers;

    private long baseKey;
    private long runKey;

    /** @param reactions by ordinal of {@link FactKind}: codes of what reacts to it, in order */
    public State(World world, FactLog facts, Agenda agenda, EventQueue queue, int[][] reactions) {
        this.world = world;
        this.facts = facts;
        this.queue = queue;
        numbers = new Numbers(world.parameters, world.leverCount());
        switches = new Switches(world);
        things = new Things(world);
        footholds = new Footholds(world);
        indicators = new Indicators(world);
        register = new Register();
        levels = new ServiceLevels(world);
        backups = new Backups(world, numbers);
        keys = new Keys(world);
        findings = new Findings(world);
        traffic = new Traffic(world);
        ways = new Ways(world);
        chronicle = new Chronicle(facts, agenda, reactions, new Invariants(world, switches, facts));
        services = new ServiceTransitions(world, chronicle, levels, traffic);
        access = new AccessTransitions(
                world, chronicle, things, footholds, indicators, new Reach(world, switches, things, footholds));
        assets = new AssetTransitions(world, chronicle, switches, things, backups, keys, traffic, services, access);
        builds = new BuildTransitions(world, chronicle, indicators, footholds, access);
        floods = new FloodTransitions(
                world, chronicle, traffic, new Fluid(world, traffic, ways, switches, things, numbers), levels);
        levers = new LeverTransitions(world, chronicle, numbers, switches, things, ways, services, access);
    }

    public World world() {
        return world;
    }

    public FactLog facts() {
        return facts;
    }

    public Numbers numbers() {
        return numbers;
    }

    public Switches switches() {
        return switches;
    }

    public Things things() {
        return things;
    }

    public Footholds footholds() {
        return footholds;
    }

    public Indicators indicators() {
        return indicators;
    }

    public Register register() {
        return register;
    }

    public ServiceLevels levels() {
        return levels;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Ways ways() {
        return ways;
    }

    public Backups backups() {
        return backups;
    }

    public Keys keys() {
        return keys;
    }

    public Findings findings() {
        return findings;
    }

    public long now() {
        return facts.now();
    }

    // Luck

    /** Begins a replication with its luck. */
    public void runKey(long key) {
        baseKey = key;
        runKey = key;
        backups.baseKey(key);
    }

    /** Other luck for draws from now on; traits keep theirs. */
    public void branchKey(long key) {
        runKey = key;
    }

    /** A die that belongs to a thing and not to a moment: the same in every future of a fork. */
    public double trait(int purpose, long subject, long n) {
        return Dice.uniform(baseKey, purpose, subject, n);
    }

    public double traitExponential(int purpose, long subject, long n) {
        return Dice.unitExponential(baseKey, purpose, subject, n);
    }

    public double die(int purpose, long subject, long n) {
        return Dice.uniform(runKey, purpose, subject, n);
    }

    public double unitExponential(int purpose, long subject, long n) {
        return Dice.unitExponential(runKey, purpose, subject, n);
    }

    /** A time by a number's law, in nanoseconds. */
    public long time(int number, int purpose, long subject, long n) {
        return numbers.time(number, numbers.isConstant(number) ? 0.5 : die(purpose, subject, n));
    }

    /** A value by a law. */
    public double draw(Sampler law, int purpose, long subject, long n) {
        return law.quantile(law.isConstant() ? 0.5 : die(purpose, subject, n));
    }

    /** A time by a law in nanoseconds. */
    public long time(Sampler law, int purpose, long subject, long n) {
        return Clock.ofNanos(draw(law, purpose, subject, n));
    }

    // Time

    /** Schedules an event after a delay; a delay of {@link Long#MAX_VALUE} never comes and has the handle {@link EventQueue#NO_HANDLE}. */
    public long schedule(long delay, int event, int a, int b, int cause) {
        long time = Clock.plus(now(), delay);
        if (time > world.horizon()) {
            return EventQueue.NO_HANDLE;
        }
        return queue.schedule(time, event, a, b, cause);
    }

    public void cancel(long handle) {
        if (handle != EventQueue.NO_HANDLE) {
            queue.cancel(handle);
        }
    }

    // Facts

    /** Names a condition of the next fact. */
    public State given(int fact) {
        chronicle.given(fact);
        return this;
    }

    /** Appends a fact with the conditions named, and wakes what reacts to it. */
    public int happen(FactKind kind, int who, int whom, long value, long subject, int trigger) {
        return chronicle.happen(kind, who, whom, value, subject, trigger);
    }

    // Transitions

    public LeverTransitions levers() {
        return levers;
    }

    public AccessTransitions access() {
        return access;
    }

    public AssetTransitions assets() {
        return assets;
    }

    public BuildTransitions builds() {
        return builds;
    }

    public FloodTransitions floods() {
        return floods;
    }

    public ServiceTransitions services() {
        return services;
    }

    /** Sets levers before the first instant, without facts: the strategy of the run. */
    public void begin(boolean[] leversOn) {
        levers.begin(leversOn, baseKey);
    }

    /** Verifies every transition against the invariants, its own and those of {@link Invariants}; slow, for tests. */
    public void checking(boolean on) {
        chronicle.checking(on);
    }

    // Parts

    @Override
    public void reset() {
        numbers.reset();
        switches.reset();
        things.reset();
        footholds.reset();
        indicators.reset();
        register.reset();
        levels.reset();
        traffic.reset();
        ways.reset();
        backups.reset();
        keys.reset();
        findings.reset();
        chronicle.reset();
    }

    @Override
    public void copyFrom(State other) {
        baseKey = other.baseKey;
        runKey = other.runKey;
        numbers.copyFrom(other.numbers);
        switches.copyFrom(other.switches);
        things.copyFrom(other.things);
        footholds.copyFrom(other.footholds);
        indicators.copyFrom(other.indicators);
        register.copyFrom(other.register);
        levels.copyFrom(other.levels);
        traffic.copyFrom(other.traffic);
        ways.copyFrom(other.ways);
        backups.copyFrom(other.backups);
        keys.copyFrom(other.keys);
        findings.copyFrom(other.findings);
    }

    @Override
    public void digest(Digest digest) {
        digest.putLong(baseKey);
        digest.putLong(runKey);
        numbers.digest(digest);
        switches.digest(digest);
        things.digest(digest);
        footholds.digest(digest);
        indicators.digest(digest);
        register.digest(digest);
        levels.digest(digest);
        traffic.digest(digest);
        ways.digest(digest);
        backups.digest(digest);
        keys.digest(digest);
        findings.digest(digest);
    }
}
