package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
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
    /** Investigations and actions go before alerts, indicators and duties behind ordinary alerts. */
    static final int INCIDENT_RANK = 0;

    static final int ALERT_RANK = 1;
    static final int DUTY_RANK = 4;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Workload workload;

    private final Columns columns = new Columns();

    // [organisation]
    private final boolean[] onDuty;
    private final long[] dutySince;
    private final boolean[] present;
    private final long[] shiftHandle;

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
        onDuty = columns.booleans(world.organisationCount(), false);
        dutySince = columns.longs(world.organisationCount(), 0);
        present = columns.booleans(world.organisationCount(), false);
        shiftHandle = columns.longs(world.organisationCount(), EventQueue.NO_HANDLE);
    }

    /** Rosters of organisations that levers have brought begin at the present place, those of the others end. */
    void start() {
        for (int org = 0; org < world.organisationCount(); org++) {
            boolean alive = state.switches().alive(EntityKind.ORGANISATION, org);
            if (alive && !present[org]) {
                present[org] = true;
                beginRoster(org);
            } else if (!alive && present[org]) {
                present[org] = false;
                standDown(org);
            }
        }
    }

    private void beginRoster(int org) {
        Roster roster = world.organisation(org).analystsOnDuty();
        int place = roster.placeFrom(state.now());
        onDuty[org] = roster.always() || (place & 1) == 1;
        dutySince[org] = !roster.always() && onDuty[org] ? roster.instant(place - 1) : 0;
        if (!roster.always()) {
            scheduleShift(org, place);
        }
    }

    private void scheduleShift(int org, int place) {
        Roster roster = world.organisation(org).analystsOnDuty();
        shiftHandle[org] = place < roster.size()
                ? state.schedule(
                        roster.instant(place) - state.now(), EventCode.ANALYSTS_SHIFT, org, place, FactSink.NONE)
                : EventQueue.NO_HANDLE;
    }

    /** The organisation is no more: nobody works, and what was worked on or waited is dropped. */
    private void standDown(int org) {
        state.cancel(shiftHandle[org]);
        onDuty[org] = false;
        for (int job = 0; job < jobs.rows(); job++) {
            if (jobs.organisation[job] == org && jobs.state[job] == Jobs.WAITING) {
                drop(job);
            } else if (jobs.organisation[job] == org && jobs.state[job] == Jobs.RUNNING) {
                state.cancel(jobs.handle[job]);
                jobs.stop(job);
                jobs.release(job);
            }
        }
    }

    /** Takes a job that waits out of the queue. */
    void drop(int job) {
        state.cancel(jobs.expiry[job]);
        jobs.removeWaiting(job);
        jobs.release(job);
    }

    void shift(int org, int place) {
        onDuty[org] = (place & 1) == 0;
        dutySince[org] = state.now();
        scheduleShift(org, place + 1);
        serve(org);
    }

    // Queue

    /**
     * An alert on its way to the analysts.
     *
     * @param cause the evidence; {@link FactSink#NONE} for a false alert
     * @param match the deployed indicator that raised it, or none
     */
    void raise(int sensor, int asset, long key, int cause, int match) {
        Rows.SensorRow row = world.sensor(sensor);
        int org = row.organisation();
        boolean ranked = world.organisation(org).discipline() != Discipline.FIRST_COME;
        int rank = Analysts.ALERT_RANK + (ranked ? row.priority() - 1 : 0);
        int job = jobs.create(Jobs.ALERT, org, rank, key);
        jobs.sensor[job] = sensor;
        jobs.asset[job] = asset;
        jobs.cause[job] = cause;
        jobs.match[job] = match;
        long delay = state.time(row.delay(), Purpose.ALERT_DELAY, key, 0);
        if (delay == 0) {
            arrive(job);
        } else if (state.schedule(delay, EventCode.ALERT_ARRIVES, job, 0, cause) == EventQueue.NO_HANDLE) {
            jobs.release(job);
        }
    }

    /** An alert reaches the queue. */
    void arrive(int job) {
        if (!present[jobs.organisation[job]] || !state.switches().alive(EntityKind.SENSOR, jobs.sensor[job])) {
            jobs.release(job);
            return;
        }
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
        if (!isOpened(job)) {
            giveUp(job);
            return;
        }
        Rows.OrganisationRow row = world.organisation(org);
        int triage = world.sensor(jobs.sensor[job]).triage();
        jobs.work[job] = state.time(triage, Purpose.TRIAGE_TAKES, jobs.key[job], 0);
        long patience = state.time(row.patience(), Purpose.ALERT_PATIENCE, jobs.key[job], 0);
        enqueue(job);
        if (jobs.state[job] == Jobs.WAITING && patience != Clock.NEVER) {
            jobs.expiry[job] = state.schedule(patience, EventCode.ALERT_EXPIRES, job, 0, fact);
        }
    }

    /** Whether anybody looks at an alert: what an indicator names is looked for, the rest of some consoles is not. */
    private boolean isOpened(int job) {
        double worked = state.numbers().value(world.sensor(jobs.sensor[job]).worked());
        return worked >= 1
                || jobs.match[job] != FactSink.NONE
                || state.die(Purpose.ALERT_OPENED, jobs.key[job], 0) < worked;
    }

    private void giveUp(int job) {
        state.happen(
                FactKind.ALERT_GIVEN_UP,
                world.entities().entity(EntityKind.SENSOR, jobs.sensor[job]),
                world.entities().entity(EntityKind.ASSET, jobs.asset[job]),
                0,
                jobs.key[job],
                jobs.fact[job]);
        jobs.release(job);
    }

    /** Any job with its work set reaches the queue. */
    void enqueue(int job) {
        jobs.rest[job] = jobs.work[job];
        jobs.enqueue(job);
        serve(jobs.organisation[job]);
    }

    /** Begins work while somebody is free; a second tier takes incidents off the first. */
    void serve(int org) {
        if (!onDuty[org] || jobs.waiting[org] == 0) {
            return;
        }
        Rows.OrganisationRow row = world.organisation(org);
        int first = (int) state.numbers().value(row.analysts());
        int second = (int) state.numbers().value(row.secondTier());
        serve(org, Jobs.FIRST_TIER, first, firstTiersClass(row), Jobs.CLASSES);
        if (second > 0) {
            serve(org, Jobs.SECOND_TIER, second, INCIDENT_RANK, ALERT_RANK);
        }
    }

    /** Where the work of the first tier begins. */
    private int firstTiersClass(Rows.OrganisationRow row) {
        return (int) state.numbers().value(row.secondTier()) > 0 ? ALERT_RANK : INCIDENT_RANK;
    }

    /** One tier; interrupts lesser work where the discipline says so. */
    private void serve(int org, int tier, int servers, int fromClass, int toClass) {
        boolean preemptive = world.organisation(org).discipline() == Discipline.PREEMPTIVE;
        for (int job = jobs.first(org, fromClass, toClass); job >= 0; job = jobs.first(org, fromClass, toClass)) {
            if (jobs.running(org, tier) >= servers) {
                int interrupted = preemptive ? jobs.mostInterruptible(org, tier, jobs.rank[job]) : -1;
                if (interrupted < 0) {
                    return;
                }
                interrupt(interrupted);
                continue;
            }
            jobs.removeWaiting(job);
            begin(job, tier);
        }
    }

    private void begin(int job, int tier) {
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
        jobs.run(job, tier);
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
        giveUp(job);
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
        double odds = numbers.value(row.skillWeight()) * (numbers.value(row.skill()) - 0.5) - tiredness(org, row);
        if (jobs.match[job] != FactSink.NONE) {
            double context = numbers.value(row.contextWeight());
            odds += trueAlert ? context : -context;
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

    /** What hours on duty and the work that waits take from the log-odds; a roster without shifts relieves in time. */
    private double tiredness(int org, Rows.OrganisationRow row) {
        Numbers numbers = state.numbers();
        double fatigue = numbers.value(row.fatigue());
        if (fatigue == 0) {
            return 0;
        }
        double onDutyFor = row.analystsOnDuty().always() ? 0 : state.now() - dutySince[org];
        double tired = Math.max(0, onDutyFor - numbers.value(row.freshFor())) / Clock.HOUR;
        double servers = Math.max(1, numbers.value(row.analysts()));
        double load = Clock.toHours(jobs.waitingWork(org, firstTiersClass(row))) / servers;
        return fatigue * (tired + numbers.value(row.loadWeight()) * load);
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Analysts other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
