/** What attackers do. */
@NullMarked
package org.shieldwall.attack;

import org.jspecify.annotations.NullMarked;
