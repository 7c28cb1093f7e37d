package org.shieldwall.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Organisations that pass indicators on to each other.
 *
 * @param members names of organisations; a member brought by a lever of its own stands in {@code memberPresence}
 * @param centre organisation that runs the hub; null where there is none
 * @param delay from the hub to each member, in seconds
 * @param willingness base willingness to publish, 0 to 1
 * @param loss probability that an indicator does not reach a member
 * @param precision share of true indicators among those passed on
 * @param falseAlertRate alerts per second that a false indicator raises at each receiver until it is withdrawn
 * @param falseLife how long a false indicator stays deployed before it is withdrawn, in seconds
 * @param leak probability per recipient that the attacker learns what is burnt
 * @param withheldKnown probability that a member hit by what a partner knew and kept back learns of it
 * @param leakKnown probability that a leak on which the attacker acts is traced to who let it out
 * @param handlers how many indicators the hub handles at once
 * @param handling time of the hub for one indicator, in seconds
 * @param levels which levels are shared
 */
public record Community(
        String name,
        List<String> members,
        Map<String, Presence> memberPresence,
        @Nullable String centre,
        Quantity delay,
        Quantity willingness,
        Quantity loss,
        Quantity precision,
        Quantity falseAlertRate,
        Quantity falseLife,
        Quantity leak,
        Quantity withheldKnown,
        Quantity leakKnown,
        Quantity handlers,
        Quantity handling,
        Set<Technique.Level> levels,
        Presence presence) {}
