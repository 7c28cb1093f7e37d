/** Estimators over plain arrays of run results: they know nothing of the simulator. */
@NullMarked
package org.shieldwall.experiments.statistics;

import org.jspecify.annotations.NullMarked;
