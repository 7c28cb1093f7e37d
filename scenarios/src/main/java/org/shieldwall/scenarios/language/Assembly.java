package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Later;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/** Puts the scenario, the libraries it uses and what its levers add into one draft. */
final class Assembly {
    private final Session session;
    private final Draft draft = new Draft();

    /** A thing that levers add under one name: the texts merged, and who adds it. */
    private static final class Addition {
        private final Node.Scalar name;
        private final Later<Block> first;
        private Node node;
        private final TreeSet<String> levers = new TreeSet<>();

        Addition(Node.Scalar name, Later<Block> first) {
            this.name = name;
            this.first = first;
            this.node = first.node();
        }
    }

    private Assembly(Session session) {
        this.session = session;
    }

    static Draft of(Block scenario, List<Block> libraries, Session session) {
        Assembly assembly = new Assembly(session);
        assembly.addScenario(scenario);
        libraries.forEach(assembly::addShared);
        assembly.addLevers();
        assembly.addAssets();
        assembly.addFlows();
        return assembly.draft;
    }

    private void addScenario(Block block) {
        addAll(Kind.ORGANISATION, block, Language.ORGANISATIONS);
        addAll(Kind.NETWORK, block, Language.NETWORKS);
        addAll(Kind.ACCOUNT, block, Language.ACCOUNTS);
        addAll(Kind.CREW, block, Language.CREWS);
        addAll(Kind.SERVICE, block, Language.SERVICES);
        addAll(Kind.ACTOR, block, Language.ACTORS);
        addAll(Kind.CAMPAIGN, block, Language.CAMPAIGNS);
        addAll(Kind.COMMUNITY, block, Language.COMMUNITIES);
        addShared(block);
        List<Block> links = block.find(Language.LINKS);
        if (links != null) {
            links.forEach(link -> draft.links().add(new Draft.PlacedLink(link, Presence.ALWAYS)));
        }
        Map<String, Named<Block>> levers = block.find(Language.LEVERS);
        if (levers != null) {
            draft.levers().putAll(levers);
            levers.values().forEach(lever -> define(Kind.LEVER, lever.name()));
        }
        Map<String, Named<List<Ref>>> strategies = block.find(Language.STRATEGIES);
        if (strategies != null) {
            draft.strategies().putAll(strategies);
            strategies.values().forEach(strategy -> define(Kind.STRATEGY, strategy.name()));
        }
        Map<String, Named<Block>> probes = block.find(Language.PROBES);
        if (probes != null) {
            probes.values().forEach(probe -> define(Kind.PROBE, probe.name()));
        }
        draft.communities().forEach((name, community) -> {
            List<Ref> members = community.block().find(Communities.MEMBERS);
            if (members != null) {
                members.forEach(member -> draft.members(name).put(member.name(), Presence.ALWAYS));
            }
        });
    }

    /** What a scenario and a library file may both hold. */
    private void addShared(Block block) {
        addAll(Kind.TECHNIQUE, block, Language.TECHNIQUES);
        addAll(Kind.TEMPLATE, block, Language.TEMPLATES);
        addAll(Kind.PLAYBOOK, block, Language.PLAYBOOKS);
        Map<String, String> sources = block.find(Language.SOURCES);
        if (sources != null) {
            sources.keySet().forEach(key -> draft.names().define(Kind.SOURCE, key, block.span(Language.SOURCES)));
        }
    }

    private void addAll(Kind kind, Block block, Key<Map<String, Named<Block>>> key) {
        Map<String, Named<Block>> named = block.find(key);
        if (named == null) {
            return;
        }
        named.forEach((name, each) -> {
            if (define(kind, each.name())) {
                draft.of(kind).put(name, Entity.always(each.name(), each.value()));
            }
        });
    }

    private boolean define(Kind kind, Node.Scalar name) {
        Span before = draft.names().define(kind, name.text(), name.span());
        if (before != null) {
            session.problems()
                    .add(Problem.error(name.span(), "`" + name.text() + "` is defined twice", "again")
                            .seeing(before, "first here"));
        }
        return before == null;
    }

    // ---- levers

    private void addLevers() {
        addKind(Kind.ORGANISATION, Levers.ADDED_ORGANISATIONS);
        addKind(Kind.NETWORK, Levers.ADDED_NETWORKS);
        addKind(Kind.ACCOUNT, Levers.ADDED_ACCOUNTS);
        addKind(Kind.CREW, Levers.ADDED_CREWS);
        addKind(Kind.SERVICE, Levers.ADDED_SERVICES);
        addKind(Kind.PLAYBOOK, Levers.ADDED_PLAYBOOKS);
        addKind(Kind.COMMUNITY, Levers.ADDED_COMMUNITIES);
        addLinks();
    }

    private void addLinks() {
        List<Draft.PlacedLink> added = new ArrayList<>();
        draft.levers().forEach((lever, named) -> {
            Block adds = named.value().find(Levers.ADDS);
            List<Block> links = adds == null ? null : adds.find(Levers.ADDED_LINKS);
            if (links == null) {
                return;
            }
            for (Block link : links) {
                TreeSet<String> levers = new TreeSet<>(List.of(lever));
                added.removeIf(other -> {
                    boolean same = other.block().node().sameAs(link.node());
                    if (same) {
                        levers.addAll(other.presence().levers());
                    }
                    return same;
                });
                added.add(new Draft.PlacedLink(link, Entity.broughtBy(levers)));
            }
        });
        draft.links().addAll(added);
    }

    private void addKind(Kind kind, Key<Map<String, Named<Later<Block>>>> key) {
        Map<String, Addition> additions = new TreeMap<>();
        draft.levers().forEach((lever, named) -> {
            Block adds = named.value().find(Levers.ADDS);
            Map<String, Named<Later<Block>>> added = adds == null ? null : adds.find(key);
            if (added != null) {
                added.forEach((name, each) -> addOne(kind, lever, name, each, additions));
            }
        });
        additions.forEach((name, addition) -> {
            Later<Block> first = addition.first;
            Block block = first.shape().read(addition.node, first.scope());
            if (block != null && define(kind, addition.name)) {
                draft.of(kind).put(name, new Entity(addition.name, block, Entity.broughtBy(addition.levers)));
            }
        });
    }

    private void addOne(
            Kind kind, String lever, String name, Named<Later<Block>> each, Map<String, Addition> additions) {
        Entity there = draft.of(kind).get(name);
        if (there != null && kind == Kind.ORGANISATION) {
            addSensors(there, lever, each);
            return;
        }
        if (there != null && kind == Kind.COMMUNITY) {
            Block more = read(Communities.ADDITION_SHAPE, each.value());
            List<Ref> members = more == null ? null : more.find(Communities.MEMBERS);
            if (members != null) {
                members.forEach(member -> addMember(name, member.name(), lever));
            }
            return;
        }
        if (there != null) {
            session.problems()
                    .add(Problem.error(each.name().span(), "`" + name + "` is there already", "a lever adds new ones")
                            .seeing(there.name().span(), "defined here"));
            return;
        }
        Addition before = additions.get(name);
        if (before == null) {
            before = new Addition(each.name(), each.value());
            additions.put(name, before);
        } else {
            Node merged = merge(before.node, each.value().node(), name, kind == Kind.COMMUNITY);
            if (merged != null) {
                before.node = merged;
            }
        }
        before.levers.add(lever);
        if (kind == Kind.COMMUNITY && each.value().node() instanceof Node.Mapping mapping) {
            for (String member : scalars(mapping.entry(Communities.MEMBERS.name()))) {
                addMember(name, member, lever);
            }
        }
    }

    private void addMember(String community, String member, String lever) {
        Map<String, Presence> members = draft.members(community);
        Presence before = members.get(member);
        if (before == null) {
            members.put(member, Entity.broughtBy(List.of(lever)));
        } else if (!before.levers().isEmpty()) {
            TreeSet<String> levers = new TreeSet<>(before.levers());
            levers.add(lever);
            members.put(member, Entity.broughtBy(levers));
        }
    }

    private void addSensors(Entity organisation, String lever, Named<Later<Block>> addition) {
        Block more = read(Organisations.ADDITION_SHAPE, addition.value());
        Block security = more == null ? null : more.find(Organisations.ADDED_SECURITY);
        Map<String, Named<Block>> sensors = security == null ? null : security.find(Organisations.SENSORS);
        if (sensors == null) {
            return;
        }
        Block own = organisation.block().find(Organisations.SECURITY);
        Map<String, Named<Block>> there = own == null ? null : own.find(Organisations.SENSORS);
        Map<String, Entity> added = draft.addedSensors(organisation.name().text());
        sensors.forEach((name, sensor) -> {
            Named<Block> base = there == null ? null : there.get(name);
            Entity other = added.get(name);
            Node.@Nullable Scalar clash = base != null
                    ? base.name()
                    : other != null
                                    && !other.block()
                                            .node()
                                            .sameAs(sensor.value().node())
                            ? other.name()
                            : null;
            if (clash != null) {
                session.problems()
                        .add(Problem.error(
                                        sensor.name().span(),
                                        "the sensor `" + name + "` is there already",
                                        base != null ? "a lever adds new ones" : "with another content")
                                .seeing(clash.span(), "defined here"));
                return;
            }
            TreeSet<String> levers = new TreeSet<>(List.of(lever));
            if (other != null) {
                levers.addAll(other.presence().levers());
            }
            added.put(name, new Entity(sensor.name(), sensor.value(), Entity.broughtBy(levers)));
        });
    }

    private static @Nullable Block read(BlockShape shape, Later<Block> text) {
        return shape.read(text.node(), text.scope());
    }

    /** Two levers may add one thing with equal content or different keys; members are united. */
    private @Nullable Node merge(Node first, Node second, String name, boolean community) {
        if (first.sameAs(second)) {
            return first;
        }
        if (!(first instanceof Node.Mapping one) || !(second instanceof Node.Mapping two)) {
            reportDifferent("two levers add `" + name + "` differently", first.span(), second.span());
            return null;
        }
        List<Node.Entry> entries = new ArrayList<>(one.entries());
        for (Node.Entry entry : two.entries()) {
            Node.Entry twin = one.entry(entry.key().text());
            if (twin == null) {
                entries.add(entry);
            } else if (community && entry.key().text().equals(Communities.MEMBERS.name())) {
                entries.set(entries.indexOf(twin), new Node.Entry(twin.key(), united(twin.value(), entry.value())));
            } else if (!twin.value().sameAs(entry.value())) {
                reportDifferent(
                        "two levers add `" + name + "` with different `"
                                + entry.key().text() + "`",
                        twin.key().span(),
                        entry.key().span());
            }
        }
        return new Node.Mapping(entries, one.span());
    }

    private void reportDifferent(String message, Span one, Span two) {
        boolean inOrder = one.compareTo(two) < 0;
        session.problems()
                .add(Problem.error(inOrder ? two : one, message, "the second")
                        .seeing(inOrder ? one : two, "the first"));
    }

    private static Node united(Node first, Node second) {
        if (!(first instanceof Node.Listing one) || !(second instanceof Node.Listing two)) {
            return first;
        }
        List<Node> items = new ArrayList<>(one.items());
        for (Node item : two.items()) {
            if (items.stream().noneMatch(known -> known.sameAs(item))) {
                items.add(item);
            }
        }
        return new Node.Listing(List.copyOf(items), one.span());
    }

    private static List<String> scalars(Node.@Nullable Entry entry) {
        List<String> result = new ArrayList<>();
        if (entry != null && entry.value() instanceof Node.Listing listing) {
            for (Node item : listing.items()) {
                if (item instanceof Node.Scalar scalar) {
                    result.add(scalar.text());
                }
            }
        }
        return result;
    }

    // ---- what lies within

    private void addAssets() {
        long total = 0;
        int greatest = 0;
        Span blamed = null;
        for (Entity network : draft.networks().values()) {
            Map<String, Named<Block>> assets = network.block().find(Networks.ASSETS);
            if (assets == null) {
                continue;
            }
            if (network.name().text().equals(Network.INTERNET)) {
                session.problems()
                        .add(Problem.error(
                                network.name().span(), "`internet` is there already", "give it another name"));
            }
            for (Named<Block> asset : assets.values()) {
                String name = asset.name().text();
                if (define(Kind.ASSETS, asset.name())) {
                    draft.assets().put(name, asset);
                    draft.assetNetworks().put(name, network.name().text());
                }
                Span service = draft.names().where(Kind.SERVICE, name);
                Span twin = service == null ? draft.names().where(Kind.NETWORK, name) : service;
                if (twin != null) {
                    session.problems()
                            .add(Problem.error(
                                            asset.name().span(),
                                            "`" + name + "` is also the name of a "
                                                    + (service == null ? "network" : "service"),
                                            "give one another name")
                                    .seeing(twin, "defined here"));
                }
                Integer count = asset.value().find(Networks.COUNT);
                total += count == null ? 0 : count;
                if (count != null && count > greatest) {
                    greatest = count;
                    blamed = asset.value().span(Networks.COUNT);
                }
            }
        }
        if (total > Networks.MOST_ASSETS && blamed != null) {
            session.problems()
                    .add(Problem.error(
                            blamed, "there are " + total + " assets in all", "at most " + Networks.MOST_ASSETS));
        }
    }

    private void addFlows() {
        draft.campaigns()
                .forEach((name, campaign) -> draft.flows().put(name, CampaignFlow.read(campaign, session.problems())));
    }
}
