package org.shieldwall.service;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Services: they fall together at the end of an instant (settle: the greatest levels not above the present ones that
 * satisfy all needs), and rise each by a restart of its own.
 *
 * <p>A buffer that is not empty keeps the level; a degradation takes the level down by a staircase of
 * {@value #DEGRADE_STEPS} steps. Needs are monotone, so the order in which services are settled does not matter.
 */
public final class Services implements Part<Services>, NeedProgram.Levels {
    private static final int DEGRADE_STEPS = 8;
    private static final Damage[] DAMAGES = Damage.values();

    private final World world;
    private final State state;
    private final Crews crews;

    // [service]
    private final long[] restartHandle;
    private final int[] restarts;
    private final long[] stock;
    private final double[] drain;
    private final long[] stockSince;
    private final long[] bufferHandle;
    private final boolean[] bufferOut;
    private final long[] degradeHandle;
    private final int[] degradeFrom;
    private final int[] degradations;
    private final int[] drains;
    private final int[] degradeCause;
    private final boolean[] deadlocked;
    private final ByHand byHand;
    private final int[] rising;
    private int risingCount;

    // [asset]: how often it has failed by itself
    private final int[] failures;
    private final long[] failureHandle;

    // For the search of deadlocks: levels as they would be if everything that is down were up
    private final int[] hoped;
    private boolean hoping;

    /** Services of which some depend on each other in a circle, and those joined to them: elsewhere nothing deadlocks. */
    private final int[] looped;

    public Services(State state) {
        this.world = state.world();
        this.state = state;
        crews = new Crews(state);
        looped = Circles.joined(world);
        int count = world.serviceCount();
        restartHandle = new long[count];
        restarts = new int[count];
        stock = new long[count];
        drain = new double[count];
        stockSince = new long[count];
        bufferHandle = new long[count];
        bufferOut = new boolean[count];
        degradeHandle = new long[count];
        degradeFrom = new int[count];
        degradations = new int[count];
        drains = new int[count];
        degradeCause = new int[count];
        deadlocked = new boolean[count];
        byHand = new ByHand(state);
        rising = new int[count];
        hoped = new int[count];
        failures = new int[world.assetCount()];
        failureHandle = new long[world.assetCount()];
    }

    public void start() {
        crews.start();
        for (int service = 0; service < world.serviceCount(); service++) {
            stock[service] = bufferSize(service);
        }
        followFailures(FactSink.NONE);
    }

    private long bufferSize(int service) {
        return state.numbers()
                .time(
                        world.service(service).buffer(),
                        state.trait(Purpose.BUFFER_SIZE, world.entities().key(EntityKind.SERVICE, service), 0));
    }

    // Assets that fail by themselves

    /** Assets that levers have brought begin to age, those that are no more stop; one that comes back is as new. */
    private void followFailures(int cause) {
        for (int group = 0; group < world.groupCount(); group++) {
            Rows.GroupRow row = world.group(group);
            for (int asset = row.firstAsset();
                    row.fails() >= 0 && asset < row.firstAsset() + row.assetCount();
                    asset++) {
                boolean alive = state.switches().alive(EntityKind.ASSET, asset);
                boolean ages = alive && !state.things().damaged(asset, Damage.FAILED);
                if (ages && failureHandle[asset] == EventQueue.NO_HANDLE) {
                    scheduleFailure(asset, row.fails(), failures[asset], cause);
                } else if (!alive && failureHandle[asset] != EventQueue.NO_HANDLE) {
                    state.cancel(failureHandle[asset]);
                    failureHandle[asset] = EventQueue.NO_HANDLE;
                    failures[asset]++;
                }
            }
        }
    }

    private void scheduleFailure(int asset, int fails, int n, int cause) {
        if (state.switches().alive(EntityKind.ASSET, asset)) {
            long wait = state.time(fails, Purpose.ASSET_FAILS, world.entities().key(EntityKind.ASSET, asset), n);
            failureHandle[asset] = state.schedule(wait, EventCode.ASSET_FAILS, asset, n, cause);
        }
    }

    public void assetFails(int asset, int n, int cause) {
        failureHandle[asset] = EventQueue.NO_HANDLE;
        failures[asset] = n + 1;
        boolean fell = state.things().damaged(asset, Damage.FAILED)
                || state.damage(asset, Damage.FAILED, cause) != FactSink.REFUSED;
        if (!fell) {
            // A failure that was suppressed: the asset goes on and ages anew.
            scheduleFailure(asset, world.group(world.groupOf(asset)).fails(), failures[asset], cause);
        }
    }

    // Reactions

    public void assetDamaged(int fact) {
        crews.damaged(
                world.entities().index(state.facts().whom(fact)),
                DAMAGES[(int) state.facts().value(fact)],
                fact);
    }

    public void assetSwitchedOff(int fact) {
        crews.damaged(world.entities().index(state.facts().whom(fact)), Damage.OFF, fact);
    }

    public void assetSuspected(int fact) {
        crews.told(world.entities().index(state.facts().whom(fact)));
    }

    public void assetRebuilt(int fact) {
        crews.rebuilt(world.entities().index(state.facts().whom(fact)));
    }

    public void assetMended(int fact) {
        int asset = world.entities().index(state.facts().whom(fact));
        crews.mended(asset, DAMAGES[(int) state.facts().value(fact)]);
        Rows.GroupRow row = world.group(world.groupOf(asset));
        boolean agesAgain = row.fails() >= 0
                && DAMAGES[(int) state.facts().value(fact)] == Damage.FAILED
                && failureHandle[asset] == EventQueue.NO_HANDLE;
        if (agesAgain) {
            scheduleFailure(asset, row.fails(), failures[asset], fact);
        }
    }

    public void leversChanged(int fact) {
        followFailures(fact);
        crews.leversChanged(fact);
        for (int service = 0; service < world.serviceCount(); service++) {
            if (!state.switches().alive(EntityKind.SERVICE, service)) {
                withdraw(service, fact);
            }
        }
    }

    /** Nobody misses a service that is no more: its outage is over, nothing of it is under way. */
    private void withdraw(int service, int fact) {
        state.cancel(restartHandle[service]);
        state.cancel(degradeHandle[service]);
        state.cancel(bufferHandle[service]);
        restartHandle[service] = EventQueue.NO_HANDLE;
        degradeHandle[service] = EventQueue.NO_HANDLE;
        bufferHandle[service] = EventQueue.NO_HANDLE;
        stock[service] = bufferSize(service);
        drain[service] = 0;
        bufferOut[service] = false;
        deadlocked[service] = false;
        byHand.withdraw(service);
        if (state.levels().level(service) < NeedProgram.FULL) {
            state.setServiceLevel(service, NeedProgram.FULL, fact);
        }
    }

    // Events

    public void restorationDecision(int service, int rule, int cause) {
        crews.restorationDecided(service, rule, cause);
    }

    public void repairEnds(int repair, int cause) {
        crews.repairEnds(repair, cause);
    }

    public void crewShift(int crew, int place) {
        crews.shift(crew, place);
    }

    public void restartEnds(int service, int cause) {
        restartHandle[service] = EventQueue.NO_HANDLE;
        rise(service, cause);
    }

    public void bufferEnds(int service, int cause) {
        bufferHandle[service] = EventQueue.NO_HANDLE;
        spendStock(service);
        stock[service] = 0;
        drain[service] = 0;
        bufferOut[service] = true;
        int entity = world.entities().entity(EntityKind.SERVICE, service);
        int fact = state.happen(
                FactKind.BUFFER_EMPTY, entity, -1, 0, world.entities().key(entity), cause);
        state.levels().touch(service, fact);
    }

    public void degradeStep(int service, int cause) {
        degradeHandle[service] = EventQueue.NO_HANDLE;
        int present = state.levels().level(service);
        int needed = needed(service);
        if (needed < present) {
            int step = Math.max(1, (degradeFrom[service] - needed + DEGRADE_STEPS - 1) / DEGRADE_STEPS);
            state.setServiceLevel(service, Math.max(needed, present - step), cause);
            scheduleDegrade(service);
            byHand.follow(service, machines(service), cause);
        }
    }

    public void byHandBegins(int service, int cause) {
        byHand.begin(service, cause);
    }

    public void byHandEnds(int service, int cause) {
        byHand.exhaust(service, cause);
    }

    // Settle

    /** Makes services consistent with what they need; called when nothing else is left at an instant. */
    public void settle() {
        risingCount = 0;
        while (state.levels().unsettled()) {
            int service = state.levels().takeTouched();
            if (state.switches().alive(EntityKind.SERVICE, service)) {
                int cause = state.levels().touchedBy(service);
                settle(service, cause);
                byHand.follow(service, machines(service), cause);
            }
        }
        for (int i = 0; i < risingCount; i++) {
            int service = rising[i];
            rise(service, state.levels().touchedBy(service));
        }
        nameDeadlocks();
    }

    private void settle(int service, int cause) {
        int present = state.levels().level(service);
        int needed = needed(service);
        if (needed >= present) {
            keepStock(service);
            state.cancel(degradeHandle[service]);
            degradeHandle[service] = EventQueue.NO_HANDLE;
            if (needed > present) {
                plan(service, cause);
            }
            return;
        }
        if (drawsOnStock(service, present, needed, cause)) {
            return;
        }
        if (state.numbers().value(world.service(service).degrade()) > 0) {
            if (degradeHandle[service] == EventQueue.NO_HANDLE) {
                degradeFrom[service] = present;
                degradations[service]++;
                degradeCause[service] = cause;
                scheduleDegrade(service);
            }
            return;
        }
        state.setServiceLevel(service, needed, cause);
    }

    private int needed(int service) {
        return Math.max(machines(service), byHand.level(service));
    }

    /** The level that what it needs gives, without anybody's work by hand. */
    private int machines(int service) {
        return world.needs().evaluate(world.service(service).needs(), this);
    }

    private void scheduleDegrade(int service) {
        long whole = state.time(
                world.service(service).degrade(),
                Purpose.DEGRADE_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                degradations[service] - 1L);
        degradeHandle[service] =
                state.schedule(whole / DEGRADE_STEPS, EventCode.DEGRADE_STEP, service, 0, degradeCause[service]);
    }

    // Buffers: a stock in nanoseconds of full loss, linear between events

    /** Whether the buffer keeps the level; it drains by (need − supply)/need. */
    private boolean drawsOnStock(int service, int present, int needed, int cause) {
        if (bufferOut[service] || bufferSize(service) == 0) {
            return false;
        }
        spendStock(service);
        if (stock[service] <= 0) {
            return false;
        }
        if (drain[service] <= 0) {
            drains[service]++;
        }
        drain[service] = (present - needed) / (double) present;
        state.cancel(bufferHandle[service]);
        bufferHandle[service] = state.schedule(
                Clock.ofNanos(stock[service] / drain[service]), EventCode.BUFFER_ENDS, service, 0, cause);
        return true;
    }

    private void keepStock(int service) {
        long size = bufferSize(service);
        if (size == 0) {
            return;
        }
        spendStock(service);
        state.cancel(bufferHandle[service]);
        bufferHandle[service] = EventQueue.NO_HANDLE;
        long refill = state.time(
                world.service(service).refill(),
                Purpose.REFILL_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                drains[service]);
        drain[service] = 0;
        if (needed(service) < NeedProgram.FULL) {
            return;
        }
        bufferOut[service] = false;
        if (refill <= 0) {
            stock[service] = size;
        } else if (stock[service] < size) {
            drain[service] = -size / (double) refill;
        }
    }

    private void spendStock(int service) {
        long size = bufferSize(service);
        double spent = drain[service] * (state.now() - stockSince[service]);
        stock[service] = Math.max(0, Math.min(size, stock[service] - (long) spent));
        stockSince[service] = state.now();
    }

    // Up

    private void plan(int service, int cause) {
        if (restartHandle[service] != EventQueue.NO_HANDLE || !canStart(service)) {
            return;
        }
        long takes = state.time(
                world.service(service).restart(),
                Purpose.RESTART_TAKES,
                world.entities().key(EntityKind.SERVICE, service),
                restarts[service]);
        if (takes == 0) {
            addRising(service);
        } else {
            restartHandle[service] = state.schedule(takes, EventCode.RESTART_ENDS, service, 0, cause);
        }
    }

    private void addRising(int service) {
        for (int i = 0; i < risingCount; i++) {
            if (rising[i] == service) {
                return;
            }
        }
        rising[risingCount++] = service;
    }

    private boolean canStart(int service) {
        Rows.ServiceRow row = world.service(service);
        return world.needs().evaluate(row.startsWith(), this) > state.levels().level(service);
    }

    /** Raises a service to what its needs give at this moment. */
    private void rise(int service, int cause) {
        int needed = needed(service);
        if (needed > state.levels().level(service) && canStart(service)) {
            restarts[service]++;
            state.setServiceLevel(service, needed, cause);
            deadlocked[service] = false;
        }
    }

    // Deadlocks

    /**
     * Names services that stay down only because each waits for the other: they would be up if all of them were, and
     * nothing that could bring one of them up is under way.
     */
    private void nameDeadlocks() {
        boolean anyDown = false;
        for (int service : looped) {
            hoped[service] = NeedProgram.FULL;
            anyDown |= state.switches().alive(EntityKind.SERVICE, service)
                    && state.levels().level(service) < NeedProgram.FULL;
        }
        if (!anyDown || state.levels().unsettled()) {
            return;
        }
        hoping = true;
        boolean fell = true;
        while (fell) {
            fell = false;
            for (int service : looped) {
                int level = Math.min(hoped[service], needed(service));
                if (level < hoped[service]) {
                    hoped[service] = level;
                    fell = true;
                }
            }
        }
        hoping = false;
        for (int service : looped) {
            int present = state.levels().level(service);
            boolean waits = state.switches().alive(EntityKind.SERVICE, service)
                    && hoped[service] > present
                    && needed(service) <= present
                    && restartHandle[service] == EventQueue.NO_HANDLE
                    && !restartUnderWay();
            if (waits && !deadlocked[service]) {
                deadlocked[service] = true;
                int entity = world.entities().entity(EntityKind.SERVICE, service);
                state.given(state.levels().fact(service));
                state.happen(
                        FactKind.SERVICE_DEADLOCK,
                        entity,
                        -1,
                        0,
                        world.entities().key(entity),
                        state.levels().fact(service));
            }
        }
    }

    private boolean restartUnderWay() {
        for (int service = 0; service < restartHandle.length; service++) {
            if (restartHandle[service] != EventQueue.NO_HANDLE || crews.worksFor(service)) {
                return true;
            }
        }
        return false;
    }

    // What needs read

    @Override
    public int service(int service) {
        if (!state.switches().alive(EntityKind.SERVICE, service)) {
            return NeedProgram.NOTHING;
        }
        return hoping ? hoped[service] : state.levels().level(service);
    }

    @Override
    public int alive(int group) {
        return state.things().alive(group);
    }

    @Override
    public int working(int group, boolean control) {
        return state.things().working(group, control);
    }

    @Override
    public int delivered(int demand) {
        return state.traffic().delivered(demand);
    }

    @Override
    public void reset() {
        crews.reset();
        Arrays.fill(restartHandle, EventQueue.NO_HANDLE);
        Arrays.fill(restarts, 0);
        Arrays.fill(stock, 0);
        Arrays.fill(drain, 0);
        Arrays.fill(stockSince, 0);
        Arrays.fill(bufferHandle, EventQueue.NO_HANDLE);
        Arrays.fill(bufferOut, false);
        Arrays.fill(degradeHandle, EventQueue.NO_HANDLE);
        Arrays.fill(degradations, 0);
        Arrays.fill(drains, 0);
        Arrays.fill(deadlocked, false);
        byHand.reset();
        Arrays.fill(failures, 0);
        Arrays.fill(failureHandle, EventQueue.NO_HANDLE);
    }

    @Override
    public void copyFrom(Services other) {
        crews.copyFrom(other.crews);
        System.arraycopy(other.restartHandle, 0, restartHandle, 0, restartHandle.length);
        System.arraycopy(other.restarts, 0, restarts, 0, restarts.length);
        System.arraycopy(other.stock, 0, stock, 0, stock.length);
        System.arraycopy(other.drain, 0, drain, 0, drain.length);
        System.arraycopy(other.stockSince, 0, stockSince, 0, stockSince.length);
        System.arraycopy(other.bufferHandle, 0, bufferHandle, 0, bufferHandle.length);
        System.arraycopy(other.bufferOut, 0, bufferOut, 0, bufferOut.length);
        System.arraycopy(other.degradeHandle, 0, degradeHandle, 0, degradeHandle.length);
        System.arraycopy(other.degradeFrom, 0, degradeFrom, 0, degradeFrom.length);
        System.arraycopy(other.degradations, 0, degradations, 0, degradations.length);
        System.arraycopy(other.drains, 0, drains, 0, drains.length);
        System.arraycopy(other.degradeCause, 0, degradeCause, 0, degradeCause.length);
        System.arraycopy(other.deadlocked, 0, deadlocked, 0, deadlocked.length);
        byHand.copyFrom(other.byHand);
        System.arraycopy(other.failures, 0, failures, 0, failures.length);
        System.arraycopy(other.failureHandle, 0, failureHandle, 0, failureHandle.length);
    }

    @Override
    public void digest(Digest digest) {
        crews.digest(digest);
        byHand.digest(digest);
        for (long left : stock) {
            digest.putLong(left);
        }
    }
}
