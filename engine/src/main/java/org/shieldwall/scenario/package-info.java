/** A scenario in the words of its domain: immutable records, no text format, no indices. */
@NullMarked
package org.shieldwall.scenario;

import org.jspecify.annotations.NullMarked;
