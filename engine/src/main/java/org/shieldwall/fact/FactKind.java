package org.shieldwall.fact;

import java.util.Arrays;
import java.util.Locale;

/**
 * Everything that can happen in a run, and who may know of it.
 *
 * <p>Codes are part of the canonical form: a code is never changed and never used again. What {@code who}, {@code whom}
 * and {@code value} hold is said for each kind; both are entities of the World, −1 for none.
 */
public enum FactKind {
    // The run
    RUN_STARTED(1, Audience.PUBLIC, "–; –; –"),
    RUN_ENDED(2, Audience.PUBLIC, "–; –; –"),
    LEVER_SET(3, Audience.PUBLIC, "lever; –; 1 on, 0 off"),
    COMMAND_REFUSED(4, Audience.ORGANISATION, "who was commanded; –; 1 it is so already, 2 it is not there"),

    // Attack
    CAMPAIGN_STARTED(10, Audience.ACTOR, "campaign; actor; –"),
    ATTEMPT_STARTED(11, Audience.TRUTH, "step; asset; number of the try"),
    ATTEMPT_SUCCEEDED(12, Audience.TRUTH, "step; asset; –"),
    ATTEMPT_FAILED(
            13,
            Audience.TRUTH,
            "step; asset; 0 the door cannot open, 1 this try failed, 2 second factor, 3 nothing left to send"),
    ATTEMPT_BLOCKED(14, Audience.TRUTH, "step; asset; level of the indicator that matched"),
    ATTEMPT_ABANDONED(15, Audience.TRUTH, "step; asset; –"),
    ACCESS_GRANTED(16, Audience.ACTOR, "actor; asset; position"),
    ACCESS_LOST(17, Audience.TRUTH, "actor; asset; position that was held"),
    CREDENTIAL_STOLEN(18, Audience.ACTOR, "actor; account; –"),
    CREDENTIAL_LOST(19, Audience.TRUTH, "actor; account; –"),
    NETWORK_DISCOVERED(20, Audience.ACTOR, "actor; network; –"),
    STEP_FIRST_SUCCESS(21, Audience.ACTOR, "step; –; –"),
    STEP_SUCCEEDED(22, Audience.ACTOR, "step; –; –"),
    STEP_FAILED(23, Audience.ACTOR, "step; –; –"),
    STEP_LOST(24, Audience.ACTOR, "step; –; –"),
    ACTOR_NOTICED(25, Audience.ACTOR, "actor; asset; –"),
    BUILD_ROTATED(26, Audience.ACTOR, "actor; –; level"),
    COMMAND_CHANNEL_BLOCKED(27, Audience.TRUTH, "actor; asset; level of the indicator that matched"),
    COMMAND_CHANNEL_RESTORED(28, Audience.TRUTH, "actor; asset; –"),
    CAMPAIGN_GAVE_UP(29, Audience.ACTOR, "campaign; actor; –"),
    OPERATOR_FREED(36, Audience.ACTOR, "actor; step; nanoseconds that an operator was busy with one wave of attempts"),
    FLOOD_STARTED(33, Audience.TRUTH, "actor; asset; traffic in kbit/s"),
    FLOOD_ENDED(34, Audience.TRUTH, "actor; asset; 0 it was over, 1 the hire ended, 2 its sources were switched off"),
    SOURCES_REBUILT(35, Audience.ACTOR, "actor; –; place of the country among those of its botnet"),
    ACTOR_HIDES(30, Audience.ACTOR, "actor; –; until, in ns"),
    ACTOR_HURRIES(31, Audience.ACTOR, "actor; –; –"),

    // What happens to things
    ASSET_DAMAGED(40, Audience.TRUTH, "–; asset; damage"),
    ASSET_MENDED(41, Audience.ORGANISATION, "crew; asset; damage"),
    SERVICE_LEVEL(42, Audience.PUBLIC, "service; –; level, 0 to 10,000"),
    SERVICE_DEADLOCK(43, Audience.PUBLIC, "service; –; –"),
    BUFFER_EMPTY(44, Audience.ORGANISATION, "service; –; –"),
    RESTORATION_DECIDED(45, Audience.ORGANISATION, "organisation; service; –"),
    REPAIR_STARTED(46, Audience.ORGANISATION, "crew; asset; damage"),
    DELIVERY_CHANGED(50, Audience.PUBLIC, "service; asset; share answered of what it wants, 0 to 10,000"),
    BACKUPS_DESTROYED(47, Audience.TRUTH, "actor; asset; how many"),
    WORK_BY_HAND_BEGAN(48, Audience.PUBLIC, "service; –; level, 0 to 10,000"),
    WORK_BY_HAND_ENDED(49, Audience.PUBLIC, "service; –; –"),
    CLASS_LEVEL(51, Audience.PUBLIC, "service; class of those it serves; level, 0 to 10,000"),

    // Defence
    ALERT_RAISED(60, Audience.ORGANISATION, "sensor; asset; priority"),
    ALERT_WORK_STARTED(61, Audience.ORGANISATION, "sensor; asset; –"),
    ALERT_ESCALATED(62, Audience.ORGANISATION, "sensor; asset; work in ns"),
    ALERT_CLOSED(63, Audience.ORGANISATION, "sensor; asset; work in ns"),
    ALERT_GIVEN_UP(64, Audience.ORGANISATION, "sensor; asset; –"),
    INCIDENT_OPENED(65, Audience.ORGANISATION, "organisation; asset; –"),
    INVESTIGATION_ROUND(66, Audience.ORGANISATION, "organisation; –; work in ns"),
    ASSET_SUSPECTED(67, Audience.ORGANISATION, "organisation; asset; –"),
    DECISION_REQUESTED(68, Audience.ORGANISATION, "organisation; –; action"),
    DECISION_WAITED(69, Audience.ORGANISATION, "organisation; –; until, in ns"),
    DECISION_MADE(70, Audience.ORGANISATION, "organisation; –; action"),
    ASSET_ISOLATED(71, Audience.ORGANISATION, "organisation; asset; –"),
    ASSET_RECONNECTED(72, Audience.ORGANISATION, "organisation; asset; –"),
    NETWORK_SEPARATED(73, Audience.ORGANISATION, "organisation; network; –"),
    NETWORK_RECONNECTED(74, Audience.ORGANISATION, "organisation; network; –"),
    CREDENTIALS_RESET(75, Audience.ORGANISATION, "organisation; account; –"),
    ASSET_REBUILT(76, Audience.ORGANISATION, "organisation; asset; –"),
    INCIDENT_CLOSED(77, Audience.ORGANISATION, "organisation; –; assets suspected"),
    ANALYST_WORK_DONE(78, Audience.ORGANISATION, "organisation; –; work in ns"),
    ASSET_RESTORED(79, Audience.ORGANISATION, "organisation; asset; age of the backup in ns"),
    RESTORATION_FAILED(80, Audience.ORGANISATION, "organisation; asset; 0 there is no backup, 1 it does not work"),
    ASSET_PATCHED(81, Audience.ORGANISATION, "organisation; asset; –"),
    KEY_OBTAINED(82, Audience.ORGANISATION, "organisation; actor; –"),
    ASSET_SWITCHED_OFF(83, Audience.ORGANISATION, "organisation; asset; –"),
    WARNING_HEEDED(84, Audience.ORGANISATION, "organisation; community; –"),

    // Cooperation
    INDICATOR_EXTRACTED(90, Audience.ORGANISATION, "organisation; –; level"),
    INDICATOR_PUBLISHED(91, Audience.MEMBERS, "organisation; community; level"),
    PUBLICATION_DECLINED(92, Audience.ORGANISATION, "organisation; community; level"),
    INDICATOR_RELAYED(93, Audience.MEMBERS, "community; –; level"),
    INDICATOR_RECEIVED(94, Audience.ORGANISATION, "organisation; community; level"),
    INDICATOR_LOST(95, Audience.TRUTH, "organisation; community; level"),
    INDICATOR_DEPLOYED(96, Audience.ORGANISATION, "organisation; –; level"),
    INDICATOR_LEAKED(97, Audience.ACTOR, "actor; community; level"),
    INDICATOR_WITHDRAWN(98, Audience.ORGANISATION, "organisation; community; level"),
    TRUST_CHANGED(99, Audience.MEMBERS, "organisation; organisation trusted; trust in millionths"),

    // Against floods
    FLOOD_RECOGNISED(110, Audience.ORGANISATION, "organisation; asset; kind of flood"),
    HELP_ASKED(
            111,
            Audience.ORGANISATION,
            "organisation; who is asked, or actor whose sources are meant; 0 filter, 1 shut border, 11 switch off"),
    HELP_DECLINED(112, Audience.ORGANISATION, "organisation; actor; place of the country that does not agree"),
    FILTER_SET(113, Audience.PUBLIC, "organisation; network; kind of flood, -1 all from the internet"),
    FILTER_LIFTED(114, Audience.PUBLIC, "organisation; network; kind of flood, -1 all from the internet"),
    CAPACITY_RAISED(115, Audience.PUBLIC, "organisation; network; thousandths of what it was"),
    SOURCES_SWITCHED_OFF(116, Audience.PUBLIC, "organisation; actor; place of the country among those of its botnet"),
    FLOODS_OVER(117, Audience.ORGANISATION, "organisation; –; –");

    /** Who may know of a fact at the time it happens. */
    public enum Audience {
        TRUTH,
        ACTOR,
        ORGANISATION,
        MEMBERS,
        PUBLIC
    }

    private final int code;
    private final Audience audience;
    private final String columns;
    private final String label;

    FactKind(int code, Audience audience, String columns) {
        this.code = code;
        this.audience = audience;
        this.columns = columns;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int code() {
        return code;
    }

    public Audience audience() {
        return audience;
    }

    /** What {@code who}, {@code whom} and {@code value} hold, separated by semicolons. */
    public String columns() {
        return columns;
    }

    /** The kind's name in files and on screens: {@code alert-raised}. */
    public String label() {
        return label;
    }

    private static final FactKind[] BY_CODE = byCode();

    private static FactKind[] byCode() {
        int greatest = Arrays.stream(values()).mapToInt(FactKind::code).max().orElse(0);
        FactKind[] table = new FactKind[greatest + 1];
        for (FactKind kind : values()) {
            if (table[kind.code] != null) {
                throw new IllegalStateException("The code %d stands for two kinds.".formatted(kind.code));
            }
            table[kind.code] = kind;
        }
        return table;
    }

    /** @throws IllegalArgumentException if no kind has the code */
    public static FactKind of(int code) {
        if (code < 0 || code >= BY_CODE.length || BY_CODE[code] == null) {
            throw new IllegalArgumentException("No kind of fact has the code %d.".formatted(code));
        }
        return BY_CODE[code];
    }
}
