package org.shieldwall.scenarios.shape;

import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.SourceText;
import org.shieldwall.scenarios.text.YamlText;

/**
 * A key of the language.
 *
 * @param <T> what its value becomes
 */
public final class Key<T> {
    private final String name;
    private final Shape<T> shape;
    private final String meaning;
    private final boolean required;
    private final @Nullable String defaultText;
    private final @Nullable Node defaultNode;
    private final boolean changeable;
    private final @Nullable String example;
    private volatile @Nullable T defaultValue;

    private Key(
            String name,
            Shape<T> shape,
            String meaning,
            boolean required,
            @Nullable String defaultText,
            boolean changeable,
            @Nullable String example) {
        this.name = name;
        this.shape = shape;
        this.meaning = meaning;
        this.required = required;
        this.defaultText = defaultText;
        this.defaultNode = defaultText == null
                ? null
                : YamlText.compose(new SourceText("default", 0, defaultText), new Problems());
        this.changeable = changeable;
        this.example = example;
    }

    public static <T> Key<T> required(String name, Shape<T> shape, String meaning) {
        return new Key<>(name, shape, meaning, true, null, false, null);
    }

    public static <T> Key<T> optional(String name, Shape<T> shape, String meaning) {
        return new Key<>(name, shape, meaning, false, null, false, null);
    }

    /** @param defaultText what leaving the key out means, as it would be written */
    public static <T> Key<T> withDefault(String name, Shape<T> shape, String defaultText, String meaning) {
        return new Key<>(name, shape, meaning, false, defaultText, false, null);
    }

    /** Levers may change it. */
    public Key<T> changeable() {
        return new Key<>(name, shape, meaning, required, defaultText, true, example);
    }

    public Key<T> example(String text) {
        return new Key<>(name, shape, meaning, required, defaultText, changeable, text);
    }

    public String name() {
        return name;
    }

    public Shape<T> shape() {
        return shape;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isRequired() {
        return required;
    }

    public @Nullable String defaultText() {
        return defaultText;
    }

    @Nullable
    Node defaultNode() {
        return defaultNode;
    }

    /** What the default means; read once, but for maps of keys, which stand somewhere. */
    @Nullable
    T defaultValue(Node node, Scope scope) {
        if (shape instanceof BlockShape) {
            return shape.read(node, scope);
        }
        T value = defaultValue;
        if (value == null) {
            value = shape.read(node, scope);
            defaultValue = value;
        }
        return value;
    }

    public boolean isChangeable() {
        return changeable;
    }

    public @Nullable String example() {
        return example;
    }

    @Override
    public String toString() {
        return name;
    }
}
