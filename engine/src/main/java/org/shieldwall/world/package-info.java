/** The compiled, immutable world of a scenario, the state that behaviours share, and its named transitions. */
@NullMarked
package org.shieldwall.world;

import org.jspecify.annotations.NullMarked;
