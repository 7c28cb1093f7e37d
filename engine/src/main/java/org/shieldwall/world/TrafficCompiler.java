package org.shieldwall.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Flood;
import org.shieldwall.scenario.FloodDefence;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Technique;

/** Compiles what carries traffic, what wants it and what floods it; in the order of paths, never of writing. */
final class TrafficCompiler {
    private final Catalogue catalogue;
    private final Parameters parameters;
    private final Calendar calendar;

    int[] edgeFrom = {};
    int[] edgeTo = {};
    int[][] lineCapacity = {};
    int[][][] lineLevers = {};
    final int[] groupTraffic;
    final int[] groupRequests;
    final int[] demandService;
    final int[] demandGroup;
    final long[] demandTraffic;
    final long[] demandRequests;
    final int[] demandPair;
    final long[] demandKey;
    final int[][] demandsOf;
    final int[] pairFrom;
    final int[] pairTo;
    final TrafficMap.BotnetRow[] botnets;
    final TrafficMap.FloodRow[] floods;
    final TrafficMap.DefenceRow[] defences;
    int sourceCount;

    private final List<int[]> pairs = new ArrayList<>();

    /** A demand of a service, with the zone in which those are who want it. */
    record Demand(int service, int group, int zone, double traffic, double requests, long key) {}

    TrafficCompiler(
            Scenario scenario,
            Catalogue catalogue,
            Layout layout,
            Entities entities,
            Parameters parameters,
            Calendar calendar,
            List<Demand> demands,
            Rows.StepRow[] steps) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.calendar = calendar;
        groupTraffic = new int[layout.groups.length];
        groupRequests = new int[layout.groups.length];
        botnets = new TrafficMap.BotnetRow[catalogue.actors.size()];
        floods = new TrafficMap.FloodRow[catalogue.techniques.size()];
        defences = new TrafficMap.DefenceRow[catalogue.organisations.size()];
        int count = demands.size();
        demandService = new int[count];
        demandGroup = new int[count];
        demandTraffic = new long[count];
        demandRequests = new long[count];
        demandPair = new int[count];
        demandKey = new long[count];
        IntLists ofGroup = new IntLists(layout.groups.length);
        for (int d = 0; d < count; d++) {
            Demand demand = demands.get(d);
            demandService[d] = demand.service();
            demandGroup[d] = demand.group();
            demandTraffic[d] = Math.round(demand.traffic() * TrafficMap.MEGABIT);
            demandRequests[d] = Math.round(demand.requests() * TrafficMap.MILLI);
            demandPair[d] = pair(demand.zone(), layout.groups[demand.group()].network());
            demandKey[d] = demand.key();
            ofGroup.add(demand.group(), d);
        }
        demandsOf = ofGroup.all();
        links(scenario.links());
        for (int group = 0; group < layout.groups.length; group++) {
            group(group, catalogue.groups.get(group));
        }
        for (int technique = 0; technique < floods.length; technique++) {
            technique(technique, catalogue.techniques.get(technique));
        }
        for (int actor = 0; actor < botnets.length; actor++) {
            actor(actor, entities.key(EntityKind.ACTOR, actor), catalogue.actors.get(actor));
        }
        for (int organisation = 0; organisation < defences.length; organisation++) {
            organisation(organisation, catalogue.organisations.get(organisation));
        }
        for (Rows.StepRow step : steps) {
            step(step, layout.networkOf);
        }
        pairFrom = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        pairTo = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    }

    private int pair(int from, int to) {
        for (int p = 0; p < pairs.size(); p++) {
            if (pairs.get(p)[0] == from && pairs.get(p)[1] == to) {
                return p;
            }
        }
        pairs.add(new int[] {from, to});
        return pairs.size() - 1;
    }

    /** Several links between the same two zones are lines of one edge: what they carry adds up. */
    private void links(List<Network.Link> links) {
        Map<String, List<Network.Link>> byEnds = new TreeMap<>();
        for (Network.Link link : links) {
            byEnds.computeIfAbsent(link.from() + "-" + link.to(), ends -> new ArrayList<>())
                    .add(link);
        }
        List<String> ends = List.copyOf(byEnds.keySet());
        edgeFrom = new int[ends.size()];
        edgeTo = new int[ends.size()];
        lineCapacity = new int[ends.size()][];
        lineLevers = new int[ends.size()][][];
        for (int edge = 0; edge < edgeFrom.length; edge++) {
            List<Network.Link> lines = new ArrayList<>(byEnds.get(ends.get(edge)));
            lines.sort(Comparator.comparing(
                    link -> link.presence().levers() + " " + link.capacity().distribution()));
            edgeFrom[edge] = catalogue.zone(lines.get(0).from());
            edgeTo[edge] = catalogue.zone(lines.get(0).to());
            lineCapacity[edge] = new int[lines.size()];
            lineLevers[edge] = new int[lines.size()][];
            for (int line = 0; line < lines.size(); line++) {
                Network.Link link = lines.get(line);
                lineCapacity[edge][line] =
                        limit("links." + ends.get(edge) + "." + (line + 1) + ".capacity", link.capacity());
                lineLevers[edge][line] = catalogue.levers(link.presence());
            }
        }
    }

    private int limit(String path, Quantity capacity) {
        boolean unlimited =
                capacity.distribution() instanceof Quantity.Constant constant && Double.isInfinite(constant.value());
        return unlimited ? TrafficMap.UNLIMITED : parameters.number(path, capacity);
    }

    private void group(int group, Catalogue.GroupOf of) {
        Network.AssetGroup assets = of.assets();
        String path =
                "networks." + catalogue.networks.get(of.network()).name() + ".assets." + assets.name() + ".capacity.";
        groupTraffic[group] = limit(path + "traffic", assets.capacity().traffic());
        groupRequests[group] = limit(path + "requests", assets.capacity().requests());
    }

    private void technique(int technique, Technique text) {
        Flood flood = text.flood();
        if (flood == null) {
            return;
        }
        String path = "techniques." + text.name() + ".flood.";
        floods[technique] = new TrafficMap.FloodRow(
                flood.kind(),
                parameters.number(path + "traffic", flood.traffic()),
                parameters.number(path + "requests", flood.requests()),
                parameters.time(path + "lasts", flood.lasts()));
    }

    private void actor(int actor, long key, Campaign.Actor text) {
        Flood.Botnet botnet = text.botnet();
        if (botnet == null) {
            return;
        }
        String path = "actors." + text.name() + ".botnet.";
        int count = botnet.sources().size();
        String[] countries = new String[count];
        long[] keys = new long[count];
        double[] shares = new double[count];
        int[] zones = new int[count];
        for (int s = 0; s < count; s++) {
            Flood.Source source = botnet.sources().get(s);
            countries[s] = source.country();
            keys[s] = Dice.mix(key, Dice.key("COUNTRY:" + source.country()));
            shares[s] = source.share();
            zones[s] = catalogue.zone(source.network());
        }
        botnets[actor] = new TrafficMap.BotnetRow(
                parameters.number(path + "traffic", botnet.traffic()),
                parameters.time(path + "rebuilt", botnet.rebuilt()),
                sourceCount,
                countries,
                keys,
                shares,
                zones,
                botnet.hired().stream()
                        .mapToLong(hire -> calendar.nanos(hire.from()))
                        .toArray(),
                botnet.hired().stream()
                        .mapToLong(hire -> calendar.nanos(hire.until()))
                        .toArray());
        sourceCount += count;
    }

    private void organisation(int organisation, Organisation text) {
        String path = "organisations." + text.name() + ".security.floods.";
        FloodDefence floodDefence = text.security().floods();
        FloodDefence.Filtering filtering = floodDefence.filtering();
        defences[organisation] = new TrafficMap.DefenceRow(
                parameters.number(path + "enough", floodDefence.enough()),
                parameters.time(path + "waits", floodDefence.waits()),
                parameters.time(path + "lift-after", floodDefence.liftAfter()),
                parameters.number(path + "wider.times", floodDefence.widening().times()),
                parameters.time(path + "wider.takes", floodDefence.widening().takes()),
                parameters.time(path + "abroad.reached", floodDefence.abroad().reached()),
                parameters.number(path + "abroad.consent", floodDefence.abroad().consent()),
                parameters.time(path + "abroad.takes", floodDefence.abroad().takes()),
                parameters.time(path + "filtering.work", filtering.work()),
                parameters.time(path + "filtering.border-work", filtering.borderWork()),
                byKind(path + "filtering.drops.", filtering.drops()),
                byKind(path + "filtering.spoils.", filtering.spoils()));
    }

    private int[] byKind(String path, Map<Flood.Kind, Quantity> shares) {
        int[] numbers = new int[Flood.Kind.values().length];
        for (Flood.Kind kind : Flood.Kind.values()) {
            numbers[kind.ordinal()] = parameters.number(
                    path + kind.name().toLowerCase(Locale.ROOT), shares.getOrDefault(kind, Quantity.constant(0)));
        }
        return numbers;
    }

    /** What a step may flood is reached from everywhere its actor's machines stand. */
    private void step(Rows.StepRow step, int[] networkOf) {
        TrafficMap.BotnetRow botnet = botnets[step.actor()];
        if (floods[step.technique()] == null || botnet == null) {
            return;
        }
        for (int asset = step.first(); asset < step.first() + step.count(); asset++) {
            for (int from : botnet.zones()) {
                pair(from, networkOf[asset]);
            }
        }
    }
}
