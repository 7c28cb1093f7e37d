package org.shieldwall.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shieldwall.experiments.statistics.CumulativeIncidence.EVICTED_UNSEEN;
import static org.shieldwall.experiments.statistics.CumulativeIncidence.GAVE_UP;
import static org.shieldwall.experiments.statistics.CumulativeIncidence.GOAL_REACHED;
import static org.shieldwall.experiments.statistics.CumulativeIncidence.HORIZON;
import static org.shieldwall.experiments.statistics.CumulativeIncidence.REACHED;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {

    @Test
    void withOneHorizonItIsTheShareOfRuns() {
        double[] time = {1, 2, 2, 3, 10, 10};
        byte[] ends = {REACHED, REACHED, GOAL_REACHED, REACHED, HORIZON, HORIZON};

        CumulativeIncidence incidence = CumulativeIncidence.of(time, ends);

        assertThat(incidence.reachedBy(0.9)).isZero();
        assertThat(incidence.reachedBy(1)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(incidence.reachedBy(2.5)).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(incidence.reachedBy(10)).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(incidence.competingBy(10)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(incidence.median()).isEqualTo(3);
    }

    @Test
    void censoringOnTheWaySpreadsItsWeightOverThoseStillWatched() {
        // By hand: 4 at risk, one reached → 1/4; one leaves; 2 at risk with S = 3/4, one competing → 3/8; 1 at risk →
        // 3/8.
        double[] time = {1, 2, 3, 4};
        byte[] ends = {REACHED, HORIZON, GOAL_REACHED, REACHED};

        CumulativeIncidence incidence = CumulativeIncidence.of(time, ends);

        assertThat(incidence.reachedBy(1)).isCloseTo(0.25, within(1e-12));
        assertThat(incidence.competingBy(3)).isCloseTo(0.375, within(1e-12));
        assertThat(incidence.reachedBy(4)).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void twoExponentialClocksRace() {
        // Rates 1 and ½, watched until 2: F(t) = 2/3 (1 − e^(−1.5 t)).
        Random random = new Random(21);
        int n = 40_000;
        double[] time = new double[n];
        byte[] ends = new byte[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double first = SimulatedQueue.exponential(1, random);
            double second = SimulatedQueue.exponential(2, random);
            time[i] = Math.min(2, Math.min(first, second));
            ends[i] = time[i] == 2 ? HORIZON : first < second ? REACHED : GOAL_REACHED;
            sum += ends[i] == REACHED ? time[i] : 2;
        }

        CumulativeIncidence incidence = CumulativeIncidence.of(time, ends);

        assertThat(incidence.reachedBy(1)).isCloseTo(2 / 3.0 * (1 - StrictMath.exp(-1.5)), within(0.01));
        assertThat(incidence.restrictedMean(2)).isCloseTo(sum / n, within(1e-9));
    }

    @Test
    void aMedianThatIsNotReachedDoesNotExist() {
        CumulativeIncidence incidence =
                CumulativeIncidence.of(new double[] {1, 5, 5}, new byte[] {REACHED, HORIZON, HORIZON});

        assertThat(incidence.median()).isNaN();
        assertThat(incidence.restrictedMean(5)).isCloseTo(11 / 3.0, within(1e-12));
    }

    @Test
    void nothingReached() {
        CumulativeIncidence incidence = CumulativeIncidence.of(new double[] {5, 5}, new byte[] {HORIZON, HORIZON});

        assertThat(incidence.reachedBy(5)).isZero();
        assertThat(incidence.restrictedMean(5)).isEqualTo(5);
    }

    @Test
    void eachEndHasAnIncidenceOfItsOwn() {
        double[] time = {1, 2, 2, 3, 4, 5, 6, 6};
        byte[] ends = {GAVE_UP, REACHED, EVICTED_UNSEEN, HORIZON, GOAL_REACHED, GAVE_UP, REACHED, HORIZON};

        CumulativeIncidence incidence = CumulativeIncidence.of(time, ends);

        // By hand: 1/8; two of seven with S = 7/8; one leaves; then S = 5/8 over 4, 3, 2 at risk.
        assertThat(incidence.by(GAVE_UP, 1.5)).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(incidence.by(EVICTED_UNSEEN, 6)).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(incidence.by(GOAL_REACHED, 4)).isCloseTo(5 / 32.0, within(1e-12));
        assertThat(incidence.by(GAVE_UP, 6)).isCloseTo(1 / 8.0 + 5 / 32.0, within(1e-12));
        assertThat(incidence.reachedBy(6)).isCloseTo(1 / 8.0 + 5 / 32.0, within(1e-12));
        assertThat(incidence.competingBy(6)).isCloseTo(1 / 8.0 + 1 / 8.0 + 5 / 16.0, within(1e-12));
    }
}
