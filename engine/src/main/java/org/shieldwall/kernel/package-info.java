/** Time, event queue, agenda, dice and samplers: a discrete-event kernel that knows nothing of what it simulates. */
@NullMarked
package org.shieldwall.kernel;

import org.jspecify.annotations.NullMarked;
