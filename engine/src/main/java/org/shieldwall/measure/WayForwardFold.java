package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * Whether each campaign reached what it was made for and, where it did not, what broke its last way forward.
 *
 * <p>A step is broken for good at its last loss or failure after which it never succeeded again; a step that only waits is
 * broken when what it waits for is. Where all of several steps are needed, the first that was broken for good decides;
 * where one of several is enough, the last. What broke it is the defender's action to which the fact's triggers lead. A
 * campaign that nothing broke used up its tries or ran out of time. Exactly one column of a campaign is 1 in each run.
 */
final class WayForwardFold implements Fold {
    private static final long NEVER = Long.MAX_VALUE;

    /** Longer chains of causes do not occur between an action of defence and a step that it broke. */
    private static final int MOST_CAUSES = 64;

    /** What may break a way, in the order of the columns. */
    private enum Cause {
        ISOLATION(Form.BROKEN_BY_ISOLATION),
        SEPARATION(Form.BROKEN_BY_SEPARATION),
        CREDENTIAL_RESET(Form.BROKEN_BY_CREDENTIAL_RESET),
        CLEAN_UP(Form.BROKEN_BY_CLEAN_UP),
        SHARED_INDICATOR(Form.BROKEN_BY_SHARED_INDICATOR),
        OWN_INDICATOR(Form.BROKEN_BY_OWN_INDICATOR),
        TRIES_USED_UP(Form.BROKEN_BY_TRIES_USED_UP),
        OUT_OF_TIME(Form.BROKEN_BY_OUT_OF_TIME);

        private final Form form;

        Cause(Form form) {
            this.form = form;
        }
    }

    private static final Cause[] CAUSES = Cause.values();

    /** What a step waits for: an outcome of one step, or some of several parts. What is denied hinders nobody's way. */
    private record Need(boolean any, int step, Campaign.Outcome outcome, List<Need> of) {}

    private final World world;
    private final Need[] after;

    // [step]
    private final boolean[] held;
    private final boolean[] succeededOnce;
    private final boolean[] failed;
    private final long[] brokenAt;
    private final Cause[] brokenBy;
    // [campaign]
    private final long[] gaveUpAt;
    // [asset], [network]; NEVER where it is not cut off
    private final long[] isolatedAt;
    private final long[] separatedAt;

    private Cause found = Cause.OUT_OF_TIME;

    WayForwardFold(World world) {
        this.world = world;
        int steps = world.stepCount();
        held = new boolean[steps];
        succeededOnce = new boolean[steps];
        failed = new boolean[steps];
        brokenAt = new long[steps];
        brokenBy = new Cause[steps];
        gaveUpAt = new long[world.campaignCount()];
        isolatedAt = new long[world.assetCount()];
        separatedAt = new long[world.networkCount()];
        after = new Need[steps];
        for (Campaign campaign : world.scenario().campaigns()) {
            for (Campaign.Step step : campaign.steps()) {
                String copy = step.copy() == null ? "" : step.copy() + ".";
                after[indexOf(campaign.name() + "." + copy + step.name())] = need(step.after());
            }
        }
    }

    private int indexOf(String path) {
        for (int step = 0; step < held.length; step++) {
            if (world.entities()
                    .name(world.entities().entity(EntityKind.STEP, step))
                    .equals(path)) {
                return step;
            }
        }
        throw new IllegalArgumentException("There is no step `%s`.".formatted(path));
    }

    private Need need(Campaign.Condition condition) {
        if (condition instanceof Campaign.StepIs is) {
            return new Need(false, indexOf(is.step()), is.outcome(), List.of());
        }
        List<Need> of = new ArrayList<>();
        if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(part -> of.add(need(part)));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(part -> of.add(need(part)));
        }
        return new Need(condition instanceof Campaign.AnyOf, -1, Campaign.Outcome.HELD, List.copyOf(of));
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int campaign = 0; campaign < gaveUpAt.length; campaign++) {
            String name = world.entities().name(world.entities().entity(EntityKind.CAMPAIGN, campaign));
            columns.add(Form.GOAL_REACHED.column(name));
            for (Cause cause : CAUSES) {
                columns.add(cause.form.column(name));
            }
        }
        return columns;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(
                FactKind.STEP_FIRST_SUCCESS,
                FactKind.STEP_SUCCEEDED,
                FactKind.STEP_LOST,
                FactKind.STEP_FAILED,
                FactKind.CAMPAIGN_GAVE_UP,
                FactKind.ATTEMPT_STARTED,
                FactKind.ASSET_ISOLATED,
                FactKind.ASSET_RECONNECTED,
                FactKind.NETWORK_SEPARATED,
                FactKind.NETWORK_RECONNECTED);
    }

    @Override
    public void begin() {
        Arrays.fill(held, false);
        Arrays.fill(succeededOnce, false);
        Arrays.fill(failed, false);
        Arrays.fill(brokenAt, NEVER);
        Arrays.fill(brokenBy, Cause.OUT_OF_TIME);
        Arrays.fill(gaveUpAt, NEVER);
        Arrays.fill(isolatedAt, NEVER);
        Arrays.fill(separatedAt, NEVER);
    }

    @Override
    public void take(FactLog facts, int fact) {
        switch (facts.kind(fact)) {
            case STEP_FIRST_SUCCESS -> succeededOnce[step(facts, fact)] = true;
            case STEP_SUCCEEDED -> {
                held[step(facts, fact)] = true;
                brokenAt[step(facts, fact)] = NEVER;
            }
            case STEP_LOST, STEP_FAILED -> {
                held[step(facts, fact)] = false;
                failed[step(facts, fact)] = facts.kind(fact) == FactKind.STEP_FAILED;
                brokenAt[step(facts, fact)] = facts.time(fact);
                brokenBy[step(facts, fact)] = cause(facts, fact);
            }
            case CAMPAIGN_GAVE_UP ->
                gaveUpAt[world.entities().index(EntityKind.CAMPAIGN, facts.who(fact))] = facts.time(fact);
            case ATTEMPT_STARTED -> gaveUpAt[world.step(step(facts, fact)).campaign()] = NEVER;
            case ASSET_ISOLATED -> isolatedAt[asset(facts, fact)] = facts.time(fact);
            case ASSET_RECONNECTED -> isolatedAt[asset(facts, fact)] = NEVER;
            case NETWORK_SEPARATED -> separatedAt[network(facts, fact)] = facts.time(fact);
            default -> separatedAt[network(facts, fact)] = NEVER;
        }
    }

    private int step(FactLog facts, int fact) {
        return world.entities().index(EntityKind.STEP, facts.who(fact));
    }

    private int asset(FactLog facts, int fact) {
        return world.entities().index(EntityKind.ASSET, facts.whom(fact));
    }

    private int network(FactLog facts, int fact) {
        return world.entities().index(EntityKind.NETWORK, facts.whom(fact));
    }

    /** The nearest action of defence among the causes of a fact. */
    private static Cause cause(FactLog facts, int fact) {
        int at = fact;
        for (int i = 0; i < MOST_CAUSES && at >= 0; i++) {
            switch (facts.kind(at)) {
                case ASSET_ISOLATED -> {
                    return Cause.ISOLATION;
                }
                case NETWORK_SEPARATED -> {
                    return Cause.SEPARATION;
                }
                case CREDENTIALS_RESET -> {
                    return Cause.CREDENTIAL_RESET;
                }
                case ASSET_REBUILT, ASSET_RESTORED -> {
                    return Cause.CLEAN_UP;
                }
                case ATTEMPT_BLOCKED, COMMAND_CHANNEL_BLOCKED -> {
                    return indicator(facts, at);
                }
                case ATTEMPT_FAILED -> {
                    return Cause.TRIES_USED_UP;
                }
                default -> at = facts.trigger(at);
            }
        }
        return Cause.TRIES_USED_UP;
    }

    /** Where the indicator that blocked came from: it stands among the conditions or is what triggered the block. */
    private static Cause indicator(FactLog facts, int block) {
        for (int i = 0; i <= facts.conditionCount(block); i++) {
            int given = i < facts.conditionCount(block) ? facts.condition(block, i) : facts.trigger(block);
            if (given >= 0 && facts.kind(given) == FactKind.INDICATOR_DEPLOYED) {
                int source = facts.trigger(given);
                boolean shared = source >= 0 && facts.kind(source) == FactKind.INDICATOR_RECEIVED;
                return shared ? Cause.SHARED_INDICATOR : Cause.OWN_INDICATOR;
            }
        }
        return Cause.OWN_INDICATOR;
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (int campaign = 0; campaign < gaveUpAt.length; campaign++) {
            Arrays.fill(values, column, column + 1 + CAUSES.length, 0);
            int place = ending(campaign);
            values[column + place] = 1;
            column += 1 + CAUSES.length;
        }
    }

    /** 0 where the goal was reached, else 1 and the ordinal of what broke the last of its ways. */
    private int ending(int campaign) {
        long last = -1;
        Cause by = Cause.OUT_OF_TIME;
        for (int goal : world.campaign(campaign).goals()) {
            if (succeededOnce[goal]) {
                return 0;
            }
            long broken = broken(goal, Campaign.Outcome.FIRST_SUCCESS, 0);
            if (broken > last) {
                last = broken;
                by = found;
            }
        }
        if (last == NEVER && gaveUpAt[campaign] != NEVER) {
            by = Cause.TRIES_USED_UP;
        }
        return 1 + by.ordinal();
    }

    /** Since when a step was out of reach for good, with {@link #found} as what did it; NEVER where nothing did. */
    private long broken(int step, Campaign.Outcome outcome, int depth) {
        boolean is =
                switch (outcome) {
                    case HELD -> held[step];
                    case FIRST_SUCCESS -> succeededOnce[step];
                    case DONE -> held[step] || failed[step];
                    // Who waits for a failure is not held up by it.
                    case FAILED -> true;
                };
        if (is || depth > held.length) {
            found = Cause.OUT_OF_TIME;
            return NEVER;
        }
        if (brokenAt[step] != NEVER) {
            found = brokenBy[step];
            return brokenAt[step];
        }
        long condition = broken(after[step], depth);
        return condition == NEVER ? cutOff(step) : condition;
    }

    private long broken(Need need, int depth) {
        if (need.step() >= 0) {
            return broken(need.step(), need.outcome(), depth + 1);
        }
        long decides = need.any() && !need.of().isEmpty() ? -1 : NEVER;
        Cause by = Cause.OUT_OF_TIME;
        for (int i = 0; i < need.of().size(); i++) {
            long part = broken(need.of().get(i), depth);
            if (need.any() ? part > decides : part < decides) {
                decides = part;
                by = found;
            }
        }
        found = by;
        return decides;
    }

    /** A step whose conditions hold, but of whose targets none is left that is not cut off. */
    private long cutOff(int step) {
        Rows.StepRow row = world.step(step);
        long last = -1;
        Cause by = Cause.OUT_OF_TIME;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            long isolated = isolatedAt[target];
            long separated = separatedAt[world.networkOf(target)];
            long since = Math.min(isolated, separated);
            if (since > last) {
                last = since;
                by = isolated <= separated ? Cause.ISOLATION : Cause.SEPARATION;
            }
        }
        boolean all = last >= 0 && last != NEVER;
        found = all ? by : Cause.OUT_OF_TIME;
        return all ? last : NEVER;
    }
}
