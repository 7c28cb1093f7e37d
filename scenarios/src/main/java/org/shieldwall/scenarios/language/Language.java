package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;

/** The root of the language: the keys of a scenario, and of a library file. */
public final class Language {
    static final Key<Integer> VERSION = required("shieldwall", Shapes.whole(1, 1), "version of the language")
            .example("1");
    static final Key<String> NAME = required("name", Shapes.TEXT, "a title").example("Three grids, one evening");
    static final Key<String> SUMMARY = optional("summary", Shapes.TEXT, "what it is about")
            .example("Three power distributors are struck within half an hour.");
    static final Key<Map<String, String>> SOURCES = withDefault(
                    "sources", new SourcesShape(), "{}", "where numbers come from, by a short key")
            .example("{E1: \"A report, 2016\"}");
    static final Key<LocalDateTime> LOCAL = required("local", Shapes.LOCAL_TIME, "local time at which it starts");
    static final Key<ZoneId> ZONE = required("zone", Shapes.ZONE, "in which time zone");
    static final BlockShape STARTS_SHAPE = new BlockShape("`starts`", LOCAL, ZONE);
    static final Key<Block> STARTS =
            required("starts", STARTS_SHAPE, "when it starts").example("{local: 2015-06-01T08:00, zone: Europe/Kyiv}");
    static final Key<Quantity> LASTS = required("lasts", QuantityShape.TIME.constant(), "how long a run lasts")
            .example("300d");
    static final Key<Quantity> WARM_UP = withDefault(
                    "warm-up", QuantityShape.TIME.constant(), "0", "measures start after it")
            .example("30d");
    static final Key<List<String>> USE = withDefault(
                    "use",
                    ListShape.noneOrMore(Shapes.TEXT),
                    "[]",
                    "libraries by their ids, or files of the same folder")
            .example("[techniques/enterprise, defaults/2015]");
    static final Key<Map<String, Named<Block>>> ORGANISATIONS = named(
                    "organisations", Organisations.SHAPE, "who defends, serves and shares")
            .example("{west-power: {kind: business, sector: electricity, security: {analysts: {count: 2}}}}");
    static final Key<Map<String, Named<Block>>> NETWORKS = named("networks", Networks.SHAPE, "zones and their assets")
            .example("{west-office: {organisation: west-power, assets: {west-pc: {template: office-pc, count: 120}}}}");
    static final Key<List<Block>> LINKS = withDefault(
                    "links", ListShape.of(Networks.LINK_SHAPE), "[]", "who may reach whom")
            .example("[{from: internet, to: west-office, allow: [smtp, https]}]");
    static final Key<Map<String, Named<Block>>> ACCOUNTS = named(
                    "accounts", Networks.ACCOUNT_SHAPE, "credentials, where they lie and what they open")
            .example(
                    "{west-operator: {opens: {network: west-control, by: vpn}, found-on: {assets: west-pc, share: 5%}}}");
    static final Key<Map<String, Named<Block>>> CREWS = named("crews", Services.CREW_SHAPE, "people who mend")
            .example("{west-crews: {organisation: west-power, count: 10, on-duty: always}}");
    static final Key<Map<String, Named<Block>>> SERVICES = named("services", Services.SHAPE, "what people need")
            .example(
                    "{west-electricity: {provided-by: west-power, needs: {share-of: west-substation}, serves: {people: 200000}}}");
    static final Key<Map<String, Named<Block>>> ACTORS = named("actors", Actors.SHAPE, "who attacks")
            .example("{sandstorm: {skill: 0.8, operators: 6, arsenal: [spearphishing-attachment, disk-wipe]}}");
    static final Key<Map<String, Named<Block>>> CAMPAIGNS = withDefault(
                    "campaigns", NamedShape.of("campaigns", Campaigns.SHAPE), "{}", "coordinated attacks")
            .example("{strike: {actor: sandstorm, steps: {mail: {do: spearphishing-attachment, on: {any: west-pc}}}}}");
    static final Key<Map<String, Named<Block>>> PLAYBOOKS = named(
                    "playbooks", Playbooks.SHAPE, "what is done once an incident is understood")
            .example("{standard: {actions: [{do: isolate, takes: 10min, disruptive: true}]}}");
    static final Key<Map<String, Named<Block>>> TECHNIQUES = named("techniques", Techniques.SHAPE, "ways of attack")
            .example("{disk-wipe: {attack: T1561.002, takes: 3min, each: 95%, damage: disk}}");
    static final Key<Map<String, Named<Block>>> TEMPLATES = named(
                    "templates", Networks.TEMPLATE_SHAPE, "kinds of assets")
            .example("{substation-gateway: {physical: true, hardening: 0.3}}");
    static final Key<Map<String, Named<Block>>> COMMUNITIES = named(
                    "communities", Communities.SHAPE, "who passes indicators on to whom")
            .example("{ring: {members: [west-power, south-power], delay: {exponential: 2h}}}");
    static final Key<Map<String, Named<Block>>> LEVERS = withDefault(
                    "levers", NamedShape.of("levers", Levers.SHAPE), "{}", "switches with a price")
            .example(
                    "{officer: {says: May cut off., kind: unilateral, sets: {organisations.*.security.officer: empowered}}}");
    static final Key<Map<String, Named<List<Ref>>>> STRATEGIES = withDefault(
                    "strategies", Strategies.SHAPE, "{}", "named sets of levers")
            .example("{isolated: [], joint: [sharing, officer]}");
    static final Key<List<Block>> EXPECT = withDefault(
                    "expect", ListShape.of(Expectations.SHAPE), "[]", "what must come out")
            .example("[{measure: customer-hours-lost, strategy: isolated, mean: [200000, 900000], kind: calibrated}]");
    static final Key<Block> DEFAULTS = optional("defaults", Defaults.SHAPE, "values that lie below all of a kind")
            .example("{organisations: {security: {hardening: 0.4}}, sensors: {delay: 5min}}");

    public static final BlockShape SCENARIO = new BlockShape(
            "a scenario",
            VERSION,
            NAME,
            SUMMARY,
            SOURCES,
            STARTS,
            LASTS,
            WARM_UP,
            USE,
            ORGANISATIONS,
            NETWORKS,
            LINKS,
            ACCOUNTS,
            CREWS,
            SERVICES,
            ACTORS,
            CAMPAIGNS,
            PLAYBOOKS,
            TECHNIQUES,
            TEMPLATES,
            COMMUNITIES,
            LEVERS,
            STRATEGIES,
            Strategies.QUESTION,
            Varieties.VARY,
            EXPECT,
            DEFAULTS);

    /** A library file may say what it is about; it holds no entities of a scenario. */
    public static final BlockShape LIBRARY = new BlockShape(
            "a library file", VERSION, SUMMARY, SOURCES, USE, TECHNIQUES, TEMPLATES, PLAYBOOKS, DEFAULTS);

    private Language() {}

    private static Key<Map<String, Named<Block>>> named(String name, BlockShape shape, String meaning) {
        return withDefault(name, NamedShape.withDefaults(name, shape), "{}", meaning);
    }
}
