package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.Precision;

class PrecisionTextTest {
    private final PrecisionText text = new PrecisionText();

    private Precision of(String written, String unit) {
        return PrecisionText.of(text.convert(written), "a-measure", unit);
    }

    @Test
    void sharesAndAmounts() {
        assertThat(of("5%", "person-hours")).isEqualTo(Precision.relative(0.05));
        assertThat(of("5.5 %", "h")).isEqualTo(Precision.relative(0.055));
        assertThat(of("5000 person-hours", "person-hours")).isEqualTo(Precision.absolute(5_000));
        assertThat(of("5,000", "person-hours")).isEqualTo(Precision.absolute(5_000));
    }

    @Test
    void timesAndMoneyInAnyOfTheirUnits() {
        assertThat(of("2h", "h")).isEqualTo(Precision.absolute(2));
        assertThat(of("2 days", "h")).isEqualTo(Precision.absolute(48));
        assertThat(of("30 min", "h")).isEqualTo(Precision.absolute(0.5));
        assertThat(of("100k EUR", "EUR a year")).isEqualTo(Precision.absolute(100_000));
        assertThat(of("2 EUR", "EUR")).isEqualTo(Precision.absolute(2));
    }

    @Test
    void anAmountOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> of("5000 bananas", "person-hours"))
                .hasMessage("--precision: `bananas` is not the unit of a-measure: write 5% (of the baseline's mean) or"
                        + " \"5000 person-hours\"");
        assertThatThrownBy(() -> of("2h", "person-hours")).hasMessageContaining("`h` is not the unit");
        assertThatThrownBy(() -> of("2 months", "h")).hasMessageContaining("\"2h\"");
    }

    @Test
    void anythingElseIsRefusedWithAdvice() {
        assertThatThrownBy(() -> text.convert("narrow")).hasMessageContaining("write 5%");
        assertThatThrownBy(() -> text.convert("0%")).hasMessageContaining("`0%` is no precision");
    }
}
