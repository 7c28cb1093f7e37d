package org.shieldwall.world;

/** What an event in the queue means; {@code a} and {@code b} are said for each. */
public final class EventCode {
    private EventCode() {}

    // Attack
    /** a campaign. */
    public static final int CAMPAIGN_BEGINS = 1;
    /** a step. */
    public static final int STEP_DUE = 2;
    /** a attempt. */
    public static final int ATTEMPT_ENDS = 3;
    /** a step, b target or −1 for a wave. */
    public static final int STEP_RETRIES = 4;
    /** a actor, b level. */
    public static final int BUILD_ROTATES = 5;
    /** a actor, b level. */
    public static final int BUILD_ROTATES_ON_SCHEDULE = 6;
    /** a asset, b damage. */
    public static final int DAMAGE_PASSES = 7;
    /** a actor. */
    public static final int ACTOR_COMES_OUT = 8;

    /** a flood, b its generation. */
    public static final int FLOOD_ENDS = 86;
    /** a actor. */
    public static final int HIRE_ENDS = 87;
    /** a actor, b country. */
    public static final int SOURCES_REBUILT = 88;

    /** a step. */
    public static final int STEP_REPEATS = 89;

    // Defence
    /** a sensor. */
    public static final int FALSE_ALERT = 20;
    /** a watch. */
    public static final int EVIDENCE_SEEN = 21;
    /** a job. */
    public static final int ALERT_ARRIVES = 22;
    /** a job. */
    public static final int WORK_ENDS = 23;
    /** a organisation, b place in the roster. */
    public static final int ANALYSTS_SHIFT = 24;
    /** a job, b its generation. */
    public static final int ALERT_EXPIRES = 25;
    /** a incident. */
    public static final int DECISION_FALLS = 26;
    /** a incident. */
    public static final int ACTION_ENDS = 27;
    /** a indicator. */
    public static final int ANALYSIS_ENDS = 28;
    /** a organisation, b indicator. */
    public static final int DEPLOYMENT_ENDS = 29;
    /** a lever, b place of the cost. */
    public static final int DUTY_HOURS = 30;
    /** a organisation, b how often it was cautious. */
    public static final int CAUTION_DECIDED = 31;
    /** a organisation, b how often it was cautious. */
    public static final int CAUTION_ENDS = 32;

    /** a organisation, b its response. */
    public static final int FLOOD_DECISION_FALLS = 80;
    /** a organisation, b its response. */
    public static final int FLOOD_ACTION_ENDS = 81;
    /** a organisation, b place of the wait. */
    public static final int FLOOD_WAIT_ENDS = 82;
    /** a organisation, b edge. */
    public static final int LINE_IS_WIDER = 83;
    /** a organisation, b source. */
    public static final int SOURCES_GO_OFF = 84;
    /** a organisation, b quiet time. */
    public static final int FILTERS_ARE_LIFTED = 85;

    // Cooperation
    /** a community, b message. */
    public static final int PUBLICATION = 40;
    /** a community, b message. */
    public static final int HUB_ENDS = 41;
    /** a delivery. */
    public static final int DELIVERY = 42;
    /** a false indicator at a member. */
    public static final int FALSE_INDICATOR_ALERT = 43;
    /** a false indicator at a member. */
    public static final int FALSE_INDICATOR_ENDS = 44;

    // Services
    /** a asset. */
    public static final int ASSET_FAILS = 60;
    /** a service, b restore rule. */
    public static final int RESTORATION_DECISION = 61;
    /** a repair. */
    public static final int REPAIR_ENDS = 62;
    /** a service. */
    public static final int RESTART_ENDS = 63;
    /** a service. */
    public static final int BUFFER_ENDS = 64;
    /** a service. */
    public static final int DEGRADE_STEP = 65;
    /** a crew, b place in the roster. */
    public static final int CREW_SHIFT = 66;
    /** a service. */
    public static final int BY_HAND_BEGINS = 67;
    /** a service. */
    public static final int BY_HAND_ENDS = 68;
}
