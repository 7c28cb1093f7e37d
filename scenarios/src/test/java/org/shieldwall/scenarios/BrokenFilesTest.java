package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shieldwall.scenarios.text.Problem;

/** One mistake at a time in a small scenario, each with the message that must come, letter for letter. */
class BrokenFilesTest {

    /** What is written in place of what, and what the reader must say to it. */
    private record Mistake(String title, String right, String wrong, String message) {}

    @Test
    void theGroundItselfIsSound() throws IOException {
        assertThat(new ScenarioReader()
                        .readText("grid.yaml", resource("small-grid.yaml"))
                        .render())
                .isEqualTo("grid.yaml: no mistakes\n");
    }

    @TestFactory
    Stream<DynamicTest> oneMistake() throws IOException {
        String ground = resource("small-grid.yaml");
        List<Mistake> mistakes = mistakes();
        assertThat(mistakes).hasSizeGreaterThanOrEqualTo(200);
        return mistakes.stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.title(), () -> {
                    assertThat(ground).contains(mistake.right());
                    String text = ground.replace(mistake.right(), mistake.wrong());
                    Reading reading = new ScenarioReader().readText("grid.yaml", text);
                    assertThat(rendered(reading)).isEqualTo(mistake.message());
                    boolean warning = mistake.message().startsWith("warning");
                    assertThat(reading.scenario() == null).isEqualTo(!warning);
                }));
    }

    @Test
    void severalMistakesComeAllAtOnceInTheOrderOfTheFile() throws IOException {
        String text = resource("small-grid.yaml");
        List<Integer> lines = new ArrayList<>();
        for (Mistake mistake : mistakes()) {
            if (mistake.title().startsWith("several: ")) {
                text = text.replace(mistake.right(), mistake.wrong());
            }
        }
        Reading reading = new ScenarioReader().readText("grid.yaml", text);
        for (Problem problem : reading.problems()) {
            lines.add(problem.line());
        }
        assertThat(reading.scenario()).isNull();
        assertThat(lines).isSorted().hasSizeGreaterThanOrEqualTo(8);
        assertThat(reading.summary()).isEqualTo("grid.yaml: " + lines.size() + " errors");
    }

    @Test
    void numbersInMessagesAreTheSameInEveryCountry() throws IOException {
        String text = resource("small-grid.yaml").replace("false-alerts: 0.01 per day", "false-alerts: 100 per min");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(rendered(new ScenarioReader().readText("grid.yaml", text)))
                    .contains("302,400,000 false alerts");
        } finally {
            Locale.setDefault(before);
        }
    }

    static String rendered(Reading reading) {
        StringBuilder out = new StringBuilder();
        reading.problems().forEach(problem -> out.append(problem.render()));
        return out.toString();
    }

    private static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : resource("mistakes.txt").split("(?m)^### ")) {
            if (block.isBlank()) {
                continue;
            }
            StringBuilder right = new StringBuilder();
            StringBuilder wrong = new StringBuilder();
            StringBuilder message = new StringBuilder();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("- ")) {
                    right.append(right.isEmpty() ? "" : "\n").append(line.substring(2));
                } else if (line.startsWith("+ ") || line.equals("+")) {
                    wrong.append(wrong.isEmpty() ? "" : "\n").append(line.length() > 2 ? line.substring(2) : "");
                } else {
                    message.append(line).append('\n');
                }
            }
            mistakes.add(new Mistake(lines.get(0), right.toString(), wrong.toString(), message.toString()));
        }
        return mistakes;
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = BrokenFilesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
