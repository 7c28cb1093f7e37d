package org.shieldwall.scenarios.shape;

import java.util.List;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;

/** Checks the keys of a map whose values depend on each other. */
public final class KeyCheck {
    private KeyCheck() {}

    /** Whether all keys are among those allowed, none twice; what is not is reported. */
    public static boolean onlyKeys(Node.Mapping mapping, List<String> allowed, String where, Scope scope) {
        boolean good = true;
        for (Node.Entry entry : mapping.entries()) {
            String written = entry.key().text();
            Node.Entry first = mapping.entry(written);
            if (!allowed.contains(written)) {
                String nearest = Nearest.to(written, allowed);
                scope.problems()
                        .add(Problem.error(
                                        entry.key().span(),
                                        "`" + written + "` is not a key of " + where,
                                        nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                                .note("allowed here: " + String.join(", ", allowed)));
                good = false;
            } else if (first != null && first != entry) {
                scope.problems()
                        .add(Problem.error(entry.key().span(), "`" + written + "` stands here twice", "again")
                                .seeing(first.key().span(), "first here"));
                good = false;
            }
        }
        return good;
    }
}
