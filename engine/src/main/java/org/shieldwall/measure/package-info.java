/** Folds of facts into measures of resilience. */
@NullMarked
package org.shieldwall.measure;

import org.jspecify.annotations.NullMarked;
