package org.shieldwall.service;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
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

    /** Rules are bits of an int. */
    private static final int MOST_RULES = Integer.SIZE;

    private final World world;
    private final State state;
    private final Recovery recovery;

    private final Columns columns = new Columns();

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
    private final Table repairs = new Table();
    private int[] repairAsset = repairs.ints(grown -> repairAsset = grown);
    private int[] repairDamage = repairs.ints(grown -> repairDamage = grown);
    private int[] repairCrew = repairs.ints(grown -> repairCrew = grown);
    private int[] repairService = repairs.ints(grown -> repairService = grown);
    private int[] repairRule = repairs.ints(grown -> repairRule = grown);
    private byte[] repairWay = repairs.bytes(grown -> repairWay = grown);
    private int[] repairCause = repairs.ints(grown -> repairCause = grown);
    private long[] repairHandle = repairs.longs(grown -> repairHandle = grown);
    /** Begun and not ended; its end may lie behind the horizon, where it has no handle. */
    private boolean[] underWay = repairs.booleans(grown -> underWay = grown);

    private int[] next = repairs.ints(grown -> next = grown);

    Crews(State state) {
        this.world = state.world();
        this.state = state;
        recovery = new Recovery(state);
        decided = columns.ints(world.serviceCount(), 0);
        deciding = columns.ints(world.serviceCount(), 0);
        outages = columns.ints(world.serviceCount() * MOST_RULES, 0);
        onDuty = columns.booleans(world.crewCount(), false);
        present = columns.booleans(world.crewCount(), false);
        shiftHandle = columns.longs(world.crewCount(), EventQueue.NO_HANDLE);
        busy = columns.ints(world.crewCount(), 0);
        head = columns.ints(world.crewCount(), -1);
        tail = columns.ints(world.crewCount(), -1);
        listed = columns.bytes(world.assetCount(), (byte) 0);
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
                list(service, rule, asset, damage, fact);
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
                        list(service, rule, asset, damage, fact);
                    }
                }
            }
        }
        endIfWhole(service);
    }

    private void list(int service, int rule, int asset, Damage damage, int cause) {
        Rows.RestoreRow restore = world.service(service).restore()[rule];
        if ((listed[asset] & Things.bit(damage)) != 0 || !state.switches().alive(EntityKind.CREW, restore.crew())) {
            return;
        }
        listed[asset] |= (byte) Things.bit(damage);
        int repair = repairs.take();
        int crew = restore.crew();
        repairAsset[repair] = asset;
        repairDamage[repair] = damage.ordinal();
        repairCrew[repair] = crew;
        repairService[repair] = service;
        repairRule[repair] = rule;
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
        Rows.RestoreRow rule = rule(repair);
        Recovery.Way way = recovery.way(rule, asset, damage);
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
                Recovery.takes(rule, way),
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
        int service = repairService[repair];
        int rule = repairRule[repair];
        Rows.RestoreRow restore = rule(repair);
        Recovery.Way way = WAYS[repairWay[repair]];
        busy[crew]--;
        release(repair);
        if (state.things().damaged(asset, damage)
                && !recovery.end(restore, way, asset, damage, world.entities().entity(EntityKind.CREW, crew), cause)) {
            list(service, rule, asset, damage, cause);
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

    private Rows.RestoreRow rule(int repair) {
        return world.service(repairService[repair]).restore()[repairRule[repair]];
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

    @Override
    public void reset() {
        columns.reset();
        repairs.reset();
        recovery.reset();
    }

    @Override
    public void copyFrom(Crews other) {
        columns.copyFrom(other.columns);
        repairs.copyFrom(other.repairs);
        recovery.copyFrom(other.recovery);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        repairs.digest(digest);
        recovery.digest(digest);
    }
}
