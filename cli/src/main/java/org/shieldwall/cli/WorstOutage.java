package org.shieldwall.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.scenario.Service;
import org.shieldwall.world.World;

/**
 * The outage of a run in which most people were without service at once, from the first loss until all services that serve
 * people are back.
 */
final class WorstOutage {
    private static final int MOST_SERVICES_NAMED = 4;
    private static final long FULL_LEVEL = 10_000;

    private final int began;
    private int atPeak;
    private double peak;
    private String servicesAtPeak = "";
    private int ended = -1;

    private WorstOutage(int began) {
        this.began = began;
    }

    /** Fact of the first loss. */
    int began() {
        return began;
    }

    /** Fact at which most were without. */
    int atPeak() {
        return atPeak;
    }

    /** Fact at which all was back; −1 if it was not before the run ended. */
    int ended() {
        return ended;
    }

    /** {@code west-electricity 43 %, south-electricity 40 %}: what was not full at the worst moment, the worst first. */
    String servicesAtPeak() {
        return servicesAtPeak;
    }

    /** Null where nobody was ever without service. */
    static @Nullable WorstOutage of(World world, FactLog facts) {
        Levels levels = new Levels(world);
        WorstOutage worst = null;
        WorstOutage now = null;
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) != FactKind.SERVICE_LEVEL) {
                continue;
            }
            levels.set(facts.who(fact), facts.value(fact));
            if (hasMoreLevelsAtOnce(facts, fact)) {
                continue;
            }
            double without = levels.peopleWithout();
            if (without > 0 && now == null) {
                now = new WorstOutage(fact);
            }
            if (now != null && without > now.peak) {
                now.peak = without;
                now.atPeak = fact;
                now.servicesAtPeak = levels.toString();
                worst = worst == null || now.peak > worst.peak ? now : worst;
            }
            if (now != null && without == 0) {
                now.ended = fact;
                now = null;
            }
        }
        return worst;
    }

    private static boolean hasMoreLevelsAtOnce(FactLog facts, int fact) {
        for (int next = fact + 1; next < facts.size() && facts.time(next) == facts.time(fact); next++) {
            if (facts.kind(next) == FactKind.SERVICE_LEVEL) {
                return true;
            }
        }
        return false;
    }

    /** Levels of all services that serve anybody. */
    private static final class Levels {
        private final World world;
        private final Map<String, Double> served = new TreeMap<>();
        private final Map<String, Long> levels = new TreeMap<>();

        Levels(World world) {
            this.world = world;
            for (Service service : world.scenario().services()) {
                served.put(service.name(), service.people() > 0 ? service.people() : service.customers());
            }
        }

        void set(int service, long level) {
            levels.put(world.entities().name(service), level);
        }

        double peopleWithout() {
            return levels.keySet().stream().mapToDouble(this::without).sum();
        }

        private double without(String service) {
            return served.getOrDefault(service, 0.0) * (FULL_LEVEL - level(service)) / FULL_LEVEL;
        }

        private long level(String service) {
            return levels.getOrDefault(service, FULL_LEVEL);
        }

        @Override
        public String toString() {
            List<String> down = levels.keySet().stream()
                    .filter(service -> without(service) > 0)
                    .sorted(Comparator.comparingDouble((String service) -> -without(service)))
                    .map(service -> service + " " + Rounding.percent((double) level(service) / FULL_LEVEL))
                    .toList();
            return down.size() <= MOST_SERVICES_NAMED
                    ? String.join(", ", down)
                    : String.join(", ", down.subList(0, MOST_SERVICES_NAMED))
                            + " and %d more".formatted(down.size() - MOST_SERVICES_NAMED);
        }
    }
}
