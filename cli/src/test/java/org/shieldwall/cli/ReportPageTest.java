package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that {@code compare} writes: whole in one file, true to the results, safe with what a scenario says. */
class ReportPageTest {
    @TempDir
    Path folder;

    private String scenario() throws IOException {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/two-towns.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path compare(String text, String name) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, text);
        Path out = folder.resolve(name);
        Captured captured = new Captured(true);
        int code = captured.run("compare", file.toString(), "--replications", "100", "--out", out.toString());
        assertThat(code).as(captured.err()).isEqualTo(Shieldwall.ANSWERED);
        return out;
    }

    @Test
    void theFiguresAreThoseOfTheResults() throws IOException {
        Path out = compare(scenario(), "towns");
        String page = Files.readString(out.resolve("report.html"));
        JsonNode results = JsonMapper.shared().readTree(Files.readString(out.resolve("results.json")));
        for (JsonNode strategy : results.get("strategies")) {
            assertThat(page)
                    .contains("<span class=\"id\">" + strategy.get("name").stringValue() + "</span>");
        }
        String answer = results.get("answer").stringValue().replace("`", "");
        assertThat(page).contains(answer.substring(0, answer.indexOf('(')));
    }

    @Test
    void figuresOfAStrikeInSeveralPlacesSayWhatTheyCount() throws IOException {
        Path out = folder.resolve("joint");
        Captured captured = new Captured(true);
        captured.run("compare", "joint-defence", "--replications", "20", "--out", out.toString());
        assertThat(captured.out().replaceAll("\\s+", " "))
                .contains("strike, all 6: runs in which it succeeded in each of its 6 places.");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Strike<br>lands everywhere")
                .contains("Lands everywhere: runs in which the step strike succeeded in each of its 6 places.")
                .contains("of 100 attacks reach their goal somewhere")
                .contains("succeeds in at least one of its 6 places; the numbers at a step are those of one place.");
    }

    @Test
    void itLoadsNothingAndRunsNothing() throws IOException {
        String page = Files.readString(compare(scenario(), "towns").resolve("report.html"));
        assertThat(page).contains("default-src 'none'").doesNotContain("<script", "src=", "@import", "url(");
        assertThat(page).doesNotContain(" style=");
    }

    @Test
    void whatAScenarioSaysStaysText() throws IOException {
        String hostile = scenario().replaceFirst("(?m)^name: .*$", "name: \"<script>alert(1)</script> & <b>bold</b>\"");
        assertThat(hostile).contains("alert(1)");
        String page = Files.readString(compare(hostile, "hostile").resolve("report.html"));
        assertThat(page).doesNotContain("<script", "<b>bold").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void equalResultsGiveEqualBytes() throws IOException {
        Path first = compare(scenario(), "towns");
        byte[] page = Files.readAllBytes(first.resolve("report.html"));
        Files.delete(first.resolve("report.html"));
        Path again = compare(scenario(), "towns");
        assertThat(Files.readAllBytes(again.resolve("report.html"))).isEqualTo(page);
    }
}
