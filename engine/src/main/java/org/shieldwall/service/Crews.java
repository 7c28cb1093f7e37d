package org.shieldwall.service;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.FreeList;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Roster;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.Things;
import org.shieldwall.world.World;

/**
 * Crews mend damaged assets: after the decision to begin, in the order of the damage, as many at once as there are crews
 * on duty. The work belongs to the asset, not to the crew. Work begun is finished after the end of a shift.
 */
final class Crews implements Part<Crews> {
    private static final Damage[] DAMAGES = Damage.values();
    private static final Recovery.Way[] WAYS = Recovery.Way.values();
    private static final Rows.RestoreRow[] NO_RULES = {};
    private static final int FIRST_CAPACITY = 64;

    /** Rules are bits of an int. */
    private static final int MOST_RULES = Integer.SIZE;

    private final World world;
    private final State state;
    private final Recovery recovery;

    // [service]: mask of restore rules whose beginning was decided, and of those that wait for the decision
    private final int[] decided;
    private final int[] deciding;
    private final int[] outages;

    // [crew]
    private final boolean[] onDuty;
    private final boolean[] present;
    private final long[] shiftHandle;
    private final int[] busy;
    private final int[] head;
    private final int[] tail;

    // [asset]: mask of damage that is in some crew's list
    private final byte[] listed;

    // [repair]
    private final FreeList repairs = new FreeList();
    private int[] repairAsset = new int[FIRST_CAPACITY];
    private int[] repairDamage = new int[FIRST_CAPACITY];
    private int[] repairCrew = new int[FIRST_CAPACITY];
    private Rows.RestoreRow[] repairRule = Arrays.copyOf(NO_RULES, FIRST_CAPACITY);
    private byte[] repairWay = new byte[FIRST_CAPACITY];
    private int[] repairCause = new int[FIRST_CAPACITY];
    private long[] repairHandle = new long[FIRST_CAPACITY];
    /** Begun and not ended; its end may lie behind the horizon, where it has no handle. */
    private boolean[] underWay = new boolean[FIRST_CAPACITY];

    private int[] next = new int[FIRST_CAPACITY];

    Crews(State state) {
        this.world = state.world();
        this.state = state;
        recovery = new Recovery(state);
        decided = new int[world.serviceCount()];
        deciding = new int[world.serviceCount()];
        outages = new int[world.serviceCount() * MOST_RULES];
        onDuty = new boolean[world.crewCount()];
        present = new boolean[world.crewCount()];
        shiftHandle = new long[world.crewCount()];
        busy = new int[world.crewCount()];
        head = new int[world.crewCount()];
        tail = new int[world.crewCount()];
        listed = new byte[world.assetCount()];
    }

    /** Rosters of crews that levers have brought begin at the present place, those of the others end. */
    void start() {
        for (int crew = 0; crew < world.crewCount(); crew++) {
            boolean alive = state.switches().alive(EntityKind.CREW, crew);
            if (alive && !present[crew]) {
                present[crew] = true;
                Roster roster = world.crew(crew).onDuty();
                int place = roster.placeFrom(state.now());
                onDuty[crew] = roster.always() || (place & 1) == 1;
                if (!roster.always()) {
                    scheduleShift(crew, place);
                }
            } else if (!alive && present[crew]) {
                present[crew] = false;
                standDown(crew);
            }
        }
    }

    private void scheduleShift(int crew, int place) {
        Roster roster = world.crew(crew).onDuty();
        shiftHandle[crew] = place < roster.size()
                ? state.schedule(roster.instant(place) - state.now(), EventCode.CREW_SHIFT, crew, place, FactSink.NONE)
                : EventQueue.NO_HANDLE;
    }

    /** The crew is no more: its list is forgotten, what it had begun stays undone. */
    private void standDown(int crew) {
        state.cancel(shiftHandle[crew]);
        onDuty[crew] = false;
        while (head[crew] >= 0) {
            int repair = head[crew];
            head[crew] = next[repair];
            release(repair);
        }
        for (int repair = 0; repair < repairs.rows(); repair++) {
            if (underWay[repair] && repairCrew[repair] == crew) {
                state.cancel(repairHandle[repair]);
                release(repair);
            }
        }
        busy[crew] = 0;
    }

    void shift(int crew, int place) {
        onDuty[crew] = (place & 1) == 0;
        scheduleShift(crew, place + 1);
        serve(crew);
    }

    /** Crews and services came or went: what is damaged is seen to by whoever is there now. */
    void leversChanged(int fact) {
        start();
        for (int repair = 0; repair < repairs.rows(); repair++) {
            if (underWay[repair] && !state.switches().alive(EntityKind.ASSET, repairAsset[repair])) {
                state.cancel(repairHandle[repair]);
                busy[repairCrew[repair]]--;
                release(repair);
            }
        }
        for (int service = 0; service < world.serviceCount(); service++) {
            for (int group : world.service(service).groups()) {
                Rows.GroupRow assets = world.group(group);
                for (int asset = assets.firstAsset(); asset < assets.firstAsset() + assets.assetCount(); asset++) {
                    for (Damage damage : DAMAGES) {
                        if (state.things().damaged(asset, damage)) {
                            seeTo(service, asset, damage, fact);
                        }
                    }
                }
            }
        }
        for (int crew = 0; crew < world.crewCount(); crew++) {
            serve(crew);
        }
    }

    /** The investigation found an asset in an attacker's hands. */
    void told(int asset) {
        recovery.told(asset);
    }

    void rebuilt(int asset) {
        recovery.rebuilt(asset);
    }

    // From damage to a crew's list

    /** An asset was damaged: every service that needs it and has a rule for such damage sees to it. */
    void damaged(int asset, Damage damage, int fact) {
        for (int service : world.servicesNeeding(world.groupOf(asset))) {
            seeTo(service, asset, damage, fact);
        }
    }

    private void seeTo(int service, int asset, Damage damage, int fact) {
        if (!state.switches().alive(EntityKind.SERVICE, service)
                || !state.switches().alive(EntityKind.ASSET, asset)) {
            return;
        }
        Rows.RestoreRow[] rules = world.service(service).restore();
        for (int rule = 0; rule < rules.length; rule++) {
            if ((rules[rule].mends() & Things.bit(damage)) == 0) {
                continue;
            }
            if ((decided[service] & 1 << rule) != 0) {
                list(rules[rule], asset, damage, fact);
            } else if ((deciding[service] & 1 << rule) == 0) {
                deciding[service] |= 1 << rule;
                long subject = Dice.mix(world.entities().key(EntityKind.SERVICE, service), rule);
                long wait = state.time(
                        rules[rule].decision(),
                        Purpose.RESTORATION_DECISION,
                        subject,
                        outages[service * MOST_RULES + rule]++);
                state.schedule(wait, EventCode.RESTORATION_DECISION, service, rule, fact);
            }
        }
    }

    void restorationDecided(int service, int rule, int cause) {
        if (!state.switches().alive(EntityKind.SERVICE, service)) {
            deciding[service] &= ~(1 << rule);
            return;
        }
        Rows.ServiceRow row = world.service(service);
        long subject = Dice.mix(world.entities().key(EntityKind.SERVICE, service), rule);
        int fact = state.happen(
                FactKind.RESTORATION_DECIDED,
                world.entities().entity(EntityKind.ORGANISATION, row.provider()),
                world.entities().entity(EntityKind.SERVICE, service),
                rule,
                subject,
                cause);
        deciding[service] &= ~(1 << rule);
        if (fact == FactSink.REFUSED) {
            return;
        }
        decided[service] |= 1 << rule;
        Rows.RestoreRow restore = row.restore()[rule];
        for (int group : row.groups()) {
            Rows.GroupRow assets = world.group(group);
            for (int asset = assets.firstAsset(); asset < assets.firstAsset() + assets.assetCount(); asset++) {
                for (Damage damage : DAMAGES) {
                    if ((restore.mends() & Things.bit(damage)) != 0
                            && state.things().damaged(asset, damage)) {
                        list(restore, asset, damage, fact);
                    }
                }
            }
        }
        endIfWhole(service);
    }

    private void list(Rows.RestoreRow restore, int asset, Damage damage, int cause) {
        if ((listed[asset] & Things.bit(damage)) != 0 || !state.switches().alive(EntityKind.CREW, restore.crew())) {
            return;
        }
        listed[asset] |= (byte) Things.bit(damage);
        int repair = repairs.take();
        if (repair == repairAsset.length) {
            grow();
        }
        int crew = restore.crew();
        repairAsset[repair] = asset;
        repairDamage[repair] = damage.ordinal();
        repairCrew[repair] = crew;
        repairRule[repair] = restore;
        repairCause[repair] = cause;
        repairHandle[repair] = EventQueue.NO_HANDLE;
        underWay[repair] = false;
        next[repair] = -1;
        if (head[crew] < 0) {
            head[crew] = repair;
        } else {
            next[tail[crew]] = repair;
        }
        tail[crew] = repair;
        serve(crew);
    }

    // Work

    void serve(int crew) {
        int crews = (int) state.numbers().value(world.crew(crew).count());
        while (onDuty[crew] && head[crew] >= 0 && busy[crew] < crews) {
            int repair = head[crew];
            head[crew] = next[repair];
            begin(crew, repair);
        }
    }

    private void begin(int crew, int repair) {
        int asset = repairAsset[repair];
        Damage damage = DAMAGES[repairDamage[repair]];
        boolean alsoRestored = damage == Damage.OFF && (listed[asset] & Things.bit(Damage.ENCRYPTED)) != 0;
        if (alsoRestored
                || !state.things().damaged(asset, damage)
                || !state.switches().alive(EntityKind.ASSET, asset)) {
            release(repair);
            return;
        }
        long subject = Dice.mix(world.entities().key(EntityKind.ASSET, asset), repairDamage[repair]);
        Recovery.Way way = recovery.way(repairRule[repair], asset, damage);
        int fact = state.given(state.things().damageFact(asset))
                .given(way == Recovery.Way.KEY ? recovery.keyTo(asset) : FactSink.NONE)
                .happen(
                        FactKind.REPAIR_STARTED,
                        world.entities().entity(EntityKind.CREW, crew),
                        world.entities().entity(EntityKind.ASSET, asset),
                        repairDamage[repair],
                        subject,
                        repairCause[repair]);
        if (fact == FactSink.REFUSED) {
            release(repair);
            return;
        }
        busy[crew]++;
        repairWay[repair] = (byte) way.ordinal();
        long takes = state.time(
                Recovery.takes(repairRule[repair], way),
                Purpose.REPAIR_TAKES,
                subject,
                state.facts().ordinal(fact));
        underWay[repair] = true;
        repairHandle[repair] = state.schedule(takes, EventCode.REPAIR_ENDS, repair, 0, fact);
    }

    void repairEnds(int repair, int cause) {
        int crew = repairCrew[repair];
        int asset = repairAsset[repair];
        Damage damage = DAMAGES[repairDamage[repair]];
        Rows.RestoreRow rule = repairRule[repair];
        Recovery.Way way = WAYS[repairWay[repair]];
        busy[crew]--;
        release(repair);
        if (state.things().damaged(asset, damage)
                && !recovery.end(rule, way, asset, damage, world.entities().entity(EntityKind.CREW, crew), cause)) {
            list(rule, asset, damage, cause);
        }
        serve(crew);
    }

    /** An asset was mended, by whomever: what waited for it may be whole. */
    void mended(int asset, Damage damage) {
        recovery.mended(asset, damage);
        for (int service : world.servicesNeeding(world.groupOf(asset))) {
            endIfWhole(service);
        }
    }

    private void release(int repair) {
        listed[repairAsset[repair]] &= (byte) ~Things.bit(DAMAGES[repairDamage[repair]]);
        repairHandle[repair] = EventQueue.NO_HANDLE;
        underWay[repair] = false;
        repairs.release(repair);
    }

    /** Once nothing that a rule mends is left, the next outage needs a decision of its own. */
    private void endIfWhole(int service) {
        Rows.ServiceRow row = world.service(service);
        for (int rule = 0; rule < row.restore().length; rule++) {
            if ((decided[service] & 1 << rule) != 0 && isWhole(row, row.restore()[rule].mends())) {
                decided[service] &= ~(1 << rule);
            }
        }
    }

    private boolean isWhole(Rows.ServiceRow row, int mends) {
        for (int group : row.groups()) {
            Rows.GroupRow assets = world.group(group);
            for (int asset = assets.firstAsset(); asset < assets.firstAsset() + assets.assetCount(); asset++) {
                if ((state.things().damage(asset) & mends) != 0
                        && state.switches().alive(EntityKind.ASSET, asset)) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean worksFor(int service) {
        return decided[service] != 0 || deciding[service] != 0;
    }

    private void grow() {
        int capacity = 2 * repairAsset.length;
        repairAsset = Arrays.copyOf(repairAsset, capacity);
        repairDamage = Arrays.copyOf(repairDamage, capacity);
        repairCrew = Arrays.copyOf(repairCrew, capacity);
        repairRule = Arrays.copyOf(repairRule, capacity);
        repairWay = Arrays.copyOf(repairWay, capacity);
        repairCause = Arrays.copyOf(repairCause, capacity);
        repairHandle = Arrays.copyOf(repairHandle, capacity);
        underWay = Arrays.copyOf(underWay, capacity);
        next = Arrays.copyOf(next, capacity);
    }

    @Override
    public void reset() {
        Arrays.fill(decided, 0);
        Arrays.fill(deciding, 0);
        Arrays.fill(outages, 0);
        Arrays.fill(onDuty, false);
        Arrays.fill(present, false);
        Arrays.fill(shiftHandle, EventQueue.NO_HANDLE);
        Arrays.fill(busy, 0);
        Arrays.fill(head, -1);
        Arrays.fill(tail, -1);
        Arrays.fill(listed, (byte) 0);
        repairs.reset();
        recovery.reset();
    }

    @Override
    public void copyFrom(Crews other) {
        System.arraycopy(other.decided, 0, decided, 0, decided.length);
        System.arraycopy(other.deciding, 0, deciding, 0, deciding.length);
        System.arraycopy(other.outages, 0, outages, 0, outages.length);
        System.arraycopy(other.onDuty, 0, onDuty, 0, onDuty.length);
        System.arraycopy(other.present, 0, present, 0, present.length);
        System.arraycopy(other.shiftHandle, 0, shiftHandle, 0, shiftHandle.length);
        System.arraycopy(other.busy, 0, busy, 0, busy.length);
        System.arraycopy(other.head, 0, head, 0, head.length);
        System.arraycopy(other.tail, 0, tail, 0, tail.length);
        System.arraycopy(other.listed, 0, listed, 0, listed.length);
        repairs.copyFrom(other.repairs);
        int rows = repairs.rows();
        repairAsset = Columns.copied(other.repairAsset, repairAsset, rows);
        repairDamage = Columns.copied(other.repairDamage, repairDamage, rows);
        repairCrew = Columns.copied(other.repairCrew, repairCrew, rows);
        repairRule = Columns.copied(other.repairRule, repairRule, rows);
        repairWay = Columns.copied(other.repairWay, repairWay, rows);
        repairCause = Columns.copied(other.repairCause, repairCause, rows);
        repairHandle = Columns.copied(other.repairHandle, repairHandle, rows);
        underWay = Columns.copied(other.underWay, underWay, rows);
        next = Columns.copied(other.next, next, rows);
        recovery.copyFrom(other.recovery);
    }

    @Override
    public void digest(Digest digest) {
        for (int crew = 0; crew < busy.length; crew++) {
            digest.putInt(busy[crew]);
        }
        repairs.digest(digest);
        recovery.digest(digest);
    }
}
