package org.shieldwall.scenarios.shape;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** The shapes of single values. */
public final class Shapes {
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;

    public static final Shape<String> TEXT = new ScalarShape<>(
            "a text", Map.of("type", "string"), (scalar, scope) -> scalar.text().strip());

    public static final Shape<Boolean> FLAG =
            new ScalarShape<>("true or false", Map.of("type", "boolean"), (scalar, scope) -> switch (scalar.text()) {
                case "true" -> true;
                case "false" -> false;
                default -> {
                    scope.error(scalar, "`" + scope.owner().text() + "` must be true or false", "this is neither");
                    yield null;
                }
            });

    public static final Shape<LocalDateTime> LOCAL_TIME = new ScalarShape<>(
            "a local time (2015-12-23T15:30)",
            Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$"),
            (scalar, scope) -> {
                try {
                    LocalDateTime time = LocalDateTime.parse(scalar.text());
                    if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                        scope.error(
                                scalar,
                                "`" + scalar.text() + "` lies too far away",
                                "from " + FIRST_YEAR + " to " + LAST_YEAR);
                        return null;
                    }
                    return time;
                } catch (DateTimeException e) {
                    scope.error(scalar, "`" + scalar.text() + "` is not a local time", "write 2015-12-23T15:30");
                    return null;
                }
            });

    public static final Shape<ZoneId> ZONE =
            new ScalarShape<>("a time zone (Europe/Kyiv)", Map.of("type", "string"), (scalar, scope) -> {
                String text = scalar.text();
                if (ZoneId.getAvailableZoneIds().contains(text)) {
                    return ZoneId.of(text);
                }
                String nearest = Nearest.to(text, new TreeSet<>(ZoneId.getAvailableZoneIds()));
                if (nearest == null) {
                    nearest = ZoneId.getAvailableZoneIds().stream()
                            .filter(zone -> Nearest.to(text, List.of(zone.toLowerCase(Locale.ROOT))) != null)
                            .sorted()
                            .findFirst()
                            .orElse(null);
                }
                scope.problems()
                        .add(Problem.error(
                                        scalar.span(),
                                        "`" + text + "` is not a time zone",
                                        nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                                .note("time zones have IANA names, as Europe/Kyiv or UTC"));
                return null;
            });

    private Shapes() {}

    /** A whole number; its origin may stand beside it. */
    public static Shape<Integer> whole(int least, int most) {
        return new WholeNumberShape(least, most);
    }

    /** One of some words: the constants of an enum, in kebab case. */
    public static <E extends Enum<E>> Shape<E> option(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> words = constants.stream().map(Shapes::word).toList();
        return new ScalarShape<>(String.join(" | ", words), Map.of("enum", words), (scalar, scope) -> {
            int index = words.indexOf(scalar.text());
            if (index >= 0) {
                return constants.get(index);
            }
            reportOption(scalar, words, scope);
            return null;
        });
    }

    static void reportOption(Node.Scalar scalar, List<String> words, Scope scope) {
        String nearest = Nearest.to(scalar.text(), words);
        scope.problems()
                .add(Problem.error(
                                scalar.span(),
                                "`" + scalar.text() + "` is not a value of `"
                                        + scope.owner().text() + "`",
                                nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                        .note("allowed here: " + String.join(", ", words)));
    }

    /** An option that levers may switch: a number holding the option's code. */
    public static <E extends Enum<E>> Shape<Quantity> optionCode(Class<E> type) {
        return new OptionCodeShape<>(option(type));
    }

    /** The name of something of one of some kinds. */
    public static Shape<Ref> reference(Kind... kinds) {
        return reference(nouns(kinds), List.of(), kinds);
    }

    /** @param words names that need not be defined */
    public static Shape<Ref> referenceOr(List<String> words, Kind... kinds) {
        return reference(nouns(kinds), words, kinds);
    }

    /** The name of an asset, or of a network, which stands for the assets in it. */
    public static Shape<Ref> assets() {
        return reference(Kind.ASSETS.noun(), List.of(), Kind.ASSETS, Kind.NETWORK);
    }

    private static Shape<Ref> reference(String noun, List<String> words, Kind... kinds) {
        List<Kind> all = List.of(kinds);
        String form =
                all.stream().map(kind -> "the name of " + article(kind.noun())).collect(Collectors.joining(" or "));
        String others = words.isEmpty() ? "" : ", or " + String.join(" or ", words);
        return new ScalarShape<>(form + others, Map.of("type", "string"), (scalar, scope) -> {
            Ref ref = new Ref(scalar.text(), scalar.span(), noun, all);
            if (!words.contains(scalar.text())) {
                scope.session().references().add(ref);
            }
            return ref;
        });
    }

    private static String nouns(Kind... kinds) {
        return Arrays.stream(kinds).map(Kind::noun).collect(Collectors.joining(" or "));
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** {@code PROCESS_CONTROL} as {@code process-control}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
