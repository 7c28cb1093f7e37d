package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML text and its place: what was written, not yet what it means. */
public sealed interface Node {

    Span span();

    /** The same value with every {@code {variable}} in it replaced; places stay. */
    Node with(String variable, String replacement);

    /** The same value, wherever it stands and in whatever order its keys were written. */
    boolean sameAs(Node other);

    /** @param plain written without quotes, on one line, so that its characters lie where the span says */
    record Scalar(String text, boolean plain, Span span) implements Node {
        @Override
        public Scalar with(String variable, String replacement) {
            String marker = "{" + variable + "}";
            return text.contains(marker) ? new Scalar(text.replace(marker, replacement), false, span) : this;
        }

        @Override
        public boolean sameAs(Node other) {
            return other instanceof Scalar scalar && scalar.text.equals(text);
        }

        /** The place of some of its characters; all of it where escapes or folding hide them. */
        public Span part(int from, int length) {
            int before = plain ? 0 : isQuotedAsItIs() ? 1 : -1;
            return before < 0 ? span : span.part(before + text.codePointCount(0, from), length);
        }

        private boolean isQuotedAsItIs() {
            String written = span.text();
            return written.equals('"' + text + '"') || written.equals("'" + text + "'");
        }
    }

    record Listing(List<Node> items, Span span) implements Node {
        @Override
        public Listing with(String variable, String replacement) {
            List<Node> replaced = new ArrayList<>();
            for (Node item : items) {
                replaced.add(item.with(variable, replacement));
            }
            return new Listing(List.copyOf(replaced), span);
        }

        @Override
        public boolean sameAs(Node other) {
            if (!(other instanceof Listing listing) || listing.items.size() != items.size()) {
                return false;
            }
            for (int i = 0; i < items.size(); i++) {
                if (!items.get(i).sameAs(listing.items.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Its entries in the order of writing; the same key may stand in it twice. */
    final class Mapping implements Node {
        private final List<Entry> entries;
        private final Span span;
        private final Map<String, Entry> first = new HashMap<>();

        public Mapping(List<Entry> entries, Span span) {
            this.entries = List.copyOf(entries);
            this.span = span;
            for (Entry entry : entries) {
                first.putIfAbsent(entry.key().text(), entry);
            }
        }

        public List<Entry> entries() {
            return entries;
        }

        @Override
        public Span span() {
            return span;
        }

        @Override
        public Mapping with(String variable, String replacement) {
            List<Entry> replaced = new ArrayList<>();
            for (Entry entry : entries) {
                replaced.add(new Entry(entry.key.with(variable, replacement), entry.value.with(variable, replacement)));
            }
            return new Mapping(replaced, span);
        }

        @Override
        public boolean sameAs(Node other) {
            if (!(other instanceof Mapping mapping) || mapping.entries.size() != entries.size()) {
                return false;
            }
            for (Entry entry : entries) {
                Entry twin = mapping.entry(entry.key.text());
                if (twin == null || !entry.value.sameAs(twin.value)) {
                    return false;
                }
            }
            return true;
        }

        /** The first entry under a key. */
        public @Nullable Entry entry(String key) {
            return first.get(key);
        }

        public boolean has(String key) {
            return entry(key) != null;
        }
    }

    record Entry(Scalar key, Node value) {}
}
