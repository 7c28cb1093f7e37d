package org.shieldwall.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.shieldwall.scenario.Campaign;

/**
 * The conditions of all steps as one forest in flat arrays.
 *
 * <p>A dormant step is a member of no quantifier: an all-of or any-of goes by its other members, and one without any other
 * is passed over itself. Where nothing is left at all the condition does not hold: that what was waited for will never
 * come is no reason to begin. A not of a dormant step holds.
 */
public final class ConditionProgram {
    private static final int ALL = 0;
    private static final int ANY = 1;
    private static final int NOT = 2;
    private static final int STEP = 3;

    // Truth of a node; NOTHING where only dormant steps stand
    private static final int NOTHING = -1;
    private static final int FALSE = 0;
    private static final int TRUE = 1;

    private final int[] operators;
    private final int[] first;
    private final int[] counts;
    private final int[] children;
    private final Campaign.Outcome[] outcomes;

    private ConditionProgram(Builder builder) {
        operators = ints(builder.operators);
        first = ints(builder.first);
        counts = ints(builder.counts);
        children = ints(builder.children);
        outcomes = builder.outcomes.toArray(Campaign.Outcome[]::new);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    static final class Builder {
        private final List<Integer> operators = new ArrayList<>();
        private final List<Integer> first = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<Integer> children = new ArrayList<>();
        private final List<Campaign.Outcome> outcomes = new ArrayList<>();

        int add(Campaign.Condition condition, ToIntFunction<String> step) {
            if (condition instanceof Campaign.StepIs is) {
                return node(STEP, step.applyAsInt(is.step()), 0, is.outcome());
            } else if (condition instanceof Campaign.Not not) {
                return inner(NOT, List.of(not.of()), step);
            } else if (condition instanceof Campaign.AllOf all) {
                return inner(ALL, all.of(), step);
            } else if (condition instanceof Campaign.AnyOf any) {
                return inner(ANY, any.of(), step);
            }
            return inner(ALL, List.of(), step);
        }

        private int inner(int operator, List<Campaign.Condition> of, ToIntFunction<String> step) {
            List<Integer> roots = new ArrayList<>();
            for (Campaign.Condition condition : of) {
                roots.add(add(condition, step));
            }
            int node = node(operator, children.size(), roots.size(), Campaign.Outcome.HELD);
            children.addAll(roots);
            return node;
        }

        private int node(int operator, int firstOrStep, int count, Campaign.Outcome outcome) {
            operators.add(operator);
            first.add(firstOrStep);
            counts.add(count);
            outcomes.add(outcome);
            return operators.size() - 1;
        }

        ConditionProgram build() {
            return new ConditionProgram(this);
        }
    }

    /** What a condition reads. */
    public interface Steps {
        boolean is(int step, Campaign.Outcome outcome);

        /** Whether a step takes part at all. */
        boolean isThere(int step);
    }

    /** Receives each step whose state makes a true condition true: the conditions of a fact. */
    public interface Reasons {
        void because(int step, Campaign.Outcome outcome);
    }

    public boolean holds(int node, Steps steps) {
        return truth(node, steps) == TRUE;
    }

    private int truth(int node, Steps steps) {
        int from = first[node];
        return switch (operators[node]) {
            case STEP -> !steps.isThere(from) ? NOTHING : steps.is(from, outcomes[node]) ? TRUE : FALSE;
            case NOT -> truth(children[from], steps) == TRUE ? FALSE : TRUE;
            default -> quantified(node, operators[node] == ANY ? TRUE : FALSE, steps);
        };
    }

    /** @param decides the truth of one member that decides for all: true for an any-of, false for an all-of */
    private int quantified(int node, int decides, Steps steps) {
        int truth = counts[node] == 0 ? 1 - decides : NOTHING;
        for (int i = 0; i < counts[node]; i++) {
            int member = truth(children[first[node] + i], steps);
            if (member == decides) {
                return decides;
            }
            truth = member == NOTHING ? truth : member;
        }
        return truth;
    }

    /** Calls back for every step that a condition reads. */
    public void visit(int node, IntConsumer step) {
        if (operators[node] == STEP) {
            step.accept(first[node]);
            return;
        }
        for (int i = 0; i < counts[node]; i++) {
            visit(children[first[node] + i], step);
        }
    }

    /** Names the reasons of a condition that holds; arms that do not hold and denials name none. */
    public void reasons(int node, Steps steps, Reasons reasons) {
        int from = first[node];
        if (operators[node] == STEP) {
            if (steps.isThere(from) && steps.is(from, outcomes[node])) {
                reasons.because(from, outcomes[node]);
            }
        } else if (operators[node] != NOT) {
            for (int i = 0; i < counts[node]; i++) {
                reasons(children[from + i], steps, reasons);
            }
        }
    }
}
