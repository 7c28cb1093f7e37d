/** Shapes of values: what a text may look like, what it means, and how it is described. */
@NullMarked
package org.shieldwall.scenarios.shape;

import org.jspecify.annotations.NullMarked;
