package org.shieldwall.scenario;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way of attack, as data.
 *
 * @param name library name (spearphishing-attachment)
 * @param attackId id in MITRE ATT&CK (T1566.001); null where none fits
 * @param attackName its name there
 * @param tactic its tactic there
 * @param requires what the actor must hold
 * @param takes time of one attempt, in seconds; an operator is busy as long
 * @param atOnce how many targets one attempt addresses (a wave of mail)
 * @param can probability that the door opens at all for this exploit and target, at skill ½ and hardening ½
 * @param onceTargetIsPatched share of the doors that can open which a patch leaves open
 * @param each probability that an attempt succeeds on a door that can open, at skill ½ and hardening ½
 * @param skillWeight a in {@code logit p = logit p0 + a (skill − ½) − b (hardening − ½)}
 * @param hardeningWeight b there
 * @param grants what success gives
 * @param damage what success breaks; null where nothing
 * @param damageLasts how long the damage lasts by itself, in seconds; infinite where it must be mended
 * @param destroysBackups whose backups success destroys, of those that attackers can reach; null for none
 * @param givesKey success hands the key to the target's organisation, for all that the actor encrypted
 * @param evidence traces that sensors may see
 * @param burns levels of indicators that its use exposes
 * @param cost euros per attempt
 * @param flood what success sets going; null where nothing
 */
public record Technique(
        String name,
        @Nullable String attackId,
        @Nullable String attackName,
        @Nullable String tactic,
        Requirement requires,
        Quantity takes,
        int atOnce,
        Quantity can,
        Quantity onceTargetIsPatched,
        Quantity each,
        double skillWeight,
        double hardeningWeight,
        Grant grants,
        Service.@Nullable Damage damage,
        Quantity damageLasts,
        @Nullable Backups destroysBackups,
        boolean givesKey,
        List<Evidence> evidence,
        Set<Level> burns,
        Quantity cost,
        @Nullable Flood flood) {

    /** Whose backups an attempt on an asset destroys. */
    public enum Backups {
        OF_TARGET,
        OF_NETWORK,
        OF_ORGANISATION
    }

    /** How deep an actor is in an asset, in rising order. */
    public enum Position {
        UNKNOWN,
        DISCOVERED,
        USER,
        ADMINISTRATOR,
        FIRMWARE
    }

    /**
     * What the actor must hold before an attempt.
     *
     * @param position on the target itself
     * @param from where it must come from
     * @param service the service that must be reachable on the target's network; null where any connection does
     * @param credential the step must name an account whose credential the actor holds
     */
    public record Requirement(
            Position position, From from, @Nullable String service, boolean credential) {}

    public enum From {
        /** Nothing: telephone calls, waiting. */
        ANYWHERE,
        /** The internet or a network in which the actor has a foothold, with a link that allows {@code service}. */
        NETWORK,
        /** A foothold in the target's own network. */
        SAME_NETWORK,
        /** The target itself. */
        TARGET,
        /** The target in the hands of another actor of the campaign, who hands it over. */
        PARTNER
    }

    /**
     * What success gives.
     *
     * @param position on the target; at least the present one
     * @param persistence it survives a restart and comes back until the asset is rebuilt
     * @param credential the credentials stored on the target
     * @param discovers the other assets of the target's network become known
     */
    public record Grant(Position position, boolean persistence, boolean credential, boolean discovers) {}

    /**
     * One kind of trace.
     *
     * @param sensor which sensors can see it
     * @param when at the start, during (a rate while the attempt lasts or the foothold lives) or at the end
     * @param visibility probability for a sensor of quality 1, per event
     * @param rate events per second, for {@code DURING} and {@code WHILE_HELD}
     */
    public record Evidence(Organisation.SensorKind sensor, When when, Quantity visibility, Quantity rate) {}

    public enum When {
        START,
        DURING,
        END,
        /** While what was gained lasts: a position (command traffic, a resident program) or a flood. */
        WHILE_HELD
    }

    /** Levels of indicators, from cheap to dear for the attacker to change (pyramid of pain, Bianco 2013). */
    public enum Level {
        HASH,
        ADDRESS,
        DOMAIN,
        ARTEFACT,
        TOOL,
        BEHAVIOUR
    }
}
