package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final Map<String, Map<String, Entity>> addedSensors = new TreeMap<>();
    private final Map<String, Map<String, Presence>> members = new TreeMap<>();
    private final Map<String, CampaignFlow> flows = new LinkedHashMap<>();
    private @Nullable Set<String> stepPaths;
    private final Set<String> measures = new TreeSet<>();
    private final Map<String, Named<Block>> levers = new TreeMap<>();
    private final Map<String, Named<List<Ref>>> strategies = new TreeMap<>();

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

    /** The part of a measure's name after its family must name something. */
    void checkMeasure(String measure, Node place, Problems problems) {
        String family = MeasureName.family(measure);
        int at = measure.indexOf('@');
        String whole = at < 0 ? measure : measure.substring(0, at);
        String of = whole.length() > family.length() ? whole.substring(family.length() + 1) : "";
        switch (family) {
            case "step-time", "attack-success" -> {
                if (!of.isEmpty() && !isStep(of) && !names.has(Kind.CAMPAIGN, of)) {
                    reportPart(place, family.length() + 1, of, "step", stepPaths(), problems);
                }
            }
            case "availability", "resilience", "resilience-loss", "time-to-outage" -> {
                if (!of.isEmpty() && !names.has(Kind.SERVICE, of) && !ServedClasses.isClass(of, this)) {
                    Set<String> known = ServedClasses.all(this);
                    known.addAll(names.all(Kind.SERVICE));
                    reportPart(place, family.length() + 1, of, "service", known, problems);
                }
            }
            case "flood-share" -> {
                if (of.contains(".")) {
                    checkProbe(of, family, place, problems);
                }
            }
            case "floods-begun", "hours-out-of-reach", "mean-level", "share-out-of-reach" -> {
                checkProbe(of, family, place, problems);
            }
            case "share-encrypted" -> {
                if (!of.isEmpty() && !names.has(Kind.ASSETS, of)) {
                    reportPart(place, family.length() + 1, of, "asset", names.all(Kind.ASSETS), problems);
                }
            }
            case "level-after" -> {
                String service = of.contains(".") ? of.substring(0, of.indexOf('.')) : of;
                if (!names.has(Kind.SERVICE, service)) {
                    reportPart(place, family.length() + 1, service, "service", names.all(Kind.SERVICE), problems);
                }
            }
            default -> {
                // other families take their parts from facts
            }
        }
        if (at >= 0) {
            String where = measure.substring(at + 1);
            String first = where.contains(".") ? where.substring(0, where.indexOf('.')) : where;
            boolean known = Arrays.stream(Kind.values()).anyMatch(kind -> names.has(kind, first));
            if (!known) {
                reportPart(place, at + 1, first, "organisation", names.all(Kind.ORGANISATION), problems);
            }
        }
    }

    private void checkProbe(String of, String family, Node place, Problems problems) {
        String probe = of.contains(".") ? of.substring(0, of.indexOf('.')) : of;
        if (!probe.isEmpty() && !names.has(Kind.PROBE, probe)) {
            reportPart(place, family.length() + 1, probe, "probe", names.all(Kind.PROBE), problems);
        }
    }

    private static void reportPart(
            Node place, int from, String written, String noun, Collection<String> known, Problems problems) {
        Span span = place instanceof Node.Scalar scalar ? scalar.part(from, written.length()) : place.span();
        String nearest = Nearest.to(written, known);
        problems.add(Problem.error(
                span,
                "no " + noun + " is called `" + written + "`",
                nearest == null ? "unknown" : "did you mean `" + nearest + "`?"));
    }

    private Set<String> stepPaths() {
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
        if (dot < 0 || !CampaignFlow.outcomeWords().contains(outcome)) {
            problems.add(Problem.error(fact.span(), "`" + text + "` is not a fact", "write campaign.step.success")
                    .note("outcomes: " + String.join(", ", CampaignFlow.outcomeWords())));
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
