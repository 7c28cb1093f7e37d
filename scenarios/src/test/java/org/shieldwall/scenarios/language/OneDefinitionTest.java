package org.shieldwall.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.LaterShape;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.ShiftShape;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.SourceText;
import org.shieldwall.scenarios.text.YamlText;

/** Reader, reference page and schema say the same, because they are made from the same keys. */
class OneDefinitionTest {
    private static final Path PAGE = Path.of("../docs/language.md");

    @Test
    void theReferencePageIsMadeFromTheKeys() throws IOException {
        if (Boolean.getBoolean("language.write")) {
            Files.writeString(PAGE, LanguageReference.markdown());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/language.md; to write it anew: mvn test -pl engine,scenarios -Dtest=OneDefinitionTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dlanguage.write=true")
                .isEqualTo(LanguageReference.markdown());
    }

    @Test
    void everyDefaultAndEveryExampleReads() {
        Set<BlockShape> seen = new HashSet<>();
        walk(Language.SCENARIO, seen);
        walk(Language.LIBRARY, seen);
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static void walk(Shape<?> shape, Set<BlockShape> seen) {
        if (shape instanceof NamedShape<?> named) {
            walk(named.of(), seen);
        } else if (shape instanceof ListShape<?> list) {
            walk(list.of(), seen);
        } else if (shape instanceof LaterShape<?> later) {
            walk(later.of(), seen);
        } else if (shape instanceof BlockShape block && seen.add(block)) {
            for (Key<?> key : block.keys()) {
                String defaultText = key.defaultText();
                String example = key.example();
                if (defaultText != null) {
                    assertReads(key, defaultText);
                }
                if (example != null) {
                    assertReads(key, example);
                }
                walk(key.shape(), seen);
            }
        }
    }

    private static void assertReads(Key<?> key, String text) {
        Problems problems = new Problems();
        SourceText source = new SourceText(key.name(), 0, text);
        Node node = YamlText.compose(source, problems);
        assertThat(node).as(key.name()).isNotNull();
        Node.Scalar owner =
                new Node.Scalar(key.name(), false, Objects.requireNonNull(node).span());
        Object value = key.shape().read(node, Scope.root(new Session(problems), owner));
        assertThat(problems.inOrder().stream().map(Problem::render))
                .as(key.name())
                .isEmpty();
        assertThat(value).as(key.name()).isNotNull();
    }

    /** Pieces of the page between back quotes that are whole expressions of the language. */
    @Test
    void everyExpressionInTheTextOfThePageReads() {
        List<Shape<?>> shapes = List.of(
                new NeedShape(),
                new TargetShape(),
                new ConditionShape(),
                QuantityShape.TIME,
                QuantityShape.COUNT,
                Services.RESTORE_AFTER.shape(),
                new ShiftShape());
        List<String> expressions = Pattern.compile("`(\\{[^`]*\\})`")
                .matcher(LanguageReference.markdown())
                .results()
                .map(result -> result.group(1))
                .filter(text -> !text.contains("…") && !text.equals("{}") && !text.equals("{variable}"))
                .toList();

        assertThat(expressions).hasSizeGreaterThan(5);
        for (String text : expressions) {
            assertThat(shapes.stream().anyMatch(shape -> reads(shape, text)))
                    .as(text)
                    .isTrue();
        }
    }

    private static boolean reads(Shape<?> shape, String text) {
        Problems problems = new Problems();
        Node node = YamlText.compose(new SourceText("page", 0, text), problems);
        Node.Scalar owner =
                new Node.Scalar("", false, Objects.requireNonNull(node).span());
        return shape.read(node, Scope.root(new Session(problems), owner)) != null && !problems.haveErrors();
    }

    @Test
    void theSchemaAcceptsEveryScenarioOfTheLibrary() {
        Schema schema = schema();
        for (String id : Library.scenarioIds()) {
            String text = new String(Objects.requireNonNull(Library.open(id)), StandardCharsets.UTF_8);
            assertThat(schema.validate(text, InputFormat.YAML)).as(id).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() {
        String good = "shieldwall: 1\nname: A\nstarts: {local: 2015-01-01T00:00, zone: UTC}\nlasts: 1d\n";
        Schema schema = schema();

        assertThat(schema.validate(good, InputFormat.YAML)).isEmpty();
        for (String bad : new String[] {
            "colour: blue\n",
            "organisations: {o: {sector: water}}\n",
            "organisations: {o: {kind: shop}}\n",
            "organisations: {O: {kind: business}}\n",
            "organisations: {o: {kind: business, security: {decision-time: 9}}}\n",
            "organisations: {o: {kind: business, security: {hardening: 7}}}\n",
            "crews: {c: {organisation: o, count: many}}\n"
        }) {
            assertThat(schema.validate(good + bad, InputFormat.YAML)).as(bad).isNotEmpty();
        }
    }

    @Test
    void theSchemaIsTheSameEachTime() {
        assertThat(LanguageSchema.json()).isEqualTo(LanguageSchema.json()).contains("2020-12");
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(LanguageSchema.json());
    }
}
