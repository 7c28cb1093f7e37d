/** The scenario language: for each kind of thing its keys, its rules, and the record it becomes. */
@NullMarked
package org.shieldwall.scenarios.language;

import org.jspecify.annotations.NullMarked;
