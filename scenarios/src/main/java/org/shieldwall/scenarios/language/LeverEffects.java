package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Lever.Operator;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** What every lever does: the numbers it changes, what it takes away, who pays; and whether levers contradict. */
final class LeverEffects {
    /** Numbers changed by all levers together. */
    private static final int MOST_CHANGES = 200_000;

    private static final int MOST_STRATEGIES = 1_000;

    private final Draft draft;
    private final Session session;
    private final Map<String, List<Effect>> effects = new TreeMap<>();
    private final Map<String, List<Removal>> removals = new TreeMap<>();
    private long changes;

    /** One operator on one number, and where it is written. */
    private record Effect(Operator operator, NumberPaths.Number number, Quantity value, Node.Scalar written) {}

    private record Removal(String path, @Nullable String organisation) {}

    private record Operation(Operator operator, Key<List<Node.Entry>> key) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(Operator.SETS, Levers.SETS),
            new Operation(Operator.SCALES, Levers.SCALES),
            new Operation(Operator.AT_LEAST, Levers.AT_LEAST),
            new Operation(Operator.AT_MOST, Levers.AT_MOST));

    /** Levers of which an effect is mistaken: who pays for them, and what they change, is not known. */
    private final Set<String> mistaken = new HashSet<>();

    private LeverEffects(Draft draft, Session session) {
        this.draft = draft;
        this.session = session;
    }

    static LeverEffects of(Draft draft, Session session) {
        LeverEffects all = new LeverEffects(draft, session);
        draft.levers().forEach((name, lever) -> all.add(name, lever.value()));
        draft.levers().forEach((name, lever) -> all.checkPrice(name, lever.value()));
        all.checkConflicts();
        return all;
    }

    private void add(String lever, Block block) {
        long before = session.problems().errors();
        NumberPaths paths = new NumberPaths(draft, session.problems());
        List<Effect> own = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            List<Node.Entry> entries = block.find(operation.key());
            for (Node.Entry entry : entries == null ? List.<Node.Entry>of() : entries) {
                addEffects(operation.operator(), paths, entry, own);
            }
        }
        effects.put(lever, own);
        checkTwice(own);
        List<Node.Scalar> written = block.find(Levers.REMOVES);
        List<Removal> gone = new ArrayList<>();
        for (Node.Scalar path : written == null ? List.<Node.Scalar>of() : written) {
            gone.addAll(removed(path));
        }
        removals.put(lever, gone);
        if (session.problems().errors() > before) {
            mistaken.add(lever);
        }
    }

    private void addEffects(Operator operator, NumberPaths paths, Node.Entry entry, List<Effect> own) {
        if (changes > MOST_CHANGES) {
            return;
        }
        List<NumberPaths.Number> numbers = paths.resolve(entry.key());
        changes += numbers.size();
        if (changes > MOST_CHANGES) {
            session.problems()
                    .add(Problem.error(
                            entry.key().span(), "the levers change too many numbers", "at most " + MOST_CHANGES));
            return;
        }
        for (NumberPaths.Number number : numbers) {
            Quantity value = read(operator, number, entry);
            if (value != null) {
                own.add(new Effect(operator, number, value, entry.key()));
            }
        }
    }

    private @Nullable Quantity read(Operator operator, NumberPaths.Number number, Node.Entry entry) {
        Shape<Quantity> shape = number.shape();
        if (operator != Operator.SETS && !(shape instanceof QuantityShape)) {
            session.problems()
                    .add(Problem.error(entry.key().span(), "a choice of words can only be set", "move it to `sets`"));
            return null;
        }
        if (operator == Operator.SCALES) {
            shape = QuantityShape.FACTOR;
        } else if (operator != Operator.SETS && shape instanceof QuantityShape quantity) {
            shape = quantity.constant();
        }
        return shape.read(entry.value(), Scope.root(session, entry.key()));
    }

    /** One lever must not change one number twice with one operator. */
    private void checkTwice(List<Effect> own) {
        Map<String, Effect> seen = new HashMap<>();
        for (Effect effect : own) {
            Effect first = seen.putIfAbsent(effect.operator() + effect.number().path(), effect);
            if (first != null && first.written() != effect.written()) {
                session.problems()
                        .add(Problem.error(
                                        effect.written().span(),
                                        "`" + effect.number().path() + "` is changed twice by one lever",
                                        "again")
                                .seeing(first.written().span(), "first here"));
            }
        }
    }

    // ---- removals

    private static final Map<String, Kind> REMOVABLE = Map.of(
            "organisations",
            Kind.ORGANISATION,
            "networks",
            Kind.NETWORK,
            "accounts",
            Kind.ACCOUNT,
            "crews",
            Kind.CREW,
            "services",
            Kind.SERVICE,
            "communities",
            Kind.COMMUNITY);

    private List<Removal> removed(Node.Scalar path) {
        String[] parts = path.text().split("\\.", -1);
        Kind kind = REMOVABLE.get(parts[0]);
        List<Removal> result = new ArrayList<>();
        if (kind == null || parts.length < 2) {
            session.problems()
                    .add(Problem.error(
                                    path.span(),
                                    "a lever cannot remove `" + path.text() + "`",
                                    "no mechanism does this")
                            .note("levers remove: " + String.join(", ", new TreeSet<>(REMOVABLE.keySet()))));
            return result;
        }
        for (Entity entity : draft.of(kind).values()) {
            String name = entity.name().text();
            if (!matches(parts[1], name)) {
                continue;
            }
            String base = parts[0] + "." + name;
            String organisation = draft.organisationOf(kind, name);
            if (parts.length == 2) {
                result.add(new Removal(base, organisation));
            } else if (kind == Kind.NETWORK && parts.length == 4 && parts[2].equals("assets")) {
                draft.assetNetworks().forEach((asset, network) -> {
                    if (network.equals(name) && matches(parts[3], asset)) {
                        result.add(new Removal(base + ".assets." + asset, organisation));
                    }
                });
            } else if (kind == Kind.ORGANISATION
                    && parts.length == 5
                    && parts[2].equals("security")
                    && parts[3].equals("sensors")) {
                Block security = entity.block().find(Organisations.SECURITY);
                Map<String, Named<Block>> sensors = security == null ? null : security.find(Organisations.SENSORS);
                if (sensors != null) {
                    sensors.keySet().stream()
                            .filter(sensor -> matches(parts[4], sensor))
                            .forEach(sensor ->
                                    result.add(new Removal(base + ".security.sensors." + sensor, organisation)));
                }
            }
        }
        result.sort(Comparator.comparing(Removal::path));
        if (result.isEmpty()) {
            session.problems()
                    .add(Problem.error(
                            path.span(), "`" + path.text() + "` is nothing that could be removed", "unknown"));
        }
        return result;
    }

    private static boolean matches(String pattern, String name) {
        return pattern.equals("*") || pattern.equals(name);
    }

    // ---- contradictions

    private void checkConflicts() {
        if (draft.strategies().size() > MOST_STRATEGIES) {
            Node.Scalar last = draft.strategies().values().stream()
                    .map(Named::name)
                    .max(Comparator.comparing(Node.Scalar::span))
                    .orElseThrow();
            session.problems()
                    .add(Problem.error(last.span(), "there are too many strategies", "at most " + MOST_STRATEGIES));
            return;
        }
        draft.strategies().forEach((strategy, named) -> {
            Map<String, List<Owned>> byNumber = new TreeMap<>();
            for (Ref lever : named.value()) {
                for (Effect effect : effects.getOrDefault(lever.name(), List.of())) {
                    byNumber.computeIfAbsent(effect.number().path(), unused -> new ArrayList<>())
                            .add(new Owned(lever.name(), effect));
                }
            }
            byNumber.forEach((path, owned) -> checkNumber(strategy, path, owned));
        });
    }

    private record Owned(String lever, Effect effect) {}

    private void checkNumber(String strategy, String path, List<Owned> owned) {
        for (int i = 0; i < owned.size(); i++) {
            for (int j = i + 1; j < owned.size(); j++) {
                Owned one = owned.get(i);
                Owned two = owned.get(j);
                if (contradictory(one, two)) {
                    Owned first = one.effect()
                                            .written()
                                            .span()
                                            .compareTo(two.effect().written().span())
                                    <= 0
                            ? one
                            : two;
                    Owned second = first == one ? two : one;
                    boolean sets = second.effect().operator() == Operator.SETS;
                    reportConflict(
                            first,
                            second,
                            sets
                                    ? "`" + first.lever() + "` and `" + second.lever() + "` set one number differently"
                                    : "the bounds of `" + first.lever() + "` and `" + second.lever() + "` cross",
                            sets
                                    ? "write over: " + first.lever() + " in `" + second.lever() + "` if it shall win"
                                    : "no number lies above the one and below the other",
                            path,
                            strategy);
                }
            }
        }
    }

    private void reportConflict(
            Owned first, Owned second, String message, String advice, String path, String strategy) {
        if (session.problems().haveErrorAt(second.effect().written().span())) {
            return;
        }
        session.problems()
                .add(Problem.error(second.effect().written().span(), message, "`" + path + "` in `" + strategy + "`")
                        .note(advice)
                        .seeing(first.effect().written().span(), "the other one"));
    }

    private boolean contradictory(Owned one, Owned two) {
        Operator a = one.effect().operator();
        Operator b = two.effect().operator();
        if (a == Operator.SETS && b == Operator.SETS) {
            return !one.lever().equals(two.lever())
                    && !sameValue(one.effect().value(), two.effect().value())
                    && !overrules(one.lever(), two.lever())
                    && !overrules(two.lever(), one.lever());
        }
        if (a == Operator.AT_LEAST && b == Operator.AT_MOST) {
            return constant(one) > constant(two);
        }
        return a == Operator.AT_MOST && b == Operator.AT_LEAST && constant(two) > constant(one);
    }

    private static boolean sameValue(Quantity one, Quantity two) {
        return one.distribution().equals(two.distribution());
    }

    private static double constant(Owned owned) {
        return owned.effect().value().distribution() instanceof Quantity.Constant constant ? constant.value() : 0;
    }

    private boolean overrules(String lever, String other) {
        return over(lever).contains(other);
    }

    private List<String> over(String lever) {
        Named<Block> named = draft.levers().get(lever);
        List<Ref> over = named == null ? null : named.value().find(Levers.OVER);
        return over == null ? List.of() : over.stream().map(Ref::name).toList();
    }

    // ---- prices

    private void checkPrice(String lever, Block block) {
        Block costs = block.find(Levers.COSTS);
        if (costs == null || mistaken.contains(lever)) {
            return;
        }
        if (costs.isWritten(Levers.MEMBER) && payingMembers(lever, block).isEmpty()) {
            session.problems()
                    .add(Problem.error(
                            costs.span(Levers.MEMBER),
                            "`" + lever + "` adds and changes no community with members",
                            "nobody would pay"));
        }
        if (costs.isWritten(Levers.CENTRE) && centres(lever, block).isEmpty()) {
            session.problems()
                    .add(Problem.error(
                            costs.span(Levers.CENTRE),
                            communities(lever, block).isEmpty()
                                    ? "`" + lever + "` adds and changes no community"
                                    : "nobody runs the community of `" + lever + "`",
                            communities(lever, block).isEmpty()
                                    ? "nobody would pay"
                                    : "write run-by: in the community"));
        }
        if (costs.isWritten(Levers.ORGANISATION) && touched(lever, block).isEmpty()) {
            session.problems()
                    .add(Problem.error(
                            costs.span(Levers.ORGANISATION),
                            "`" + lever + "` changes no organisation",
                            communities(lever, block).isEmpty()
                                    ? "nobody would pay"
                                    : "it changes a community: write `member` or `centre`"));
        }
    }

    /** Communities that the lever brings or widens. */
    private static List<String> broughtCommunities(Block block) {
        Block adds = block.find(Levers.ADDS);
        var added = adds == null ? null : adds.find(Levers.ADDED_COMMUNITIES);
        return added == null ? List.of() : List.copyOf(added.keySet());
    }

    /** Communities of which the lever changes a number. */
    private Set<String> changedCommunities(String lever) {
        Set<String> changed = new TreeSet<>();
        for (Effect effect : effects.getOrDefault(lever, List.of())) {
            String[] path = effect.number().path().split("\\.");
            if (path[0].equals(Language.COMMUNITIES.name())) {
                changed.add(path[1]);
            }
        }
        return changed;
    }

    private Set<String> communities(String lever, Block block) {
        Set<String> communities = changedCommunities(lever);
        communities.addAll(broughtCommunities(block));
        return communities;
    }

    /** Who joins by the lever, and who is a member of what it changes: with or without another lever that brings it. */
    private List<String> payingMembers(String lever, Block block) {
        TreeSet<String> members = new TreeSet<>(memberships(lever, block));
        for (String name : changedCommunities(lever)) {
            Entity community = draft.communities().get(name);
            boolean always = community != null && community.presence().levers().isEmpty();
            draft.members(name).forEach((member, presence) -> {
                if (!always || presence.levers().isEmpty()) {
                    members.add(member);
                }
            });
        }
        return List.copyOf(members);
    }

    private List<String> memberships(String lever, Block block) {
        TreeSet<String> members = new TreeSet<>();
        for (String community : broughtCommunities(block)) {
            draft.members(community).forEach((member, presence) -> {
                if (presence.levers().contains(lever)) {
                    members.add(member);
                }
            });
        }
        return List.copyOf(members);
    }

    private List<String> centres(String lever, Block block) {
        TreeSet<String> centres = new TreeSet<>();
        for (String name : communities(lever, block)) {
            Entity community = draft.communities().get(name);
            String centre = community == null ? null : Communities.centre(community.block(), draft);
            if (centre != null) {
                centres.add(centre);
            }
        }
        return List.copyOf(centres);
    }

    /** Organisations of which the lever changes, adds or removes anything. */
    private List<String> touched(String lever, Block block) {
        TreeSet<String> organisations = new TreeSet<>();
        for (Effect effect : effects.getOrDefault(lever, List.of())) {
            addIfKnown(organisations, effect.number().organisation());
        }
        for (Removal removal : removals.getOrDefault(lever, List.of())) {
            addIfKnown(organisations, removal.organisation());
        }
        Block adds = block.find(Levers.ADDS);
        if (adds == null) {
            return List.copyOf(organisations);
        }
        addAll(organisations, Kind.ORGANISATION, adds, Levers.ADDED_ORGANISATIONS);
        addAll(organisations, Kind.NETWORK, adds, Levers.ADDED_NETWORKS);
        addAll(organisations, Kind.ACCOUNT, adds, Levers.ADDED_ACCOUNTS);
        addAll(organisations, Kind.CREW, adds, Levers.ADDED_CREWS);
        addAll(organisations, Kind.SERVICE, adds, Levers.ADDED_SERVICES);
        return List.copyOf(organisations);
    }

    private <T> void addAll(TreeSet<String> organisations, Kind kind, Block adds, Key<Map<String, T>> key) {
        Map<String, T> added = adds.find(key);
        if (added != null) {
            added.keySet().forEach(name -> addIfKnown(organisations, draft.organisationOf(kind, name)));
        }
    }

    private static void addIfKnown(TreeSet<String> organisations, @Nullable String organisation) {
        if (organisation != null) {
            organisations.add(organisation);
        }
    }

    // ---- what the rest needs

    /** Whether the lever does anything at all. */
    boolean hasEffect(String lever, Block block) {
        if (mistaken.contains(lever)) {
            return true;
        }
        Block adds = block.find(Levers.ADDS);
        boolean adding = adds != null && adds.shape().keys().stream().anyMatch(adds::isWritten);
        boolean changing = effects.getOrDefault(lever, List.of()).stream().anyMatch(LeverEffects::changes);
        return adding || changing || !removals.getOrDefault(lever, List.of()).isEmpty();
    }

    private static boolean changes(Effect effect) {
        Quantity before = effect.number().value();
        if (effect.operator() == Operator.SCALES) {
            return !(effect.value().distribution() instanceof Quantity.Constant factor && factor.value() == 1);
        }
        if (before == null || effect.operator() == Operator.SETS) {
            return before == null || !sameValue(before, effect.value());
        }
        return true;
    }

    Lever build(String lever, Block block) {
        List<Lever.Change> changes = effects.getOrDefault(lever, List.of()).stream()
                .map(effect -> new Lever.Change(
                        effect.operator(), effect.number().path(), effect.value(), overruled(lever, effect)))
                .sorted(Comparator.comparing(Lever.Change::path).thenComparing(Lever.Change::operator))
                .toList();
        return new Lever(
                lever,
                block.get(Levers.SAYS),
                block.get(Levers.KIND),
                costs(lever, block),
                changes,
                removals.getOrDefault(lever, List.of()).stream()
                        .map(Removal::path)
                        .distinct()
                        .sorted()
                        .toList(),
                memberships(lever, block));
    }

    /** The lever that this one overrules at a number; empty where there is none. */
    private String overruled(String lever, Effect effect) {
        if (effect.operator() != Operator.SETS) {
            return "";
        }
        for (String other : over(lever)) {
            boolean same = effects.getOrDefault(other, List.of()).stream()
                    .anyMatch(theirs -> theirs.operator() == Operator.SETS
                            && theirs.number().path().equals(effect.number().path()));
            if (same) {
                return other;
            }
        }
        return "";
    }

    private List<Lever.Cost> costs(String lever, Block block) {
        Block costs = block.get(Levers.COSTS);
        List<Lever.Cost> result = new ArrayList<>();
        addCosts(result, costs.find(Levers.MEMBER), payingMembers(lever, block));
        addCosts(result, costs.find(Levers.CENTRE), centres(lever, block));
        addCosts(result, costs.find(Levers.ORGANISATION), touched(lever, block));
        return List.copyOf(result);
    }

    private static void addCosts(List<Lever.Cost> result, @Nullable Block price, List<String> organisations) {
        if (price != null) {
            organisations.forEach(organisation ->
                    result.add(new Lever.Cost(organisation, price.get(Levers.MONEY), price.get(Levers.ANALYST_HOURS))));
        }
    }
}
