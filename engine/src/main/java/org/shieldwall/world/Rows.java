package org.shieldwall.world;

import org.jspecify.annotations.Nullable;
import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;

/**
 * The compiled rows of the World: as the domain's records, with indices for names, instants for local times and indices
 * of {@link Parameters} for numbers that levers may change (fields documented as <em>number</em>).
 */
public final class Rows {
    private Rows() {}

    /**
     * All fields but the last nine and the rows of their own are numbers.
     *
     * @param blocks mask of levels
     */
    public record OrganisationRow(
            int analysts,
            int secondTier,
            int skill,
            int triage,
            int sensitivity,
            int specificity,
            int skillWeight,
            int contextWeight,
            int fatigue,
            int freshFor,
            int loadWeight,
            int patience,
            int hourCost,
            int session,
            int findRate,
            int findSkillWeight,
            int logged,
            int wrongSuspicion,
            int officer,
            int decisionTime,
            int hardening,
            int analysis,
            int extract,
            int legalDelay,
            int deploy,
            int ingestWork,
            int duty,
            int reciprocity,
            int liability,
            int reputationLoss,
            int caution,
            TrustRow trust,
            int blocks,
            BackupRow backups,
            int quietRounds,
            Organisation.Discipline discipline,
            Roster analystsOnDuty,
            Roster decidersOnDuty,
            @Nullable PlaybookRow playbook,
            int[] sensors) {}

    /** Copies of assets; all fields are numbers. */
    public record BackupRow(int kept, int work, int reach, int every, int online) {}

    /** How trust in partners moves; all fields are numbers. */
    public record TrustRow(int start, int useful, int falseAlarm, int withheld, int leak, int halfLife) {}

    public record NetworkRow(int organisation, int firstAsset, int assetCount, int firstGroup, int groupCount) {}

    /**
     * Equal assets.
     *
     * @param hardening number
     * @param fails number, or −1 where they never fail by themselves
     */
    public record GroupRow(
            String name, int network, int firstAsset, int assetCount, boolean physical, int hardening, int fails) {}

    /**
     * Credentials.
     *
     * @param networks opened networks
     * @param services bit of the service by which each is opened
     * @param foundFirst first asset that may hold it, −1 for none
     * @param share number
     * @param secondFactor number
     */
    public record AccountRow(
            int[] networks, long[] services, int foundFirst, int foundCount, int share, int secondFactor) {}

    /** @param count number */
    public record CrewRow(int organisation, int count, Roster onDuty) {}

    /**
     * A service; needs are roots in {@link NeedProgram}.
     *
     * @param restart number
     * @param buffer number
     * @param refill number
     * @param degrade number
     * @param firstClass the first of the classes that it serves, which follow in the order in which they are served
     * @param classCount 0 where all are served alike
     * @param dependants services that need it as a whole: to be looked at again when its level changes
     * @param groups asset groups it needs directly
     */
    public record ServiceRow(
            int provider,
            String sector,
            int needs,
            int startsWith,
            int restart,
            int buffer,
            int refill,
            int degrade,
            double customers,
            double people,
            @Nullable ByHandRow byHand,
            RestoreRow[] restore,
            int firstClass,
            int classCount,
            int[] dependants,
            int[] groups) {}

    /**
     * A class of those whom a service serves.
     *
     * @param demand number
     * @param built thousandths of its demand for which the service was built: without levers
     * @param dependants services that are served in this class: to be looked at again when its level changes
     */
    public record ClassRow(int service, int demand, long built, double customers, double people, int[] dependants) {}

    /**
     * How a service's assets are mended.
     *
     * @param each number
     * @param decision number
     * @param mends mask of damage
     * @param fromBackup number, −1 where nobody tries
     * @param withKey number, −1 where nobody tries
     * @param cleans number
     */
    public record RestoreRow(int crew, int each, int decision, int mends, int fromBackup, int withKey, int cleans) {}

    /**
     * How a service goes on by hand.
     *
     * @param level 0 to 10,000
     * @param after number
     * @param lasts number
     */
    public record ByHandRow(int level, int after, int lasts) {}

    /**
     * A sensor.
     *
     * @param compares mask of the levels of indicators that it can compare with what it sees
     * @param firsts first assets of the ranges it covers
     * @param counts lengths of these ranges
     * @param quality number
     * @param delay number
     * @param falseAlerts number, per nanosecond and asset
     * @param repeatsAfter number
     * @param worked number
     * @param triage number: its own, or its organisation's
     */
    public record SensorRow(
            int organisation,
            Organisation.SensorKind kind,
            int compares,
            int[] firsts,
            int[] counts,
            int covered,
            int quality,
            int delay,
            int falseAlerts,
            int repeatsAfter,
            int worked,
            int priority,
            int triage) {

        public boolean covers(int asset) {
            for (int i = 0; i < firsts.length; i++) {
                int offset = asset - firsts[i];
                if (offset >= 0 && offset < counts[i]) {
                    return true;
                }
            }
            return false;
        }

        /** Whether an indicator of a level, deployed in it, is compared with what happens on an asset. */
        public boolean compares(int level, int asset) {
            return (compares & 1 << level) != 0 && covers(asset);
        }

        /** The i-th covered asset. */
        public int asset(int i) {
            int rest = i;
            for (int range = 0; range < firsts.length; range++) {
                if (rest < counts[range]) {
                    return firsts[range] + rest;
                }
                rest -= counts[range];
            }
            throw new IndexOutOfBoundsException(i);
        }
    }

    /**
     * An attacker.
     *
     * @param skill number
     * @param notices number
     * @param hides number
     * @param hidesFor number
     * @param strikes number
     * @param hourCost euros per operator and hour
     * @param rotationTime by level, in nanoseconds
     * @param rotationEvery by level, in nanoseconds
     */
    public record ActorRow(
            int skill,
            int notices,
            int hides,
            int hidesFor,
            int strikes,
            int operators,
            double hourCost,
            Sampler[] rotationTime,
            Sampler[] rotationEvery,
            boolean[] eachUse,
            double[] rotationCost) {}

    /**
     * @param begins in nanoseconds
     * @param goals steps for which it is made: those that do damage or, where none does, those that no other waits for
     */
    public record CampaignRow(
            int[] actors,
            String[] copies,
            boolean inTurn,
            Sampler begins,
            int[] steps,
            int[][] stepsOfCopy,
            int[] goals) {}

    /**
     * One step of one copy.
     *
     * @param copy index in its campaign, 0 where it has none
     * @param series index shared by the copies of one step within its campaign
     * @param first first target
     * @param count number of targets in the range
     * @param wanted for {@code COUNT}: how many
     * @param account −1 for none
     * @param after root in {@link ConditionProgram}
     * @param unless root there, −1 for none
     * @param notBefore nanoseconds; {@link Long#MIN_VALUE} for none
     * @param repeatEvery from a success to the next beginning in nanoseconds; null where one success is enough
     * @param repeatUntil nanoseconds; {@link Long#MIN_VALUE} where one success is enough
     * @param exploit key of technique and credential or lure; never of the actor
     */
    public record StepRow(
            int campaign,
            int copy,
            int series,
            String seriesName,
            int actor,
            int technique,
            Campaign.Mode mode,
            int first,
            int count,
            int wanted,
            boolean acrossCopies,
            boolean untilCredential,
            int account,
            int after,
            int unless,
            long notBefore,
            Sampler retryEvery,
            int retryAtMost,
            @Nullable Sampler repeatEvery,
            long repeatUntil,
            long exploit) {}

    /**
     * A technique.
     *
     * @param takes number
     * @param can number
     * @param patched number: share of doors that a patch leaves open
     * @param each number
     * @param service bit of the service that must be reachable; 0 for any
     * @param damage ordinal of {@link Service.Damage}, −1 for none
     * @param burns mask of levels
     */
    public record TechniqueRow(
            String name,
            long key,
            int takes,
            int can,
            int patched,
            int each,
            double skillWeight,
            double hardeningWeight,
            int atOnce,
            Technique.Position requires,
            Technique.From from,
            long service,
            boolean needsCredential,
            Technique.Position grants,
            boolean persistence,
            boolean stealsCredentials,
            boolean discovers,
            int damage,
            Sampler damageLasts,
            Technique.@Nullable Backups destroysBackups,
            boolean givesKey,
            EvidenceRow[] evidence,
            int burns,
            double cost) {}

    /**
     * A trace.
     *
     * @param visibility number
     * @param rate number, per second
     */
    public record EvidenceRow(Organisation.SensorKind sensor, Technique.When when, int visibility, int rate) {}

    /** All fields up to {@code handling} are numbers. */
    public record CommunityRow(
            int delay,
            int willingness,
            int loss,
            int precision,
            int falseAlertRate,
            int falseLife,
            int leak,
            int withheldKnown,
            int leakKnown,
            int handlers,
            int handling,
            int[] members,
            int[][] memberLevers,
            int centre,
            int levels) {}

    /**
     * A look at services.
     *
     * @param from nanoseconds since the start
     * @param until equal to {@code from} for one moment
     */
    public record ProbeRow(String name, int[] services, long from, long until, double below) {}

    public record PlaybookRow(String name, ActionRow[] actions) {}

    /**
     * @param takes nanoseconds
     * @param onlyIfDamaged left out while nothing is encrypted or wiped
     * @param networks for {@code SWITCH_OFF}: which; empty for all of the organisation
     */
    public record ActionRow(
            Playbook.Kind kind,
            Sampler takes,
            boolean disruptive,
            boolean byAnalysts,
            boolean onlyIfDamaged,
            int[] networks) {}

    /** @param hoursPerWeek of the organisation's analysts */
    public record CostRow(int organisation, double moneyPerYear, double hoursPerWeek) {}
}
