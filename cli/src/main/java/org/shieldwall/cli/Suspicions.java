package org.shieldwall.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;

/** What a defender's belief was worth: the first right suspicion, from which detection counts, and false alarms. */
final class Suspicions {
    private static final Set<FactKind> OF_ATTACKS = Set.of(
            FactKind.ATTEMPT_STARTED,
            FactKind.ATTEMPT_SUCCEEDED,
            FactKind.ATTEMPT_FAILED,
            FactKind.ATTEMPT_BLOCKED,
            FactKind.ATTEMPT_ABANDONED,
            FactKind.ACCESS_GRANTED,
            FactKind.ASSET_DAMAGED);

    private final FactLog facts;

    Suspicions(FactLog facts) {
        this.facts = facts;
    }

    /** The first suspicion of an asset that an actor holds at that time; −1 where there is none. */
    int firstRight() {
        Map<Integer, Set<Integer>> holders = new HashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            switch (facts.kind(fact)) {
                case ACCESS_GRANTED ->
                    holders.computeIfAbsent(facts.whom(fact), none -> new HashSet<>())
                            .add(facts.who(fact));
                case ACCESS_LOST ->
                    holders.computeIfAbsent(facts.whom(fact), none -> new HashSet<>())
                            .remove(facts.who(fact));
                case ASSET_SUSPECTED -> {
                    if (!holders.getOrDefault(facts.whom(fact), Set.of()).isEmpty()) {
                        return fact;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Whether no attempt and no foothold is among the causes of an incident. */
    boolean isFalseAlarm(int incident) {
        for (int at = incident; at >= 0; at = facts.trigger(at)) {
            if (OF_ATTACKS.contains(facts.kind(at))) {
                return false;
            }
        }
        return true;
    }
}
