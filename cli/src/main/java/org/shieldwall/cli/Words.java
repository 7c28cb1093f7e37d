package org.shieldwall.cli;

import java.util.Set;

/** Names of measures as people read them. */
final class Words {
    private static final Set<String> UNSAID = Set.of("", "1", "runs");

    private Words() {}

    /** {@code person-hours-lost} in person-hours is "person-hours lost"; {@code x.peak} is "x, peak". */
    static String title(String measure, String unit) {
        String spaced = startsWithUnit(measure, unit)
                ? unit + measure.substring(unit.length()).replace('-', ' ')
                : measure.replace('-', ' ');
        return spaced.replace(".", ", ").replace("@", ", ");
    }

    /** The unit, where it is worth saying beside the title: not that of a share, and not what the title begins with. */
    static String unit(String measure, String unit) {
        return UNSAID.contains(unit) || startsWithUnit(measure, unit) ? "" : unit;
    }

    private static boolean startsWithUnit(String measure, String unit) {
        return !UNSAID.contains(unit) && measure.startsWith(unit);
    }

    /** {@code asset} or {@code assets}. */
    static String counted(long n, String noun) {
        return n == 1 ? noun : noun + "s";
    }
}
