package org.shieldwall.cli;

import static org.shieldwall.cli.Terminal.Meaning.ATTACK;
import static org.shieldwall.cli.Terminal.Meaning.COOPERATION;
import static org.shieldwall.cli.Terminal.Meaning.DEFENCE;
import static org.shieldwall.cli.Terminal.Meaning.LOSS;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.fact.FactKind;

/**
 * How a kind of fact is told in a story.
 *
 * @param weight the greater, the sooner it is worth a line
 * @param like which facts of the kind become one sentence
 * @param one words for a single fact; what stands in braces is filled in by {@link Story}
 * @param many words for several
 */
record Telling(Meaning meaning, int weight, Like like, String one, String many) {

    /** Which facts of a kind become one sentence. */
    enum Like {
        /** Every fact its own. */
        NONE,
        /** The same {@code who}. */
        WHO,
        /** The same {@code whom}. */
        WHOM,
        /** The same {@code value}. */
        VALUE,
        /** The same step in several copies of a campaign. */
        SERIES
    }

    private static final Map<FactKind, Telling> OF_KIND = new EnumMap<>(FactKind.class);

    /** Null for what is not worth a sentence. */
    static @Nullable Telling of(FactKind kind) {
        return OF_KIND.get(kind);
    }

    private static void tell(FactKind kind, Meaning meaning, int weight, Like like, String one, String many) {
        OF_KIND.put(kind, new Telling(meaning, weight, like, one, many));
    }

    private static void tell(FactKind kind, Meaning meaning, int weight, String words) {
        tell(kind, meaning, weight, Like.NONE, words, words);
    }

    static {
        tell(FactKind.CAMPAIGN_STARTED, ATTACK, 6, "{who} begins");
        tell(FactKind.CAMPAIGN_GAVE_UP, ATTACK, 8, "{who} gives up: all that could be tried was tried");
        tell(
                FactKind.STEP_FIRST_SUCCESS,
                ATTACK,
                7,
                Like.SERIES,
                "{step}: {technique}{target}",
                "{series} in {copies}: {technique}");
        tell(FactKind.STEP_FAILED, ATTACK, 8, "{step} failed, no tries left");
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
        tell(FactKind.ASSET_DAMAGED, LOSS, 8, Like.VALUE, "{whom} {damage}", "{n} assets {damage}");
        tell(
                FactKind.ATTEMPT_BLOCKED,
                DEFENCE,
                6,
                Like.WHO,
                "{step} blocked on {whom}: its {level} was known",
                "{step} blocked {n} times: its {level} was known");
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
        tell(FactKind.DECISION_MADE, DEFENCE, 6, Like.WHO, "{who} decided: {action}", "{who} made {n} decisions");
        tell(FactKind.ASSET_ISOLATED, DEFENCE, 5, Like.WHO, "{who} cut off {whom}", "{who} cut off {n} assets");
        tell(FactKind.NETWORK_SEPARATED, DEFENCE, 8, "{who} separated {whom}");
        tell(FactKind.NETWORK_RECONNECTED, DEFENCE, 4, "{who} connected {whom} again");
        tell(
                FactKind.CREDENTIALS_RESET,
                DEFENCE,
                6,
                Like.WHO,
                "{who} gave {whom} a new password",
                "{who} gave {n} accounts new passwords");
        tell(FactKind.ASSET_PATCHED, DEFENCE, 3, Like.WHO, "{who} patched {whom}", "{who} patched {n} assets");
        tell(
                FactKind.ASSET_RESTORED,
                DEFENCE,
                4,
                Like.WHO,
                "{who} restored {whom} from a backup",
                "{who} restored {n} assets from backups");
        tell(FactKind.ASSET_REBUILT, DEFENCE, 4, Like.WHO, "{who} rebuilt {whom}", "{who} rebuilt {n} assets");
        tell(
                FactKind.RESTORATION_DECIDED,
                DEFENCE,
                5,
                Like.WHO,
                "{who} begins to restore {whom}",
                "{who} begins to restore {n} services");
        tell(FactKind.FLOOD_STARTED, ATTACK, 4, Like.WHO, "{who} floods {whom}", "{who} sends {n} floods");
        tell(
                FactKind.FLOOD_RECOGNISED,
                DEFENCE,
                5,
                Like.WHO,
                "{who} sees that {whom} is flooded",
                "{who} sees {n} floods");
        tell(
                FactKind.FILTER_SET,
                DEFENCE,
                6,
                Like.WHOM,
                "{who} filters what goes to {whom}",
                "{n} filters before {whom}");
        tell(
                FactKind.FILTER_LIFTED,
                DEFENCE,
                3,
                Like.WHOM,
                "{who} lifts a filter before {whom}",
                "{n} filters before {whom} lifted");
        tell(FactKind.CAPACITY_RAISED, DEFENCE, 5, Like.WHO, "{who} has a wider line", "{who} has {n} wider lines");
        tell(
                FactKind.SOURCES_SWITCHED_OFF,
                COOPERATION,
                7,
                Like.WHOM,
                "{who} had sources of {whom} in one country switched off",
                "sources of {whom} in {n} countries switched off");
        tell(FactKind.KEY_OBTAINED, LOSS, 8, "{who} was handed the key of {whom}");
        tell(
                FactKind.ASSET_SWITCHED_OFF,
                DEFENCE,
                8,
                Like.WHO,
                "{who} switched {whom} off out of caution",
                "{who} switched {n} assets off out of caution");
        tell(
                FactKind.WARNING_HEEDED,
                COOPERATION,
                7,
                "{who} takes the warning of {whom} for reason enough to switch off");
        tell(
                FactKind.BACKUPS_DESTROYED,
                LOSS,
                7,
                Like.WHO,
                "{who} destroyed {value} {backups}",
                "{who} destroyed backups");
        tell(FactKind.ACTOR_HIDES, ATTACK, 5, Like.WHO, "{who} hides", "{who} hides");
        tell(FactKind.ACTOR_HURRIES, ATTACK, 8, "{who} strikes as soon as it can");
        tell(FactKind.WORK_BY_HAND_BEGAN, LOSS, 6, "{who} goes on by hand");
        tell(FactKind.WORK_BY_HAND_ENDED, LOSS, 4, "{who}: work by hand ends");
        tell(FactKind.BUFFER_EMPTY, LOSS, 4, "{who}: stock or battery empty");
        tell(FactKind.SERVICE_DEADLOCK, LOSS, 7, "{who} and what it needs wait for each other");
        tell(
                FactKind.INDICATOR_PUBLISHED,
                COOPERATION,
                8,
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
                5,
                Like.WHO,
                "{who} now watches for the {level}",
                "{who} now watches for {n} indicators");
    }
}
