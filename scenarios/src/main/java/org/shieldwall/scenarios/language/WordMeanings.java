package org.shieldwall.scenarios.language;

import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;

/** What the words do in a run that keys of the language may have as values, a sentence for each. */
final class WordMeanings {
    private WordMeanings() {}

    static String of(Playbook.Kind action) {
        return switch (action) {
            case ISOLATE ->
                "cuts off every asset that the incident suspects: nobody gets in or out, and what is not physical stops serving";
            case SEPARATE_NETWORK ->
                "cuts off every network with a suspected asset, as a whole; not one that links join to the internet";
            case RESET_CREDENTIALS ->
                "gives new credentials to accounts that could be read on suspected assets, or that open a network with one: the thief's are worthless";
            case BLOCK_INDICATORS ->
                "from now on deploys what the analysis of this incident yields in the organisation's own sensors";
            case PATCH ->
                "patches suspected assets for good: of the doors of a technique the share `patched` stays open";
            case RESTORE ->
                "puts suspected assets back to a backup, where one is kept and works; who was in when it was made is in again";
            case REIMAGE ->
                "builds suspected assets anew, but for those restored: removes the attacker above the firmware, mends `disk` and `encrypted`";
            case RECONNECT -> "ends every isolation and separation; without it what was cut off stays cut off";
            case FILTER_AT_PROVIDER ->
                "asks those who own the lines into the flooded network to hold back what the flood is made of";
            case FILTER_AT_BORDER ->
                "asks them to shut out all that comes from the internet for the flooded network, wanted or not";
            case RAISE_CAPACITY -> "orders wider lines into the flooded network (`security.floods.wider`)";
            case TAKE_DOWN_SOURCES -> "calls on other countries to switch the sources off (`security.floods.abroad`)";
            case SWITCH_OFF ->
                "switches off whole networks out of caution, sound or not; crews check and switch on what was switched off (damage `off`)";
        };
    }

    static String of(Technique.From from) {
        return switch (from) {
            case ANYWHERE ->
                "nowhere in particular: a telephone call, a flood; no link is needed, cutting off does not help";
            case NETWORK ->
                "the internet, the same network, or a network with a live foothold of the actor; a link must allow `service`, inside a network nothing filters. The internet needs no foothold: where a link from `internet` allows the service, the step works from outside";
            case SAME_NETWORK -> "a live foothold in the target's own network; the internet does not count";
            case TARGET -> "the target itself: the actor has a live foothold on it";
            case PARTNER -> "the target in the hands of another actor of the same campaign, who hands it over";
        };
    }

    static String of(Technique.When when) {
        return switch (when) {
            case START -> "once, when an attempt begins, whatever comes of it";
            case END -> "once, when an attempt ends, whatever came of it";
            case DURING -> "at `rate` while an attempt goes on; never where `takes` is 0";
            case WHILE_HELD ->
                "at `rate` while the foothold that it gained lives; of a flood, while the flood goes on, and nothing else makes a flood known";
        };
    }

    static String of(Service.Damage damage) {
        return switch (damage) {
            case OPENED -> "commanded off: stops the service, physical or not";
            case FAILED -> "failed by itself or broken: stops the service, physical or not";
            case DISK ->
                "its disk wiped: stops a computer; a physical asset goes on without control. Also mended by `reimage` and `restore`";
            case FIRMWARE ->
                "its firmware destroyed: stops a computer; a physical asset goes on without control. Nothing but a crew mends it";
            case JAMMED -> "out of reach: while it lasts";
            case ENCRYPTED -> "its data encrypted: stops a computer. Also mended by `reimage` and `restore`";
            case OFF -> "switched off by its owner out of caution: neither friend nor foe can use it";
        };
    }

    static String of(Organisation.Discipline discipline) {
        return switch (discipline) {
            case PRIORITY -> "the smallest priority first, in it the oldest; work begun is finished";
            case PREEMPTIVE ->
                "the same, but a smaller priority interrupts; what is interrupted goes on where it stopped";
            case FIRST_COME -> "the oldest first, whatever its priority";
        };
    }
}
