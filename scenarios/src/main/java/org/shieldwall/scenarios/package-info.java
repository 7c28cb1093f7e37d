/** Reads and checks scenarios written in YAML, and holds the library that ships with Shieldwall. */
@NullMarked
package org.shieldwall.scenarios;

import org.jspecify.annotations.NullMarked;
