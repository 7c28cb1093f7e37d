package org.shieldwall.scenarios.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Campaign.Condition;
import org.shieldwall.scenario.Campaign.Outcome;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Later;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.Span;

/** The steps of a campaign in all its copies: expands them, finds what each condition names, and builds the records. */
final class CampaignFlow {
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "held",
            Outcome.HELD,
            "first-success",
            Outcome.FIRST_SUCCESS,
            "failed",
            Outcome.FAILED,
            "done",
            Outcome.DONE);
    private static final String SUCCESS = "success";

    private static final int MOST_STEPS = 10_000;
    /** A target is inherited over at most so many steps. */
    private static final int LONGEST_CHAIN = 500;

    private final Entity campaign;
    private final List<String> copies;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    /** What each name means; a name is read anew for each copy, so that it belongs to one step. */
    private final Map<ConditionText.Named, Optional<Step>> meant = new IdentityHashMap<>();

    /** One step of one copy. */
    record Step(String path, Node.Scalar name, @Nullable String copy, Block block) {}

    /** A step found by a condition. Outcome null stands for {@code success}: done, and not failed. */
    private record Found(Step step, @Nullable Outcome outcome) {}

    private CampaignFlow(Entity campaign, List<String> copies) {
        this.campaign = campaign;
        this.copies = copies;
    }

    /** Reads the steps once for each copy. */
    static CampaignFlow read(Entity campaign, Problems problems) {
        Block block = campaign.block();
        Map<String, Named<List<Node.Scalar>>> forEach = block.find(Campaigns.FOR_EACH);
        Later<Map<String, Named<Block>>> steps = block.find(Campaigns.STEPS);
        if (forEach != null && forEach.size() != 1) {
            problems.add(Problem.error(
                    block.span(Campaigns.FOR_EACH), "`for-each` has one variable", "write {grid: [west, south]}"));
        }
        if (forEach == null || forEach.isEmpty()) {
            CampaignFlow flow = new CampaignFlow(campaign, List.of());
            flow.add(null, steps == null ? null : steps.read(), problems, block);
            return flow;
        }
        Named<List<Node.Scalar>> variable = forEach.values().iterator().next();
        List<String> copies =
                variable.value().stream().map(Node.Scalar::text).distinct().toList();
        CampaignFlow flow = new CampaignFlow(campaign, copies);
        for (String copy : copies) {
            if (problems.haveErrorAt(campaign.name().span())) {
                break;
            }
            flow.add(copy, steps == null ? null : steps.read(variable.name().text(), copy), problems, block);
        }
        return flow;
    }

    private void add(@Nullable String copy, @Nullable Map<String, Named<Block>> read, Problems problems, Block block) {
        if (read == null) {
            return;
        }
        if (read.isEmpty() && block.isWritten(Campaigns.STEPS)) {
            problems.add(Problem.error(block.span(Campaigns.STEPS), "a campaign needs at least one step", "empty"));
        }
        if (steps.size() + read.size() > MOST_STEPS) {
            if (!problems.haveErrorAt(campaign.name().span())) {
                problems.add(Problem.error(
                        campaign.name().span(), "this campaign has too many steps", "at most " + MOST_STEPS));
            }
            return;
        }
        read.forEach((name, named) -> {
            String path = path(copy, name);
            steps.put(path, new Step(path, named.name(), copy, named.value()));
        });
    }

    private String path(@Nullable String copy, String step) {
        return campaign.name().text() + "." + (copy == null ? "" : copy + ".") + step;
    }

    Entity campaign() {
        return campaign;
    }

    /** False where its steps are mistaken as a whole: who names one of them makes no mistake of his own. */
    boolean isWhole() {
        return campaign.block().find(Campaigns.STEPS) != null;
    }

    /** Empty where there is one nameless copy. */
    List<String> copies() {
        return copies;
    }

    boolean owns(String path) {
        return path.startsWith(campaign.name().text() + ".");
    }

    Set<String> paths() {
        return steps.keySet();
    }

    /** Paths that name steps of all copies at once: {@code campaign.step}. */
    Set<String> familyPaths() {
        Set<String> result = new TreeSet<>();
        steps.values().forEach(step -> result.add(path(null, step.name().text())));
        return result;
    }

    /** Whether any of some names means a step: its path, its path without the copy, its campaign or its actor. */
    boolean isNamed(Step step, Set<String> names) {
        Ref actor = actor(step);
        return names.contains(step.path())
                || names.contains(path(null, step.name().text()))
                || names.contains(campaign.name().text())
                || (actor != null && names.contains(actor.name()));
    }

    Iterable<Step> steps() {
        return steps.values();
    }

    // ---- checks

    void check(Draft draft, Session session) {
        Problems problems = session.problems();
        if (!isWhole()) {
            session.doubt(Kind.TECHNIQUE);
            session.doubt(Kind.ACCOUNT);
        }
        checkActors(problems);
        for (Step step : steps.values()) {
            checkStep(step, draft, session);
        }
        new StepOrder(this, problems).check();
    }

    private void checkActors(Problems problems) {
        Block block = campaign.block();
        boolean one = block.isWritten(Campaigns.ACTOR);
        boolean many = block.isWritten(Campaigns.ACTORS);
        if (!one && !many) {
            problems.add(
                    Problem.error(campaign.name().span(), "`actor` is missing", "a campaign needs it, or `actors`"));
        }
        if (one && many) {
            problems.add(notBoth(
                    "a campaign has `actor` or `actors`, not both",
                    block.span(Campaigns.ACTOR),
                    block.span(Campaigns.ACTORS)));
        }
        if (Boolean.TRUE.equals(block.find(Campaigns.IN_TURN)) && copies.size() < 2) {
            problems.add(
                    Problem.warning(block.span(Campaigns.IN_TURN), "`in-turn` says nothing here", "there is one copy"));
        }
    }

    private static Problem notBoth(String message, Span one, Span two) {
        boolean inOrder = one.compareTo(two) < 0;
        return Problem.error(inOrder ? two : one, message, "the second").seeing(inOrder ? one : two, "the first");
    }

    private void checkStep(Step step, Draft draft, Session session) {
        Problems problems = session.problems();
        Block block = step.block();
        boolean on = block.isWritten(Campaigns.ON);
        boolean to = block.isWritten(Campaigns.TO);
        if (!on && !to) {
            problems.add(Problem.error(step.name().span(), "`on` is missing", "a step needs it, or `to`"));
        }
        if (on && to) {
            problems.add(
                    notBoth("a step has `on` or `to`, not both", block.span(Campaigns.ON), block.span(Campaigns.TO)));
        }
        for (ConditionText condition : conditions(step)) {
            condition.names().forEach(named -> find(step, named, problems));
        }
        TargetText target = block.find(Campaigns.ON);
        if (target != null && target.mode() == Campaign.Mode.COUNT && target.group() == null && group(step) == null) {
            problems.add(Problem.error(
                    target.span(), "of which assets is not said", "write of: …, or name the step before it in `when`"));
        }
        if (target != null && target.acrossCopies() && copies.isEmpty()) {
            problems.add(Problem.warning(target.span(), "`across-copies` says nothing here", "there is one copy"));
        }
        if (block.isWritten(Campaigns.REPEAT) && target != null && target.mode() != Campaign.Mode.ANY) {
            problems.add(Problem.error(
                            block.span(Campaigns.REPEAT), "`repeat` belongs to steps on `any`", "this step is not one")
                    .seeing(target.span(), "its targets"));
        }
        checkTechnique(step, draft, session);
    }

    private void checkTechnique(Step step, Draft draft, Session session) {
        Problems problems = session.problems();
        Block block = step.block();
        Ref technique = block.find(Campaigns.DO);
        Entity known = technique == null ? null : draft.techniques().get(technique.name());
        if (technique == null || known == null) {
            return;
        }
        Block requires = known.block().find(Techniques.REQUIRES);
        boolean needsCredential = requires != null && Boolean.TRUE.equals(requires.find(Techniques.NEEDS_CREDENTIAL));
        if (needsCredential && !block.isWritten(Campaigns.WITH)) {
            session.doubt(Kind.ACCOUNT);
            problems.add(Problem.error(
                    step.name().span(),
                    "`" + technique.name() + "` needs a credential",
                    "write with: and the name of an account"));
        }
        if (!needsCredential && block.isWritten(Campaigns.WITH)) {
            problems.add(Problem.warning(
                    block.span(Campaigns.WITH), "`" + technique.name() + "` uses no credential", "never used"));
        }
        Ref actor = actor(step);
        Entity attacker = actor == null ? null : draft.actors().get(actor.name());
        if (attacker != null
                && known.block().isWritten(Floods.FLOOD)
                && !attacker.block().isWritten(Floods.BOTNET)) {
            problems.add(Problem.error(
                            technique.span(),
                            "`" + technique.name() + "` needs machines that send",
                            "`" + attacker.name().text() + "` has no botnet")
                    .seeing(attacker.name().span(), "the actor"));
        }
        List<Ref> arsenal = attacker == null ? null : attacker.block().find(Actors.ARSENAL);
        if (attacker != null
                && arsenal != null
                && arsenal.stream().noneMatch(ref -> ref.name().equals(technique.name()))) {
            problems.add(Problem.error(
                            technique.span(),
                            "`" + attacker.name().text() + "` does not have `" + technique.name() + "`",
                            "not in its arsenal")
                    .seeing(attacker.block().span(Actors.ARSENAL), "its arsenal"));
        }
    }

    /** Conditions that must come true for the step to start. */
    List<ConditionText> conditions(Step step) {
        List<ConditionText> result = needed(step);
        ConditionText unless = step.block().find(Campaigns.UNLESS);
        if (unless != null) {
            result = new ArrayList<>(result);
            result.add(unless);
        }
        return result;
    }

    /** {@code after} and {@code when}. */
    List<ConditionText> needed(Step step) {
        List<ConditionText> result = new ArrayList<>();
        ConditionText after = step.block().find(Campaigns.AFTER);
        ConditionText when = step.block().find(Campaigns.WHEN);
        if (after != null) {
            result.add(after);
        }
        if (when != null) {
            result.add(when);
        }
        return result;
    }

    /** The step that a name in a condition means; null where there is none. */
    @Nullable
    Step named(Step from, ConditionText.Named named) {
        return meant.computeIfAbsent(named, unused -> {
                    Found found = find(from, named, null);
                    return Optional.ofNullable(found == null ? null : found.step());
                })
                .orElse(null);
    }

    private @Nullable Found find(Step from, ConditionText.Named named, @Nullable Problems problems) {
        String[] parts = named.text().split("\\.", -1);
        String copy = from.copy();
        int next = 0;
        if (parts.length > 1 && copies.contains(parts[0]) && steps.containsKey(path(parts[0], parts[1]))) {
            copy = parts[0];
            next = 1;
        }
        Step step = steps.get(path(copy, parts[next]));
        if (step == null) {
            if (problems != null && !problems.haveErrorAt(named.span())) {
                problems.add(unknownStep(named, parts));
            }
            return null;
        }
        if (next + 1 == parts.length) {
            return new Found(step, Outcome.HELD);
        }
        String word = parts[next + 1];
        if (next + 2 == parts.length && (OUTCOMES.containsKey(word) || word.equals(SUCCESS))) {
            return new Found(step, OUTCOMES.get(word));
        }
        if (problems != null && !problems.haveErrorAt(named.span())) {
            Set<String> words = new TreeSet<>(OUTCOMES.keySet());
            words.add(SUCCESS);
            String nearest = Nearest.to(word, words);
            problems.add(Problem.error(
                            named.span(),
                            "`" + word + "` is not an outcome of a step",
                            nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                    .note("outcomes: " + String.join(", ", words)));
        }
        return null;
    }

    private Problem unknownStep(ConditionText.Named named, String[] parts) {
        Set<String> known = new TreeSet<>();
        steps.values().forEach(step -> known.add(step.name().text()));
        boolean withCopy = parts.length > 1 && copies.contains(parts[0]);
        String written = withCopy ? parts[1] : parts[0];
        Problem problem = Problem.error(named.span(), "no step is called `" + written + "`", "unknown");
        String nearest = Nearest.to(written, known);
        if (nearest == null) {
            return problem.note(
                    copies.isEmpty()
                            ? "steps: " + String.join(", ", known)
                            : "steps: " + String.join(", ", known) + "; copies: " + String.join(", ", copies));
        }
        Span span = steps.values().stream()
                .filter(step -> step.name().text().equals(nearest))
                .map(step -> step.name().span())
                .findFirst()
                .orElse(named.span());
        return problem.note("nearest: `" + nearest + "`").seeing(span, "which is defined here");
    }

    // ---- records

    private @Nullable Ref actor(Step step) {
        Ref own = step.block().find(Campaigns.STEP_ACTOR);
        if (own != null) {
            return own;
        }
        Ref one = campaign.block().find(Campaigns.ACTOR);
        if (one != null) {
            return one;
        }
        List<Ref> many = campaign.block().find(Campaigns.ACTORS);
        return many == null || many.isEmpty() ? null : many.get(0);
    }

    /** Where a step acts: as written, or where the step acts that its condition names; null where neither is said. */
    @Nullable
    String group(Step step) {
        return group(step, new LinkedHashSet<>());
    }

    private @Nullable String group(Step step, Set<String> seen) {
        if (!seen.add(step.path()) || seen.size() > LONGEST_CHAIN) {
            return null;
        }
        Ref network = step.block().find(Campaigns.TO);
        if (network != null) {
            return network.name();
        }
        TargetText target = step.block().find(Campaigns.ON);
        if (target == null) {
            return null;
        }
        Ref group = target.group();
        if (group != null) {
            return group.name();
        }
        List<ConditionText> conditions = new ArrayList<>(needed(step));
        Collections.reverse(conditions);
        for (ConditionText condition : conditions) {
            for (ConditionText.Named named : condition.names()) {
                Step before = named(step, named);
                String found = before == null ? null : group(before, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    Campaign build() {
        Block block = campaign.block();
        Ref actor = block.find(Campaigns.ACTOR);
        List<Ref> actors = block.find(Campaigns.ACTORS);
        List<Campaign.Step> built = new ArrayList<>();
        for (Step step : steps.values()) {
            built.add(build(step));
        }
        return new Campaign(
                campaign.name().text(),
                actor != null
                        ? List.of(actor.name())
                        : (actors == null ? List.<Ref>of() : actors)
                                .stream().map(Ref::name).toList(),
                copies,
                block.get(Campaigns.IN_TURN),
                block.get(Campaigns.BEGINS),
                List.copyOf(built),
                Presence.ALWAYS);
    }

    private Campaign.Step build(Step step) {
        Block block = step.block();
        Ref actor = actor(step);
        Ref with = block.find(Campaigns.WITH);
        ConditionText unless = block.find(Campaigns.UNLESS);
        List<ConditionText> needed = needed(step);
        Condition after = needed.isEmpty()
                ? new Campaign.Always()
                : meaning(step, needed.size() == 1 ? needed.get(0) : new ConditionText.All(needed));
        Quantity every = block.get(Campaigns.RETRY).get(Campaigns.EVERY);
        return new Campaign.Step(
                step.name().text(),
                step.copy(),
                actor == null ? "" : actor.name(),
                block.get(Campaigns.DO).name(),
                target(step),
                with == null ? null : with.name(),
                after,
                unless == null ? new Campaign.Not(new Campaign.Always()) : meaning(step, unless),
                block.find(Campaigns.NOT_BEFORE),
                every,
                block.get(Campaigns.RETRY).get(Campaigns.AT_MOST),
                repeat(block.find(Campaigns.REPEAT)));
    }

    private static Campaign.@Nullable Repeat repeat(@Nullable Block block) {
        return block == null
                ? null
                : new Campaign.Repeat(block.get(Campaigns.REPEAT_EVERY), block.get(Campaigns.REPEAT_UNTIL));
    }

    private Campaign.Target target(Step step) {
        TargetText text = step.block().find(Campaigns.ON);
        return text == null
                ? new Campaign.Target(Campaign.Mode.ANY, group(step), 0, false, false)
                : new Campaign.Target(
                        text.mode(), group(step), text.count(), text.acrossCopies(), text.untilCredential());
    }

    private Condition meaning(Step from, ConditionText text) {
        if (text instanceof ConditionText.Named named) {
            Found found = find(from, named, null);
            if (found == null) {
                throw new IllegalStateException("The condition (" + named.text() + ") names no step.");
            }
            String path = found.step().path();
            Outcome outcome = found.outcome();
            return outcome != null
                    ? new Campaign.StepIs(path, outcome)
                    : new Campaign.AllOf(List.of(
                            new Campaign.StepIs(path, Outcome.DONE),
                            new Campaign.Not(new Campaign.StepIs(path, Outcome.FAILED))));
        }
        if (text instanceof ConditionText.All all) {
            return new Campaign.AllOf(meanings(from, all.of()));
        }
        if (text instanceof ConditionText.Any any) {
            return new Campaign.AnyOf(meanings(from, any.of()));
        }
        return new Campaign.Not(new Campaign.AnyOf(meanings(from, ((ConditionText.None) text).of())));
    }

    private List<Condition> meanings(Step from, List<ConditionText> texts) {
        List<Condition> result = new ArrayList<>();
        for (ConditionText text : texts) {
            result.add(meaning(from, text));
        }
        return List.copyOf(result);
    }
}
