package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionsTest {

    @ParameterizedTest
    @CsvSource({"8, 10, 0.490162, 0.943318", "0, 20, 0, 0.161125", "45, 100, 0.356145, 0.547554"})
    void wilson(int successes, int runs, double low, double high) {
        Interval interval = Proportions.wilson(successes, runs, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 0.443905, 0.974789", "0, 20, 0, 0.168433", "45, 100, 0.350320, 0.552720"})
    void clopperPearson(int successes, int runs, double low, double high) {
        Interval interval = Proportions.clopperPearson(successes, runs, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void certaintyIsNeverClaimed() {
        assertThat(Proportions.wilson(20, 20, 0.95).high()).isEqualTo(1);
        assertThat(Proportions.wilson(20, 20, 0.95).low()).isCloseTo(1 - 0.161125, within(1e-6));
        assertThat(Proportions.clopperPearson(20, 20, 0.95).low()).isCloseTo(1 - 0.168433, within(1e-6));
    }
}
