package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClockTest {

    @Test
    void convertsUnits() {
        assertThat(Clock.ofSeconds(1.5)).isEqualTo(1_500_000_000L);
        assertThat(Clock.ofHours(2)).isEqualTo(2 * Clock.HOUR);
        assertThat(Clock.ofDays(0.5)).isEqualTo(12 * Clock.HOUR);
        assertThat(Clock.toSeconds(Clock.MINUTE)).isEqualTo(60);
        assertThat(Clock.toHours(Clock.DAY)).isEqualTo(24);
        assertThat(Clock.toDays(36 * Clock.HOUR)).isEqualTo(1.5);
    }

    @Test
    void roundsToTheNearestNanosecond() {
        assertThat(Clock.ofNanos(0.6)).isEqualTo(1);
        assertThat(Clock.ofNanos(1.4)).isEqualTo(1);
    }

    @Test
    void saturatesAtNever() {
        assertThat(Clock.ofNanos(Double.POSITIVE_INFINITY)).isEqualTo(Clock.NEVER);
        assertThat(Clock.ofDays(1e9)).isEqualTo(Clock.NEVER);
        assertThat(Clock.plus(Clock.DAY, Clock.NEVER)).isEqualTo(Clock.NEVER);
        assertThat(Clock.plus(Clock.NEVER, Clock.NEVER)).isEqualTo(Clock.NEVER);
        assertThat(Clock.plus(Clock.DAY, Clock.HOUR)).isEqualTo(25 * Clock.HOUR);
        assertThat(Clock.toDays(Clock.NEVER)).isInfinite();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Clock.ofHours(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
