package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Agenda;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique.Position;

/**
 * What several behaviours share, and its named transitions.
 *
 * <p>A transition checks its precondition, appends its fact (which may be refused: {@link FactSink#REFUSED}, then nothing
 * changes), writes the arrays and puts the reactions of that fact's kind on the agenda. It calls no behaviour. Conditions
 * of the next fact are named beforehand by {@link #given}.
 */
public final class State implements Part<State> {
    private static final Damage[] ON_DISK = {Damage.DISK, Damage.ENCRYPTED};

    private final World world;
    private final FactLog facts;
    private final Agenda agenda;
    private final EventQueue queue;
    private final int[][] reactions;

    private final Numbers numbers;
    private final Switches switches;
    private final Things things;
    private final Footholds footholds;
    private final Indicators indicators;
    private final Register register;
    private final ServiceLevels levels;
    private final Backups backups;
    private final Keys keys;
    private final Reach reach;
    private final Traffic traffic;
    private final Ways ways;
    private final Fluid fluid;
    private final Invariants invariants;

    private long baseKey;
    private long runKey;
    private int[] pending = new int[16];
    private int pendingCount;
    private boolean checking;

    /** @param reactions by ordinal of {@link FactKind}: codes of what reacts to it, in order */
    public State(World world, FactLog facts, Agenda agenda, EventQueue queue, int[][] reactions) {
        this.world = world;
        this.facts = facts;
        this.agenda = agenda;
        this.queue = queue;
        this.reactions = reactions;
        numbers = new Numbers(world.parameters, world.leverCount());
        switches = new Switches(world);
        things = new Things(world);
        footholds = new Footholds(world);
        indicators = new Indicators(world);
        register = new Register();
        levels = new ServiceLevels(world);
        backups = new Backups(world, numbers);
        keys = new Keys(world);
        reach = new Reach(world, switches, things, footholds);
        traffic = new Traffic(world);
        ways = new Ways(world);
        fluid = new Fluid(world, traffic, ways, switches, things, numbers);
        invariants = new Invariants(world, switches, facts);
    }

    public World world() {
        return world;
    }

    public FactLog facts() {
        return facts;
    }

    public Numbers numbers() {
        return numbers;
    }

    public Switches switches() {
        return switches;
    }

    public Things things() {
        return things;
    }

    public Footholds footholds() {
        return footholds;
    }

    public Indicators indicators() {
        return indicators;
    }

    public Register register() {
        return register;
    }

    public ServiceLevels levels() {
        return levels;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Ways ways() {
        return ways;
    }

    public Backups backups() {
        return backups;
    }

    public Keys keys() {
        return keys;
    }

    public long now() {
        return facts.now();
    }

    // Luck

    /** Begins a replication with its luck. */
    public void runKey(long key) {
        baseKey = key;
        runKey = key;
        backups.baseKey(key);
    }

    /** Other luck for draws from now on; traits keep theirs. */
    public void branchKey(long key) {
        runKey = key;
    }

    /** A die that belongs to a thing and not to a moment: the same in every future of a fork. */
    public double trait(int purpose, long subject, long n) {
        return Dice.uniform(baseKey, purpose, subject, n);
    }

    public double traitExponential(int purpose, long subject, long n) {
        return Dice.unitExponential(baseKey, purpose, subject, n);
    }

    public double die(int purpose, long subject, long n) {
        return Dice.uniform(runKey, purpose, subject, n);
    }

    public double unitExponential(int purpose, long subject, long n) {
        return Dice.unitExponential(runKey, purpose, subject, n);
    }

    /** A time by a number's law, in nanoseconds. */
    public long time(int number, int purpose, long subject, long n) {
        return numbers.time(number, numbers.isConstant(number) ? 0.5 : die(purpose, subject, n));
    }

    // Time

    /** Schedules an event after a delay; a delay of {@link Long#MAX_VALUE} never comes and has the handle {@link EventQueue#NO_HANDLE}. */
    public long schedule(long delay, int event, int a, int b, int cause) {
        long time = Clock.plus(now(), delay);
        if (time > world.horizon()) {
            return EventQueue.NO_HANDLE;
        }
        return queue.schedule(time, event, a, b, cause);
    }

    public void cancel(long handle) {
        if (handle != EventQueue.NO_HANDLE) {
            queue.cancel(handle);
        }
    }

    // Facts

    /** Names a condition of the next fact. */
    public State given(int fact) {
        if (fact != FactSink.NONE) {
            if (pendingCount == pending.length) {
                pending = java.util.Arrays.copyOf(pending, 2 * pendingCount);
            }
            pending[pendingCount++] = fact;
        }
        return this;
    }

    /** Appends a fact with the conditions named, and wakes what reacts to it. */
    public int happen(FactKind kind, int who, int whom, long value, long subject, int trigger) {
        if (checking) {
            invariants.verify(kind, who, whom, trigger, pending, pendingCount);
        }
        int fact = facts.append(kind, who, whom, value, subject, trigger);
        if (fact != FactSink.REFUSED) {
            for (int i = 0; i < pendingCount; i++) {
                facts.because(pending[i]);
            }
            int[] codes = reactions[kind.ordinal()];
            for (int code : codes) {
                agenda.add(code, who, fact);
            }
        }
        pendingCount = 0;
        return fact;
    }

    private int happen(FactKind kind, int who, int whom, long value, int about, int trigger) {
        return happen(kind, who, whom, value, world.entities.key(about), trigger);
    }

    private int entity(EntityKind kind, int index) {
        return world.entities.entity(kind, index);
    }

    private int asset(int asset) {
        return world.entities.entity(EntityKind.ASSET, asset);
    }

    // Levers

    public int setLever(int lever, boolean on, int trigger) {
        int entity = entity(EntityKind.LEVER, lever);
        int fact = happen(FactKind.LEVER_SET, entity, -1, on ? 1 : 0, entity, trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        switches.set(lever, on);
        numbers.follow(switches.leversOn());
        things.recount(switches);
        for (int service = 0; service < world.serviceCount(); service++) {
            levels.touch(service, fact);
        }
        ways.follow(switches);
        traffic.touch(fact);
        searchReach(fact);
        return fact;
    }

    /** Sets levers before the first instant, without facts: the strategy of the run. */
    public void begin(boolean[] leversOn) {
        switches.setAll(leversOn);
        numbers.vary(baseKey);
        numbers.follow(switches.leversOn());
        things.recount(switches);
        for (int service = 0; service < world.serviceCount(); service++) {
            levels.touch(service, FactSink.NONE);
        }
        ways.follow(switches);
        traffic.touch(FactSink.NONE);
    }

    /** Says which levers are on as facts that wake nobody. */
    public void nameLevers(int trigger) {
        for (int lever = 0; lever < world.leverCount(); lever++) {
            if (switches.on(lever)) {
                int entity = entity(EntityKind.LEVER, lever);
                facts.append(FactKind.LEVER_SET, entity, -1, 1, world.entities.key(entity), trigger);
            }
        }
    }

    // What actors hold

    /** What anybody on the internet can find; no fact, as nobody did anything. */
    public void seeFromInternet(int actor, int network) {
        Rows.NetworkRow row = world.network(network);
        for (int i = 0; i < row.assetCount(); i++) {
            footholds.discover(actor, row.firstAsset() + i);
        }
    }

    /** The actor learns of all assets of a network. */
    public int discoverNetwork(int actor, int network, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int fact = happen(
                FactKind.NETWORK_DISCOVERED,
                entity(EntityKind.ACTOR, actor),
                entity(EntityKind.NETWORK, network),
                0,
                Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(EntityKind.NETWORK, network)),
                trigger);
        if (fact != FactSink.REFUSED) {
            for (int i = 0; i < row.assetCount(); i++) {
                footholds.discover(actor, row.firstAsset() + i);
            }
        }
        return fact;
    }

    /**
     * Gives an actor a position on an asset.
     *
     * @param parent row of the foothold it came from, −1 from outside
     * @param account whose credential was used, −1 for none
     */
    public int grantAccess(
            int actor,
            int asset,
            Position position,
            boolean persistent,
            int parent,
            int account,
            int step,
            int trigger) {
        check(position.compareTo(Position.USER) >= 0, "a grant below user", asset);
        check(!things.cutOff(asset), "access to an asset that is cut off", asset);
        check(parent < 0 || footholds.live(parent), "access without a live path", asset);
        check(!checking || isPathTo(trigger, parent), "access without a path of facts", asset);
        check(
                account < 0 || footholds.credential(actor, account) != FactSink.NONE,
                "access by a credential that is not held",
                asset);
        long pair = Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(asset(asset)));
        int fact = happen(
                FactKind.ACCESS_GRANTED,
                entity(EntityKind.ACTOR, actor),
                asset(asset),
                position.ordinal(),
                pair,
                trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        int row = footholds.gain(
                actor,
                asset,
                position.ordinal(),
                persistent,
                parent,
                account,
                step,
                Dice.mix(pair, Purpose.FOOTHOLD, facts.ordinal(fact)),
                now());
        footholds.recordFact(row, fact);
        footholds.live(row, true);
        for (int level = 0; level < Footholds.LEVELS; level++) {
            footholds.recordBuild(row, level, indicators.build(actor, level));
        }
        return fact;
    }

    /** An attempt succeeded, and where it came from is one of its conditions. */
    private boolean isPathTo(int success, int parent) {
        if (success < 0 || facts.kind(success) != FactKind.ATTEMPT_SUCCEEDED) {
            return false;
        }
        for (int i = 0; i < facts.conditionCount(success); i++) {
            if (parent >= 0 && facts.condition(success, i) == footholds.fact(parent)) {
                return true;
            }
        }
        return parent < 0;
    }

    public int stealCredential(int actor, int account, int trigger) {
        int fact = happen(
                FactKind.CREDENTIAL_STOLEN,
                entity(EntityKind.ACTOR, actor),
                entity(EntityKind.ACCOUNT, account),
                0,
                Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(EntityKind.ACCOUNT, account)),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.steal(actor, account, fact);
        }
        return fact;
    }

    /** Searches anew what each actor reaches, after something was cut, lost or given back. */
    public void searchReach(int trigger) {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            reach.search(actor);
            for (int row = 0; row < footholds.size(); row++) {
                if (footholds.actor(row) != actor || !footholds.held(row)) {
                    continue;
                }
                boolean reached = reach.reached(row);
                if (footholds.live(row) && !reached) {
                    loseAccess(row, !footholds.persistent(row), trigger);
                } else if (!footholds.live(row) && reached) {
                    regainAccess(row, trigger);
                }
            }
        }
    }

    private void loseAccess(int row, boolean forGood, int trigger) {
        int asset = footholds.asset(row);
        int fact = happen(
                FactKind.ACCESS_LOST,
                entity(EntityKind.ACTOR, footholds.actor(row)),
                asset(asset),
                footholds.position(row),
                footholds.key(row),
                trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        footholds.live(row, false);
        if (forGood) {
            footholds.remove(row);
        }
    }

    private void regainAccess(int row, int trigger) {
        int actor = footholds.actor(row);
        int asset = footholds.asset(row);
        int fact = happen(
                FactKind.ACCESS_GRANTED,
                entity(EntityKind.ACTOR, actor),
                asset(asset),
                footholds.position(row),
                Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(asset(asset))),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.live(row, true);
            footholds.recordFact(row, fact);
        }
    }

    // What happens to things

    public int damage(int asset, Damage kind, int trigger) {
        check(!things.damaged(asset, kind), "damage to what is damaged so already", asset);
        int fact = happen(FactKind.ASSET_DAMAGED, -1, asset(asset), kind.ordinal(), asset(asset), trigger);
        if (fact != FactSink.REFUSED) {
            things.damage(asset, kind, fact);
            if (kind == Damage.ENCRYPTED) {
                keys.encrypted(asset, actorBehind(trigger), fact);
            }
            touchServices(world.groupOf(asset), fact);
        }
        return fact;
    }

    /** Whose attempt a success was, −1 where it was none. */
    private int actorBehind(int success) {
        return success >= 0 && facts.kind(success) == FactKind.ATTEMPT_SUCCEEDED
                ? world.step(world.entities.index(facts.who(success))).actor()
                : -1;
    }

    /** The attackers' key in an organisation's hands, for all that they encrypted there. */
    public int giveKey(int actor, int organisation, int trigger) {
        long pair = Dice.mix(
                world.entities.key(EntityKind.ORGANISATION, organisation), world.entities.key(EntityKind.ACTOR, actor));
        int fact = happen(
                FactKind.KEY_OBTAINED,
                entity(EntityKind.ORGANISATION, organisation),
                entity(EntityKind.ACTOR, actor),
                0,
                pair,
                trigger);
        if (fact != FactSink.REFUSED) {
            keys.obtain(organisation, actor, fact);
        }
        return fact;
    }

    /** Destroys the backups of a range of assets that an attacker in the network can reach; none: nothing happens. */
    public void destroyBackups(int actor, int attacked, int first, int count, int trigger) {
        int exposed = 0;
        for (int asset = first; asset < first + count; asset++) {
            exposed += switches.alive(EntityKind.ASSET, asset) && backups.isExposed(asset) ? 1 : 0;
        }
        if (exposed == 0) {
            return;
        }
        int fact = happen(
                FactKind.BACKUPS_DESTROYED,
                entity(EntityKind.ACTOR, actor),
                asset(attacked),
                exposed,
                Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(asset(attacked))),
                trigger);
        for (int asset = first; fact != FactSink.REFUSED && asset < first + count; asset++) {
            if (switches.alive(EntityKind.ASSET, asset) && backups.isExposed(asset)) {
                backups.destroy(asset, fact);
            }
        }
    }

    /** Switches off what still runs in a network; whoever held some of it holds nothing until it is on again. */
    public void switchOff(int network, int given, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int last = FactSink.NONE;
        for (int asset = row.firstAsset(); asset < row.firstAsset() + row.assetCount(); asset++) {
            if (!switches.alive(EntityKind.ASSET, asset) || things.damaged(asset, Damage.OFF)) {
                continue;
            }
            int organisation = entity(EntityKind.ORGANISATION, row.organisation());
            int fact = given(given)
                    .happen(FactKind.ASSET_SWITCHED_OFF, organisation, asset(asset), 0, asset(asset), trigger);
            if (fact != FactSink.REFUSED) {
                things.damage(asset, Damage.OFF, fact);
                touchServices(world.groupOf(asset), fact);
                last = fact;
            }
        }
        if (last != FactSink.NONE) {
            searchReach(last);
        }
    }

    /**
     * Mends what is damaged and cleans it, or not.
     *
     * @param cleaned whether what an attacker left above the firmware is gone too
     */
    public int mend(int asset, Damage kind, int who, boolean cleaned, int trigger) {
        // It is cleaned before it goes on, or the attacker is in at once.
        if (cleaned && removeFootholds(asset, Long.MIN_VALUE, trigger)) {
            searchReach(trigger);
        }
        return mend(asset, kind, who, trigger);
    }

    /** @param who crew or organisation that mends; −1 where it passes by itself */
    public int mend(int asset, Damage kind, int who, int trigger) {
        check(things.damaged(asset, kind), "mending of what is not damaged so", asset);
        int fact = happen(FactKind.ASSET_MENDED, who, asset(asset), kind.ordinal(), asset(asset), trigger);
        if (fact != FactSink.REFUSED) {
            things.mend(asset, kind);
            touchServices(world.groupOf(asset), fact);
            if (kind == Damage.OFF) {
                searchReach(fact);
            }
        }
        return fact;
    }

    private void touchServices(int group, int cause) {
        for (int service : world.servicesNeeding(group)) {
            levels.touch(service, cause);
        }
        traffic.touch(cause);
    }

    public int isolate(int asset, int trigger) {
        check(!things.isolated(asset), "double isolation", asset);
        int fact = happen(
                FactKind.ASSET_ISOLATED,
                entity(EntityKind.ORGANISATION, world.organisationOf(asset)),
                asset(asset),
                0,
                asset(asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.isolate(asset, fact);
            touchServices(world.groupOf(asset), fact);
            searchReach(fact);
        }
        return fact;
    }

    public int reconnect(int asset, int trigger) {
        check(things.isolated(asset), "reconnection of what is not isolated", asset);
        int fact = happen(
                FactKind.ASSET_RECONNECTED,
                entity(EntityKind.ORGANISATION, world.organisationOf(asset)),
                asset(asset),
                0,
                asset(asset),
                trigger);
        if (fact != FactSink.REFUSED) {
            things.isolate(asset, FactSink.NONE);
            touchServices(world.groupOf(asset), fact);
            searchReach(fact);
        }
        return fact;
    }

    public int separate(int network, int trigger) {
        check(!things.separated(network), "double separation", network);
        return setSeparation(network, FactKind.NETWORK_SEPARATED, true, trigger);
    }

    public int reconnectNetwork(int network, int trigger) {
        check(things.separated(network), "reconnection of what is not separated", network);
        return setSeparation(network, FactKind.NETWORK_RECONNECTED, false, trigger);
    }

    private int setSeparation(int network, FactKind kind, boolean cut, int trigger) {
        Rows.NetworkRow row = world.network(network);
        int entity = entity(EntityKind.NETWORK, network);
        int fact = happen(kind, entity(EntityKind.ORGANISATION, row.organisation()), entity, 0, entity, trigger);
        if (fact != FactSink.REFUSED) {
            things.separate(network, cut ? fact : FactSink.NONE);
            for (int g = 0; g < row.groupCount(); g++) {
                touchServices(row.firstGroup() + g, fact);
            }
            traffic.touch(fact);
            searchReach(fact);
        }
        return fact;
    }

    /** New credentials for an account: whoever stole the old ones holds nothing by them. */
    public int resetCredentials(int organisation, int account, int trigger) {
        int entity = entity(EntityKind.ACCOUNT, account);
        int fact = happen(
                FactKind.CREDENTIALS_RESET, entity(EntityKind.ORGANISATION, organisation), entity, 0, entity, trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        boolean lost = false;
        for (int actor = 0; actor < world.actorCount(); actor++) {
            if (footholds.credential(actor, account) != FactSink.NONE) {
                footholds.steal(actor, account, FactSink.NONE);
                lost = true;
                happen(
                        FactKind.CREDENTIAL_LOST,
                        entity(EntityKind.ACTOR, actor),
                        entity,
                        0,
                        Dice.mix(world.entities.key(EntityKind.ACTOR, actor), world.entities.key(entity)),
                        fact);
            }
        }
        if (lost) {
            searchReach(fact);
        }
        return fact;
    }

    /** Rebuilds an asset: whatever lives above the firmware is gone, a wiped disk is whole again. */
    public int rebuild(int asset, int trigger) {
        int organisation = entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = happen(FactKind.ASSET_REBUILT, organisation, asset(asset), 0, asset(asset), trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        clear(asset, Long.MIN_VALUE, fact);
        return fact;
    }

    /**
     * Puts an asset back to a backup: a wiped disk is whole again, and who was in when the backup was made is in again.
     *
     * @param age of the backup, in nanoseconds
     */
    public int restore(int asset, long age, int trigger) {
        int organisation = entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = happen(FactKind.ASSET_RESTORED, organisation, asset(asset), age, asset(asset), trigger);
        if (fact != FactSink.REFUSED) {
            clear(asset, now() - age, fact);
        }
        return fact;
    }

    /** Takes away what was gained on an asset since a time, above the firmware, and makes its disk whole. */
    private void clear(int asset, long gainedSince, int fact) {
        boolean lost = removeFootholds(asset, gainedSince, fact);
        int organisation = entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        for (Damage kind : ON_DISK) {
            if (things.damaged(asset, kind)) {
                mend(asset, kind, organisation, fact);
            }
        }
        if (lost) {
            searchReach(fact);
        }
    }

    private boolean removeFootholds(int asset, long gainedSince, int fact) {
        boolean lost = false;
        for (int actor = 0; actor < world.actorCount(); actor++) {
            int row = footholds.row(actor, asset);
            if (row >= 0
                    && footholds.held(row)
                    && footholds.since(row) >= gainedSince
                    && footholds.position(row) < Position.FIRMWARE.ordinal()) {
                if (footholds.live(row)) {
                    loseAccess(row, true, fact);
                } else {
                    footholds.remove(row);
                }
                lost = true;
            }
        }
        return lost;
    }

    /** Closes the doors that a patch closes, for good. */
    public int patch(int asset, int trigger) {
        check(things.patchedBy(asset) == FactSink.NONE, "a second patch", asset);
        int organisation = entity(EntityKind.ORGANISATION, world.organisationOf(asset));
        int fact = happen(FactKind.ASSET_PATCHED, organisation, asset(asset), 0, asset(asset), trigger);
        if (fact != FactSink.REFUSED) {
            things.patch(asset, fact);
        }
        return fact;
    }

    // Services

    public int setServiceLevel(int service, int level, int trigger) {
        check(level >= 0 && level <= NeedProgram.FULL, "a level outside 0 to 10,000", service);
        check(level != levels.level(service), "a level that does not change", service);
        int entity = entity(EntityKind.SERVICE, service);
        int fact = happen(FactKind.SERVICE_LEVEL, entity, -1, level, entity, trigger);
        if (fact != FactSink.REFUSED) {
            levels.set(service, level, fact);
            for (int dependant : world.service(service).dependants()) {
                levels.touch(dependant, fact);
            }
        }
        return fact;
    }

    /** What a class of those whom a service serves gets of what it wants. */
    public int setClassLevel(int served, int level, int trigger) {
        check(level >= 0 && level <= NeedProgram.FULL, "a class's level outside 0 to 10,000", served);
        check(level != levels.classLevel(served), "a class's level that does not change", served);
        int service = entity(EntityKind.SERVICE, world.servedClass(served).service());
        int entity = entity(EntityKind.SERVICE_CLASS, served);
        int fact = happen(FactKind.CLASS_LEVEL, service, entity, level, entity, trigger);
        if (fact != FactSink.REFUSED) {
            levels.setClass(served, level, fact);
            for (int dependant : world.servedClass(served).dependants()) {
                levels.touch(dependant, fact);
            }
        }
        return fact;
    }

    // Traffic

    /**
     * Machines begin to send.
     *
     * @param bits per second, of all of them together
     * @param asks thousandths of a request per second
     * @param subject key of the attempt that set it going
     */
    public int startFlood(int actor, int asset, int technique, long bits, long asks, long subject, int trigger) {
        check(world.traffic.botnets[actor] != null, "a flood without machines", actor);
        check(!traffic.isFlooded(actor, technique, asset), "a flood beside its twin", asset);
        int fact = happen(
                FactKind.FLOOD_STARTED, entity(EntityKind.ACTOR, actor), asset(asset), bits / 1000, subject, trigger);
        if (fact != FactSink.REFUSED) {
            traffic.begin(actor, technique, asset, bits, asks, fact);
            traffic.touch(fact);
        }
        return fact;
    }

    /** @param why as {@link FactKind#FLOOD_ENDED} says */
    public int endFlood(int flood, int why, int trigger) {
        check(traffic.live(flood), "the end of a flood that is over", flood);
        int fact = happen(
                FactKind.FLOOD_ENDED,
                entity(EntityKind.ACTOR, traffic.actor(flood)),
                asset(traffic.asset(flood)),
                why,
                facts.subject(traffic.fact(flood)),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.end(flood);
            traffic.touch(fact);
        }
        return fact;
    }

    /**
     * A filter at the beginning of an edge, for what goes to one network.
     *
     * @param kind ordinal of what it holds back, or {@link Traffic#EVERYTHING} from the internet
     * @param forOrganisation who asked for it
     * @param provider who sets it
     */
    public int setFilter(
            int edge,
            int network,
            int kind,
            int forOrganisation,
            int provider,
            double drops,
            double spoils,
            int trigger) {
        check(!traffic.isFiltered(edge, network, kind), "a second filter of one kind", edge);
        int fact = happen(
                FactKind.FILTER_SET,
                entity(EntityKind.ORGANISATION, provider),
                entity(EntityKind.NETWORK, network),
                kind,
                filterKey(edge, network, kind),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.filter(edge, network, kind, forOrganisation, drops, spoils);
            traffic.touch(fact);
        }
        return fact;
    }

    public int liftFilter(int filter, int provider, int trigger) {
        check(traffic.stands(filter), "the lifting of a filter that does not stand", filter);
        int network = traffic.filterNetwork(filter);
        int kind = traffic.filterKind(filter);
        int fact = happen(
                FactKind.FILTER_LIFTED,
                entity(EntityKind.ORGANISATION, provider),
                entity(EntityKind.NETWORK, network),
                kind,
                filterKey(traffic.filterEdge(filter), network, kind),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.lift(filter);
            traffic.touch(fact);
        }
        return fact;
    }

    private long filterKey(int edge, int network, int kind) {
        return Dice.mix(world.edgeKey(edge), world.entities.key(EntityKind.NETWORK, network), kind);
    }

    /** The lines of an edge carry so many times what they carried. */
    public int widen(int edge, double times, int organisation, int trigger) {
        int fact = happen(
                FactKind.CAPACITY_RAISED,
                entity(EntityKind.ORGANISATION, organisation),
                entity(EntityKind.NETWORK, world.traffic.edgeTo[edge]),
                Math.round(1000 * times),
                world.edgeKey(edge),
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.widen(edge, times);
            traffic.touch(fact);
        }
        return fact;
    }

    /** The machines of one country stop sending. */
    public int switchOffSources(int actor, int country, int organisation, int trigger) {
        TrafficMap.BotnetRow botnet = botnet(actor);
        int source = botnet.firstSource() + country;
        check(traffic.sends(source), "sources that are off already", source);
        int fact = happen(
                FactKind.SOURCES_SWITCHED_OFF,
                entity(EntityKind.ORGANISATION, organisation),
                entity(EntityKind.ACTOR, actor),
                country,
                botnet.keys()[country],
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.switchOff(source, fact);
            traffic.touch(fact);
        }
        return fact;
    }

    /** The actor has as many machines there again. */
    public int rebuildSources(int actor, int country, int trigger) {
        TrafficMap.BotnetRow botnet = botnet(actor);
        int fact = happen(
                FactKind.SOURCES_REBUILT,
                entity(EntityKind.ACTOR, actor),
                -1,
                country,
                botnet.keys()[country],
                trigger);
        if (fact != FactSink.REFUSED) {
            traffic.switchOff(botnet.firstSource() + country, FactSink.NONE);
            traffic.touch(fact);
        }
        return fact;
    }

    private TrafficMap.BotnetRow botnet(int actor) {
        TrafficMap.BotnetRow botnet = world.traffic.botnets[actor];
        if (botnet == null) {
            throw new IllegalStateException("The actor with index %d has no botnet.".formatted(actor));
        }
        return botnet;
    }

    /** Makes what comes through consistent with what is sent; called when nothing else is left at an instant. */
    public void settleTraffic() {
        int cause = traffic.takeCause();
        fluid.compute();
        for (int demand = 0; demand < world.traffic.demandCount(); demand++) {
            int level = fluid.level(demand);
            if (level != traffic.delivered(demand)) {
                deliver(demand, level, cause);
            }
        }
    }

    /** What falls names the floods on what is scarce as its conditions. */
    private void deliver(int demand, int level, int cause) {
        int service = world.traffic.demandService[demand];
        for (int flood = 0; level < traffic.delivered(demand) && flood < traffic.floods(); flood++) {
            if (traffic.live(flood) && fluid.isThinnedBy(demand, flood)) {
                given(traffic.fact(flood));
            }
        }
        int group = world.traffic.demandGroup[demand];
        int fact = happen(
                FactKind.DELIVERY_CHANGED,
                entity(EntityKind.SERVICE, service),
                asset(world.group(group).firstAsset()),
                level,
                world.deliveryKey(demand),
                cause);
        if (fact != FactSink.REFUSED) {
            traffic.deliver(demand, level, fact);
            levels.touch(service, fact);
        }
    }

    // Indicators

    /** The actor changes the build of a level; channels that were blocked on it and on nothing else come back. */
    public int rotate(int actor, int level, int trigger) {
        int entity = entity(EntityKind.ACTOR, actor);
        int fact =
                happen(FactKind.BUILD_ROTATED, entity, -1, level, Dice.mix(world.entities.key(entity), level), trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        indicators.rotate(actor, level);
        boolean restored = false;
        for (int row = 0; row < footholds.size(); row++) {
            if (footholds.actor(row) == actor && footholds.held(row) && (1 << level & Indicators.OF_CHANNELS) != 0) {
                footholds.recordBuild(row, level, indicators.build(actor, level));
                boolean blocked = footholds.channelBlocked(row);
                footholds.unblockChannel(row, level);
                if (blocked && !footholds.channelBlocked(row)) {
                    restored = true;
                    happen(
                            FactKind.COMMAND_CHANNEL_RESTORED,
                            entity,
                            asset(footholds.asset(row)),
                            0,
                            footholds.key(row),
                            fact);
                }
            }
        }
        if (restored) {
            searchReach(fact);
        }
        return fact;
    }

    /** An organisation uses an indicator in its sensors and filters from now on. */
    public int deployIndicator(int organisation, int actor, int level, int build, long subject, int trigger) {
        int fact = happen(
                FactKind.INDICATOR_DEPLOYED,
                entity(EntityKind.ORGANISATION, organisation),
                -1,
                level,
                subject,
                trigger);
        if (fact != FactSink.REFUSED && actor >= 0) {
            indicators.deploy(organisation, actor, level, build, fact);
        }
        return fact;
    }

    /** A deployed indicator cuts a foothold's command channel on one level; others may cut it on further ones. */
    public int blockChannel(int row, int level, int trigger) {
        check((1 << level & Indicators.OF_CHANNELS) != 0, "a channel blocked on a level it has not", row);
        check(!footholds.channelBlocked(row, level), "a channel blocked twice on one level", row);
        int fact = happen(
                FactKind.COMMAND_CHANNEL_BLOCKED,
                entity(EntityKind.ACTOR, footholds.actor(row)),
                asset(footholds.asset(row)),
                level,
                footholds.key(row),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.blockChannel(row, level);
            searchReach(fact);
        }
        return fact;
    }

    // Checking

    /** Verifies every transition against the invariants, its own and those of {@link Invariants}; slow, for tests. */
    public void checking(boolean on) {
        checking = on;
    }

    private void check(boolean holds, String what, int where) {
        if (checking && !holds) {
            throw new IllegalStateException("At %d ns: %s (index %d).".formatted(now(), what, where));
        }
    }

    // Parts

    @Override
    public void reset() {
        numbers.reset();
        switches.reset();
        things.reset();
        footholds.reset();
        indicators.reset();
        register.reset();
        levels.reset();
        traffic.reset();
        ways.reset();
        backups.reset();
        keys.reset();
        pendingCount = 0;
    }

    @Override
    public void copyFrom(State other) {
        baseKey = other.baseKey;
        runKey = other.runKey;
        numbers.copyFrom(other.numbers);
        switches.copyFrom(other.switches);
        things.copyFrom(other.things);
        footholds.copyFrom(other.footholds);
        indicators.copyFrom(other.indicators);
        register.copyFrom(other.register);
        levels.copyFrom(other.levels);
        traffic.copyFrom(other.traffic);
        ways.copyFrom(other.ways);
        backups.copyFrom(other.backups);
        keys.copyFrom(other.keys);
    }

    @Override
    public void digest(Digest digest) {
        digest.putLong(baseKey);
        digest.putLong(runKey);
        numbers.digest(digest);
        switches.digest(digest);
        things.digest(digest);
        footholds.digest(digest);
        indicators.digest(digest);
        register.digest(digest);
        levels.digest(digest);
        backups.digest(digest);
        keys.digest(digest);
    }
}
