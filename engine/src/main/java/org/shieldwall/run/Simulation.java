package org.shieldwall.run;

import java.util.Arrays;
import java.util.Collection;
import org.shieldwall.fact.CanonicalForm;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * Runs a World: the one class that a newcomer to the engine needs.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(World.compile(scenario));
 * FactLog facts = simulation.run(List.of("sharing"), 1, 1);
 * }</pre>
 *
 * <p>One instance for each thread; it is used again for every replication, and after the first allocates nothing. The facts
 * it returns are valid until its next run. The same World, levers, seed and replication give the same facts, byte for
 * byte, on every JVM and in every thread.
 */
public final class Simulation {
    private final World world;
    private final Run run;
    private final boolean[] levers;

    public Simulation(World world) {
        this.world = world;
        run = new Run(world);
        levers = new boolean[world.leverCount()];
    }

    public World world() {
        return world;
    }

    public FactLog facts() {
        return run.facts();
    }

    /** Verifies every transition against the invariants; for tests, at some cost in speed. */
    public Simulation checking(boolean on) {
        run.state().checking(on);
        return this;
    }

    /** One replication from its start to the horizon. */
    public FactLog run(Collection<String> leversOn, long seed, long replication) {
        start(leversOn, seed, replication);
        return finish();
    }

    /** Begins a replication and processes its first instant. */
    public Simulation start(Collection<String> leversOn, long seed, long replication) {
        Arrays.fill(levers, false);
        for (String name : leversOn) {
            levers[world.lever(name)] = true;
        }
        run.begin(levers, seed, replication);
        return this;
    }

    /** Goes on to the horizon. */
    public FactLog finish() {
        run.advanceTo(world.horizon());
        return run.facts();
    }

    /**
     * Processes every instant up to and including a time.
     *
     * @param time nanoseconds since the start
     */
    public Simulation advanceTo(long time) {
        run.advanceTo(time);
        return this;
    }

    /** All instants up to and including this time are finished; nanoseconds since the start. */
    public long now() {
        return run.now();
    }

    public boolean ended() {
        return run.ended();
    }

    /** Events processed so far. */
    public long events() {
        return run.events();
    }

    /**
     * A second simulation with the same past and the same luck.
     *
     * @param into is overwritten; of the same World
     */
    public Simulation forkInto(Simulation into) {
        if (into.world != world) {
            throw new IllegalArgumentException("A fork needs a simulation of the same World.");
        }
        into.run.copyFrom(run);
        System.arraycopy(levers, 0, into.levers, 0, levers.length);
        return into;
    }

    public Simulation fork() {
        return forkInto(new Simulation(world));
    }

    /** From now on, draws of another future; traits and what was already drawn or scheduled stay. */
    public Simulation branch(long branch) {
        run.branch(branch);
        return this;
    }

    /** Facts with these keys are refused when their time comes. */
    public Simulation suppress(long... keys) {
        run.facts().suppress(keys);
        return this;
    }

    /** Digest of all facts so far in their canonical form, in hexadecimal. */
    public String digest() {
        Digest digest = new Digest();
        new CanonicalForm(run.facts(), world.entities()::key).putAll(digest);
        return digest.hex();
    }

    /** Digest of all that is mutable, what is still to come included: equal ones have equal futures. */
    public String stateDigest() {
        Digest digest = new Digest();
        run.digest(digest);
        return digest.hex();
    }

    // Commands

    /** What people, scripts and agents may order; each names its thing by path. */
    public enum Order {
        LEVER_ON,
        LEVER_OFF,
        ISOLATE,
        RECONNECT,
        SEPARATE,
        RECONNECT_NETWORK,
        REBUILD,
        RESET_CREDENTIALS
    }

    /**
     * Accepts a command for an instant that is not finished yet. When its time comes it is carried out before the events of
     * that time, after those commands of the same time that have smaller numbers; nothing reacts or settles between them.
     *
     * @param time after {@link #now()}
     * @return its number: {@link #outcome} says what became of it
     * @throws IllegalArgumentException if the instant is finished, lies behind the horizon, or nothing has the path
     */
    public int command(long time, Order order, String path) {
        if (time <= run.now() || time > world.horizon() || run.ended()) {
            throw new IllegalArgumentException(
                    "The time (%d ns) of the command must lie after the last finished instant (%d ns) and not after the end (%d ns)."
                            .formatted(time, run.now(), world.horizon()));
        }
        return run.commands().accept(time, order, Commands.entity(world, order, path));
    }

    /**
     * What became of a command.
     *
     * @param command its number
     * @return the fact of what was done or of {@code command-refused}; {@link FactSink#NONE} while its time has not come
     */
    public int outcome(int command) {
        if (command < 0 || command >= run.commands().size()) {
            throw new IllegalArgumentException("No command has the number (%d).".formatted(command));
        }
        return run.commands().outcome(command);
    }

    /**
     * Goes on to the next instant at which an organisation's belief changes or a decision of it is asked for.
     *
     * @return the fact, or {@link FactSink#NONE} at the horizon
     */
    public int nextDecision(String organisation) {
        Integer entity = world.entities().byName(EntityKind.ORGANISATION).get(organisation);
        if (entity == null) {
            throw new IllegalArgumentException("No organisation is called (%s).".formatted(organisation));
        }
        while (!run.ended()) {
            int before = run.facts().size();
            long next = run.nextInstant();
            run.advanceTo(Math.min(next, world.horizon()));
            for (int fact = before; fact < run.facts().size(); fact++) {
                if (run.facts().who(fact) == entity
                        && Commands.callsForDecision(run.facts().kind(fact))) {
                    return fact;
                }
            }
        }
        return FactSink.NONE;
    }
}
