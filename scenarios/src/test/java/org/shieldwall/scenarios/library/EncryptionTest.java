package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Service.Damage;

/** What is encrypted comes back from a backup, with the key or by building it anew; and the attacker with it, or not. */
class EncryptionTest {
    private static final String WORK = "each: 20h, mends: [encrypted]";
    private static final String STRIKE = "      strike: {do: ransom";

    private static double whole(FactLog facts) {
        return Clinic.lastHour(facts, FactKind.SERVICE_LEVEL, fact -> facts.value(fact) == 10_000);
    }

    private static Clinic backups(String how) {
        return new Clinic()
                .with("backups: {kept: 0%}", "backups: {" + how + "}")
                .with(WORK, WORK + ", from-backup: 5h");
    }

    @Test
    void withoutBackupOrKeyEveryAssetIsBuiltAnewAndClean() {
        FactLog facts = new Clinic().run();
        assertThat(Worlds.all(facts, FactKind.ASSET_DAMAGED))
                .hasSize(10)
                .allMatch(fact -> facts.value(fact) == Damage.ENCRYPTED.ordinal());
        // Entered at hour 1, struck at 99 for an hour, 20 hours of work by ten hands on ten servers.
        assertThat(whole(facts)).isCloseTo(120, within(0.01));
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isEqualTo(10);
        assertThat(Worlds.count(facts, FactKind.ACCESS_LOST)).isOne();
    }

    @Test
    void handsLimitHowSoonAllIsBack() {
        assertThat(whole(new Clinic()
                        .with("hands: {organisation: clinic, count: 10}", "hands: {organisation: clinic, count: 2}")
                        .run()))
                .isCloseTo(200, within(0.01));
    }

    @Test
    void aBackupIsFasterAndBringsBackWhoWasInByThen() {
        FactLog facts = backups("kept: 100%, work: 100%, every: 1h, online: 0%").run();
        assertThat(whole(facts)).isCloseTo(105, within(0.01));
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isEqualTo(10);
        assertThat(Worlds.count(facts, FactKind.ACCESS_LOST)).isZero();
    }

    @Test
    void whoKnowsOfTheFootholdTakesABackupFromBeforeIt() {
        FactLog facts = backups("kept: 100%, work: 100%, every: 1h, online: 0%")
                .with(
                        "grants: {position: user, persistence: true}",
                        "grants: {position: user, persistence: true}\n"
                                + "    evidence: [{sensor: people, when: end, visibility: 100%}]")
                .run();
        assertThat(Worlds.all(facts, FactKind.ASSET_SUSPECTED)).isNotEmpty();
        int restored = Worlds.all(facts, FactKind.ASSET_RESTORED).stream()
                .filter(fact -> facts.whom(fact)
                        == facts.whom(
                                Worlds.all(facts, FactKind.ASSET_SUSPECTED).get(0)))
                .findFirst()
                .orElseThrow();
        assertThat(facts.value(restored) / 3.6e12).isGreaterThan(104);
        assertThat(Worlds.count(facts, FactKind.ACCESS_LOST)).isOne();
    }

    @Test
    void aBackupThatDoesNotReachBackThatFarIsOfNoUseToWhoKnows() {
        FactLog facts = backups("kept: 100%, work: 100%, every: 1h, online: 0%, reach: 2d")
                .with(
                        "grants: {position: user, persistence: true}",
                        "grants: {position: user, persistence: true}\n"
                                + "    evidence: [{sensor: people, when: end, visibility: 100%}]")
                .run();
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isEqualTo(9);
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isOne();
    }

    @Test
    void aBackupThatProvesUselessCostsItsTimeAndThenTheWork() {
        FactLog facts = backups("kept: 100%, work: 50%, online: 0%").run();
        int failed = Worlds.count(facts, FactKind.RESTORATION_FAILED);
        assertThat(failed).isBetween(1, 9);
        assertThat(Worlds.count(facts, FactKind.ASSET_RESTORED)).isEqualTo(10 - failed);
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isEqualTo(failed);
        assertThat(whole(facts)).isCloseTo(125, within(0.01));
    }

    @Test
    void aWayThatUsuallyCostsMoreIsNotTried() {
        FactLog facts = backups("kept: 100%, work: 10%, online: 0%").run();
        assertThat(Worlds.count(facts, FactKind.REPAIR_STARTED)).isEqualTo(10);
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isEqualTo(10);
    }

    @Test
    void theAttackerDestroysTheBackupsItReaches() {
        String first = "      spoil: {do: spoil, on: {any: server}, after: in}\n" + STRIKE;
        FactLog online = backups("kept: 100%, work: 100%, online: 100%")
                .with(STRIKE, first)
                .run();
        assertThat(Worlds.all(online, FactKind.BACKUPS_DESTROYED))
                .singleElement()
                .satisfies(fact -> assertThat(online.value(fact)).isEqualTo(10));
        assertThat(Worlds.count(online, FactKind.ASSET_RESTORED)).isZero();
        FactLog offline = backups("kept: 100%, work: 100%, online: 0%")
                .with(STRIKE, first)
                .run();
        assertThat(Worlds.count(offline, FactKind.BACKUPS_DESTROYED)).isZero();
        assertThat(Worlds.count(offline, FactKind.ASSET_RESTORED)).isEqualTo(10);
    }

    @Test
    void aKeyHelpsOnceItIsThereAndLeavesTheAttackerIn() {
        Clinic clinic = new Clinic()
                .with(STRIKE, "      gift: {do: gift, on: {any: server}, after: strike}\n" + STRIKE)
                .with("hands: {organisation: clinic, count: 10}", "hands: {organisation: clinic, count: 5}")
                .with(WORK, WORK + ", with-key: 4h");
        FactLog facts = clinic.run();
        // The first five are built anew from hour 100 on; the key comes at 110, and serves the other five from 120 on.
        assertThat(Worlds.count(facts, FactKind.KEY_OBTAINED)).isOne();
        assertThat(Worlds.count(facts, FactKind.ASSET_REBUILT)).isEqualTo(5);
        assertThat(whole(facts)).isCloseTo(124, within(0.01));
        FactLog cleaned =
                clinic.with("with-key: 4h", "with-key: 4h, cleans: 100%").run();
        assertThat(Worlds.count(cleaned, FactKind.ACCESS_LOST)).isOne();
    }

    @Test
    void aForkInTheMiddleOfRecoveryGoesOnAlike() {
        Simulation simulation = new Simulation(backups("kept: 50%, work: 50%, online: 50%")
                .with("hands: {organisation: clinic, count: 10}", "hands: {organisation: clinic, count: 3}")
                .world());
        simulation.start(List.of(), 7, 3).advanceTo(110L * 3_600_000_000_000L);
        Simulation fork = simulation.fork();
        assertThat(fork.stateDigest()).isEqualTo(simulation.stateDigest());
        simulation.finish();
        fork.finish();
        assertThat(fork.digest()).isEqualTo(simulation.digest());
    }
}
