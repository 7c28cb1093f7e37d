/** What defenders see, decide and do. */
@NullMarked
package org.shieldwall.defence;

import org.jspecify.annotations.NullMarked;
