package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;

/** The levels of services, and which services must be settled because something that they need changed. */
public final class ServiceTransitions {
    private final World world;
    private final Chronicle chronicle;
    private final ServiceLevels levels;
    private final Traffic traffic;
    private final Entities entities;

    ServiceTransitions(World world, Chronicle chronicle, ServiceLevels levels, Traffic traffic) {
        this.world = world;
        this.chronicle = chronicle;
        this.levels = levels;
        this.traffic = traffic;
        entities = world.entities;
    }

    public int setLevel(int service, int level, int trigger) {
        chronicle.check(level >= 0 && level <= NeedProgram.FULL, "a level outside 0 to 10,000", service);
        chronicle.check(level != levels.level(service), "a level that does not change", service);
        int entity = entities.entity(EntityKind.SERVICE, service);
        int fact = chronicle.happen(FactKind.SERVICE_LEVEL, entity, -1, level, entities.key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            levels.set(service, level, fact);
            for (int dependant : world.service(service).dependants()) {
                levels.touch(dependant, fact);
            }
        }
        return fact;
    }

    /** What a class of those whom a service serves gets of what it wants. */
    public int setClassLevel(int served, int level, int trigger) {
        chronicle.check(level >= 0 && level <= NeedProgram.FULL, "a class's level outside 0 to 10,000", served);
        chronicle.check(level != levels.classLevel(served), "a class's level that does not change", served);
        int service =
                entities.entity(EntityKind.SERVICE, world.servedClass(served).service());
        int entity = entities.entity(EntityKind.SERVICE_CLASS, served);
        int fact = chronicle.happen(FactKind.CLASS_LEVEL, service, entity, level, entities.key(entity), trigger);
        if (fact != FactSink.REFUSED) {
            levels.setClass(served, level, fact);
            for (int dependant : world.servedClass(served).dependants()) {
                levels.touch(dependant, fact);
            }
        }
        return fact;
    }

    /** What needs a group of assets must be settled. */
    void touchNeeding(int group, int cause) {
        for (int service : world.servicesNeeding(group)) {
            levels.touch(service, cause);
        }
        traffic.touch(cause);
    }

    /** Everything must be settled. */
    void touchAll(int cause) {
        for (int service = 0; service < world.serviceCount(); service++) {
            levels.touch(service, cause);
        }
        traffic.touch(cause);
    }
}
