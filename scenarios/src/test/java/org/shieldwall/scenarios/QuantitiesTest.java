package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;

/** How numbers are written. */
class QuantitiesTest {
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;

    private static Scenario reading(String from, String to) {
        try {
            String text = BrokenFilesTest.resource("small-grid.yaml").replace(from, to);
            Reading reading = new ScenarioReader().readText("grid.yaml", text);
            assertThat(reading.hasErrors()).as(reading.render()).isFalse();
            return Objects.requireNonNull(reading.scenario());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Quantity time(String text) {
        return reading("buffer: 4h", "buffer: " + text).services().get(0).buffer();
    }

    private static Quantity share(String text) {
        return reading("willingness: 0.5", "willingness: " + text)
                .communities()
                .get(1)
                .willingness();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "250ms, 0.25",
        "30s, 30",
        "5min, 300",
        "2h, 7200",
        "3d 4h, 273600",
        "1w, 604800",
        "1y, 31536000",
        "1.5 h, 5400",
        "never, Infinity"
    })
    void timesAreInSeconds(String text, double seconds) {
        assertThat(time(text)).isEqualTo(Quantity.constant(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "5 per day, 5.787037037037037e-5",
        "0.8/h, 2.2222222222222223e-4",
        "26000/s, 26000",
        "3 per minute, 0.05",
        "0, 0"
    })
    void ratesArePerSecond(String text, double perSecond) {
        Quantity rate = reading("rate: 1 per day", "rate: " + text)
                .techniques()
                .get(3)
                .evidence()
                .get(1)
                .rate();

        assertThat(((Quantity.Constant) rate.distribution()).value())
                .isCloseTo(perSecond, within(1e-15 + 1e-12 * perSecond));
    }

    @Test
    void sharesAreFractions() {
        assertThat(share("5%")).isEqualTo(Quantity.constant(0.05));
        assertThat(share("0.05")).isEqualTo(Quantity.constant(0.05));
    }

    @Test
    void moneyIsInEuros() {
        assertThat(reading("money: 300k EUR per year", "money: 1.5M EUR per year")
                        .levers()
                        .get(1)
                        .costs()
                        .get(2)
                        .moneyPerYear())
                .isEqualTo(Quantity.constant(1_500_000));
    }

    @Test
    void aNumberMaySayWhereItComesFrom() {
        assertThat(time("{value: 3h, source: E1}"))
                .isEqualTo(new Quantity(new Quantity.Constant(3 * HOUR), new Quantity.Origin("E1", null)));
        assertThat(time("{value: {exponential: 3h}, estimate: a guess}"))
                .isEqualTo(new Quantity(new Quantity.Exponential(3 * HOUR), new Quantity.Origin(null, "a guess")));
        assertThat(time("{exponential: 3h, source: E1}"))
                .isEqualTo(new Quantity(new Quantity.Exponential(3 * HOUR), new Quantity.Origin("E1", null)));
    }

    @Test
    void lawsHaveTheirParametersInTheBaseUnit() {
        assertThat(time("{exponential: 2h}")).isEqualTo(Quantity.exponential(2 * HOUR));
        assertThat(time("{lognormal: {median: 9h, p90: 30h}}")).isEqualTo(Quantity.lognormal(9 * HOUR, 30 * HOUR));
        assertThat(time("{triangular: {low: 1h, mode: 2h, high: 6h}}").distribution())
                .isEqualTo(new Quantity.Triangular(HOUR, 2 * HOUR, 6 * HOUR));
        assertThat(time("{triangular: [1h, 2h, 6h]}").distribution())
                .isEqualTo(new Quantity.Triangular(HOUR, 2 * HOUR, 6 * HOUR));
        assertThat(time("{uniform: [0, 1d]}").distribution()).isEqualTo(new Quantity.Uniform(0, DAY));
        assertThat(time("{gamma: {shape: 0.25, scale: 4h}}").distribution())
                .isEqualTo(new Quantity.Gamma(0.25, 4 * HOUR));
        assertThat(time("{weibull: {shape: 0.63, scale: 19.6d}, never: 9%}").distribution())
                .isEqualTo(new Quantity.Never(0.09, new Quantity.Weibull(0.63, 19.6 * DAY)));
        assertThat(share("{beta: {alpha: 2, beta: 6}}").distribution()).isEqualTo(new Quantity.Beta(2, 6));
        assertThat(time("{empirical: {values: [1h, 2h], weights: [1, 3]}}").distribution())
                .isEqualTo(new Quantity.Empirical(List.of(HOUR, 2 * HOUR), List.of(1.0, 3.0)));
        assertThat(time("{mixture: [{share: 97%, of: 4h}, {share: 3%, of: {exponential: 1d}}]}")
                        .distribution())
                .isEqualTo(new Quantity.Mixture(
                        List.of(0.97, 0.03), List.of(new Quantity.Constant(4 * HOUR), new Quantity.Exponential(DAY))));
    }

    @Test
    void aLognormalTimeByItsLogarithmsSaysTheirUnit() {
        Quantity.Lognormal law = (Quantity.Lognormal)
                time("{lognormal: {mu: 0, sigma: 0.5, unit: h}}").distribution();

        assertThat(law.mu()).isCloseTo(Math.log(HOUR), within(1e-12));
        assertThat(law.sigma()).isEqualTo(0.5);
    }

    @Test
    void weibullAndGammaPassThroughTheirQuantiles() {
        Quantity.Weibull weibull =
                (Quantity.Weibull) time("{weibull: {median: 2d, p90: 9d}}").distribution();
        var weibullLaw = new WeibullDistribution(weibull.shape(), weibull.scale());
        assertThat(weibullLaw.inverseCumulativeProbability(0.5)).isCloseTo(2 * DAY, within(1e-6 * DAY));
        assertThat(weibullLaw.inverseCumulativeProbability(0.9)).isCloseTo(9 * DAY, within(1e-6 * DAY));

        Quantity.Gamma gamma =
                (Quantity.Gamma) time("{gamma: {median: 2d, p90: 9d}}").distribution();
        var gammaLaw = new GammaDistribution(gamma.shape(), gamma.scale());
        assertThat(gammaLaw.inverseCumulativeProbability(0.5)).isCloseTo(2 * DAY, within(1e-3 * DAY));
        assertThat(gammaLaw.inverseCumulativeProbability(0.9)).isCloseTo(9 * DAY, within(1e-3 * DAY));
    }
}
