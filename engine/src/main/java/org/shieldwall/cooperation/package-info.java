/** What organisations tell each other, ask of each other and do for each other. */
@NullMarked
package org.shieldwall.cooperation;

import org.jspecify.annotations.NullMarked;
