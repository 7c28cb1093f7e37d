package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.StableMath;
import org.shieldwall.scenario.Organisation.Discipline;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Roster;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Analysts as a queue with servers, shifts, priorities and judgement. It judges alerts; what else is worked here
 * (investigations, actions, indicators, duties) only takes their time.
 *
 * <p>At the end of a shift work in hand is finished, nothing new is begun. Work that a lever costs has its own class.
 */
final class Analysts implements Part<Analysts> {
    /** Log-odds that a deployed indicator which names the alert adds to escalating it, rightly or not. */
    static final double CONTEXT_LOG_ODDS = 2;

    /** Log-odds between an analyst of skill 0 and one of skill 1. */
    static final double SKILL_LOG_ODDS = 2;

    /** Hours of a shift before fatigue begins. */
    static final double FRESH_HOURS = 4;

    /** Hours of waiting work per analyst that tire as much as an hour on duty. */
    static final double LOAD_HOURS = 8;

    /** Investigations and actions go before alerts, indicators and duties behind ordinary alerts. */
    static final int INCIDENT_RANK = 0;

    static final int ALERT_RANK = 1;
    static final int DUTY_RANK = 4;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Workload workload;

    // [organisation]
    private final boolean[] onDuty;
    private final long[] dutySince;

    /** What follows when work of other kinds than alerts is done. */
    interface Workload {
        void done(int job, byte kind, long workNanos);

        void escalated(int job, int fact);
    }

    Analysts(State state, Jobs jobs, Workload workload) {
        this.world = state.world();
        this.state = state;
        this.jobs = jobs;
        this.workload = workload;
        onDuty = new boolean[world.organisationCount()];
        dutySince = new long[world.organisationCount()];
    }

    void start() {
        for (int org = 0; org < world.organisationCount(); org++) {
            Roster roster = world.organisation(org).analystsOnDuty();
            onDuty[org] = roster.always();
            if (!roster.always() && roster.size() > 0 && state.switches().alive(EntityKind.ORGANISATION, org)) {
                state.schedule(roster.instant(0), EventCode.ANALYSTS_SHIFT, org, 0, FactSink.NONE);
            }
        }
    }

    void shift(int org, int place) {
        Roster roster = world.organisation(org).analystsOnDuty();
        onDuty[org] = (place & 1) == 0;
        dutySince[org] = state.now();
        if (place + 1 < roster.size()) {
            long wait = roster.instant(place + 1) - state.now();
            state.schedule(wait, EventCode.ANALYSTS_SHIFT, org, place + 1, FactSink.NONE);
        }
        serve(org);
    }

    // Queue

    /** An alert reaches the queue. */
    void arrive(int job) {
        int fact = state.given(jobs.match[job])
                .happen(
                        FactKind.ALERT_RAISED,
                        world.entities().entity(EntityKind.SENSOR, jobs.sensor[job]),
                        world.entities().entity(EntityKind.ASSET, jobs.asset[job]),
                        world.sensor(jobs.sensor[job]).priority(),
                        jobs.key[job],
                        jobs.cause[job]);
        if (fact == FactSink.REFUSED) {
            jobs.release(job);
            return;
        }
        jobs.fact[job] = fact;
        int org = jobs.organisation[job];
        Rows.OrganisationRow row = world.organisation(org);
        int triage = world.sensor(jobs.sensor[job]).triage();
        jobs.work[job] = state.time(triage, Purpose.TRIAGE_TAKES, jobs.key[job], 0);
        long patience = state.time(row.patience(), Purpose.ALERT_PATIENCE, jobs.key[job], 0);
        enqueue(job);
        if (jobs.state[job] == Jobs.WAITING && patience != Clock.NEVER) {
            jobs.expiry[job] = state.schedule(patience, EventCode.ALERT_EXPIRES, job, 0, fact);
        }
    }

    /** Any job with its work set reaches the queue. */
    void enqueue(int job) {
        jobs.rest[job] = jobs.work[job];
        jobs.enqueue(job);
        serve(jobs.organisation[job]);
    }

    /** Begins work while somebody is free; interrupts lesser work where the discipline says so. */
    void serve(int org) {
        if (!onDuty[org] || jobs.waiting[org] == 0) {
            return;
        }
        Rows.OrganisationRow row = world.organisation(org);
        int servers = (int) state.numbers().value(row.analysts());
        while (jobs.waiting[org] > 0) {
            int job = jobs.first(org);
            if (jobs.running[org] >= servers) {
                int interrupted =
                        row.discipline() == Discipline.PREEMPTIVE ? jobs.mostInterruptible(org, jobs.rank[job]) : -1;
                if (interrupted < 0) {
                    return;
                }
                interrupt(interrupted);
                continue;
            }
            jobs.removeWaiting(job);
            begin(job);
        }
    }

    private void begin(int job) {
        state.cancel(jobs.expiry[job]);
        jobs.expiry[job] = EventQueue.NO_HANDLE;
        if (jobs.kind[job] == Jobs.ALERT && jobs.started[job] == Jobs.NOT_STARTED) {
            state.happen(
                    FactKind.ALERT_WORK_STARTED,
                    world.entities().entity(EntityKind.SENSOR, jobs.sensor[job]),
                    world.entities().entity(EntityKind.ASSET, jobs.asset[job]),
                    0,
                    jobs.key[job],
                    jobs.fact[job]);
        }
        jobs.started[job] = state.now();
        jobs.run(job);
        jobs.handle[job] = state.schedule(jobs.rest[job], EventCode.WORK_ENDS, job, 0, jobs.fact[job]);
    }

    private void interrupt(int job) {
        state.cancel(jobs.handle[job]);
        jobs.rest[job] -= state.now() - jobs.started[job];
        jobs.stop(job);
        jobs.enqueueFirst(job);
    }

    void expire(int job) {
        if (jobs.state[job] != Jobs.WAITING) {
            return;
        }
        jobs.removeWaiting(job);
        state.happen(
                FactKind.ALERT_GIVEN_UP,
                world.entities().entity(EntityKind.SENSOR, jobs.sensor[job]),
                world.entities().entity(EntityKind.ASSET, jobs.asset[job]),
                0,
                jobs.key[job],
                jobs.fact[job]);
        jobs.release(job);
    }

    void workEnds(int job) {
        int org = jobs.organisation[job];
        long work = jobs.work[job];
        byte kind = jobs.kind[job];
        jobs.stop(job);
        if (kind == Jobs.ALERT) {
            judge(job, work);
        } else {
            workload.done(job, kind, work);
        }
        jobs.release(job);
        serve(org);
    }

    // Judgement

    /** One die judges a true and a false alert alike: true ones are escalated below sensitivity, false above specificity. */
    private void judge(int job, long work) {
        int org = jobs.organisation[job];
        Rows.OrganisationRow row = world.organisation(org);
        Numbers numbers = state.numbers();
        boolean trueAlert = jobs.cause[job] != FactSink.NONE;
        double p0 = numbers.value(trueAlert ? row.sensitivity() : row.specificity());
        double odds = SKILL_LOG_ODDS * (numbers.value(row.skill()) - 0.5) - tiredness(org, row);
        if (jobs.match[job] != FactSink.NONE) {
            odds += trueAlert ? CONTEXT_LOG_ODDS : -CONTEXT_LOG_ODDS;
        }
        double right = p0 <= 0 || p0 >= 1 ? p0 : 1 / (1 + StableMath.exp(-StableMath.log(p0 / (1 - p0)) - odds));
        double u = state.die(Purpose.JUDGEMENT, jobs.key[job], 0);
        boolean escalates = trueAlert ? u < right : u >= right;
        int fact = state.given(jobs.match[job])
                .happen(
                        escalates ? FactKind.ALERT_ESCALATED : FactKind.ALERT_CLOSED,
                        world.entities().entity(EntityKind.SENSOR, jobs.sensor[job]),
                        world.entities().entity(EntityKind.ASSET, jobs.asset[job]),
                        work,
                        jobs.key[job],
                        jobs.fact[job]);
        if (escalates && fact != FactSink.REFUSED) {
            workload.escalated(job, fact);
        }
    }

    private double tiredness(int org, Rows.OrganisationRow row) {
        double fatigue = state.numbers().value(row.fatigue());
        if (fatigue == 0) {
            return 0;
        }
        double hours = row.analystsOnDuty().always() ? 0 : Clock.toHours(state.now() - dutySince[org]);
        double servers = Math.max(1, state.numbers().value(row.analysts()));
        int waiting = jobs.waiting[org];
        double load = waiting == 0
                ? 0
                : waiting * Clock.toHours((long) state.numbers().draw(row.triage(), 0.5)) / servers / LOAD_HOURS;
        return fatigue * (Math.max(0, hours - FRESH_HOURS) + load);
    }

    @Override
    public void reset() {
        Arrays.fill(onDuty, false);
        Arrays.fill(dutySince, 0);
    }

    @Override
    public void copyFrom(Analysts other) {
        System.arraycopy(other.onDuty, 0, onDuty, 0, onDuty.length);
        System.arraycopy(other.dutySince, 0, dutySince, 0, dutySince.length);
    }

    @Override
    public void digest(Digest digest) {
        for (boolean on : onDuty) {
            digest.putInt(on ? 1 : 0);
        }
    }
}
