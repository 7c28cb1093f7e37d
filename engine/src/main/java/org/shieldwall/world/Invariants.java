package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fact.FactSink;

/**
 * What must hold of every fact before it is written, verified in checking mode: causes come before effects, what is dormant
 * begins nothing, and an organisation's belief rests on what it may know: its sensors, its investigation, its own acts, what
 * its community tells, what is public. Preconditions that read the arrays stand with the transitions.
 */
final class Invariants {
    private final World world;
    private final Switches switches;
    private final FactLog facts;

    Invariants(World world, Switches switches, FactLog facts) {
        this.world = world;
        this.switches = switches;
        this.facts = facts;
    }

    /** @param pending conditions of the fact */
    void verify(FactKind kind, int who, int whom, int trigger, int[] pending, int pendingCount) {
        int size = facts.size();
        demand(size == 0 || facts.time(size - 1) <= facts.now(), kind, who, "time runs backwards");
        demand(trigger < size, kind, who, "an effect before its cause");
        for (int i = 0; i < pendingCount; i++) {
            demand(pending[i] < size, kind, who, "an effect before its condition");
        }
        if (begins(kind)) {
            demand(who < 0 || switches.alive(who), kind, who, "something dormant acts");
            demand(whom < 0 || switches.alive(whom), kind, who, "something dormant is acted on");
        }
        if (kind.audience() == FactKind.Audience.ORGANISATION) {
            verifyBelief(kind, who, whom, trigger);
        }
    }

    private static boolean begins(FactKind kind) {
        return switch (kind) {
            case CAMPAIGN_STARTED,
                    ATTEMPT_STARTED,
                    ACCESS_GRANTED,
                    CREDENTIAL_STOLEN,
                    ASSET_DAMAGED,
                    FLOOD_STARTED,
                    FLOOD_RECOGNISED,
                    HELP_ASKED,
                    FILTER_SET,
                    REPAIR_STARTED,
                    RESTORATION_DECIDED,
                    ALERT_RAISED,
                    INCIDENT_OPENED,
                    INVESTIGATION_ROUND,
                    ASSET_SUSPECTED,
                    DECISION_REQUESTED,
                    DECISION_MADE,
                    ASSET_ISOLATED,
                    NETWORK_SEPARATED,
                    ASSET_SWITCHED_OFF,
                    WARNING_HEEDED,
                    KEY_OBTAINED,
                    ASSET_REBUILT,
                    ASSET_RESTORED,
                    ASSET_PATCHED,
                    ASSET_RECONNECTED,
                    CREDENTIALS_RESET,
                    STEP_SUCCEEDED,
                    TRUST_CHANGED,
                    INDICATOR_EXTRACTED,
                    INDICATOR_PUBLISHED,
                    INDICATOR_RELAYED,
                    INDICATOR_RECEIVED,
                    INDICATOR_DEPLOYED -> true;
            default -> false;
        };
    }

    private void verifyBelief(FactKind kind, int who, int whom, int trigger) {
        FactKind because = trigger < 0 ? null : facts.kind(trigger);
        int owner = owner(who);
        switch (kind) {
            case ALERT_RAISED -> {
                boolean evidence = because == null || isEvidence(because) && facts.whom(trigger) == whom;
                demand(evidence, kind, who, "an alert about something else than its evidence");
                demand(owner == ownerOfAsset(whom), kind, who, "a sensor that looks into another organisation");
            }
            case ALERT_WORK_STARTED, ALERT_ESCALATED, ALERT_CLOSED, ALERT_GIVEN_UP ->
                demand(
                        because == FactKind.ALERT_RAISED && facts.who(trigger) == who,
                        kind,
                        who,
                        "work without an alert");
            case ASSET_SUSPECTED -> {
                demand(because == FactKind.INVESTIGATION_ROUND, kind, who, "belief without an investigation");
                demand(owner(facts.who(trigger)) == owner, kind, who, "belief by another's investigation");
                demand(owner == ownerOfAsset(whom), kind, who, "belief about another organisation");
            }
            case INCIDENT_OPENED -> {
                demand(because == FactKind.ALERT_ESCALATED, kind, who, "an incident without an alert");
                demand(owner(facts.who(trigger)) == owner, kind, who, "an incident by another's alert");
            }
            case FLOOD_RECOGNISED -> {
                demand(because == FactKind.ALERT_ESCALATED, kind, who, "a flood recognised without an alert");
                demand(owner(facts.who(trigger)) == owner, kind, who, "a flood recognised by another's alert");
            }
            case HELP_ASKED -> demand(mayKnow(owner, trigger), kind, who, "help asked for a truth that nobody told");
            case INDICATOR_RECEIVED -> {
                demand(because == FactKind.INDICATOR_RELAYED, kind, who, "an indicator that nobody sent");
                demand(facts.who(trigger) == whom && isMember(whom, owner), kind, who, "an indicator from strangers");
            }
            case INDICATOR_DEPLOYED, INDICATOR_EXTRACTED, INVESTIGATION_ROUND, DECISION_REQUESTED, DECISION_MADE -> {
                demand(trigger != FactSink.NONE, kind, who, "belief without a cause");
                demand(trigger < 0 || mayKnow(owner, trigger), kind, who, "belief by a truth that nobody told");
            }
            case WARNING_HEEDED ->
                demand(because == FactKind.INDICATOR_RECEIVED, kind, who, "a warning that nobody gave");
            case ASSET_ISOLATED,
                    NETWORK_SEPARATED,
                    ASSET_SWITCHED_OFF,
                    ASSET_REBUILT,
                    ASSET_RESTORED,
                    RESTORATION_FAILED,
                    ASSET_PATCHED,
                    ASSET_RECONNECTED,
                    NETWORK_RECONNECTED,
                    CREDENTIALS_RESET,
                    INDICATOR_WITHDRAWN ->
                demand(trigger < 0 || mayKnow(owner, trigger), kind, who, "a response to a truth that nobody told");
            default -> {
                // Crews and services see what is broken; what is left follows from facts that were verified.
            }
        }
    }

    private static boolean isEvidence(FactKind kind) {
        return switch (kind) {
            case ATTEMPT_STARTED, ATTEMPT_SUCCEEDED, ATTEMPT_FAILED, ATTEMPT_BLOCKED, ACCESS_GRANTED, FLOOD_STARTED ->
                true;
            default -> false;
        };
    }

    private boolean mayKnow(int organisation, int fact) {
        return switch (facts.kind(fact).audience()) {
            case PUBLIC -> true;
            case ORGANISATION -> owner(facts.who(fact)) == organisation;
            case MEMBERS -> owner(facts.who(fact)) == organisation || isMember(facts.who(fact), organisation);
            default -> false;
        };
    }

    /** The organisation that something belongs to, −1 where there is none. */
    private int owner(int entity) {
        if (entity < 0) {
            return -1;
        }
        int index = world.entities.index(entity);
        return switch (world.entities.kind(entity)) {
            case ORGANISATION -> index;
            case SENSOR -> world.sensor(index).organisation();
            case CREW -> world.crew(index).organisation();
            case SERVICE -> world.service(index).provider();
            case SERVICE_CLASS ->
                world.service(world.servedClass(index).service()).provider();
            default -> -1;
        };
    }

    private int ownerOfAsset(int entity) {
        return world.organisationOf(world.entities.index(entity));
    }

    private boolean isMember(int community, int organisation) {
        if (community < 0 || world.entities.kind(community) != EntityKind.COMMUNITY) {
            return false;
        }
        return switches.memberPlace(world.entities.index(community), organisation) >= 0;
    }

    private void demand(boolean holds, FactKind kind, int who, String what) {
        if (!holds) {
            throw new IllegalStateException("At %d ns: %s (%s%s)."
                    .formatted(facts.now(), what, kind.label(), who < 0 ? "" : " by " + world.entities.name(who)));
        }
    }
}
