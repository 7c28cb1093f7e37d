/** Turns runs and comparisons into pages, tables and files. */
@NullMarked
package org.shieldwall.reports;

import org.jspecify.annotations.NullMarked;
