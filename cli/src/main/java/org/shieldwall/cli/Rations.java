package org.shieldwall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shieldwall.cli.Terminal.Meaning;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.NeedProgram;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/** Who goes short and who does not when a service serves classes in order: one sentence for each time it begins to run short. */
final class Rations {
    private static final int WEIGHT = 9;

    /** Of what was told of the service before. */
    private static final int AGAIN = 3;

    private final World world;
    private final FactLog facts;

    /** [class] */
    private final long[] levels;

    Rations(World world, FactLog facts) {
        this.world = world;
        this.facts = facts;
        levels = new long[world.classCount()];
    }

    List<Story.Sentence> sentences() {
        List<Story.Sentence> sentences = new ArrayList<>();
        Set<Integer> shortOf = new HashSet<>();
        Set<Integer> told = new HashSet<>();
        Arrays.fill(levels, NeedProgram.FULL);
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) != FactKind.CLASS_LEVEL) {
                continue;
            }
            levels[world.entities().index(facts.whom(fact))] = facts.value(fact);
            int service = world.entities().index(facts.who(fact));
            if (hasMoreAtOnce(fact)) {
                continue;
            }
            if (!runsShort(service)) {
                shortOf.remove(service);
            } else if (shortOf.add(service)) {
                int weight = told.add(service) ? WEIGHT : AGAIN;
                sentences.add(new Story.Sentence(fact, facts.time(fact), Meaning.LOSS, words(facts.who(fact)), weight));
            }
        }
        return sentences;
    }

    private boolean hasMoreAtOnce(int fact) {
        for (int next = fact + 1; next < facts.size() && facts.time(next) == facts.time(fact); next++) {
            if (facts.kind(next) == FactKind.CLASS_LEVEL && facts.who(next) == facts.who(fact)) {
                return true;
            }
        }
        return false;
    }

    private boolean runsShort(int service) {
        Rows.ServiceRow row = world.service(service);
        return Arrays.stream(levels, row.firstClass(), row.firstClass() + row.classCount())
                .anyMatch(level -> level < NeedProgram.FULL);
    }

    private String words(int entity) {
        Rows.ServiceRow row = world.service(world.entities().index(entity));
        List<String> served = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int c = row.firstClass(); c < row.firstClass() + row.classCount(); c++) {
            String path = world.entities().name(world.entities().entity(EntityKind.SERVICE_CLASS, c));
            String name = path.substring(path.indexOf('.') + 1);
            if (levels[c] == NeedProgram.FULL) {
                served.add(name);
            } else {
                others.add(name + " "
                        + (levels[c] == 0 ? "nothing" : Rounding.percent((double) levels[c] / NeedProgram.FULL)));
            }
        }
        return world.entities().name(entity) + " runs short: "
                + (served.isEmpty()
                        ? ""
                        : String.join(", ", served) + (served.size() == 1 ? " gets" : " get") + " all, ")
                + String.join(", ", others);
    }
}
