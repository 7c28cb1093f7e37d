package org.shieldwall.world;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Probe;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenario.Technique;

/**
 * Builds the World: sorts by path, numbers, resolves names, compiles laws and calendars. Paths of numbers are those of
 * the scenario language, so that levers find them.
 */
final class WorldCompiler {
    final Scenario scenario;
    final Parameters parameters;

    private final List<Organisation> sortedOrganisations;
    private final List<Network> sortedNetworks;
    private final List<Network.Account> sortedAccounts;
    private final List<Service.Crew> sortedCrews;
    private final List<Service> sortedServices;
    private final List<Campaign.Actor> sortedActors;
    private final List<Campaign> sortedCampaigns;
    private final List<Technique> sortedTechniques;
    private final List<Community> sortedCommunities;
    private final List<Lever> sortedLevers;

    private final Map<String, Integer> organisationIndex;
    private final Map<String, Integer> networkIndex;
    private final Map<String, Integer> groupIndex = new HashMap<>();
    private final Map<String, Integer> accountIndex;
    private final Map<String, Integer> crewIndex;
    private final Map<String, Integer> serviceIndex;
    private final ServedClasses servedClasses;
    private final Map<String, Integer> actorIndex;
    private final Map<String, Integer> techniqueIndex;
    final Map<String, Integer> leverIndex;
    private final Map<String, Integer> serviceBits = new HashMap<>();

    private record SensorOf(int organisation, Organisation.Sensor sensor) {}

    private record StepOf(int campaign, Campaign.Step step, String path) {}

    private final List<SensorOf> sensorList = new ArrayList<>();
    private final List<StepOf> stepList = new ArrayList<>();
    private final Map<String, Integer> stepIndex = new HashMap<>();
    private final List<Network.AssetGroup> groupList = new ArrayList<>();
    private List<TrafficCompiler.Demand> demands = List.of();

    final Entities entities;
    NeedProgram needs;
    ConditionProgram conditions;
    Rows.OrganisationRow[] organisations;
    Rows.NetworkRow[] networks;
    Rows.GroupRow[] groups;
    Rows.AccountRow[] accounts;
    Rows.CrewRow[] crews;
    Rows.ServiceRow[] services;
    Rows.ClassRow[] classes;
    Rows.SensorRow[] sensors;
    Rows.ActorRow[] actors;
    Rows.CampaignRow[] campaigns;
    Rows.StepRow[] steps;
    Rows.TechniqueRow[] techniques;
    Rows.CommunityRow[] communities;
    Rows.CostRow[][] leverCosts;
    int[] groupOf;
    int[] networkOf;
    int[][] accountsFoundOn;
    int[][] servicesNeeding;
    final int[][] broughtBy;
    final int[][] removedBy;
    final boolean[] masked;
    World.LinkRow[] links;
    TrafficMap traffic;
    final Rows.ProbeRow[] probes;

    WorldCompiler(Scenario scenario, Set<String> masks, Map<String, Quantity> numbers) {
        this.scenario = scenario;
        parameters = new Parameters(numbers);
        sortedOrganisations = sorted(scenario.organisations(), Organisation::name);
        organisationIndex = index(sortedOrganisations, Organisation::name);
        sortedNetworks = sorted(scenario.networks(), network -> network.organisation() + "/" + network.name());
        networkIndex = index(sortedNetworks, Network::name);
        sortedAccounts = sorted(scenario.accounts(), Network.Account::name);
        accountIndex = index(sortedAccounts, Network.Account::name);
        sortedCrews = sorted(scenario.crews(), Service.Crew::name);
        crewIndex = index(sortedCrews, Service.Crew::name);
        sortedServices = sorted(scenario.services(), Service::name);
        serviceIndex = index(sortedServices, Service::name);
        servedClasses = new ServedClasses(sortedServices);
        sortedActors = sorted(scenario.actors(), Campaign.Actor::name);
        actorIndex = index(sortedActors, Campaign.Actor::name);
        sortedCampaigns = sorted(scenario.campaigns(), Campaign::name);
        sortedTechniques = sorted(scenario.techniques(), Technique::name);
        techniqueIndex = index(sortedTechniques, Technique::name);
        sortedCommunities = sorted(scenario.communities(), Community::name);
        sortedLevers = sorted(scenario.levers(), Lever::name);
        leverIndex = index(sortedLevers, Lever::name);

        layOutAssets();
        listSensorsAndSteps();
        entities = number();
        broughtBy = new int[entities.size()][];
        removedBy = new int[entities.size()][];
        masked = new boolean[entities.size()];

        compileTechniques();
        compileOrganisations();
        compileAccounts();
        compileCrews();
        compileServices();
        compileActors();
        compileCampaigns();
        compileCommunities();
        compileLinks();
        traffic = compileTraffic();
        probes = probes();
        compilePresence();
        compileLevers();
        mask(masks);
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> path) {
        return list.stream().sorted(Comparator.comparing(path)).toList();
    }

    private static <T> Map<String, Integer> index(List<T> list, Function<T, String> name) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            map.put(name.apply(list.get(i)), i);
        }
        return map;
    }

    private static int find(Map<String, Integer> index, String name, String what) {
        Integer found = index.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No %s is called (%s).".formatted(what, name));
        }
        return found;
    }

    private void layOutAssets() {
        networks = new Rows.NetworkRow[sortedNetworks.size()];
        List<Rows.GroupRow> rows = new ArrayList<>();
        int asset = 0;
        for (int n = 0; n < networks.length; n++) {
            Network network = sortedNetworks.get(n);
            int firstAsset = asset;
            int firstGroup = rows.size();
            for (Network.AssetGroup group : sorted(network.assets(), Network.AssetGroup::name)) {
                groupIndex.put(group.name(), rows.size());
                groupList.add(group);
                int fails = group.fails() == null
                        ? -1
                        : parameters.time(
                                "networks.%s.assets.%s.fails".formatted(network.name(), group.name()), group.fails());
                rows.add(new Rows.GroupRow(
                        group.name(),
                        n,
                        asset,
                        group.count(),
                        group.template().physical(),
                        parameters.number(
                                "networks.%s.assets.%s.hardening".formatted(network.name(), group.name()),
                                group.template().hardening()),
                        fails));
                asset += group.count();
            }
            int organisation = find(organisationIndex, network.organisation(), "organisation");
            networks[n] = new Rows.NetworkRow(
                    organisation, firstAsset, asset - firstAsset, firstGroup, rows.size() - firstGroup);
        }
        groups = rows.toArray(Rows.GroupRow[]::new);
        groupOf = new int[asset];
        networkOf = new int[asset];
        for (int g = 0; g < groups.length; g++) {
            Rows.GroupRow row = groups[g];
            Arrays.fill(groupOf, row.firstAsset(), row.firstAsset() + row.assetCount(), g);
            Arrays.fill(networkOf, row.firstAsset(), row.firstAsset() + row.assetCount(), row.network());
        }
    }

    private void listSensorsAndSteps() {
        for (int o = 0; o < sortedOrganisations.size(); o++) {
            Organisation organisation = sortedOrganisations.get(o);
            for (Organisation.Sensor sensor : sorted(organisation.security().sensors(), Organisation.Sensor::name)) {
                sensorList.add(new SensorOf(o, sensor));
            }
        }
        List<StepOf> found = new ArrayList<>();
        for (int c = 0; c < sortedCampaigns.size(); c++) {
            Campaign campaign = sortedCampaigns.get(c);
            for (Campaign.Step step : campaign.steps()) {
                String copy = step.copy() == null ? "" : step.copy() + ".";
                found.add(new StepOf(c, step, campaign.name() + "." + copy + step.name()));
            }
        }
        stepList.addAll(sorted(found, StepOf::path));
        for (int s = 0; s < stepList.size(); s++) {
            stepIndex.put(stepList.get(s).path(), s);
        }
    }

    private Entities number() {
        return new Entities.Builder()
                .block(EntityKind.ORGANISATION, sortedOrganisations.size(), i -> sortedOrganisations
                        .get(i)
                        .name())
                .block(EntityKind.NETWORK, sortedNetworks.size(), i -> networkPath(sortedNetworks.get(i)))
                .block(EntityKind.ASSET, groupOf.length, this::assetPath)
                .block(EntityKind.ACCOUNT, sortedAccounts.size(), i -> sortedAccounts
                        .get(i)
                        .name())
                .block(EntityKind.CREW, sortedCrews.size(), i -> sortedCrews
                        .get(i)
                        .name())
                .block(EntityKind.SERVICE, sortedServices.size(), i -> sortedServices
                        .get(i)
                        .name())
                .block(EntityKind.SERVICE_CLASS, servedClasses.count(), servedClasses::path)
                .block(EntityKind.SENSOR, sensorList.size(), this::sensorPath)
                .block(EntityKind.ACTOR, sortedActors.size(), i -> sortedActors
                        .get(i)
                        .name())
                .block(EntityKind.CAMPAIGN, sortedCampaigns.size(), i -> sortedCampaigns
                        .get(i)
                        .name())
                .block(EntityKind.STEP, stepList.size(), i -> stepList.get(i).path())
                .block(EntityKind.COMMUNITY, sortedCommunities.size(), i -> sortedCommunities
                        .get(i)
                        .name())
                .block(EntityKind.LEVER, sortedLevers.size(), i -> sortedLevers
                        .get(i)
                        .name())
                .build();
    }

    private static String networkPath(Network network) {
        return network.organisation() + "/" + network.name();
    }

    private String assetPath(int asset) {
        Rows.GroupRow group = groups[groupOf[asset]];
        return networkPath(sortedNetworks.get(group.network())) + "/" + group.name() + "/"
                + (asset - group.firstAsset() + 1);
    }

    private String sensorPath(int sensor) {
        SensorOf of = sensorList.get(sensor);
        return sortedOrganisations.get(of.organisation()).name() + "."
                + of.sensor().name();
    }

    private void compileTechniques() {
        techniques = new Rows.TechniqueRow[sortedTechniques.size()];
        for (int t = 0; t < techniques.length; t++) {
            Technique technique = sortedTechniques.get(t);
            String path = "techniques." + technique.name() + ".";
            int burns = bits(technique.burns());
            Rows.EvidenceRow[] evidence = evidence(path, technique.evidence());
            techniques[t] = new Rows.TechniqueRow(
                    technique.name(),
                    Dice.key("TECHNIQUE:" + technique.name()),
                    parameters.time(path + "takes", technique.takes()),
                    parameters.number(path + "can", technique.can()),
                    parameters.number(path + "patched", technique.onceTargetIsPatched()),
                    parameters.number(path + "each", technique.each()),
                    technique.skillWeight(),
                    technique.hardeningWeight(),
                    technique.atOnce(),
                    technique.requires().position(),
                    technique.requires().from(),
                    technique.requires().service() == null
                            ? 0
                            : serviceBit(technique.requires().service()),
                    technique.requires().credential(),
                    technique.grants().position(),
                    technique.grants().persistence(),
                    technique.grants().credential(),
                    technique.grants().discovers(),
                    technique.damage() == null ? -1 : technique.damage().ordinal(),
                    time(technique.damageLasts()),
                    technique.destroysBackups(),
                    technique.givesKey(),
                    evidence,
                    burns,
                    middle(technique.cost()));
        }
    }

    private Rows.EvidenceRow[] evidence(String path, List<Technique.Evidence> traces) {
        Rows.EvidenceRow[] rows = new Rows.EvidenceRow[traces.size()];
        for (int e = 0; e < rows.length; e++) {
            Technique.Evidence trace = traces.get(e);
            String own = path + "evidence." + (e + 1) + ".";
            rows[e] = new Rows.EvidenceRow(
                    trace.sensor(),
                    trace.when(),
                    parameters.number(own + "visibility", trace.visibility()),
                    parameters.number(own + "rate", trace.rate()));
        }
        return rows;
    }

    private static int bits(Set<Technique.Level> levels) {
        int bits = 0;
        for (Technique.Level level : levels) {
            bits |= 1 << level.ordinal();
        }
        return bits;
    }

    private static double middle(Quantity quantity) {
        return Laws.sampler(quantity.distribution(), 1).quantile(0.5);
    }

    private static Sampler time(Quantity quantity) {
        return Laws.sampler(quantity.distribution(), Parameters.NANOS);
    }

    /** Names of link services get bits as they appear; the sixty-fifth and later share the last. */
    private long serviceBit(String service) {
        int bit = serviceBits.computeIfAbsent(service, name -> Math.min(63, serviceBits.size()));
        return 1L << bit;
    }

    private Roster roster(Shift shift, ZoneId zone) {
        return Roster.compile(shift, scenario.starts(), scenario.zone(), zone, scenario.lastsNanos());
    }

    private void compileOrganisations() {
        sensors = new Rows.SensorRow[sensorList.size()];
        organisations = new Rows.OrganisationRow[sortedOrganisations.size()];
        for (int o = 0; o < organisations.length; o++) {
            Organisation organisation = sortedOrganisations.get(o);
            Organisation.Security security = organisation.security();
            Organisation.Analysts analysts = security.analysts();
            Organisation.Investigation investigation = security.investigation();
            Organisation.IndicatorHandling indicators = security.indicators();
            Organisation.Willingness sharing = security.sharing();
            String path = "organisations." + organisation.name() + ".security.";
            int triage = parameters.time(path + "analysts.triage", analysts.triage());
            int[] own = compileSensors(o, path, triage);
            organisations[o] = new Rows.OrganisationRow(
                    parameters.number(path + "analysts.count", analysts.count()),
                    parameters.number(path + "analysts.second-tier", analysts.secondTier()),
                    parameters.number(path + "analysts.skill", analysts.skill()),
                    triage,
                    parameters.number(path + "analysts.sensitivity", analysts.sensitivity()),
                    parameters.number(path + "analysts.specificity", analysts.specificity()),
                    parameters.number(path + "analysts.skill-weight", analysts.skillWeight()),
                    parameters.number(path + "analysts.context-weight", analysts.contextWeight()),
                    parameters.number(path + "analysts.fatigue", analysts.fatigue()),
                    parameters.time(path + "analysts.fresh-for", analysts.freshFor()),
                    parameters.number(path + "analysts.load-weight", analysts.loadWeight()),
                    parameters.time(path + "analysts.patience", analysts.patience()),
                    parameters.number(path + "analysts.hour-cost", analysts.hourCost()),
                    parameters.time(path + "investigation.session", investigation.session()),
                    parameters.number(path + "investigation.find-rate", investigation.findRate()),
                    parameters.number(path + "investigation.skill-weight", investigation.skillWeight()),
                    parameters.number(path + "investigation.logged", investigation.logged()),
                    parameters.number(path + "investigation.wrong-suspicion", investigation.wrongSuspicion()),
                    parameters.number(path + "officer", security.officer()),
                    parameters.time(path + "decision-time", security.decisionTime()),
                    parameters.number(path + "hardening", security.hardening()),
                    parameters.time(path + "indicators.analysis", indicators.analysis()),
                    parameters.number(path + "indicators.extract", indicators.extract()),
                    parameters.time(path + "indicators.legal-delay", indicators.legalDelay()),
                    parameters.time(path + "indicators.deploy", indicators.deploy()),
                    parameters.time(path + "indicators.ingest-work", indicators.ingestWork()),
                    parameters.number(path + "sharing.duty", sharing.duty()),
                    parameters.number(path + "sharing.reciprocity", sharing.reciprocity()),
                    parameters.number(path + "sharing.liability", sharing.liability()),
                    parameters.number(path + "sharing.reputation-loss", sharing.reputationLoss()),
                    parameters.number(path + "caution", security.caution()),
                    trust(path + "sharing.trust.", sharing.trust()),
                    bits(indicators.blocks()),
                    backups(path + "backups.", security.backups()),
                    investigation.rounds(),
                    analysts.discipline(),
                    roster(analysts.onDuty(), organisation.zone()),
                    roster(security.decidersOnDuty(), organisation.zone()),
                    playbook(security.playbook()),
                    own);
        }
    }

    private Rows.BackupRow backups(String path, Organisation.Backups backups) {
        return new Rows.BackupRow(
                parameters.number(path + "kept", backups.kept()),
                parameters.number(path + "work", backups.work()),
                parameters.time(path + "reach", backups.reach()),
                parameters.time(path + "every", backups.every()),
                parameters.number(path + "online", backups.online()));
    }

    private Rows.TrustRow trust(String path, Organisation.Trust trust) {
        return new Rows.TrustRow(
                parameters.number(path + "start", trust.start()),
                parameters.number(path + "useful", trust.useful()),
                parameters.number(path + "false-alarm", trust.falseAlarm()),
                parameters.number(path + "withheld", trust.withheld()),
                parameters.number(path + "leak", trust.leak()),
                parameters.time(path + "half-life", trust.halfLife()));
    }

    private int[] compileSensors(int organisation, String path, int triage) {
        List<Integer> own = new ArrayList<>();
        for (int s = 0; s < sensorList.size(); s++) {
            if (sensorList.get(s).organisation() != organisation) {
                continue;
            }
            own.add(s);
            Organisation.Sensor sensor = sensorList.get(s).sensor();
            String sensorPath = path + "sensors." + sensor.name() + ".";
            int[][] ranges = ranges(organisation, sensor.covers());
            sensors[s] = new Rows.SensorRow(
                    organisation,
                    sensor.kind(),
                    Indicators.comparedBy(sensor.kind()),
                    ranges[0],
                    ranges[1],
                    Arrays.stream(ranges[1]).sum(),
                    parameters.number(sensorPath + "quality", sensor.quality()),
                    parameters.time(sensorPath + "delay", sensor.delay()),
                    parameters.number(sensorPath + "false-alerts", sensor.falseAlerts()),
                    parameters.time(sensorPath + "repeats-after", sensor.repeatsAfter()),
                    parameters.number(sensorPath + "worked", sensor.worked()),
                    sensor.priority(),
                    sensor.triage() == null ? triage : parameters.time(sensorPath + "triage", sensor.triage()));
        }
        return ints(own);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Ranges of assets named by groups or networks; all of an organisation's networks where nothing is named. */
    private int[][] ranges(int organisation, List<String> names) {
        List<Integer> firsts = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        if (names.isEmpty()) {
            for (Rows.NetworkRow network : networks) {
                if (network.organisation() == organisation && network.assetCount() > 0) {
                    firsts.add(network.firstAsset());
                    counts.add(network.assetCount());
                }
            }
        }
        for (String name : names.stream().sorted().toList()) {
            int[] range = range(name);
            firsts.add(range[0]);
            counts.add(range[1]);
        }
        return new int[][] {ints(firsts), ints(counts)};
    }

    private int[] range(String name) {
        Integer group = groupIndex.get(name);
        if (group != null) {
            return new int[] {groups[group].firstAsset(), groups[group].assetCount()};
        }
        Rows.NetworkRow network = networks[find(networkIndex, name, "group of assets or network")];
        return new int[] {network.firstAsset(), network.assetCount()};
    }

    private Rows.@Nullable PlaybookRow playbook(String name) {
        for (Playbook playbook : scenario.playbooks()) {
            if (playbook.name().equals(name)) {
                Rows.ActionRow[] actions = playbook.actions().stream()
                        .map(action -> new Rows.ActionRow(
                                action.kind(),
                                time(action.takes()),
                                action.disruptive(),
                                action.by().equals("analysts"),
                                action.onlyIfDamaged(),
                                action.networks().stream()
                                        .mapToInt(network -> find(networkIndex, network, "network"))
                                        .toArray()))
                        .toArray(Rows.ActionRow[]::new);
                return new Rows.PlaybookRow(name, actions);
            }
        }
        return null;
    }

    private void compileAccounts() {
        accounts = new Rows.AccountRow[sortedAccounts.size()];
        List<List<Integer>> found = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            found.add(new ArrayList<>());
        }
        for (int a = 0; a < accounts.length; a++) {
            Network.Account account = sortedAccounts.get(a);
            String path = "accounts." + account.name() + ".";
            int[] opened = account.opens().stream()
                    .mapToInt(opening -> find(networkIndex, opening.network(), "network"))
                    .toArray();
            long[] by = account.opens().stream()
                    .mapToLong(opening -> serviceBit(opening.by()))
                    .toArray();
            int first = -1;
            int count = 0;
            if (account.foundOn() != null) {
                int[] range = range(account.foundOn());
                first = range[0];
                count = range[1];
                for (int g = 0; g < groups.length; g++) {
                    if (groups[g].firstAsset() >= first && groups[g].firstAsset() < first + count) {
                        found.get(g).add(a);
                    }
                }
            }
            accounts[a] = new Rows.AccountRow(
                    opened,
                    by,
                    first,
                    count,
                    parameters.number(path + "found-on.share", account.share()),
                    parameters.number(path + "second-factor", account.secondFactor()));
        }
        accountsFoundOn = found.stream().map(WorldCompiler::ints).toArray(int[][]::new);
    }

    private void compileCrews() {
        crews = new Rows.CrewRow[sortedCrews.size()];
        for (int c = 0; c < crews.length; c++) {
            Service.Crew crew = sortedCrews.get(c);
            int organisation = find(organisationIndex, crew.organisation(), "organisation");
            crews[c] = new Rows.CrewRow(
                    organisation,
                    parameters.number("crews." + crew.name() + ".count", crew.count()),
                    roster(crew.onDuty(), sortedOrganisations.get(organisation).zone()));
        }
    }

    private void compileServices() {
        NeedProgram.Builder program = new NeedProgram.Builder(servedClasses);
        int count = sortedServices.size();
        int[] roots = new int[count];
        int[] starts = new int[count];
        for (int s = 0; s < count; s++) {
            Service service = sortedServices.get(s);
            roots[s] = program.add(s, service.needs(), this::service, this::group);
            starts[s] = service.startsWith() == null
                    ? roots[s]
                    : program.add(s, service.startsWith(), this::service, this::group);
        }
        needs = program.build();
        demands = program.demands(this::zone);
        List<List<Integer>> dependants = lists(count);
        List<List<Integer>> needing = lists(groups.length);
        List<List<Integer>> needed = lists(count);
        List<List<Integer>> servedAs = lists(servedClasses.count());
        for (int s = 0; s < count; s++) {
            int dependant = s;
            for (int root : roots[s] == starts[s] ? new int[] {roots[s]} : new int[] {roots[s], starts[s]}) {
                needs.visit(root, new NeedProgram.Visitor() {
                    @Override
                    public void service(int on) {
                        addOnce(dependants.get(on), dependant);
                    }

                    @Override
                    public void served(int as) {
                        addOnce(servedAs.get(as), dependant);
                    }

                    @Override
                    public void group(int group) {
                        addOnce(needing.get(group), dependant);
                        addOnce(needed.get(dependant), group);
                    }
                });
            }
        }
        classes = servedClasses.rows(
                parameters, servedAs.stream().map(WorldCompiler::ints).toArray(int[][]::new));
        servicesNeeding = needing.stream().map(WorldCompiler::ints).toArray(int[][]::new);
        services = new Rows.ServiceRow[count];
        for (int s = 0; s < count; s++) {
            Service service = sortedServices.get(s);
            String path = "services." + service.name() + ".";
            services[s] = new Rows.ServiceRow(
                    find(organisationIndex, service.providedBy(), "organisation"),
                    service.sector(),
                    roots[s],
                    starts[s],
                    parameters.time(path + "restart", service.restart()),
                    parameters.time(path + "buffer", service.buffer()),
                    parameters.time(path + "refill", service.refill()),
                    parameters.time(path + "degrade", service.degrade()),
                    service.customers(),
                    service.people(),
                    byHand(service, path),
                    restores(service, path),
                    servedClasses.first(s),
                    service.classes().size(),
                    ints(dependants.get(s)),
                    ints(needed.get(s)));
        }
    }

    private Rows.@Nullable ByHandRow byHand(Service service, String path) {
        Service.ByHand byHand = service.byHand();
        return byHand == null
                ? null
                : new Rows.ByHandRow(
                        (int) (NeedProgram.FULL * byHand.level()),
                        parameters.time(path + "by-hand.after", byHand.after()),
                        parameters.time(path + "by-hand.lasts", byHand.lasts()));
    }

    private int optionalTime(String path, @Nullable Quantity quantity) {
        return quantity == null ? -1 : parameters.time(path, quantity);
    }

    private Rows.RestoreRow[] restores(Service service, String path) {
        Rows.RestoreRow[] rows = new Rows.RestoreRow[service.restore().size()];
        for (int r = 0; r < rows.length; r++) {
            Service.Restore restore = service.restore().get(r);
            // A lever names the only rule without a number, several by their place in the list.
            String place = rows.length == 1 ? path + "restore." : path + "restore." + (r + 1) + ".";
            int mends = 0;
            for (Service.Damage damage : restore.mends()) {
                mends |= 1 << damage.ordinal();
            }
            rows[r] = new Rows.RestoreRow(
                    find(crewIndex, restore.by(), "crew"),
                    parameters.time(place + "each", restore.each()),
                    parameters.time(place + "after", restore.decision()),
                    mends,
                    optionalTime(place + "from-backup", restore.fromBackup()),
                    optionalTime(place + "with-key", restore.withKey()),
                    parameters.number(place + "cleans", restore.cleans()));
        }
        return rows;
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static void addOnce(List<Integer> list, int element) {
        if (!list.contains(element)) {
            list.add(element);
        }
    }

    private int service(String name) {
        return find(serviceIndex, name, "service");
    }

    private int group(String name) {
        return find(groupIndex, name, "group of assets");
    }

    private void compileActors() {
        int levels = Technique.Level.values().length;
        actors = new Rows.ActorRow[sortedActors.size()];
        for (int a = 0; a < actors.length; a++) {
            Campaign.Actor actor = sortedActors.get(a);
            String path = "actors." + actor.name() + ".";
            Sampler[] times = new Sampler[levels];
            Sampler[] every = new Sampler[levels];
            boolean[] eachUse = new boolean[levels];
            double[] cost = new double[levels];
            for (Technique.Level level : Technique.Level.values()) {
                Campaign.Rotation rotation = actor.rotation().get(level);
                int l = level.ordinal();
                times[l] = rotation == null ? Sampler.constant(Double.POSITIVE_INFINITY) : time(rotation.time());
                every[l] = rotation == null ? Sampler.constant(Double.POSITIVE_INFINITY) : time(rotation.every());
                eachUse[l] = rotation != null && rotation.eachUse();
                cost[l] = rotation == null ? 0 : middle(rotation.cost());
            }
            actors[a] = new Rows.ActorRow(
                    parameters.number(path + "skill", actor.skill()),
                    parameters.number(path + "notices", actor.notices()),
                    parameters.number(
                            path + "when-noticed.hides", actor.whenNoticed().hides()),
                    parameters.time(
                            path + "when-noticed.hides-for", actor.whenNoticed().hidesFor()),
                    parameters.number(
                            path + "when-noticed.strikes", actor.whenNoticed().strikes()),
                    actor.operators(),
                    middle(actor.hourCost()),
                    times,
                    every,
                    eachUse,
                    cost);
        }
    }

    private void compileCampaigns() {
        ConditionProgram.Builder program = new ConditionProgram.Builder();
        campaigns = new Rows.CampaignRow[sortedCampaigns.size()];
        steps = new Rows.StepRow[stepList.size()];
        for (int c = 0; c < campaigns.length; c++) {
            Campaign campaign = sortedCampaigns.get(c);
            // The order of copies means something only where they come in turn.
            List<String> copies = campaign.copies().isEmpty()
                    ? List.of("")
                    : campaign.inTurn() ? campaign.copies() : sorted(campaign.copies(), name -> name);
            List<List<Integer>> ofCopy = lists(copies.size());
            List<Integer> all = new ArrayList<>();
            List<String> series = campaign.steps().stream()
                    .map(Campaign.Step::name)
                    .distinct()
                    .sorted()
                    .toList();
            for (int s = 0; s < stepList.size(); s++) {
                StepOf of = stepList.get(s);
                if (of.campaign() == c) {
                    int copy = of.step().copy() == null
                            ? 0
                            : copies.indexOf(of.step().copy());
                    all.add(s);
                    ofCopy.get(copy).add(s);
                    steps[s] = step(c, copy, series.indexOf(of.step().name()), of.step(), program);
                }
            }
            campaigns[c] = new Rows.CampaignRow(
                    campaign.actors().stream()
                            .mapToInt(name -> find(actorIndex, name, "actor"))
                            .sorted()
                            .toArray(),
                    copies.toArray(String[]::new),
                    campaign.inTurn(),
                    time(campaign.begins()),
                    ints(all),
                    ofCopy.stream().map(WorldCompiler::ints).toArray(int[][]::new),
                    goals(campaign, all));
        }
        conditions = program.build();
    }

    private int[] goals(Campaign campaign, List<Integer> all) {
        int[] damaging = all.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> techniques[steps[s].technique()].damage() >= 0)
                .toArray();
        if (damaging.length > 0) {
            return damaging;
        }
        Set<String> waitedFor = new HashSet<>();
        for (Campaign.Step step : campaign.steps()) {
            addSteps(step.after(), waitedFor);
            addSteps(step.unless(), waitedFor);
        }
        return all.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> !waitedFor.contains(stepList.get(s).path()))
                .toArray();
    }

    private static void addSteps(Campaign.Condition condition, Set<String> to) {
        if (condition instanceof Campaign.StepIs is) {
            to.add(is.step());
        } else if (condition instanceof Campaign.Not not) {
            addSteps(not.of(), to);
        } else if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(one -> addSteps(one, to));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(one -> addSteps(one, to));
        }
    }

    private Rows.StepRow step(
            int campaign, int copy, int series, Campaign.Step step, ConditionProgram.Builder program) {
        int technique = find(techniqueIndex, step.technique(), "technique");
        int account = step.with() == null ? -1 : find(accountIndex, step.with(), "account");
        int[] range = step.target().group() == null
                ? new int[] {0, 0}
                : range(step.target().group());
        long notBefore = step.notBefore() == null ? Long.MIN_VALUE : nanos(step.notBefore());
        Campaign.Condition unless = step.unless();
        boolean noUnless = unless instanceof Campaign.Always;
        return new Rows.StepRow(
                campaign,
                copy,
                series,
                step.name(),
                find(actorIndex, step.actor(), "actor"),
                technique,
                step.target().mode(),
                range[0],
                range[1],
                step.target().count(),
                step.target().acrossCopies(),
                step.target().untilCredential(),
                account,
                program.add(step.after(), path -> find(stepIndex, path, "step")),
                noUnless ? -1 : program.add(unless, path -> find(stepIndex, path, "step")),
                notBefore,
                time(step.retryEvery()),
                step.retryAtMost(),
                step.repeat() == null ? null : time(step.repeat().every()),
                step.repeat() == null ? Long.MIN_VALUE : nanos(step.repeat().until()),
                Dice.mix(techniques[technique].key(), account < 0 ? 0 : entities.key(EntityKind.ACCOUNT, account)));
    }

    private long nanos(LocalDateTime local) {
        return ChronoUnit.NANOS.between(scenario.starts().atZone(scenario.zone()), local.atZone(scenario.zone()));
    }

    private Rows.ProbeRow[] probes() {
        return sorted(scenario.probes(), Probe::name).stream()
                .map(probe -> new Rows.ProbeRow(
                        probe.name(),
                        probe.services().stream().mapToInt(this::service).toArray(),
                        nanos(probe.from()),
                        nanos(probe.until()),
                        probe.below()))
                .toArray(Rows.ProbeRow[]::new);
    }

    private TrafficMap compileTraffic() {
        TrafficCompiler compiler = new TrafficCompiler(
                scenario,
                parameters,
                this::zone,
                groups.length,
                actors.length,
                techniques.length,
                organisations.length,
                demands,
                group -> groups[group].network());
        compiler.links(name -> find(leverIndex, name, "lever"));
        for (int group = 0; group < groups.length; group++) {
            String network = sortedNetworks.get(groups[group].network()).name();
            compiler.group(group, network, groupList.get(group));
        }
        for (int technique = 0; technique < techniques.length; technique++) {
            compiler.technique(technique, sortedTechniques.get(technique));
        }
        for (int actor = 0; actor < actors.length; actor++) {
            compiler.actor(actor, entities.key(EntityKind.ACTOR, actor), sortedActors.get(actor));
        }
        for (int organisation = 0; organisation < organisations.length; organisation++) {
            compiler.organisation(organisation, sortedOrganisations.get(organisation));
        }
        for (Rows.StepRow step : steps) {
            compiler.step(step, networkOf);
        }
        return compiler.build();
    }

    private void compileCommunities() {
        communities = new Rows.CommunityRow[sortedCommunities.size()];
        for (int c = 0; c < communities.length; c++) {
            Community community = sortedCommunities.get(c);
            String path = "communities." + community.name() + ".";
            List<String> members = community.members().stream().sorted().toList();
            int levels = bits(community.levels());
            int[][] memberLevers = new int[members.size()][];
            for (int m = 0; m < memberLevers.length; m++) {
                Presence presence = community.memberPresence().getOrDefault(members.get(m), Presence.ALWAYS);
                memberLevers[m] = levers(presence);
            }
            communities[c] = new Rows.CommunityRow(
                    parameters.time(path + "delay", community.delay()),
                    parameters.number(path + "willingness", community.willingness()),
                    parameters.number(path + "loss", community.loss()),
                    parameters.number(path + "precision", community.precision()),
                    parameters.number(path + "false-alerts", community.falseAlertRate()),
                    parameters.time(path + "false-life", community.falseLife()),
                    parameters.number(path + "leak", community.leak()),
                    parameters.number(path + "withheld-known", community.withheldKnown()),
                    parameters.number(path + "leak-known", community.leakKnown()),
                    parameters.number(path + "handlers", community.handlers()),
                    parameters.time(path + "handling", community.handling()),
                    members.stream()
                            .mapToInt(name -> find(organisationIndex, name, "organisation"))
                            .toArray(),
                    memberLevers,
                    community.centre() == null ? -1 : find(organisationIndex, community.centre(), "organisation"),
                    levels);
        }
    }

    private int[] levers(Presence presence) {
        return presence.levers().stream()
                .mapToInt(name -> find(leverIndex, name, "lever"))
                .toArray();
    }

    private void compileLinks() {
        links = scenario.links().stream()
                .map(link -> {
                    long bits = link.allow().isEmpty() ? -1L : 0;
                    for (String service : link.allow().stream().sorted().toList()) {
                        bits |= serviceBit(service);
                    }
                    return new World.LinkRow(zone(link.from()), zone(link.to()), bits, levers(link.presence()));
                })
                .toArray(World.LinkRow[]::new);
    }

    private int zone(String name) {
        return name.equals(Network.INTERNET) ? networks.length : find(networkIndex, name, "network");
    }

    private void compilePresence() {
        for (int i = 0; i < sortedOrganisations.size(); i++) {
            present(EntityKind.ORGANISATION, i, sortedOrganisations.get(i).presence());
        }
        for (int i = 0; i < sortedNetworks.size(); i++) {
            present(EntityKind.NETWORK, i, sortedNetworks.get(i).presence());
        }
        for (int asset = 0; asset < groupOf.length; asset++) {
            present(EntityKind.ASSET, asset, groupList.get(groupOf[asset]).presence());
        }
        for (int i = 0; i < sortedAccounts.size(); i++) {
            present(EntityKind.ACCOUNT, i, sortedAccounts.get(i).presence());
        }
        for (int i = 0; i < sortedCrews.size(); i++) {
            present(EntityKind.CREW, i, sortedCrews.get(i).presence());
        }
        for (int i = 0; i < sortedServices.size(); i++) {
            present(EntityKind.SERVICE, i, sortedServices.get(i).presence());
        }
        for (int i = 0; i < sensorList.size(); i++) {
            present(EntityKind.SENSOR, i, sensorList.get(i).sensor().presence());
        }
        for (int i = 0; i < sortedActors.size(); i++) {
            present(EntityKind.ACTOR, i, sortedActors.get(i).presence());
        }
        for (int i = 0; i < sortedCampaigns.size(); i++) {
            present(EntityKind.CAMPAIGN, i, sortedCampaigns.get(i).presence());
        }
        for (int i = 0; i < sortedCommunities.size(); i++) {
            present(EntityKind.COMMUNITY, i, sortedCommunities.get(i).presence());
        }
    }

    private void present(EntityKind kind, int index, Presence presence) {
        if (!presence.levers().isEmpty()) {
            broughtBy[entities.entity(kind, index)] = levers(presence);
        }
    }

    private void compileLevers() {
        leverCosts = new Rows.CostRow[sortedLevers.size()][];
        for (int l = 0; l < leverCosts.length; l++) {
            Lever lever = sortedLevers.get(l);
            for (Lever.Change change : lever.changes()) {
                int over = change.over().isEmpty() ? -1 : find(leverIndex, change.over(), "lever");
                parameters.apply(l, change, over);
            }
            for (String path : lever.removes()) {
                for (int entity : atPath(path)) {
                    removedBy[entity] = append(removedBy[entity], l);
                }
            }
            leverCosts[l] = lever.costs().stream()
                    .map(cost -> new Rows.CostRow(
                            find(organisationIndex, cost.organisation(), "organisation"),
                            middle(cost.moneyPerYear()),
                            middle(cost.analystHoursPerWeek())))
                    .toArray(Rows.CostRow[]::new);
        }
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
        Integer group = groupIndex.get(name);
        if (group != null) {
            for (int i = 0; i < groups[group].assetCount(); i++) {
                found.add(entities.entity(EntityKind.ASSET, groups[group].firstAsset() + i));
            }
        }
        Integer network = networkIndex.get(name);
        if (network != null) {
            found.add(entities.entity(EntityKind.NETWORK, network));
        }
        for (EntityKind kind : EntityKind.values()) {
            if (kind == EntityKind.ASSET || kind == EntityKind.NETWORK) {
                continue;
            }
            for (int i = 0; i < entities.count(kind); i++) {
                int entity = entities.entity(kind, i);
                String path = entities.name(entity);
                boolean step = kind == EntityKind.STEP
                        && name.equals(
                                sortedCampaigns.get(stepList.get(i).campaign()).name() + "."
                                        + stepList.get(i).step().name());
                if (path.equals(name) || step) {
                    found.add(entity);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Nothing in the scenario is called (%s).".formatted(name));
        }
        return found;
    }
}
