package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void linesBreakAtSpacesAndKeepNumbersWithTheirUnits() {
        Captured captured = new Captured(true);

        assertThat(captured.terminal()
                        .wrap(
                                "Yes. Joining hands spared the public 730,000 person-hours without service (95 % CI 680,000"
                                        + " to 780,000), 78 % of the harm, for €1.2 M a year more.",
                                "  "))
                .containsExactly(
                        "  Yes. Joining hands spared the public 730,000 person-hours without service",
                        "  (95 % CI 680,000 to 780,000), 78 % of the harm, for €1.2 M a year more.");
        assertThat(captured.terminal().wrap("a ".repeat(36) + "aaa 12 % of all", "  "))
                .containsExactly("  " + "a ".repeat(36) + "aaa", "  12 % of all");
    }

    @Test
    void withoutUnicodeEveryMarkHasItsAsciiForm() {
        Captured captured = new Captured(false);
        captured.terminal().line("■ ● ◆ █ ░ ├─●─┤ −3 ± 2 €1.2 M");

        assertThat(captured.out()).isEqualTo("# o + = . [-o-] -3 +- 2 EUR 1.2 M\n");
    }

    @Test
    void theLocaleSaysWhetherThereIsUnicode() {
        assertThat(Terminal.isUnicode(Map.of("LANG", "de_DE.UTF-8")::get)).isTrue();
        assertThat(Terminal.isUnicode(Map.of("LANG", "C.utf8")::get)).isTrue();
        assertThat(Terminal.isUnicode(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")::get))
                .isFalse();
        assertThat(Terminal.isUnicode(Map.<String, String>of()::get)).isTrue();
    }
}
