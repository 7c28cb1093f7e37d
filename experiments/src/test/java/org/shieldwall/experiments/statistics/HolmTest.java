package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void adjustsStepByStepAndKeepsTheOrderGiven() {
        assertThat(Holm.adjust(0.01, 0.013, 0.03, 0.04))
                .containsExactly(new double[] {0.04, 0.04, 0.06, 0.06}, within(1e-12));
        assertThat(Holm.adjust(0.04, 0.01, 0.03, 0.013))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.04}, within(1e-12));
    }

    @Test
    void neverExceedsOne() {
        assertThat(Holm.adjust(0.9, 0.8)).containsExactly(1, 1);
    }

    @Test
    void nothingToAdjust() {
        assertThat(Holm.adjust()).isEmpty();
    }
}
