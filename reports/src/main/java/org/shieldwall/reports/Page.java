package org.shieldwall.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What every page begins and ends with: one style sheet by its hash, no script, no request. */
final class Page {
    private static final String STYLE = "report.css";

    private Page() {}

    /** @param first id of what the skip link leads to */
    static void open(Html page, String title, String first, String skip) {
        String style = style();
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .raw(hash(style))
                .raw("'\">\n");
        page.element("title", "", title);
        page.raw("<style>").raw(style).raw("</style>\n</head>\n<body>\n");
        page.element("a", "class=\"skip\" href=\"#" + first + "\"", skip).raw("<main class=\"page\">\n");
    }

    static void close(Html page) {
        page.raw("</main>\n</body>\n</html>\n");
    }

    private static String style() {
        try (InputStream stream = Page.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The style sheet (" + STYLE + ") is missing. Maybe the build is incomplete.");
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
