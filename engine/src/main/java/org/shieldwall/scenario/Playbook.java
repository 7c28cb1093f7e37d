package org.shieldwall.scenario;

import java.util.List;

/** What an organisation does once an incident is understood: actions in order, each on all that was found. */
public record Playbook(String name, List<Action> actions) {

    /**
     * @param takes work per item, in seconds
     * @param disruptive needs authority: waits for a decision
     * @param by {@code analysts}, or {@code none} for what runs by itself
     * @param onlyIfDamaged left out while nothing of the organisation's is encrypted or wiped
     * @param networks for {@code SWITCH_OFF}: which; empty for all of the organisation
     */
    public record Action(
            Kind kind, Quantity takes, boolean disruptive, String by, boolean onlyIfDamaged, List<String> networks) {}

    public enum Kind {
        /** Cut the found assets off: stops movement, and the service of what is not physical. */
        ISOLATE,
        /** Cut off the whole network in which something was found. */
        SEPARATE_NETWORK,
        /** Give new credentials to the accounts that could be read on the found assets or were seen misused. */
        RESET_CREDENTIALS,
        /** Deploy the incident's own indicators. */
        BLOCK_INDICATORS,
        /** Patch the found assets, which closes the doors that a patch closes. */
        PATCH,
        /** Put the found assets back to a backup of theirs, where there is one and it works. */
        RESTORE,
        /** Rebuild the found assets, but for those that were restored: removes what lives above the firmware. */
        REIMAGE,
        /** Lift isolation and separation. */
        RECONNECT,
        /** Have the providers of the lines into the flooded network hold back what the flood is made of. */
        FILTER_AT_PROVIDER,
        /** Have what comes from the internet for the flooded network shut out where it comes in, wanted or not. */
        FILTER_AT_BORDER,
        /** Have the lines into the flooded network made wider. */
        RAISE_CAPACITY,
        /** Call on other countries to switch the sources off. */
        TAKE_DOWN_SOURCES,
        /** Switch off whole networks out of caution, sound or not; crews check and switch on what was switched off. */
        SWITCH_OFF;

        /** Whether it acts on floods, not on assets that are held. */
        public boolean isAgainstFloods() {
            return switch (this) {
                case FILTER_AT_PROVIDER, FILTER_AT_BORDER, RAISE_CAPACITY, TAKE_DOWN_SOURCES -> true;
                default -> false;
            };
        }
    }
}
