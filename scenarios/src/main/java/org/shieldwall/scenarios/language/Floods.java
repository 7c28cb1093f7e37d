package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Flood;
import org.shieldwall.scenario.FloodDefence;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Floods: what limits traffic, who sends floods, and what is done about them. */
final class Floods {
    /** Shares that are written with two decimals each may miss 1 by so much. */
    private static final double ROUNDING = 0.005;

    // What limits traffic

    static final Key<Quantity> LINE_CAPACITY = optional(
            "capacity", QuantityShape.TRAFFIC, "what goes through it in this direction; else there is no limit");
    static final Key<Quantity> SERVER_TRAFFIC =
            optional("traffic", QuantityShape.TRAFFIC, "what one can take in; else there is no limit");
    static final Key<Quantity> SERVER_REQUESTS =
            optional("requests", QuantityShape.RATE, "what one can answer; else there is no limit");
    static final BlockShape CAPACITY_SHAPE = new BlockShape("a capacity", SERVER_TRAFFIC, SERVER_REQUESTS);
    static final Key<Block> TEMPLATE_CAPACITY =
            optional("capacity", CAPACITY_SHAPE, "what one can take before it serves only a part");
    static final Key<Block> ASSET_CAPACITY =
            optional("capacity", CAPACITY_SHAPE, "instead of its template's; equal assets share their load");

    // What is sent

    static final Key<Flood.Kind> KIND =
            required("kind", Shapes.option(Flood.Kind.class), "what it is made of; filters tell floods apart by it");
    static final Key<Quantity> TRAFFIC = required("traffic", QuantityShape.TRAFFIC, "what all sources send together")
            .changeable();
    static final Key<Quantity> REQUESTS = withDefault(
                    "requests", QuantityShape.RATE, "0", "how often the target must answer it")
            .changeable();
    static final Key<Quantity> LASTS =
            required("lasts", QuantityShape.TIME, "from its start to its end").changeable();
    static final BlockShape FLOOD_SHAPE = new BlockShape("a flood", KIND, TRAFFIC, REQUESTS, LASTS);
    static final Key<Block> FLOOD = optional("flood", FLOOD_SHAPE, "what success sets going");

    static final Key<Double> SOURCE_SHARE = required("share", new PlainShare(), "of the traffic");
    static final Key<Ref> SOURCE_NETWORK = withDefault(
            "network", Shapes.referenceOr(List.of(Network.INTERNET), Kind.NETWORK), "internet", "where it comes in");
    static final BlockShape SOURCE_SHAPE = new BlockShape("a source", SOURCE_SHARE, SOURCE_NETWORK);
    static final Key<LocalDateTime> HIRED_FROM = required("from", Shapes.LOCAL_TIME, "local time of its beginning");
    static final Key<LocalDateTime> HIRED_UNTIL =
            required("until", Shapes.LOCAL_TIME, "local time at which all its floods end at once");
    static final BlockShape HIRE_SHAPE = new BlockShape("a hire", HIRED_FROM, HIRED_UNTIL);
    static final Key<Quantity> BOTNET_TRAFFIC = required(
                    "traffic", QuantityShape.TRAFFIC, "what its machines can send together; its floods share it")
            .changeable();
    static final Key<Map<String, Named<Block>>> SOURCES = required(
            "sources", NamedShape.of("countries", SOURCE_SHAPE), "countries in which they stand, with their shares");
    static final Key<List<Block>> HIRED =
            withDefault("hired", ListShape.noneOrMore(HIRE_SHAPE), "[]", "when the actor has it; always where empty");
    static final Key<Quantity> REBUILT = withDefault(
                    "rebuilt", QuantityShape.TIME, "never", "from the loss of a country's machines to as many others")
            .changeable();
    static final BlockShape BOTNET_SHAPE = new BlockShape("a botnet", BOTNET_TRAFFIC, SOURCES, HIRED, REBUILT);
    static final Key<Block> BOTNET = optional("botnet", BOTNET_SHAPE, "machines that send its floods");

    // What is done about it

    static final Key<Quantity> ENOUGH = withDefault(
                    "enough",
                    QuantityShape.SHARE,
                    "80%",
                    "share of what is wanted from each place with which it is content and does no more")
            .changeable();
    static final Key<Quantity> WAITS = withDefault(
                    "waits", QuantityShape.TIME, "4h", "how long it waits for those it asked before it does more")
            .changeable();
    static final Key<Quantity> LIFT_AFTER = withDefault(
                    "lift-after", QuantityShape.TIME, "1d", "quiet time after which its filters are taken away")
            .changeable();
    static final Key<Quantity> WIDER_TIMES = withDefault(
                    "times", QuantityShape.COUNT, "2", "what the capacity of a line is multiplied by")
            .changeable();
    static final Key<Quantity> WIDER_TAKES = withDefault(
                    "takes", QuantityShape.TIME, "{lognormal: {median: 5d, p90: 20d}}", "from the order to the line")
            .changeable();
    static final BlockShape WIDER_SHAPE = new BlockShape("`wider`", WIDER_TIMES, WIDER_TAKES);
    static final Key<Block> WIDER = withDefault("wider", WIDER_SHAPE, "{}", "for the action `raise-capacity`");
    static final Key<Quantity> REACHED = withDefault(
                    "reached", QuantityShape.TIME, "30d", "from its first call to somebody abroad who can be asked")
            .changeable();
    static final Key<Quantity> CONSENT = withDefault(
                    "consent", QuantityShape.SHARE, "10%", "share of the countries that agree")
            .changeable();
    static final Key<Quantity> ABROAD_TAKES = withDefault(
                    "takes",
                    QuantityShape.TIME,
                    "{lognormal: {median: 14d, p90: 90d}}",
                    "from the request to the end of the sources there")
            .changeable();
    static final BlockShape ABROAD_SHAPE = new BlockShape("`abroad`", REACHED, CONSENT, ABROAD_TAKES);
    static final Key<Block> ABROAD = withDefault("abroad", ABROAD_SHAPE, "{}", "for the action `take-down-sources`");
    static final Key<Quantity> FILTER_WORK = withDefault(
                    "work",
                    QuantityShape.TIME,
                    "{lognormal: {median: 1h, p90: 4h}}",
                    "of its analysts, to set one filter for somebody")
            .changeable();
    static final Key<Quantity> BORDER_WORK = withDefault(
                    "border-work",
                    QuantityShape.TIME,
                    "{lognormal: {median: 30min, p90: 2h}}",
                    "of its analysts, to shut out the internet for somebody")
            .changeable();
    private static final Map<Flood.Kind, Key<Quantity>> DROPS = byKind("95%", "70%", "90%", "30%", "50%");
    private static final Map<Flood.Kind, Key<Quantity>> SPOILS = byKind("0%", "2%", "1%", "10%", "5%");
    static final Key<Block> DROPPED = withDefault(
            "drops",
            new BlockShape("`drops`", DROPS.values().toArray(Key[]::new)),
            "{}",
            "share of a flood that a filter against its kind holds back");
    static final Key<Block> SPOILT = withDefault(
            "spoils",
            new BlockShape("`spoils`", SPOILS.values().toArray(Key[]::new)),
            "{}",
            "share of the wanted traffic that such a filter takes for the flood");
    static final BlockShape FILTERING_SHAPE = new BlockShape("`filtering`", FILTER_WORK, BORDER_WORK, DROPPED, SPOILT);
    static final Key<Block> FILTERING =
            withDefault("filtering", FILTERING_SHAPE, "{}", "what it does for whoever its lines lead to");
    static final BlockShape DEFENCE_SHAPE =
            new BlockShape("`floods`", ENOUGH, WAITS, LIFT_AFTER, WIDER, ABROAD, FILTERING);
    static final Key<Block> DEFENCE = withDefault(
            "floods", DEFENCE_SHAPE, "{}", "what it can do about floods, as a victim and as a provider; estimates");

    private Floods() {}

    private static Map<Flood.Kind, Key<Quantity>> byKind(
            String icmp, String syn, String udp, String requests, String generic) {
        Map<Flood.Kind, Key<Quantity>> keys = new EnumMap<>(Flood.Kind.class);
        keys.put(Flood.Kind.ICMP, share("icmp", icmp, "echo requests"));
        keys.put(Flood.Kind.SYN, share("syn", syn, "half-open connections"));
        keys.put(Flood.Kind.UDP, share("udp", udp, "datagrams"));
        keys.put(Flood.Kind.REQUESTS, share("requests", requests, "requests that look like others"));
        keys.put(Flood.Kind.GENERIC, share("generic", generic, "a mixture"));
        return keys;
    }

    private static Key<Quantity> share(String name, String share, String meaning) {
        return withDefault(name, QuantityShape.SHARE, share, meaning).changeable();
    }

    // ---- checks

    /** The shares of a botnet make a whole, and its hires end after they begin. */
    static void checkBotnet(Entity actor, Problems problems) {
        Block botnet = actor.block().find(BOTNET);
        Map<String, Named<Block>> sources = botnet == null ? null : botnet.find(SOURCES);
        if (botnet == null || sources == null) {
            return;
        }
        double sum = 0;
        for (Named<Block> source : sources.values()) {
            Double share = source.value().find(SOURCE_SHARE);
            if (share == null) {
                return;
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            problems.add(Problem.error(
                    botnet.span(SOURCES),
                    "the shares of a botnet sum to 100%",
                    "these sum to " + Math.round(1000 * sum) / 10.0 + "%"));
        }
        List<Block> hires = botnet.find(HIRED);
        for (Block hire : hires == null ? List.<Block>of() : hires) {
            LocalDateTime from = hire.find(HIRED_FROM);
            LocalDateTime until = hire.find(HIRED_UNTIL);
            if (from != null && until != null && !until.isAfter(from)) {
                problems.add(Problem.error(hire.span(HIRED_UNTIL), "a hire ends after it began", "not after it")
                        .seeing(hire.span(HIRED_FROM), "its beginning"));
            }
        }
    }

    // ---- records

    static Network.Capacity capacity(@Nullable Block own, @Nullable Block ofTemplate) {
        Block block = own == null ? ofTemplate : own;
        if (block == null) {
            return Network.Capacity.UNLIMITED;
        }
        Quantity traffic = block.find(SERVER_TRAFFIC);
        Quantity requests = block.find(SERVER_REQUESTS);
        return new Network.Capacity(
                traffic == null ? Quantity.unlimited() : traffic, requests == null ? Quantity.unlimited() : requests);
    }

    static @Nullable Flood flood(@Nullable Block block) {
        return block == null
                ? null
                : new Flood(block.get(KIND), block.get(TRAFFIC), block.get(REQUESTS), block.get(LASTS));
    }

    static Flood.@Nullable Botnet botnet(@Nullable Block block) {
        if (block == null) {
            return null;
        }
        double sum = block.get(SOURCES).values().stream()
                .mapToDouble(source -> source.value().get(SOURCE_SHARE))
                .sum();
        List<Flood.Source> sources = new ArrayList<>();
        block.get(SOURCES)
                .forEach((country, source) -> sources.add(new Flood.Source(
                        country,
                        source.value().get(SOURCE_SHARE) / sum,
                        source.value().get(SOURCE_NETWORK).name())));
        return new Flood.Botnet(
                block.get(BOTNET_TRAFFIC),
                List.copyOf(sources),
                block.get(HIRED).stream()
                        .map(hire -> new Flood.Hire(hire.get(HIRED_FROM), hire.get(HIRED_UNTIL)))
                        .toList(),
                block.get(REBUILT));
    }

    static FloodDefence defence(Block block) {
        Block wider = block.get(WIDER);
        Block abroad = block.get(ABROAD);
        Block filtering = block.get(FILTERING);
        return new FloodDefence(
                block.get(ENOUGH),
                block.get(WAITS),
                block.get(LIFT_AFTER),
                new FloodDefence.Widening(wider.get(WIDER_TIMES), wider.get(WIDER_TAKES)),
                new FloodDefence.Abroad(abroad.get(REACHED), abroad.get(CONSENT), abroad.get(ABROAD_TAKES)),
                new FloodDefence.Filtering(
                        filtering.get(FILTER_WORK),
                        filtering.get(BORDER_WORK),
                        shares(DROPS, filtering.get(DROPPED)),
                        shares(SPOILS, filtering.get(SPOILT))));
    }

    private static Map<Flood.Kind, Quantity> shares(Map<Flood.Kind, Key<Quantity>> keys, Block block) {
        Map<Flood.Kind, Quantity> shares = new EnumMap<>(Flood.Kind.class);
        keys.forEach((kind, key) -> shares.put(kind, block.get(key)));
        return Collections.unmodifiableMap(shares);
    }
}
