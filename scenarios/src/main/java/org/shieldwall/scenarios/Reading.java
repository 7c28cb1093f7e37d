package org.shieldwall.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.text.Problem;

/**
 * What came of reading a scenario.
 *
 * @param file name of the file, as messages show it
 * @param scenario null where there is an error
 * @param problems every mistake and every warning, in the order of the file
 */
public record Reading(String file, @Nullable Scenario scenario, List<Problem> problems) {

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** "my-grid.yaml: 3 errors, 1 warning". */
    public String summary() {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        if (problems.isEmpty()) {
            return file + ": no mistakes";
        }
        String first = errors == 0 ? "" : counted(errors, "error");
        String second = warnings == 0 ? "" : counted(warnings, "warning");
        return file + ": " + first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Every problem drawn, and the summary. */
    public String render() {
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems) {
            out.append(problem.render()).append('\n');
        }
        return out.append(summary()).append('\n').toString();
    }
}
