package org.shieldwall.fact;

/** Where transitions put what happened. */
public interface FactSink {

    /** Returned for a fact that {@link #admits} refused. */
    int REFUSED = -1;

    /** No fact: the trigger of what has no cause inside the run. */
    int NONE = -1;

    /**
     * Appends a fact at the present time, unless its key is suppressed.
     *
     * @param subject key of what it is about: an entity's key or that of something born in the run
     * @param trigger index of the fact that scheduled this one, or {@link #NONE}
     * @return the fact's index, or {@link #REFUSED}
     */
    int append(FactKind kind, int who, int whom, long value, long subject, int trigger);

    /**
     * Adds a condition to the fact appended last: another fact without which it would not have happened.
     *
     * @param condition index of a fact; ignored if {@link #NONE}
     */
    void because(int condition);
}
