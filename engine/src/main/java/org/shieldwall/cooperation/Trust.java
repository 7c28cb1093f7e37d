package org.shieldwall.cooperation;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.LongIndex;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * What members of communities think of each other, by what they come to know.
 *
 * <ul>
 *   <li><em>Useful</em>: a received indicator matched an attack, in an alert that was escalated, an attempt or a channel
 *       that was blocked. Once for each indicator and receiver.
 *   <li><em>False</em>: an alarm of a received indicator cost work and proved false. At once where analysts close the
 *       alert, rightly or not; where they believed it, when the false indicator is withdrawn.
 *   <li><em>Withheld</em>: a member describes, after its own incident, what a partner had described before and decided not
 *       to publish. With a probability of the community the two find out, and the one who was hit resents it.
 *   <li><em>Leaked</em>: the actor gives up a build because it learned that it was known. Who was told is on record: with
 *       a probability of the community the publisher finds the one who let it out.
 * </ul>
 *
 * <p>Who gave an indicator is read from the facts: deployed, received, relayed, published. Between events trust returns to
 * its start, by half of the distance in each half-life.
 */
final class Trust implements Part<Trust> {
    private static final double LN_2 = 0.6931471805599453;

    private final World world;
    private final State state;

    private final Columns columns = new Columns();

    // [truster][trusted]: distance from the start, and when it was so
    private final double[] distance;
    private final long[] since;

    // [indicator in the hands of a receiver], by its key
    private final LongIndex known = new LongIndex();
    private final Table knownTable = new Table();
    private boolean[] useful = knownTable.booleans(grown -> useful = grown);
    private int[] believed = knownTable.ints(grown -> believed = grown);
    private boolean[] withdrawn = knownTable.booleans(grown -> withdrawn = grown);

    // [what a member kept back]
    private final Table kept = new Table();
    private int[] keptIn = kept.ints(grown -> keptIn = grown);
    private int[] keptBy = kept.ints(grown -> keptBy = grown);
    private int[] keptEntry = kept.ints(grown -> keptEntry = grown);
    private int[] keptFact = kept.ints(grown -> keptFact = grown);

    Trust(State state) {
        this.world = state.world();
        this.state = state;
        distance = columns.doubles(world.organisationCount() * world.organisationCount(), 0);
        since = columns.longs(distance.length, 0);
    }

    /** Trust of an organisation in another, from 0 to 1. */
    double now(int org, int other) {
        Rows.TrustRow row = world.organisation(org).trust();
        double sum = state.numbers().value(row.start()) + left(org, other, row);
        return Math.max(0, Math.min(1, sum));
    }

    private double left(int org, int other, Rows.TrustRow row) {
        int pair = org * world.organisationCount() + other;
        long age = state.now() - since[pair];
        return age == 0 || distance[pair] == 0
                ? distance[pair]
                : distance[pair] * StrictMath.exp(-LN_2 * age / state.numbers().value(row.halfLife()));
    }

    /** Who is no more trusts nobody and is judged by nobody. */
    private void move(int org, int other, double change, int cause) {
        if (!state.switches().alive(EntityKind.ORGANISATION, org)
                || !state.switches().alive(EntityKind.ORGANISATION, other)) {
            return;
        }
        Rows.TrustRow row = world.organisation(org).trust();
        double moved = Math.max(0, Math.min(1, now(org, other) + change));
        int fact = state.happen(
                FactKind.TRUST_CHANGED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                world.entities().entity(EntityKind.ORGANISATION, other),
                Math.round(moved * 1_000_000),
                Dice.mix(
                        world.entities().key(EntityKind.ORGANISATION, org),
                        world.entities().key(EntityKind.ORGANISATION, other)),
                cause);
        if (fact != FactSink.REFUSED) {
            int pair = org * world.organisationCount() + other;
            distance[pair] = moved - state.numbers().value(row.start());
            since[pair] = state.now();
        }
    }

    // What shows a partner's worth

    void judge(int fact) {
        switch (state.facts().kind(fact)) {
            case ALERT_ESCALATED, ALERT_CLOSED, ATTEMPT_BLOCKED, COMMAND_CHANNEL_BLOCKED -> matched(fact);
            case INDICATOR_WITHDRAWN -> withdrawn(fact);
            case INDICATOR_EXTRACTED -> described(fact);
            case BUILD_ROTATED -> rotated(fact);
            default ->
                throw new IllegalArgumentException(state.facts().kind(fact).label());
        }
    }

    private void matched(int fact) {
        FactLog facts = state.facts();
        for (int i = 0; i < facts.conditionCount(fact); i++) {
            int deployed = facts.condition(fact, i);
            if (facts.kind(deployed) == FactKind.INDICATOR_DEPLOYED) {
                int publisher = publisher(deployed);
                if (publisher >= 0) {
                    matched(fact, deployed, publisher);
                }
                return;
            }
        }
    }

    private void matched(int fact, int deployed, int publisher) {
        FactLog facts = state.facts();
        int org = world.entities().index(facts.who(deployed));
        Rows.TrustRow row = world.organisation(org).trust();
        Numbers numbers = state.numbers();
        int entry = state.register().find(facts.subject(deployed));
        int indicator = indicator(facts.subject(deployed));
        boolean falseOne = state.register().actor(entry) < 0;
        if (facts.kind(fact) == FactKind.ALERT_CLOSED || withdrawn[indicator]) {
            move(org, publisher, -numbers.value(row.falseAlarm()), fact);
        } else if (falseOne) {
            // What analysts took for true and was not shows when the indicator is withdrawn.
            believed[indicator]++;
        } else if (!useful[indicator]) {
            useful[indicator] = true;
            move(org, publisher, numbers.value(row.useful()), fact);
        }
    }

    private void withdrawn(int fact) {
        FactLog facts = state.facts();
        int indicator = indicator(facts.subject(fact));
        withdrawn[indicator] = true;
        int publisher = publisher(facts.trigger(fact));
        if (believed[indicator] > 0 && publisher >= 0) {
            int org = world.entities().index(facts.who(fact));
            double each = state.numbers().value(world.organisation(org).trust().falseAlarm());
            move(org, publisher, -believed[indicator] * each, fact);
        }
    }

    /** Who published what an organisation deployed, or −1 where it described it itself. */
    private int publisher(int deployed) {
        FactLog facts = state.facts();
        int fact = deployed;
        while (fact != FactSink.NONE && facts.kind(fact) != FactKind.INDICATOR_EXTRACTED) {
            if (facts.kind(fact) == FactKind.INDICATOR_PUBLISHED) {
                return world.entities().index(facts.who(fact));
            }
            fact = facts.trigger(fact);
        }
        return -1;
    }

    private int indicator(long subject) {
        int row = known.find(subject);
        if (row == LongIndex.NONE) {
            row = knownTable.take();
            known.put(subject, row);
        }
        return row;
    }

    // What was kept back

    void keptBack(int community, int org, int entry, int fact) {
        if (fact == FactSink.REFUSED) {
            return;
        }
        int row = kept.take();
        keptIn[row] = community;
        keptBy[row] = org;
        keptEntry[row] = entry;
        keptFact[row] = fact;
    }

    private void described(int fact) {
        int org = world.entities().index(state.facts().who(fact));
        int entry = state.register().find(state.facts().subject(fact));
        for (int row = 0; row < kept.rows(); row++) {
            if (keptEntry[row] != entry
                    || keptBy[row] == org
                    || state.switches().memberPlace(keptIn[row], org) < 0) {
                continue;
            }
            long subject = Dice.mix(
                    state.facts().subject(keptFact[row]), world.entities().key(EntityKind.ORGANISATION, org));
            double shows = state.numbers().value(world.community(keptIn[row]).withheldKnown());
            if (state.trait(Purpose.WITHHELD_KNOWN, subject, 0) < shows) {
                state.given(keptFact[row]);
                double loss =
                        state.numbers().value(world.organisation(org).trust().withheld());
                move(org, keptBy[row], -loss, fact);
            }
        }
    }

    // What leaked

    private void rotated(int fact) {
        FactLog facts = state.facts();
        int leak = facts.trigger(fact);
        if (leak == FactSink.NONE || facts.kind(leak) != FactKind.INDICATOR_LEAKED) {
            return;
        }
        int community = world.entities().index(facts.whom(leak));
        double traced = state.numbers().value(world.community(community).leakKnown());
        if (state.trait(Purpose.LEAK_KNOWN, facts.subject(leak), 0) < traced) {
            int received = facts.trigger(leak);
            int publisher = publisher(received);
            double loss =
                    state.numbers().value(world.organisation(publisher).trust().leak());
            state.given(leak);
            move(publisher, world.entities().index(facts.who(received)), -loss, fact);
        }
    }

    @Override
    public void reset() {
        columns.reset();
        known.reset();
        knownTable.reset();
        kept.reset();
    }

    @Override
    public void copyFrom(Trust other) {
        columns.copyFrom(other.columns);
        known.copyFrom(other.known);
        knownTable.copyFrom(other.knownTable);
        kept.copyFrom(other.kept);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        known.digest(digest);
        knownTable.digest(digest);
        kept.digest(digest);
    }
}
