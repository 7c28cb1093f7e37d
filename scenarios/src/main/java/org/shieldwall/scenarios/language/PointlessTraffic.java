package org.shieldwall.scenarios.language;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/**
 * Warns of traffic that cannot flow: what is wanted from where no link leads, machines that send nothing, probes that look
 * when nothing runs. Links of all levers count.
 */
final class PointlessTraffic {
    private final Draft draft;
    private final Session session;

    private PointlessTraffic(Draft draft, Session session) {
        this.draft = draft;
        this.session = session;
    }

    static void check(Block scenario, Draft draft, Session session) {
        PointlessTraffic pointless = new PointlessTraffic(draft, session);
        pointless.deliveries();
        pointless.botnets();
        pointless.probes(scenario);
    }

    private void warn(Span span, String message, String label) {
        session.problems().add(Problem.warning(span, message, label));
    }

    private void deliveries() {
        if (session.isDoubtful(Kind.NETWORK) || session.isDoubtful(Kind.ASSETS)) {
            return;
        }
        for (Entity service : draft.services().values()) {
            NeedText needs = service.block().find(Services.NEEDS);
            List<NeedText.Delivered> wanted =
                    needs == null ? List.<NeedText.Delivered>of() : NeedShape.deliveries(needs);
            for (NeedText.Delivered delivered : wanted) {
                String from = delivered.to().name();
                String network = draft.assetNetworks().get(delivered.group().name());
                if (network != null && !reached(from).contains(network)) {
                    warn(
                            delivered.to().span(),
                            "nothing comes from `" + from + "` to `" + network + "`",
                            "no links lead there");
                }
            }
        }
    }

    /** Networks to which links lead from one, over others or not. */
    private Set<String> reached(String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Draft.PlacedLink link : draft.links()) {
                Ref begin = link.block().find(Networks.FROM);
                Ref end = link.block().find(Networks.TO);
                grows |= begin != null && end != null && reached.contains(begin.name()) && reached.add(end.name());
            }
            for (Block topology : draft.topologies()) {
                List<Ref> among = topology.find(Varieties.AMONG);
                if (among != null && among.stream().anyMatch(ref -> reached.contains(ref.name()))) {
                    for (Ref ref : among) {
                        grows |= reached.add(ref.name());
                    }
                }
            }
        }
        return reached;
    }

    private void botnets() {
        if (session.problems().haveErrors()) {
            return;
        }
        for (Entity actor : draft.actors().values()) {
            List<Ref> arsenal = actor.block().find(Actors.ARSENAL);
            boolean floods = arsenal == null
                    || arsenal.stream()
                            .anyMatch(ref -> isFlood(draft.techniques().get(ref.name())));
            if (actor.block().isWritten(Floods.BOTNET) && !floods) {
                warn(
                        actor.block().span(Floods.BOTNET),
                        "`" + actor.name().text() + "` sends no flood",
                        "nothing in its arsenal uses these machines");
            }
        }
    }

    private static boolean isFlood(@Nullable Entity technique) {
        return technique == null || technique.block().isWritten(Floods.FLOOD);
    }

    private void probes(Block scenario) {
        Map<String, Named<Block>> probes = scenario.find(Language.PROBES);
        Block starts = scenario.find(Language.STARTS);
        LocalDateTime begin = starts == null ? null : starts.find(Language.LOCAL);
        Quantity lasts = scenario.find(Language.LASTS);
        if (probes == null
                || begin == null
                || lasts == null
                || !(lasts.distribution() instanceof Quantity.Constant constant)
                || !Double.isFinite(constant.value())) {
            return;
        }
        LocalDateTime end = begin.plusSeconds((long) constant.value());
        for (Named<Block> probe : probes.values()) {
            LocalDateTime at = probe.value().find(Probes.AT);
            LocalDateTime from = at == null ? probe.value().find(Probes.FROM) : at;
            LocalDateTime until = at == null ? probe.value().find(Probes.UNTIL) : at;
            if (from != null && until != null && (from.isBefore(begin) || until.isAfter(end))) {
                warn(
                        probe.name().span(),
                        "`" + probe.name().text() + "` looks when nothing runs",
                        "the run goes from " + begin + " to " + end);
            }
        }
    }
}
