package org.shieldwall.scenarios.shape;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Span;

/** The values of a map of the language, by key; where a value is mistaken or left out it has none. */
public final class Block {
    private final BlockShape shape;
    private final Node.Scalar owner;
    private final Node node;
    private final Map<Key<?>, Object> values = new IdentityHashMap<>();
    private final Map<Key<?>, Node> written = new IdentityHashMap<>();

    Block(BlockShape shape, Node.Scalar owner, Node node) {
        this.shape = shape;
        this.owner = owner;
        this.node = node;
    }

    void put(Key<?> key, Object value) {
        values.put(key, value);
    }

    void write(Key<?> key, Node value) {
        written.put(key, value);
    }

    public BlockShape shape() {
        return shape;
    }

    /** The key under which it stands: for an entity, its name. */
    public Node.Scalar owner() {
        return owner;
    }

    public Node node() {
        return node;
    }

    public @Nullable Object value(Key<?> key) {
        return values.get(key);
    }

    /** Null where the value is mistaken, or left out and without default. */
    @SuppressWarnings("unchecked") // put only by the key's own shape
    public <T> @Nullable T find(Key<T> key) {
        return (T) values.get(key);
    }

    /** @throws IllegalStateException where there is no value: to be asked only when the text has no mistake */
    public <T> T get(Key<T> key) {
        T value = find(key);
        if (value == null) {
            throw new IllegalStateException(
                    "The key (" + key + ") of (" + owner.text() + ") has no value. Maybe the reading had mistakes.");
        }
        return value;
    }

    public boolean isWritten(Key<?> key) {
        return written.containsKey(key);
    }

    public @Nullable Node written(Key<?> key) {
        return written.get(key);
    }

    /** Where the value of a key is written; the owner where it is not. */
    public Span span(Key<?> key) {
        Node value = written.get(key);
        return value == null ? owner.span() : value.span();
    }
}
