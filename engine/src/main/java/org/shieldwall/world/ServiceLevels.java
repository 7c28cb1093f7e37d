package org.shieldwall.world;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * The present level of every service and of every class that services serve, 0 to {@link NeedProgram#FULL}, and which
 * services must be settled.
 */
public final class ServiceLevels implements Part<ServiceLevels> {
    private final Columns columns = new Columns();

    // [service]
    private final int[] levels;
    private final int[] facts;

    // [class]
    private final int[] classLevels;
    private final int[] classFacts;

    // [service]
    private final boolean[] touched;
    private final int[] touchedBy;
    private final int[] worklist;
    private int touchedCount;

    ServiceLevels(World world) {
        levels = columns.ints(world.serviceCount(), NeedProgram.FULL);
        facts = columns.ints(world.serviceCount(), FactSink.NONE);
        classLevels = columns.ints(world.classCount(), NeedProgram.FULL);
        classFacts = columns.ints(world.classCount(), FactSink.NONE);
        touched = columns.booleans(world.serviceCount(), false);
        touchedBy = columns.ints(world.serviceCount(), FactSink.NONE);
        worklist = new int[world.serviceCount()];
    }

    public int level(int service) {
        return levels[service];
    }

    /** The fact that set the present level, or {@link FactSink#NONE}. */
    public int fact(int service) {
        return facts[service];
    }

    /** What a class of those whom a service serves gets of what it wants, 0 to {@link NeedProgram#FULL}. */
    public int classLevel(int served) {
        return classLevels[served];
    }

    /** The fact that set what a class gets, or {@link FactSink#NONE}. */
    public int classFact(int served) {
        return classFacts[served];
    }

    /**
     * Asks for a service to be settled at the end of the instant.
     *
     * @param cause the fact that changed something it needs; the first of an instant counts
     */
    public void touch(int service, int cause) {
        if (!touched[service]) {
            touched[service] = true;
            touchedBy[service] = cause;
            worklist[touchedCount++] = service;
        }
    }

    public boolean unsettled() {
        return touchedCount > 0;
    }

    /** Takes one service off the list; only while {@link #unsettled}. */
    public int takeTouched() {
        int service = worklist[--touchedCount];
        touched[service] = false;
        return service;
    }

    /** The fact for which a service was touched last. */
    public int touchedBy(int service) {
        return touchedBy[service];
    }

    void set(int service, int level, int fact) {
        levels[service] = level;
        facts[service] = fact;
    }

    void setClass(int served, int level, int fact) {
        classLevels[served] = level;
        classFacts[served] = fact;
    }

    @Override
    public void reset() {
        columns.reset();
        touchedCount = 0;
    }

    @Override
    public void copyFrom(ServiceLevels other) {
        columns.copyFrom(other.columns);
        System.arraycopy(other.worklist, 0, worklist, 0, other.touchedCount);
        touchedCount = other.touchedCount;
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        digest.putInts(worklist, 0, touchedCount);
    }
}
