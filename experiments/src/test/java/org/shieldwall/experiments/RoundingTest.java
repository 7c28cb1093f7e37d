package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.experiments.statistics.Interval;

class RoundingTest {

    @Test
    void twoDigitsOfTheHalfWidth() {
        Interval interval = new Interval(729_843, 679_971, 779_715, 0.95);

        assertThat(Rounding.mean(interval)).isEqualTo("730,000");
        assertThat(Rounding.range(interval)).isEqualTo("680,000 to 780,000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.12345; 0.004; 0.1235; 0.1195 to 0.1275",
                "12.3; 0.96; 12.30; 11.34 to 13.26",
                "-3000; 17000; −3,000; −20,000 to 14,000",
                "41; 0; 41; 41 to 41",
                "0.333333; 0; 0.333; 0.333 to 0.333",
                "0; 0; 0; 0 to 0",
                "1000000; 99600; 1,000,000; 900,000 to 1,100,000",
                "-0.001; 2; 0.0; −2.0 to 2.0"
            })
    void values(double mean, double half, String value, String range) {
        Interval interval = new Interval(mean, mean - half, mean + half, 0.95);

        assertThat(Rounding.mean(interval)).isEqualTo(value);
        assertThat(Rounding.range(interval)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1200000; €1.2 M",
                "212000; €212,000",
                "212345; €212,000",
                "-35; −€35",
                "999900; €1.0 M",
                "123456789; €123 M",
                "2500000000; €2.5 bn",
                "0.14; €0"
            })
    void euros(double amount, String said) {
        assertThat(Rounding.euros(amount)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.776; 78 %", "0; 0 %", "1; 100 %", "0.002; under 1 %", "0.999; over 99 %"})
    void percent(double share, String said) {
        assertThat(Rounding.percent(share)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.05; 5 %", "0.055; 5.5 %", "0.0647; 6.5 %", "0.123; 12 %", "0.001; 0.1 %", "0.1; 10 %"})
    void finePercent(double share, String said) {
        assertThat(Rounding.finePercent(share)).isEqualTo(said);
    }
}
