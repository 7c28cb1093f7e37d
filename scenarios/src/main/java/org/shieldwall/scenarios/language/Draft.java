package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Names;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.Span;

/**
 * The scenario and all its levers together, as written: every entity with the levers that bring it, every name. Filled
 * by {@link Assembly}; values may be missing where the text is mistaken. Not thread safe.
 */
final class Draft {
    private final Names names = new Names();
    private final Map<Kind, Map<String, Entity>> entities = new HashMap<>();
    private final Map<String, Named<Block>> assets = new TreeMap<>();
    private final Map<String, String> assetOwners = new HashMap<>();
    private final List<PlacedLink> placedLinks = new ArrayList<>();
    private final List<Block> topologies = new ArrayList<>();
    private final Map<String, Map<String, Entity>> addedSensors = new TreeMap<>();
    private final Map<String, Map<String, Presence>> members = new TreeMap<>();
    private final Map<String, CampaignFlow> flows = new LinkedHashMap<>();
    private @Nullable Set<String> stepPaths;
    private final Set<String> measures = new TreeSet<>();
    private final Map<String, Named<Block>> levers = new TreeMap<>();
    private final Map<String, Named<List<Ref>>> strategies = new TreeMap<>();

    /** What may have happened to a step, as the last word of a fact pattern. */
    private static final List<String> FACTS = List.of("failed", "first-success", "success");

    /** A link as written, and the levers that bring it. */
    record PlacedLink(Block block, Presence presence) {}

    Names names() {
        return names;
    }

    Map<String, Entity> of(Kind kind) {
        return entities.computeIfAbsent(kind, unused -> new TreeMap<>());
    }

    Map<String, Entity> organisations() {
        return of(Kind.ORGANISATION);
    }

    Map<String, Entity> networks() {
        return of(Kind.NETWORK);
    }

    Map<String, Entity> templates() {
        return of(Kind.TEMPLATE);
    }

    Map<String, Entity> accounts() {
        return of(Kind.ACCOUNT);
    }

    Map<String, Entity> crews() {
        return of(Kind.CREW);
    }

    Map<String, Entity> services() {
        return of(Kind.SERVICE);
    }

    Map<String, Entity> actors() {
        return of(Kind.ACTOR);
    }

    Map<String, Entity> techniques() {
        return of(Kind.TECHNIQUE);
    }

    Map<String, Entity> playbooks() {
        return of(Kind.PLAYBOOK);
    }

    Map<String, Entity> communities() {
        return of(Kind.COMMUNITY);
    }

    Map<String, Entity> campaigns() {
        return of(Kind.CAMPAIGN);
    }

    /** Asset groups of all networks. */
    Map<String, Named<Block>> assets() {
        return assets;
    }

    /** The network in which an asset group stands. */
    Map<String, String> assetNetworks() {
        return assetOwners;
    }

    int assetCount(String group) {
        Named<Block> asset = assets.get(group);
        Integer count = asset == null ? null : asset.value().find(Networks.COUNT);
        return count == null ? 1 : count;
    }

    List<PlacedLink> links() {
        return placedLinks;
    }

    /** Links that are generated: any two of their networks may be joined. */
    List<Block> topologies() {
        return topologies;
    }

    /** Sensors that levers add to an organisation that is there without them. */
    Map<String, Entity> addedSensors(String organisation) {
        return addedSensors.computeIfAbsent(organisation, unused -> new TreeMap<>());
    }

    /** Members of a community with the levers that bring each. */
    Map<String, Presence> members(String community) {
        return members.computeIfAbsent(community, unused -> new TreeMap<>());
    }

    Map<String, CampaignFlow> flows() {
        return flows;
    }

    Map<String, Named<Block>> levers() {
        return levers;
    }

    Map<String, Named<List<Ref>>> strategies() {
        return strategies;
    }

    /** Measures that the scenario asks for. */
    Set<String> measures() {
        return measures;
    }

    // ---- checks of texts that name parts of it

    private static void reportPart(
            Node place, int from, String written, String noun, Collection<String> known, Problems problems) {
        Span span = place instanceof Node.Scalar scalar ? scalar.part(from, written.length()) : place.span();
        String nearest = Nearest.to(written, known);
        problems.add(Problem.error(
                span,
                "no " + noun + " is called `" + written + "`",
                nearest == null ? "unknown" : "did you mean `" + nearest + "`?"));
    }

    /** Groups of assets on which a step acts. */
    List<String> targets(CampaignFlow flow, CampaignFlow.Step step) {
        String target = flow.group(step);
        if (target == null) {
            return List.of();
        }
        if (assets.containsKey(target)) {
            return List.of(target);
        }
        List<String> inside = new ArrayList<>();
        assetOwners.forEach((group, network) -> {
            if (network.equals(target)) {
                inside.add(group);
            }
        });
        inside.sort(null);
        return inside;
    }

    /** Paths of steps, with their copy and without: the latter mean all copies. */
    Set<String> stepPaths() {
        if (stepPaths != null) {
            return stepPaths;
        }
        Set<String> paths = new TreeSet<>();
        for (CampaignFlow flow : flows.values()) {
            paths.addAll(flow.paths());
            paths.addAll(flow.familyPaths());
        }
        stepPaths = paths;
        return paths;
    }

    /** Whether a path names a step, as far as steps could be read. */
    boolean isStep(String path) {
        return stepPaths().contains(path)
                || flows.values().stream().anyMatch(flow -> !flow.isWhole() && flow.owns(path));
    }

    /** A fact pattern: {@code campaign.step.success}. */
    void checkFact(Node.Scalar fact, Problems problems) {
        String text = fact.text();
        int dot = text.lastIndexOf('.');
        String outcome = text.substring(dot + 1);
        if (dot < 0 || !FACTS.contains(outcome)) {
            problems.add(Problem.error(fact.span(), "`" + text + "` is not a fact", "write campaign.step.success")
                    .note("outcomes: " + String.join(", ", FACTS)));
            return;
        }
        if (!isStep(text.substring(0, dot))) {
            reportPart(fact, 0, text.substring(0, dot), "step", stepPaths(), problems);
        }
    }

    /** A part that can be masked: an entity, a step, a lever. */
    void checkPart(Node.Scalar name, Problems problems) {
        String text = name.text();
        if (isStep(text) || isSensor(text)) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SOURCE && kind != Kind.STRATEGY && kind != Kind.PROBE) {
                known.addAll(names.all(kind));
            }
        }
        if (!known.contains(text)) {
            known.addAll(stepPaths());
            reportPart(name, 0, text, "part of the scenario", known, problems);
        }
    }

    /** {@code organisation.sensor}. */
    private boolean isSensor(String path) {
        int dot = path.indexOf('.');
        Entity organisation = dot < 0 ? null : organisations().get(path.substring(0, dot));
        Block security = organisation == null ? null : organisation.block().find(Organisations.SECURITY);
        Map<String, Named<Block>> own = security == null ? null : security.find(Organisations.SENSORS);
        String sensor = path.substring(dot + 1);
        return own != null && own.containsKey(sensor)
                || organisation != null && addedSensors(path.substring(0, dot)).containsKey(sensor);
    }

    /** The organisation behind an entity; null where it is not known. */
    @Nullable
    String organisationOf(Kind kind, String name) {
        Entity entity = of(kind).get(name);
        if (entity == null) {
            return null;
        }
        Key<Ref> key =
                switch (kind) {
                    case NETWORK -> Networks.ORGANISATION;
                    case CREW -> Services.CREW_ORGANISATION;
                    case SERVICE -> Services.PROVIDED_BY;
                    default -> null;
                };
        if (kind == Kind.ORGANISATION) {
            return name;
        }
        if (kind == Kind.ACCOUNT) {
            List<Block> opens = entity.block().find(Networks.OPENS);
            Ref network = opens == null || opens.isEmpty() ? null : opens.get(0).find(Networks.OPENED);
            return network == null ? null : organisationOf(Kind.NETWORK, network.name());
        }
        Ref ref = key == null ? null : entity.block().find(key);
        return ref == null ? null : ref.name();
    }
}
