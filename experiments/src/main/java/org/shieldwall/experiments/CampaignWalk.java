package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Technique;

/** The campaigns of a scenario as ways of steps, with the measures that say how far each came. */
final class CampaignWalk {
    private final Scenario scenario;
    private final Set<String> measures;
    private final Set<String> damaging;

    CampaignWalk(Scenario scenario, List<Measures.Column> columns) {
        this.scenario = scenario;
        measures = columns.stream().map(Measures.Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
        damaging = scenario.techniques().stream()
                .filter(technique -> technique.damage() != null)
                .map(Technique::name)
                .collect(Collectors.toSet());
    }

    List<Results.CampaignResult> campaigns() {
        List<Results.CampaignResult> campaigns = new ArrayList<>();
        for (Campaign campaign : scenario.campaigns()) {
            List<Results.StepResult> steps = new ArrayList<>();
            for (Campaign.Step step : campaign.steps()) {
                if (measures.contains(success(campaign, step))) {
                    steps.add(step(campaign, step));
                }
            }
            String reached = "goal-reached." + campaign.name();
            List<String> brokenBy = measures.stream()
                    .filter(name -> name.startsWith("broken-by-")
                            && name.substring(name.indexOf('.') + 1).equals(campaign.name()))
                    .toList();
            if (!steps.isEmpty() && measures.contains(reached)) {
                campaigns.add(new Results.CampaignResult(
                        campaign.name(), String.join(", ", campaign.actors()), steps, reached, brokenBy));
            }
        }
        return campaigns;
    }

    private Results.StepResult step(Campaign campaign, Campaign.Step step) {
        Set<String> after = new LinkedHashSet<>();
        collect(step.after(), after);
        return new Results.StepResult(
                step.name(),
                step.copy(),
                step.technique(),
                List.copyOf(after),
                damaging.contains(step.technique()),
                step.notBefore() == null ? null : step.notBefore().toString(),
                success(campaign, step));
    }

    private static String success(Campaign campaign, Campaign.Step step) {
        return "attack-success." + path(campaign, step);
    }

    private static String path(Campaign campaign, Campaign.Step step) {
        return campaign.name() + "." + (step.copy() == null ? "" : step.copy() + ".") + step.name();
    }

    /** Paths of the steps that a condition waits for; what it denies is not waited for. */
    private static void collect(Campaign.Condition condition, Set<String> into) {
        if (condition instanceof Campaign.StepIs is) {
            into.add(is.step());
        } else if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(of -> collect(of, into));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(of -> collect(of, into));
        }
    }

    /**
     * Success of the strike, in all copies: of the steps that break something, the one that most other steps wait for.
     *
     * @return a measure; null where no step breaks anything
     */
    @Nullable
    String effect() {
        String found = null;
        long most = -1;
        for (Campaign campaign : scenario.campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                String name = "attack-success." + campaign.name() + "." + step.name();
                long waiting = campaign.steps().stream()
                        .filter(other -> !other.name().equals(step.name()) && waitsFor(other, step.name()))
                        .count();
                if (damaging.contains(step.technique()) && measures.contains(name) && waiting > most) {
                    found = name;
                    most = waiting;
                }
            }
        }
        return found;
    }

    private static boolean waitsFor(Campaign.Step step, String name) {
        Set<String> after = new LinkedHashSet<>();
        collect(step.after(), after);
        return after.stream().anyMatch(path -> path.endsWith("." + name));
    }
}
