package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.Traffic;
import org.shieldwall.world.TrafficMap;
import org.shieldwall.world.Ways;
import org.shieldwall.world.World;

/**
 * Whom a victim of floods asks, and what they do: providers set filters with hands of their own analysts, lines are made
 * wider, and authorities of other countries switch sources off, once somebody there is reached and where they agree.
 */
final class FloodHelp implements Part<FloodHelp> {
    private static final int NONE = -1;

    // Values of help-asked, as facts have had them ever since
    private static final int FILTER = 0;
    private static final int SHUT_BORDER = 1;
    private static final int SWITCH_OFF = 11;

    private final World world;
    private final State state;
    private final Jobs jobs;
    private final Analysts analysts;

    // [request] for a filter; a row is used again when it was answered
    private final Table requests = new Table();
    private boolean[] waits = requests.booleans(grown -> waits = grown);
    private int[] victim = requests.ints(grown -> victim = grown);
    private int[] edge = requests.ints(grown -> edge = grown);
    private int[] network = requests.ints(grown -> network = grown);
    private int[] kind = requests.ints(grown -> kind = grown);

    private final Columns columns = new Columns();

    /** [organisation]: requests it waits for. */
    private final int[] awaited;

    /** [organisation]: when it has somebody abroad to ask; never before it first tries. */
    private final long[] reachedAt;

    /** [organisation][source] flattened: asked about, and no answer yet or a refusal. */
    private final boolean[] askedAbout;

    /** [edge]: a wider line is ordered or there. */
    private final boolean[] ordered;

    FloodHelp(State state, Jobs jobs, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.jobs = jobs;
        this.analysts = analysts;
        awaited = columns.ints(world.organisationCount(), 0);
        reachedAt = columns.longs(world.organisationCount(), Clock.NEVER);
        askedAbout =
                columns.booleans(world.organisationCount() * world.traffic().sourceCount(), false);
        ordered = columns.booleans(world.traffic().edgeCount(), false);
    }

    /** Who owns the beginning of a line; of one from the internet, who owns its end. */
    int provider(int line) {
        int from = world.traffic().edgeFrom(line);
        int owned = from == world.internet() ? world.traffic().edgeTo(line) : from;
        return owned == world.internet() ? NONE : world.network(owned).organisation();
    }

    int victim(int request) {
        return victim[request];
    }

    boolean isAwaited(int org) {
        return awaited[org] > 0;
    }

    // Lines

    /** Whether a line on the way of a flood is left on which an action could be taken. */
    boolean hasLines(int flood, Playbook.Kind action) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(state.traffic().actor(flood));
        for (int country = 0; botnet != null && country < botnet.countryCount(); country++) {
            if (lineFor(flood, botnet.zones()[country], action) != NONE) {
                return true;
            }
        }
        return false;
    }

    /** The line on a flood's way from a zone on which an action is still to be taken, or −1. */
    private int lineFor(int flood, int zone, Playbook.Kind action) {
        int target = world.networkOf(state.traffic().asset(flood));
        int pair = world.traffic().pair(zone, target);
        Ways ways = state.ways();
        if (pair < 0 || ways.length(pair) <= 0) {
            return NONE;
        }
        int first = ways.edge(pair, 0);
        int last = ways.edge(pair, ways.length(pair) - 1);
        return switch (action) {
            case FILTER_AT_PROVIDER -> {
                int ofKind = state.traffic().kind(flood).ordinal();
                boolean owned = world.traffic().edgeFrom(last) != world.internet();
                yield owned && !isFiltered(last, target, ofKind) ? last : NONE;
            }
            case FILTER_AT_BORDER -> {
                boolean foreign = zone == world.internet();
                yield foreign && !isFiltered(first, target, Traffic.EVERYTHING) ? first : NONE;
            }
            case RAISE_CAPACITY -> ordered[last] ? NONE : last;
            default -> NONE;
        };
    }

    /** It stands, or somebody was asked for it. */
    private boolean isFiltered(int line, int target, int ofKind) {
        for (int request = 0; request < requests.rows(); request++) {
            if (waits[request] && edge[request] == line && network[request] == target && kind[request] == ofKind) {
                return true;
            }
        }
        return state.traffic().isFiltered(line, target, ofKind);
    }

    // Asking

    /**
     * Takes an action against one flood.
     *
     * @param known the fact by which the flood is known
     * @param authority the decision without which it would not be taken, or none
     * @param about key of the incident
     */
    void ask(int org, int flood, Playbook.Kind action, int known, int authority, long about, int trigger) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(state.traffic().actor(flood));
        for (int country = 0; botnet != null && country < botnet.countryCount(); country++) {
            if (action == Playbook.Kind.TAKE_DOWN_SOURCES) {
                callAbout(org, state.traffic().actor(flood), country, botnet, known, about, trigger);
                continue;
            }
            int line = lineFor(flood, botnet.zones()[country], action);
            if (line == NONE) {
                continue;
            }
            if (action == Playbook.Kind.RAISE_CAPACITY) {
                order(org, line, trigger);
            } else {
                int target = world.networkOf(state.traffic().asset(flood));
                boolean border = action == Playbook.Kind.FILTER_AT_BORDER;
                int ofKind = border
                        ? Traffic.EVERYTHING
                        : state.traffic().kind(flood).ordinal();
                state.given(known).given(authority);
                askForFilter(org, line, target, ofKind, about, trigger);
            }
        }
    }

    private void askForFilter(int org, int line, int target, int ofKind, long about, int trigger) {
        int helper = provider(line);
        long subject = Dice.mix(about, lineKey(line, target), ofKind);
        int fact = state.happen(
                FactKind.HELP_ASKED,
                world.entities().entity(EntityKind.ORGANISATION, org),
                world.entities().entity(EntityKind.ORGANISATION, helper),
                ofKind == Traffic.EVERYTHING ? SHUT_BORDER : FILTER,
                subject,
                trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        TrafficMap.DefenceRow row = world.traffic().defence(helper);
        int number = ofKind == Traffic.EVERYTHING ? row.borderWork() : row.filterWork();
        long work =
                state.time(number, Purpose.FILTER_WORK, subject, state.facts().ordinal(fact));
        if (work == Clock.NEVER) {
            // Nobody there can do it; whoever asks again later may hear something else.
            return;
        }
        int request = enter(org, line, target, ofKind);
        awaited[org]++;
        int job = jobs.create(Jobs.FLOOD_FILTER, helper, Analysts.INCIDENT_RANK, subject);
        jobs.fact[job] = fact;
        jobs.about[job] = request;
        jobs.work[job] = work;
        analysts.enqueue(job);
    }

    private long lineKey(int line, int target) {
        return Dice.mix(
                world.zoneKey(world.traffic().edgeFrom(line)),
                world.zoneKey(world.traffic().edgeTo(line)),
                world.entities().key(EntityKind.NETWORK, target));
    }

    private int enter(int org, int line, int target, int ofKind) {
        int request = requests.take();
        waits[request] = true;
        victim[request] = org;
        edge[request] = line;
        network[request] = target;
        kind[request] = ofKind;
        return request;
    }

    private void answered(int request) {
        waits[request] = false;
        awaited[victim[request]]--;
        requests.release(request);
    }

    /** Of a provider that is no more nothing is awaited. */
    void leversChanged() {
        for (int request = 0; request < requests.rows(); request++) {
            if (waits[request] && !state.switches().alive(EntityKind.ORGANISATION, provider(edge[request]))) {
                answered(request);
            }
        }
    }

    /** @param wanted the victim still knows of a flood */
    void filterIsSet(int request, boolean wanted, int fact) {
        int org = victim[request];
        answered(request);
        if (!wanted || state.traffic().isFiltered(edge[request], network[request], kind[request])) {
            return;
        }
        int helper = provider(edge[request]);
        TrafficMap.DefenceRow row = world.traffic().defence(helper);
        boolean border = kind[request] == Traffic.EVERYTHING;
        state.floods()
                .setFilter(
                        edge[request],
                        network[request],
                        kind[request],
                        org,
                        helper,
                        border ? 1 : state.numbers().value(row.drops()[kind[request]]),
                        border ? 0 : state.numbers().value(row.spoils()[kind[request]]),
                        fact);
    }

    private void order(int org, int line, int trigger) {
        ordered[line] = true;
        long wait = state.time(
                world.traffic().defence(org).widerTakes(),
                Purpose.WIDENING_TAKES,
                lineKey(line, world.traffic().edgeTo(line)),
                0);
        if (wait != Clock.NEVER) {
            state.schedule(wait, EventCode.LINE_IS_WIDER, org, line, trigger);
        }
    }

    void lineIsWider(int org, int line, int cause) {
        double times = state.numbers().value(world.traffic().defence(org).widerTimes());
        if (times > 1) {
            state.floods().widen(line, times, org, cause);
        }
    }

    // Abroad

    boolean hasSourcesToCallAbout(int org, int flood) {
        TrafficMap.BotnetRow botnet = world.traffic().botnet(state.traffic().actor(flood));
        for (int country = 0; botnet != null && country < botnet.countryCount(); country++) {
            if (isToBeCalledAbout(org, botnet.firstSource() + country)) {
                return true;
            }
        }
        return false;
    }

    private boolean isToBeCalledAbout(int org, int source) {
        return state.traffic().sends(source)
                && !askedAbout[org * world.traffic().sourceCount() + source];
    }

    private void callAbout(
            int org, int actor, int country, TrafficMap.BotnetRow botnet, int known, long about, int trigger) {
        int source = botnet.firstSource() + country;
        if (!isToBeCalledAbout(org, source)) {
            return;
        }
        askedAbout[org * world.traffic().sourceCount() + source] = true;
        int self = world.entities().entity(EntityKind.ORGANISATION, org);
        int other = world.entities().entity(EntityKind.ACTOR, actor);
        long subject = Dice.mix(about, botnet.keys()[country]);
        int fact = state.given(known).happen(FactKind.HELP_ASKED, self, other, SWITCH_OFF, subject, trigger);
        if (fact == FactSink.REFUSED) {
            return;
        }
        TrafficMap.DefenceRow row = world.traffic().defence(org);
        if (reachedAt[org] == Clock.NEVER) {
            long after = state.time(
                    row.reached(), Purpose.ABROAD_REACHED, world.entities().key(self), 0);
            reachedAt[org] = Clock.plus(state.now(), after);
        }
        // Whether a country helps is a trait of it; agreements move the threshold, not the die.
        if (state.trait(Purpose.ABROAD_CONSENT, botnet.keys()[country], 0)
                >= state.numbers().value(row.consent())) {
            state.happen(FactKind.HELP_DECLINED, self, other, country, subject, fact);
            return;
        }
        long takes = state.time(
                row.abroadTakes(), Purpose.ABROAD_TAKES, subject, state.facts().ordinal(fact));
        long wait = Clock.plus(Math.max(0, reachedAt[org] - state.now()), takes);
        if (wait != Clock.NEVER) {
            state.schedule(wait, EventCode.SOURCES_GO_OFF, org, source, fact);
        }
    }

    void sourcesGoOff(int org, int source, int cause) {
        askedAbout[org * world.traffic().sourceCount() + source] = false;
        if (!state.traffic().sends(source)) {
            return;
        }
        for (int actor = 0; actor < world.actorCount(); actor++) {
            TrafficMap.BotnetRow botnet = world.traffic().botnet(actor);
            int country = botnet == null ? NONE : source - botnet.firstSource();
            if (botnet != null && country >= 0 && country < botnet.countryCount()) {
                state.floods().switchOffSources(actor, country, org, cause);
            }
        }
    }

    @Override
    public void reset() {
        columns.reset();
        requests.reset();
    }

    @Override
    public void copyFrom(FloodHelp other) {
        columns.copyFrom(other.columns);
        requests.copyFrom(other.requests);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
        requests.digest(digest);
    }
}
