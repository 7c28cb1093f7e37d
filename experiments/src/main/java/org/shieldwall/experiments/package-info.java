/** Runs strategies side by side on common luck, and says what differs and how surely. */
@NullMarked
package org.shieldwall.experiments;

import org.jspecify.annotations.NullMarked;
