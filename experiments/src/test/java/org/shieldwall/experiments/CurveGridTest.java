package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveGridTest {
    private static final long HOUR = Synthetic.HOUR;

    private static StepCurve outage(double fromHour, double toHour) {
        StepCurve curve = new StepCurve();
        curve.step((long) (fromHour * HOUR), 1_000);
        curve.step((long) (toHour * HOUR), 0);
        return curve;
    }

    @Test
    void nothingLostNeedsNoGrid() {
        assertThat(CurveGrid.over(List.of(new StepCurve()), Synthetic.scenario(null)))
                .isEmpty();
    }

    @Test
    void pointsStandAtRoundTimesAroundTheOutage() {
        long[] grid = CurveGrid.over(List.of(outage(9.5, 17)), Synthetic.scenario(null));

        assertThat(grid[0]).isLessThan((long) (9.5 * HOUR)).isGreaterThan(8 * HOUR);
        assertThat(grid[grid.length - 1]).isGreaterThanOrEqualTo((long) (16.9 * HOUR));
        assertThat(grid[1] - grid[0]).isEqualTo(HOUR / 12);
        assertThat(grid[0] % (HOUR / 12)).isZero();
    }

    @Test
    void oneEarlyRunDoesNotStretchTheWindow() {
        List<StepCurve> curves = new java.util.ArrayList<>(java.util.Collections.nCopies(999, outage(5_000, 5_008)));
        curves.add(outage(100, 108));

        assertThat(CurveGrid.over(curves, Synthetic.scenario(null))[0]).isGreaterThan(4_990 * HOUR);
    }

    @Test
    void samplesAreTheValuesInForce() {
        StepCurve curve = outage(2, 4);

        assertThat(curve.sampledAt(new long[] {HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR}))
                .containsExactly(0, 1_000, 1_000, 0, 0);
    }
}
