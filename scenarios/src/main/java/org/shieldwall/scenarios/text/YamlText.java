package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Composes nodes with places from YAML 1.2 text. Built on the parser's events rather than its composer, so that depth
 * and aliases are bounded before anything is built.
 */
public final class YamlText {
    public static final int DEEPEST = 40;
    public static final int MOST_ALIASES = 50;
    /** Nodes after aliases are followed. */
    public static final int MOST_NODES = 500_000;

    /** What YAML 1.2 reads as nothing. */
    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    private static final String YAML_TAG = "tag:yaml.org,2002:";

    private final SourceText source;
    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Map<Node, Integer> sizes = new IdentityHashMap<>();
    private int aliases;
    private int nodes;

    /** Ends the composing of a file whose rest cannot be read. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Unreadable(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }

    private YamlText(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(source.text()).iterator();
    }

    /** The value of the only document; null where the text cannot be read, with the problem reported. */
    public static @Nullable Node compose(SourceText source, Problems problems) {
        Problem control = controlCharacter(source);
        if (control != null) {
            problems.add(control);
            return null;
        }
        try {
            return new YamlText(source, problems).document();
        } catch (Unreadable e) {
            problems.add(e.problem);
        } catch (MarkedYamlEngineException e) {
            Problem quote = openQuote(source, e);
            if (quote != null) {
                problems.add(quote);
                return null;
            }
            Span span = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> at(source, mark, 1))
                    .orElse(new Span(source, 1, 1, 1));
            problems.add(broken(span, e));
        } catch (YamlEngineException e) {
            problems.add(notYaml(new Span(source, 1, 1, 1), e.getMessage()));
        }
        return null;
    }

    /** Within brackets it is said where they were opened; elsewhere a line may stand too far right or left. */
    private static Problem broken(Span span, MarkedYamlEngineException e) {
        Problem plain = notYaml(span, e.getProblem());
        Mark opened = e.getContextMark().orElse(null);
        if (String.valueOf(e.getProblem()).startsWith("expected ','")) {
            return opened == null ? plain : plain.seeing(at(span.source(), opened, 1), "opened here");
        }
        Problem indented = Indentation.mistake(span);
        return indented == null ? plain : indented;
    }

    /**
     * A quote that was not closed ends at the next one, lines later, and what follows that is no YAML: the mistake is at the
     * first.
     */
    private static @Nullable Problem openQuote(SourceText source, MarkedYamlEngineException broken) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Problem suspect = null;
        try {
            for (Event event : new Parse(settings).parseString(source.text())) {
                if (event instanceof ScalarEvent scalar && isQuotedOverLines(scalar)) {
                    Mark end = scalar.getEndMark().orElseThrow();
                    Span start = at(source, scalar.getStartMark().orElseThrow(), 1);
                    suspect = Problem.error(
                            start, "this quote is not closed", "the text goes on to line " + (end.getLine() + 1));
                }
            }
        } catch (YamlEngineException e) {
            Mark context = broken.getContextMark().orElse(null);
            String text = String.valueOf(broken.getContext());
            if (suspect == null && context != null && text.contains("quoted scalar")) {
                return Problem.error(at(source, context, 1), "this quote is not closed", "the text goes on to the end");
            }
            return suspect;
        }
        return null;
    }

    private static boolean isQuotedOverLines(ScalarEvent scalar) {
        boolean quoted = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        return quoted
                && scalar.getStartMark().orElseThrow().getLine()
                        < scalar.getEndMark().orElseThrow().getLine();
    }

    private static Problem notYaml(Span span, @Nullable String reason) {
        String line = span.source().line(span.line());
        int at = span.column() - 1;
        if (at < line.length() && line.charAt(at) == '\t') {
            return Problem.error(span, "this is not YAML", "a tab; lines are indented by spaces");
        }
        String first = reason == null ? "" : reason.lines().findFirst().orElse("");
        String words = YamlWords.plain(first);
        Problem problem = Problem.error(span, "this is not YAML", words);
        boolean within = at > 0 && at < line.length() && !Character.isWhitespace(line.charAt(at - 1));
        return within && "[{".indexOf(line.charAt(at)) >= 0 && "[]{},".indexOf(line.charAt(at - 1)) < 0
                ? problem.note("between brackets, a text with a bracket in it stands in quotes")
                : problem;
    }

    private static @Nullable Problem controlCharacter(SourceText source) {
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) && c != '\n' && c != '\t')
                    || c == '\uFEFF'
                    || c == '\uFFFE'
                    || c == '\uFFFF'
                    || Character.getType(c) == Character.FORMAT) {
                String code = String.format("U+%04X", (int) c);
                return Problem.error(source.spanAt(i, 1), "an invisible character stands in the text", code);
            }
        }
        return null;
    }

    private @Nullable Node document() {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root != null) {
                throw stop(event, 3, "a second document begins here", "one file, one scenario");
            }
            if (event instanceof NodeEvent node) {
                root = node(node, 0);
            }
        }
        if (root == null) {
            problems.add(Problem.error(new Span(source, 1, 1, 1), "the file is empty", "write `shieldwall: 1`"));
        }
        return root;
    }

    private Node node(NodeEvent event, int depth) {
        if (depth > DEEPEST) {
            throw stop(event, 1, "this is nested too deep", "at most " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        Node node;
        Optional<String> tag;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
            node = scalar(scalar);
        } else if (event instanceof SequenceStartEvent sequence) {
            tag = sequence.getTag();
            node = listing(sequence, depth);
        } else {
            tag = ((MappingStartEvent) event).getTag();
            node = mapping(event, depth);
        }
        if (tag.isPresent()) {
            problems.add(Problem.error(
                    span(event, 1),
                    "`" + tag.get().replace(YAML_TAG, "!!") + "` is a tag, which the language does not have",
                    "leave it out"));
        }
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    /** From the opening to the closing bracket, where both stand on one line; else the beginning. */
    private Span spanTo(NodeEvent start, Event end) {
        Span span = span(start, 1);
        boolean flow = start instanceof CollectionStartEvent collection && collection.isFlow();
        Mark last = end.getEndMark().orElse(null);
        return flow && last != null && last.getLine() + 1 == span.line()
                ? new Span(source, span.line(), span.column(), last.getColumn() + 1 - span.column())
                : span;
    }

    private Node scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        Span start = span(event, 1);
        Mark end = event.getEndMark().orElseThrow();
        int length = end.getLine() + 1 == start.line()
                ? end.getColumn() + 1 - start.column()
                : source.line(start.line())
                                .stripTrailing()
                                .codePointCount(
                                        0,
                                        source.line(start.line())
                                                .stripTrailing()
                                                .length())
                        + 1
                        - start.column();
        boolean oneLine = end.getLine() + 1 == start.line();
        boolean nothing = plain && NULLS.contains(event.getValue());
        Node node = new Node.Scalar(
                nothing ? "" : event.getValue(),
                plain && oneLine && !nothing,
                new Span(source, start.line(), start.column(), length));
        checkCharacters(event.getValue(), node.span());
        return counted(node, 1, event);
    }

    /** What quotes let in by escapes: characters that show nothing, turn the text round or steer a terminal. */
    private void checkCharacters(String text, Span span) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int type = Character.getType(c);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            if (control || type == Character.FORMAT || type == Character.SURROGATE || type == Character.UNASSIGNED) {
                problems.add(
                        Problem.error(span, "an invisible character stands in the text", String.format("U+%04X", c)));
                return;
            }
            i += Character.charCount(c);
        }
    }

    private Node listing(SequenceStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        int size = 1;
        Event event = events.next();
        for (; event instanceof NodeEvent item; event = events.next()) {
            Node node = node(item, depth + 1);
            size += size(node);
            items.add(node);
        }
        return counted(new Node.Listing(List.copyOf(items), spanTo(start, event)), size, start);
    }

    private Node mapping(NodeEvent start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        int size = 1;
        Event event = events.next();
        for (; event instanceof NodeEvent key; event = events.next()) {
            Node name = node(key, depth + 1);
            Node value = node((NodeEvent) events.next(), depth + 1);
            size += 1 + size(value);
            if (name instanceof Node.Scalar scalar) {
                entries.add(new Node.Entry(scalar, value));
            } else {
                problems.add(Problem.error(name.span(), "a key must be a name", "this is a list or a map"));
            }
        }
        return counted(new Node.Mapping(entries, spanTo(start, event)), size, start);
    }

    private Node alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        Node node = anchors.get(name);
        if (node == null) {
            throw stop(event, name.length() + 1, "nothing is anchored as `" + name + "`", "unknown here");
        }
        if (++aliases > MOST_ALIASES) {
            throw stop(event, name.length() + 1, "too many aliases", "at most " + MOST_ALIASES);
        }
        nodes += size(node);
        checkCount(event);
        return node;
    }

    private Node counted(Node node, int size, NodeEvent event) {
        nodes++;
        sizes.put(node, size);
        checkCount(event);
        return node;
    }

    private void checkCount(NodeEvent event) {
        if (nodes > MOST_NODES || nodes < 0) {
            throw stop(event, 1, "the file holds too many values", "at most " + MOST_NODES + " with aliases followed");
        }
    }

    private int size(Node node) {
        return sizes.getOrDefault(node, 1);
    }

    private Unreadable stop(Event event, int length, String message, String label) {
        return new Unreadable(Problem.error(span(event, length), message, label));
    }

    private Span span(Event event, int length) {
        return event.getStartMark().map(mark -> at(source, mark, length)).orElse(new Span(source, 1, 1, 1));
    }

    private static Span at(SourceText source, Mark mark, int length) {
        return new Span(source, mark.getLine() + 1, mark.getColumn() + 1, length);
    }
}
