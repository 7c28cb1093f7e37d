package org.shieldwall.world;

import java.util.Map;
import java.util.Set;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;

/**
 * Builds the World, part by part: sorted by path, numbered, names resolved, laws and calendars compiled. Paths of numbers
 * are those of the scenario language, so that levers find them.
 */
final class WorldCompiler {
    final Scenario scenario;
    final Parameters parameters;
    final Catalogue catalogue;
    final Layout layout;
    final Entities entities;
    final TechniqueCompiler techniques;
    final OrganisationCompiler organisations;
    final AccessCompiler access;
    final ServiceCompiler services;
    final ActorCompiler actors;
    final CampaignCompiler campaigns;
    final CommunityCompiler communities;
    final TrafficMap traffic;
    final Rows.ProbeRow[] probes;
    final LeverCompiler levers;

    /**
     * @param masks names of what is as if it had not been written
     * @param numbers by path, what numbers are in place of what is written
     */
    WorldCompiler(Scenario scenario, Set<String> masks, Map<String, Quantity> numbers) {
        this.scenario = scenario;
        parameters = new Parameters(numbers);
        catalogue = new Catalogue(scenario);
        layout = new Layout(catalogue, parameters);
        entities = catalogue.entities(layout);
        Calendar calendar = new Calendar(scenario);
        LinkServices linkServices = new LinkServices();
        techniques = new TechniqueCompiler(catalogue, parameters, linkServices);
        organisations = new OrganisationCompiler(scenario, catalogue, layout, parameters, calendar);
        access = new AccessCompiler(scenario, catalogue, layout, parameters, linkServices);
        services = new ServiceCompiler(catalogue, layout, parameters, calendar);
        actors = new ActorCompiler(catalogue, parameters);
        campaigns = new CampaignCompiler(catalogue, layout, entities, techniques.techniques, calendar);
        communities = new CommunityCompiler(catalogue, parameters);
        traffic = new TrafficMap(new TrafficCompiler(
                scenario, catalogue, layout, entities, parameters, calendar, services.demands, campaigns.steps));
        probes = probes(calendar);
        levers = new LeverCompiler(catalogue, layout, entities, parameters, masks);
    }

    private Rows.ProbeRow[] probes(Calendar calendar) {
        return catalogue.probes.stream()
                .map(probe -> new Rows.ProbeRow(
                        probe.name(),
                        probe.services().stream().mapToInt(catalogue::service).toArray(),
                        calendar.nanos(probe.from()),
                        calendar.nanos(probe.until()),
                        probe.below()))
                .toArray(Rows.ProbeRow[]::new);
    }
}
