package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Agenda;

/**
 * Writes down what happens: appends the facts of transitions with the conditions named beforehand, and puts what reacts to
 * their kind on the agenda. In checking mode it verifies every fact against {@link Invariants} and every precondition.
 */
final class Chronicle {
    private final FactLog facts;
    private final Agenda agenda;
    private final int[][] reactions;
    private final Invariants invariants;

    /** Conditions of the next fact. */
    private int[] pending = new int[16];

    private int pendingCount;
    private boolean checking;

    /** @param reactions by ordinal of {@link FactKind}: codes of what reacts to it, in order */
    Chronicle(FactLog facts, Agenda agenda, int[][] reactions, Invariants invariants) {
        this.facts = facts;
        this.agenda = agenda;
        this.reactions = reactions;
        this.invariants = invariants;
    }

    FactLog facts() {
        return facts;
    }

    /** Names a condition of the next fact. */
    void given(int fact) {
        if (fact != FactSink.NONE) {
            if (pendingCount == pending.length) {
                pending = Arrays.copyOf(pending, 2 * pendingCount);
            }
            pending[pendingCount++] = fact;
        }
    }

    /**
     * Appends a fact with the conditions named, and wakes what reacts to it.
     *
     * @return its number, or {@link FactSink#REFUSED}
     */
    int happen(FactKind kind, int who, int whom, long value, long subject, int trigger) {
        if (checking) {
            invariants.verify(kind, who, whom, trigger, pending, pendingCount);
        }
        int fact = facts.append(kind, who, whom, value, subject, trigger);
        if (fact != FactSink.REFUSED) {
            for (int i = 0; i < pendingCount; i++) {
                facts.because(pending[i]);
            }
            int[] codes = reactions[kind.ordinal()];
            for (int code : codes) {
                agenda.add(code, who, fact);
            }
        }
        pendingCount = 0;
        return fact;
    }

    void checking(boolean on) {
        checking = on;
    }

    boolean checking() {
        return checking;
    }

    /** Verifies a precondition of a transition, in checking mode. */
    void check(boolean holds, String what, int where) {
        if (checking && !holds) {
            throw new IllegalStateException("At %d ns: %s (index %d).".formatted(facts.now(), what, where));
        }
    }

    /** Forgets the conditions of a fact that was not written. */
    void reset() {
        pendingCount = 0;
    }
}
