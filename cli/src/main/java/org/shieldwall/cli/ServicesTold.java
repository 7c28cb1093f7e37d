package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Supplies;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.World;

/**
 * When services fell and came back: falls within an hour are one sentence, returns likewise; and the moment at which most
 * were without. How a service that serves classes in order runs short is told by {@link Rations}.
 */
final class ServicesTold {
    private static final long TOGETHER = Clock.HOUR;
    private static final int MOST_NAMED = 4;
    /** Falls and returns that are told whatever else there is to tell. */
    private static final int MOST_ALWAYS_TOLD = 6;

    private static final int SELDOM_TOLD = 5;

    private final World world;
    private final FactLog facts;
    private final Supplies supplies;
    private final IntFunction<String> name;
    private final long[] level;

    /** [supply]: how often it fell so far. */
    private final int[] falls;

    private final List<Turn> turns = new ArrayList<>();

    /** What fell, or came back, within an hour. */
    private static final class Turn {
        private final int first;
        private int last;
        private final boolean isFall;
        /** Supplies with the lowest level they had within the hour. */
        private final Map<Integer, Long> supplies = new LinkedHashMap<>();

        private double without;
        private boolean allBack;
        private boolean repeated = true;

        Turn(int first, boolean isFall) {
            this.first = first;
            this.last = first;
            this.isFall = isFall;
        }
    }

    /** @param name the words for an entity */
    ServicesTold(World world, FactLog facts, IntFunction<String> name) {
        this.world = world;
        this.facts = facts;
        this.name = name;
        supplies = new Supplies(world);
        level = new long[supplies.count()];
        falls = new int[supplies.count()];
    }

    /** @param always the weight of what is always told */
    List<Story.Sentence> sentences(int always) {
        Arrays.fill(level, NeedProgram.FULL);
        int atPeak = -1;
        double peak = 0;
        Set<Integer> worst = Set.of();
        String worstWords = "";
        for (int fact = 0; fact < facts.size(); fact++) {
            if (!Supplies.isChange(facts, fact)) {
                continue;
            }
            take(fact);
            double without = peopleWithout();
            if (!hasMoreAtOnce(fact) && without > peak) {
                peak = without;
                atPeak = fact;
                worst = down();
                worstWords = listed(worst.stream()
                        .map(supply -> title(supply) + " " + share(level[supply]))
                        .toList());
            }
        }
        List<Story.Sentence> sentences = told(always);
        if (atPeak >= 0 && !isToldByAFall(atPeak, worst)) {
            sentences.add(sentence(atPeak, Meaning.LOSS, "most are without service: " + worstWords, always));
        }
        return sentences;
    }

    private void take(int fact) {
        int supply = supplies.of(facts, fact);
        long before = level[supply];
        long now = facts.value(fact);
        level[supply] = now;
        if (served(supply) == 0) {
            return;
        }
        if (now == NeedProgram.FULL && before < now) {
            comeBack(supply, fact);
        } else if (now < NeedProgram.FULL) {
            fall(supply, before, fact);
        }
    }

    private void fall(int supply, long before, int fact) {
        Turn turn = open(true, fact);
        if (before == NeedProgram.FULL) {
            turn = turn == null ? begin(fact, true) : turn;
            turn.repeated &= falls[supply]++ > 0;
        }
        if (turn != null && (before == NeedProgram.FULL || turn.supplies.containsKey(supply))) {
            turn.supplies.merge(supply, level[supply], Math::min);
            turn.without = Math.max(turn.without, peopleWithout());
        }
    }

    private void comeBack(int supply, int fact) {
        Turn turn = open(false, fact);
        turn = turn == null ? begin(fact, false) : turn;
        turn.last = fact;
        turn.supplies.put(supply, level[supply]);
        turn.repeated &= falls[supply] > 1;
        turn.allBack = peopleWithout() == 0;
    }

    private Turn begin(int fact, boolean isFall) {
        Turn turn = new Turn(fact, isFall);
        turns.add(turn);
        return turn;
    }

    /** The turn of a kind that began within the last hour, if it was the last of its kind. */
    private @Nullable Turn open(boolean isFall, int fact) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).isFall == isFall) {
                return facts.time(fact) - facts.time(turns.get(i).first) <= TOGETHER ? turns.get(i) : null;
            }
        }
        return null;
    }

    private double peopleWithout() {
        return IntStream.range(0, level.length).mapToDouble(this::without).sum();
    }

    private double without(int supply) {
        return served(supply) * (NeedProgram.FULL - level[supply]) / NeedProgram.FULL;
    }

    private double served(int supply) {
        return supplies.people(supply) > 0 ? supplies.people(supply) : supplies.customers(supply);
    }

    private boolean hasMoreAtOnce(int fact) {
        for (int next = fact + 1; next < facts.size() && facts.time(next) == facts.time(fact); next++) {
            if (Supplies.isChange(facts, next)) {
                return true;
            }
        }
        return false;
    }

    private boolean isToldByAFall(int atPeak, Set<Integer> worst) {
        return turns.stream()
                .anyMatch(turn -> turn.isFall
                        && facts.time(atPeak) >= facts.time(turn.first)
                        && facts.time(atPeak) - facts.time(turn.first) <= TOGETHER
                        && turn.supplies.keySet().containsAll(worst));
    }

    // Words

    private List<Story.Sentence> told(int always) {
        List<Turn> worstFirst = turns.stream()
                .filter(turn -> turn.isFall)
                .sorted(Comparator.comparingDouble((Turn turn) -> -turn.without))
                .limit(MOST_ALWAYS_TOLD)
                .toList();
        List<Story.Sentence> sentences = new ArrayList<>();
        boolean oneWasTold = false;
        for (Turn turn : turns) {
            if (!turn.isFall) {
                boolean ends = turn.allBack && oneWasTold;
                sentences.add(sentence(turn.last, Meaning.NONE, back(turn), ends ? always : SELDOM_TOLD));
                oneWasTold &= !turn.allBack;
                continue;
            }
            boolean important = worstFirst.contains(turn) && !turn.repeated;
            oneWasTold |= important;
            if (!turn.supplies.keySet().stream().allMatch(supplies::isClass)) {
                sentences.add(sentence(turn.first, Meaning.LOSS, fallen(turn), important ? always : SELDOM_TOLD));
            }
        }
        return sentences;
    }

    private static String listed(List<String> parts) {
        return parts.size() <= MOST_NAMED
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, MOST_NAMED)) + " and %d more".formatted(parts.size() - MOST_NAMED);
    }

    private String fallen(Turn turn) {
        List<String> parts = turn.supplies.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<Integer, Long> one) -> -served(one.getKey()) * (NeedProgram.FULL - one.getValue())))
                .filter(one -> !supplies.isClass(one.getKey()))
                .map(one -> title(one.getKey()) + " to " + share(one.getValue()))
                .toList();
        return listed(parts).replaceFirst(" to ", " falls to ");
    }

    /** What is not full now, the worst first. */
    private Set<Integer> down() {
        return IntStream.range(0, level.length)
                .filter(supply -> without(supply) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer supply) -> -without(supply)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String back(Turn turn) {
        String mended = mended(turn);
        if (turn.allBack) {
            return "all services are back" + mended;
        }
        return listed(turn.supplies.keySet().stream().map(this::title).toList())
                + (turn.supplies.size() == 1 ? " is back" : " are back")
                + mended;
    }

    /** Who mended since the fall what the services need: why they came back. Where all are back, since all were before. */
    private String mended(Turn turn) {
        int before = turns.stream()
                .filter(one -> one.allBack && one.last < turn.last)
                .mapToInt(one -> one.last)
                .max()
                .orElse(0);
        int from = turns.stream()
                .filter(one -> one.isFall && one.first >= before && one.first < turn.last)
                .filter(one -> turn.allBack || turn.supplies.keySet().stream().anyMatch(one.supplies::containsKey))
                .mapToInt(one -> one.first)
                .min()
                .orElse(turn.first);
        Set<Integer> groups = turn.supplies.keySet().stream()
                .flatMapToInt(supply ->
                        Arrays.stream(world.service(supplies.service(supply)).groups()))
                .boxed()
                .collect(Collectors.toSet());
        TreeSet<String> crews = new TreeSet<>();
        int all = 0;
        for (int fact = from; fact <= turn.last; fact++) {
            // What passes by itself, as a flood does, nobody mends.
            if (facts.kind(fact) == FactKind.ASSET_MENDED
                    && facts.who(fact) >= 0
                    && (turn.allBack || groups.contains(groupOf(fact)))) {
                crews.add(name.apply(facts.who(fact)));
                all++;
            }
        }
        return all == 0
                ? ""
                : ": %s %s mended by %s"
                        .formatted(Rounding.number(all, 0), Words.counted(all, "asset"), String.join(", ", crews));
    }

    private int groupOf(int fact) {
        return world.groupOf(world.entities().index(facts.whom(fact)));
    }

    /** {@code electricity for homes}. */
    private String title(int supply) {
        return supplies.name(supply).replace(".", " for ");
    }

    private static String share(long of) {
        return Rounding.percent((double) of / NeedProgram.FULL);
    }

    private Story.Sentence sentence(int fact, Meaning meaning, String words, int weight) {
        return new Story.Sentence(fact, facts.time(fact), meaning, words, weight);
    }
}
