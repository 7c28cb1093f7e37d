package org.shieldwall.scenarios.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Whether every step can start at all: finds steps that wait for each other in a circle. */
final class StepOrder {
    private static final int LONGEST_SHOWN = 6;

    private final CampaignFlow flow;
    private final Problems problems;
    private final Set<String> startable = new HashSet<>();
    private final Set<String> reported = new HashSet<>();

    StepOrder(CampaignFlow flow, Problems problems) {
        this.flow = flow;
        this.problems = problems;
    }

    void check() {
        Map<String, List<CampaignFlow.Step>> waiting = new HashMap<>();
        ArrayDeque<CampaignFlow.Step> open = new ArrayDeque<>();
        for (CampaignFlow.Step step : flow.steps()) {
            open.add(step);
            for (CampaignFlow.Step before : waitedFor(step)) {
                waiting.computeIfAbsent(before.path(), unused -> new ArrayList<>())
                        .add(step);
            }
        }
        while (!open.isEmpty()) {
            CampaignFlow.Step step = open.remove();
            if (!startable.contains(step.path())
                    && flow.needed(step).stream().allMatch(condition -> canHold(step, condition))) {
                startable.add(step.path());
                open.addAll(waiting.getOrDefault(step.path(), List.of()));
            }
        }
        for (CampaignFlow.Step step : flow.steps()) {
            if (!startable.contains(step.path())) {
                report(step);
            }
        }
    }

    /** A name that means no step is reported elsewhere, and taken as possible here. */
    private boolean canHold(CampaignFlow.Step from, ConditionText condition) {
        if (condition instanceof ConditionText.Named named) {
            CampaignFlow.Step step = flow.named(from, named);
            return step == null || startable.contains(step.path());
        }
        if (condition instanceof ConditionText.All all) {
            return all.of().stream().allMatch(part -> canHold(from, part));
        }
        if (condition instanceof ConditionText.Any any) {
            return any.of().stream().anyMatch(part -> canHold(from, part));
        }
        return true;
    }

    /** Reports a step in a circle; one that only waits for a circle is not a mistake of its own. */
    private void report(CampaignFlow.Step step) {
        if (reported.contains(step.name().text())) {
            return;
        }
        List<String> circle = circle(step);
        if (circle == null || circle.stream().anyMatch(reported::contains)) {
            return;
        }
        reported.addAll(circle);
        problems.add(Problem.error(step.name().span(), "`" + step.name().text() + "` waits for itself", "never starts")
                .note(shown(circle)));
    }

    private static String shown(List<String> circle) {
        if (circle.size() <= LONGEST_SHOWN) {
            return String.join(" waits for ", circle);
        }
        return String.join(" waits for ", circle.subList(0, LONGEST_SHOWN)) + " … (" + (circle.size() - 1) + " steps)";
    }

    /** The shortest way from the step back to itself over steps that cannot start; null where there is none. */
    private @Nullable List<String> circle(CampaignFlow.Step start) {
        Map<String, CampaignFlow.Step> cameFrom = new HashMap<>();
        ArrayDeque<CampaignFlow.Step> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            CampaignFlow.Step at = waiting.remove();
            for (CampaignFlow.Step next : waitedFor(at)) {
                if (next.path().equals(start.path())) {
                    return way(start, at, cameFrom);
                }
                if (cameFrom.putIfAbsent(next.path(), at) == null) {
                    waiting.add(next);
                }
            }
        }
        return null;
    }

    private static List<String> way(
            CampaignFlow.Step start, CampaignFlow.Step last, Map<String, CampaignFlow.Step> cameFrom) {
        List<String> way = new ArrayList<>();
        way.add(start.name().text());
        for (CampaignFlow.Step at = last; at != null && !at.path().equals(start.path()); ) {
            way.add(at.name().text());
            at = cameFrom.get(at.path());
        }
        way.add(start.name().text());
        Collections.reverse(way);
        return way;
    }

    private List<CampaignFlow.Step> waitedFor(CampaignFlow.Step step) {
        List<CampaignFlow.Step> result = new ArrayList<>();
        for (ConditionText condition : flow.needed(step)) {
            for (ConditionText.Named named : condition.names()) {
                CampaignFlow.Step next = flow.named(step, named);
                if (next != null && !startable.contains(next.path())) {
                    result.add(next);
                }
            }
        }
        return result;
    }
}
