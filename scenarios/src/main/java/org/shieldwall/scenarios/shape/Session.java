package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problems;

/** What one reading gathers while it walks the text: mistakes, names used, defaults by kind. Not thread safe. */
public final class Session {
    private final Problems problems;
    private final List<Ref> references = new ArrayList<>();
    private final Map<String, List<Node.Mapping>> defaults = new HashMap<>();
    private final Set<String> mistaken = new HashSet<>();
    private final Set<Kind> doubtful = EnumSet.noneOf(Kind.class);

    public Session(Problems problems) {
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    public List<Ref> references() {
        return references;
    }

    /** A name was given to something that is mistaken: whoever refers to it makes no mistake of his own. */
    public void addMistaken(String name) {
        mistaken.add(name);
    }

    /** All names that stand as keys in a value which cannot be read. */
    public void addMistakenIn(Node value) {
        if (value instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                addMistaken(entry.key().text());
                addMistakenIn(entry.value());
            }
        }
    }

    public boolean isMistaken(String name) {
        return mistaken.contains(name);
    }

    /** Something of this kind may be in use although nothing shows it: a reference to it is mistaken. */
    public void doubt(Kind kind) {
        doubtful.add(kind);
    }

    public boolean isDoubtful(Kind kind) {
        return doubtful.contains(kind);
    }

    /** Defaults for entities of a kind (the key of {@code defaults:}); what comes first wins. */
    public void addDefaults(String kind, Node.Mapping values) {
        defaults.computeIfAbsent(kind, unused -> new ArrayList<>()).add(values);
    }

    public List<Node.Mapping> defaults(String kind) {
        return defaults.getOrDefault(kind, List.of());
    }
}
