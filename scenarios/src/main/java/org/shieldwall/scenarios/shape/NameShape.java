package org.shieldwall.scenarios.shape;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** A name: small letters, digits and hyphens. */
public final class NameShape implements Shape<Node.Scalar> {
    static final String PATTERN = "^[a-z0-9][a-z0-9-]*$";
    static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    @Override
    public Node.@Nullable Scalar read(Node node, Scope scope) {
        if (!(node instanceof Node.Scalar scalar)) {
            scope.wrongForm(node, "a name");
            return null;
        }
        return check(scalar, scope) ? scalar : null;
    }

    /** Reports what is no name. */
    static boolean check(Node.Scalar name, Scope scope) {
        String text = name.text();
        if (NAME.matcher(text).matches()) {
            if (text.length() > LONGEST) {
                scope.error(name, "this name is too long", "at most " + LONGEST + " characters");
                return false;
            }
            return true;
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c > 127) {
                String code = String.format("U+%04X", c);
                scope.problems()
                        .add(Problem.error(
                                        name.part(i, 1),
                                        "a letter outside a–z stands in a name",
                                        code + " " + lowerName(c))
                                .note("names are made of a–z, 0–9 and -"));
                return false;
            }
            i += Character.charCount(c);
        }
        String suggestion = suggestion(text);
        scope.problems()
                .add(Problem.error(
                                name.span(),
                                "`" + text + "` is not a name",
                                suggestion.isEmpty() ? "write a name" : "write `" + suggestion + "`")
                        .note("names are made of a–z, 0–9 and -, and begin with a letter or digit"));
        return false;
    }

    /** The name that was probably meant; empty where nothing of it can be one. */
    static String suggestion(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String lowerName(int c) {
        String name = Character.getName(c);
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String form() {
        return "a name";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "string", "pattern", PATTERN, "maxLength", LONGEST);
    }
}
