package org.shieldwall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static List<String> labels(double greatest) {
        Scale scale = Scale.over(greatest, 4, 0, 100);
        return scale.ticks().stream().map(scale::label).toList();
    }

    @Test
    void theLabelsOfOneAxisHaveTheSameDecimals() {
        assertThat(labels(1.9)).containsExactly("0", "0.5", "1.0", "1.5", "2.0");
        assertThat(labels(790_000)).containsExactly("0", "200,000", "400,000", "600,000", "800,000");
        assertThat(labels(3.8e6)).containsExactly("0", "1 M", "2 M", "3 M", "4 M");
    }

    @Test
    void byTheClockTicksStandAtWholeHours() {
        TimeAxis axis = TimeAxis.of(List.of(-0.5, 2.0, 4.0), "15:30");
        assertThat(axis.ticks(5).stream().map(axis::label))
                .containsExactly("15:00", "16:00", "17:00", "18:00", "19:00");
    }

    @Test
    void longWindowsAreCountedInDays() {
        TimeAxis axis = TimeAxis.of(List.of(0.0, 240.0), "15:30");
        assertThat(axis.byClock()).isFalse();
        assertThat(axis.unit()).isEqualTo("days");
        assertThat(axis.ticks(5).stream().map(axis::label)).containsExactly("0", "2", "4", "6", "8", "10");
    }
}
