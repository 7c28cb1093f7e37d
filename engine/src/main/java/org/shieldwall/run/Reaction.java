package org.shieldwall.run;

import java.util.EnumMap;
import java.util.Map;
import org.shieldwall.fact.FactKind;

/**
 * Who reacts to which kind of fact: the one static table of reactions. The order within a row is the order on the agenda.
 */
enum Reaction {
    ATTACK_LOOKS,
    ATTACK_LOOKS_AROUND,
    ATTACK_MAY_NOTICE,
    ATTACK_LEARNS_OF_LEAK,
    ATTACK_HAS_CREDENTIAL,
    SENSORS_SEE_START,
    SENSORS_SEE_END,
    SENSORS_WATCH_FOOTHOLD,
    SENSORS_LOSE_FOOTHOLD,
    SENSORS_KNOW_MORE,
    FALSE_ONE_IS_DEPLOYED,
    MEMBER_RECEIVES,
    COMMUNITY_HEARS,
    PARTNERS_JUDGE,
    CREWS_SEE_DAMAGE,
    CREWS_SEE_IT_OFF,
    CREWS_ARE_TOLD,
    CREWS_BEGIN_AFRESH,
    CAUTIOUS_ARE_WARNED,
    ASSET_IS_MENDED,
    ATTACK_LOSES_SOURCES,
    SENSORS_WATCH_FLOOD,
    SENSORS_LOSE_FLOOD,
    USERS_FEEL_DELIVERY,
    VICTIM_HAS_QUIET,
    LEVERS_CHANGED;

    private static final Reaction[] ALL = values();

    static Reaction of(int code) {
        return ALL[code];
    }

    /** By ordinal of the kind: codes of its reactions. */
    static int[][] table() {
        Map<FactKind, Reaction[]> rows = new EnumMap<>(FactKind.class);
        rows.put(FactKind.LEVER_SET, new Reaction[] {LEVERS_CHANGED, ATTACK_LOOKS_AROUND});
        rows.put(FactKind.ATTEMPT_STARTED, new Reaction[] {SENSORS_SEE_START});
        rows.put(FactKind.ATTEMPT_SUCCEEDED, new Reaction[] {SENSORS_SEE_END, ATTACK_LOOKS});
        rows.put(FactKind.ATTEMPT_FAILED, new Reaction[] {SENSORS_SEE_END, ATTACK_LOOKS});
        rows.put(
                FactKind.ATTEMPT_BLOCKED,
                new Reaction[] {SENSORS_SEE_END, ATTACK_MAY_NOTICE, ATTACK_LOOKS, PARTNERS_JUDGE});
        rows.put(FactKind.ATTEMPT_ABANDONED, new Reaction[] {SENSORS_SEE_END, ATTACK_LOOKS});
        rows.put(FactKind.ACCESS_GRANTED, new Reaction[] {SENSORS_WATCH_FOOTHOLD, ATTACK_LOOKS_AROUND});
        rows.put(FactKind.ACCESS_LOST, new Reaction[] {SENSORS_LOSE_FOOTHOLD, ATTACK_MAY_NOTICE, ATTACK_LOOKS_AROUND});
        rows.put(FactKind.ACTOR_HIDES, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.ACTOR_HURRIES, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.CREDENTIAL_STOLEN, new Reaction[] {ATTACK_HAS_CREDENTIAL});
        rows.put(FactKind.CREDENTIAL_LOST, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.NETWORK_DISCOVERED, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.STEP_FIRST_SUCCESS, new Reaction[] {ATTACK_LOOKS});
        rows.put(FactKind.STEP_SUCCEEDED, new Reaction[] {ATTACK_LOOKS});
        rows.put(FactKind.STEP_FAILED, new Reaction[] {ATTACK_LOOKS});
        rows.put(FactKind.STEP_LOST, new Reaction[] {ATTACK_LOOKS});
        rows.put(FactKind.ASSET_RECONNECTED, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.NETWORK_RECONNECTED, new Reaction[] {ATTACK_LOOKS_AROUND});
        rows.put(FactKind.COMMAND_CHANNEL_BLOCKED, new Reaction[] {ATTACK_MAY_NOTICE, PARTNERS_JUDGE});
        rows.put(FactKind.BUILD_ROTATED, new Reaction[] {SENSORS_KNOW_MORE, PARTNERS_JUDGE});
        rows.put(FactKind.INDICATOR_LEAKED, new Reaction[] {ATTACK_LEARNS_OF_LEAK});
        rows.put(FactKind.ALERT_ESCALATED, new Reaction[] {PARTNERS_JUDGE});
        rows.put(FactKind.ALERT_CLOSED, new Reaction[] {PARTNERS_JUDGE});
        rows.put(FactKind.INDICATOR_EXTRACTED, new Reaction[] {COMMUNITY_HEARS, PARTNERS_JUDGE});
        rows.put(FactKind.INDICATOR_WITHDRAWN, new Reaction[] {PARTNERS_JUDGE});
        rows.put(FactKind.INDICATOR_RECEIVED, new Reaction[] {MEMBER_RECEIVES, CAUTIOUS_ARE_WARNED});
        rows.put(FactKind.INDICATOR_DEPLOYED, new Reaction[] {SENSORS_KNOW_MORE, FALSE_ONE_IS_DEPLOYED});
        rows.put(FactKind.ASSET_DAMAGED, new Reaction[] {CREWS_SEE_DAMAGE, ATTACK_LOOKS_AROUND});
        rows.put(FactKind.FLOOD_STARTED, new Reaction[] {SENSORS_WATCH_FLOOD});
        rows.put(FactKind.FLOOD_ENDED, new Reaction[] {SENSORS_LOSE_FLOOD, VICTIM_HAS_QUIET, ATTACK_LOOKS_AROUND});
        rows.put(FactKind.DELIVERY_CHANGED, new Reaction[] {USERS_FEEL_DELIVERY});
        rows.put(FactKind.SOURCES_SWITCHED_OFF, new Reaction[] {ATTACK_LOSES_SOURCES});
        rows.put(FactKind.ASSET_SWITCHED_OFF, new Reaction[] {CREWS_SEE_IT_OFF});
        rows.put(FactKind.ASSET_SUSPECTED, new Reaction[] {CREWS_ARE_TOLD});
        rows.put(FactKind.ASSET_REBUILT, new Reaction[] {CREWS_BEGIN_AFRESH});
        rows.put(FactKind.ASSET_MENDED, new Reaction[] {ASSET_IS_MENDED, ATTACK_LOOKS_AROUND});
        int[][] table = new int[FactKind.values().length][0];
        rows.forEach((kind, reactions) -> {
            int[] codes = new int[reactions.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = reactions[i].ordinal();
            }
            table[kind.ordinal()] = codes;
        });
        return table;
    }
}
