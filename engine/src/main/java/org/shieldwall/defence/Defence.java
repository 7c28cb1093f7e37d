package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * What each organisation does by itself: sensors raise alerts ({@link Sensors}, {@link FalseIndicators}), analysts judge
 * them ({@link Analysts}), incidents grow into belief ({@link Incidents}), playbooks act on it ({@link Response}).
 */
public final class Defence implements Part<Defence> {
    private static final long WEEK = 7 * Clock.DAY;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;
    private final Sensors sensors;
    private final FalseIndicators falseIndicators;
    private final Incidents incidents;

    public Defence(State state) {
        this.world = state.world();
        this.state = state;
        jobs = new Jobs(world.organisationCount());
        analysts = new Analysts(state, jobs, new AfterWork());
        sensors = new Sensors(state, jobs, analysts);
        falseIndicators = new FalseIndicators(state, sensors);
        incidents = new Incidents(state, jobs, analysts);
    }

    private final class AfterWork implements Analysts.Workload {
        @Override
        public void escalated(int job, int fact) {
            incidents.escalated(jobs.organisation[job], jobs.asset[job], jobs.cause[job], fact);
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
            if (kind == Jobs.ACTION) {
                incidents.response().actionEnds(org);
            } else if (kind == Jobs.INGEST) {
                incidents.response().deploySoon(org, jobs.about[job], fact);
            }
        }
    }

    public void start() {
        analysts.start();
        sensors.start();
        for (int lever = 0; lever < world.leverCount(); lever++) {
            for (int place = 0; place < world.leverCosts(lever).length; place++) {
                scheduleDuty(lever, place, 0);
            }
        }
    }

    // Work that levers cost

    /** One hour of work at a time, spread evenly over the week. */
    private void scheduleDuty(int lever, int place, int n) {
        Rows.CostRow cost = world.leverCosts(lever)[place];
        if (cost.hoursPerWeek() > 0 && state.switches().on(lever)) {
            long period = (long) (WEEK / cost.hoursPerWeek());
            state.schedule(period, EventCode.DUTY_HOURS, lever, place | n << 16, FactSink.NONE);
        }
    }

    public void dutyHours(int lever, int placeAndCount) {
        int place = placeAndCount & 0xffff;
        int n = placeAndCount >>> 16;
        Rows.CostRow cost = world.leverCosts(lever)[place];
        if (!state.switches().on(lever)) {
            return;
        }
        long key = Dice.mix(
                world.entities().key(EntityKind.LEVER, lever),
                world.entities().key(EntityKind.ORGANISATION, cost.organisation()),
                n);
        int job = jobs.create(Jobs.DUTY, cost.organisation(), Analysts.DUTY_RANK, key);
        jobs.work[job] = Clock.HOUR;
        analysts.enqueue(job);
        scheduleDuty(lever, place, n + 1);
    }

    // Events

    public void falseAlert(int sensor, int place) {
        sensors.falseAlert(sensor, place);
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

    public void decisionFalls(int org, int cause) {
        incidents.response().decisionFalls(org, cause);
    }

    public void actionEnds(int org) {
        incidents.response().actionEnds(org);
    }

    public void analysisEnds(int org, int entry, int cause) {
        incidents.response().analysisEnds(org, entry, cause);
    }

    public void deploymentEnds(int org, int entry, int cause) {
        incidents.response().deploymentEnds(org, entry, cause);
    }

    public void falseIndicatorAlert(int row) {
        falseIndicators.alert(row);
    }

    public void falseIndicatorEnds(int row, int cause) {
        falseIndicators.end(row, cause);
    }

    // Reactions

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

    /** A received indicator goes to use, at once where that is automated, else after an analyst's work. */
    public void indicatorReceived(int fact) {
        int org = world.entities().index(state.facts().who(fact));
        int entry = state.register().find(state.facts().subject(fact));
        long subject = state.facts().subject(fact);
        long work = state.time(world.organisation(org).ingestWork(), Purpose.INGEST_TAKES, subject, 0);
        if (work == 0) {
            incidents.response().deploySoon(org, entry, fact);
            return;
        }
        int job = jobs.create(Jobs.INGEST, org, Analysts.DUTY_RANK, subject);
        jobs.fact[job] = fact;
        jobs.about[job] = entry;
        jobs.work[job] = work;
        analysts.enqueue(job);
    }

    public void leversChanged() {
        sensors.knowledgeChanged();
        for (int org = 0; org < world.organisationCount(); org++) {
            analysts.serve(org);
        }
    }

    // Part

    @Override
    public void reset() {
        jobs.reset();
        analysts.reset();
        sensors.reset();
        falseIndicators.reset();
        incidents.reset();
    }

    @Override
    public void copyFrom(Defence other) {
        jobs.copyFrom(other.jobs);
        analysts.copyFrom(other.analysts);
        sensors.copyFrom(other.sensors);
        falseIndicators.copyFrom(other.falseIndicators);
        incidents.copyFrom(other.incidents);
    }

    @Override
    public void digest(Digest digest) {
        jobs.digest(digest);
        analysts.digest(digest);
        sensors.digest(digest);
        falseIndicators.digest(digest);
        incidents.digest(digest);
    }
}
