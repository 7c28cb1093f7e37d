package org.shieldwall.scenarios.language;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Variety;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Quantities;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Reads a scenario and the libraries it uses from composed text: walks the language, checks, builds the records. */
public final class ScenarioText {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Problems problems;
    private final Session session;

    private ScenarioText(Problems problems) {
        this.problems = problems;
        this.session = new Session(problems);
    }

    /**
     * @param libraries files that the scenario uses, the strongest defaults last
     * @return null where there is an error
     */
    public static @Nullable Scenario read(String id, Node scenario, List<Node> libraries, Problems problems) {
        return new ScenarioText(problems).read(id, scenario, libraries);
    }

    private @Nullable Scenario read(String id, Node scenario, List<Node> libraries) {
        registerDefaults(scenario);
        for (int i = libraries.size() - 1; i >= 0; i--) {
            registerDefaults(libraries.get(i));
        }
        Block block = Language.SCENARIO.read(scenario, scope(scenario));
        List<Block> shared = new ArrayList<>();
        for (Node library : libraries) {
            Block read = Language.LIBRARY.read(library, scope(library));
            if (read != null) {
                shared.add(read);
            }
        }
        if (block == null) {
            return null;
        }
        List<Block> expectations = block.find(Language.EXPECT);
        Draft draft = Assembly.of(block, shared, session);
        for (Block expectation : expectations == null ? List.<Block>of() : expectations) {
            String measure = expectation.find(Expectations.MEASURE);
            if (measure != null) {
                draft.measures().add(measure);
            }
        }
        Block vary = block.find(Varieties.VARY);
        Map<String, Named<Block>> generated = vary == null ? null : vary.find(Varieties.LINKS);
        if (generated != null) {
            generated.values().forEach(named -> draft.topologies().add(named.value()));
        }
        LeverEffects effects = LeverEffects.of(draft, session);
        MeasureCheck measures = new MeasureCheck(draft, session);
        check(block, draft, measures);
        draft.names().check(session);
        for (Block expectation : expectations == null ? List.<Block>of() : expectations) {
            Expectations.check(expectation, draft, measures, problems);
        }
        Variety variety = Varieties.read(vary, draft, session);
        Pointless.check(draft, effects, session);
        if (!problems.haveErrors()) {
            Traps.check(vary, draft, problems);
            block.get(Language.EXPECT).forEach(expectation -> Expectations.warn(expectation, draft, problems));
        }
        PointlessTraffic.check(block, draft, session);
        return problems.haveErrors() ? null : build(id, block, shared, draft, effects, variety);
    }

    private Scope scope(Node root) {
        return Scope.root(session, new Node.Scalar("", false, root.span()));
    }

    private void registerDefaults(Node root) {
        if (root instanceof Node.Mapping mapping) {
            Node.Entry defaults = mapping.entry(Language.DEFAULTS.name());
            Defaults.register(defaults == null ? null : defaults.value(), session);
        }
    }

    /** What depends on several parts at once. */
    private void check(Block block, Draft draft, MeasureCheck measures) {
        Quantity lasts = block.find(Language.LASTS);
        Quantity warmUp = block.find(Language.WARM_UP);
        if (lasts != null && !(Quantities.constant(lasts) > 0 && Double.isFinite(Quantities.constant(lasts)))) {
            problems.add(Problem.error(block.span(Language.LASTS), "a run must last some time", "write 30d"));
        } else if (lasts != null && warmUp != null && Quantities.constant(warmUp) >= Quantities.constant(lasts)) {
            problems.add(Problem.error(
                            block.span(Language.WARM_UP), "the warm-up is as long as the run", "nothing is measured")
                    .seeing(block.span(Language.LASTS), "the run"));
        }
        for (Entity technique : draft.techniques().values()) {
            Techniques.check(technique, scope(technique.block().node()));
        }
        for (Entity service : draft.services().values()) {
            checkService(service);
            Services.check(service, scope(service.block().node()));
            ServedClasses.check(service, scope(service.block().node()));
            ServedClasses.checkNeeds(service, draft, problems);
        }
        for (Entity playbook : draft.playbooks().values()) {
            Playbooks.check(playbook, scope(playbook.block().node()));
        }
        for (Entity actor : draft.actors().values()) {
            Floods.checkBotnet(actor, problems);
        }
        Map<String, Named<Block>> probes = block.find(Language.PROBES);
        if (probes != null) {
            probes.values().forEach(probe -> Probes.check(probe, problems));
        }
        for (CampaignFlow flow : draft.flows().values()) {
            flow.check(draft, session);
        }
        checkStarts(block, draft);
        Clocks.check(block, draft, problems);
        Holidays.check(block, draft, problems);
        Volume.check(block, draft, problems);
        Block question = block.find(Strategies.QUESTION);
        List<Ref> compare = question == null ? null : question.find(Strategies.COMPARE);
        if (question != null && compare != null && compare.size() < 2) {
            problems.add(Problem.error(
                    question.span(Strategies.COMPARE), "a comparison needs two strategies", "one is not enough"));
        }
        Strategies.check(question, problems);
        String by = question == null ? null : question.find(Strategies.BY);
        Node place = question == null ? null : question.written(Strategies.BY);
        if (by != null && place != null) {
            measures.check(by, place);
        }
    }

    private void checkService(Entity service) {
        List<Block> restore = service.block().find(Services.RESTORE);
        for (Block way : restore == null ? List.<Block>of() : restore) {
            Map<String, Named<Quantity>> after = way.find(Services.RESTORE_AFTER);
            if (after != null && after.size() > 1) {
                problems.add(Problem.error(
                        way.span(Services.RESTORE_AFTER), "one decision comes before mending", "these are several"));
            }
        }
    }

    /** Steps that the horizon leaves no time for. */
    private void checkStarts(Block block, Draft draft) {
        Block starts = block.find(Language.STARTS);
        LocalDateTime local = starts == null ? null : starts.find(Language.LOCAL);
        Quantity lasts = block.find(Language.LASTS);
        if (local == null
                || lasts == null
                || !Double.isFinite(Quantities.constant(lasts))
                || !(Quantities.constant(lasts) > 0)) {
            return;
        }
        LocalDateTime end = local.plusSeconds((long) Quantities.constant(lasts));
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                LocalDateTime notBefore = step.block().find(Campaigns.NOT_BEFORE);
                if (notBefore != null && notBefore.isAfter(end)) {
                    problems.add(Problem.warning(
                                    step.block().span(Campaigns.NOT_BEFORE),
                                    "`" + step.name().text() + "` can never start",
                                    "the run ends before, at " + end)
                            .seeing(block.span(Language.LASTS), "the run"));
                }
            }
            Quantity begins = flow.campaign().block().find(Campaigns.BEGINS);
            if (begins != null
                    && begins.distribution() instanceof Quantity.Constant constant
                    && constant.value() >= Quantities.constant(lasts)) {
                problems.add(Problem.warning(
                                flow.campaign().block().span(Campaigns.BEGINS),
                                "`" + flow.campaign().name().text() + "` can never start",
                                "the run ends before")
                        .seeing(block.span(Language.LASTS), "the run"));
            }
        }
    }

    // ---- records

    private static Scenario build(
            String id, Block block, List<Block> shared, Draft draft, LeverEffects effects, Variety variety) {
        Block starts = block.get(Language.STARTS);
        String summary = block.find(Language.SUMMARY);
        ZoneId zone = starts.get(Language.ZONE);
        Set<String> used = usedTechniques(draft);
        return new Scenario(
                id,
                block.get(Language.NAME),
                summary == null ? "" : summary,
                sources(block, shared),
                starts.get(Language.LOCAL),
                zone,
                nanos(block, Language.LASTS),
                nanos(block, Language.WARM_UP),
                Organisations.build(draft, zone),
                Networks.build(draft),
                draft.links().stream()
                        .map(link -> Networks.link(link.block(), link.presence()))
                        .toList(),
                Networks.accounts(draft),
                Services.crews(draft),
                Services.build(draft),
                draft.actors().values().stream().map(Actors::build).toList(),
                draft.techniques().values().stream()
                        .filter(technique -> used.contains(technique.name().text()))
                        .map(Techniques::build)
                        .toList(),
                draft.flows().values().stream().map(CampaignFlow::build).toList(),
                draft.playbooks().values().stream().map(Playbooks::build).toList(),
                draft.communities().values().stream()
                        .map(community -> Communities.build(community, draft))
                        .toList(),
                draft.levers().entrySet().stream()
                        .map(lever ->
                                effects.build(lever.getKey(), lever.getValue().value()))
                        .toList(),
                Strategies.build(draft.strategies()),
                Strategies.question(block.find(Strategies.QUESTION)),
                block.get(Language.EXPECT).stream().map(Expectations::build).toList(),
                variety,
                Probes.build(block.get(Language.PROBES)));
    }

    /** A library may hold many; a scenario holds those that its actors have. */
    private static Set<String> usedTechniques(Draft draft) {
        Set<String> used = new TreeSet<>();
        draft.actors()
                .values()
                .forEach(actor -> actor.block().get(Actors.ARSENAL).forEach(ref -> used.add(ref.name())));
        return used;
    }

    private static Map<String, String> sources(Block block, List<Block> shared) {
        Map<String, String> sources = new TreeMap<>();
        shared.forEach(library -> sources.putAll(library.get(Language.SOURCES)));
        sources.putAll(block.get(Language.SOURCES));
        return Collections.unmodifiableMap(sources);
    }

    private static long nanos(Block block, Key<Quantity> key) {
        return Math.round(Quantities.constant(block.get(key)) * NANOS_PER_SECOND);
    }
}
