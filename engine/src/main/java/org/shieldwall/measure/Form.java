package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Measures.Better;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.measure.Measures.Kind;

/**
 * The forms that names of measures have, each with its unit and a sentence: the one place where they stand. Folds make
 * their columns of them, the language checks names by them and makes its table of them.
 */
public enum Form {
    PERSON_HOURS_LOST(
            "person-hours-lost",
            "person-hours",
            Better.LESS,
            Kind.AMOUNT,
            "People times hours times share of service missing."),
    PERSON_HOURS_LOST_OF_SERVICE(
            "person-hours-lost.service.SERVICE",
            "person-hours",
            Better.LESS,
            Kind.AMOUNT,
            "The part of one service, with all classes that it serves, or of one class."),
    PERSON_HOURS_LOST_OF_SECTOR(
            "person-hours-lost.SECTOR", "person-hours", Better.LESS, Kind.AMOUNT, "The part of one sector."),
    PERSON_HOURS_LOST_BY(
            "person-hours-lost@ORGANISATION", "person-hours", Better.LESS, Kind.AMOUNT, "By who provides the service."),
    CUSTOMER_HOURS_LOST(
            "customer-hours-lost",
            "customer-hours",
            Better.LESS,
            Kind.AMOUNT,
            "Customers times hours times share missing."),
    PEOPLE_WITHOUT_SERVICE("people-without-service.peak", "people", Better.LESS, Kind.PEAK, "The most at once."),
    CUSTOMERS_WITHOUT_SERVICE(
            "customers-without-service.peak", "customers", Better.LESS, Kind.PEAK, "The most at once."),
    RESILIENCE(
            "resilience.SERVICE",
            "1",
            Better.MORE,
            Kind.AMOUNT,
            "Service delivered over service required while it is there, up to the horizon."),
    RESILIENCE_LOSS(
            "resilience-loss.SERVICE", "h", Better.LESS, Kind.AMOUNT, "Hours of full loss that the loss amounts to."),
    OUTAGE("outage.SERVICE", "runs", Better.LESS, Kind.EVENT, "It was degraded at least once."),
    TIME_TO_OUTAGE("time-to-outage.SERVICE", "h", Better.MORE, Kind.TIME, "From the start to its first degradation."),
    TIME_TO_RESTORE(
            "time-to-restore.SERVICE",
            "h",
            Better.LESS,
            Kind.TIME,
            "Its longest outage: from a first degradation until it is back and stays so for a day."),
    TIME_TO_RESTORE_ALL(
            "time-to-restore.all",
            "h",
            Better.LESS,
            Kind.TIME,
            "The longest outage of services that serve people: from the first degradation of any until all are back and stay so for a day."),
    LONGEST_OUTAGE("longest-outage.SERVICE", "h", Better.LESS, Kind.AMOUNT, "The longest time below its full level."),
    AVAILABILITY(
            "availability.SERVICE",
            "1",
            Better.MORE,
            Kind.AMOUNT,
            "Share of the time that it is there at its full level: at 99 % it does not count."),
    FIRST_LOSS(
            "first-loss",
            "h",
            Better.MORE,
            Kind.AMOUNT,
            "From the start to the first degradation of a service that serves people."),
    LEVEL_AFTER(
            "level-after.SERVICE.DAYS",
            "1",
            Better.MORE,
            Kind.AMOUNT,
            "Its level so many days after its first degradation."),
    TIME_TO_DETECT(
            "time-to-detect",
            "h",
            Better.LESS,
            Kind.TIME,
            "From the first attempt to the first right suspicion of an asset that an attacker holds."),
    TIME_TO_DETECT_ANY_END(TIME_TO_DETECT),
    TIME_TO_CONTAIN(
            "time-to-contain",
            "h",
            Better.LESS,
            Kind.TIME,
            "From the first attempt until, after detection, attackers hold nothing."),
    TIME_TO_CONTAIN_ANY_END(TIME_TO_CONTAIN),
    DWELL_TIME(
            "dwell-time",
            "h",
            Better.LESS,
            Kind.TIME,
            "From the first attempt until attackers are detected or show themselves."),
    DWELL_TIME_ANY_END(DWELL_TIME),
    ASSETS_COMPROMISED_EVER("assets-compromised.ever", "assets", Better.LESS, Kind.AMOUNT, "Held at any time."),
    ASSETS_COMPROMISED_PEAK("assets-compromised.peak", "assets", Better.LESS, Kind.PEAK, "The most held at once."),
    ORGANISATIONS_COMPROMISED(
            "organisations-compromised",
            "organisations",
            Better.LESS,
            Kind.AMOUNT,
            "With at least one asset held at any time."),
    SHARE_ENCRYPTED(
            "share-encrypted.ASSETS",
            "1",
            Better.LESS,
            Kind.AMOUNT,
            "Share of them that were encrypted at least once."),
    ATTACK_SUCCESS("attack-success.STEP", "runs", Better.LESS, Kind.EVENT, "It succeeded, in all copies."),
    STEP_TIME(
            "step-time.STEP",
            "h",
            Better.MORE,
            Kind.TIME,
            "From the start of the campaign to its success in all copies."),
    COPIES_APART(
            "copies-apart.COPIED-STEP",
            "h",
            Better.NEITHER,
            Kind.AMOUNT,
            "From the first copy's first success to the last one's, where at least two have one."),
    GOAL_REACHED(
            "goal-reached.CAMPAIGN",
            "runs",
            Better.LESS,
            Kind.EVENT,
            "A step for which the campaign is made succeeded at least once."),
    BROKEN_BY_ISOLATION("isolation", "An asset was cut off."),
    BROKEN_BY_SEPARATION("separation", "A network was separated."),
    BROKEN_BY_CREDENTIAL_RESET("credential-reset", "A stolen password was replaced."),
    BROKEN_BY_CLEAN_UP("clean-up", "An asset was rebuilt or restored."),
    BROKEN_BY_SHARED_INDICATOR("shared-indicator", "A trace was known from others."),
    BROKEN_BY_OWN_INDICATOR("own-indicator", "A trace was known from an own incident."),
    BROKEN_BY_TRIES_USED_UP("tries-used-up", "All that could be tried was tried."),
    BROKEN_BY_OUT_OF_TIME("out-of-time", "The run ended first."),
    ATTACKER_COST(
            "attacker-cost", "EUR", Better.MORE, Kind.AMOUNT, "Attempts, operators' hours and changes of builds."),
    COST_OF_DEFENCE(
            "cost-of-defence",
            "EUR a year",
            Better.LESS,
            Kind.AMOUNT,
            "Levers and paid hours of analysts, of all organisations."),
    COST_OF_DEFENCE_OF("cost-of-defence@ORGANISATION", "EUR a year", Better.LESS, Kind.AMOUNT, "Of one organisation."),
    ANALYST_HOURS("analyst-hours", "h", Better.LESS, Kind.AMOUNT, "Hours that analysts worked after the warm-up."),
    ANALYST_HOURS_OF("analyst-hours@ORGANISATION", "h", Better.LESS, Kind.AMOUNT, "Of one organisation."),
    ALERT_WAIT(
            "alert-wait@QUEUE",
            "h",
            Better.LESS,
            Kind.AMOUNT,
            "Mean time from an alert's arrival to the start of work on it; those that still wait at the end do not count."),
    ALERT_SOJOURN(
            "alert-sojourn@QUEUE",
            "h",
            Better.LESS,
            Kind.AMOUNT,
            "Mean time from an alert's arrival to its judgement; those not judged by the end do not count."),
    ALERTS_WAITING("alerts-waiting@QUEUE", "alerts", Better.LESS, Kind.AMOUNT, "Time mean of alerts nobody works on."),
    ALERTS_IN_SYSTEM(
            "alerts-in-system@QUEUE", "alerts", Better.LESS, Kind.AMOUNT, "Time mean of alerts waiting or worked on."),
    TIME_TO_SWITCH_OFF(
            "time-to-switch-off@SWITCHING-ORGANISATION",
            "h",
            Better.LESS,
            Kind.TIME,
            "From the first encryption until it switched its systems off."),
    FLOODS("floods", "floods", Better.NEITHER, Kind.AMOUNT, "How many were sent."),
    FLOOD_SHARE(
            "flood-share.FLOOD-KIND", "1", Better.NEITHER, Kind.AMOUNT, "Share of the floods that were of this kind."),
    LONGEST_FLOOD("longest-flood", "h", Better.NEITHER, Kind.AMOUNT, "From its start to its end."),
    FLOOD_SPAN("flood-span", "h", Better.NEITHER, Kind.AMOUNT, "From the start of the first to the end of the last."),
    FLOOD_WAVES(
            "flood-waves",
            "waves",
            Better.NEITHER,
            Kind.AMOUNT,
            "Times of floods with " + FloodFold.QUIET_HOURS + " hours of quiet between them."),
    FLOODS_RECOGNISED(
            "floods-recognised", "1", Better.MORE, Kind.AMOUNT, "Share of the floods that their victims recognised."),
    HOURS_TO_RECOGNISE(
            "hours-to-recognise",
            "h",
            Better.LESS,
            Kind.AMOUNT,
            "From the start of a flood to its recognition, on average over those recognised."),
    LEVEL_WHILE_SHUT_HOME(
            "level-while-shut.home",
            "1",
            Better.MORE,
            Kind.AMOUNT,
            "What those at home get from networks that are shut to the internet."),
    LEVEL_WHILE_SHUT_ABROAD(
            "level-while-shut.abroad",
            "1",
            Better.MORE,
            Kind.AMOUNT,
            "What those abroad get from networks that are shut to the internet."),
    HOURS_SHUT("hours-shut", "h", Better.LESS, Kind.AMOUNT, "Hours for which networks were shut, added up."),
    MEAN_LEVEL("mean-level.PROBE", "1", Better.MORE, Kind.AMOUNT, "Mean level of the services it looks at."),
    SHARE_OUT_OF_REACH(
            "share-out-of-reach.PROBE",
            "1",
            Better.LESS,
            Kind.AMOUNT,
            "Share of the services it looks at that are below its level."),
    HOURS_OUT_OF_REACH(
            "hours-out-of-reach.PROBE",
            "h",
            Better.LESS,
            Kind.AMOUNT,
            "Hours in which one of them is below its level, on average over the services."),
    FLOODS_BEGUN("floods-begun.PROBE", "floods", Better.NEITHER, Kind.AMOUNT, "Floods that began in its time."),
    FLOOD_SHARE_OF_PROBE(
            "flood-share.PROBE.FLOOD-KIND",
            "1",
            Better.NEITHER,
            Kind.AMOUNT,
            "Share of these floods that were of this kind.");

    private static final Set<Form> OF_FLOODS = EnumSet.of(
            FLOODS,
            FLOOD_SHARE,
            LONGEST_FLOOD,
            FLOOD_SPAN,
            FLOOD_WAVES,
            FLOODS_RECOGNISED,
            HOURS_TO_RECOGNISE,
            LEVEL_WHILE_SHUT_HOME,
            LEVEL_WHILE_SHUT_ABROAD,
            HOURS_SHUT);

    /** What the name of a measure may be taken of. */
    public enum Part {
        SECTOR("sector", "SECTOR"),
        ORGANISATION("organisation", "ORGANISATION"),
        /** Those who work alerts, or one sensor of theirs. */
        QUEUE("organisation or sensor", "ORGANISATION[.SENSOR]"),
        /** Or a class that one serves: {@code service.class}. */
        SERVICE("service", "SERVICE[.CLASS]"),
        DAYS("number of days", "30d"),
        CAMPAIGN("campaign", "CAMPAIGN"),
        /** Of all copies where the copy is left out. */
        STEP("step", "CAMPAIGN[.COPY].STEP"),
        /** Of a campaign with several copies. */
        COPIED_STEP("step with copies", "CAMPAIGN.STEP"),
        /** A group of assets on which some step leaves encryption. */
        ASSETS("asset that a step encrypts", "ASSETS"),
        /** One whose playbook has {@code switch-off}. */
        SWITCHING_ORGANISATION("organisation whose playbook has `switch-off`", "ORGANISATION"),
        PROBE("probe", "PROBE"),
        FLOOD_KIND("kind of flood", "KIND");

        private static final Pattern WORD = Pattern.compile("[A-Z][A-Z-]+");

        private final String noun;
        private final String shown;

        Part(String noun, String shown) {
            this.noun = noun;
            this.shown = shown;
        }

        /** In words. */
        public String noun() {
            return noun;
        }

        /** In words, as "an organisation". */
        public String withArticle() {
            return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
        }

        private static Part of(String word) {
            return valueOf(word.replace('-', '_'));
        }
    }

    private final String written;
    private final String unit;
    private final Better better;
    private final Kind kind;
    private final String says;
    private final List<Part> parts = new ArrayList<>();
    private final Pattern pattern;

    Form(String written, String unit, Better better, Kind kind, String says) {
        this.written = written;
        this.unit = unit;
        this.better = better;
        this.kind = kind;
        this.says = says;
        StringBuilder regex = new StringBuilder();
        Matcher matcher = Part.WORD.matcher(written);
        int end = 0;
        while (matcher.find()) {
            parts.add(Part.of(matcher.group()));
            regex.append(Pattern.quote(written.substring(end, matcher.start()))).append("(.+)");
            end = matcher.end();
        }
        pattern = Pattern.compile(regex + Pattern.quote(written.substring(end)));
    }

    /** A time with whatever ended it. */
    Form(Form time) {
        this(
                time.written + Measures.ANY_END,
                "h",
                Better.NEITHER,
                Kind.AMOUNT,
                "From the first attempt until that, a competing end or the horizon.");
    }

    /** What broke a campaign. */
    Form(String cause, String says) {
        this(
                "broken-by-" + cause + ".CAMPAIGN",
                "runs",
                Better.NEITHER,
                Kind.EVENT,
                "What broke the last way forward: " + says);
    }

    /** As it is shown, with what it is taken of in capitals: {@code person-hours-lost.SECTOR}. */
    public String shown() {
        return named(parts.stream().map(part -> part.shown).toArray(String[]::new));
    }

    /** What stands before the first point or at-sign. */
    public String family() {
        return family(written);
    }

    /** What stands in a name of a measure before the first point or at-sign. */
    public static String family(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '@') {
            end++;
        }
        return name.substring(0, end);
    }

    /** {@code h} for times; {@code 1} for shares; {@code runs} for what comes in a run or not. */
    public String unit() {
        return unit;
    }

    public String says() {
        return says;
    }

    /** Hours of several people or services added up: a number of hours rather than a time. */
    public boolean isSumOfHours() {
        return this == RESILIENCE_LOSS || this == ANALYST_HOURS || this == ANALYST_HOURS_OF;
    }

    /** What it is taken of, in order; empty where the measure is one of the whole scenario. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** It is there only in scenarios in which somebody may send floods. */
    public boolean isOfFloods() {
        return OF_FLOODS.contains(this);
    }

    /** What a name of this form is taken of, in the order of {@link #parts}; null where it is not of this form. */
    public @Nullable List<String> taken(String name) {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        List<String> of = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            of.add(matcher.group(group));
        }
        return of;
    }

    /** A name of this form. */
    public String named(String... of) {
        if (of.length != parts.size()) {
            throw new IllegalArgumentException(
                    "`%s` takes %d names, not %s.".formatted(written, parts.size(), Arrays.toString(of)));
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = Part.WORD.matcher(written);
        int end = 0;
        for (int i = 0; matcher.find(); i++) {
            text.append(written, end, matcher.start()).append(of[i]);
            end = matcher.end();
        }
        return text.append(written.substring(end)).toString();
    }

    /** The measure of what is named. */
    Column column(String... of) {
        return new Column(named(of), unit, better, kind, says);
    }
}
