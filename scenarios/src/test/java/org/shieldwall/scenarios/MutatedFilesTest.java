package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slips of the pen in the library's files: whatever comes of them, the reader says something sensible, and soon.
 *
 * <p>More of them, by hand: {@code java -Xmx256m -cp … org.shieldwall.scenarios.MutatedFilesTest 1000000 7}.
 */
class MutatedFilesTest {
    private static final int MUTANTS = 20_000;
    private static final int MANY_MUTANTS = 200_000;
    private static final long SEED = 20_151_223;
    private static final int LONGEST_MINUTES = 8;
    private static final long LONGEST_NANOS = 3_000_000_000L;
    private static final String[] SCRAPS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "\n",
        "  ",
        "- ",
        "&a ",
        "*a",
        "!!t ",
        "never",
        "-1",
        "1e999",
        "%",
        "0",
        "{grid}",
        "\t",
        "\u0000",
        "\u200B",
        "і",
        "|",
        ">",
        "#",
        "? ",
        "<<: ",
        "all-of",
        "isolated",
        "99999999999",
        "."
    };

    /** In a virtual machine of its own, which may not use more memory than a hostile file may. */
    @Test
    void noMutantMakesTheReaderFail(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutatedFilesTest.class.getName(),
                        Integer.toString(MUTANTS),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        Matcher sound = Pattern.compile("(\\d+) of them still read").matcher(said);
        assertThat(sound.find()).as(said).isTrue();
        assertThat(Integer.parseInt(sound.group(1))).as(said).isBetween(MUTANTS / 50, MUTANTS);
    }

    @Test
    @Tag("slow")
    void noneOfManyMutantsMakesTheReaderFail() {
        assertThat(sound(MANY_MUTANTS, SEED + 1))
                .as("mutants that still read")
                .isBetween(MANY_MUTANTS / 50, MANY_MUTANTS);
    }

    public static void main(String[] arguments) {
        int mutants = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        long before = System.nanoTime();
        int sound = sound(mutants, seed);
        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf(
                "%d mutants of seed %d, %d of them still read; %.0f s, %.0f a second%n",
                mutants, seed, sound, seconds, mutants / seconds);
    }

    /** How many still read; fails at the first that breaks the reader. */
    private static int sound(int mutants, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (String id : Library.ids()) {
            texts.add(new String(Objects.requireNonNull(Library.open(id)), StandardCharsets.UTF_8));
        }
        int sound = 0;
        for (int i = 0; i < mutants; i++) {
            String text = texts.get(i % texts.size());
            int slips = 1 + random.nextInt(3);
            for (int j = 0; j < slips; j++) {
                text = mutate(text, random);
            }
            sound += check(i, seed, text) ? 1 : 0;
        }
        return sound;
    }

    private static boolean check(int number, long seed, String text) {
        long before = System.nanoTime();
        try {
            Reading reading = new ScenarioReader().readText("mutant.yaml", text);
            assertThat(reading.scenario() == null).isEqualTo(reading.hasErrors());
            assertThat(reading.render()).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(System.nanoTime() - before)
                    .as("time for mutant %d", number)
                    .isLessThan(LONGEST_NANOS);
            return reading.scenario() != null;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("Mutant " + number + " of seed " + seed + " broke the reader:\n" + text, e);
        }
    }

    private static String mutate(String text, Random random) {
        if (text.isEmpty()) {
            return SCRAPS[random.nextInt(SCRAPS.length)];
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(text.length());
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 -> lines.set(line, "  " + lines.get(line));
            case 4 -> lines.set(line, lines.get(line).stripLeading());
            case 5 -> {
                return text.substring(0, at) + SCRAPS[random.nextInt(SCRAPS.length)] + text.substring(at);
            }
            case 6 -> {
                return text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(8)));
            }
            case 7 -> {
                String[] words = text.split("[^A-Za-z0-9-]+");
                if (words.length == 0) {
                    // Earlier slips have left nothing but signs.
                    return text;
                }
                String one = words[random.nextInt(words.length)];
                return one.isEmpty()
                        ? text
                        : text.substring(0, at)
                                + text.substring(at).replaceFirst(one, words[random.nextInt(words.length)]);
            }
            default -> {
                return text.substring(0, at);
            }
        }
        return String.join("\n", lines);
    }
}
