package org.shieldwall.scenario;

import java.util.List;

/**
 * A named switch with a price. Entities that it adds carry its name in their {@link Presence}.
 *
 * @param says one sentence
 * @param changes numbers it changes, paths resolved to single numbers
 * @param removes paths of entities it removes
 * @param memberships organisations that count as members for its price
 */
public record Lever(
        String name,
        String says,
        Kind kind,
        List<Cost> costs,
        List<Change> changes,
        List<String> removes,
        List<String> memberships) {

    public enum Kind {
        UNILATERAL,
        COOPERATIVE
    }

    /**
     * A price.
     *
     * @param organisation who bears it
     * @param moneyPerYear euros per year of the horizon
     * @param analystHoursPerWeek hours of its analysts, taken out of their queue as work
     */
    public record Cost(String organisation, Quantity moneyPerYear, Quantity analystHoursPerWeek) {}

    /**
     * One operator on one number.
     *
     * @param path full path of a number, as {@code organisations.west-power.security.decision-time}
     * @param value new law for {@code SETS}; a constant for the others
     * @param over lever whose {@code sets} of the same number this one overrules; empty for none
     */
    public record Change(Operator operator, String path, Quantity value, String over) {}

    public enum Operator {
        SETS,
        SCALES,
        AT_LEAST,
        AT_MOST
    }
}
