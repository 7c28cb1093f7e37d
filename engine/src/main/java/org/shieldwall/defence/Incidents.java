package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Incidents: what an organisation comes to believe of an attack, round by round.
 *
 * <p>The investigation reads truth through a sieve: of each asset it suspects, each true neighbour on the attack's path is
 * found at a rate per analyst-hour, never where no logs were kept; now and then a healthy asset is suspected. What was
 * found is the organisation's belief; the response ({@link Response}) acts on it alone. An organisation works one incident
 * at a time; alerts escalated meanwhile join it.
 */
final class Incidents implements Part<Incidents> {
    static final byte CLOSED = 0;
    static final byte INVESTIGATING = 1;
    static final byte RESPONDING = 2;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;
    private final Response response;

    private final Columns columns = new Columns();

    // [organisation]
    private final byte[] phase;
    private final int[] openedFact;
    private final long[] key;
    private final int[] round;
    private final int[] quiet;
    private final int[] seedCount;
    private final boolean[] newSeeds;
    private final int[] opened;

    // [organisation][place]: assets that alerts named
    private final int[][] seeds;
    private final int[][] seedFacts;

    // [asset]: the fact of its suspicion, or none
    private final int[] suspected;
    private final int[] suspectCount;

    // [foothold]: hazard of being found, spent in the present incident
    private double[] hazard = new double[64];

    Incidents(State state, Jobs jobs, Analysts analysts, Caution caution) {
        this.world = state.world();
        this.state = state;
        this.jobs = jobs;
        this.analysts = analysts;
        int organisations = world.organisationCount();
        phase = columns.bytes(organisations, CLOSED);
        openedFact = columns.ints(organisations, 0);
        key = columns.longs(organisations, 0);
        round = columns.ints(organisations, 0);
        quiet = columns.ints(organisations, 0);
        seedCount = columns.ints(organisations, 0);
        newSeeds = columns.booleans(organisations, false);
        opened = columns.ints(organisations, 0);
        seeds = new int[organisations][8];
        seedFacts = new int[organisations][8];
        suspected = columns.ints(world.assetCount(), FactSink.NONE);
        suspectCount = columns.ints(organisations, 0);
        response = new Response(state, jobs, analysts, this, caution);
    }

    Response response() {
        return response;
    }

    // Belief

    /** The fact by which an organisation suspects its asset, or none. */
    int suspicion(int asset) {
        return suspected[asset];
    }

    long key(int org) {
        return key[org];
    }

    /** Which incident of the organisation the present one is, or the last one was. */
    int number(int org) {
        return opened[org];
    }

    /** Whether an incident is still responded to; what was scheduled for an earlier one comes to nothing. */
    boolean isResponding(int org, int number) {
        return phase[org] == RESPONDING && opened[org] == number;
    }

    /** Incidents of organisations that are no more are over. */
    void leversChanged(int fact) {
        for (int org = 0; org < phase.length; org++) {
            if (phase[org] != CLOSED && !state.switches().alive(EntityKind.ORGANISATION, org)) {
                close(org, fact);
            }
        }
    }

    // Opening

    /**
     * An alert was escalated.
     *
     * @param evidence what it saw; the investigation also looks where the attempt came from
     */
    void escalated(int org, int asset, int evidence, int fact) {
        int source = sourceOf(evidence);
        if (phase[org] == CLOSED) {
            long about = Dice.mix(world.entities().key(EntityKind.ORGANISATION, org), Purpose.INCIDENT, opened[org]);
            int incident = state.happen(
                    FactKind.INCIDENT_OPENED,
                    world.entities().entity(EntityKind.ORGANISATION, org),
                    world.entities().entity(EntityKind.ASSET, asset),
                    0,
                    about,
                    fact);
            if (incident == FactSink.REFUSED) {
                return;
            }
            opened[org]++;
            key[org] = about;
            openedFact[org] = incident;
            phase[org] = INVESTIGATING;
            response.incidentOpened(org);
            round[org] = 0;
            quiet[org] = 0;
            seedCount[org] = 0;
            addSeed(org, asset, fact);
            addSource(org, asset, source, fact);
            beginRound(org, incident);
            return;
        }
        addSeed(org, asset, fact);
        addSource(org, asset, source, fact);
        newSeeds[org] = true;
        quiet[org] = 0;
    }

    /** The asset from which the attempt that left some evidence was made, or −1. */
    private int sourceOf(int evidence) {
        int attempt = evidence;
        while (attempt != FactSink.NONE && state.facts().kind(attempt) != FactKind.ATTEMPT_STARTED) {
            attempt = state.facts().trigger(attempt);
        }
        if (attempt == FactSink.NONE) {
            return -1;
        }
        for (int i = 0; i < state.facts().conditionCount(attempt); i++) {
            int condition = state.facts().condition(attempt, i);
            if (state.facts().kind(condition) == FactKind.ACCESS_GRANTED) {
                return world.entities().index(state.facts().whom(condition));
            }
        }
        return -1;
    }

    /** Where it came from stands in the logs of what was attacked, if there are any. */
    private void addSource(int org, int attacked, int source, int fact) {
        if (source >= 0 && world.organisationOf(source) == org && keepsLogs(attacked, world.organisation(org))) {
            addSeed(org, source, fact);
        }
    }

    private void addSeed(int org, int asset, int fact) {
        for (int i = 0; i < seedCount[org]; i++) {
            if (seeds[org][i] == asset) {
                return;
            }
        }
        if (seedCount[org] == seeds[org].length) {
            seeds[org] = Arrays.copyOf(seeds[org], 2 * seedCount[org]);
            seedFacts[org] = Arrays.copyOf(seedFacts[org], 2 * seedCount[org]);
        }
        seeds[org][seedCount[org]] = asset;
        seedFacts[org][seedCount[org]] = fact;
        seedCount[org]++;
    }

    // Rounds

    private void beginRound(int org, int trigger) {
        int job = jobs.create(Jobs.ROUND, org, Analysts.INCIDENT_RANK, key[org]);
        jobs.fact[job] = trigger;
        jobs.work[job] = state.time(world.organisation(org).session(), Purpose.ROUND_TAKES, key[org], round[org]);
        analysts.enqueue(job);
    }

    void roundDone(int org, long work, int trigger) {
        newSeeds[org] = false;
        int fact = state.happen(
                FactKind.INVESTIGATION_ROUND,
                world.entities().entity(EntityKind.ORGANISATION, org),
                -1,
                work,
                key[org],
                trigger);
        if (fact == FactSink.REFUSED) {
            close(org, trigger);
            return;
        }
        boolean found = findNeighbours(org, work, fact);
        found |= suspectWrongly(org, fact);
        round[org]++;
        quiet[org] = found ? 0 : quiet[org] + 1;
        if (quiet[org] < world.organisation(org).quietRounds()) {
            beginRound(org, fact);
        } else if (suspectCount[org] == 0) {
            close(org, fact);
        } else {
            phase[org] = RESPONDING;
            response.begin(org, fact);
        }
    }

    private boolean findNeighbours(int org, long work, int fact) {
        Footholds footholds = state.footholds();
        Rows.OrganisationRow row = world.organisation(org);
        if (hazard.length < footholds.size()) {
            hazard = Arrays.copyOf(hazard, 2 * footholds.size());
        }
        double skill = state.numbers().value(row.skill()) - 0.5;
        double pace = Math.max(0, 1 + state.numbers().value(row.findSkillWeight()) * skill);
        double spent = state.numbers().value(row.findRate()) * pace * Clock.toSeconds(work);
        boolean found = false;
        for (int foothold = 0; foothold < footholds.size(); foothold++) {
            int asset = footholds.asset(foothold);
            if (!footholds.held(foothold) || world.organisationOf(asset) != org || suspected[asset] >= 0) {
                continue;
            }
            // What an alert names was seen; what lies further along the path shows in logs only.
            int trail = alertOn(org, asset);
            if (trail == FactSink.NONE && keepsLogs(asset, row)) {
                trail = trail(org, foothold);
            }
            if (trail == FactSink.NONE) {
                continue;
            }
            hazard[foothold] += spent;
            long pair = Dice.mix(key[org], footholds.key(foothold));
            if (hazard[foothold] >= state.traitExponential(Purpose.FINDING_CLOCK, pair, 0)) {
                state.given(trail).given(footholds.fact(foothold));
                found |= suspect(org, asset, fact);
            }
        }
        return found;
    }

    private int alertOn(int org, int asset) {
        for (int i = 0; i < seedCount[org]; i++) {
            if (seeds[org][i] == asset) {
                return seedFacts[org][i];
            }
        }
        return FactSink.NONE;
    }

    private boolean keepsLogs(int asset, Rows.OrganisationRow row) {
        return state.trait(Purpose.LOGS_KEPT, world.entities().key(EntityKind.ASSET, asset), 0)
                < state.numbers().value(row.logged());
    }

    /** The suspicion of a neighbour on the attack's path, or none. */
    private int trail(int org, int foothold) {
        Footholds footholds = state.footholds();
        if (suspectCount[org] == 0) {
            return FactSink.NONE;
        }
        for (int other = 0; other < footholds.size(); other++) {
            int neighbour = footholds.asset(other);
            if (suspected[neighbour] < 0 || footholds.actor(other) != footholds.actor(foothold)) {
                continue;
            }
            boolean onPath = footholds.parent(foothold) == other
                    || footholds.parent(other) == foothold
                    || footholds.step(other) == footholds.step(foothold)
                            && footholds.parent(other) == footholds.parent(foothold);
            if (onPath && world.organisationOf(neighbour) == org) {
                return suspected[neighbour];
            }
        }
        return FactSink.NONE;
    }

    private boolean suspectWrongly(int org, int fact) {
        double p = state.numbers().value(world.organisation(org).wrongSuspicion());
        if (state.die(Purpose.WRONG_SUSPICION, key[org], round[org]) >= p) {
            return false;
        }
        int chosen = -1;
        double best = 1;
        for (int network = 0; network < world.networkCount(); network++) {
            Rows.NetworkRow row = world.network(network);
            if (row.organisation() != org || !isLookedAt(org, network)) {
                continue;
            }
            for (int asset = row.firstAsset(); asset < row.firstAsset() + row.assetCount(); asset++) {
                if (suspected[asset] >= 0 || isHeld(asset) || !state.switches().alive(EntityKind.ASSET, asset)) {
                    continue;
                }
                long pair = Dice.mix(key[org], world.entities().key(EntityKind.ASSET, asset));
                double die = state.die(Purpose.WRONG_SUSPECT_CHOICE, pair, 0);
                if (die < best) {
                    best = die;
                    chosen = asset;
                }
            }
        }
        return chosen >= 0 && suspect(org, chosen, fact);
    }

    /** Whether something in a network was named by an alert or is suspected: there the investigation may err. */
    private boolean isLookedAt(int org, int network) {
        for (int i = 0; i < seedCount[org]; i++) {
            if (world.networkOf(seeds[org][i]) == network) {
                return true;
            }
        }
        Rows.NetworkRow row = world.network(network);
        for (int asset = row.firstAsset(); asset < row.firstAsset() + row.assetCount(); asset++) {
            if (suspected[asset] >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(int asset) {
        for (int actor = 0; actor < world.actorCount(); actor++) {
            int row = state.footholds().row(actor, asset);
            if (row >= 0 && state.footholds().held(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean suspect(int org, int asset, int trigger) {
        int fact = state.happen(
                FactKind.ASSET_SUSPECTED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                world.entities().entity(EntityKind.ASSET, asset),
                0,
                world.entities().key(EntityKind.ASSET, asset),
                trigger);
        if (fact == FactSink.REFUSED) {
            return false;
        }
        suspected[asset] = fact;
        suspectCount[org]++;
        state.findings().tell(asset, heldSince(asset));
        return true;
    }

    /** Since when it is in some actor's hands; since now where the suspicion is wrong. */
    private long heldSince(int asset) {
        Footholds footholds = state.footholds();
        long since = state.now();
        for (int actor = 0; actor < world.actorCount(); actor++) {
            int row = footholds.row(actor, asset);
            if (row >= 0 && footholds.held(row)) {
                since = Math.min(since, footholds.since(row));
            }
        }
        return since;
    }

    // Closing

    /** The response is through: the incident closes, unless alerts came meanwhile, which are looked into first. */
    void responded(int org, int trigger) {
        if (newSeeds[org]) {
            forgetSuspects(org);
            phase[org] = INVESTIGATING;
            quiet[org] = 0;
            beginRound(org, trigger);
            return;
        }
        close(org, trigger);
    }

    private void close(int org, int trigger) {
        state.happen(
                FactKind.INCIDENT_CLOSED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                -1,
                suspectCount[org],
                key[org],
                trigger);
        phase[org] = CLOSED;
        forgetSuspects(org);
        Footholds footholds = state.footholds();
        for (int foothold = 0; foothold < Math.min(hazard.length, footholds.size()); foothold++) {
            if (world.organisationOf(footholds.asset(foothold)) == org) {
                hazard[foothold] = 0;
            }
        }
    }

    private void forgetSuspects(int org) {
        if (suspectCount[org] == 0) {
            return;
        }
        for (int network = 0; network < world.networkCount(); network++) {
            Rows.NetworkRow row = world.network(network);
            if (row.organisation() == org) {
                Arrays.fill(suspected, row.firstAsset(), row.firstAsset() + row.assetCount(), FactSink.NONE);
            }
        }
        suspectCount[org] = 0;
    }

    @Override
    public void reset() {
        columns.reset();
        Arrays.fill(hazard, 0);
        response.reset();
    }

    @Override
    public void copyFrom(Incidents other) {
        columns.copyFrom(other.columns);
        for (int org = 0; org < seeds.length; org++) {
            seeds[org] = other.seeds[org].clone();
            seedFacts[org] = other.seedFacts[org].clone();
        }
        hazard = other.hazard.clone();
        response.copyFrom(other.response);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        for (int org = 0; org < seeds.length; org++) {
            digest.putInts(seeds[org], 0, seedCount[org]);
            digest.putInts(seedFacts[org], 0, seedCount[org]);
        }
        int rows = Math.min(hazard.length, state.footholds().size());
        for (int foothold = 0; foothold < rows; foothold++) {
            if (hazard[foothold] > 0) {
                digest.putInt(foothold);
                digest.putDouble(hazard[foothold]);
            }
        }
        response.digest(digest);
    }
}
