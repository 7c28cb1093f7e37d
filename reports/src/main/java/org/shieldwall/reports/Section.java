package org.shieldwall.reports;

import org.shieldwall.experiments.Results;

/** One part of the page. A section whose matter does not exist in the results writes nothing. */
interface Section {
    void write(Html page, Results results);
}
