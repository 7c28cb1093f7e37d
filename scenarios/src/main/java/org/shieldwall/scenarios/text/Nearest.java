package org.shieldwall.scenarios.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that a mistyped one probably meant: least edits, swapped neighbours counting as one. */
public final class Nearest {
    /** Longer words are not compared: nobody meant them. */
    private static final int LONGEST = 100;
    /** Among more names than these, nothing is searched: it would take longer than the reading itself. */
    private static final int MOST = 2_000;

    private static final int SHORTEST_BEGINNING = 4;

    private Nearest() {}

    /**
     * Null where no name is near: more than one edit in three characters, and not the beginning of one name alone.
     */
    public static @Nullable String to(String written, Collection<String> known) {
        if (written.length() > LONGEST || known.size() > MOST) {
            return null;
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int allowed = Math.max(1, Math.max(written.length(), name.length()) / 3);
            if (Math.abs(written.length() - name.length()) > allowed) {
                continue;
            }
            int edits = edits(written.toLowerCase(Locale.ROOT), name);
            if (edits <= allowed
                    && (edits < least || (edits == least && nearest != null && name.compareTo(nearest) < 0))) {
                least = edits;
                nearest = name;
            }
        }
        return nearest == null ? continued(written, known) : nearest;
    }

    /** The only name that begins so. */
    private static @Nullable String continued(String written, Collection<String> known) {
        if (written.length() < SHORTEST_BEGINNING) {
            return null;
        }
        List<String> names = known.stream()
                .filter(name -> name.startsWith(written.toLowerCase(Locale.ROOT)))
                .toList();
        return names.size() == 1 ? names.get(0) : null;
    }

    /** Damerau–Levenshtein distance without edits inside swapped pairs. */
    static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
