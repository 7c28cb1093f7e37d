package org.shieldwall.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
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
    private static final long[] MERGED_WITHIN_NANOS = {Clock.HOUR, Clock.DAY, 7 * Clock.DAY, 28 * Clock.DAY};
    private static final int WORTH_A_LINE = 7;
    private static final int LESS_WHEN_REPEATED = 3;
    private static final int ALWAYS_TOLD = 10;

    /**
     * @param fact of which it tells, or the first of them
     * @param weight the greater, the sooner it is worth a line
     */
    record Sentence(int fact, long timeNanos, Meaning meaning, String words, int weight) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

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

    /**
     * The sentences that fit, in order of time.
     *
     * @param leftOut how many did not fit
     */
    record Told(List<Sentence> sentences, int leftOut) {}

    /** Like facts are told together the more, the more there is to tell. */
    Told told() {
        List<Sentence> others = new ArrayList<>(new ServicesTold(world, facts, this::name).sentences(ALWAYS_TOLD));
        others.addAll(new Rations(world, facts).sentences());
        others.addAll(new LossesAndRegains(world, facts, this::step).sentences());
        detection().ifPresent(others::add);
        List<Sentence> all = List.of();
        for (long window : MERGED_WITHIN_NANOS) {
            all = new ArrayList<>(ofFacts(window));
            all.addAll(others);
            if (all.stream().filter(one -> one.weight() >= WORTH_A_LINE).count() <= MOST_LINES) {
                break;
            }
        }
        return new Told(heaviest(all), Math.max(0, all.size() - MOST_LINES));
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

    private List<Sentence> ofFacts(long window) {
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
                    && facts.time(fact) - facts.time(group.first)
                            <= (isDamage(fact) ? Math.min(window, Clock.DAY) : window)) {
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
                                + (falseAlarm ? ", a false alarm" : "")
                                + until(group),
                        isStrike(group.first)
                                ? ALWAYS_TOLD
                                : telling.weight() - (before == 0 && !falseAlarm ? 0 : LESS_WHEN_REPEATED)));
            }
        }
        return sentences;
    }

    /** A step of the attack breaks something for the first time. */
    private boolean isStrike(int fact) {
        if (facts.kind(fact) != FactKind.STEP_FIRST_SUCCESS) {
            return false;
        }
        Campaign.Step step = steps.get(world.entities().name(facts.who(fact)));
        return step != null
                && world.scenario().techniques().stream()
                        .anyMatch(technique -> technique.name().equals(step.technique()) && technique.damage() != null);
    }

    private boolean isDamage(int fact) {
        return facts.kind(fact) == FactKind.ASSET_DAMAGED || isStrike(fact);
    }

    /** Where a sentence tells of more than a day, the day of the last. */
    private String until(Group group) {
        int last = group.members.get(group.size() - 1);
        return facts.time(last) - facts.time(group.first) < Clock.DAY
                ? ""
                : " (until "
                        + world.scenario()
                                .starts()
                                .plusNanos(facts.time(last))
                                .atZone(world.scenario().zone())
                                .format(DAY)
                        + ")";
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
                        "{assets}", Words.counted(facts.value(fact), "asset"),
                        "{backups}", Words.counted(facts.value(fact), "backup"))
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

    private Sentence sentence(int fact, Meaning meaning, String words) {
        return new Sentence(fact, facts.time(fact), meaning, words, ALWAYS_TOLD);
    }
}
