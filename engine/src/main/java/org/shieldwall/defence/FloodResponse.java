package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.Traffic;
import org.shieldwall.world.World;

/**
 * What an organisation does about the floods it has recognised: the actions of its playbook that are meant for them, in
 * order, each only if it is still called for when its turn comes.
 *
 * <p>An alert that was escalated makes a flood known. Filters are asked of those who own the lines ({@link FloodHelp});
 * meanwhile the victim waits, for a while. Once no known flood has gone on for a quiet time, filters are taken away again.
 */
final class FloodResponse implements Part<FloodResponse> {
    private static final byte IDLE = 0;
    private static final byte DECIDING = 1;
    private static final byte ACTING = 2;
    private static final byte WAITING = 3;

    private final World world;
    private final State state;
    private final Deciders deciders;
    private final Jobs jobs;
    private final Analysts analysts;
    private final FloodHelp help;

    private final Columns columns = new Columns();

    // [organisation]
    private final boolean[] open;
    private final byte[] phase;
    private final int[] opened;
    private final long[] key;
    private final int[] action;
    private final int[] authority;
    private final int[] trigger;
    private final boolean[] again;

    /** Tells the events of one response from those of an earlier one. */
    private final int[] responses;

    /** Place of the response in its incident: a later one has dice of its own. */
    private final int[] begun;

    private final int[] waits;
    private final int[] quiets;

    // [flood]: the fact by which it is known, and which flood of that row is meant
    private int[] known = new int[32];
    private int[] knownGeneration = new int[32];

    FloodResponse(State state, Jobs jobs, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        deciders = new Deciders(state);
        this.jobs = jobs;
        this.analysts = analysts;
        help = new FloodHelp(state, jobs, analysts);
        int organisations = world.organisationCount();
        open = columns.booleans(organisations, false);
        phase = columns.bytes(organisations, IDLE);
        opened = columns.ints(organisations, 0);
        key = columns.longs(organisations, 0);
        action = columns.ints(organisations, 0);
        authority = columns.ints(organisations, FactSink.NONE);
        trigger = columns.ints(organisations, FactSink.NONE);
        again = columns.booleans(organisations, false);
        responses = columns.ints(organisations, 0);
        begun = columns.ints(organisations, 0);
        waits = columns.ints(organisations, 0);
        quiets = columns.ints(organisations, 0);
    }

    // What is known

    /** An alert about a flood was taken for what it is. */
    void escalated(int org, int asset, int evidence, int fact) {
        int flood = state.traffic().byFact(evidence);
        if (flood < 0 || isKnown(flood)) {
            return;
        }
        int recognised = state.happen(
                FactKind.FLOOD_RECOGNISED,
                entity(org),
                world.entities().entity(EntityKind.ASSET, asset),
                state.traffic().kind(flood).ordinal(),
                Dice.mix(
                        world.entities().key(entity(org)),
                        Purpose.FLOOD_RESPONSE,
                        state.facts().subject(evidence)),
                fact);
        if (recognised == FactSink.REFUSED) {
            return;
        }
        know(flood, recognised);
        quiets[org]++;
        if (!open[org]) {
            open[org] = true;
            key[org] = Dice.mix(world.entities().key(entity(org)), Purpose.FLOOD_RESPONSE, opened[org]++);
            authority[org] = FactSink.NONE;
            begun[org] = 0;
        }
        if (phase[org] == IDLE) {
            begin(org, recognised);
        } else {
            again[org] = true;
        }
    }

    private void know(int flood, int fact) {
        if (flood >= known.length) {
            known = Arrays.copyOf(known, 2 * flood);
            knownGeneration = Arrays.copyOf(knownGeneration, 2 * flood);
        }
        known[flood] = fact;
        knownGeneration[flood] = state.traffic().generation(flood);
    }

    private boolean isKnown(int flood) {
        return flood < known.length
                && state.traffic().live(flood)
                && knownGeneration[flood] == state.traffic().generation(flood);
    }

    private boolean isKnownOn(int org, int flood) {
        return isKnown(flood) && world.organisationOf(state.traffic().asset(flood)) == org;
    }

    private boolean knowsOfAny(int org) {
        for (int flood = 0; flood < state.traffic().floods(); flood++) {
            if (isKnownOn(org, flood)) {
                return true;
            }
        }
        return false;
    }

    private int entity(int org) {
        return world.entities().entity(EntityKind.ORGANISATION, org);
    }

    // The playbook

    private void begin(int org, int fact) {
        responses[org]++;
        begun[org]++;
        action[org] = 0;
        trigger[org] = fact;
        goOn(org);
    }

    private void goOn(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        for (; playbook != null && action[org] < playbook.actions().length; action[org]++) {
            Rows.ActionRow row = playbook.actions()[action[org]];
            if (row.kind().isAgainstFloods() && isCalledFor(org, row.kind())) {
                if (row.disruptive() && authority[org] == FactSink.NONE) {
                    askForDecision(org);
                } else {
                    perform(org, row);
                }
                return;
            }
        }
        phase[org] = IDLE;
        if (again[org]) {
            again[org] = false;
            begin(org, trigger[org]);
        }
    }

    /** Whether some known flood could still be met so: what comes through now is anybody's to see. */
    private boolean isCalledFor(int org, Playbook.Kind kind) {
        for (int flood = 0; flood < state.traffic().floods(); flood++) {
            if (isKnownOn(org, flood) && isCalledFor(org, kind, flood)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCalledFor(int org, Playbook.Kind kind, int flood) {
        if (kind == Playbook.Kind.TAKE_DOWN_SOURCES) {
            return help.hasSourcesToCallAbout(org, flood);
        }
        int group = world.groupOf(state.traffic().asset(flood));
        double delivered = state.traffic().worstDelivered(group) / (double) NeedProgram.FULL;
        return delivered < state.numbers().value(world.traffic().defence(org).enough()) && help.hasLines(flood, kind);
    }

    private void askForDecision(int org) {
        int fact = state.happen(FactKind.DECISION_REQUESTED, entity(org), -1, action[org], key[org], trigger[org]);
        if (fact == FactSink.REFUSED) {
            skip(org);
            return;
        }
        phase[org] = DECIDING;
        trigger[org] = fact;
        long wait =
                state.time(world.organisation(org).decisionTime(), Purpose.FLOOD_DECISION_TAKES, key[org], begun[org]);
        state.schedule(wait, EventCode.FLOOD_DECISION_FALLS, org, responses[org], fact);
    }

    /** A decision is ripe; without an officer it waits for those who decide to be on duty. */
    void decisionFalls(int org, int response, int cause) {
        if (phase[org] != DECIDING || responses[org] != response) {
            return;
        }
        if (!deciders.decide(org, key[org], EventCode.FLOOD_DECISION_FALLS, response, cause)) {
            return;
        }
        int fact = state.happen(FactKind.DECISION_MADE, entity(org), -1, action[org], key[org], cause);
        if (fact == FactSink.REFUSED) {
            skip(org);
            return;
        }
        authority[org] = fact;
        trigger[org] = fact;
        goOn(org);
    }

    private void skip(int org) {
        action[org]++;
        goOn(org);
    }

    private void perform(int org, Rows.ActionRow row) {
        phase[org] = ACTING;
        long subject = Dice.mix(key[org], Purpose.FLOOD_ACTION_TAKES, action[org]);
        long work = state.time(row.takes(), Purpose.FLOOD_ACTION_TAKES, subject, begun[org]);
        if (row.byAnalysts()) {
            int job = jobs.create(Jobs.FLOOD_ACTION, org, Analysts.INCIDENT_RANK, subject);
            jobs.fact[job] = trigger[org];
            jobs.about[job] = responses[org];
            jobs.work[job] = work;
            analysts.enqueue(job);
        } else {
            state.schedule(work, EventCode.FLOOD_ACTION_ENDS, org, responses[org], trigger[org]);
        }
    }

    void actionEnds(int org, int response) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        if (phase[org] != ACTING || responses[org] != response || playbook == null) {
            return;
        }
        Playbook.Kind kind = playbook.actions()[action[org]].kind();
        for (int flood = 0; flood < state.traffic().floods(); flood++) {
            if (isKnownOn(org, flood) && isCalledFor(org, kind, flood)) {
                help.ask(org, flood, kind, known[flood], authority[org], key[org], trigger[org]);
            }
        }
        if (help.isAwaited(org)) {
            phase[org] = WAITING;
            long subject = Dice.mix(key[org], Purpose.HELP_WAITS, action[org]);
            long wait = state.time(world.traffic().defence(org).waits(), Purpose.HELP_WAITS, subject, begun[org]);
            state.schedule(wait, EventCode.FLOOD_WAIT_ENDS, org, ++waits[org], trigger[org]);
        } else {
            skip(org);
        }
    }

    void waitEnds(int org, int wait) {
        if (phase[org] == WAITING && waits[org] == wait) {
            skip(org);
        }
    }

    // Help comes

    /** A provider's analyst has done what a filter takes. */
    void filterIsSet(int request, int fact) {
        int org = help.victim(request);
        help.filterIsSet(request, open[org] && knowsOfAny(org), fact);
        if (phase[org] == WAITING && !help.isAwaited(org)) {
            skip(org);
        }
    }

    void lineIsWider(int org, int edge, int cause) {
        help.lineIsWider(org, edge, cause);
    }

    void sourcesGoOff(int org, int source, int cause) {
        help.sourcesGoOff(org, source, cause);
    }

    // Afterwards

    void floodEnded(int fact) {
        int org = world.organisationOf(world.entities().index(state.facts().whom(fact)));
        if (open[org] && !knowsOfAny(org)) {
            long quiet = state.time(
                    world.traffic().defence(org).liftAfter(), Purpose.FILTERS_LIFTED, key[org], ++quiets[org]);
            state.schedule(quiet, EventCode.FILTERS_ARE_LIFTED, org, quiets[org], fact);
        }
    }

    void filtersAreLifted(int org, int quiet, int cause) {
        if (open[org] && quiets[org] == quiet && !knowsOfAny(org)) {
            close(org, cause);
        }
    }

    private void close(int org, int cause) {
        int fact = state.happen(FactKind.FLOODS_OVER, entity(org), -1, 0, key[org], cause);
        if (fact == FactSink.REFUSED) {
            return;
        }
        Traffic traffic = state.traffic();
        for (int filter = 0; filter < traffic.filters(); filter++) {
            if (traffic.stands(filter) && traffic.filterFor(filter) == org) {
                state.floods().liftFilter(filter, help.provider(traffic.filterEdge(filter)), fact);
            }
        }
        open[org] = false;
        phase[org] = IDLE;
        again[org] = false;
        responses[org]++;
    }

    /** Floods on organisations that are no more are nobody's. */
    void leversChanged(int fact) {
        help.leversChanged();
        for (int org = 0; org < open.length; org++) {
            if (open[org] && !state.switches().alive(EntityKind.ORGANISATION, org)) {
                close(org, fact);
            }
        }
    }

    @Override
    public void reset() {
        columns.reset();
        Arrays.fill(knownGeneration, 0);
        help.reset();
    }

    @Override
    public void copyFrom(FloodResponse other) {
        columns.copyFrom(other.columns);
        if (known.length < other.known.length) {
            known = new int[other.known.length];
            knownGeneration = new int[other.known.length];
        }
        Arrays.fill(knownGeneration, 0);
        System.arraycopy(other.known, 0, known, 0, other.known.length);
        System.arraycopy(other.knownGeneration, 0, knownGeneration, 0, other.known.length);
        help.copyFrom(other.help);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        int rows = Math.min(known.length, state.traffic().floods());
        for (int flood = 0; flood < rows; flood++) {
            if (knownGeneration[flood] > 0) {
                digest.putInt(known[flood]);
                digest.putInt(knownGeneration[flood]);
            }
        }
        help.digest(digest);
    }
}
