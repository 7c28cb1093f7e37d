package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * The present level of every service and of every class that services serve, 0 to {@link NeedProgram#FULL}, and which
 * services must be settled.
 */
public final class ServiceLevels implements Part<ServiceLevels> {
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
        levels = new int[world.serviceCount()];
        facts = new int[world.serviceCount()];
        classLevels = new int[world.classCount()];
        classFacts = new int[world.classCount()];
        touched = new boolean[world.serviceCount()];
        touchedBy = new int[world.serviceCount()];
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
        Arrays.fill(levels, NeedProgram.FULL);
        Arrays.fill(facts, FactSink.NONE);
        Arrays.fill(classLevels, NeedProgram.FULL);
        Arrays.fill(classFacts, FactSink.NONE);
        Arrays.fill(touched, false);
        Arrays.fill(touchedBy, FactSink.NONE);
        touchedCount = 0;
    }

    @Override
    public void copyFrom(ServiceLevels other) {
        System.arraycopy(other.levels, 0, levels, 0, levels.length);
        System.arraycopy(other.facts, 0, facts, 0, facts.length);
        System.arraycopy(other.classLevels, 0, classLevels, 0, classLevels.length);
        System.arraycopy(other.classFacts, 0, classFacts, 0, classFacts.length);
        System.arraycopy(other.touched, 0, touched, 0, touched.length);
        System.arraycopy(other.touchedBy, 0, touchedBy, 0, touchedBy.length);
        System.arraycopy(other.worklist, 0, worklist, 0, worklist.length);
        touchedCount = other.touchedCount;
    }

    @Override
    public void digest(Digest digest) {
        for (int level : levels) {
            digest.putInt(level);
        }
        for (int level : classLevels) {
            digest.putInt(level);
        }
    }
}
