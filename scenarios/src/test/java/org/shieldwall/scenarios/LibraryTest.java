package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
    private static final Path REFERENCE = Path.of("../../shared/data/attack-techniques.tsv");
    private static final Pattern TECHNIQUE =
            Pattern.compile("attack: (T[0-9.]+)\\s+name: ([^\\n]+)\\s+tactic: ([a-z-]+)", Pattern.DOTALL);

    static List<String> scenarioIds() {
        return Library.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("scenarioIds")
    void everyScenarioReadsWithoutAMistakeOrWarning(String id) throws IOException {
        Reading reading = new ScenarioReader().read(id);

        assertThat(reading.render()).isEqualTo(id + ".yaml: no mistakes\n");
        assertThat(reading.scenario()).isNotNull();
    }

    @Test
    void everyPartReadsWithoutAMistake() {
        for (String id : Library.ids()) {
            if (!Library.scenarioIds().contains(id)) {
                String text = "shieldwall: 1\nname: A part\nstarts: {local: 2015-01-01T00:00, zone: UTC}\nlasts: 1d\n"
                        + "use: [" + id + "]\n";
                assertThat(new ScenarioReader().readText("part.yaml", text).render())
                        .as(id)
                        .isEqualTo("part.yaml: no mistakes\n");
            }
        }
    }

    @Test
    void theIndexNamesExactlyTheFilesThatShip() throws IOException, URISyntaxException {
        URL index = Objects.requireNonNull(Library.class.getResource("/org/shieldwall/library/index.txt"));
        assumeTrue(index.getProtocol().equals("file"), "the library is packed");
        Path folder = Objects.requireNonNull(Path.of(index.toURI()).getParent());
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> ids = files.map(folder::relativize)
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(Library.ids()).isEqualTo(ids);
        }
    }

    @Test
    void techniquesHaveTheIdsNamesAndTacticsOfMitreAttack() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "the reference list of techniques is not here");
        Map<String, String[]> known = new HashMap<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length > 3) {
                known.put(cells[1], cells);
            }
        }
        int checked = 0;
        for (String id :
                List.of("techniques/enterprise", "techniques/floods", "techniques/ics", "techniques/ransomware")) {
            Matcher matcher = TECHNIQUE.matcher(text(id));
            while (matcher.find()) {
                String[] cells = known.get(matcher.group(1));
                assertThat(cells).as(matcher.group(1)).isNotNull();
                assertThat(matcher.group(2)).as(matcher.group(1)).isEqualTo(Objects.requireNonNull(cells)[2]);
                assertThat(cells[3].split(",")).as(matcher.group(1)).contains(matcher.group(3));
                checked++;
            }
            assertThat(text(id).split("attack: ", -1).length - 1)
                    .as("each of %s says all three", id)
                    .isEqualTo((int) TECHNIQUE.matcher(text(id)).results().count());
        }
        assertThat(checked).isGreaterThanOrEqualTo(14);
    }

    @Test
    void anUnknownIdIsNoPartOfTheLibrary() {
        assertThat(Library.open("techniques/none")).isNull();
        assertThat(Library.open("../library/three-grids")).isNull();
        assertThat(Library.open("index.txt")).isNull();
    }

    private static String text(String id) {
        return new String(Objects.requireNonNull(Library.open(id)), StandardCharsets.UTF_8);
    }
}
