package org.shieldwall.cooperation;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.EventQueue;
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
 * Communities: who publishes what it found, how the hub handles and spreads it, what is lost, false or leaked, and what
 * that does to trust.
 *
 * <p>Willingness is clamp(base + duty + reciprocity·trust − liability − reputation loss); a member publishes when the trait
 * die of (member, incident, indicator) lies below it.
 */
public final class Cooperation implements Part<Cooperation> {
    /** Trust between members before they know each other (12-parameters: start 0.5). */
    private static final double FIRST_TRUST = 0.5;

    private static final double TRUST_USEFUL = 0.02;
    private static final double TRUST_FALSE = -0.05;
    private static final double TRUST_LEAK = -0.15;
    private static final double TRUST_HALF_LIFE = 548.0 * Clock.DAY;

    private final World world;
    private final State state;
    private final Deliveries deliveries = new Deliveries();

    // [community]: the hub as a queue
    private final int[] busyHandlers;
    private final int[] queueHead;
    private final int[] queueTail;

    // [truster][trusted]
    private final double[] trust;
    private final long[] trustSince;

    private long[] handled = new long[64];
    private int handledCount;

    public Cooperation(State state) {
        this.world = state.world();
        this.state = state;
        busyHandlers = new int[world.communityCount()];
        queueHead = new int[world.communityCount()];
        queueTail = new int[world.communityCount()];
        trust = new double[world.organisationCount() * world.organisationCount()];
        trustSince = new long[trust.length];
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
            if (placeOf(community, org) < 0 || (row.levels() & 1 << level) == 0) {
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
                state.happen(
                        FactKind.PUBLICATION_DECLINED,
                        world.entities().entity(EntityKind.ORGANISATION, org),
                        world.entities().entity(EntityKind.COMMUNITY, community),
                        level,
                        subject,
                        trigger);
            }
        }
    }

    /** An organisation's place among the live members of a community, or −1. */
    private int placeOf(int community, int org) {
        int[] members = world.community(community).members();
        for (int place = 0; place < members.length; place++) {
            if (members[place] == org) {
                return state.switches().member(community, place) ? place : -1;
            }
        }
        return -1;
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
        if (placeOf(community, org) < 0) {
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
        for (int i = 0; i < handledCount; i++) {
            if (handled[i] == name) {
                return false;
            }
        }
        if (handledCount == handled.length) {
            handled = Arrays.copyOf(handled, 2 * handledCount);
        }
        handled[handledCount++] = name;
        return true;
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
            double precision = state.numbers().value(row.precision());
            // To each true indicator (1 − precision)/precision false ones; at most one goes with one.
            if (state.die(Purpose.FALSE_INDICATOR, name, 0) * precision < 1 - precision) {
                long key = Dice.mix(name, Purpose.FALSE_INDICATOR, 0);
                spread(community, org, register.enter(key, -1, register.level(entry), 0), fact);
            }
        }
        serve(community);
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
            int delivery = deliveries.create(community, member, entry, key, publisher);
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
        int publisher = deliveries.cause[delivery];
        long key = deliveries.key[delivery];
        if (placeOf(community, member) < 0) {
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
            changeTrust(publisher, member, TRUST_LEAK, fact);
        }
        if (actor >= 0) {
            changeTrust(member, publisher, TRUST_USEFUL, fact);
            deliveries.release(delivery);
            return;
        }
        long life = state.time(row.falseLife(), Purpose.FALSE_INDICATOR_LIFE, key, 0);
        deliveries.cause[delivery] = fact;
        state.schedule(life, EventCode.FALSE_INDICATOR_ENDS, delivery, publisher, fact);
        scheduleFalseAlert(delivery);
    }

    private void scheduleFalseAlert(int delivery) {
        double perNanos = state.numbers()
                        .value(world.community(deliveries.community[delivery]).falseAlertRate())
                / Clock.SECOND;
        if (perNanos > 0) {
            double gap = state.unitExponential(
                            Purpose.FALSE_INDICATOR_ALERT_GAP, deliveries.key[delivery], deliveries.count[delivery])
                    / perNanos;
            state.schedule(
                    Clock.ofNanos(gap),
                    EventCode.FALSE_INDICATOR_ALERT,
                    delivery,
                    deliveries.count[delivery],
                    deliveries.cause[delivery]);
        }
    }

    /** What an alert of a false indicator is about: organisation, asset, key; false once the indicator is withdrawn. */
    public boolean falseIndicatorAlert(int delivery, int n) {
        if (deliveries.count[delivery] != n
                || deliveries.entry[delivery] < 0
                || !state.switches().alive(EntityKind.ORGANISATION, deliveries.member[delivery])) {
            return false;
        }
        deliveries.count[delivery]++;
        scheduleFalseAlert(delivery);
        return true;
    }

    public int memberOf(int delivery) {
        return deliveries.member[delivery];
    }

    public int causeOf(int delivery) {
        return deliveries.cause[delivery];
    }

    public long alertKeyOf(int delivery, int n) {
        return Dice.mix(deliveries.key[delivery], Purpose.ALERT, n);
    }

    public void falseIndicatorEnds(int delivery, int publisher, int cause) {
        int member = deliveries.member[delivery];
        if (!state.switches().alive(EntityKind.ORGANISATION, member)) {
            deliveries.entry[delivery] = -1;
            return;
        }
        int fact = state.happen(
                FactKind.INDICATOR_WITHDRAWN,
                world.entities().entity(EntityKind.ORGANISATION, member),
                world.entities().entity(EntityKind.COMMUNITY, deliveries.community[delivery]),
                state.register().level(deliveries.entry[delivery]),
                deliveries.key[delivery],
                cause);
        if (deliveries.count[delivery] > 0) {
            changeTrust(member, publisher, TRUST_FALSE, fact);
        }
        // The row is not used again: an alert under way may still name it.
        deliveries.entry[delivery] = -1;
    }

    // Trust

    private double meanTrust(int community, int org) {
        Rows.CommunityRow row = world.community(community);
        double sum = 0;
        int others = 0;
        for (int place = 0; place < row.members().length; place++) {
            int member = row.members()[place];
            if (member != org && state.switches().member(community, place)) {
                sum += trustNow(org, member);
                others++;
            }
        }
        return others == 0 ? 0 : sum / others;
    }

    private double trustNow(int org, int other) {
        int pair = org * world.organisationCount() + other;
        double age = state.now() - trustSince[pair];
        return FIRST_TRUST + (trust[pair] - FIRST_TRUST) * StrictMath.exp(-0.6931471805599453 * age / TRUST_HALF_LIFE);
    }

    private void changeTrust(int org, int other, double change, int cause) {
        int pair = org * world.organisationCount() + other;
        double now = Math.max(0, Math.min(1, trustNow(org, other) + change));
        trust[pair] = now;
        trustSince[pair] = state.now();
        state.happen(
                FactKind.TRUST_CHANGED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                world.entities().entity(EntityKind.ORGANISATION, other),
                Math.round(now * 1_000_000),
                Dice.mix(
                        world.entities().key(EntityKind.ORGANISATION, org),
                        world.entities().key(EntityKind.ORGANISATION, other)),
                cause);
    }

    @Override
    public void reset() {
        deliveries.reset();
        Arrays.fill(busyHandlers, 0);
        Arrays.fill(queueHead, -1);
        Arrays.fill(queueTail, -1);
        Arrays.fill(trust, FIRST_TRUST);
        Arrays.fill(trustSince, 0);
        handledCount = 0;
    }

    @Override
    public void copyFrom(Cooperation other) {
        deliveries.copyFrom(other.deliveries);
        System.arraycopy(other.busyHandlers, 0, busyHandlers, 0, busyHandlers.length);
        System.arraycopy(other.queueHead, 0, queueHead, 0, queueHead.length);
        System.arraycopy(other.queueTail, 0, queueTail, 0, queueTail.length);
        System.arraycopy(other.trust, 0, trust, 0, trust.length);
        System.arraycopy(other.trustSince, 0, trustSince, 0, trustSince.length);
        handled = other.handled.clone();
        handledCount = other.handledCount;
    }

    @Override
    public void digest(Digest digest) {
        deliveries.digest(digest);
        digest.putInt(handledCount);
    }
}
