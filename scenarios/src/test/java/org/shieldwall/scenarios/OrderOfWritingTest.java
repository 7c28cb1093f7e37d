package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problems;
import org.shieldwall.scenarios.text.SourceText;
import org.shieldwall.scenarios.text.YamlText;
import org.shieldwall.world.World;

/** In what order the keys of a map are written means nothing. */
class OrderOfWritingTest {

    @Property(tries = 30)
    void shuffledKeysGiveAnEqualScenario(@ForAll long seed) {
        String text = new String(Objects.requireNonNull(Library.open("three-grids")), StandardCharsets.UTF_8);
        Node root = Objects.requireNonNull(YamlText.compose(new SourceText("three-grids", 0, text), new Problems()));
        StringBuilder shuffled = new StringBuilder();
        write(root, new Random(seed), shuffled);

        assertThat(withoutLines(read(shuffled.toString()))).isEqualTo(withoutLines(read(text)));
    }

    @Property(tries = 5)
    void shuffledKeysGiveTheSameFacts(@ForAll long seed) {
        String text = new String(Objects.requireNonNull(Library.open("three-grids")), StandardCharsets.UTF_8);
        Node root = Objects.requireNonNull(YamlText.compose(new SourceText("three-grids", 0, text), new Problems()));
        StringBuilder shuffled = new StringBuilder();
        write(root, new Random(seed), shuffled);

        assertThat(digest(read(shuffled.toString()))).isEqualTo(digest(read(text)));
    }

    private static String digest(Scenario scenario) {
        Simulation simulation = new Simulation(World.compile(scenario)).checking(true);
        simulation.run(List.of("sharing", "chief-security-officer"), 1, 1);
        return simulation.digest();
    }

    private static Scenario read(String text) {
        Reading reading = new ScenarioReader().readText("three-grids.yaml", text);
        assertThat(reading.hasErrors()).as(reading.render()).isFalse();
        return Objects.requireNonNull(reading.scenario());
    }

    /** In flow style, every text in quotes. */
    private static void write(Node node, Random random, StringBuilder out) {
        if (node instanceof Node.Scalar scalar) {
            out.append('"')
                    .append(scalar.text()
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
        } else if (node instanceof Node.Listing listing) {
            out.append('[');
            for (Node item : listing.items()) {
                write(item, random, out);
                out.append(", ");
            }
            out.append(']');
        } else if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>(mapping.entries());
            Collections.shuffle(entries, random);
            out.append("{\n");
            for (Node.Entry entry : entries) {
                write(entry.key(), random, out);
                out.append(": ");
                write(entry.value(), random, out);
                out.append(",\n");
            }
            out.append('}');
        }
    }

    private static Scenario withoutLines(Scenario scenario) {
        return new Scenario(
                scenario.id(),
                scenario.name(),
                scenario.summary(),
                scenario.sources(),
                scenario.starts(),
                scenario.zone(),
                scenario.lastsNanos(),
                scenario.warmUpNanos(),
                scenario.organisations(),
                scenario.networks(),
                scenario.links(),
                scenario.accounts(),
                scenario.crews(),
                scenario.services(),
                scenario.actors(),
                scenario.techniques(),
                scenario.campaigns(),
                scenario.playbooks(),
                scenario.communities(),
                scenario.levers(),
                scenario.strategies(),
                scenario.question(),
                scenario.expectations().stream()
                        .map(OrderOfWritingTest::withoutLine)
                        .toList(),
                scenario.variety(),
                scenario.probes());
    }

    private static Expectation withoutLine(Expectation line) {
        return new Expectation(
                line.measure(),
                line.statistic(),
                line.quantile(),
                line.strategy(),
                line.given(),
                line.low(),
                line.high(),
                line.timeUnit(),
                line.kind(),
                line.failsWithout(),
                line.source(),
                0);
    }
}
