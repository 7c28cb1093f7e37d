package org.shieldwall.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Campaign;

/** Compiles campaigns, and their steps with the conditions of these. */
final class CampaignCompiler {
    private final Catalogue catalogue;
    private final Layout layout;
    private final Entities entities;
    private final Rows.TechniqueRow[] techniques;
    private final Calendar calendar;

    final Rows.CampaignRow[] campaigns;
    final Rows.StepRow[] steps;
    final ConditionProgram conditions;

    CampaignCompiler(
            Catalogue catalogue, Layout layout, Entities entities, Rows.TechniqueRow[] techniques, Calendar calendar) {
        this.catalogue = catalogue;
        this.layout = layout;
        this.entities = entities;
        this.techniques = techniques;
        this.calendar = calendar;
        ConditionProgram.Builder program = new ConditionProgram.Builder();
        campaigns = new Rows.CampaignRow[catalogue.campaigns.size()];
        steps = new Rows.StepRow[catalogue.steps.size()];
        for (int c = 0; c < campaigns.length; c++) {
            Campaign campaign = catalogue.campaigns.get(c);
            // The order of copies means something only where they come in turn.
            List<String> copies = campaign.copies().isEmpty()
                    ? List.of("")
                    : campaign.inTurn() ? campaign.copies() : Catalogue.sorted(campaign.copies(), name -> name);
            IntLists ofCopy = new IntLists(copies.size());
            List<Integer> all = new ArrayList<>();
            List<String> series = campaign.steps().stream()
                    .map(Campaign.Step::name)
                    .distinct()
                    .sorted()
                    .toList();
            for (int s = 0; s < catalogue.steps.size(); s++) {
                Catalogue.StepOf of = catalogue.steps.get(s);
                if (of.campaign() == c) {
                    int copy = of.step().copy() == null
                            ? 0
                            : copies.indexOf(of.step().copy());
                    all.add(s);
                    ofCopy.add(copy, s);
                    steps[s] = step(c, copy, series.indexOf(of.step().name()), of.step(), program);
                }
            }
            campaigns[c] = new Rows.CampaignRow(
                    campaign.actors().stream()
                            .mapToInt(catalogue::actor)
                            .sorted()
                            .toArray(),
                    copies.toArray(String[]::new),
                    campaign.inTurn(),
                    Laws.time(campaign.begins()),
                    all.stream().mapToInt(Integer::intValue).toArray(),
                    ofCopy.all(),
                    goals(campaign, all));
        }
        conditions = program.build();
    }

    private int[] goals(Campaign campaign, List<Integer> all) {
        int[] damaging = all.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> techniques[steps[s].technique()].damage() >= 0)
                .toArray();
        if (damaging.length > 0) {
            return damaging;
        }
        Set<String> waitedFor = new HashSet<>();
        for (Campaign.Step step : campaign.steps()) {
            addSteps(step.after(), waitedFor);
            addSteps(step.unless(), waitedFor);
        }
        return all.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> !waitedFor.contains(catalogue.steps.get(s).path()))
                .toArray();
    }

    private static void addSteps(Campaign.Condition condition, Set<String> to) {
        if (condition instanceof Campaign.StepIs is) {
            to.add(is.step());
        } else if (condition instanceof Campaign.Not not) {
            addSteps(not.of(), to);
        } else if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(one -> addSteps(one, to));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(one -> addSteps(one, to));
        }
    }

    private Rows.StepRow step(
            int campaign, int copy, int series, Campaign.Step step, ConditionProgram.Builder program) {
        int technique = catalogue.technique(step.technique());
        int account = step.with() == null ? -1 : catalogue.account(step.with());
        int[] range = step.target().group() == null
                ? new int[] {0, 0}
                : layout.range(step.target().group());
        long notBefore = step.notBefore() == null ? Long.MIN_VALUE : calendar.nanos(step.notBefore());
        Campaign.Condition unless = step.unless();
        boolean noUnless = unless instanceof Campaign.Always;
        return new Rows.StepRow(
                campaign,
                copy,
                series,
                step.name(),
                catalogue.actor(step.actor()),
                technique,
                step.target().mode(),
                range[0],
                range[1],
                step.target().count(),
                step.target().acrossCopies(),
                step.target().untilCredential(),
                account,
                program.add(step.after(), catalogue::step),
                noUnless ? -1 : program.add(unless, catalogue::step),
                notBefore,
                Laws.time(step.retryEvery()),
                step.retryAtMost(),
                step.repeat() == null ? null : Laws.time(step.repeat().every()),
                step.repeat() == null
                        ? Long.MIN_VALUE
                        : calendar.nanos(step.repeat().until()),
                Dice.mix(techniques[technique].key(), account < 0 ? 0 : entities.key(EntityKind.ACCOUNT, account)));
    }
}
