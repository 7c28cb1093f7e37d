/** The simulation: its facade, its loop, its reaction table, commands and forks. */
@NullMarked
package org.shieldwall.run;

import org.jspecify.annotations.NullMarked;
