package org.shieldwall.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.experiments.Results;

/**
 * The report of a comparison as one self-contained page: no script, no request, the same bytes for the same results.
 */
public final class Report {
    private static final List<Section> SECTIONS = List.of(
            new AnswerSection(),
            new StrategySection(),
            new CurveSection(),
            new CostSection(),
            new SectorSection(),
            new PathSection(),
            new TimesSection(),
            new OrganisationSection(),
            new MethodSection());

    /** Parts by their id. */
    private static final Map<String, String> CONTENTS = new LinkedHashMap<>();

    static {
        CONTENTS.put("strategies", "Strategies");
        CONTENTS.put("curve", "People without service");
        CONTENTS.put("cost", "Harm and cost");
        CONTENTS.put("sectors", "Sectors");
        CONTENTS.put("path", "The attacker’s path");
        CONTENTS.put("times", "Detect, end, restore");
        CONTENTS.put("organisations", "Each organisation");
        CONTENTS.put("method", "How sure, and how done");
    }

    private Report() {}

    /** Writes {@code report.html}. */
    public static void write(Results results, Path file) throws IOException {
        Files.writeString(file, html(results), StandardCharsets.UTF_8);
    }

    /** The page. */
    public static String html(Results results) {
        Html page = new Html();
        Page.open(page, "Shieldwall report: " + results.scenario(), "answer", "Skip to the answer");
        Html parts = new Html();
        SECTIONS.subList(1, SECTIONS.size()).forEach(section -> section.write(parts, results));
        SECTIONS.get(0).write(page, results);
        contents(page, parts.toString());
        page.raw(parts.toString());
        Page.close(page);
        return page.toString();
    }

    /** Links to the parts that were written. */
    private static void contents(Html page, String parts) {
        page.raw("<nav aria-label=\"Parts of the report\">");
        CONTENTS.forEach((id, name) -> {
            if (parts.contains("id=\"" + id + "\"")) {
                page.element("a", "href=\"#" + id + "\"", name);
            }
        });
        page.raw("</nav>\n");
    }
}
