package org.shieldwall.scenarios.language;

import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.text.Span;

/**
 * On how many of what a step acts, as written.
 *
 * @param group null where it is what the step named in the condition acted on
 */
record TargetText(
        Campaign.Mode mode, @Nullable Ref group, int count, boolean acrossCopies, boolean untilCredential, Span span) {}
