package org.shieldwall.scenario;

import java.util.Map;

/**
 * What an organisation can do about floods: as a victim who asks for help, and as a provider who is asked.
 *
 * @param enough share of what is wanted from everywhere with which it is content and does no more
 * @param waits how long it waits for those it has asked before it goes on with its playbook, in seconds
 * @param liftAfter quiet time after which it has filters taken away, in seconds
 */
public record FloodDefence(
        Quantity enough, Quantity waits, Quantity liftAfter, Widening widening, Abroad abroad, Filtering filtering) {

    /**
     * More capacity on the lines into its networks.
     *
     * @param times what the capacity is multiplied by
     * @param takes from the order to the wider line, in seconds
     */
    public record Widening(Quantity times, Quantity takes) {}

    /**
     * Calls on those who can switch sources off in other countries.
     *
     * @param reached from its first call to the first time that somebody there can be asked, in seconds
     * @param consent share of the countries that agree
     * @param takes from the request to the end of the sources there, in seconds
     */
    public record Abroad(Quantity reached, Quantity consent, Quantity takes) {}

    /**
     * Filters on the lines that begin in its networks, for whoever is connected there.
     *
     * @param work of its analysts to set one filter, in seconds
     * @param borderWork of its analysts to shut out what comes from the internet for one network, in seconds
     * @param drops by kind: share of a flood that a filter holds back
     * @param spoils by kind: share of the wanted traffic that such a filter takes for the flood
     */
    public record Filtering(
            Quantity work, Quantity borderWork, Map<Flood.Kind, Quantity> drops, Map<Flood.Kind, Quantity> spoils) {}

    private static final FloodDefence NONE = new FloodDefence(
            Quantity.constant(0),
            Quantity.never(),
            Quantity.never(),
            new Widening(Quantity.constant(1), Quantity.never()),
            new Abroad(Quantity.never(), Quantity.constant(0), Quantity.never()),
            new Filtering(Quantity.never(), Quantity.never(), Map.of(), Map.of()));

    /** Nothing at all. */
    public static FloodDefence none() {
        return NONE;
    }
}
