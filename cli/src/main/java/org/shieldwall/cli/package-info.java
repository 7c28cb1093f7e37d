/** The shieldwall command. */
@NullMarked
package org.shieldwall.cli;

import org.jspecify.annotations.NullMarked;
