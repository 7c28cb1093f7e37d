package org.shieldwall.cli;

import static org.shieldwall.cli.Terminal.Meaning.ATTACK;
import static org.shieldwall.cli.Terminal.Meaning.COOPERATION;
import static org.shieldwall.cli.Terminal.Meaning.DEFENCE;
import static org.shieldwall.cli.Terminal.Meaning.LOSS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/**
 * One run told in plain sentences: what the attackers did, what the defenders did alone and together, and what went dark.
 *
 * <p>A table says which kinds of facts are worth a sentence, how much, and in what words. Like facts within an hour become
 * one sentence; what happens again and again weighs less each time; the lightest sentences are left out until the rest
 * fits.
 */
final class Story {
    private static final int MOST_LINES = 30;
    private static final long MERGED_WITHIN_NANOS = 3_600_000_000_000L;
    private static final int LESS_WHEN_REPEATED = 3;
    private static final int MOST_SERVICES_NAMED = 4;
    private static final int FULL_LEVEL = 10_000;

    /**
     * @param fact of which it tells, or the first of them
     * @param weight the greater, the sooner it is worth a line
     */
    record Sentence(int fact, long timeNanos, Meaning meaning, String words, int weight) {}

    /** Which facts of a kind become one sentence. */
    private enum Like {
        /** Every fact its own. */
        NONE,
        /** The same {@code who}. */
        WHO,
        /** The same {@code whom}. */
        WHOM,
        /** The same {@code value}. */
        VALUE
    }

    /**
     * @param one words for a single fact
     * @param many words for several, with {@code {n}}
     */
    private record Telling(Meaning meaning, int weight, Like like, String one, String many) {}

    private static final Map<FactKind, Telling> TELLINGS = new EnumMap<>(FactKind.class);

    private static void tell(FactKind kind, Meaning meaning, int weight, Like like, String one, String many) {
        TELLINGS.put(kind, new Telling(meaning, weight, like, one, many));
    }

    private static void tell(FactKind kind, Meaning meaning, int weight, String words) {
        tell(kind, meaning, weight, Like.NONE, words, words);
    }

    static {
        tell(FactKind.CAMPAIGN_STARTED, ATTACK, 6, "{who} begins");
        tell(FactKind.STEP_FIRST_SUCCESS, ATTACK, 8, "{who}: {technique}{target}");
        tell(FactKind.STEP_FAILED, ATTACK, 8, "{who} failed, no tries left");
        tell(FactKind.STEP_LOST, ATTACK, 6, "{who} lost what it had gained");
        tell(FactKind.CREDENTIAL_STOLEN, ATTACK, 7, "password of {whom} read");
        tell(FactKind.ACTOR_NOTICED, ATTACK, 3, Like.WHO, "{who} noticed the defence", "{who} noticed the defence");
        tell(
                FactKind.BUILD_ROTATED,
                ATTACK,
                2,
                Like.WHO,
                "{who} changed its {level}",
                "{who} changed its build {n} times");
        tell(
                FactKind.INDICATOR_LEAKED,
                ATTACK,
                5,
                Like.WHO,
                "{who} learnt that its {level} is known",
                "{who} learnt that {n} of its traces are known");
        tell(FactKind.ASSET_DAMAGED, LOSS, 7, Like.VALUE, "{whom} {damage}", "{n} assets {damage}");
        tell(
                FactKind.ATTEMPT_BLOCKED,
                DEFENCE,
                6,
                Like.WHO,
                "{who} blocked on {whom}: its {level} was known",
                "{who} blocked {n} times: its {level} was known");
        tell(
                FactKind.COMMAND_CHANNEL_BLOCKED,
                DEFENCE,
                5,
                Like.WHO,
                "{who} cut off from {whom}",
                "{who} cut off from {n} assets");
        tell(
                FactKind.INCIDENT_OPENED,
                DEFENCE,
                7,
                Like.WHO,
                "{who} opened an incident at {whom}",
                "{who} opened {n} incidents");
        tell(
                FactKind.INCIDENT_CLOSED,
                DEFENCE,
                4,
                Like.WHO,
                "{who} closed an incident, {value} {assets} suspected",
                "{who} closed {n} incidents");
        tell(
                FactKind.DECISION_WAITED,
                DEFENCE,
                5,
                Like.WHO,
                "{who} waits for a decision",
                "{who} waits for {n} decisions");
        tell(FactKind.DECISION_MADE, DEFENCE, 5, Like.WHO, "{who} decided: {action}", "{who} made {n} decisions");
        tell(FactKind.ASSET_ISOLATED, DEFENCE, 5, Like.WHO, "{who} cut off {whom}", "{who} cut off {n} assets");
        tell(FactKind.NETWORK_SEPARATED, DEFENCE, 7, "{who} separated {whom}");
        tell(FactKind.NETWORK_RECONNECTED, DEFENCE, 4, "{who} connected {whom} again");
        tell(
                FactKind.CREDENTIALS_RESET,
                DEFENCE,
                6,
                Like.WHO,
                "{who} gave {whom} a new password",
                "{who} gave {n} accounts new passwords");
        tell(FactKind.ASSET_REBUILT, DEFENCE, 4, Like.WHO, "{who} rebuilt {whom}", "{who} rebuilt {n} assets");
        tell(
                FactKind.RESTORATION_DECIDED,
                DEFENCE,
                5,
                Like.WHO,
                "{who} begins to restore {whom}",
                "{who} begins to restore {n} services");
        tell(FactKind.BUFFER_EMPTY, LOSS, 4, "{who}: stock or battery empty");
        tell(FactKind.SERVICE_DEADLOCK, LOSS, 7, "{who} and what it needs wait for each other");
        tell(
                FactKind.INDICATOR_PUBLISHED,
                COOPERATION,
                6,
                Like.WHO,
                "{who} told {whom} the attacker’s {level}",
                "{who} told {whom} {n} of the attacker’s traces");
        tell(
                FactKind.PUBLICATION_DECLINED,
                COOPERATION,
                4,
                Like.WHO,
                "{who} kept an indicator from {whom}",
                "{who} kept {n} indicators from {whom}");
        tell(
                FactKind.INDICATOR_RECEIVED,
                COOPERATION,
                5,
                Like.WHOM,
                "{who} heard of it from {whom}",
                "{n} indicators arrived from {whom}");
        tell(
                FactKind.INDICATOR_DEPLOYED,
                COOPERATION,
                4,
                Like.WHO,
                "{who} now watches for the {level}",
                "{who} now watches for {n} indicators");
    }

    private final World world;
    private final FactLog facts;
    private final Map<String, String> techniques = new HashMap<>();
    private final Map<String, Service> services;

    Story(World world, FactLog facts) {
        this.world = world;
        this.facts = facts;
        this.services = world.scenario().services().stream().collect(Collectors.toMap(Service::name, s -> s));
        for (Campaign campaign : world.scenario().campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                String copy = step.copy() == null ? "" : step.copy() + ".";
                techniques.put(campaign.name() + "." + copy + step.name(), step.technique());
            }
        }
    }

    /** The sentences that fit, in order of time. */
    List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>(ofFacts());
        all.addAll(ofServices());
        return heaviest(all);
    }

    private static List<Sentence> heaviest(List<Sentence> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Sentence::weight).reversed().thenComparingInt(Sentence::fact))
                .limit(MOST_LINES)
                .sorted(Comparator.comparingInt(Sentence::fact))
                .toList();
    }

    // Facts

    private static final class Group {
        private final int first;
        private int size = 1;

        private Group(int first) {
            this.first = first;
        }
    }

    private List<Sentence> ofFacts() {
        List<Group> groups = new ArrayList<>();
        Map<List<Object>, Group> open = new HashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            Telling telling = TELLINGS.get(facts.kind(fact));
            if (telling == null) {
                continue;
            }
            List<Object> key = key(telling, fact);
            Group group = open.get(key);
            if (group != null
                    && telling.like() != Like.NONE
                    && facts.time(fact) - facts.time(group.first) <= MERGED_WITHIN_NANOS) {
                group.size++;
            } else {
                Group begun = new Group(fact);
                open.put(key, begun);
                groups.add(begun);
            }
        }
        return weighed(groups);
    }

    private List<Object> key(Telling telling, int fact) {
        return switch (telling.like()) {
            case NONE -> List.of(facts.kind(fact), fact);
            case WHO -> List.of(facts.kind(fact), facts.who(fact));
            case WHOM -> List.of(facts.kind(fact), facts.whom(fact));
            case VALUE -> List.of(facts.kind(fact), facts.value(fact));
        };
    }

    private List<Sentence> weighed(List<Group> groups) {
        Map<List<Object>, Integer> told = new HashMap<>();
        List<Sentence> sentences = new ArrayList<>();
        for (Group group : groups) {
            Telling telling = TELLINGS.get(facts.kind(group.first));
            if (telling != null) {
                int before = told.merge(List.of(facts.kind(group.first), facts.who(group.first)), 1, Integer::sum) - 1;
                sentences.add(new Sentence(
                        group.first,
                        facts.time(group.first),
                        meaning(telling, group.first),
                        words(group.size == 1 ? telling.one() : telling.many(), group),
                        telling.weight() - (before == 0 ? 0 : LESS_WHEN_REPEATED)));
            }
        }
        return sentences;
    }

    /** What an organisation found by itself is its own defence; what it was told is cooperation. */
    private Meaning meaning(Telling telling, int fact) {
        int cause = facts.trigger(fact);
        boolean told = cause >= 0 && facts.kind(cause) == FactKind.INDICATOR_RECEIVED;
        return facts.kind(fact) == FactKind.INDICATOR_DEPLOYED && !told ? DEFENCE : telling.meaning();
    }

    private String words(String template, Group group) {
        int fact = group.first;
        String words = template;
        for (Map.Entry<String, String> filled : Map.of(
                        "{who}", name(facts.who(fact)),
                        "{whom}", name(facts.whom(fact)),
                        "{n}", Rounding.number(group.size, 0),
                        "{value}", Rounding.number(facts.value(fact), 0),
                        "{assets}", Words.counted(facts.value(fact), "asset"))
                .entrySet()) {
            words = words.replace(filled.getKey(), filled.getValue());
        }
        // Looked up only where asked for: a value means something else in every kind.
        if (words.contains("{level}")) {
            words = words.replace("{level}", option(Level.values(), facts.value(fact)));
        }
        if (words.contains("{action}")) {
            words = words.replace("{action}", option(Playbook.Kind.values(), facts.value(fact)));
        }
        if (words.contains("{damage}")) {
            words = words.replace("{damage}", damage(facts.value(fact)));
        }
        if (words.contains("{technique}")) {
            words = words.replace("{technique}", technique(fact)).replace("{target}", target(fact));
        }
        return words;
    }

    private static String option(Enum<?>[] options, long value) {
        return value < 0 || value >= options.length
                ? "trace"
                : options[(int) value].name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String damage(long value) {
        Damage[] all = Damage.values();
        if (value < 0 || value >= all.length) {
            return "damaged";
        }
        return switch (all[(int) value]) {
            case OPENED -> "switched off";
            case FAILED -> "failed";
            case DISK -> "wiped";
            case FIRMWARE -> "made useless, firmware overwritten";
            case JAMMED -> "flooded";
        };
    }

    private String technique(int fact) {
        String step = world.entities().name(facts.who(fact));
        return techniques.getOrDefault(step, "done").replace('-', ' ');
    }

    /** The asset on which the attempt succeeded that made the step succeed. */
    private String target(int fact) {
        int cause = facts.trigger(fact);
        return cause >= 0 && facts.kind(cause) == FactKind.ATTEMPT_SUCCEEDED && facts.whom(cause) >= 0
                ? " on " + name(facts.whom(cause))
                : "";
    }

    /** The last part of a path; of an asset with its number: {@code west-pc-17}. */
    private String name(int entity) {
        if (entity < 0) {
            return "nobody";
        }
        String path = world.entities().name(entity);
        String[] parts = path.split("/");
        String last = parts[parts.length - 1];
        return world.entities().kind(entity) == EntityKind.ASSET && parts.length > 1 && last.matches("[0-9]+")
                ? parts[parts.length - 2] + "-" + last
                : last;
    }

    // Services

    /** From the first loss of any service until all are back. */
    private static final class Outage {
        private final int from;
        private int atPeak;
        private double peak;
        private Map<Integer, Long> levelsAtPeak = Map.of();
        private int until = -1;

        private Outage(int from) {
            this.from = from;
        }
    }

    /** The worst outage: when it began, how bad it became, and when all was back. */
    private List<Sentence> ofServices() {
        Outage worst = worstOutage();
        if (worst == null) {
            return List.of();
        }
        List<Sentence> sentences = new ArrayList<>();
        if (facts.time(worst.from) < facts.time(worst.atPeak)) {
            sentences.add(sentence(worst.from, LOSS, "services begin to fail", 9));
        }
        sentences.add(sentence(worst.atPeak, LOSS, levels(worst.levelsAtPeak), 10));
        if (worst.until >= 0) {
            sentences.add(sentence(worst.until, Meaning.NONE, "all services restored", 10));
        }
        return sentences;
    }

    private Sentence sentence(int fact, Meaning meaning, String words, int weight) {
        return new Sentence(fact, facts.time(fact), meaning, words, weight);
    }

    private @Nullable Outage worstOutage() {
        Map<Integer, Long> levels = new TreeMap<>();
        Outage worst = null;
        Outage now = null;
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) != FactKind.SERVICE_LEVEL) {
                continue;
            }
            levels.put(facts.who(fact), facts.value(fact));
            if (hasMoreLevelsAtOnce(fact)) {
                continue;
            }
            double loss = loss(levels);
            if (loss > 0 && now == null) {
                now = new Outage(fact);
            }
            if (now != null && loss > now.peak) {
                now.peak = loss;
                now.atPeak = fact;
                now.levelsAtPeak = new TreeMap<>(levels);
                worst = worst == null || now.peak > worst.peak ? now : worst;
            }
            if (now != null && loss == 0) {
                now.until = fact;
                now = null;
            }
        }
        return worst;
    }

    private boolean hasMoreLevelsAtOnce(int fact) {
        for (int next = fact + 1; next < facts.size() && facts.time(next) == facts.time(fact); next++) {
            if (facts.kind(next) == FactKind.SERVICE_LEVEL) {
                return true;
            }
        }
        return false;
    }

    private double loss(Map<Integer, Long> levels) {
        double loss = 0;
        for (Map.Entry<Integer, Long> level : levels.entrySet()) {
            loss += served(level.getKey()) * (FULL_LEVEL - level.getValue()) / FULL_LEVEL;
        }
        return loss;
    }

    private double served(int service) {
        Service said = services.get(world.entities().name(service));
        if (said == null) {
            return 1;
        }
        return said.people() > 0 ? said.people() : Math.max(1, said.customers());
    }

    /** {@code west-electricity 43 %, south-electricity 40 %}: what is not full, the worst first. */
    private String levels(Map<Integer, Long> levels) {
        List<String> down = levels.entrySet().stream()
                .filter(level -> level.getValue() < FULL_LEVEL)
                .sorted(Comparator.comparingDouble(level -> -served(level.getKey()) * (FULL_LEVEL - level.getValue())))
                .map(level -> "%s %s"
                        .formatted(name(level.getKey()), Rounding.percent((double) level.getValue() / FULL_LEVEL)))
                .toList();
        return down.size() <= MOST_SERVICES_NAMED
                ? String.join(", ", down)
                : String.join(", ", down.subList(0, MOST_SERVICES_NAMED))
                        + " and %d more".formatted(down.size() - MOST_SERVICES_NAMED);
    }
}
