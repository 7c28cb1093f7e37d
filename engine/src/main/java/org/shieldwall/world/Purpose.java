package org.shieldwall.world;

/**
 * What a die decides. One number, one meaning, one sampler; a number is never used again. {@code docs/dice.md} lists
 * subject, n and sampler of each.
 */
public final class Purpose {
    private Purpose() {}

    // Attack
    public static final int CAMPAIGN_BEGINS = 100;
    public static final int DOOR_OPENS = 101;
    public static final int TRY_SUCCEEDS = 102;
    public static final int ATTEMPT_TAKES = 103;
    public static final int TARGET_CHOICE = 104;
    public static final int RETRY_PAUSE = 105;
    public static final int CREDENTIAL_THERE = 106;
    public static final int SECOND_FACTOR_STOPS = 107;
    public static final int ACTOR_NOTICES = 108;
    public static final int ROTATION_TAKES = 109;
    public static final int ROTATION_SCHEDULE = 110;
    public static final int FOOTHOLD_CHOICE = 111;
    public static final int COUNT_LOT = 112;
    public static final int DAMAGE_LASTS = 113;
    public static final int ATTEMPT = 114;
    public static final int FOOTHOLD = 115;
    public static final int DOOR_CHANCE = 116;
    public static final int ALARM = 117;
    public static final int HIDES_FOR = 118;

    public static final int FLOOD_TRAFFIC = 130;
    public static final int FLOOD_REQUESTS = 131;
    public static final int FLOOD_LASTS = 132;
    public static final int SOURCES_REBUILT = 133;
    public static final int STEP_REPEATS = 134;

    // Sensors and analysts
    public static final int EVIDENCE_SEEN = 200;
    public static final int EVIDENCE_CLOCK = 201;
    public static final int ALERT_DELAY = 202;
    public static final int FALSE_ALERT_GAP = 203;
    public static final int TRIAGE_TAKES = 205;
    public static final int JUDGEMENT = 206;
    public static final int ALERT_PATIENCE = 207;
    public static final int ALERT = 208;
    public static final int BLOCKING_SENSOR = 209;
    public static final int ALERT_OPENED = 210;

    // Incidents
    public static final int INCIDENT = 300;
    public static final int ROUND_TAKES = 301;
    public static final int FINDING_CLOCK = 302;
    public static final int LOGS_KEPT = 303;
    public static final int WRONG_SUSPICION = 304;
    public static final int WRONG_SUSPECT_CHOICE = 305;
    public static final int DECISION_TAKES = 306;
    public static final int ACTION_TAKES = 307;
    public static final int ANALYSIS_TAKES = 308;
    public static final int INDICATOR_YIELDED = 309;
    public static final int DEPLOY_TAKES = 310;
    public static final int INGEST_TAKES = 311;
    public static final int INDICATOR = 312;
    public static final int BACKUP_KEPT = 313;
    public static final int BACKUP_WORKS = 314;
    public static final int BACKUP_ONLINE = 315;
    public static final int BACKUP_PHASE = 316;
    public static final int WARNING_HEEDED = 317;
    public static final int CAUTION_DECISION = 318;
    public static final int SWITCH_OFF_TAKES = 319;

    // Against floods
    public static final int FLOOD_RESPONSE = 330;
    public static final int FLOOD_DECISION_TAKES = 331;
    public static final int FLOOD_ACTION_TAKES = 332;
    public static final int FILTER_WORK = 333;
    public static final int WIDENING_TAKES = 334;
    public static final int ABROAD_REACHED = 335;
    public static final int ABROAD_CONSENT = 336;
    public static final int ABROAD_TAKES = 337;
    public static final int FILTERS_LIFTED = 338;
    public static final int HELP_WAITS = 339;

    // Cooperation
    public static final int WILLING = 400;
    public static final int LEGAL_DELAY = 401;
    public static final int HUB_HANDLING = 402;
    public static final int DELIVERY_DELAY = 403;
    public static final int DELIVERY_LOST = 404;
    public static final int LEAKED = 405;
    public static final int FALSE_INDICATOR = 406;
    public static final int FALSE_INDICATOR_LIFE = 407;
    public static final int FALSE_INDICATOR_ALERT_GAP = 408;
    public static final int FALSE_INDICATOR_ASSET = 409;
    public static final int FALSE_INDICATOR_SENSOR = 410;
    public static final int WITHHELD_KNOWN = 411;
    public static final int LEAK_KNOWN = 412;

    // Services
    public static final int ASSET_FAILS = 500;
    public static final int RESTORATION_DECISION = 501;
    public static final int REPAIR_TAKES = 502;
    public static final int RESTART_TAKES = 503;
    public static final int BUFFER_SIZE = 504;
    public static final int DEGRADE_TAKES = 505;
    public static final int REFILL_TAKES = 506;
    public static final int REPAIR_FROM_BACKUP = 507;
    public static final int REPAIR_CLEANS = 508;
    public static final int BY_HAND_AFTER = 509;
    public static final int BY_HAND_LASTS = 510;

    // Variety of the world
    public static final int NUMBER = 600;
    public static final int FAMILY_MEMBER = 601;
}
