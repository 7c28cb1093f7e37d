package org.shieldwall.world;

import java.util.Set;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.scenario.Organisation.SensorKind;
import org.shieldwall.scenario.Technique.Level;

/**
 * The builds that actors use, and the indicators that organisations have deployed against them.
 *
 * <p>An indicator names one build of one level of one actor, or, on the level of behaviour, a technique, which matches
 * always. Rows hang in a short list for each organisation and what they name.
 */
public final class Indicators implements Part<Indicators> {
    private static final int LEVELS = Level.values().length;
    private static final int BEHAVIOUR = Level.BEHAVIOUR.ordinal();

    /** Levels that name where command channels lead to: what is installed already changes them too. */
    public static final int OF_CHANNELS = 1 << Level.ADDRESS.ordinal() | 1 << Level.DOMAIN.ordinal();

    private final Columns columns = new Columns();
    private final int actorCount;
    private final int techniqueCount;
    private final int[] builds;
    private final boolean[] neverTwice;
    private final int[] heads;
    private final int[] behaviourFacts;

    private final Table table = new Table();
    private int[] next = table.ints(grown -> next = grown);
    private int[] rowBuilds = table.ints(grown -> rowBuilds = grown);
    private int[] rowFacts = table.ints(grown -> rowFacts = grown);

    Indicators(World world) {
        actorCount = world.actorCount();
        techniqueCount = world.techniqueCount();
        builds = columns.ints(actorCount * LEVELS, 0);
        neverTwice = new boolean[actorCount * LEVELS];
        heads = columns.ints(world.organisationCount() * actorCount * LEVELS, -1);
        behaviourFacts = columns.ints(world.organisationCount() * techniqueCount, FactSink.NONE);
        for (int actor = 0; actor < actorCount; actor++) {
            System.arraycopy(world.actor(actor).eachUse(), 0, neverTwice, actor * LEVELS, LEVELS);
        }
    }

    /** A bit for each level. */
    static int bits(Set<Level> levels) {
        int bits = 0;
        for (Level level : levels) {
            bits |= 1 << level.ordinal();
        }
        return bits;
    }

    /** What a kind of sensor can compare with an indicator: packets show no programs, mail shows what is attached. */
    static int comparedBy(SensorKind kind) {
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

    /** The build in use. */
    public int build(int actor, int level) {
        return builds[actor * LEVELS + level];
    }

    /** Whether the actor takes a new build for every use, so that no indicator of the level ever matches. */
    public boolean neverTwice(int actor, int level) {
        return neverTwice[actor * LEVELS + level];
    }

    /**
     * The fact by which an organisation deployed an indicator that names a build, or {@link FactSink#NONE}.
     *
     * @param level not behaviour
     */
    public int deployed(int organisation, int actor, int level, int build) {
        if (neverTwice(actor, level)) {
            return FactSink.NONE;
        }
        for (int row = heads[head(organisation, actor, level)]; row >= 0; row = next[row]) {
            if (rowBuilds[row] == build) {
                return rowFacts[row];
            }
        }
        return FactSink.NONE;
    }

    /** The fact by which an organisation deployed the behaviour of a technique, or {@link FactSink#NONE}. */
    public int behaviour(int organisation, int technique) {
        return behaviourFacts[organisation * techniqueCount + technique];
    }

    private int head(int organisation, int actor, int level) {
        return (organisation * actorCount + actor) * LEVELS + level;
    }

    void rotate(int actor, int level) {
        builds[actor * LEVELS + level]++;
    }

    /** @param build for behaviour: the technique */
    void deploy(int organisation, int actor, int level, int build, int fact) {
        if (level == BEHAVIOUR) {
            behaviourFacts[organisation * techniqueCount + build] = fact;
            return;
        }
        int row = table.take();
        int head = head(organisation, actor, level);
        next[row] = heads[head];
        rowBuilds[row] = build;
        rowFacts[row] = fact;
        heads[head] = row;
    }

    /** Whether an organisation has deployed what an indicator names. */
    public boolean isDeployed(int organisation, int actor, int level, int build) {
        if (level == BEHAVIOUR) {
            return behaviour(organisation, build) != FactSink.NONE;
        }
        for (int row = heads[head(organisation, actor, level)]; row >= 0; row = next[row]) {
            if (rowBuilds[row] == build) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() {
        columns.reset();
        table.reset();
    }

    @Override
    public void copyFrom(Indicators other) {
        columns.copyFrom(other.columns);
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        table.digest(digest);
    }
}
