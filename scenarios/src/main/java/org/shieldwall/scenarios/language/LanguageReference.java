package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Form;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Dimension;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.LaterShape;
import org.shieldwall.scenarios.shape.Law;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.shape.ShiftShape;
import org.shieldwall.scenarios.text.YamlText;

/** The language as a page to read, made from the same keys that the reader walks. */
public final class LanguageReference {
    private static final int DEEPEST_HEADING = 4;

    private final StringBuilder out = new StringBuilder();
    private final Set<BlockShape> described = Collections.newSetFromMap(new IdentityHashMap<>());

    private LanguageReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        LanguageReference page = new LanguageReference();
        page.beginning();
        page.section("A scenario", "", Language.SCENARIO, 2);
        page.section("A library file", "", Language.LIBRARY, 2);
        page.numbers();
        page.words();
        page.measures();
        page.meanings();
        page.explanations();
        page.library();
        page.limits();
        return page.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void beginning() {
        line("# The scenario language");
        line("");
        line(
                "One YAML 1.2 file. This page is made from the keys that the reader walks (`LanguageReference`), and a test keeps");
        line("it true; `./shieldwall lint FILE` shows every mistake of a file at once, each with its place.");
        line("");
        line("- Keys marked **required** must be written; others mean their default where they are left out.");
        line("- Keys marked ◆ are numbers that levers may change.");
        line("- Names are made of a–z, 0–9 and -, and begin with a letter or digit.");
        line("- In what order keys are written means nothing; the order of a list means something where it says so.");
        line(
                "- Below what an entity says lie the scenario's `defaults:`, then those of the libraries it uses (the last");
        line("  first), then the defaults of this page.");
    }

    private void section(String title, String path, BlockShape shape, int level) {
        described.add(shape);
        line("");
        line("#".repeat(Math.min(level, DEEPEST_HEADING)) + " " + title);
        line("");
        line("| key | write | default | meaning |");
        line("| --- | --- | --- | --- |");
        for (Key<?> key : shape.keys()) {
            String defaultText = key.defaultText();
            String fallback = key.isRequired() ? "**required**" : defaultText == null ? "–" : code(defaultText);
            line("| `" + key.name() + "`" + (key.isChangeable() ? " ◆" : "") + " | " + cell(form(key.shape())) + " | "
                    + fallback + " | " + cell(key.meaning()) + " |");
        }
        for (Key<?> key : shape.keys()) {
            inner(key, path, level + 1);
        }
    }

    /** Sections for the maps below a key, each once. */
    private void inner(Key<?> key, String path, int level) {
        BlockShape block = block(key.shape());
        if (block == null || described.contains(block)) {
            return;
        }
        boolean named = isNamed(key.shape());
        String here = (path.isEmpty() ? "" : path + ".") + key.name() + (named ? ".NAME" : "");
        section("`" + here + "`", here, block, level);
        String example = key.example();
        if (example != null) {
            line("");
            line("```yaml");
            line(key.name() + ": " + example);
            line("```");
        }
    }

    private static boolean isNamed(Shape<?> shape) {
        return shape instanceof NamedShape || (shape instanceof LaterShape<?> later && isNamed(later.of()));
    }

    private static @Nullable BlockShape block(Shape<?> shape) {
        if (shape instanceof BlockShape block) {
            return block;
        }
        if (shape instanceof NamedShape<?> named) {
            return block(named.of());
        }
        if (shape instanceof ListShape<?> list) {
            return block(list.of());
        }
        if (shape instanceof ShiftShape) {
            return ShiftShape.PARTS;
        }
        return shape instanceof LaterShape<?> later ? block(later.of()) : null;
    }

    private static String form(Shape<?> shape) {
        if (shape instanceof BlockShape block && block.noun().startsWith("`")) {
            return "a map";
        }
        if (shape instanceof ListShape<?> list
                && list.of() instanceof BlockShape block
                && block.noun().startsWith("`")) {
            return "a map, or a list of maps";
        }
        return shape.form();
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private void numbers() {
        line("");
        line("## Numbers");
        line("");
        line("| what | how it is written |");
        line("| --- | --- |");
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.NUMBER) {
                line("| " + dimension.noun() + " | " + cell(dimension.note()) + " |");
            }
        }
        line("");
        line(
                "A year has 365 days. `0` needs no unit. A time may be `never`. Where a number may vary it is written as a law:");
        line("");
        line("| law | parameters |");
        line("| --- | --- |");
        for (Law law : Law.values()) {
            line("| `" + law.word() + "` | " + cell(law.parameters()) + " |");
        }
        line("");
        line(
                "Beside a law of a time, `never: 9%` is the share that never happens. Any number may say where it comes from:");
        line(
                "`{value: 30, source: E1}`, `{value: {exponential: 2h}, estimate: \"a guess\"}`, `{exponential: 2h, source: E1}`.");
    }

    private void words() {
        line("");
        line("## Expressions");
        line("");
        line("**Needs** of a service: the name of a service, or of an asset group, which means all of its assets;");
        line("`{all-of: […]}`, `{any-of: […]}`, `{at-least: 2, of: […]}`, `{at-least: 2, of: group, in: control}`,");
        line(
                "`{share-of: group}`, `{share-of: group, in: control}`, `{weighted: {water: 2, power: 1}}`. `in: service` (the default) asks");
        line(
                "whether the asset does what it is there for, `in: control` whether its operators reach and command it from afar.");
        line(
                "`{delivered: group, to: network, traffic: 2 Mbit/s, requests: 20/s}` is the share of what people in a network, or on the");
        line(
                "`internet` for abroad, want of the assets that comes through to them: over the fewest links, whose capacities it shares");
        line(
                "with all other wanted traffic and with floods, whatever the links allow; and is answered by those assets that work.");
        line("`{service: electricity, class: hospitals}` is what a service delivers to one of its classes.");
        line("");
        line(
                "**Classes** of a service, `serves: {by-class: [{class: hospitals, demand: 20, people: 900}, {class: homes, demand: 60}]}`,");
        line(
                "are served in the order in which they are written. The service was built for their demands together: at a level of 50 %");
        line(
                "it delivers 40, all that the hospitals want and 20 of what homes do. Who needs the service by its name alone sees its");
        line(
                "level, who needs it in a class what the class gets; people and customers lose what their class does not get. A lever that");
        line(
                "changes a demand, as `services.electricity.serves.by-class.homes.demand`, leaves what there is as it was. Measures of a");
        line("service stand for a class too: `longest-outage.electricity.homes`.");
        line("");
        line("**Targets** of a step: " + new TargetShape().form() + ".");
        line("`count` without `of` acts where the step named in `when` or `after` acts.");
        line("");
        line("**Conditions** on steps: " + new ConditionShape().form() + ".");
        line(
                "A step's bare name means that it has succeeded and what it gained is still held; inside `for-each` it means the");
        line("step of the same copy. `after` and `when` together must both hold.");
        line("");
        line("**Paths** of levers: the keys from the root to a number marked ◆, joined by dots:");
        line(
                "`organisations.west-power.security.decision-time`. `*` is any one name; `organisations[sector=electricity].…` are");
        line(
                "those whose key has that value. Of several ways to restore, `restore.1.each` is the first. Value = base → `sets` →");
        line("product of `scales` → `at-least` and `at-most`.");
        line("");
        line(
                "**Shifts**: `Mon-Fri 08:00-17:00`, several joined by commas, `always`, `never`; an end before its beginning lies on");
        line(
                "the next day. `{hours: Mon-Fri 08:00-17:00, on-holidays: Mon-Sun 10:00-12:00}` says what they do on holidays,");
        line(
                "whose dates stand with the organisation (`holidays: [2024-11-01, 2024-12-24 to 2025-01-06]`) or with the shift. Who says");
        line("nothing works on a holiday as on a Sunday. A shift belongs to the day on which it begins.");
        line("");
        line(
                "**Prices** of a lever: `member` is paid by each that joins a community by it and by each member of a community of which");
        line(
                "it changes a number, `centre` by whoever runs them, `organisation` by each organisation of which it changes, adds or");
        line("removes anything.");
    }

    private void measures() {
        line("");
        line("## Measures");
        line("");
        line(
                "What `question.by` and `expect.measure` may name; capitals stand for a name of the scenario. What is in brackets");
        line(
                "may be left out. A time that is not reached counts up to what ended it, at the latest the end of the run. Runs in which");
        line("there is nothing to measure (the wait of alerts where none came) are left out.");
        line("");
        line("| measure | unit | what it is |");
        line("| --- | --- | --- |");
        for (Form form : Form.values()) {
            line("| `" + form.shown() + "` | " + unit(form) + " | " + cell(form.says())
                    + (form.isOfFloods() ? " Where an actor can send floods." : "") + " |");
        }
    }

    private void meanings() {
        line("");
        line("## Words");
        words("Actions of a playbook (`do`)", Playbook.Kind.values(), WordMeanings::of);
        line("");
        line(
                "`isolate`, `patch`, `restore` and `reimage` take `takes` for each suspected asset, the others once. Actions against floods");
        line("are done about floods that are known; all others about what an incident suspects.");
        words("Where an attempt comes from (`requires.from`)", Technique.From.values(), WordMeanings::of);
        words("When a trace is left (`evidence.when`)", Technique.When.values(), WordMeanings::of);
        words("Damage (`damage`, `mends`)", Service.Damage.values(), WordMeanings::of);
        words("Order of work (`discipline`)", Organisation.Discipline.values(), WordMeanings::of);
    }

    private <E extends Enum<E>> void words(String title, E[] values, Function<E, String> meaning) {
        line("");
        line("### " + title);
        line("");
        line("| word | what it does |");
        line("| --- | --- |");
        for (E value : values) {
            line("| `" + Shapes.word(value) + "` | " + cell(meaning.apply(value)) + " |");
        }
    }

    private void explanations() {
        line("");
        line("## How it acts in a run");
        for (Explanations.Paragraph paragraph : Explanations.all()) {
            line("");
            line("**" + paragraph.title() + ".** " + paragraph.text());
        }
    }

    /** What `use:` may name. */
    private void library() {
        line("");
        line("## What `use:` may name");
        line("");
        line("| id | what it holds |");
        line("| --- | --- |");
        for (String id : Library.partIds()) {
            line("| `" + id + "` | " + cell(Library.about(id)) + " |");
        }
    }

    private static String unit(Form form) {
        return switch (form.unit()) {
            case "1" -> "share";
            case "h" -> form.isSumOfHours() ? "hours, as a time or a plain number" : "time";
            case "runs" -> "share of runs";
            default -> form.unit();
        };
    }

    private void limits() {
        List<String> limits = new ArrayList<>();
        limits.add("files of 2,000,000 bytes, at most 50 used by one scenario, all in its own folder or the library");
        limits.add(YamlText.DEEPEST + " levels of nesting, " + YamlText.MOST_ALIASES + " aliases");
        limits.add(String.format(Locale.ROOT, "%,d assets in all", Networks.MOST_ASSETS));
        line("");
        line("## Limits");
        line("");
        limits.forEach(limit -> line("- " + limit));
    }
}
