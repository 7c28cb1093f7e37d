package org.shieldwall.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shieldwall.experiments.ExpectationCheck;
import org.shieldwall.experiments.ExpectationCheck.Evidence;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.Said;
import org.shieldwall.experiments.Verdicts;
import org.shieldwall.experiments.statistics.Interval;

/** How it was done and how sure it is: what a reviewer asks, in one place. */
final class MethodSection implements Section {
    @Override
    public void write(Html page, Results results) {
        Results.Design design = results.design();
        page.raw("<section id=\"method\"><div class=\"say\">");
        page.element("h2", "", "How sure, and how done");
        page.element(
                "p", "", "What a reviewer asks, in one place. The same command gives the same bytes on every machine.");
        page.raw("</div>\n<div><dl class=\"m\">\n");
        entry(
                page,
                "Design",
                "%d strategies, %s replications each, paired by common random numbers keyed by replication, entity and purpose."
                        .formatted(results.strategies().size(), Rounding.number(design.replications())));
        family(page, design);
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
                                    Rounding.number(reduction, reduction < 10 ? -1 : 0),
                                    Rounding.number(
                                            results.verdict().toBaseline().detectable(),
                                            Rounding.place(results.verdict()
                                                    .toBaseline()
                                                    .detectable()))));
        }
        entry(
                page,
                "Horizon",
                Rounding.number(design.horizonHours() / 24) + " days; integrals and resilience depend on it.");
        expectations(page, results);
        estimates(page, results);
        sources(page, results);
        entry(page, "Digest", results.digest());
        if (results.command() != null) {
            page.element("dt", "", "Again");
            page.raw("<dd><pre tabindex=\"0\">").text(results.command()).raw("</pre></dd>\n");
        }
        page.raw("</dl>\n");
        expectationTable(page, results);
        page.raw("</div></section>\n");
    }

    private static void entry(Html page, String term, String text) {
        page.element("dt", "", term).element("dd", "", text);
    }

    /** Over which maps the runs were spread, and of which the intervals speak. */
    private static void family(Html page, Results.Design design) {
        Results.FamilyResult family = design.family();
        if (family == null) {
            return;
        }
        String members = Rounding.number(family.members(), 0);
        String spread = family.members() >= design.replications()
                ? "The scenario is a family; each replication ran on a map of its own, the same under every strategy."
                : "The scenario is a family of %s maps; replication r ran on map (r − 1) mod %s, under every strategy."
                        .formatted(members, members);
        String wide = family.members() >= design.replications()
                ? ""
                : " Of the mean over these maps they are at least as wide as they must be. For all maps that the laws could"
                        + " draw, ask for as many members as replications.";
        entry(
                page,
                "Maps",
                "%s %s%s Drawn anew for each: %s."
                        .formatted(spread, family.scope(), wide, String.join(", ", family.varies())));
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

    /** What the scenario expects, by kind: only what emerges and what theory knows is evidence for the model. */
    private static void expectations(Html page, Results results) {
        if (results.expectations().isEmpty()) {
            return;
        }
        for (Evidence evidence : Evidence.values()) {
            List<ExpectationCheck.Outcome> some = results.expectations().stream()
                    .filter(outcome -> outcome.evidence() == evidence)
                    .toList();
            if (!some.isEmpty()) {
                entry(
                        page,
                        evidence == Evidence.NONE ? "Put in or fitted" : "Checked against " + evidence.words(),
                        Verdicts.said(some) + "."
                                + (evidence == Evidence.NONE
                                        ? " What was put in (input) or set to fit (calibrated) comes out again and proves nothing."
                                        : ""));
            }
        }
        if (Verdicts.leaveCausesUntried(results.expectations())) {
            entry(
                    page,
                    "Causes",
                    "Here what an expectation names as its cause was not masked; `check` does it, and sees that the expectation then misses.");
        }
    }

    private static void expectationTable(Html page, Results results) {
        if (results.expectations().isEmpty()) {
            return;
        }
        page.raw("<div class=\"more\">").element("h3", "class=\"ft\"", "What was expected, and what came out");
        Table table = new Table("Measure", "Kind", ">Expected", ">Measured", "Held");
        for (ExpectationCheck.Outcome outcome : results.expectations()) {
            table.row(
                    "%s\n%s%s".formatted(Said.measure(outcome.measure()), outcome.strategy(), given(outcome)),
                    outcome.kind().name().toLowerCase(Locale.ROOT)
                            + (outcome.evidence() == Evidence.NONE ? "" : "\nevidence"),
                    Said.span(outcome.expectedLow(), outcome.expectedHigh(), outcome.unit(), outcome.timeUnit()),
                    measured(outcome),
                    outcome.verdict().words());
        }
        table.write(page);
        page.raw("</div>\n");
    }

    private static String given(ExpectationCheck.Outcome outcome) {
        return outcome.given() == null ? "" : ", given " + outcome.given();
    }

    private static String measured(ExpectationCheck.Outcome outcome) {
        Interval interval = outcome.interval();
        if (interval == null) {
            Double measured = outcome.measured();
            return measured == null ? "nothing" : Said.amount(measured, outcome.unit());
        }
        Interval read = Said.readable(interval, outcome.unit(), outcome.timeUnit());
        // Where a median stands on a date its interval is a second wide: nobody reads that many digits.
        int place = Math.max(Rounding.place(read), Rounding.place(read.mean()) - 2);
        return "%s %s\n%s to %s"
                .formatted(
                        Rounding.number(read.mean(), place),
                        Said.readableUnit(interval, outcome.unit(), outcome.timeUnit()),
                        Rounding.number(read.low(), place),
                        Rounding.number(read.high(), place));
    }

    private static void estimates(Html page, Results results) {
        if (results.estimates().isEmpty()) {
            return;
        }
        page.element("dt", "", "Estimates").raw("<dd><details><summary>");
        page.text("%d numbers are estimates of the scenario's authors"
                .formatted(results.estimates().size()));
        page.raw("</summary>\n");
        Table table = new Table("Number", "Why this value");
        results.estimates().forEach(estimate -> table.row(estimate.path(), estimate.says()));
        table.write(page);
        page.raw("</details></dd>\n");
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
