package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problems;

/** What one reading gathers while it walks the text: mistakes, names used, defaults by kind. Not thread safe. */
public final class Session {
    private final Problems problems;
    private final List<Ref> references = new ArrayList<>();
    private final Map<String, List<Node.Mapping>> defaults = new HashMap<>();

    public Session(Problems problems) {
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    public List<Ref> references() {
        return references;
    }

    /** Defaults for entities of a kind (the key of {@code defaults:}); what comes first wins. */
    public void addDefaults(String kind, Node.Mapping values) {
        defaults.computeIfAbsent(kind, unused -> new ArrayList<>()).add(values);
    }

    public List<Node.Mapping> defaults(String kind) {
        return defaults.getOrDefault(kind, List.of());
    }
}
