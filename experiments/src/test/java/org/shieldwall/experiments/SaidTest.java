package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.experiments.statistics.Interval;

class SaidTest {
    @ParameterizedTest
    @CsvSource({
        "8.34, h, 8.34 h",
        "1440, h, 60 days",
        "0.5, h, 30 min",
        "225000, customers, '225,000 customers'",
        "0.5, 1, 0.5",
        "2300000, EUR a year, €2.3 M a year"
    })
    void amountsAsPeopleReadThem(double x, String unit, String said) {
        assertThat(Said.amount(x, unit)).isEqualTo(said);
    }

    @Test
    void theUnitIsSaidOnce() {
        assertThat(Said.span(1_440, 7_200, "h")).isEqualTo("60 to 300 days");
        assertThat(Said.span(3, 7, "h")).isEqualTo("3 to 7 h");
        assertThat(Said.span(0, 0.5, "h")).isEqualTo("0 to 30 min");
        assertThat(Said.span(5_952, 6_048.5, "h", "h")).isEqualTo("5,952 to 6,048.5 h");
        assertThat(Said.span(24, 1_440, "h", "d")).isEqualTo("1 to 60 days");
        assertThat(Said.span(24, 1_440, "h", null)).isEqualTo("1 to 60 days");
    }

    @Test
    void anIntervalChangesItsUnitAsAWhole() {
        Interval hours = new Interval(240, 120, 48 * 10, 0.95);
        assertThat(Said.readable(hours, "h")).isEqualTo(new Interval(10, 5, 20, 0.95));
        assertThat(Said.readableUnit(hours, "h")).isEqualTo("days");
        assertThat(Said.readableUnit(new Interval(0.0078, 0.006, 0.0095, 0.95), "h"))
                .isEqualTo("s");
        assertThat(Said.readableUnit(new Interval(0.5, 0.4, 0.6, 0.95), "h")).isEqualTo("min");
        assertThat(Said.readableUnit(new Interval(0, 0, 0, 0.95), "h")).isEqualTo("h");
    }

    @ParameterizedTest
    @CsvSource({
        "person-hours-lost, Person-hours lost",
        "assets-compromised.ever, Assets compromised at any time",
        "time-to-restore.all, Time to restore of all services",
        "cost-of-defence@west-power, 'Cost of defence, west-power'"
    })
    void measuresHaveWords(String measure, String said) {
        assertThat(Said.measure(measure)).isEqualTo(said);
    }
}
