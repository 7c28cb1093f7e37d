package org.shieldwall.scenarios.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a parser says of a text that is no YAML, in words of those who write it. */
final class YamlWords {
    private static final Map<String, String> WORDS = words();

    private YamlWords() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("expected <block end>, but found '<block sequence start>'", "a list begins where none can stand");
        words.put("expected <block end>, but found '<block mapping start>'", "a key stands where none can stand");
        words.put("expected <block end>, but found '<block entry>'", "a dash stands where none can stand");
        words.put(
                "expected <block end>, but found",
                "what stands before ends here, and this does not go on with it; found");
        words.put("mapping values are not allowed here", "a colon cannot stand here: there is a value already");
        words.put("could not find expected ':'", "a key without a colon");
        words.put("but got <stream end>", "but the file ends");
        words.put("but got scalar", "but a text stands here");
        words.put("but got <scalar>", "but a text stands here");
        words.put("block sequence start", "list");
        words.put("block mapping start", "key");
        words.put("block entry", "dash");
        words.put("stream end", "end of the file");
        words.put("scalar", "text");
        return words;
    }

    static String plain(String parser) {
        String text = parser;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return text.replace("<", "").replace(">", "").replace('\'', '`');
    }
}
