package org.shieldwall.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The library that ships with Shieldwall: scenarios, and the parts that scenarios use, each under an id. */
public final class Library {
    private static final String SKELETON = "/org/shieldwall/skeleton.yaml";
    private static final String ROOT = "/org/shieldwall/library/";
    private static final String INDEX = "index.txt";
    static final String ENDING = ".yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");
    private static final List<String> PARTS = List.of("techniques/", "playbooks/", "assets/", "defaults/");

    private Library() {}

    /** Ids of everything in it, sorted. */
    public static List<String> ids() {
        byte[] index = bytes(INDEX);
        if (index == null) {
            throw new IllegalStateException("The library has no (" + INDEX + "). Maybe the build is incomplete.");
        }
        return new String(index, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    /** Ids of scenarios: what can be run. */
    public static List<String> scenarioIds() {
        return ids().stream()
                .filter(id -> PARTS.stream().noneMatch(id::startsWith))
                .toList();
    }

    /** Ids of what scenarios may use: techniques, playbooks, templates of assets, defaults. */
    public static List<String> partIds() {
        return ids().stream()
                .filter(id -> PARTS.stream().anyMatch(id::startsWith))
                .toList();
    }

    /** What a part is about: the comment with which its file begins. */
    public static String about(String id) {
        byte[] text = bytes(id + ENDING);
        if (text == null) {
            throw new IllegalArgumentException("The library has no (" + id + ").");
        }
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }

    /** Whether a text could be an id at all; anything else is the path of a file. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The text under an id, as it ships; null where there is none. */
    public static byte @Nullable [] open(String id) {
        return isId(id) ? bytes(id + ENDING) : null;
    }

    /** A small, commented scenario to start from. */
    public static byte[] skeleton() {
        byte[] text = resource(SKELETON);
        if (text == null) {
            throw new IllegalStateException("There is no (" + SKELETON + "). Maybe the build is incomplete.");
        }
        return text;
    }

    private static byte @Nullable [] bytes(String name) {
        return resource(ROOT + name);
    }

    private static byte @Nullable [] resource(String name) {
        try (InputStream stream = Library.class.getResourceAsStream(name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The library's (" + name + ") cannot be read.", e);
        }
    }
}
