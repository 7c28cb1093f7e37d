package org.shieldwall.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static Span at(String text, int column, int length) {
        return new Span(new SourceText("a.yaml", 0, text), 1, column, length);
    }

    @Test
    void showsTheSpotTheNotesAndTheOtherPlace() {
        Problem problem = Problem.error(at("name: x", 7, 1), "wrong", "here")
                .note("write y")
                .seeing(at("name: x", 1, 4), "because of this");

        assertThat(problem.render())
                .isEqualTo(String.join(
                        "\n",
                        "error: wrong",
                        "  ┌─ a.yaml:1:7",
                        " 1│ name: x",
                        "  │       ^ here",
                        "  = write y",
                        "  ┌─ a.yaml:1:1",
                        " 1│ name: x",
                        "  │ ---- because of this",
                        ""));
    }

    @Test
    void cutsLongLinesAroundTheSpot() {
        String line = "a".repeat(1_000) + "HERE" + "b".repeat(1_000);

        List<String> shown =
                Problem.error(at(line, 1_001, 4), "wrong", "").render().lines().toList();

        assertThat(shown.get(2))
                .startsWith(" 1│ …aaa")
                .contains("HEREbbb")
                .endsWith("b…")
                .hasSizeLessThan(220);
        int mark = shown.get(3).indexOf("^^^^");
        assertThat(shown.get(2).substring(mark, mark + 4)).isEqualTo("HERE");
    }

    @Test
    void putsNothingOnTheTerminalThatItWouldActOn() {
        assertThat(Problem.error(at("a\u001B[31mb\u202Ec\td", 1, 1), "esc \u001B[0m", "")
                        .render())
                .doesNotContain("\u001B", "\u202E", "\t");
    }

    @Test
    void theNearestNameIsTheOneWithFewestSlips() {
        List<String> names = List.of("customers", "people", "west-pc", "west-power");

        assertThat(Nearest.to("custommers", names)).isEqualTo("customers");
        assertThat(Nearest.to("poeple", names)).isEqualTo("people");
        assertThat(Nearest.to("west-pcs", names)).isEqualTo("west-pc");
        assertThat(Nearest.to("voltage", names)).isNull();
        assertThat(Nearest.edits("ab", "ba")).isEqualTo(1);
    }
}
