package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Question;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * What is compared, by what, and how long.
 *
 * @param asked strategies of the question: the baseline first, the answer last
 * @param compared all strategies that are run: all of the scenario or, where some are named, those and {@code isolated}
 * @param measure by which precision is judged
 * @param atMost replications allowed
 */
public record Plan(
        List<Strategy> asked,
        List<Strategy> compared,
        String measure,
        Precision precision,
        long seed,
        int threads,
        int atMost) {
    public static final String ISOLATED = "isolated";
    public static final String DEFAULT_MEASURE = "person-hours-lost";
    public static final int DEFAULT_AT_MOST = 4_000;
    public static final long DEFAULT_SEED = 1;
    public static final int MOST_THREADS = 1_024;

    public Plan {
        if (asked.size() < 2) {
            throw new IllegalArgumentException(
                    "A comparison needs two strategies; %d are named.".formatted(asked.size()));
        }
        checkThreads(threads);
        if (atMost < 2) {
            throw new IllegalArgumentException(
                    "An interval needs at least 2 replications; %d are allowed.".formatted(atMost));
        }
    }

    /** @throws IllegalArgumentException if no machine has as many processors, or it is not positive */
    public static void checkThreads(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "The number of threads (%d) must lie between 1 and %d.".formatted(threads, MOST_THREADS));
        }
    }

    /** What the scenario itself asks. */
    public static Plan of(Scenario scenario) {
        return of(scenario, List.of());
    }

    /**
     * @param names of strategies, the baseline first and the answer last; empty for those of the question or, without a
     *     question, for all
     * @throws IllegalArgumentException if the scenario has no strategy of that name, or fewer than two are asked for
     */
    public static Plan of(Scenario scenario, List<String> names) {
        Question question = scenario.question();
        List<String> asked = names;
        if (names.isEmpty()) {
            asked = question == null
                    ? scenario.strategies().stream().map(Strategy::name).toList()
                    : question.compare();
        }
        Precision precision = question == null || (question.relativePrecision() == 0 && question.precision() == 0)
                ? Precision.DEFAULT
                : new Precision(question.relativePrecision(), question.precision());
        return new Plan(
                asked(scenario, asked),
                names.isEmpty() ? all(scenario, asked) : compared(scenario, asked),
                question == null ? DEFAULT_MEASURE : question.by(),
                precision,
                DEFAULT_SEED,
                Runtime.getRuntime().availableProcessors(),
                DEFAULT_AT_MOST);
    }

    public Plan withPrecision(Precision wanted) {
        return new Plan(asked, compared, measure, wanted, seed, threads, atMost);
    }

    public Plan withSeed(long wanted) {
        return new Plan(asked, compared, measure, precision, wanted, threads, atMost);
    }

    public Plan withThreads(int wanted) {
        return new Plan(asked, compared, measure, precision, seed, wanted, atMost);
    }

    public Plan withAtMost(int replications) {
        return new Plan(asked, compared, measure, precision, seed, threads, replications);
    }

    public Strategy baseline() {
        return asked.get(0);
    }

    public Strategy answer() {
        return asked.get(asked.size() - 1);
    }

    /** The strategy {@code isolated}, where it is compared and is not itself the baseline. */
    Optional<Strategy> isolated() {
        return compared.stream()
                .filter(strategy -> strategy.name().equals(ISOLATED) && !strategy.equals(baseline()))
                .filter(strategy -> !strategy.equals(answer()))
                .findFirst();
    }

    private static List<Strategy> asked(Scenario scenario, List<String> names) {
        List<Strategy> asked = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            asked.add(strategy(scenario, name));
        }
        return List.copyOf(asked);
    }

    /** Every strategy of the scenario: {@code isolated} first, then the baseline, the answer last. */
    private static List<Strategy> all(Scenario scenario, List<String> asked) {
        LinkedHashSet<Strategy> ordered = new LinkedHashSet<>();
        scenario.strategies().stream()
                .filter(strategy -> strategy.name().equals(ISOLATED))
                .forEach(ordered::add);
        Strategy answer = strategy(scenario, asked.get(asked.size() - 1));
        asked(scenario, asked).stream()
                .filter(strategy -> !strategy.equals(answer))
                .forEach(ordered::add);
        scenario.strategies().stream()
                .filter(strategy -> !strategy.equals(answer))
                .forEach(ordered::add);
        ordered.add(answer);
        return List.copyOf(ordered);
    }

    private static List<Strategy> compared(Scenario scenario, List<String> names) {
        List<Strategy> compared = new ArrayList<>(asked(scenario, names));
        if (!names.contains(ISOLATED)) {
            scenario.strategies().stream()
                    .filter(strategy -> strategy.name().equals(ISOLATED))
                    .forEach(isolated -> compared.add(0, isolated));
        }
        return List.copyOf(compared);
    }

    /** @throws IllegalArgumentException if the scenario has no strategy of that name */
    public static Strategy strategy(Scenario scenario, String name) {
        return scenario.strategies().stream()
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`%s` has no strategy `%s`. It has %s."
                        .formatted(
                                scenario.id(),
                                name,
                                String.join(
                                        ", ",
                                        scenario.strategies().stream()
                                                .map(Strategy::name)
                                                .toList()))));
    }
}
