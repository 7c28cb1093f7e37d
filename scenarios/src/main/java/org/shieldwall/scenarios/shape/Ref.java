package org.shieldwall.scenarios.shape;

import java.util.List;
import org.shieldwall.scenarios.text.Span;

/**
 * A name that must be the name of something.
 *
 * @param kinds what it may name
 */
public record Ref(String name, Span span, List<Kind> kinds) {}
