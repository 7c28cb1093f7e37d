package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.scenario.Service.Damage;

/** Switching off out of caution, work by hand, alerts that nobody opens, actors that hide or hurry. */
class CautionTest {
    private static final String OFF = "\n      - {by: hands, each: 3h, mends: [off]}";
    private static final String RULE = "each: 20h, mends: [encrypted]}";

    /** Servers are encrypted one after the other, an hour each; staff see the first. */
    private static Clinic dark() {
        return new Clinic()
                .with("operators: 10", "operators: 1")
                .with("when: end, visibility: 0%", "when: end, visibility: 100%")
                .with("officer: empowered", "officer: empowered\n      playbook: dark")
                .with(RULE, RULE + OFF);
    }

    @Test
    void switchingOffEndsTheEncryptionAndTheServiceAlike() {
        FactLog facts = dark().with("lasts: 100d", "lasts: 105h").run();
        int off = Worlds.all(facts, FactKind.ASSET_SWITCHED_OFF).get(0);
        assertThat(Worlds.count(facts, FactKind.ASSET_SWITCHED_OFF)).isEqualTo(10);
        // Seen at 100; a minute of triage, two hours of investigation, an hour until the decision.
        assertThat(facts.time(off) / 3.6e12).isCloseTo(103 + 1 / 60.0, within(0.01));
        assertThat(Worlds.count(facts, FactKind.ASSET_DAMAGED)).isEqualTo(4);
        assertThat(Worlds.all(facts, FactKind.SERVICE_LEVEL)).anyMatch(fact -> facts.value(fact) == 0);
        assertThat(Worlds.all(facts, FactKind.ASSET_DAMAGED)).allMatch(fact -> facts.time(fact) < facts.time(off));
    }

    /** Whether the actor was in again as soon as a server was switched on, where nobody knew of its foothold. */
    private static boolean comesBack(String cleans) {
        FactLog facts = dark().with("lasts: 100d", "lasts: 130h")
                .with("find-rate: 100 per hour", "find-rate: 0 per hour")
                .with("wrong-suspicion: 0%", "wrong-suspicion: 100%")
                .with("mends: [off]", "mends: [off], cleans: " + cleans)
                .run();
        assertThat(Worlds.all(facts, FactKind.ASSET_MENDED).stream()
                        .filter(fact -> facts.value(fact) == Damage.OFF.ordinal())
                        .count())
                .isGreaterThanOrEqualTo(10);
        return Worlds.all(facts, FactKind.ACCESS_GRANTED).stream()
                .anyMatch(fact -> facts.kind(facts.trigger(fact)) == FactKind.ASSET_MENDED);
    }

    @Test
    void whatIsSwitchedOnAgainHasTheAttackerInItUnlessItWasCleaned() {
        assertThat(comesBack("0%")).isTrue();
        assertThat(comesBack("100%")).isFalse();
    }

    @Test
    void onlyTheNamedNetworksGoDark() {
        FactLog facts = dark().with(
                        "count: 10}}}\n",
                        "count: 10}}}\n  yard: {organisation: clinic, assets: {tool: {template: pc}}}\n")
                .with("do: switch-off,", "do: switch-off, networks: [yard],")
                .run();
        assertThat(Worlds.count(facts, FactKind.ASSET_SWITCHED_OFF)).isOne();
    }

    @Test
    void peopleCarryOnByHandForAWhile() {
        FactLog facts = new Clinic()
                .with(
                        "serves: {people: 1000}",
                        "serves: {people: 1000}\n    by-hand: {level: 50%, after: 2h, lasts: 6h}")
                .run();
        assertThat(Clinic.lastHour(facts, FactKind.WORK_BY_HAND_BEGAN, fact -> true))
                .isCloseTo(102, within(0.01));
        assertThat(Clinic.lastHour(facts, FactKind.SERVICE_LEVEL, fact -> facts.value(fact) == 5_000))
                .isCloseTo(102, within(0.01));
        assertThat(Clinic.lastHour(facts, FactKind.WORK_BY_HAND_ENDED, fact -> true))
                .isCloseTo(108, within(0.01));
        assertThat(Clinic.lastHour(facts, FactKind.SERVICE_LEVEL, fact -> facts.value(fact) == 0))
                .isCloseTo(108, within(0.01));
    }

    @Test
    void workByHandEndsWhenTheMachinesDoMore() {
        FactLog facts = new Clinic()
                .with("serves: {people: 1000}", "serves: {people: 1000}\n    by-hand: {level: 50%, after: 2h}")
                .run();
        assertThat(Clinic.lastHour(facts, FactKind.WORK_BY_HAND_ENDED, fact -> true))
                .isCloseTo(120, within(0.01));
        assertThat(Clinic.lastHour(facts, FactKind.SERVICE_LEVEL, fact -> facts.value(fact) == 10_000))
                .isCloseTo(120, within(0.01));
    }

    @Test
    void alertsThatNobodyOpensOpenNoIncident() {
        FactLog facts = dark().with("kind: people, quality: 100%", "kind: people, quality: 100%, worked: 0%")
                .run();
        assertThat(Worlds.count(facts, FactKind.ALERT_RAISED)).isEqualTo(10);
        assertThat(Worlds.count(facts, FactKind.ALERT_GIVEN_UP)).isEqualTo(10);
        assertThat(Worlds.count(facts, FactKind.INCIDENT_OPENED)).isZero();
    }

    private static Partners warned(String caution) {
        return new Partners()
                .with("at-most: 50", "at-most: 1")
                .with(
                        "      playbook: evict\n      sensors:\n        wire",
                        "      playbook: dark\n      caution: " + caution
                                + "\n      officer: empowered\n      decision-time: 5h\n      sensors:\n        wire")
                .with(
                        "playbooks:",
                        "playbooks:\n  dark: {actions: [{do: switch-off, takes: 1h, disruptive: true, by: none}]}");
    }

    @Test
    void aPartnersWarningIsReasonEnoughForTheCautious() {
        FactLog facts = Worlds.run(warned("100%").world());
        assertThat(Worlds.count(facts, FactKind.WARNING_HEEDED)).isOne();
        assertThat(Worlds.count(facts, FactKind.ASSET_SWITCHED_OFF)).isEqualTo(10);
        int heeded = Worlds.all(facts, FactKind.WARNING_HEEDED).get(0);
        int off = Worlds.all(facts, FactKind.ASSET_SWITCHED_OFF).get(0);
        assertThat((facts.time(off) - facts.time(heeded)) / 3.6e12).isCloseTo(6, within(0.001));
        assertThat(Worlds.count(Worlds.run(warned("0%").world()), FactKind.WARNING_HEEDED))
                .isZero();
    }

    private static Partners noticing(String alarm) {
        return new Partners()
                .with("notices: 100%,", "notices: 100%, when-noticed: {" + alarm + "},")
                .with(
                        "requires: {position: discovered, service: smtp}\n",
                        "requires: {position: discovered, service: smtp}\n")
                .with(
                        "      call:",
                        "      harm: {do: break, on: {any: first-pc}, after: call.first-success, not-before: 2015-12-01T00:00}\n      call:")
                .with("techniques:", "techniques:\n  break: {requires: {from: anywhere}, damage: opened}")
                .with("arsenal: [enter]", "arsenal: [enter, break]");
    }

    @Test
    void anActorThatHurriesDoesNotWaitForTheDate() {
        FactLog calm = Worlds.run(noticing("strikes: 0%").world());
        FactLog facts = Worlds.run(noticing("strikes: 100%").world());
        assertThat(Clinic.lastHour(calm, FactKind.ASSET_DAMAGED, fact -> true)).isCloseTo(183 * 24, within(0.01));
        assertThat(Worlds.count(facts, FactKind.ACTOR_HURRIES)).isOne();
        assertThat(Clinic.lastHour(facts, FactKind.ASSET_DAMAGED, fact -> true))
                .isCloseTo(Clinic.lastHour(facts, FactKind.ACTOR_HURRIES, fact -> true), within(0.01));
    }

    @Test
    void anActorThatHidesBeginsNothingMeanwhile() {
        FactLog facts = Worlds.run(noticing("hides: 100%, hides-for: 50d").world());
        int hides = Worlds.all(facts, FactKind.ACTOR_HIDES).get(0);
        assertThat(Worlds.all(facts, FactKind.ATTEMPT_STARTED))
                .noneMatch(fact -> facts.time(fact) > facts.time(hides) && facts.time(fact) < facts.value(hides));
        assertThat(Worlds.all(facts, FactKind.ATTEMPT_STARTED))
                .anyMatch(fact -> facts.time(fact) == facts.value(hides));
    }
}
