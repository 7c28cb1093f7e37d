package org.shieldwall.scenarios.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Technique.From;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.Span;

/**
 * Which steps could ever be tried, with all luck, every lever and all attackers hand in hand: the least set that grows from
 * the internet by what steps grant. What lies outside of it never happens in any run. Cost: steps² × networks at worst.
 */
final class Attainable {
    private final Draft draft;
    private final Set<String> steps = new HashSet<>();
    /** By group of assets: the deepest position that some step could gain. */
    private final Map<String, Position> gained = new HashMap<>();
    /** Networks in which a foothold could be. */
    private final Set<String> entered = new TreeSet<>();

    private final Set<String> discovered = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    private final Set<String> masked;

    private Attainable(Draft draft, Set<String> masked) {
        this.draft = draft;
        this.masked = masked;
    }

    static Attainable of(Draft draft) {
        return without(Set.of(), draft);
    }

    /** @param masked names of steps, campaigns or actors that are as if not written */
    static Attainable without(Set<String> masked, Draft draft) {
        Attainable attainable = new Attainable(draft, masked);
        attainable.seeFromInternet();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (CampaignFlow flow : draft.flows().values()) {
                for (CampaignFlow.Step step : flow.steps()) {
                    if (!attainable.steps.contains(step.path())
                            && !flow.isNamed(step, masked)
                            && attainable.hindrance(flow, step) == null) {
                        attainable.succeed(flow, step);
                        grows = true;
                    }
                }
            }
        }
        return attainable;
    }

    /** What anybody on the internet can find. */
    private void seeFromInternet() {
        for (Draft.PlacedLink link : draft.links()) {
            if (link.block().get(Networks.FROM).name().equals(Network.INTERNET)) {
                discovered.add(link.block().get(Networks.TO).name());
            }
        }
    }

    /** Warns of the steps at which the others get stuck; not of those that merely wait for them. */
    void warn(Problems problems) {
        Set<Span> warned = new HashSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                String why = steps.contains(step.path()) ? null : hindrance(flow, step);
                if (why == null
                        || why.isEmpty()
                        || problems.haveErrorAt(step.name().span())) {
                    continue;
                }
                if (warned.add(step.name().span())) {
                    String copy = step.copy() == null ? "" : step.copy() + ".";
                    problems.add(Problem.warning(
                            step.name().span(), "`" + copy + step.name().text() + "` can never start", why));
                }
            }
        }
    }

    /** Whether a step could be tried. */
    boolean reaches(CampaignFlow.Step step) {
        return steps.contains(step.path());
    }

    /** Groups on which some step could be tried. */
    Set<String> targets() {
        Set<String> targets = new TreeSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                if (steps.contains(step.path())) {
                    targets.addAll(draft.targets(flow, step));
                }
            }
        }
        return targets;
    }

    // ---- one step

    /** Null where nothing hinders it; empty where it waits for a step that can never succeed. */
    private @Nullable String hindrance(CampaignFlow flow, CampaignFlow.Step step) {
        List<ConditionText> needed = flow.needed(step);
        if (!needed.isEmpty() && !Boolean.TRUE.equals(quantified(flow, step, needed, false))) {
            return "";
        }
        Ref name = step.block().find(Campaigns.DO);
        Entity technique = name == null ? null : draft.techniques().get(name.name());
        List<String> groups = draft.targets(flow, step);
        if (technique == null || groups.isEmpty()) {
            return null;
        }
        Block requires = technique.block().get(Techniques.REQUIRES);
        String credential = missingCredential(step, requires, groups);
        if (credential != null) {
            return credential;
        }
        Position position = requires.get(Techniques.REQUIRED_POSITION);
        if (groups.stream().noneMatch(group -> position(group).compareTo(position) >= 0)) {
            return "no step gains `" + Techniques.word(position) + "` on `" + groups.get(0) + "` before";
        }
        return missingWay(groups, requires);
    }

    /** Null where only masked steps stand: they are passed over, as in a run. */
    private @Nullable Boolean canHold(CampaignFlow flow, CampaignFlow.Step from, ConditionText condition) {
        if (condition instanceof ConditionText.Named named) {
            CampaignFlow.Step step = flow.named(from, named);
            if (step != null && flow.isNamed(step, masked)) {
                return null;
            }
            // A step that can never start has not failed either.
            return step == null || steps.contains(step.path());
        }
        if (condition instanceof ConditionText.All all) {
            return quantified(flow, from, all.of(), false);
        }
        if (condition instanceof ConditionText.Any any) {
            return quantified(flow, from, any.of(), true);
        }
        return true;
    }

    /** @param decides what decides for all: true for any-of, false for all-of */
    private @Nullable Boolean quantified(
            CampaignFlow flow, CampaignFlow.Step from, List<ConditionText> of, boolean decides) {
        Boolean truth = null;
        for (ConditionText part : of) {
            Boolean can = canHold(flow, from, part);
            if (can != null && can == decides) {
                return decides;
            }
            truth = can == null ? truth : can;
        }
        return truth;
    }

    private @Nullable String missingCredential(CampaignFlow.Step step, Block requires, List<String> groups) {
        Ref with = step.block().find(Campaigns.WITH);
        Entity account = with == null ? null : draft.accounts().get(with.name());
        if (!requires.get(Techniques.NEEDS_CREDENTIAL) || with == null || account == null) {
            return null;
        }
        if (!read.contains(with.name())) {
            return "no step reads the credential of `" + with.name() + "`";
        }
        Set<String> opened = new TreeSet<>();
        for (Block opening : account.block().get(Networks.OPENS)) {
            opened.add(opening.get(Networks.OPENED).name());
        }
        boolean opens = groups.stream().anyMatch(group -> opened.contains(network(group)));
        return opens ? null : "`" + with.name() + "` does not open `" + network(groups.get(0)) + "`";
    }

    private @Nullable String missingWay(List<String> groups, Block requires) {
        Node.Scalar service = requires.find(Techniques.SERVICE);
        String wanted = service == null ? null : service.text();
        From from = requires.get(Techniques.FROM);
        for (String group : groups) {
            boolean way =
                    switch (from) {
                        case ANYWHERE -> true;
                        case TARGET, PARTNER -> position(group).compareTo(Position.USER) >= 0;
                        case SAME_NETWORK -> entered.contains(network(group));
                        case NETWORK -> leadsInto(network(group), wanted);
                    };
            if (way) {
                return null;
            }
        }
        String network = network(groups.get(0));
        return switch (from) {
            case TARGET, PARTNER -> "no step gets into `" + groups.get(0) + "` before";
            case SAME_NETWORK -> "no step gets into `" + network + "` before";
            default ->
                "no link that an attacker can use allows " + (wanted == null ? "anything" : wanted) + " into `"
                        + network + "`";
        };
    }

    /** Inside a network nothing filters. */
    private boolean leadsInto(String network, @Nullable String service) {
        if (entered.contains(network)) {
            return true;
        }
        for (Draft.PlacedLink link : draft.links()) {
            Block block = link.block();
            String from = block.get(Networks.FROM).name();
            boolean allowed = service == null
                    || block.get(Networks.ALLOW).stream()
                            .anyMatch(name -> name.text().equals(service));
            if (allowed
                    && (from.equals(Network.INTERNET) || entered.contains(from))
                    && block.get(Networks.TO).name().equals(network)) {
                return true;
            }
        }
        return draft.topologies().stream().anyMatch(topology -> mayLead(topology, network, service));
    }

    /** Some member of the family may have the link. */
    private boolean mayLead(Block topology, String network, @Nullable String service) {
        boolean allowed = service == null
                || topology.get(Varieties.ALLOW).stream()
                        .anyMatch(name -> name.text().equals(service));
        List<String> among =
                topology.get(Varieties.AMONG).stream().map(Ref::name).toList();
        return allowed && among.contains(network) && among.stream().anyMatch(entered::contains);
    }

    private void succeed(CampaignFlow flow, CampaignFlow.Step step) {
        steps.add(step.path());
        Ref name = step.block().find(Campaigns.DO);
        Entity technique = name == null ? null : draft.techniques().get(name.name());
        if (technique == null) {
            return;
        }
        Block grants = technique.block().get(Techniques.GRANTS);
        Position position = grants.get(Techniques.GRANTED_POSITION);
        for (String group : draft.targets(flow, step)) {
            if (position.compareTo(Position.USER) >= 0) {
                gained.merge(group, position, (one, two) -> one.compareTo(two) >= 0 ? one : two);
                entered.add(network(group));
            }
            if (grants.get(Techniques.DISCOVERS)) {
                discovered.add(network(group));
            }
            if (grants.get(Techniques.GRANTED_CREDENTIAL)) {
                readCredentials(group);
            }
        }
    }

    private void readCredentials(String group) {
        draft.accounts().forEach((name, account) -> {
            Block foundOn = account.block().find(Networks.FOUND_ON);
            if (foundOn != null && foundOn.get(Networks.FOUND_ON_ASSETS).name().equals(group)) {
                read.add(name);
            }
        });
    }

    private Position position(String group) {
        Position reached = gained.get(group);
        if (reached != null) {
            return reached;
        }
        return discovered.contains(network(group)) ? Position.DISCOVERED : Position.UNKNOWN;
    }

    private String network(String group) {
        return draft.assetNetworks().getOrDefault(group, group);
    }
}
