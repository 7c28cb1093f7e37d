package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Register;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Switching off out of caution: networks go dark as a whole, sound or not, because of an incident ({@link Response}) or
 * because a partner was attacked. Crews of the services check what was switched off and switch it on again.
 *
 * <p>Whether a partner's indicator is heeded is a trait of the organisation and the attack that it describes: further
 * indicators of one attack are no further reason. Then authority and delay of the organisation count as for any response.
 */
final class Caution implements Part<Caution> {
    private static final byte CALM = 0;
    private static final byte ASKING = 1;
    private static final byte SWITCHING = 2;

    private final World world;
    private final State state;
    private final Deciders deciders;

    private final Columns columns = new Columns();

    // [organisation]
    private final byte[] phase;
    private final int[] reason;
    private final int[] times;

    Caution(State state) {
        this.world = state.world();
        this.state = state;
        deciders = new Deciders(state);
        phase = columns.bytes(world.organisationCount(), CALM);
        reason = columns.ints(world.organisationCount(), FactSink.NONE);
        times = columns.ints(world.organisationCount(), 0);
    }

    /** Switches off what an action names: networks, or all that the organisation has. */
    void switchOff(int org, Rows.ActionRow action, int given, int trigger) {
        for (int network = 0; network < world.networkCount(); network++) {
            if (world.network(network).organisation() == org && isNamed(action, network)) {
                state.assets().switchOff(network, given, trigger);
            }
        }
    }

    private static boolean isNamed(Rows.ActionRow action, int network) {
        for (int named : action.networks()) {
            if (named == network) {
                return true;
            }
        }
        return action.networks().length == 0;
    }

    // A partner's warning

    /** An indicator was received: is it a warning that the organisation acts on? */
    void warned(int org, int entry, int fact) {
        if (phase[org] != CALM || place(org) < 0) {
            return;
        }
        Register register = state.register();
        long about = register.actor(entry) >= 0
                ? world.entities().key(EntityKind.ACTOR, register.actor(entry))
                : register.key(entry);
        long pair = Dice.mix(world.entities().key(EntityKind.ORGANISATION, org), about);
        double caution = state.numbers().value(world.organisation(org).caution());
        if (state.register().find(heeded(pair)) >= 0 || state.trait(Purpose.WARNING_HEEDED, pair, 0) >= caution) {
            return;
        }
        state.register().name(heeded(pair), entry);
        int warning = state.happen(
                FactKind.WARNING_HEEDED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                state.facts().whom(fact),
                0,
                pair,
                fact);
        int asked = warning == FactSink.REFUSED
                ? FactSink.REFUSED
                : happen(FactKind.DECISION_REQUESTED, org, place(org), warning);
        if (asked == FactSink.REFUSED) {
            return;
        }
        phase[org] = ASKING;
        reason[org] = warning;
        times[org]++;
        long wait = state.time(world.organisation(org).decisionTime(), Purpose.CAUTION_DECISION, key(org), times[org]);
        state.schedule(wait, EventCode.CAUTION_DECIDED, org, times[org], asked);
    }

    private static long heeded(long pair) {
        return Dice.mix(pair, Purpose.WARNING_HEEDED);
    }

    private long key(int org) {
        return world.entities().key(EntityKind.ORGANISATION, org);
    }

    private long subject(int org) {
        return Dice.mix(key(org), Purpose.CAUTION_DECISION);
    }

    private int happen(FactKind kind, int org, long value, int cause) {
        return state.happen(
                kind, world.entities().entity(EntityKind.ORGANISATION, org), -1, value, subject(org), cause);
    }

    /** Where in its playbook an organisation switches off, or −1. */
    private int place(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        for (int place = 0; playbook != null && place < playbook.actions().length; place++) {
            if (playbook.actions()[place].kind() == Playbook.Kind.SWITCH_OFF) {
                return place;
            }
        }
        return -1;
    }

    void decided(int org, int time, int cause) {
        if (phase[org] != ASKING || times[org] != time) {
            return;
        }
        if (!deciders.decide(org, subject(org), EventCode.CAUTION_DECIDED, time, cause)) {
            return;
        }
        int fact = happen(FactKind.DECISION_MADE, org, place(org), cause);
        if (fact == FactSink.REFUSED) {
            phase[org] = CALM;
            return;
        }
        phase[org] = SWITCHING;
        long takes = state.time(action(org).takes(), Purpose.SWITCH_OFF_TAKES, key(org), time);
        state.schedule(takes, EventCode.CAUTION_ENDS, org, time, fact);
    }

    private Rows.ActionRow action(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        if (playbook == null) {
            throw new IllegalStateException("Who has no playbook switches nothing off.");
        }
        return playbook.actions()[place(org)];
    }

    void ends(int org, int time, int cause) {
        if (phase[org] == SWITCHING && times[org] == time) {
            phase[org] = CALM;
            switchOff(org, action(org), reason[org], cause);
        }
    }

    /** Who is no more decides nothing. */
    void leversChanged() {
        for (int org = 0; org < phase.length; org++) {
            if (!state.switches().alive(EntityKind.ORGANISATION, org)) {
                phase[org] = CALM;
            }
        }
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Caution other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
