package org.shieldwall.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Presence;

/** Compiles levers: what each brings, removes, changes and costs; and the masks, which are never lifted. */
final class LeverCompiler {
    private final Catalogue catalogue;
    private final Layout layout;
    private final Entities entities;

    /** [entity]: levers that bring it; null where it is always there. */
    final int[][] broughtBy;

    /** [entity]: levers that remove it; null for none. */
    final int[][] removedBy;

    /** [entity] */
    final boolean[] masked;

    final Rows.CostRow[][] costs;

    LeverCompiler(Catalogue catalogue, Layout layout, Entities entities, Parameters parameters, Set<String> masks) {
        this.catalogue = catalogue;
        this.layout = layout;
        this.entities = entities;
        broughtBy = new int[entities.size()][];
        removedBy = new int[entities.size()][];
        masked = new boolean[entities.size()];
        presence();
        costs = levers(parameters);
        mask(masks);
    }

    private void presence() {
        for (int i = 0; i < catalogue.organisations.size(); i++) {
            present(EntityKind.ORGANISATION, i, catalogue.organisations.get(i).presence());
        }
        for (int i = 0; i < catalogue.networks.size(); i++) {
            present(EntityKind.NETWORK, i, catalogue.networks.get(i).presence());
        }
        for (int g = 0; g < layout.groups.length; g++) {
            presentAssets(layout.groups[g], catalogue.groups.get(g).assets().presence());
        }
        for (int i = 0; i < catalogue.accounts.size(); i++) {
            present(EntityKind.ACCOUNT, i, catalogue.accounts.get(i).presence());
        }
        for (int i = 0; i < catalogue.crews.size(); i++) {
            present(EntityKind.CREW, i, catalogue.crews.get(i).presence());
        }
        for (int i = 0; i < catalogue.services.size(); i++) {
            present(EntityKind.SERVICE, i, catalogue.services.get(i).presence());
        }
        for (int i = 0; i < catalogue.sensors.size(); i++) {
            present(EntityKind.SENSOR, i, catalogue.sensors.get(i).sensor().presence());
        }
        for (int i = 0; i < catalogue.actors.size(); i++) {
            present(EntityKind.ACTOR, i, catalogue.actors.get(i).presence());
        }
        for (int i = 0; i < catalogue.campaigns.size(); i++) {
            present(EntityKind.CAMPAIGN, i, catalogue.campaigns.get(i).presence());
        }
        for (int i = 0; i < catalogue.communities.size(); i++) {
            present(EntityKind.COMMUNITY, i, catalogue.communities.get(i).presence());
        }
    }

    private void present(EntityKind kind, int index, Presence presence) {
        if (!presence.levers().isEmpty()) {
            broughtBy[entities.entity(kind, index)] = catalogue.levers(presence);
        }
    }

    /** The assets of a group share one list: there may be a million. */
    private void presentAssets(Rows.GroupRow group, Presence presence) {
        if (!presence.levers().isEmpty()) {
            int first = entities.entity(EntityKind.ASSET, group.firstAsset());
            Arrays.fill(broughtBy, first, first + group.assetCount(), catalogue.levers(presence));
        }
    }

    private Rows.CostRow[][] levers(Parameters parameters) {
        Rows.CostRow[][] costs = new Rows.CostRow[catalogue.levers.size()][];
        for (int l = 0; l < costs.length; l++) {
            Lever lever = catalogue.levers.get(l);
            for (Lever.Change change : lever.changes()) {
                int over = change.over().isEmpty() ? -1 : catalogue.lever(change.over());
                parameters.apply(l, change, over);
            }
            for (String path : lever.removes()) {
                for (int entity : atPath(path)) {
                    removedBy[entity] = append(removedBy[entity], l);
                }
            }
            costs[l] = lever.costs().stream()
                    .map(cost -> new Rows.CostRow(
                            catalogue.organisation(cost.organisation()),
                            Laws.middle(cost.moneyPerYear()),
                            Laws.middle(cost.analystHoursPerWeek())))
                    .toArray(Rows.CostRow[]::new);
        }
        return costs;
    }

    private static int[] append(int @Nullable [] array, int element) {
        int[] longer = array == null ? new int[1] : Arrays.copyOf(array, array.length + 1);
        longer[longer.length - 1] = element;
        return longer;
    }

    private void mask(Set<String> masks) {
        for (String name : masks) {
            for (int entity : named(name)) {
                masked[entity] = true;
            }
        }
    }

    /** Entities at a path of the language: {@code crews.west-crews}, {@code organisations.o.security.sensors.edr}. */
    private List<Integer> atPath(String path) {
        String[] parts = path.split("\\.");
        String last = parts[parts.length - 1];
        EntityKind kind =
                switch (parts[0]) {
                    case "organisations" -> parts.length > 2 ? EntityKind.SENSOR : EntityKind.ORGANISATION;
                    case "networks" -> parts.length > 2 ? EntityKind.ASSET : EntityKind.NETWORK;
                    case "accounts" -> EntityKind.ACCOUNT;
                    case "crews" -> EntityKind.CREW;
                    case "services" -> EntityKind.SERVICE;
                    case "actors" -> EntityKind.ACTOR;
                    case "campaigns" -> parts.length > 2 ? EntityKind.STEP : EntityKind.CAMPAIGN;
                    case "communities" -> EntityKind.COMMUNITY;
                    default -> throw new IllegalArgumentException("Nothing at (%s) can be removed.".formatted(path));
                };
        String name = kind == EntityKind.SENSOR
                ? parts[1] + "." + last
                : kind == EntityKind.STEP ? parts[1] + "." + last : last;
        return named(name).stream()
                .filter(entity -> entities.kind(entity) == kind)
                .toList();
    }

    /** Entities of a name: by path, by last segment, by group of assets, or a step in all copies. */
    private List<Integer> named(String name) {
        List<Integer> found = new ArrayList<>();
        Integer group = catalogue.groupIfAny(name);
        if (group != null) {
            for (int i = 0; i < layout.groups[group].assetCount(); i++) {
                found.add(entities.entity(EntityKind.ASSET, layout.groups[group].firstAsset() + i));
            }
        }
        Integer network = catalogue.networkIfAny(name);
        if (network != null) {
            found.add(entities.entity(EntityKind.NETWORK, network));
        }
        for (EntityKind kind : EntityKind.values()) {
            if (kind == EntityKind.ASSET || kind == EntityKind.NETWORK) {
                continue;
            }
            for (int i = 0; i < entities.count(kind); i++) {
                int entity = entities.entity(kind, i);
                if (entities.name(entity).equals(name)
                        || kind == EntityKind.STEP
                                && inAllCopies(catalogue.steps.get(i)).equals(name)) {
                    found.add(entity);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Nothing in the scenario is called (%s).".formatted(name));
        }
        return found;
    }

    private String inAllCopies(Catalogue.StepOf of) {
        return catalogue.campaigns.get(of.campaign()).name() + "." + of.step().name();
    }
}
