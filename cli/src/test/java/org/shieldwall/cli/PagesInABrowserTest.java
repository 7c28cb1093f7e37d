package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.ScenarioReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of every library scenario in a real browser: wide and as on a phone, light and dark, and as printed. Screenshots
 * stand in {@code target/screenshots}, to be looked at.
 */
class PagesInABrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final List<String> FAULTS = List.of("serious", "critical");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Path found = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(found != null, "There is no Chromium here; install it to try the pages in a browser.");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    static Stream<String> scenariosWithAQuestion() {
        return Library.scenarioIds().stream()
                .filter(id -> {
                    try {
                        var scenario = new ScenarioReader().read(id).scenario();
                        return scenario != null && scenario.question() != null;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("scenariosWithAQuestion")
    void theReportIsSoundOnEveryScreen(String scenario) throws IOException {
        Path out = folder.resolve(scenario.replace('/', '-'));
        Captured captured = new Captured(true);
        int code = captured.run("compare", scenario, "--replications", "40", "--out", out.toString());
        assertThat(code).as(captured.err()).isEqualTo(Shieldwall.ANSWERED);
        JsonNode results = JsonMapper.shared().readTree(Files.readString(out.resolve("results.json")));

        onEveryScreen(out.resolve("report.html"), "report-" + scenario.replace('/', '-'), page -> {
            figuresEqual(page, results);
            assertThat(page.locator("#answer").textContent()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("scenariosWithAQuestion")
    void thePageOfTheScenarioIsSoundOnEveryScreen(String scenario) throws IOException {
        Path file = folder.resolve(scenario.replace('/', '-') + ".html");
        Captured captured = new Captured(true);
        int code = captured.run("show", scenario, "--html", file.toString());
        assertThat(code).as(captured.err()).isEqualTo(Shieldwall.ANSWERED);

        onEveryScreen(file, "scenario-" + scenario.replace('/', '-'), page -> {});
    }

    private interface Look {
        void at(Page page);
    }

    private static void onEveryScreen(Path file, String name, Look look) {
        for (int width : new int[] {1200, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String screen = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(java.util.Locale.ROOT));
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme))) {
                    Page page = context.newPage();
                    List<String> errors = errorsOf(page);
                    page.navigate(file.toUri().toString());
                    screenshot(page, screen);
                    look.at(page);
                    fits(page, screen);
                    // With all details open, axe sees everything that can be seen.
                    openDetails(page);
                    fits(page, screen + ", details open");
                    sound(page, screen, errors);
                }
            }
        }
        printed(file, name);
    }

    private static List<String> errorsOf(Page page) {
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return errors;
    }

    private static void fits(Page page, String screen) {
        int tooWide = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        assertThat(tooWide).as("pixels beyond the edge of %s", screen).isLessThanOrEqualTo(0);
    }

    private static void sound(Page page, String screen, List<String> errors) {
        // axe itself writes warnings of its own; what the page said stands before it.
        assertThat(errors).as("console of %s", screen).isEmpty();
        List<String> faults = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> FAULTS.contains(rule.getImpact()))
                        .map(PagesInABrowserTest::said)
                        .toList();
        assertThat(faults).as("faults of %s", screen).isEmpty();
        errors.clear();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().get(0).getHtml();
    }

    private static void openDetails(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
    }

    private static void printed(Path file, String name) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(794, 1123))) {
            Page page = context.newPage();
            List<String> errors = errorsOf(page);
            page.navigate(file.toUri().toString());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            screenshot(page, name + "-print");
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            fits(page, name + " in print");
            sound(page, name + " in print", errors);
            assertThat(page.pdf(new Page.PdfOptions().setPath(SCREENSHOTS.resolve(name + ".pdf"))))
                    .hasSizeGreaterThan(10_000);
        }
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What a reader sees in the table of strategies is what the results say, rounded by its uncertainty. */
    private static void figuresEqual(Page page, JsonNode results) {
        String measure = results.get("design").get("measure").stringValue();
        List<String> rows = page.locator("#strategies tbody tr").allTextContents();
        List<String> expected = new ArrayList<>();
        for (JsonNode strategy : results.get("strategies")) {
            JsonNode said = strategy.get("measures").get(measure);
            Interval interval = new Interval(
                    said.get("mean").doubleValue(),
                    said.get("low").doubleValue(),
                    said.get("high").doubleValue(),
                    0.95);
            expected.add(strategy.get("name").stringValue());
            assertThat(rows).as("row of %s", strategy.get("name").stringValue()).anySatisfy(row -> assertThat(row)
                    .contains(strategy.get("name").stringValue())
                    .contains(Rounding.mean(interval))
                    .contains(Rounding.range(interval)));
        }
        assertThat(rows).hasSameSizeAs(expected);
    }
}
