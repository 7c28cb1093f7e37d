package org.shieldwall.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.shieldwall.kernel.Dice;

/**
 * The numbering of everything that has a path: entity = first number of its kind + index within the kind.
 *
 * <p>Keys are hashes of paths and steer all dice; numbers only find rows. Names are made when asked for, since a large
 * scenario has a million assets.
 */
public final class Entities {
    private static final EntityKind[] KINDS = EntityKind.values();

    private final int[] first = new int[EntityKind.values().length + 1];
    private final List<IntFunction<String>> names = new ArrayList<>();
    private final long[] keys;
    private final byte[] kinds;

    private Entities(Builder builder) {
        int total = 0;
        for (EntityKind kind : EntityKind.values()) {
            first[kind.ordinal()] = total;
            total += builder.counts[kind.ordinal()];
            names.add(builder.names.get(kind.ordinal()));
        }
        first[first.length - 1] = total;
        keys = new long[total];
        kinds = new byte[total];
        for (EntityKind kind : EntityKind.values()) {
            for (int i = 0; i < count(kind); i++) {
                kinds[first[kind.ordinal()] + i] = (byte) kind.ordinal();
                keys[first[kind.ordinal()] + i] =
                        Dice.key(kind.name() + ":" + names.get(kind.ordinal()).apply(i));
            }
        }
    }

    /** Collects the blocks in any order. */
    static final class Builder {
        private final int[] counts = new int[EntityKind.values().length];
        private final List<IntFunction<String>> names = new ArrayList<>();

        Builder() {
            for (EntityKind kind : EntityKind.values()) {
                names.add(i -> kind.name());
            }
        }

        Builder block(EntityKind kind, int count, IntFunction<String> name) {
            counts[kind.ordinal()] = count;
            names.set(kind.ordinal(), name);
            return this;
        }

        Entities build() {
            return new Entities(this);
        }
    }

    public int size() {
        return keys.length;
    }

    public int count(EntityKind kind) {
        return first[kind.ordinal() + 1] - first[kind.ordinal()];
    }

    public int entity(EntityKind kind, int index) {
        return first[kind.ordinal()] + index;
    }

    /** Index within its kind. */
    public int index(int entity) {
        return entity - first[kinds[entity]];
    }

    public int index(EntityKind kind, int entity) {
        return entity - first[kind.ordinal()];
    }

    public EntityKind kind(int entity) {
        return KINDS[kinds[entity]];
    }

    /** The path: {@code west-power/west-office/west-pc/17}. */
    public String name(int entity) {
        EntityKind kind = kind(entity);
        return names.get(kind.ordinal()).apply(entity - first[kind.ordinal()]);
    }

    /** The hash of kind and path. */
    public long key(int entity) {
        return keys[entity];
    }

    public long key(EntityKind kind, int index) {
        return keys[first[kind.ordinal()] + index];
    }

    /** Path to entity, for one kind. */
    public Map<String, Integer> byName(EntityKind kind) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < count(kind); i++) {
            map.put(name(entity(kind, i)), entity(kind, i));
        }
        return map;
    }
}
