package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;

/** A backup helps where there is one, where it works, and where the attacker is not in it. */
class BackupsTest {
    private static final String LEGAL = "legal-delay: 0, deploy: 1h}";

    private static FactLog run(String backups) {
        return new Simulation(new Partners()
                        .with("[{do: reimage, by: none}", "[{do: restore, by: none}, {do: reimage, by: none}")
                        .with(LEGAL, LEGAL + "\n      backups: {" + backups + "}")
                        .with("at-most: 50", "at-most: 10")
                        .world())
                .checking(true)
                .run(List.of(), 1, 1);
    }

    @Test
    void aCleanBackupThatWorksThrowsTheActorOut() {
        FactLog facts = run("kept: 100%, work: 100%, reach: 30d");
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isPositive();
        assertThat(Worlds.count(facts, FactKind.ACCESS_LOST)).isEqualTo(Worlds.count(facts, FactKind.ASSET_RESTORED));
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isZero();
    }

    @Test
    void whatGotInBeforeTheBackupComesBackWithIt() {
        FactLog facts = run("kept: 100%, work: 100%, reach: 1min");
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isPositive();
        assertThat(Worlds.count(facts, FactKind.ACCESS_LOST)).isZero();
    }

    @Test
    void whatCannotBeRestoredIsRebuilt() {
        for (String poor : List.of("kept: 0%, work: 100%", "kept: 100%, work: 0%")) {
            FactLog facts = run(poor);
            List<Integer> failed = Worlds.all(facts, FactKind.RESTORATION_FAILED);
            assertThat(failed).isNotEmpty();
            assertThat(failed).allMatch(fact -> facts.value(fact) == (poor.startsWith("kept: 0%") ? 0 : 1));
            assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isZero();
            assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isEqualTo(failed.size());
        }
    }

    @Test
    void someAssetsHaveABackupAndOthersNot() {
        FactLog facts = run("kept: 50%, work: 100%");
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isPositive();
        assertThat(Worlds.count(facts, FactKind.RESTORATION_FAILED)).isPositive();
    }
}
