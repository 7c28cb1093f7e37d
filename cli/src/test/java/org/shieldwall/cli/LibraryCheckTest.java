package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library keeps its promises through the same command that users run. */
class LibraryCheckTest {
    private static void holds(String scenario) {
        Captured captured = new Captured(true);
        int code = captured.run("check", scenario);
        assertThat(code).as(captured.out() + captured.err()).isEqualTo(Shieldwall.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-steps", "three-grids", "estonia-2007"})
    void lessonsAndHistoryHoldAndMissWithoutTheirCauses(String scenario) {
        holds(scenario);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"joint-defence", "health-service-2021"})
    void regionsAndHealthServicesHoldAndMissWithoutTheirCauses(String scenario) {
        holds(scenario);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theory/b9-detection-race", "theory/b10e-alone-and-joint"})
    void racesAndCampaignsFollowTheory(String scenario) {
        holds(scenario);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "theory/b1a-one-analyst",
                "theory/b1b-many-analysts",
                "theory/b1c-triage-law",
                "theory/b1d-priorities",
                "theory/b1d-preemptive",
                "theory/b9-series",
                "theory/b9-and-or",
                "theory/b11-repair-crews"
            })
    void queuesFlowsAndRepairsFollowTheory(String scenario) {
        holds(scenario);
    }
}
