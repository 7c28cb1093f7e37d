package org.shieldwall.run;

import org.shieldwall.attack.Attack;
import org.shieldwall.cooperation.Cooperation;
import org.shieldwall.defence.Defence;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.CalendarQueue;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.service.Services;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Everything mutable of one replication, and the loop over its instants.
 *
 * <p>An instant is (i) the commands of this time; (ii) its events in the order of scheduling, after each the agenda to its
 * end; (iii) nothing left: services settle. Repeated while anything is left at this time; {@value #MOST_ROUNDS} rounds, or
 * more events than a million and ten for each asset, are an error that names the loop.
 */
final class Run implements Part<Run> {
    private static final int MOST_ROUNDS = 1000;
    /** Of one instant; beside them, ten for each asset. */
    private static final long MOST_EVENTS = 1_000_000;

    private static final long RUN_KEY = Dice.key("RUN");

    private final World world;
    private final CalendarQueue queue = new CalendarQueue();
    private final CommandList commands = new CommandList();
    private final Agenda agenda = new Agenda();
    private final FactLog facts = new FactLog();
    private final State state;
    private final Attack attack;
    private final Defence defence;
    private final Cooperation cooperation;
    private final Services services;

    private long seed;
    private long replication;
    private long events;
    private long finishedUntil;
    private boolean ended;

    Run(World world) {
        this.world = world;
        state = new State(world, facts, agenda, queue, Reaction.table());
        attack = new Attack(state);
        defence = new Defence(state);
        cooperation = new Cooperation(state);
        services = new Services(state);
    }

    FactLog facts() {
        return facts;
    }

    State state() {
        return state;
    }

    /** All instants up to and including this time are finished. */
    long now() {
        return finishedUntil;
    }

    CommandList commands() {
        return commands;
    }

    long events() {
        return events;
    }

    /** Begins a replication: levers stand before the first instant. */
    void begin(boolean[] leversOn, long ofSeed, long ofReplication) {
        reset();
        seed = ofSeed;
        replication = ofReplication;
        state.runKey(Dice.runKey(seed, replication, 0));
        state.begin(leversOn);
        int started =
                state.happen(FactKind.RUN_STARTED, -1, -1, Dice.runKey(seed, replication, 0), RUN_KEY, FactSink.NONE);
        state.levers().name(started);
        services.start();
        defence.start();
        attack.start();
        finishInstant();
    }

    /** Draws from now on by another branch of luck; what was drawn or scheduled stays. */
    void branch(long branch) {
        state.branchKey(Dice.runKey(seed, replication, branch));
    }

    /** Processes every instant up to and including a time. */
    void advanceTo(long time) {
        long last = Math.min(time, world.horizon());
        long next = nextInstant();
        while (next <= last) {
            facts.now(next);
            finishInstant();
            next = nextInstant();
        }
        if (!ended && time >= world.horizon()) {
            facts.now(world.horizon());
            state.happen(FactKind.RUN_ENDED, -1, -1, 0, RUN_KEY, FactSink.NONE);
            ended = true;
        }
        finishedUntil = Math.max(finishedUntil, Math.min(time, world.horizon()));
    }

    /** Time of the next instant, or {@link Clock#NEVER}. */
    long nextInstant() {
        return ended ? Clock.NEVER : Math.min(queue.peekTime(), commands.nextTime());
    }

    boolean ended() {
        return ended;
    }

    /** Runs what is due now to the end of the instant. */
    private void finishInstant() {
        long now = facts.now();
        while (commands.nextTime() == now) {
            int command = commands.take();
            commands.becomes(command, Commands.carryOut(state, commands.order(command), commands.entity(command)));
        }
        long last = events + MOST_EVENTS + 10L * world.assetCount();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            react();
            while (queue.pollAt(now)) {
                if (++events > last) {
                    throw new IllegalStateException(
                            "At %d ns the instant does not end after %d events; last: %s. Maybe something that takes no time begins again at once."
                                    .formatted(now, MOST_EVENTS + 10L * world.assetCount(), lastFact()));
                }
                dispatch(queue.kind(), queue.a(), queue.b(), queue.cause());
                react();
            }
            if (state.traffic().unsettled()) {
                state.floods().settle();
                continue;
            }
            if (!state.levels().unsettled()) {
                return;
            }
            services.settle();
        }
        throw new IllegalStateException("At %d ns the instant does not end after %d rounds; last: %s."
                .formatted(now, MOST_ROUNDS, facts.size() == 0 ? "nothing" : lastFact()));
    }

    private String lastFact() {
        int last = facts.size() - 1;
        int who = facts.who(last);
        return facts.kind(last).label()
                + (who < 0 ? "" : " by " + world.entities().name(who));
    }

    private void react() {
        int rounds = 0;
        while (true) {
            while (agenda.poll()) {
                react(Reaction.of(agenda.reaction()), agenda.fact());
            }
            if (!attack.needsReview()) {
                return;
            }
            if (++rounds > MOST_ROUNDS) {
                throw new IllegalStateException(
                        "At %d ns a campaign goes round in circles; last: %s.".formatted(facts.now(), lastFact()));
            }
            attack.review();
        }
    }

    private void react(Reaction reaction, int fact) {
        switch (reaction) {
            case ATTACK_LOOKS -> attack.look(fact);
            case ATTACK_LOOKS_AROUND -> attack.lookAround(fact);
            case ATTACK_MAY_NOTICE -> attack.mayNotice(fact);
            case ATTACK_LEARNS_OF_LEAK -> attack.learnsOfLeak(fact);
            case ATTACK_HAS_CREDENTIAL -> attack.credentialStolen(fact);
            case SENSORS_SEE_START -> defence.attemptStarted(fact);
            case SENSORS_SEE_END -> defence.attemptEnded(fact);
            case SENSORS_WATCH_FOOTHOLD -> defence.accessGranted(fact);
            case SENSORS_LOSE_FOOTHOLD -> defence.accessLost(fact);
            case SENSORS_KNOW_MORE -> defence.knowledgeChanged();
            case FALSE_ONE_IS_DEPLOYED -> defence.indicatorDeployed(fact);
            case MEMBER_RECEIVES -> defence.indicatorReceived(fact);
            case COMMUNITY_HEARS -> cooperation.indicatorExtracted(fact);
            case PARTNERS_JUDGE -> cooperation.partnersJudge(fact);
            case CREWS_SEE_DAMAGE -> services.assetDamaged(fact);
            case CREWS_SEE_IT_OFF -> services.assetSwitchedOff(fact);
            case CREWS_ARE_TOLD -> services.assetSuspected(fact);
            case CREWS_BEGIN_AFRESH -> services.assetRebuilt(fact);
            case CAUTIOUS_ARE_WARNED -> defence.warned(fact);
            case ASSET_IS_MENDED -> services.assetMended(fact);
            case ATTACK_LOSES_SOURCES -> attack.sourcesLost(fact);
            case SENSORS_WATCH_FLOOD -> defence.floodStarted(fact);
            case SENSORS_LOSE_FLOOD -> defence.floodEnded(fact);
            case USERS_FEEL_DELIVERY -> defence.deliveryChanged(fact);
            case VICTIM_HAS_QUIET -> defence.quiet(fact);
            case LEVERS_CHANGED -> {
                attack.leversChanged(fact);
                defence.leversChanged(fact);
                cooperation.leversChanged();
                services.leversChanged(fact);
            }
        }
    }

    private void dispatch(int kind, int a, int b, int cause) {
        switch (kind) {
            case EventCode.CAMPAIGN_BEGINS -> attack.campaignBegins(a, cause);
            case EventCode.STEP_DUE -> attack.stepDue(cause);
            case EventCode.ATTEMPT_ENDS -> attack.attemptEnds(a);
            case EventCode.STEP_RETRIES -> attack.stepRetries(a, b, cause);
            case EventCode.BUILD_ROTATES -> attack.buildRotates(a, b, cause);
            case EventCode.BUILD_ROTATES_ON_SCHEDULE -> attack.buildRotatesOnSchedule(a, b, cause);
            case EventCode.DAMAGE_PASSES -> attack.damagePasses(a, b, cause);
            case EventCode.FLOOD_ENDS -> attack.floodEnds(a, b, cause);
            case EventCode.HIRE_ENDS -> attack.hireEnds(a, cause);
            case EventCode.SOURCES_REBUILT -> attack.sourcesRebuilt(a, b, cause);
            case EventCode.STEP_REPEATS -> attack.stepRepeats(a, cause);
            case EventCode.FLOOD_DECISION_FALLS -> defence.floodDecisionFalls(a, b, cause);
            case EventCode.FLOOD_ACTION_ENDS -> defence.floodActionEnds(a, b);
            case EventCode.FLOOD_WAIT_ENDS -> defence.floodWaitEnds(a, b);
            case EventCode.LINE_IS_WIDER -> defence.lineIsWider(a, b, cause);
            case EventCode.SOURCES_GO_OFF -> defence.sourcesGoOff(a, b, cause);
            case EventCode.FILTERS_ARE_LIFTED -> defence.filtersAreLifted(a, b, cause);
            case EventCode.ACTOR_COMES_OUT -> attack.actorComesOut(cause);
            case EventCode.FALSE_ALERT -> defence.falseAlert(a, b);
            case EventCode.EVIDENCE_SEEN -> defence.evidenceSeen(a);
            case EventCode.ALERT_ARRIVES -> defence.alertArrives(a);
            case EventCode.WORK_ENDS -> defence.workEnds(a);
            case EventCode.ANALYSTS_SHIFT -> defence.analystsShift(a, b);
            case EventCode.ALERT_EXPIRES -> defence.alertExpires(a);
            case EventCode.DECISION_FALLS -> defence.decisionFalls(a, b, cause);
            case EventCode.ACTION_ENDS -> defence.actionEnds(a, b);
            case EventCode.ANALYSIS_ENDS -> defence.analysisEnds(a, b, cause);
            case EventCode.DEPLOYMENT_ENDS -> defence.deploymentEnds(a, b, cause);
            case EventCode.CAUTION_DECIDED -> defence.cautionDecided(a, b, cause);
            case EventCode.CAUTION_ENDS -> defence.cautionEnds(a, b, cause);
            case EventCode.DUTY_HOURS -> defence.dutyHours(a, b);
            case EventCode.PUBLICATION -> cooperation.publication(a, cause);
            case EventCode.HUB_ENDS -> cooperation.hubEnds(a, b, cause);
            case EventCode.DELIVERY -> cooperation.delivery(a, cause);
            case EventCode.FALSE_INDICATOR_ALERT -> defence.falseIndicatorAlert(a);
            case EventCode.FALSE_INDICATOR_ENDS -> defence.falseIndicatorEnds(a, cause);
            case EventCode.ASSET_FAILS -> services.assetFails(a, b, cause);
            case EventCode.RESTORATION_DECISION -> services.restorationDecision(a, b, cause);
            case EventCode.REPAIR_ENDS -> services.repairEnds(a, cause);
            case EventCode.RESTART_ENDS -> services.restartEnds(a, cause);
            case EventCode.BUFFER_ENDS -> services.bufferEnds(a, cause);
            case EventCode.DEGRADE_STEP -> services.degradeStep(a, cause);
            case EventCode.CREW_SHIFT -> services.crewShift(a, b);
            case EventCode.BY_HAND_BEGINS -> services.byHandBegins(a, cause);
            case EventCode.BY_HAND_ENDS -> services.byHandEnds(a, cause);
            default -> throw new IllegalStateException("No event has the code %d.".formatted(kind));
        }
    }

    @Override
    public void reset() {
        queue.reset();
        commands.reset();
        agenda.reset();
        facts.reset();
        state.reset();
        attack.reset();
        defence.reset();
        cooperation.reset();
        services.reset();
        events = 0;
        finishedUntil = 0;
        ended = false;
    }

    @Override
    public void copyFrom(Run other) {
        queue.copyFrom(other.queue);
        commands.copyFrom(other.commands);
        agenda.copyFrom(other.agenda);
        facts.copyFrom(other.facts);
        state.copyFrom(other.state);
        attack.copyFrom(other.attack);
        defence.copyFrom(other.defence);
        cooperation.copyFrom(other.cooperation);
        services.copyFrom(other.services);
        seed = other.seed;
        replication = other.replication;
        events = other.events;
        finishedUntil = other.finishedUntil;
        ended = other.ended;
    }

    @Override
    public void digest(Digest digest) {
        queue.digest(digest);
        commands.digest(digest);
        agenda.digest(digest);
        facts.digest(digest);
        state.digest(digest);
        attack.digest(digest);
        defence.digest(digest);
        cooperation.digest(digest);
        services.digest(digest);
    }
}
