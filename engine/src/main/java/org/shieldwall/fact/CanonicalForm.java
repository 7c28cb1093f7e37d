package org.shieldwall.fact;

import java.util.function.IntToLongFunction;
import org.shieldwall.kernel.Digest;

/**
 * The one byte form of a fact, used by digests, recordings and tests: time, code of the kind, keys of {@code who} and
 * {@code whom}, value, own key, key of the trigger, number of conditions and their keys; all big-endian, keys of nothing
 * 0. No index enters, so that equal facts have equal bytes in worlds of different size.
 */
public final class CanonicalForm {
    private final FactLog facts;
    private final IntToLongFunction entityKey;

    /** @param entityKey from an entity of the World to its key */
    public CanonicalForm(FactLog facts, IntToLongFunction entityKey) {
        this.facts = facts;
        this.entityKey = entityKey;
    }

    /** Adds one fact. */
    public void put(int fact, Digest digest) {
        digest.putLong(facts.time(fact));
        digest.putInt(facts.kind(fact).code());
        digest.putLong(keyOfEntity(facts.who(fact)));
        digest.putLong(keyOfEntity(facts.whom(fact)));
        digest.putLong(facts.value(fact));
        digest.putLong(facts.key(fact));
        digest.putLong(keyOfFact(facts.trigger(fact)));
        int conditions = facts.conditionCount(fact);
        digest.putInt(conditions);
        for (int i = 0; i < conditions; i++) {
            digest.putLong(keyOfFact(facts.condition(fact, i)));
        }
    }

    /** Adds all facts in order. */
    public void putAll(Digest digest) {
        for (int fact = 0; fact < facts.size(); fact++) {
            put(fact, digest);
        }
    }

    private long keyOfEntity(int entity) {
        return entity < 0 ? 0 : entityKey.applyAsLong(entity);
    }

    private long keyOfFact(int fact) {
        return fact < 0 ? 0 : facts.key(fact);
    }
}
