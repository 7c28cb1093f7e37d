package org.shieldwall.scenarios.language;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Warns of what is allowed but does something else than it seems to; to be asked only where nothing is mistaken. */
final class Traps {
    private static final Set<Playbook.Kind> CUTS = EnumSet.of(Playbook.Kind.ISOLATE, Playbook.Kind.SEPARATE_NETWORK);
    private static final Set<Playbook.Kind> REBUILDS = EnumSet.of(Playbook.Kind.RESTORE, Playbook.Kind.REIMAGE);
    /** What an organisation mends by building an asset anew or putting a backup back. */
    private static final Set<Service.Damage> ON_DISK = EnumSet.of(Service.Damage.DISK, Service.Damage.ENCRYPTED);
    /** What a physical asset survives in its service. */
    private static final Set<Service.Damage> OF_COMPUTERS =
            EnumSet.of(Service.Damage.DISK, Service.Damage.FIRMWARE, Service.Damage.ENCRYPTED, Service.Damage.OFF);

    private final Draft draft;
    private final Problems problems;
    private final Set<String> varied = new HashSet<>();

    private Traps(@Nullable Block vary, Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
        List<Node.Entry> counts = vary == null ? null : vary.find(Varieties.COUNTS);
        if (counts != null) {
            counts.forEach(entry -> varied.add(entry.key().text()));
        }
    }

    static void check(@Nullable Block vary, Draft draft, Problems problems) {
        Traps traps = new Traps(vary, draft, problems);
        for (Entity service : draft.services().values()) {
            traps.need(service.block().get(Services.NEEDS));
            NeedText startsWith = service.block().find(Services.STARTS_WITH);
            if (startsWith != null) {
                traps.need(startsWith);
            }
        }
        if (!draft.services().isEmpty()) {
            draft.playbooks().values().forEach(traps::playbook);
        }
        traps.damage();
        traps.techniques();
    }

    // ---- needs

    private void need(NeedText need) {
        if (need instanceof NeedText.LeastOfAssets least) {
            String group = least.group().name();
            int count = draft.assetCount(group);
            if (least.k() > count && !varied.contains(group)) {
                problems.add(Problem.warning(
                        least.group().span(),
                        "of `" + group + "` there are only " + count + ", never " + least.k(),
                        "the service is dead from the start"));
            }
        } else if (need instanceof NeedText.Any any) {
            any.of().forEach(this::whole);
        } else if (need instanceof NeedText.Least least) {
            least.of().forEach(this::whole);
        }
        NeedShape.parts(need).forEach(this::need);
    }

    /** Beside others of which some are enough, a group of several is easily taken for any one of it. */
    private void whole(NeedText part) {
        if (part instanceof NeedText.Whole whole
                && draft.assets().containsKey(whole.ref().name())) {
            String group = whole.ref().name();
            if (draft.assetCount(group) > 1) {
                problems.add(Problem.warning(
                        whole.ref().span(),
                        "`" + group + "` means all " + draft.assetCount(group) + " of it here",
                        "for one of them write {at-least: 1, of: " + group + "}"));
            }
        }
    }

    // ---- playbooks

    private void playbook(Entity playbook) {
        List<Block> actions = playbook.block().get(Playbooks.ACTIONS);
        if (actions.stream().anyMatch(action -> action.get(Playbooks.DO) == Playbook.Kind.RECONNECT)) {
            return;
        }
        for (Block action : actions) {
            Playbook.Kind kind = action.get(Playbooks.DO);
            if (CUTS.contains(kind)) {
                problems.add(Problem.warning(
                        action.span(Playbooks.DO),
                        "what `" + Shapes.word(kind) + "` cuts off stays cut off",
                        "no `reconnect` follows in this playbook"));
            }
        }
    }

    // ---- damage

    /** That no crew and no playbook mends, on assets of a service that people need. */
    private void damage() {
        Set<String> wanted = wanted();
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                Ref name = step.block().get(Campaigns.DO);
                Entity technique = draft.techniques().get(name.name());
                Service.Damage damage =
                        technique == null ? null : technique.block().find(Techniques.DAMAGE);
                if (technique == null
                        || damage == null
                        || !lasts(technique.block().get(Techniques.DAMAGE_LASTS))) {
                    continue;
                }
                for (String group : draft.targets(flow, step)) {
                    Entity service = loser(group, damage, wanted);
                    if (service != null) {
                        problems.add(Problem.warning(
                                        name.span(),
                                        "nobody mends the damage `" + Shapes.word(damage) + "` of `" + group + "`",
                                        "no service that needs it has a `restore` that mends it, and no playbook does")
                                .seeing(service.name().span(), "this stays without it"));
                    }
                }
            }
        }
    }

    private static boolean lasts(Quantity time) {
        return time.distribution() instanceof Quantity.Constant constant && !Double.isFinite(constant.value());
    }

    /** A service that loses a group of assets for good; null where anybody mends it: mended is mended for all. */
    private @Nullable Entity loser(String group, Service.Damage damage, Set<String> wanted) {
        if (ON_DISK.contains(damage) && isRebuilt(group)) {
            return null;
        }
        Entity loser = null;
        for (Map.Entry<String, Entity> service : draft.services().entrySet()) {
            Block block = service.getValue().block();
            boolean needs = loses(block.get(Services.NEEDS), group, damage);
            if (needs
                    && block.get(Services.RESTORE).stream()
                            .anyMatch(way -> way.get(Services.MENDS).contains(damage))) {
                return null;
            }
            if (needs && loser == null && wanted.contains(service.getKey())) {
                loser = service.getValue();
            }
        }
        return loser;
    }

    /** Whether such damage takes away what is needed of a group. */
    private boolean loses(NeedText need, String group, Service.Damage damage) {
        if (need instanceof NeedText.LeastOfAssets
                || need instanceof NeedText.Share
                || need instanceof NeedText.Whole) {
            Service.Function function = need instanceof NeedText.LeastOfAssets least
                    ? least.function()
                    : need instanceof NeedText.Share share ? share.function() : Service.Function.SERVICE;
            boolean survives =
                    function == Service.Function.SERVICE && OF_COMPUTERS.contains(damage) && isPhysical(group);
            return !survives
                    && NeedShape.names(need).stream().anyMatch(ref -> ref.name().equals(group));
        }
        if (need instanceof NeedText.Delivered delivered) {
            return delivered.group().name().equals(group);
        }
        return NeedShape.parts(need).stream().anyMatch(part -> loses(part, group, damage));
    }

    private boolean isPhysical(String group) {
        Named<Block> asset = draft.assets().get(group);
        Entity template = asset == null
                ? null
                : draft.templates().get(asset.value().get(Networks.TEMPLATE).name());
        return template != null && template.block().get(Networks.PHYSICAL);
    }

    private boolean isRebuilt(String group) {
        String owner = draft.organisationOf(Kind.NETWORK, draft.assetNetworks().getOrDefault(group, ""));
        Entity organisation = owner == null ? null : draft.organisations().get(owner);
        Block security = organisation == null ? null : organisation.block().find(Organisations.SECURITY);
        Ref name = security == null ? null : security.find(Organisations.PLAYBOOK);
        Entity playbook = name == null ? null : draft.playbooks().get(name.name());
        return playbook != null
                && playbook.block().get(Playbooks.ACTIONS).stream()
                        .anyMatch(action -> REBUILDS.contains(action.get(Playbooks.DO)));
    }

    /** Services that people depend on, by themselves or through others. */
    private Set<String> wanted() {
        Set<String> wanted = new HashSet<>();
        draft.services().forEach((name, service) -> {
            if (service.block().isWritten(Services.SERVES)) {
                wanted.add(name);
            }
        });
        boolean grows = true;
        while (grows) {
            grows = false;
            for (String name : Set.copyOf(wanted)) {
                Entity service = draft.services().get(name);
                if (service != null) {
                    for (Ref ref : NeedShape.names(service.block().get(Services.NEEDS))) {
                        grows |= draft.services().containsKey(ref.name()) && wanted.add(ref.name());
                    }
                }
            }
        }
        return wanted;
    }

    // ---- techniques

    /** Of those that some step does. */
    private void techniques() {
        Set<String> used = new HashSet<>();
        draft.flows().values().forEach(flow -> flow.steps()
                .forEach(step -> used.add(step.block().get(Campaigns.DO).name())));
        draft.techniques().forEach((name, technique) -> {
            if (used.contains(name)) {
                instants(technique);
                flood(technique);
            }
        });
    }

    private void instants(Entity technique) {
        boolean atOnce = technique.block().get(Techniques.TAKES).distribution() instanceof Quantity.Constant constant
                && constant.value() == 0;
        for (Block trace : technique.block().get(Techniques.EVIDENCE)) {
            if (atOnce && trace.get(Techniques.WHEN) == Technique.When.DURING) {
                problems.add(Problem.warning(
                        trace.span(Techniques.WHEN),
                        "this trace never shows",
                        "an attempt of `" + technique.name().text() + "` takes no time; write `start`, or `takes:`"));
            }
        }
    }

    private void flood(Entity technique) {
        if (!technique.block().isWritten(Floods.FLOOD)) {
            return;
        }
        boolean recognisable = technique.block().get(Techniques.EVIDENCE).stream()
                .anyMatch(trace -> trace.get(Techniques.WHEN) == Technique.When.WHILE_HELD);
        if (!recognisable) {
            problems.add(Problem.warning(
                    technique.name().span(),
                    "nobody recognises the floods of `" + technique.name().text() + "`",
                    "only evidence `while-held` shows a flood; without it nothing is done about it"));
        }
    }
}
