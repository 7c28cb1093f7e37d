package org.shieldwall.scenarios.shape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/** Every name of a scenario, by kind, and where it is defined. Not thread safe. */
public final class Names {
    /** More names than this are not listed in a message. */
    private static final int MOST_LISTED = 8;

    private final Map<Kind, Map<String, Span>> defined = new EnumMap<>(Kind.class);

    public Names() {
        for (Kind kind : Kind.values()) {
            defined.put(kind, new TreeMap<>());
        }
    }

    /** Null where the name is new; else where it was defined before. */
    public @Nullable Span define(Kind kind, String name, Span at) {
        return of(kind).putIfAbsent(name, at);
    }

    public boolean has(Kind kind, String name) {
        return of(kind).containsKey(name);
    }

    public @Nullable Span where(Kind kind, String name) {
        return of(kind).get(name);
    }

    public Set<String> all(Kind kind) {
        return of(kind).keySet();
    }

    private Map<String, Span> of(Kind kind) {
        Map<String, Span> names = defined.get(kind);
        if (names == null) {
            throw new IllegalStateException("No names of kind (" + kind + ").");
        }
        return names;
    }

    /** Reports what names nothing: where one place names something for each copy of a step, every copy's mistake. */
    public void check(Session session) {
        Set<Ref> reported = new HashSet<>();
        for (Ref ref : session.references()) {
            if (ref.kinds().stream().anyMatch(kind -> has(kind, ref.name()))) {
                continue;
            }
            ref.kinds().forEach(session::doubt);
            if (!session.problems().isFull() && !session.isMistaken(ref.name()) && reported.add(ref)) {
                session.problems().add(unknown(ref));
            }
        }
    }

    private Problem unknown(Ref ref) {
        String copy = copy(ref);
        Problem problem = Problem.error(
                ref.span(),
                "no " + ref.noun() + " is called `" + ref.name() + "`",
                copy == null ? "unknown" : "unknown, in the copy `" + copy + "`");
        Set<String> candidates = new TreeSet<>();
        for (Kind kind : ref.kinds()) {
            candidates.addAll(all(kind));
        }
        String nearest = Nearest.to(ref.name(), candidates);
        if (nearest != null) {
            problem = problem.note("nearest: `" + nearest + "`");
            for (Kind kind : ref.kinds()) {
                Span span = where(kind, nearest);
                if (span != null) {
                    return problem.seeing(span, "which is defined here");
                }
            }
            return problem;
        }
        for (Kind other : Kind.values()) {
            Span span = where(other, ref.name());
            if (span != null) {
                return problem.seeing(span, "this is " + other.withArticle());
            }
        }
        return ref.kinds().size() < 2 ? problem.note(listed(candidates)) : listedByKind(problem, ref.kinds());
    }

    private Problem listedByKind(Problem problem, List<Kind> kinds) {
        Problem noted = problem;
        for (Kind kind : kinds) {
            if (!all(kind).isEmpty()) {
                noted = noted.note(listed(all(kind)).replace("known:", "known " + kind.noun() + "s:"));
            }
        }
        return noted.notes().isEmpty() ? noted.note(listed(Set.of())) : noted;
    }

    /** What stands for the variable of a {@code for-each} in a name written as {@code {grid}-pc}; null where none does. */
    private static @Nullable String copy(Ref ref) {
        String written = ref.span().text();
        int open = written.indexOf('{');
        int close = written.indexOf('}', open);
        if (open < 0 || close < 0) {
            return null;
        }
        String before = written.substring(0, open).replaceAll("^[\"']", "");
        String after = written.substring(close + 1).replaceAll("[\"']$", "");
        boolean fits = ref.name().startsWith(before)
                && ref.name().endsWith(after)
                && ref.name().length() > before.length() + after.length();
        return fits && ref.name().indexOf('{') < 0
                ? ref.name().substring(before.length(), ref.name().length() - after.length())
                : null;
    }

    /** "known: a, b, c and 4 more". */
    public static String listed(Set<String> names) {
        if (names.isEmpty()) {
            return "none is defined";
        }
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(MOST_LISTED, names.size()));
        String more = names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "";
        return "known: " + String.join(", ", shown) + more;
    }
}
