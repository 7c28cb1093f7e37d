package org.shieldwall.defence;

import java.util.Arrays;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.Things;
import org.shieldwall.world.World;

/**
 * The playbook of an incident: actions in order on what is suspected, each with its work, its authority and its side
 * effects. Beside it what was found is analysed ({@link IndicatorAnalysis}).
 */
final class Response implements Part<Response> {
    private static final int BEFORE_THE_FIRST = -1;

    private final World world;
    private final State state;
    private final Deciders deciders;
    private final IndicatorAnalysis analysis;
    private final Jobs jobs;
    private final Analysts analysts;
    private final Incidents incidents;
    private final Caution caution;

    private final Columns columns = new Columns();

    // [organisation]
    private final int[] action;
    private final int[] authority;
    private final int[] trigger;

    // [asset]: put back to a backup in the present response
    private final boolean[] restored;

    // [organisation]: place of the present response in its incident: a second one has dice of its own
    private final int[] begun;

    Response(State state, Jobs jobs, Analysts analysts, Incidents incidents, Caution caution) {
        this.world = state.world();
        this.state = state;
        deciders = new Deciders(state);
        analysis = new IndicatorAnalysis(state, incidents);
        this.jobs = jobs;
        this.analysts = analysts;
        this.incidents = incidents;
        this.caution = caution;
        action = columns.ints(world.organisationCount(), 0);
        authority = columns.ints(world.organisationCount(), FactSink.NONE);
        trigger = columns.ints(world.organisationCount(), FactSink.NONE);
        begun = columns.ints(world.organisationCount(), BEFORE_THE_FIRST);
        restored = columns.booleans(world.assetCount(), false);
    }

    /** A new incident: its responses are counted from the beginning. */
    void incidentOpened(int org) {
        begun[org] = BEFORE_THE_FIRST;
    }

    void begin(int org, int fact) {
        analysis.begin(org);
        Arrays.fill(restored, firstAsset(org), Math.max(firstAsset(org), endOfAssets(org)), false);
        begun[org]++;
        action[org] = 0;
        authority[org] = FactSink.NONE;
        trigger[org] = fact;
        goOn(org);
    }

    // Actions

    private void goOn(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        while (playbook != null
                && action[org] < playbook.actions().length
                && playbook.actions()[action[org]].kind().isAgainstFloods()) {
            action[org]++;
        }
        if (playbook == null || action[org] >= playbook.actions().length) {
            incidents.responded(org, trigger[org]);
            return;
        }
        Rows.ActionRow row = playbook.actions()[action[org]];
        if (row.onlyIfDamaged() && !isDamaged(org)) {
            skip(org);
            return;
        }
        if (row.disruptive() && authority[org] == FactSink.NONE) {
            askForDecision(org);
            return;
        }
        perform(org, row);
    }

    /** Whether machines of an organisation are encrypted or wiped: their owner sees it. */
    private boolean isDamaged(int org) {
        int wanted = Things.bit(Damage.ENCRYPTED) | Things.bit(Damage.DISK);
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            if ((state.things().damage(asset) & wanted) != 0) {
                return true;
            }
        }
        return false;
    }

    private void askForDecision(int org) {
        int fact = happen(FactKind.DECISION_REQUESTED, org, action[org], incidents.key(org), trigger[org]);
        if (fact == FactSink.REFUSED) {
            skip(org);
            return;
        }
        trigger[org] = fact;
        long wait = state.time(
                world.organisation(org).decisionTime(), Purpose.DECISION_TAKES, incidents.key(org), begun[org]);
        state.schedule(wait, EventCode.DECISION_FALLS, org, incidents.number(org), fact);
    }

    /** A decision is ripe; without an officer it waits for those who decide to be on duty. */
    void decisionFalls(int org, int cause) {
        if (!deciders.decide(org, incidents.key(org), EventCode.DECISION_FALLS, incidents.number(org), cause)) {
            return;
        }
        int fact = happen(FactKind.DECISION_MADE, org, action[org], incidents.key(org), cause);
        if (fact == FactSink.REFUSED) {
            skip(org);
            return;
        }
        authority[org] = fact;
        trigger[org] = fact;
        goOn(org);
    }

    /** Without a decision the action is left out. */
    private void skip(int org) {
        action[org]++;
        goOn(org);
    }

    private int happen(FactKind kind, int org, long value, long subject, int cause) {
        return state.happen(kind, world.entities().entity(EntityKind.ORGANISATION, org), -1, value, subject, cause);
    }

    private void perform(int org, Rows.ActionRow row) {
        long subject = Dice.mix(incidents.key(org), Purpose.ACTION_TAKES, action[org]);
        double each = state.draw(row.takes(), Purpose.ACTION_TAKES, subject, begun[org]);
        if (row.byAnalysts()) {
            int job = jobs.create(Jobs.ACTION, org, Analysts.INCIDENT_RANK, subject);
            jobs.fact[job] = trigger[org];
            jobs.work[job] = Clock.ofNanos(each * items(org, row.kind()));
            analysts.enqueue(job);
        } else {
            state.schedule(Clock.ofNanos(each), EventCode.ACTION_ENDS, org, incidents.number(org), trigger[org]);
        }
    }

    private int items(int org, Playbook.Kind kind) {
        boolean onAssets =
                switch (kind) {
                    case ISOLATE, PATCH, RESTORE, REIMAGE -> true;
                    case SEPARATE_NETWORK, SWITCH_OFF, RESET_CREDENTIALS, BLOCK_INDICATORS, RECONNECT -> false;
                    case FILTER_AT_PROVIDER, FILTER_AT_BORDER, RAISE_CAPACITY, TAKE_DOWN_SOURCES -> false;
                };
        if (!onAssets) {
            return 1;
        }
        int count = 0;
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            boolean done = kind == Playbook.Kind.REIMAGE && restored[asset]
                    || kind == Playbook.Kind.PATCH && state.things().patchedBy(asset) != FactSink.NONE;
            if (incidents.suspicion(asset) != FactSink.NONE && !done) {
                count++;
            }
        }
        return count;
    }

    void actionEnds(int org) {
        Rows.PlaybookRow playbook = world.organisation(org).playbook();
        if (playbook == null) {
            return;
        }
        Playbook.Kind kind = playbook.actions()[action[org]].kind();
        switch (kind) {
            case ISOLATE -> isolate(org);
            case SEPARATE_NETWORK -> separate(org);
            case RESET_CREDENTIALS -> reset(org);
            case BLOCK_INDICATORS -> {
                // An order that lasts: what the analysis yields is deployed as it comes.
            }
            case PATCH -> patch(org);
            case RESTORE -> restore(org);
            case REIMAGE -> reimage(org);
            case RECONNECT -> reconnect(org);
            case FILTER_AT_PROVIDER, FILTER_AT_BORDER, RAISE_CAPACITY, TAKE_DOWN_SOURCES ->
                throw new IllegalStateException("A flood is met by its own response (%s).".formatted(kind));
            case SWITCH_OFF -> caution.switchOff(org, playbook.actions()[action[org]], authority[org], trigger[org]);
        }
        action[org]++;
        goOn(org);
    }

    private int firstAsset(int org) {
        return world.firstAssetOf(org);
    }

    private int endOfAssets(int org) {
        return world.endOfAssetsOf(org);
    }

    private void isolate(int org) {
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            int suspicion = incidents.suspicion(asset);
            if (suspicion != FactSink.NONE && !state.things().isolated(asset)) {
                state.given(suspicion).given(authority[org]);
                state.assets().isolate(asset, trigger[org]);
            }
        }
    }

    private void separate(int org) {
        for (int network = 0; network < world.networkCount(); network++) {
            Rows.NetworkRow row = world.network(network);
            if (row.organisation() != org || isOuter(network) || state.things().separated(network)) {
                continue;
            }
            int suspicion = suspicionIn(row);
            if (suspicion != FactSink.NONE) {
                state.given(suspicion).given(authority[org]);
                state.assets().separate(network, trigger[org]);
            }
        }
    }

    private boolean isOuter(int network) {
        return state.switches().reach(world.internet(), network) != 0
                || state.switches().reach(network, world.internet()) != 0;
    }

    private int suspicionIn(Rows.NetworkRow row) {
        for (int asset = row.firstAsset(); asset < row.firstAsset() + row.assetCount(); asset++) {
            if (incidents.suspicion(asset) != FactSink.NONE) {
                return incidents.suspicion(asset);
            }
        }
        return FactSink.NONE;
    }

    /** Accounts that could be read on a suspected asset, or that open a network in which something is suspected. */
    private void reset(int org) {
        for (int account = 0; account < world.accountCount(); account++) {
            Rows.AccountRow row = world.account(account);
            int reason = state.switches().alive(EntityKind.ACCOUNT, account) ? reasonToReset(org, account, row) : -1;
            if (reason != FactSink.NONE) {
                state.given(reason);
                state.access().resetCredentials(org, account, trigger[org]);
            }
        }
    }

    private int reasonToReset(int org, int account, Rows.AccountRow row) {
        for (int place = 0; place < row.foundCount(); place++) {
            int asset = row.foundFirst() + place;
            if (world.organisationOf(asset) == org && incidents.suspicion(asset) != FactSink.NONE) {
                long pair = Dice.mix(
                        world.entities().key(EntityKind.ACCOUNT, account),
                        world.entities().key(EntityKind.ASSET, asset));
                if (state.trait(Purpose.CREDENTIAL_THERE, pair, 0)
                        < state.numbers().value(row.share())) {
                    return incidents.suspicion(asset);
                }
            }
        }
        for (int network : row.networks()) {
            if (world.network(network).organisation() == org) {
                int suspicion = suspicionIn(world.network(network));
                if (suspicion != FactSink.NONE) {
                    return suspicion;
                }
            }
        }
        return FactSink.NONE;
    }

    private void patch(int org) {
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            int suspicion = incidents.suspicion(asset);
            if (suspicion != FactSink.NONE && state.things().patchedBy(asset) == FactSink.NONE) {
                state.given(suspicion);
                state.assets().patch(asset, trigger[org]);
            }
        }
    }

    private void restore(int org) {
        Rows.BackupRow row = world.organisation(org).backups();
        long reach = Clock.ofNanos(state.numbers().value(row.reach()));
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            int suspicion = incidents.suspicion(asset);
            if (suspicion == FactSink.NONE) {
                continue;
            }
            long key = world.entities().key(EntityKind.ASSET, asset);
            long pair = Dice.mix(incidents.key(org), key);
            boolean kept = state.backups().exists(asset);
            boolean works = kept
                    && state.die(Purpose.BACKUP_WORKS, pair, begun[org])
                            < state.numbers().value(row.work());
            state.given(suspicion).given(state.backups().destroyedBy(asset));
            if (works) {
                restored[asset] = state.assets().restore(asset, reach, trigger[org]) != FactSink.REFUSED;
            } else {
                state.happen(
                        FactKind.RESTORATION_FAILED,
                        world.entities().entity(EntityKind.ORGANISATION, org),
                        world.entities().entity(EntityKind.ASSET, asset),
                        kept ? 1 : 0,
                        key,
                        trigger[org]);
            }
        }
    }

    private void reimage(int org) {
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            if (incidents.suspicion(asset) != FactSink.NONE && !restored[asset]) {
                state.given(incidents.suspicion(asset));
                state.assets().rebuild(asset, trigger[org]);
            }
        }
    }

    private void reconnect(int org) {
        for (int asset = firstAsset(org); asset < endOfAssets(org); asset++) {
            if (incidents.suspicion(asset) != FactSink.NONE && state.things().isolated(asset)) {
                state.assets().reconnect(asset, trigger[org]);
            }
        }
        for (int network = 0; network < world.networkCount(); network++) {
            if (world.network(network).organisation() == org && state.things().separated(network)) {
                state.assets().reconnectNetwork(network, trigger[org]);
            }
        }
    }

    IndicatorAnalysis analysis() {
        return analysis;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Response other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
