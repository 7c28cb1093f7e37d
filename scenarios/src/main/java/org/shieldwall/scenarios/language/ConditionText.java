package org.shieldwall.scenarios.language;

import java.util.List;
import org.shieldwall.scenarios.text.Span;

/** A condition over steps, as written. */
sealed interface ConditionText {

    /** {@code step}, {@code copy.step}, {@code step.outcome} or {@code copy.step.outcome}. */
    record Named(String text, Span span) implements ConditionText {}

    record All(List<ConditionText> of) implements ConditionText {}

    record Any(List<ConditionText> of) implements ConditionText {}

    record None(List<ConditionText> of) implements ConditionText {}

    /** Every name in it. */
    default List<Named> names() {
        if (this instanceof Named named) {
            return List.of(named);
        }
        List<ConditionText> parts;
        if (this instanceof All all) {
            parts = all.of;
        } else if (this instanceof Any any) {
            parts = any.of;
        } else {
            parts = ((None) this).of;
        }
        return parts.stream().flatMap(part -> part.names().stream()).toList();
    }
}
