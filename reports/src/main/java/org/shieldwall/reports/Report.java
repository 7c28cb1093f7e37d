package org.shieldwall.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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
        String style = style();
        Html page = new Html();
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .raw(hash(style))
                .raw("'\">\n");
        page.element("title", "", "Shieldwall report: " + results.scenario());
        page.raw("<style>").raw(style).raw("</style>\n</head>\n<body>\n");
        page.raw("<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n<main class=\"page\">\n");
        for (Section section : SECTIONS) {
            section.write(page, results);
        }
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static String style() {
        try (InputStream stream = Report.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The style sheet (report.css) is missing. Maybe the build is incomplete.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
