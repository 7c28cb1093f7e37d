package org.shieldwall.measure;

import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * What is delivered and to whom, as measures count it: first all services, then all classes of those whom services serve. The
 * people of a service that serves classes stand with the classes, so that nobody is counted twice.
 */
public final class Supplies {
    /** Facts that change one of them. */
    static final List<FactKind> KINDS = List.of(FactKind.SERVICE_LEVEL, FactKind.CLASS_LEVEL);

    private final World world;
    private final int services;

    public Supplies(World world) {
        this.world = world;
        services = world.serviceCount();
    }

    public int count() {
        return services + world.classCount();
    }

    /** {@code electricity}, {@code electricity.hospitals}. */
    public String name(int supply) {
        return world.entities()
                .name(
                        supply < services
                                ? world.entities().entity(EntityKind.SERVICE, supply)
                                : world.entities().entity(EntityKind.SERVICE_CLASS, supply - services));
    }

    /** Whether it is a class of those that a service serves. */
    public boolean isClass(int supply) {
        return supply >= services;
    }

    public int service(int supply) {
        return supply < services ? supply : world.servedClass(supply - services).service();
    }

    public double people(int supply) {
        if (supply >= services) {
            return world.servedClass(supply - services).people();
        }
        return world.service(supply).classCount() > 0
                ? 0
                : world.service(supply).people();
    }

    public double customers(int supply) {
        if (supply >= services) {
            return world.servedClass(supply - services).customers();
        }
        return world.service(supply).classCount() > 0
                ? 0
                : world.service(supply).customers();
    }

    /** Whether a fact says what level one of them has now; then it is the fact's value. */
    public static boolean isChange(FactLog facts, int fact) {
        return KINDS.contains(facts.kind(fact));
    }

    /** Which one a fact is about; only where it {@link #isChange}. */
    public int of(FactLog facts, int fact) {
        return facts.kind(fact) == FactKind.CLASS_LEVEL
                ? services + world.entities().index(EntityKind.SERVICE_CLASS, facts.whom(fact))
                : world.entities().index(EntityKind.SERVICE, facts.who(fact));
    }
}
