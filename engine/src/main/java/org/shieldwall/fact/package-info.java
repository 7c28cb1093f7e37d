/** Facts: what happened, when, to whom, and because of what. The only output of a run. */
@NullMarked
package org.shieldwall.fact;

import org.jspecify.annotations.NullMarked;
