package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * What each organisation does by itself: sensors raise alerts ({@link Sensors}, {@link FalseAlerts}, {@link FalseIndicators}), analysts judge
 * them ({@link Analysts}), incidents grow into belief ({@link Incidents}), playbooks act on it ({@link Response},
 * {@link FloodResponse}).
 */
public final class Defence implements Part<Defence> {
    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;
    private final Sensors sensors;
    private final FalseAlerts falseAlerts;
    private final FalseIndicators falseIndicators;
    private final Incidents incidents;
    private final FloodResponse floods;
    private final Duties duties;
    private final Caution caution;

    public Defence(State state) {
        this.world = state.world();
        this.state = state;
        jobs = new Jobs(world.organisationCount());
        analysts = new Analysts(state, jobs, new AfterWork());
        sensors = new Sensors(state, analysts);
        falseAlerts = new FalseAlerts(state, analysts);
        falseIndicators = new FalseIndicators(state, analysts);
        caution = new Caution(state);
        incidents = new Incidents(state, jobs, analysts, caution);
        floods = new FloodResponse(state, jobs, analysts);
        duties = new Duties(state, jobs, analysts);
    }

    private final class AfterWork implements Analysts.Workload {
        @Override
        public void escalated(int job, int fact) {
            int cause = jobs.cause[job];
            if (cause != FactSink.NONE && state.facts().kind(cause) == FactKind.FLOOD_STARTED) {
                floods.escalated(jobs.organisation[job], jobs.asset[job], cause, fact);
                return;
            }
            incidents.escalated(jobs.organisation[job], jobs.asset[job], cause, fact);
        }

        @Override
        public void done(int job, byte kind, long work) {
            int org = jobs.organisation[job];
            if (kind == Jobs.ROUND) {
                incidents.roundDone(org, work, jobs.fact[job]);
                return;
            }
            int fact = state.happen(
                    FactKind.ANALYST_WORK_DONE,
                    world.entities().entity(EntityKind.ORGANISATION, org),
                    -1,
                    work,
                    jobs.key[job],
                    jobs.fact[job]);
            if (kind == Jobs.FLOOD_ACTION) {
                floods.actionEnds(org, jobs.about[job]);
            } else if (kind == Jobs.FLOOD_FILTER) {
                floods.filterIsSet(jobs.about[job], fact);
            } else if (kind == Jobs.ACTION) {
                incidents.response().actionEnds(org);
            } else if (kind == Jobs.INGEST) {
                incidents.response().analysis().deploySoon(org, jobs.about[job], fact);
            }
        }
    }

    public void start() {
        analysts.start();
        falseAlerts.follow();
        duties.follow();
    }

    /** What levers have brought begins, what they took away ends. */
    public void leversChanged(int fact) {
        analysts.start();
        incidents.leversChanged(fact);
        floods.leversChanged(fact);
        caution.leversChanged();
        falseAlerts.follow();
        sensors.knowledgeChanged();
        falseIndicators.leversChanged();
        duties.follow();
        for (int org = 0; org < world.organisationCount(); org++) {
            analysts.serve(org);
        }
    }

    // Events

    public void cautionDecided(int org, int time, int cause) {
        caution.decided(org, time, cause);
    }

    public void cautionEnds(int org, int time, int cause) {
        caution.ends(org, time, cause);
    }

    public void dutyHours(int lever, int place) {
        duties.due(lever, place);
    }

    public void falseAlert(int sensor, int place) {
        falseAlerts.raise(sensor, place);
    }

    public void evidenceSeen(int watch) {
        sensors.evidenceSeen(watch);
    }

    public void alertArrives(int job) {
        analysts.arrive(job);
    }

    public void workEnds(int job) {
        analysts.workEnds(job);
    }

    public void analystsShift(int org, int place) {
        analysts.shift(org, place);
    }

    public void alertExpires(int job) {
        analysts.expire(job);
    }

    public void decisionFalls(int org, int incident, int cause) {
        if (incidents.isResponding(org, incident)) {
            incidents.response().decisionFalls(org, cause);
        }
    }

    public void actionEnds(int org, int incident) {
        if (incidents.isResponding(org, incident)) {
            incidents.response().actionEnds(org);
        }
    }

    public void analysisEnds(int org, int entry, int cause) {
        if (state.switches().alive(EntityKind.ORGANISATION, org)) {
            incidents.response().analysis().analysisEnds(org, entry, cause);
        }
    }

    public void deploymentEnds(int org, int entry, int cause) {
        if (state.switches().alive(EntityKind.ORGANISATION, org)) {
            incidents.response().analysis().deploymentEnds(org, entry, cause);
        }
    }

    public void falseIndicatorAlert(int row) {
        falseIndicators.alert(row);
    }

    public void falseIndicatorEnds(int row, int cause) {
        falseIndicators.end(row, cause);
    }

    public void floodDecisionFalls(int org, int response, int cause) {
        floods.decisionFalls(org, response, cause);
    }

    public void floodActionEnds(int org, int response) {
        floods.actionEnds(org, response);
    }

    public void floodWaitEnds(int org, int wait) {
        floods.waitEnds(org, wait);
    }

    public void lineIsWider(int org, int edge, int cause) {
        floods.lineIsWider(org, edge, cause);
    }

    public void sourcesGoOff(int org, int source, int cause) {
        floods.sourcesGoOff(org, source, cause);
    }

    public void filtersAreLifted(int org, int quiet, int cause) {
        floods.filtersAreLifted(org, quiet, cause);
    }

    // Reactions

    public void floodStarted(int fact) {
        sensors.floodStarted(fact);
    }

    public void floodEnded(int fact) {
        sensors.floodEnded(fact);
    }

    public void deliveryChanged(int fact) {
        sensors.deliveryChanged(fact);
    }

    /** A flood on somebody is over. */
    public void quiet(int fact) {
        floods.floodEnded(fact);
    }

    public void attemptStarted(int fact) {
        sensors.attemptStarted(fact);
    }

    public void attemptEnded(int fact) {
        sensors.attemptEnded(fact);
    }

    public void accessGranted(int fact) {
        sensors.accessGranted(fact);
    }

    public void accessLost(int fact) {
        sensors.accessLost(fact);
    }

    public void knowledgeChanged() {
        sensors.knowledgeChanged();
    }

    public void indicatorDeployed(int fact) {
        falseIndicators.deployed(fact);
    }

    /** A partner's indicator may be reason enough to switch off. */
    public void warned(int fact) {
        int org = world.entities().index(state.facts().who(fact));
        caution.warned(org, state.register().find(state.facts().subject(fact)), fact);
    }

    /** A received indicator goes to use, at once where that is automated, else after an analyst's work. */
    public void indicatorReceived(int fact) {
        int org = world.entities().index(state.facts().who(fact));
        int entry = state.register().find(state.facts().subject(fact));
        long subject = state.facts().subject(fact);
        long work = state.time(world.organisation(org).ingestWork(), Purpose.INGEST_TAKES, subject, 0);
        if (work == 0) {
            incidents.response().analysis().deploySoon(org, entry, fact);
            return;
        }
        int job = jobs.create(Jobs.INGEST, org, Analysts.DUTY_RANK, subject);
        jobs.fact[job] = fact;
        jobs.about[job] = entry;
        jobs.work[job] = work;
        analysts.enqueue(job);
    }

    // Part

    @Override
    public void reset() {
        jobs.reset();
        floods.reset();
        analysts.reset();
        sensors.reset();
        falseAlerts.reset();
        falseIndicators.reset();
        incidents.reset();
        duties.reset();
        caution.reset();
    }

    @Override
    public void copyFrom(Defence other) {
        jobs.copyFrom(other.jobs);
        floods.copyFrom(other.floods);
        analysts.copyFrom(other.analysts);
        sensors.copyFrom(other.sensors);
        falseAlerts.copyFrom(other.falseAlerts);
        falseIndicators.copyFrom(other.falseIndicators);
        incidents.copyFrom(other.incidents);
        duties.copyFrom(other.duties);
        caution.copyFrom(other.caution);
    }

    @Override
    public void digest(Digest digest) {
        jobs.digest(digest);
        floods.digest(digest);
        analysts.digest(digest);
        sensors.digest(digest);
        falseAlerts.digest(digest);
        falseIndicators.digest(digest);
        incidents.digest(digest);
        duties.digest(digest);
        caution.digest(digest);
    }
}
