/** Speed of the kernel and of whole runs. */
@NullMarked
package org.shieldwall.benchmarks;

import org.jspecify.annotations.NullMarked;
