package org.shieldwall.scenario;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people need: power, water, telephone, care.
 *
 * @param providedBy organisation
 * @param needs what its level depends on
 * @param startsWith what it needs to start again; null for {@code needs}
 * @param restart time from the return of what it needs to its own return, in seconds
 * @param buffer how long it lasts at full level without what it needs, in seconds
 * @param refill time to fill an empty buffer, in seconds
 * @param byHand how it goes on without what it needs; null where it does not
 * @param degrade time from the loss of its needs to its own full loss, in seconds, as a staircase of eight steps
 * @param customers meters, contracts, beds; of all classes together where there are any
 * @param people who depend on it; of all classes together where there are any
 * @param classes whom it serves first, second and so on where there is not enough for all; empty where all are equal
 */
public record Service(
        String name,
        String providedBy,
        String sector,
        Need needs,
        @Nullable Need startsWith,
        Quantity restart,
        Quantity buffer,
        Quantity refill,
        Quantity degrade,
        double customers,
        double people,
        List<Restore> restore,
        @Nullable ByHand byHand,
        List<ServedClass> classes,
        Presence presence) {

    /**
     * A class of those whom a service serves.
     *
     * @param demand what all of the class want together, above 0, in any unit that the classes of a service share
     */
    public record ServedClass(String name, Quantity demand, double customers, double people) {}

    /** Monotone expressions over assets and services; levels from 0 to 1. */
    public sealed interface Need {}

    public record AllOf(List<Need> of) implements Need {}

    public record AnyOf(List<Need> of) implements Need {}

    /** Full while at least {@code k} are full: the k-th greatest level. */
    public record AtLeast(int k, List<Need> of) implements Need {}

    /** Weighted mean of levels; weights positive. */
    public record Weighted(List<Double> weights, List<Need> of) implements Need {}

    public record OfService(String service) implements Need {}

    /** What a service delivers to one of the classes that it serves. */
    public record OfClass(String service, String served) implements Need {}

    /** The share of a group's live assets that work. */
    public record ShareOf(String group, Function function) implements Need {}

    /** Full while at least {@code k} assets of a group work. */
    public record AssetsAtLeast(int k, String group, Function function) implements Need {}

    /**
     * The share of what people in one place want of a group of assets that comes through to it and is answered.
     *
     * @param to where these people are: a network, or the internet for abroad
     * @param traffic what they send, in Mbit/s
     * @param requests what they ask, per second
     */
    public record Delivered(String group, String to, double traffic, double requests) implements Need {}

    /** What of an asset must work. */
    public enum Function {
        /** What it is there for: the breaker is closed, the computer runs. */
        SERVICE,
        /** Its operators reach and command it from afar. */
        CONTROL
    }

    /**
     * How damaged assets that the service needs are mended.
     *
     * @param by crew
     * @param each work on one asset, in seconds; belongs to the asset, not to the crew
     * @param decision time from the first loss of service to the decision to begin, in seconds
     * @param mends which damage
     * @param fromBackup work where a backup of an encrypted asset is put back, in seconds; null where nobody tries
     * @param withKey work where an encrypted asset is decrypted with the attackers' key, in seconds; null where nobody tries
     * @param cleans probability that the work also removes what an attacker left on an asset of which nobody knew; what is
     *     known is removed, and what is rebuilt holds nothing
     */
    public record Restore(
            String by,
            Quantity each,
            Quantity decision,
            Set<Damage> mends,
            @Nullable Quantity fromBackup,
            @Nullable Quantity withKey,
            Quantity cleans) {}

    /**
     * How a service goes on without what it needs: paper, messengers, cash.
     *
     * @param level what people can do by hand, 0 to 1
     * @param after from the loss to the first work by hand, in seconds
     * @param lasts how long people can keep it up, in seconds
     */
    public record ByHand(double level, Quantity after, Quantity lasts) {}

    /** What can be wrong with an asset. */
    public enum Damage {
        /** Commanded off: a breaker opened. */
        OPENED,
        /** Failed by itself. */
        FAILED,
        /** Its disk wiped. */
        DISK,
        /** Its firmware destroyed. */
        FIRMWARE,
        /** Flooded: out of reach while the flood lasts. */
        JAMMED,
        /** Its data encrypted: mended from a backup, with the key, or by building it anew. */
        ENCRYPTED,
        /** Switched off by its owner, out of caution: neither friend nor foe can use it. */
        OFF
    }

    /** People who mend; as many assets at once as there are crews on duty. */
    public record Crew(String name, String organisation, Quantity count, Shift onDuty, Presence presence) {}
}
