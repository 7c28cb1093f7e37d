package org.shieldwall.scenarios.shape;

import org.shieldwall.scenarios.text.Node;

/** A value and the name it was given. */
public record Named<T>(Node.Scalar name, T value) {}
