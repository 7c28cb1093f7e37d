package org.shieldwall.world;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;

/**
 * A scenario compiled once, with all its levers (the union): immutable, shared by all threads, replications and
 * strategies. Every name is an index, every law a sampler, every calendar a list of instants.
 *
 * <p>Shapes: arrays of rows are indexed by the index within a kind ({@link Entities#index}); {@code groupOf} and
 * {@code networkOf} by asset. Memory: about 20 bytes per asset beside the Run's columns.
 */
public final class World {
    private static final long INTERNET_KEY = Dice.key("INTERNET");

    private final Scenario scenario;
    final Entities entities;
    final Parameters parameters;
    final NeedProgram needs;
    final ConditionProgram conditions;

    final Rows.OrganisationRow[] organisations;
    final Rows.NetworkRow[] networks;
    final Rows.GroupRow[] groups;
    final Rows.AccountRow[] accounts;
    final Rows.CrewRow[] crews;
    final Rows.ServiceRow[] services;
    final Rows.ClassRow[] classes;
    final Rows.SensorRow[] sensors;
    final Rows.ActorRow[] actors;
    final Rows.CampaignRow[] campaigns;
    final Rows.StepRow[] steps;
    final Rows.TechniqueRow[] techniques;
    final Rows.CommunityRow[] communities;
    final Rows.CostRow[][] leverCosts;

    final int[] groupOf;
    final int[] networkOf;
    final int[][] accountsFoundOn;
    final int[][] servicesNeeding;

    /** By entity: levers that bring it; null where it is always there. */
    final int[][] broughtBy;

    /** By entity: levers that remove it; null for none. */
    final int[][] removedBy;

    final boolean[] masked;
    final LinkRow[] links;
    private final int[] firstAssetOf;
    private final int[] endOfAssetsOf;
    final Map<String, Integer> leverIndex;
    final TrafficMap traffic;
    final Rows.ProbeRow[] probes;

    /** Services by which networks may be reached, as bits; a link without a service allows all. */
    record LinkRow(int from, int to, long services, int[] levers) {}

    World(WorldCompiler compiled) {
        scenario = compiled.scenario;
        entities = compiled.entities;
        parameters = compiled.parameters;
        needs = compiled.services.needs;
        conditions = compiled.campaigns.conditions;
        organisations = compiled.organisations.organisations;
        networks = compiled.layout.networks;
        groups = compiled.layout.groups;
        accounts = compiled.access.accounts;
        crews = compiled.services.crews;
        services = compiled.services.services;
        classes = compiled.services.classes;
        sensors = compiled.organisations.sensors;
        actors = compiled.actors.actors;
        campaigns = compiled.campaigns.campaigns;
        steps = compiled.campaigns.steps;
        techniques = compiled.techniques.techniques;
        communities = compiled.communities.communities;
        leverCosts = compiled.levers.costs;
        groupOf = compiled.layout.groupOf;
        networkOf = compiled.layout.networkOf;
        accountsFoundOn = compiled.access.accountsFoundOn;
        servicesNeeding = compiled.services.servicesNeeding;
        broughtBy = compiled.levers.broughtBy;
        removedBy = compiled.levers.removedBy;
        masked = compiled.levers.masked;
        links = compiled.access.links;
        firstAssetOf = new int[organisations.length];
        endOfAssetsOf = new int[organisations.length];
        for (int n = networks.length - 1; n >= 0; n--) {
            Rows.NetworkRow network = networks[n];
            firstAssetOf[network.organisation()] = network.firstAsset();
            endOfAssetsOf[network.organisation()] =
                    Math.max(endOfAssetsOf[network.organisation()], network.firstAsset() + network.assetCount());
        }
        leverIndex = compiled.catalogue.leverIndex();
        traffic = compiled.traffic;
        probes = compiled.probes;
    }

    /**
     * Compiles a scenario that its reader found without mistakes.
     *
     * @throws IllegalArgumentException if it refers to something that is not there
     */
    public static World compile(Scenario scenario) {
        return compile(scenario, Set.of());
    }

    /**
     * Compiles with some parts masked, as if they had not been written: their place and dice remain.
     *
     * @param masks names of entities, steps ({@code campaign.step} for all copies) or levers
     */
    public static World compile(Scenario scenario, Set<String> masks) {
        return compile(scenario, masks, Map.of());
    }

    /** @param numbers constants in place of what the scenario says, by path */
    static World compile(Scenario scenario, Set<String> masks, Map<String, Quantity> numbers) {
        return new World(new WorldCompiler(scenario, masks, numbers));
    }

    public Scenario scenario() {
        return scenario;
    }

    public Entities entities() {
        return entities;
    }

    public Parameters parameters() {
        return parameters;
    }

    public NeedProgram needs() {
        return needs;
    }

    public ConditionProgram conditions() {
        return conditions;
    }

    /** What carries traffic, what wants it and what floods it. */
    public TrafficMap traffic() {
        return traffic;
    }

    public long horizon() {
        return scenario.lastsNanos();
    }

    /** Index of the internet among networks: it comes after the scenario's own. */
    public int internet() {
        return networks.length;
    }

    public int organisationCount() {
        return organisations.length;
    }

    public Rows.OrganisationRow organisation(int organisation) {
        return organisations[organisation];
    }

    public int networkCount() {
        return networks.length;
    }

    public Rows.NetworkRow network(int network) {
        return networks[network];
    }

    public int groupCount() {
        return groups.length;
    }

    public Rows.GroupRow group(int group) {
        return groups[group];
    }

    public int assetCount() {
        return groupOf.length;
    }

    public int groupOf(int asset) {
        return groupOf[asset];
    }

    public int networkOf(int asset) {
        return networkOf[asset];
    }

    public int organisationOf(int asset) {
        return networks[networkOf[asset]].organisation();
    }

    public int accountCount() {
        return accounts.length;
    }

    public Rows.AccountRow account(int account) {
        return accounts[account];
    }

    /** Accounts whose credentials may be found on the assets of a group. */
    public int[] accountsFoundOn(int group) {
        return accountsFoundOn[group];
    }

    public int crewCount() {
        return crews.length;
    }

    public Rows.CrewRow crew(int crew) {
        return crews[crew];
    }

    public int serviceCount() {
        return services.length;
    }

    public Rows.ServiceRow service(int service) {
        return services[service];
    }

    /** Classes of those whom services serve, of all services. */
    public int classCount() {
        return classes.length;
    }

    public Rows.ClassRow servedClass(int served) {
        return classes[served];
    }

    /** Services that need a group of assets directly. */
    public int[] servicesNeeding(int group) {
        return servicesNeeding[group];
    }

    public int sensorCount() {
        return sensors.length;
    }

    public Rows.SensorRow sensor(int sensor) {
        return sensors[sensor];
    }

    public int actorCount() {
        return actors.length;
    }

    public Rows.ActorRow actor(int actor) {
        return actors[actor];
    }

    public int campaignCount() {
        return campaigns.length;
    }

    public Rows.CampaignRow campaign(int campaign) {
        return campaigns[campaign];
    }

    public int stepCount() {
        return steps.length;
    }

    public Rows.StepRow step(int step) {
        return steps[step];
    }

    public int techniqueCount() {
        return techniques.length;
    }

    public Rows.TechniqueRow technique(int technique) {
        return techniques[technique];
    }

    public int communityCount() {
        return communities.length;
    }

    public Rows.CommunityRow community(int community) {
        return communities[community];
    }

    public int probeCount() {
        return probes.length;
    }

    public Rows.ProbeRow probe(int probe) {
        return probes[probe];
    }

    public int leverCount() {
        return leverCosts.length;
    }

    /** The networks of one organisation are laid out one after the other: its first asset. */
    public int firstAssetOf(int organisation) {
        return firstAssetOf[organisation];
    }

    /** Behind its last asset; its first where it has none. */
    public int endOfAssetsOf(int organisation) {
        return endOfAssetsOf[organisation];
    }

    /** Networks from which some link leads to another, whatever levers are on. */
    public int[] linkedTo(int network) {
        return Arrays.stream(links)
                .filter(link -> link.to() == network && link.from() < networkCount())
                .mapToInt(LinkRow::from)
                .distinct()
                .toArray();
    }

    public Rows.CostRow[] leverCosts(int lever) {
        return leverCosts[lever];
    }

    /** All numbers as they stand while some levers are on. */
    public Numbers numbersUnder(boolean[] leversOn) {
        Numbers numbers = new Numbers(parameters, leverCount());
        numbers.follow(leversOn);
        return numbers;
    }

    /** Subject of the facts about what comes through of a demand. */
    public long deliveryKey(int demand) {
        return Dice.mix(entities.key(EntityKind.SERVICE, traffic.demandService[demand]), traffic.demandKey[demand]);
    }

    /** Key of an edge between two zones. */
    long edgeKey(int edge) {
        return Dice.mix(zoneKey(traffic.edgeFrom[edge]), zoneKey(traffic.edgeTo[edge]));
    }

    /** Key of a network or of the internet. */
    public long zoneKey(int zone) {
        return zone == internet() ? INTERNET_KEY : entities.key(EntityKind.NETWORK, zone);
    }

    /** Whether an organisation is there while some levers are on. */
    public boolean isPresent(int organisation, boolean[] leversOn) {
        int entity = entities.entity(EntityKind.ORGANISATION, organisation);
        return !masked[entity] && isThere(entity, leversOn);
    }

    /** Whether a service, and who provides it, is there while some levers are on. */
    public boolean isServicePresent(int service, boolean[] leversOn) {
        int entity = entities.entity(EntityKind.SERVICE, service);
        return !masked[entity]
                && isThere(entity, leversOn)
                && isPresent(service(service).provider(), leversOn);
    }

    /** By the levers that bring or remove it alone. */
    boolean isThere(int entity, boolean[] leversOn) {
        int[] brought = broughtBy[entity];
        int[] removed = removedBy[entity];
        return (brought == null || anyOn(brought, leversOn)) && (removed == null || !anyOn(removed, leversOn));
    }

    private boolean anyOn(int[] levers, boolean[] leversOn) {
        for (int lever : levers) {
            if (leversOn[lever] && !masked[entities.entity(EntityKind.LEVER, lever)]) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these levers is on; true where there are none. */
    boolean broughtBy(int[] levers, boolean[] leversOn) {
        return levers.length == 0 || anyOn(levers, leversOn);
    }

    /** @throws IllegalArgumentException if there is no such lever */
    public int lever(String name) {
        Integer index = leverIndex.get(name);
        if (index == null) {
            throw new IllegalArgumentException("No lever is called (%s); there are %s.".formatted(name, levers()));
        }
        return index;
    }

    public List<String> levers() {
        return scenario.levers().stream().map(lever -> lever.name()).sorted().toList();
    }
}
