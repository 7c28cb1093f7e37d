package org.shieldwall.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/dice.md is that of the code: every purpose with its number, and who reads it. */
class PurposeTest {
    private static final Path TABLE = Path.of("..", "docs", "dice.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\|.*\\| ([^|]*)\\|");
    private static final Pattern USE = Pattern.compile("Purpose\\.([A-Z_]+)");

    @Test
    void everyPurposeStandsInTheTableWithItsNumber() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        for (Matcher row : rows()) {
            written.put(row.group(2), Integer.valueOf(row.group(1)));
        }
        assertThat(written).isEqualTo(purposes());
    }

    @Test
    void noNumberIsUsedTwice() {
        assertThat(purposes().values()).doesNotHaveDuplicates();
    }

    @Test
    void theTableSaysWhoReadsADie() throws IOException {
        Map<String, TreeSet<String>> readers = readers();
        for (Matcher row : rows()) {
            String said = row.group(3).strip();
            if (!said.isEmpty()) {
                assertThat(readers.get(row.group(2))).as(row.group(2)).containsExactlyInAnyOrder(said.split(", "));
            }
        }
    }

    private static Map<String, Integer> purposes() {
        return Arrays.stream(Purpose.class.getFields())
                .collect(Collectors.toMap(Field::getName, PurposeTest::number, (one, other) -> one, TreeMap::new));
    }

    private static int number(Field purpose) {
        try {
            return purpose.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Matcher> rows() throws IOException {
        return Files.readString(TABLE, UTF_8)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static Map<String, TreeSet<String>> readers() throws IOException {
        Map<String, TreeSet<String>> readers = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String name = file.getFileName().toString().replace(".java", "");
                USE.matcher(text(file)).results().forEach(use -> readers.computeIfAbsent(
                                use.group(1), purpose -> new TreeSet<>())
                        .add(name));
            });
        }
        return readers;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
