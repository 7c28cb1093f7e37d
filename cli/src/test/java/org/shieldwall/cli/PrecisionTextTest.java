package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shieldwall.experiments.Precision;

class PrecisionTextTest {
    private final PrecisionText text = new PrecisionText();

    @Test
    void sharesAndAmounts() {
        assertThat(text.convert("5%")).isEqualTo(Precision.relative(0.05));
        assertThat(text.convert("5.5 %")).isEqualTo(Precision.relative(0.055));
        assertThat(text.convert("5000 person-hours")).isEqualTo(Precision.absolute(5_000));
        assertThat(text.convert("5,000")).isEqualTo(Precision.absolute(5_000));
    }

    @Test
    void anythingElseIsRefusedWithAdvice() {
        assertThatThrownBy(() -> text.convert("narrow")).hasMessageContaining("write 5%");
        assertThatThrownBy(() -> text.convert("0%")).hasMessageContaining("`0%` is no precision");
    }
}
