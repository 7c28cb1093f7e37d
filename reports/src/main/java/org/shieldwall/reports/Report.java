package org.shieldwall.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shieldwall.experiments.Results;

/**
 * The report of a comparison as one self-contained page: no script, no request, the same bytes for the same results.
 */
public final class Report {
    private static final List<Section> SECTIONS = List.of(
            new AnswerSection(),
            new StrategySection(),
            new CurveSection(),
            new OrganisationSection(),
            new TimesSection(),
            new MethodSection());

    private Report() {}

    /** Writes {@code report.html}. */
    public static void write(Results results, Path file) throws IOException {
        Files.writeString(file, html(results), StandardCharsets.UTF_8);
    }

    /** The page. */
    public static String html(Results results) {
        Html page = new Html();
        Page.open(page, "Shieldwall report: " + results.scenario(), "answer", "Skip to the answer");
        for (Section section : SECTIONS) {
            section.write(page, results);
        }
        Page.close(page);
        return page.toString();
    }
}
