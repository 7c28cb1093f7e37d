package org.shieldwall.scenario;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A coordinated attack: a flow of steps, in one or more copies.
 *
 * @param actors who carries it out, together; a step may name one
 * @param copies names of the copies of {@code for-each}; empty where there is one nameless copy
 * @param inTurn each copy starts when the one before it has ended
 * @param begins time from the scenario's start to the first step, in seconds
 * @param steps of all copies, expanded
 */
public record Campaign(
        String name,
        List<String> actors,
        List<String> copies,
        boolean inTurn,
        Quantity begins,
        List<Step> steps,
        Presence presence) {

    /**
     * One step of one copy. Its path is {@code campaign.copy.step} or, without copies, {@code campaign.step}.
     *
     * @param copy null where the campaign has no copies
     * @param actor who does it
     * @param target on what
     * @param with account whose credential is used; null for none
     * @param after what must hold before it may start and while it goes on
     * @param unless what ends it when it comes true
     * @param notBefore local time in the scenario's zone; null for none
     * @param retryEvery pause before a further try after a failure or a loss, in seconds
     * @param retryAtMost tries in all (for a wave: waves)
     * @param repeat begins it anew after each success; null where one is enough
     */
    public record Step(
            String name,
            @Nullable String copy,
            String actor,
            String technique,
            Target target,
            @Nullable String with,
            Condition after,
            Condition unless,
            @Nullable LocalDateTime notBefore,
            Quantity retryEvery,
            int retryAtMost,
            @Nullable Repeat repeat) {

        /** One success is enough. */
        public Step(
                String name,
                @Nullable String copy,
                String actor,
                String technique,
                Target target,
                @Nullable String with,
                Condition after,
                Condition unless,
                @Nullable LocalDateTime notBefore,
                Quantity retryEvery,
                int retryAtMost) {
            this(name, copy, actor, technique, target, with, after, unless, notBefore, retryEvery, retryAtMost, null);
        }
    }

    /**
     * A step that goes on.
     *
     * @param every from a success to the next beginning, in seconds
     * @param until local time in the scenario's zone from which it does not begin anew
     */
    public record Repeat(Quantity every, LocalDateTime until) {}

    /**
     * On how many of which assets.
     *
     * @param mode how many are enough
     * @param group asset group or network; null where the step acts on what the step before it acted on
     * @param count for {@code COUNT}
     * @param acrossCopies the count is shared by all copies
     * @param untilCredential an {@code EACH_HELD} step succeeds with the first credential
     */
    public record Target(Mode mode, @Nullable String group, int count, boolean acrossCopies, boolean untilCredential) {}

    public enum Mode {
        /** One after the other, until one success. */
        ANY,
        /** On every asset of the group on which the actor holds a position, as it comes to hold them. */
        EACH_HELD,
        /** On every asset of the group; succeeds when all are decided and at least one succeeded. */
        ALL,
        /** On {@code count} assets of the group, chosen by lot. */
        COUNT
    }

    /** Conditions over steps. */
    public sealed interface Condition {}

    public record Always() implements Condition {}

    public record Not(Condition of) implements Condition {}

    public record AllOf(List<Condition> of) implements Condition {}

    public record AnyOf(List<Condition> of) implements Condition {}

    /** @param step path of a step */
    public record StepIs(String step, Outcome outcome) implements Condition {}

    public enum Outcome {
        /** It has succeeded, and what it gained is still held. */
        HELD,
        /** It has succeeded at least on one target. */
        FIRST_SUCCESS,
        /** It has used up its tries. */
        FAILED,
        /** It has succeeded or failed. */
        DONE
    }

    /**
     * Who attacks.
     *
     * @param skill 0 to 1
     * @param operators actions at once
     * @param rotation for each level of indicators: what it takes to replace a burnt build
     * @param notices probability to notice that a foothold was cut off or an attempt blocked
     * @param whenNoticed what it does then, beside changing its builds
     * @param hourCost euros per operator and hour of attempts
     * @param botnet what sends its floods; null for none
     */
    public record Actor(
            String name,
            Quantity skill,
            int operators,
            Set<String> arsenal,
            Map<Technique.Level, Rotation> rotation,
            Quantity notices,
            Alarm whenNoticed,
            Quantity hourCost,
            Flood.@Nullable Botnet botnet,
            Presence presence) {}

    /**
     * What an actor does when it notices that it was seen: it hides, or it strikes, or neither.
     *
     * @param hides probability to begin nothing for a while
     * @param hidesFor that while, in seconds
     * @param strikes probability to strike as soon as it can: without regard to the date, and without waiting for others
     */
    public record Alarm(Quantity hides, Quantity hidesFor, Quantity strikes) {}

    /**
     * How an actor changes one level of its build.
     *
     * @param time from suspicion to a new build, in seconds
     * @param every time between changes on schedule, in seconds; infinite for never
     * @param eachUse a new build for every use
     * @param cost euros per change
     */
    public record Rotation(Quantity time, Quantity every, boolean eachUse, Quantity cost) {}
}
