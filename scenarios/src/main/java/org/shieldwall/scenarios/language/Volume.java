package org.shieldwall.scenarios.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** How much a run would have to hold: false alerts grow with rate, assets and time, and each is kept as a few facts. */
final class Volume {
    /** In one run; some 200 bytes each. */
    private static final double MOST_FALSE_ALERTS = 5e6;

    private Volume() {}

    static void check(Block scenario, Draft draft, Problems problems) {
        Quantity lasts = scenario.find(Language.LASTS);
        if (lasts == null
                || !(lasts.distribution() instanceof Quantity.Constant horizon)
                || !Double.isFinite(horizon.value())) {
            return;
        }
        draft.organisations().forEach((name, organisation) -> {
            Block security = organisation.block().find(Organisations.SECURITY);
            Map<String, Named<Block>> sensors = security == null ? null : security.find(Organisations.SENSORS);
            if (sensors != null) {
                sensors.values().forEach(sensor -> check(sensor, name, horizon.value(), draft, problems));
            }
        });
    }

    private static void check(
            Named<Block> sensor, String organisation, double seconds, Draft draft, Problems problems) {
        Quantity rate = sensor.value().find(Organisations.FALSE_ALERTS);
        if (rate == null || !(rate.distribution() instanceof Quantity.Constant perSecond)) {
            return;
        }
        double alerts =
                perSecond.value() * assets(sensor.value().find(Organisations.COVERS), organisation, draft) * seconds;
        if (alerts > MOST_FALSE_ALERTS) {
            problems.add(Problem.error(
                            sensor.value().span(Organisations.FALSE_ALERTS),
                            "`" + sensor.name().text() + "` would raise " + String.format(Locale.ROOT, "%,.0f", alerts)
                                    + " false alerts in a run",
                            "at most " + String.format(Locale.ROOT, "%,.0f", MOST_FALSE_ALERTS))
                    .note("it counts for each asset: write a lower rate, fewer assets or a shorter run"));
        }
    }

    private static double assets(@Nullable List<Ref> covers, String organisation, Draft draft) {
        TreeSet<String> groups = new TreeSet<>();
        draft.assetNetworks().forEach((group, network) -> {
            boolean own = organisation.equals(draft.organisationOf(Kind.NETWORK, network));
            boolean covered = covers == null
                    || covers.isEmpty()
                    || covers.stream()
                            .anyMatch(ref ->
                                    ref.name().equals(group) || ref.name().equals(network));
            if (own && covered) {
                groups.add(group);
            }
        });
        return groups.stream().mapToDouble(draft::assetCount).sum();
    }
}
