package org.shieldwall.scenarios.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
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
        pointless.arsenals();
        pointless.accounts();
        pointless.crews();
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
