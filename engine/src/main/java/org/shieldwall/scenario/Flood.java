package org.shieldwall.scenario;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Traffic that is sent to fill lines and to wear out servers, for as long as it lasts.
 *
 * @param kind what it is made of; filters tell floods apart by it
 * @param traffic what all its sources send together, in Mbit/s
 * @param requests how often the target must answer it, per second; 0 where it only fills lines
 * @param lasts from its start to its end, in seconds
 */
public record Flood(Kind kind, Quantity traffic, Quantity requests, Quantity lasts) {

    /** What a flood is made of. */
    public enum Kind {
        /** Echo requests. */
        ICMP,
        /** Half-open connections. */
        SYN,
        /** Datagrams, reflected or not. */
        UDP,
        /** Requests of the application: pages, forms, mail. */
        REQUESTS,
        /** A mixture that no single rule describes. */
        GENERIC
    }

    /**
     * The machines that send an actor's floods.
     *
     * @param traffic what they can send together, in Mbit/s; floods at one time share it
     * @param sources where they stand, sorted by country
     * @param hired when the actor may use it; always where empty
     * @param rebuilt from the loss of a country's machines to as many others, in seconds
     */
    public record Botnet(Quantity traffic, List<Source> sources, List<Hire> hired, Quantity rebuilt) {}

    /**
     * The machines of one country, which one authority could take down.
     *
     * @param share of the traffic; the shares of a botnet sum to 1
     * @param network where their traffic comes in: the internet for abroad, or a network of the scenario
     */
    public record Source(String country, double share, String network) {}

    /** A stretch of local time in the scenario's zone. */
    public record Hire(LocalDateTime from, LocalDateTime until) {}
}
