package org.shieldwall.scenario;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario file and the libraries it uses say, in the language of the domain: no YAML, no indices.
 *
 * <p>The scenario and all levers stand in it together (the union); {@link Presence} marks what a lever brings.
 *
 * @param id file name without ending
 * @param sources key to citation
 * @param lastsNanos horizon
 * @param warmUpNanos measures start here
 * @param variety what differs between the members of a family; {@link Variety#NONE} where there is one scenario
 * @param probes looks at some services at a stated time, for expectations
 */
public record Scenario(
        String id,
        String name,
        String summary,
        Map<String, String> sources,
        LocalDateTime starts,
        ZoneId zone,
        long lastsNanos,
        long warmUpNanos,
        List<Organisation> organisations,
        List<Network> networks,
        List<Network.Link> links,
        List<Network.Account> accounts,
        List<Service.Crew> crews,
        List<Service> services,
        List<Campaign.Actor> actors,
        List<Technique> techniques,
        List<Campaign> campaigns,
        List<Playbook> playbooks,
        List<Community> communities,
        List<Lever> levers,
        List<Strategy> strategies,
        @Nullable Question question,
        List<Expectation> expectations,
        Variety variety,
        List<Probe> probes) {

    /** The same scenario on another map: of a family's member. */
    public Scenario withMap(List<Network> otherNetworks, List<Network.Link> otherLinks) {
        return new Scenario(
                id,
                name,
                summary,
                sources,
                starts,
                zone,
                lastsNanos,
                warmUpNanos,
                organisations,
                otherNetworks,
                otherLinks,
                accounts,
                crews,
                services,
                actors,
                techniques,
                campaigns,
                playbooks,
                communities,
                levers,
                strategies,
                question,
                expectations,
                variety,
                probes);
    }

    /** A named set of levers. */
    public record Strategy(String name, List<String> levers) {}

    /**
     * What is asked.
     *
     * @param compare first the baseline, last the answer
     * @param by measure
     * @param relativePrecision half-width wanted as a share of the baseline's mean; 0 where {@code precision} is set
     * @param precision half-width wanted in the measure's unit; 0 where relative
     */
    public record Question(List<String> compare, String by, double relativePrecision, double precision) {}
}
