package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/**
 * What steps lost and regained, so that no step acts in a story on what it was just said to have lost. The first loss and
 * the first return are told by themselves; what follows is told in one sentence, at the last of it.
 */
final class LossesAndRegains {
    /** Of steps on which the damage rests: the story would contradict itself without them. */
    private static final int NEEDED = 9;

    private static final int OTHERS = 4;

    private final World world;
    private final FactLog facts;
    private final IntFunction<String> nameOfStep;

    /** @param nameOfStep the words for the step of a fact */
    LossesAndRegains(World world, FactLog facts, IntFunction<String> nameOfStep) {
        this.world = world;
        this.facts = facts;
        this.nameOfStep = nameOfStep;
    }

    /** Losses and returns of one step in turn, a loss first. */
    private Map<Integer, List<Integer>> turns() {
        Map<Integer, List<Integer>> turns = new LinkedHashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == FactKind.STEP_LOST) {
                turns.computeIfAbsent(facts.who(fact), none -> new ArrayList<>())
                        .add(fact);
            } else if (facts.kind(fact) == FactKind.STEP_SUCCEEDED && turns.containsKey(facts.who(fact))) {
                turns.getOrDefault(facts.who(fact), new ArrayList<>()).add(fact);
            }
        }
        return turns;
    }

    List<Story.Sentence> sentences() {
        Set<String> needed = stepsThatDamageNeeds();
        List<Story.Sentence> sentences = new ArrayList<>();
        turns().forEach((step, turns) -> {
            int weight = needed.contains(world.entities().name(step)) ? NEEDED : OTHERS;
            sentences.add(sentence(turns.get(0), weight, "%s lost what it had gained%s"));
            if (turns.size() > 1) {
                sentences.add(sentence(turns.get(1), weight, "%s has regained it"));
            }
            if (turns.size() == 3) {
                sentences.add(sentence(turns.get(2), weight, "%s lost it again%s"));
            } else if (turns.size() > 3) {
                int last = turns.get(turns.size() - 1);
                boolean held = facts.kind(last) == FactKind.STEP_SUCCEEDED;
                int losses = (turns.size() + 1) / 2;
                String words = held
                        ? "%s holds it again, having lost it " + (losses == 2 ? "twice" : losses + " times")
                        : "%s lost it for the " + ordinal(losses) + " and last time%s";
                sentences.add(sentence(last, weight, words));
            }
        });
        return sentences;
    }

    private static String ordinal(int n) {
        boolean teen = n % 100 >= 11 && n % 100 <= 13;
        return n + (teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th");
    }

    private Story.Sentence sentence(int fact, int weight, String words) {
        String name = nameOfStep.apply(fact);
        boolean loss = facts.kind(fact) == FactKind.STEP_LOST;
        String said = loss ? words.formatted(name, why(fact)) : words.formatted(name);
        return new Story.Sentence(fact, facts.time(fact), loss ? Meaning.DEFENCE : Meaning.ATTACK, said, weight);
    }

    /** The defender's action to which the causes of a loss lead. */
    private String why(int loss) {
        for (int at = facts.trigger(loss); at >= 0; at = facts.trigger(at)) {
            switch (facts.kind(at)) {
                case NETWORK_SEPARATED -> {
                    return ": the network was separated";
                }
                case ASSET_ISOLATED -> {
                    return ": the asset was cut off";
                }
                case CREDENTIALS_RESET -> {
                    return ": the password was replaced";
                }
                case ASSET_REBUILT, ASSET_RESTORED -> {
                    return ": the asset was set up anew";
                }
                case COMMAND_CHANNEL_BLOCKED -> {
                    return ": its command channel was blocked";
                }
                default -> {}
            }
        }
        return "";
    }

    /** Paths of the steps for which a step waits that breaks something. */
    private Set<String> stepsThatDamageNeeds() {
        Set<String> damaging = new HashSet<>();
        for (Technique technique : world.scenario().techniques()) {
            if (technique.damage() != null) {
                damaging.add(technique.name());
            }
        }
        Set<String> needed = new HashSet<>();
        for (Campaign campaign : world.scenario().campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                if (damaging.contains(step.technique())) {
                    collect(step.after(), needed);
                }
            }
        }
        return needed;
    }

    private static void collect(Campaign.Condition condition, Set<String> into) {
        if (condition instanceof Campaign.StepIs is) {
            into.add(is.step());
        } else if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(part -> collect(part, into));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(part -> collect(part, into));
        }
    }
}
