package org.shieldwall.reports;

import java.util.Map;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;

/** How it was done and how sure it is: what a reviewer asks, in one place. */
final class MethodSection implements Section {
    @Override
    public void write(Html page, Results results) {
        Results.Design design = results.design();
        page.raw("<section id=\"method\"><div class=\"say\">");
        page.element("h2", "", "How sure, and how done");
        page.element("p", "", "The same command gives the same bytes on every machine.");
        page.raw("</div>\n<div><dl class=\"m\">\n");
        entry(
                page,
                "Design",
                "%d strategies, %s replications each, paired by common random numbers keyed by replication, entity and purpose."
                        .formatted(results.strategies().size(), Rounding.number(design.replications())));
        entry(page, "Stopping", stopping(design));
        entry(page, "Intervals", design.intervals());
        entry(page, "Several comparisons", design.multiplicity());
        Double reduction = results.verdict().toBaseline().varianceReduction();
        if (reduction != null) {
            entry(
                    page,
                    "Common luck",
                    "The paired interval is as narrow as with %s times as many independent runs; %s would be seen with probability 0.8."
                            .formatted(
                                    Rounding.number(reduction, -1),
                                    Rounding.number(
                                            results.verdict().toBaseline().detectable(), 0)));
        }
        entry(
                page,
                "Horizon",
                Rounding.number(design.horizonHours() / 24) + " days; integrals and resilience depend on it.");
        expectations(page, results);
        estimates(page, results);
        sources(page, results);
        entry(page, "Digest", results.digest());
        page.raw("</dl>\n<pre>")
                .text("./shieldwall compare %s --seed %d --replications %d"
                        .formatted(results.scenario(), results.seed(), design.replications()));
        page.raw("</pre></div></section>\n");
    }

    private static void entry(Html page, String term, String text) {
        page.element("dt", "", term).element("dd", "", text);
    }

    private static String stopping(Results.Design design) {
        String asked = design.relative()
                ? Rounding.finePercent(design.precisionAsked()) + " of the baseline's mean"
                : Rounding.number(design.precisionAsked());
        return "Looks at 100, 125, 156 … replications until the half-width of every paired difference is at most %s, at most %s; %s."
                .formatted(
                        asked,
                        Rounding.number(design.atMost()),
                        design.reached() ? "reached" : design.stopped() ? "stopped before" : "not reached");
    }

    private static void expectations(Html page, Results results) {
        if (results.expectations().isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (ExpectationCheck.Outcome outcome : results.expectations()) {
            text.append(outcome.held() ? "Held: " : "Missed: ")
                    .append("%s under %s, %s to %s (%s). "
                            .formatted(
                                    outcome.measure(),
                                    outcome.strategy(),
                                    Rounding.number(outcome.expectedLow()),
                                    Rounding.number(outcome.expectedHigh()),
                                    outcome.kind().name().toLowerCase(java.util.Locale.ROOT)));
        }
        entry(page, "Checked", text.toString().strip());
    }

    private static void estimates(Html page, Results results) {
        if (results.estimates().isEmpty()) {
            return;
        }
        page.element("dt", "", "Estimates").raw("<dd><details><summary>");
        page.text("%d numbers are estimates of the scenario's authors"
                .formatted(results.estimates().size()));
        page.raw("</summary><table><tbody>\n");
        for (Results.Estimate estimate : results.estimates()) {
            page.raw("<tr>")
                    .element("td", "", estimate.path())
                    .element("td", "", estimate.says())
                    .raw("</tr>\n");
        }
        page.raw("</tbody></table></details></dd>\n");
    }

    private static void sources(Html page, Results results) {
        if (results.sources().isEmpty()) {
            return;
        }
        page.element("dt", "", "Sources").raw("<dd>");
        for (Map.Entry<String, String> source : results.sources().entrySet()) {
            page.raw("<p>").text(source.getKey() + ": " + source.getValue()).raw("</p>\n");
        }
        page.raw("</dd>\n");
    }
}
