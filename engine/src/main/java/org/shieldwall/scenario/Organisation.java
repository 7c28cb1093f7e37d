package org.shieldwall.scenario;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A government body, business, university, part of society or response team, with its means of defence.
 *
 * @param name unique among organisations
 * @param sector free word (electricity, water, health …)
 * @param country free word; borders matter to cooperation
 * @param zone time zone of its shifts
 */
public record Organisation(
        String name, Kind kind, String sector, String country, ZoneId zone, Security security, Presence presence) {

    public enum Kind {
        GOVERNMENT,
        BUSINESS,
        ACADEMIA,
        SOCIETY,
        RESPONSE_TEAM
    }

    /**
     * Means of defence of one organisation.
     *
     * @param officer code of {@link Officer}
     * @param decisionTime from a request to the decision to disrupt, in seconds
     * @param decidersOnDuty when those who decide can be reached where no officer stands in for them
     * @param caution probability that a partner's indicator of an attack makes it do the {@code SWITCH_OFF} of its playbook
     * @param playbook name of the playbook followed after an incident is understood; empty string for none
     */
    public record Security(
            Analysts analysts,
            Investigation investigation,
            Quantity officer,
            Quantity decisionTime,
            Shift decidersOnDuty,
            Quantity hardening,
            List<Sensor> sensors,
            String playbook,
            IndicatorHandling indicators,
            Backups backups,
            Willingness sharing,
            Quantity caution,
            FloodDefence floods) {}

    /** Who may order what breaks service: nobody but management, an adviser who reaches them at any hour, an officer. */
    public enum Officer {
        NONE,
        ADVISORY,
        EMPOWERED
    }

    /**
     * The pool that works alerts, incidents and playbook actions, as a queue with servers.
     *
     * @param count servers on duty
     * @param secondTier further servers on duty, who investigate and act; where there are none, all do everything
     * @param skill 0 to 1
     * @param triage time to judge one alert, in seconds; a sensor may have its own
     * @param sensitivity probability to escalate a true alert at skill ½, rested, without context
     * @param specificity probability to close a false alert at skill ½, rested
     * @param skillWeight log-odds of right judgement between skill 0 and skill 1
     * @param contextWeight log-odds that a deployed indicator which names an alert adds to escalating it, rightly or not
     * @param fatigue loss of the log-odds of right judgement per hour on duty since the shift began, beyond {@code freshFor}
     * @param freshFor time on duty before fatigue begins, in seconds
     * @param loadWeight hours on duty that an hour of waiting work for each analyst tires as
     * @param patience age at which an unworked alert is given up, in seconds; never where infinite
     * @param discipline order of work
     * @param hourCost euros per paid hour and analyst
     */
    public record Analysts(
            Quantity count,
            Quantity secondTier,
            Quantity skill,
            Shift onDuty,
            Quantity triage,
            Quantity sensitivity,
            Quantity specificity,
            Quantity skillWeight,
            Quantity contextWeight,
            Quantity fatigue,
            Quantity freshFor,
            Quantity loadWeight,
            Quantity patience,
            Discipline discipline,
            Quantity hourCost) {}

    public enum Discipline {
        /** Highest priority first, in it first come first served; work begun is finished. */
        PRIORITY,
        /** As {@link #PRIORITY}, but a higher priority interrupts; what is interrupted resumes where it stopped. */
        PREEMPTIVE,
        FIRST_COME
    }

    /**
     * How an incident is understood.
     *
     * @param session work of one round of investigation, in seconds of an analyst
     * @param findRate how fast each true neighbour on the attack's path is found, per second of analyst work at skill ½
     * @param skillWeight how much faster skill 1 finds than skill 0, as a share of the rate
     * @param logged share of assets that keep logs; what happened on others is never found
     * @param wrongSuspicion probability that a round suspects one healthy asset
     * @param rounds rounds without a new finding after which the picture is taken as complete
     */
    public record Investigation(
            Quantity session,
            Quantity findRate,
            Quantity skillWeight,
            Quantity logged,
            Quantity wrongSuspicion,
            int rounds) {}

    /**
     * What an organisation does with indicators.
     *
     * @param analysis from the end of the investigation to each indicator, in seconds
     * @param extract probability that the analysis yields an indicator of a level that was used
     * @param legalDelay from the indicator to its publication, in seconds
     * @param deploy from reception to use in its sensors, in seconds
     * @param ingestWork analyst work for each received indicator, in seconds; 0 where automated
     * @param blocks levels that refuse what they match once deployed; the others only raise alerts
     */
    public record IndicatorHandling(
            Quantity analysis,
            Quantity extract,
            Quantity legalDelay,
            Quantity deploy,
            Quantity ingestWork,
            Set<Technique.Level> blocks) {}

    /**
     * Copies of assets from which they can be restored.
     *
     * @param kept share of assets of which there is a backup
     * @param work probability that restoring one works
     * @param reach how far back they go, in seconds: what got in before is in the backup too
     * @param every time between two of them, in seconds
     * @param online share of assets whose backups an attacker in the network can reach, and so destroy
     */
    public record Backups(Quantity kept, Quantity work, Quantity reach, Quantity every, Quantity online) {}

    /** Terms of the willingness to publish, added to a community's base and clamped to 0…1. */
    public record Willingness(
            Quantity duty, Quantity reciprocity, Quantity liability, Quantity reputationLoss, Trust trust) {}

    /**
     * How trust in a partner moves, from 0 to 1.
     *
     * @param start trust before anything is known of the partner; where it returns to
     * @param useful gain when an indicator received from it matches an attack
     * @param falseAlarm loss for an alarm of its indicator that cost work and proved false
     * @param withheld loss when it comes to light that it kept back what would have helped
     * @param leak loss when a leak is traced to it
     * @param halfLife time in which half of the distance from the start is forgotten, in seconds
     */
    public record Trust(
            Quantity start,
            Quantity useful,
            Quantity falseAlarm,
            Quantity withheld,
            Quantity leak,
            Quantity halfLife) {}

    /**
     * A source of alerts.
     *
     * @param name unique in its organisation
     * @param covers asset groups or networks covered; empty for all assets of the organisation
     * @param quality 0 to 1
     * @param delay from the evidence to the alert, in seconds
     * @param falseAlerts alerts without cause, per second and covered asset, after automatic triage
     * @param repeatsAfter from an alert on something that lasts to the next one that may follow, in seconds
     * @param worked probability that anybody opens an alert of it which no indicator names
     * @param priority 1 is worked first
     * @param triage own triage time; null for the analysts' own
     */
    public record Sensor(
            String name,
            SensorKind kind,
            List<String> covers,
            Quantity quality,
            Quantity delay,
            Quantity falseAlerts,
            Quantity repeatsAfter,
            Quantity worked,
            int priority,
            @org.jspecify.annotations.Nullable Quantity triage,
            Presence presence) {}

    public enum SensorKind {
        ENDPOINT,
        NETWORK,
        MAIL,
        IDENTITY,
        PROCESS_CONTROL,
        PEOPLE
    }
}
