package org.shieldwall.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Supplies;
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
            if (!Supplies.isChange(facts, fact)) {
                continue;
            }
            levels.set(facts, fact);
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
            if (Supplies.isChange(facts, next)) {
                return true;
            }
        }
        return false;
    }

    /** Levels of all services, and classes they serve, that serve anybody. */
    private static final class Levels {
        private final Supplies supplies;
        private final long[] level;

        Levels(World world) {
            supplies = new Supplies(world);
            level = new long[supplies.count()];
            Arrays.fill(level, FULL_LEVEL);
        }

        void set(FactLog facts, int fact) {
            level[supplies.of(facts, fact)] = facts.value(fact);
        }

        double peopleWithout() {
            return IntStream.range(0, level.length).mapToDouble(this::without).sum();
        }

        private double without(int supply) {
            double served = supplies.people(supply) > 0 ? supplies.people(supply) : supplies.customers(supply);
            return served * (FULL_LEVEL - level[supply]) / FULL_LEVEL;
        }

        @Override
        public String toString() {
            List<String> down = IntStream.range(0, level.length)
                    .filter(supply -> without(supply) > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer supply) -> -without(supply)))
                    .map(supply -> supplies.name(supply).replace(".", " for ") + " "
                            + Rounding.percent((double) level[supply] / FULL_LEVEL))
                    .toList();
            return down.size() <= MOST_SERVICES_NAMED
                    ? String.join(", ", down)
                    : String.join(", ", down.subList(0, MOST_SERVICES_NAMED))
                            + " and %d more".formatted(down.size() - MOST_SERVICES_NAMED);
        }
    }
}
