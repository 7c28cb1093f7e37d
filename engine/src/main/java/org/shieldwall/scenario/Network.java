package org.shieldwall.scenario;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A zone of an organisation's infrastructure: whoever is on one of its assets can reach the others. */
public record Network(String name, String organisation, List<AssetGroup> assets, Presence presence) {

    /** The zone from which attackers start, and to which links may point. */
    public static final String INTERNET = "internet";

    /**
     * Equal assets, expanded to {@code count} single ones at compile time.
     *
     * @param name unique among asset groups of the scenario
     * @param fails time from mended to failing by itself, in seconds; null where it never does
     * @param capacity of one asset; assets of a group share their load
     */
    public record AssetGroup(
            String name,
            Template template,
            int count,
            @Nullable Quantity fails,
            Capacity capacity,
            Presence presence) {

        /** Without a limit. */
        public AssetGroup(String name, Template template, int count, @Nullable Quantity fails, Presence presence) {
            this(name, template, count, fails, Capacity.UNLIMITED, presence);
        }
    }

    /**
     * What a server can take before it serves only a part.
     *
     * @param traffic in Mbit/s; infinite for no limit
     * @param requests per second; infinite for no limit
     */
    public record Capacity(Quantity traffic, Quantity requests) {
        public static final Capacity UNLIMITED = new Capacity(Quantity.unlimited(), Quantity.unlimited());
    }

    /**
     * A kind of asset.
     *
     * @param physical its service survives the loss of its computer: a breaker stays closed when its gateway dies
     * @param hardening added to the organisation's, 0 to 1
     */
    public record Template(String name, boolean physical, Quantity hardening) {}

    /**
     * Who may open connections to whom, and of which services (smtp, https, vpn …).
     *
     * @param capacity what goes through from {@code from} to {@code to}, in Mbit/s; infinite for no limit
     */
    public record Link(String from, String to, Set<String> allow, Quantity capacity, Presence presence) {

        /** Without a limit. */
        public Link(String from, String to, Set<String> allow, Presence presence) {
            this(from, to, allow, Quantity.unlimited(), presence);
        }
    }

    /**
     * Credentials of a group of people.
     *
     * @param opens networks it opens, each by a service
     * @param foundOn asset group whose assets may hold it; null where it cannot be found
     * @param share share of these assets that hold it, drawn for each asset and replication
     * @param secondFactor probability that a second factor stops its use by a thief
     */
    public record Account(
            String name,
            List<Opening> opens,
            @Nullable String foundOn,
            Quantity share,
            Quantity secondFactor,
            Presence presence) {}

    public record Opening(String network, String by) {}
}
