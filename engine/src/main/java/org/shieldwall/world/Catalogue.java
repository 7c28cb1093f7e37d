package org.shieldwall.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Probe;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;

/**
 * The parts of a scenario in the order of their paths, never of writing: their places are their numbers in the World. Each
 * is found by its name; whoever asks for a name that nothing has gets an {@link IllegalArgumentException}.
 */
final class Catalogue {
    record GroupOf(int network, Network.AssetGroup assets) {}

    record SensorOf(int organisation, Organisation.Sensor sensor) {}

    /** @param path campaign, copy if there are several, and step */
    record StepOf(int campaign, Campaign.Step step, String path) {}

    final List<Organisation> organisations;
    final List<Network> networks;
    final List<Network.Account> accounts;
    final List<Service.Crew> crews;
    final List<Service> services;
    final ServedClasses classes;
    final List<Campaign.Actor> actors;
    final List<Campaign> campaigns;
    final List<Technique> techniques;
    final List<Community> communities;
    final List<Lever> levers;
    final List<Probe> probes;

    /** Groups of assets, network by network. */
    final List<GroupOf> groups;

    final List<SensorOf> sensors;
    final List<StepOf> steps;

    private final Map<String, Integer> organisationIndex;
    private final Map<String, Integer> networkIndex;
    private final Map<String, Integer> accountIndex;
    private final Map<String, Integer> crewIndex;
    private final Map<String, Integer> serviceIndex;
    private final Map<String, Integer> actorIndex;
    private final Map<String, Integer> techniqueIndex;
    private final Map<String, Integer> leverIndex;
    private final Map<String, Integer> groupIndex;
    private final Map<String, Integer> stepIndex;

    Catalogue(Scenario scenario) {
        organisations = sorted(scenario.organisations(), Organisation::name);
        networks = sorted(scenario.networks(), Catalogue::path);
        accounts = sorted(scenario.accounts(), Network.Account::name);
        crews = sorted(scenario.crews(), Service.Crew::name);
        services = sorted(scenario.services(), Service::name);
        classes = new ServedClasses(services);
        actors = sorted(scenario.actors(), Campaign.Actor::name);
        campaigns = sorted(scenario.campaigns(), Campaign::name);
        techniques = sorted(scenario.techniques(), Technique::name);
        communities = sorted(scenario.communities(), Community::name);
        levers = sorted(scenario.levers(), Lever::name);
        probes = sorted(scenario.probes(), Probe::name);
        groups = groups();
        sensors = sensors();
        steps = steps();
        organisationIndex = index(organisations, Organisation::name);
        networkIndex = index(networks, Network::name);
        accountIndex = index(accounts, Network.Account::name);
        crewIndex = index(crews, Service.Crew::name);
        serviceIndex = index(services, Service::name);
        actorIndex = index(actors, Campaign.Actor::name);
        techniqueIndex = index(techniques, Technique::name);
        leverIndex = index(levers, Lever::name);
        groupIndex = index(groups, group -> group.assets().name());
        stepIndex = index(steps, StepOf::path);
    }

    static <T> List<T> sorted(List<T> list, Function<T, String> path) {
        return list.stream().sorted(Comparator.comparing(path)).toList();
    }

    private static <T> Map<String, Integer> index(List<T> list, Function<T, String> name) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            map.put(name.apply(list.get(i)), i);
        }
        return map;
    }

    private List<GroupOf> groups() {
        List<GroupOf> found = new ArrayList<>();
        for (int n = 0; n < networks.size(); n++) {
            for (Network.AssetGroup group : sorted(networks.get(n).assets(), Network.AssetGroup::name)) {
                found.add(new GroupOf(n, group));
            }
        }
        return found;
    }

    private List<SensorOf> sensors() {
        List<SensorOf> found = new ArrayList<>();
        for (int o = 0; o < organisations.size(); o++) {
            List<Organisation.Sensor> own = organisations.get(o).security().sensors();
            for (Organisation.Sensor sensor : sorted(own, Organisation.Sensor::name)) {
                found.add(new SensorOf(o, sensor));
            }
        }
        return found;
    }

    private List<StepOf> steps() {
        List<StepOf> found = new ArrayList<>();
        for (int c = 0; c < campaigns.size(); c++) {
            Campaign campaign = campaigns.get(c);
            for (Campaign.Step step : campaign.steps()) {
                String copy = step.copy() == null ? "" : step.copy() + ".";
                found.add(new StepOf(c, step, campaign.name() + "." + copy + step.name()));
            }
        }
        return sorted(found, StepOf::path);
    }

    static String path(Network network) {
        return network.organisation() + "/" + network.name();
    }

    /** Numbers everything that has a path. */
    Entities entities(Layout layout) {
        return new Entities.Builder()
                .block(EntityKind.ORGANISATION, organisations.size(), i -> organisations
                        .get(i)
                        .name())
                .block(EntityKind.NETWORK, networks.size(), i -> path(networks.get(i)))
                .block(EntityKind.ASSET, layout.groupOf.length, asset -> assetPath(layout, asset))
                .block(EntityKind.ACCOUNT, accounts.size(), i -> accounts.get(i).name())
                .block(EntityKind.CREW, crews.size(), i -> crews.get(i).name())
                .block(EntityKind.SERVICE, services.size(), i -> services.get(i).name())
                .block(EntityKind.SERVICE_CLASS, classes.count(), classes::path)
                .block(EntityKind.SENSOR, sensors.size(), this::sensorPath)
                .block(EntityKind.ACTOR, actors.size(), i -> actors.get(i).name())
                .block(EntityKind.CAMPAIGN, campaigns.size(), i -> campaigns
                        .get(i)
                        .name())
                .block(EntityKind.STEP, steps.size(), i -> steps.get(i).path())
                .block(EntityKind.COMMUNITY, communities.size(), i -> communities
                        .get(i)
                        .name())
                .block(EntityKind.LEVER, levers.size(), i -> levers.get(i).name())
                .build();
    }

    private String assetPath(Layout layout, int asset) {
        Rows.GroupRow group = layout.groups[layout.groupOf[asset]];
        return path(networks.get(group.network())) + "/" + group.name() + "/" + (asset - group.firstAsset() + 1);
    }

    private String sensorPath(int sensor) {
        SensorOf of = sensors.get(sensor);
        return organisations.get(of.organisation()).name() + "." + of.sensor().name();
    }

    int organisation(String name) {
        return find(organisationIndex, name, "organisation");
    }

    int network(String name) {
        return find(networkIndex, name, "network");
    }

    int account(String name) {
        return find(accountIndex, name, "account");
    }

    int crew(String name) {
        return find(crewIndex, name, "crew");
    }

    int service(String name) {
        return find(serviceIndex, name, "service");
    }

    int actor(String name) {
        return find(actorIndex, name, "actor");
    }

    int technique(String name) {
        return find(techniqueIndex, name, "technique");
    }

    int lever(String name) {
        return find(leverIndex, name, "lever");
    }

    int group(String name) {
        return find(groupIndex, name, "group of assets");
    }

    int step(String name) {
        return find(stepIndex, name, "step");
    }

    /** The network of a name, or the internet, which comes after all networks. */
    int zone(String name) {
        return name.equals(Network.INTERNET) ? networks.size() : network(name);
    }

    /** The group of assets of a name, or null. */
    @Nullable
    Integer groupIfAny(String name) {
        return groupIndex.get(name);
    }

    /** The network of a name, or null. */
    @Nullable
    Integer networkIfAny(String name) {
        return networkIndex.get(name);
    }

    /** The levers that bring something. */
    int[] levers(Presence presence) {
        return presence.levers().stream().mapToInt(this::lever).toArray();
    }

    Map<String, Integer> leverIndex() {
        return leverIndex;
    }

    private static int find(Map<String, Integer> index, String name, String what) {
        Integer found = index.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No %s is called (%s).".formatted(what, name));
        }
        return found;
    }
}
