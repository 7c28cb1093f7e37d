package org.shieldwall.scenarios.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects every mistake of a reading, each once. Not thread safe. */
public final class Problems {
    /** A hostile file must not fill the memory with messages. */
    private static final int MOST = 500;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Known> known = new HashSet<>();

    private int omitted;

    private record Known(Problem.Severity severity, Span span, String message) {}

    public void add(Problem problem) {
        if (isFull()) {
            omitted++;
        } else if (known.add(new Known(problem.severity(), problem.at().span(), problem.message()))) {
            found.add(problem);
        }
    }

    /** Whether further problems are only counted. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** How many were counted only; one may be counted twice. */
    public int omitted() {
        return omitted;
    }

    public boolean haveErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    public boolean haveErrorAt(Span span) {
        return found.stream()
                .anyMatch(problem -> problem.isError() && problem.at().span().equals(span));
    }

    /** How many errors were found so far. */
    public long errors() {
        return found.stream().filter(Problem::isError).count();
    }

    /** In the order of the files, and within a file in the order of its text. */
    public List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.at().span())
                        .thenComparing(Problem::severity)
                        .thenComparing(Problem::message))
                .toList();
    }
}
