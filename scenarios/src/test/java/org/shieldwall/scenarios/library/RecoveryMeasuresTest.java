package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures;
import org.shieldwall.world.World;

/** The measures of encryption, of switching off and of the curve of recovery, against what is known by hand. */
class RecoveryMeasuresTest {
    private static final String ASKED = "\nstrategies: {alone: []}\nexpect:\n"
            + "  - {measure: level-after.care.1d, strategy: alone, mean: [0, 1], kind: input}\n"
            + "  - {measure: level-after.care.90d, strategy: alone, mean: [0, 1], kind: input}\n"
            + "  - {measure: level-after.care.99d, strategy: alone, mean: [0, 1], kind: input}\n";
    private static final String END = "by: none}]}\n";

    private static double value(Clinic clinic, String measure) {
        World world = clinic.world();
        FactLog facts = Worlds.run(world);
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        measures.fold(facts, values, ends);
        assertThat(measures.index(measure)).as(measure).isNotNegative();
        return values[measures.index(measure)];
    }

    private static Clinic oneHand() {
        return new Clinic()
                .with(END, END + ASKED)
                .with("hands: {organisation: clinic, count: 10}", "hands: {organisation: clinic, count: 1}");
    }

    @Test
    void theCurveIsReadSoManyDaysAfterTheFirstLoss() {
        // All are struck at hour 100; one is back every twenty hours.
        assertThat(value(oneHand(), "level-after.care.1d")).isCloseTo(0.1, within(1e-9));
        assertThat(value(oneHand(), "level-after.care.90d")).isCloseTo(1, within(1e-9));
        assertThat(value(oneHand(), "level-after.care.99d"))
                .as("the run ends before")
                .isNaN();
    }

    @Test
    void whatWasEncryptedCountsOnce() {
        assertThat(value(new Clinic(), "share-encrypted.server")).isCloseTo(1, within(1e-9));
        Clinic few = new Clinic().with("on: {all: server}", "on: {count: 3, of: server}");
        assertThat(value(few, "share-encrypted.server")).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void switchingOffIsTimedFromTheFirstEncryption() {
        Clinic dark = new Clinic()
                .with("when: end, visibility: 0%", "when: end, visibility: 100%")
                .with("officer: empowered", "officer: empowered\n      playbook: dark");
        // A minute of triage, two hours of investigation, an hour until the decision.
        assertThat(value(dark, "time-to-switch-off@clinic")).isCloseTo(3 + 1 / 60.0, within(0.01));
        Clinic safe = new Clinic()
                .with("officer: empowered", "officer: empowered\n      playbook: dark")
                .with("damage: encrypted", "damage: disk");
        assertThat(value(safe, "time-to-switch-off@clinic")).isNaN();
    }
}
