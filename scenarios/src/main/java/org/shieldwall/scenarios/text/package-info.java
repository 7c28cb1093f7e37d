/** Text with places: YAML nodes that know where they stand, and mistakes shown as compilers show theirs. */
@NullMarked
package org.shieldwall.scenarios.text;

import org.jspecify.annotations.NullMarked;
