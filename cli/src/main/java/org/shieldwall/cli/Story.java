package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * One run told in plain sentences: what the attackers did, what the defenders did alone and together, and what went dark.
 *
 * <p>A table says which kinds of facts are worth a sentence, how much, and in what words. Like facts within an hour become
 * one sentence; what happens again and again weighs less each time; the lightest sentences are left out until the rest
 * fits.
 */
final class Story {
    private static final int MOST_LINES = 36;
    private static final long MERGED_WITHIN_NANOS = 3_600_000_000_000L;
    private static final int LESS_WHEN_REPEATED = 3;
    private static final int ALWAYS_TOLD = 10;

    /**
     * @param fact of which it tells, or the first of them
     * @param weight the greater, the sooner it is worth a line
     */
    record Sentence(int fact, long timeNanos, Meaning meaning, String words, int weight) {}

    private final World world;
    private final FactLog facts;
    private final Suspicions suspicions;
    private final Map<String, Campaign.Step> steps = new HashMap<>();

    Story(World world, FactLog facts) {
        this.world = world;
        this.facts = facts;
        this.suspicions = new Suspicions(facts);
        for (Campaign campaign : world.scenario().campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                String copy = step.copy() == null ? "" : step.copy() + ".";
                steps.put(campaign.name() + "." + copy + step.name(), step);
            }
        }
    }

    /** The sentences that fit, in order of time. */
    List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>(ofFacts());
        all.addAll(ofServices());
        all.addAll(new Rations(world, facts).sentences());
        all.addAll(new LossesAndRegains(world, facts, this::step).sentences());
        detection().ifPresent(all::add);
        return heaviest(all);
    }

    /** From here on the measure counts the attack as detected. */
    private Optional<Sentence> detection() {
        int first = suspicions.firstRight();
        return first < 0
                ? Optional.empty()
                : Optional.of(sentence(
                        first,
                        Meaning.DEFENCE,
                        "%s suspects %s, and is right: the attack is detected"
                                .formatted(name(facts.who(first)), name(facts.whom(first)))));
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
        private final List<Integer> members = new ArrayList<>();

        private Group(int first) {
            this.first = first;
            members.add(first);
        }

        private int size() {
            return members.size();
        }
    }

    private List<Sentence> ofFacts() {
        List<Group> groups = new ArrayList<>();
        Map<List<Object>, Group> open = new HashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            Telling telling = Telling.of(facts.kind(fact));
            if (telling == null) {
                continue;
            }
            List<Object> key = key(telling, fact);
            Group group = open.get(key);
            if (group != null
                    && telling.like() != Telling.Like.NONE
                    && facts.time(fact) - facts.time(group.first) <= MERGED_WITHIN_NANOS) {
                group.members.add(fact);
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
            case SERIES -> List.of(facts.kind(fact), series(fact));
        };
    }

    private List<Sentence> weighed(List<Group> groups) {
        Map<List<Object>, Integer> told = new HashMap<>();
        List<Sentence> sentences = new ArrayList<>();
        for (Group group : groups) {
            Telling telling = Telling.of(facts.kind(group.first));
            if (telling != null) {
                int before = told.merge(List.of(facts.kind(group.first), facts.who(group.first)), 1, Integer::sum) - 1;
                boolean falseAlarm = isFalseAlarm(group);
                sentences.add(new Sentence(
                        group.first,
                        facts.time(group.first),
                        meaning(telling, group.first),
                        words(group.size() == 1 ? telling.one() : telling.many(), group)
                                + (falseAlarm ? ", a false alarm" : ""),
                        telling.weight() - (before == 0 && !falseAlarm ? 0 : LESS_WHEN_REPEATED)));
            }
        }
        return sentences;
    }

    private boolean isFalseAlarm(Group group) {
        return facts.kind(group.first) == FactKind.INCIDENT_OPENED
                && group.members.stream().allMatch(suspicions::isFalseAlarm);
    }

    /** What an organisation found by itself is its own defence; what it was told is cooperation. */
    private Meaning meaning(Telling telling, int fact) {
        int cause = facts.trigger(fact);
        boolean told = cause >= 0 && facts.kind(cause) == FactKind.INDICATOR_RECEIVED;
        return facts.kind(fact) == FactKind.INDICATOR_DEPLOYED && !told ? Meaning.DEFENCE : telling.meaning();
    }

    private String words(String template, Group group) {
        int fact = group.first;
        String words = template;
        for (Map.Entry<String, String> filled : Map.of(
                        "{who}", name(facts.who(fact)),
                        "{whom}", name(facts.whom(fact)),
                        "{n}", Rounding.number(group.size(), 0),
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
            words = words.replace("{action}", action(fact));
        }
        if (words.contains("{damage}")) {
            words = words.replace("{damage}", damage(facts.value(fact)));
        }
        if (words.contains("{technique}")) {
            words = words.replace("{technique}", technique(fact)).replace("{target}", target(fact));
        }
        if (words.contains("{step}")) {
            words = words.replace("{step}", step(fact));
        }
        if (words.contains("{copies}")) {
            words = words.replace("{series}", series(fact)).replace("{copies}", copies(group));
        }
        return words;
    }

    private static String option(Enum<?>[] options, long value) {
        return value < 0 || value >= options.length
                ? "trace"
                : options[(int) value].name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The value is a place in the playbook of whoever decided. */
    private String action(int fact) {
        Rows.PlaybookRow playbook =
                world.organisation(world.entities().index(facts.who(fact))).playbook();
        int place = (int) facts.value(fact);
        return playbook == null || place >= playbook.actions().length
                ? "to act"
                : option(
                        Playbook.Kind.values(), playbook.actions()[place].kind().ordinal());
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
            case ENCRYPTED -> "encrypted";
            case OFF -> "switched off by its owner";
        };
    }

    /** Who mended how much between two facts: why the services came back. */
    private String mended(int from, int to) {
        Map<String, Integer> byCrew = new TreeMap<>();
        for (int fact = from; fact <= to; fact++) {
            if (facts.kind(fact) == FactKind.ASSET_MENDED) {
                byCrew.merge(name(facts.who(fact)), 1, Integer::sum);
            }
        }
        int all = byCrew.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? ""
                : ": %s %s mended by %s"
                        .formatted(
                                Rounding.number(all, 0),
                                Words.counted(all, "asset"),
                                String.join(", ", byCrew.keySet()));
    }

    private String technique(int fact) {
        Campaign.Step step = steps.get(world.entities().name(facts.who(fact)));
        return step == null ? "done" : step.technique().replace('-', ' ');
    }

    /** The step's path; the campaign is left out where there is but one. */
    private String step(int fact) {
        String path = world.entities().name(facts.who(fact));
        return world.scenario().campaigns().size() == 1 ? path.substring(path.indexOf('.') + 1) : path;
    }

    /** The step without its copy. */
    private String series(int fact) {
        String step = step(fact);
        String copy = copy(fact);
        return copy.isEmpty() ? step : step.replace(copy + ".", "");
    }

    private String copy(int fact) {
        Campaign.Step step = steps.get(world.entities().name(facts.who(fact)));
        return step == null || step.copy() == null ? "" : step.copy();
    }

    private String copies(Group group) {
        List<String> copies = group.members.stream().map(this::copy).distinct().toList();
        int last = copies.size() - 1;
        return last == 0 ? copies.get(0) : String.join(", ", copies.subList(0, last)) + " and " + copies.get(last);
    }

    /** The asset on which the attempt succeeded that made the step succeed. */
    private String target(int fact) {
        int cause = facts.trigger(fact);
        return cause >= 0 && facts.kind(cause) == FactKind.ATTEMPT_SUCCEEDED && facts.whom(cause) >= 0
                ? " on " + name(facts.whom(cause)) + gain(fact)
                : "";
    }

    /** What the attacker has of a success: a foothold, where the technique grants one. */
    private String gain(int fact) {
        Campaign.Step step = steps.get(world.entities().name(facts.who(fact)));
        return world.scenario().techniques().stream()
                        .filter(technique -> step != null && technique.name().equals(step.technique()))
                        .anyMatch(technique -> technique.grants().position().compareTo(Technique.Position.USER) >= 0)
                ? ", which the attacker now holds"
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

    /** The worst outage: when it began, how bad it became, and when all was back. */
    private List<Sentence> ofServices() {
        WorstOutage worst = WorstOutage.of(world, facts);
        if (worst == null) {
            return List.of();
        }
        List<Sentence> sentences = new ArrayList<>();
        if (facts.time(worst.began()) < facts.time(worst.atPeak())) {
            sentences.add(sentence(worst.began(), Meaning.LOSS, "services begin to fail"));
        }
        sentences.add(sentence(worst.atPeak(), Meaning.LOSS, worst.servicesAtPeak()));
        if (worst.ended() >= 0) {
            sentences.add(sentence(
                    worst.ended(), Meaning.NONE, "all services restored" + mended(worst.began(), worst.ended())));
        }
        return sentences;
    }

    private Sentence sentence(int fact, Meaning meaning, String words) {
        return new Sentence(fact, facts.time(fact), meaning, words, ALWAYS_TOLD);
    }
}
