package org.shieldwall.cooperation;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
import org.shieldwall.kernel.LongIndex;
import org.shieldwall.kernel.Part;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Numbers;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Register;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Communities: who publishes what it found, how the hub handles and spreads it, what is lost, false or leaked. What that
 * does to trust is told by {@link Trust}.
 *
 * <p>Willingness is clamp(base + duty + reciprocity·trust − liability − reputation loss); a member publishes when the trait
 * die of (member, incident, indicator) lies below it.
 */
public final class Cooperation implements Part<Cooperation> {
    /** A feed with a precision below 1 % is worth no more than one of 1 %, and a precision of 0 must end. */
    private static final double MOST_FALSE_ONES = 99;

    private final World world;
    private final State state;
    private final Deliveries deliveries = new Deliveries();

    private final Columns columns = new Columns();

    // [community]: the hub as a queue
    private final int[] busyHandlers;
    private final int[] queueHead;
    private final int[] queueTail;

    private final Trust trust;

    private final LongIndex handled = new LongIndex();

    public Cooperation(State state) {
        this.world = state.world();
        this.state = state;
        busyHandlers = columns.ints(world.communityCount(), 0);
        queueHead = columns.ints(world.communityCount(), -1);
        queueTail = columns.ints(world.communityCount(), -1);
        trust = new Trust(state);
    }

    /** Hubs that levers have brought back go on with what waits for them; others stand still. */
    public void leversChanged() {
        for (int community = 0; community < world.communityCount(); community++) {
            serve(community);
        }
    }

    // Publishing

    /** An organisation described an indicator: will it tell its communities? */
    public void indicatorExtracted(int fact) {
        int org = world.entities().index(state.facts().who(fact));
        int entry = state.register().find(state.facts().subject(fact));
        int level = state.register().level(entry);
        for (int community = 0; community < world.communityCount(); community++) {
            Rows.CommunityRow row = world.community(community);
            if (state.switches().memberPlace(community, org) < 0 || (row.levels() & 1 << level) == 0) {
                continue;
            }
            long subject = Dice.mix(
                    world.entities().key(EntityKind.COMMUNITY, community),
                    state.facts().subject(fact));
            int trigger = fact;
            if (state.trait(Purpose.WILLING, subject, 0) < willingness(community, org)) {
                long wait = state.time(world.organisation(org).legalDelay(), Purpose.LEGAL_DELAY, subject, 0);
                int message = deliveries.create(community, org, entry, subject, trigger);
                if (state.schedule(wait, EventCode.PUBLICATION, message, 0, trigger) == EventQueue.NO_HANDLE) {
                    deliveries.release(message);
                }
            } else {
                int declined = state.happen(
                        FactKind.PUBLICATION_DECLINED,
                        world.entities().entity(EntityKind.ORGANISATION, org),
                        world.entities().entity(EntityKind.COMMUNITY, community),
                        level,
                        subject,
                        trigger);
                trust.keptBack(community, org, entry, declined);
            }
        }
    }

    private double willingness(int community, int org) {
        Numbers numbers = state.numbers();
        Rows.OrganisationRow row = world.organisation(org);
        double sum = numbers.value(world.community(community).willingness())
                + numbers.value(row.duty())
                + numbers.value(row.reciprocity()) * meanTrust(community, org)
                - numbers.value(row.liability())
                - numbers.value(row.reputationLoss());
        return Math.max(0, Math.min(1, sum));
    }

    public void publication(int message, int cause) {
        int community = deliveries.community[message];
        int org = deliveries.member[message];
        int entry = deliveries.entry[message];
        if (state.switches().memberPlace(community, org) < 0) {
            deliveries.release(message);
            return;
        }
        int fact = state.happen(
                FactKind.INDICATOR_PUBLISHED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                world.entities().entity(EntityKind.COMMUNITY, community),
                state.register().level(entry),
                deliveries.key[message],
                cause);
        // The hub works on what it does not have yet.
        if (fact == FactSink.REFUSED || !isNew(community, entry)) {
            deliveries.release(message);
            return;
        }
        deliveries.cause[message] = fact;
        enqueue(community, message);
        serve(community);
    }

    private boolean isNew(int community, int entry) {
        long name = Dice.mix(
                world.entities().key(EntityKind.COMMUNITY, community),
                state.register().key(entry));
        boolean isNew = handled.find(name) == LongIndex.NONE;
        handled.put(name, community);
        return isNew;
    }

    // The hub

    private void enqueue(int community, int message) {
        deliveries.next[message] = -1;
        if (queueHead[community] < 0) {
            queueHead[community] = message;
        } else {
            deliveries.next[queueTail[community]] = message;
        }
        queueTail[community] = message;
    }

    private void serve(int community) {
        if (!state.switches().alive(EntityKind.COMMUNITY, community)) {
            return;
        }
        Rows.CommunityRow row = world.community(community);
        while (queueHead[community] >= 0
                && busyHandlers[community] < (int) state.numbers().value(row.handlers())) {
            int message = queueHead[community];
            queueHead[community] = deliveries.next[message];
            busyHandlers[community]++;
            long takes = state.time(row.handling(), Purpose.HUB_HANDLING, deliveries.key[message], 0);
            state.schedule(takes, EventCode.HUB_ENDS, community, message, deliveries.cause[message]);
        }
    }

    public void hubEnds(int community, int message, int cause) {
        busyHandlers[community]--;
        if (!state.switches().alive(EntityKind.COMMUNITY, community)) {
            enqueue(community, message);
            return;
        }
        int org = deliveries.member[message];
        int entry = deliveries.entry[message];
        Register register = state.register();
        long name = Dice.mix(world.entities().key(EntityKind.COMMUNITY, community), register.key(entry));
        int fact = state.happen(
                FactKind.INDICATOR_RELAYED,
                world.entities().entity(EntityKind.COMMUNITY, community),
                -1,
                register.level(entry),
                name,
                cause);
        deliveries.release(message);
        if (fact != FactSink.REFUSED) {
            spread(community, org, entry, fact);
            Rows.CommunityRow row = world.community(community);
            int falseOnes = falseOnes(name, state.numbers().value(row.precision()));
            for (int n = 0; n < falseOnes; n++) {
                long key = Dice.mix(name, Purpose.FALSE_INDICATOR, n);
                spread(community, org, register.enter(key, -1, register.level(entry), community), fact);
            }
        }
        serve(community);
    }

    /** To each true indicator (1 − precision)/precision false ones on average. */
    private int falseOnes(long name, double precision) {
        if (precision >= 1) {
            return 0;
        }
        double mean = Math.min(MOST_FALSE_ONES, (1 - precision) / precision);
        int whole = (int) mean;
        return state.die(Purpose.FALSE_INDICATOR, name, 0) < mean - whole ? whole + 1 : whole;
    }

    private void spread(int community, int publisher, int entry, int cause) {
        Rows.CommunityRow row = world.community(community);
        for (int place = 0; place < row.members().length; place++) {
            int member = row.members()[place];
            if (member == publisher || !state.switches().member(community, place)) {
                continue;
            }
            long key = Dice.mix(
                    Dice.mix(
                            world.entities().key(EntityKind.COMMUNITY, community),
                            world.entities().key(EntityKind.ORGANISATION, member)),
                    state.register().key(entry));
            if (state.trait(Purpose.DELIVERY_LOST, key, 0) < state.numbers().value(row.loss())) {
                state.happen(
                        FactKind.INDICATOR_LOST,
                        world.entities().entity(EntityKind.ORGANISATION, member),
                        world.entities().entity(EntityKind.COMMUNITY, community),
                        state.register().level(entry),
                        key,
                        cause);
                continue;
            }
            int delivery = deliveries.create(community, member, entry, key, cause);
            long wait = state.time(row.delay(), Purpose.DELIVERY_DELAY, key, 0);
            if (state.schedule(wait, EventCode.DELIVERY, delivery, 0, cause) == EventQueue.NO_HANDLE) {
                deliveries.release(delivery);
            }
        }
    }

    // Receiving

    public void delivery(int delivery, int cause) {
        int community = deliveries.community[delivery];
        int member = deliveries.member[delivery];
        int entry = deliveries.entry[delivery];
        long key = deliveries.key[delivery];
        if (state.switches().memberPlace(community, member) < 0) {
            // Who has left, or whose hub is no more, is not told.
            deliveries.release(delivery);
            return;
        }
        Rows.CommunityRow row = world.community(community);
        Register register = state.register();
        long own =
                Dice.mix(world.entities().key(EntityKind.ORGANISATION, member), Purpose.INDICATOR, register.key(entry));
        register.name(own, entry);
        int fact = state.happen(
                FactKind.INDICATOR_RECEIVED,
                world.entities().entity(EntityKind.ORGANISATION, member),
                world.entities().entity(EntityKind.COMMUNITY, community),
                register.level(entry),
                own,
                cause);
        if (fact == FactSink.REFUSED) {
            deliveries.release(delivery);
            return;
        }
        int actor = register.actor(entry);
        if (actor >= 0 && state.die(Purpose.LEAKED, key, 0) < state.numbers().value(row.leak())) {
            state.happen(
                    FactKind.INDICATOR_LEAKED,
                    world.entities().entity(EntityKind.ACTOR, actor),
                    world.entities().entity(EntityKind.COMMUNITY, community),
                    register.level(entry),
                    key,
                    fact);
        }
        deliveries.release(delivery);
    }

    // Trust

    private double meanTrust(int community, int org) {
        Rows.CommunityRow row = world.community(community);
        double sum = 0;
        int others = 0;
        for (int place = 0; place < row.members().length; place++) {
            int member = row.members()[place];
            if (member != org && state.switches().member(community, place)) {
                sum += trust.now(org, member);
                others++;
            }
        }
        return others == 0 ? 0 : sum / others;
    }

    /** Something happened by which a partner's worth shows. */
    public void partnersJudge(int fact) {
        trust.judge(fact);
    }

    @Override
    public void reset() {
        columns.reset();
        deliveries.reset();
        trust.reset();
        handled.reset();
    }

    @Override
    public void copyFrom(Cooperation other) {
        columns.copyFrom(other.columns);
        deliveries.copyFrom(other.deliveries);
        trust.copyFrom(other.trust);
        handled.copyFrom(other.handled);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        deliveries.digest(digest);
        trust.digest(digest);
        handled.digest(digest);
    }
}
