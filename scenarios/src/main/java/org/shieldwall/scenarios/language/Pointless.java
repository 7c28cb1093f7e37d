package org.shieldwall.scenarios.language;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/** Warns of what is allowed but has no effect; silent about kinds of which a reference is mistaken. */
final class Pointless {
    private static final Set<Organisation.Kind> MUST_PROVIDE =
            Set.of(Organisation.Kind.BUSINESS, Organisation.Kind.GOVERNMENT);

    private final Draft draft;
    private final Session session;

    private Pointless(Draft draft, Session session) {
        this.draft = draft;
        this.session = session;
    }

    static void check(Draft draft, LeverEffects effects, Session session) {
        Pointless pointless = new Pointless(draft, session);
        pointless.organisations();
        pointless.services();
        pointless.loops();
        pointless.arsenals();
        pointless.accounts();
        pointless.crews();
        pointless.strategies();
        pointless.sensors();
        if (!session.problems().haveErrors()) {
            Attainable attainable = Attainable.of(draft);
            attainable.warn(session.problems());
            pointless.assets(attainable.targets());
        }
        draft.levers().forEach((name, lever) -> {
            if (!effects.hasEffect(name, lever.value())
                    && !session.problems().haveErrorAt(lever.name().span())) {
                pointless.warn(lever.name().span(), "`" + name + "` changes nothing", "its price buys nothing");
            }
        });
    }

    private void warn(Span span, String message, String label) {
        session.problems().add(Problem.warning(span, message, label));
    }

    /** Only where the scenario has services at all. */
    private void organisations() {
        if (draft.services().isEmpty() || session.isDoubtful(Kind.ORGANISATION)) {
            return;
        }
        Set<String> providers = new HashSet<>();
        draft.services()
                .values()
                .forEach(service -> addName(providers, service.block().find(Services.PROVIDED_BY)));
        draft.organisations().forEach((name, organisation) -> {
            Organisation.Kind kind = organisation.block().find(Organisations.KIND);
            if (kind != null && MUST_PROVIDE.contains(kind) && !providers.contains(name)) {
                warn(organisation.name().span(), "`" + name + "` provides no service", "its loss would harm no one");
            }
        });
    }

    private void services() {
        if (session.isDoubtful(Kind.SERVICE)) {
            return;
        }
        Set<String> needed = new HashSet<>();
        for (Entity service : draft.services().values()) {
            addNames(needed, service.block().find(Services.NEEDS));
            addNames(needed, service.block().find(Services.STARTS_WITH));
        }
        draft.services().forEach((name, service) -> {
            if (!service.block().isWritten(Services.SERVES) && !needed.contains(name) && !measured(name)) {
                warn(service.name().span(), "nobody needs `" + name + "`", "it serves no one and nothing");
            }
        });
    }

    /** Once down, it waits for itself. */
    private void loops() {
        draft.services().forEach((name, service) -> {
            NeedText needs = service.block().find(Services.NEEDS);
            if (needs == null || service.block().isWritten(Services.STARTS_WITH)) {
                return;
            }
            for (Ref ref : NeedShape.names(needs)) {
                if (ref.name().equals(name)) {
                    warn(ref.span(), "`" + name + "` needs itself", "once down, it waits for itself");
                }
            }
        });
    }

    private boolean measured(String service) {
        return draft.measures().stream().anyMatch(measure -> measure.endsWith("." + service));
    }

    private void arsenals() {
        if (session.isDoubtful(Kind.TECHNIQUE)) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            flow.steps().forEach(step -> addName(used, step.block().find(Campaigns.DO)));
        }
        for (Entity actor : draft.actors().values()) {
            List<Ref> arsenal = actor.block().find(Actors.ARSENAL);
            for (Ref technique : arsenal == null ? List.<Ref>of() : arsenal) {
                if (!used.contains(technique.name()) && draft.techniques().containsKey(technique.name())) {
                    warn(technique.span(), "no step does `" + technique.name() + "`", "never used");
                }
            }
        }
    }

    private void accounts() {
        if (session.isDoubtful(Kind.ACCOUNT)) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            flow.steps().forEach(step -> addName(used, step.block().find(Campaigns.WITH)));
        }
        draft.accounts().forEach((name, account) -> {
            if (!used.contains(name)) {
                warn(account.name().span(), "no step uses the account `" + name + "`", "nobody steals it");
            }
        });
    }

    private void crews() {
        if (session.isDoubtful(Kind.CREW)) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (Entity service : draft.services().values()) {
            List<Block> restore = service.block().find(Services.RESTORE);
            for (Block way : restore == null ? List.<Block>of() : restore) {
                addName(used, way.find(Services.RESTORE_BY));
            }
        }
        draft.crews().forEach((name, crew) -> {
            if (!used.contains(name)) {
                warn(crew.name().span(), "the crew `" + name + "` mends nothing", "no service calls it");
            }
        });
    }

    private void strategies() {
        Map<Set<String>, Named<List<Ref>>> first = new HashMap<>();
        draft.strategies().forEach((name, strategy) -> {
            Set<String> levers = new TreeSet<>();
            strategy.value().forEach(ref -> levers.add(ref.name()));
            Named<List<Ref>> same = first.putIfAbsent(levers, strategy);
            if (same != null) {
                boolean inOrder = same.name().span().compareTo(strategy.name().span()) < 0;
                Named<List<Ref>> later = inOrder ? strategy : same;
                Named<List<Ref>> earlier = inOrder ? same : strategy;
                session.problems()
                        .add(Problem.warning(
                                        later.name().span(),
                                        "`" + later.name().text() + "` has the levers of `"
                                                + earlier.name().text() + "`",
                                        "every run of both is the same")
                                .seeing(earlier.name().span(), "the other"));
            }
        });
    }

    /** Those that cost no one's time and see nothing that any step leaves. */
    private void sensors() {
        if (session.isDoubtful(Kind.TECHNIQUE) || draft.flows().isEmpty()) {
            return;
        }
        Set<Organisation.SensorKind> left = EnumSet.noneOf(Organisation.SensorKind.class);
        for (CampaignFlow flow : draft.flows().values()) {
            for (CampaignFlow.Step step : flow.steps()) {
                Ref name = step.block().find(Campaigns.DO);
                Entity technique = name == null ? null : draft.techniques().get(name.name());
                List<Block> evidence =
                        technique == null ? null : technique.block().find(Techniques.EVIDENCE);
                if (evidence == null) {
                    return;
                }
                for (Block trace : evidence) {
                    Organisation.SensorKind kind = trace.find(Techniques.SENSOR);
                    if (kind != null) {
                        left.add(kind);
                    }
                }
            }
        }
        draft.organisations().values().forEach(organisation -> {
            Block security = organisation.block().find(Organisations.SECURITY);
            Map<String, Named<Block>> sensors = security == null ? null : security.find(Organisations.SENSORS);
            if (sensors != null) {
                sensors.values().forEach(sensor -> sensor(sensor, left));
            }
        });
    }

    private void sensor(Named<Block> sensor, Set<Organisation.SensorKind> left) {
        Organisation.SensorKind kind = sensor.value().find(Organisations.SENSOR_KIND);
        Quantity falseAlerts = sensor.value().find(Organisations.FALSE_ALERTS);
        boolean silent = falseAlerts != null
                && falseAlerts.distribution() instanceof Quantity.Constant constant
                && constant.value() == 0;
        if (kind != null && !left.contains(kind) && silent) {
            warn(
                    sensor.name().span(),
                    "`" + sensor.name().text() + "` sees nothing",
                    "no step leaves a trace for " + Shapes.word(kind) + " sensors");
        }
    }

    /** Those that no service needs, no sensor watches, and no step reaches. */
    private void assets(Set<String> targets) {
        if (draft.services().isEmpty() && draft.flows().isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>(targets);
        for (Entity service : draft.services().values()) {
            addNames(used, service.block().find(Services.NEEDS));
            addNames(used, service.block().find(Services.STARTS_WITH));
        }
        for (Entity account : draft.accounts().values()) {
            Block foundOn = account.block().find(Networks.FOUND_ON);
            addName(used, foundOn == null ? null : foundOn.find(Networks.FOUND_ON_ASSETS));
        }
        Set<String> watched = new HashSet<>();
        draft.organisations().forEach((name, organisation) -> {
            Block security = organisation.block().find(Organisations.SECURITY);
            Map<String, Named<Block>> sensors = security == null ? null : security.find(Organisations.SENSORS);
            if (sensors != null && !sensors.isEmpty()
                    || !draft.addedSensors(name).isEmpty()) {
                watched.add(name);
            }
        });
        draft.assets().forEach((name, asset) -> {
            String network = draft.assetNetworks().getOrDefault(name, "");
            String organisation = draft.organisationOf(Kind.NETWORK, network);
            if (!used.contains(name) && !watched.contains(organisation)) {
                warn(
                        asset.name().span(),
                        "nothing can happen to `" + name + "`",
                        "no service needs it, no step reaches it");
            }
        });
    }

    private static void addName(Set<String> names, @Nullable Ref ref) {
        if (ref != null) {
            names.add(ref.name());
        }
    }

    private static void addNames(Set<String> names, @Nullable NeedText need) {
        if (need != null) {
            NeedShape.names(need).forEach(ref -> names.add(ref.name()));
        }
    }
}
