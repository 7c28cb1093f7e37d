package org.shieldwall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.exponentialHours;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/** Same past, another decision: the same luck; or other futures; or one cause taken away. */
class ForkTest {
    private final World world = World.compile(new SmallWorld()
            .lasting(500)
            .organisation(
                    "victim",
                    1,
                    Organisation.Discipline.PRIORITY,
                    exponentialHours(1),
                    "cut",
                    sensor("edr", Organisation.SensorKind.ENDPOINT, 0.5, 0.2, 1, null))
            .playbook("cut", Playbook.Kind.ISOLATE, Playbook.Kind.REIMAGE, Playbook.Kind.RECONNECT)
            .network("net", "victim", "pc", 20, null)
            .actor("red", 2)
            .technique(
                    "enter",
                    exponentialHours(20),
                    evidence(Organisation.SensorKind.ENDPOINT, Technique.When.END, 0.5, 0),
                    evidence(Organisation.SensorKind.ENDPOINT, Technique.When.WHILE_HELD, 0.5, 0.1))
            .campaign(
                    "walk",
                    "red",
                    step("a", "red", "enter", "pc", new Campaign.Always()),
                    step("b", "red", "enter", "pc", new Campaign.StepIs("walk.a", Campaign.Outcome.FIRST_SUCCESS)))
            .build());

    @Test
    void aForkWithoutAChangeHasTheSameFuture() {
        Simulation played = new Simulation(world).checking(true).start(List.of(), 3, 1);
        played.advanceTo(100 * SmallWorld.HOUR);
        Simulation fork = played.fork();
        assertThat(fork.stateDigest()).isEqualTo(played.stateDigest());
        played.finish();
        assertThat(fork.stateDigest()).isNotEqualTo(played.stateDigest());
        fork.finish();
        assertThat(fork.stateDigest()).isEqualTo(played.stateDigest());
        assertThat(fork.digest()).isEqualTo(played.digest());
        assertThat(played.digest()).isEqualTo(runDigest(3, 1));
    }

    @Test
    void aRunIsUsedAgainWithoutATrace() {
        Simulation simulation = new Simulation(world).checking(true);
        simulation.run(List.of(), 3, 1);
        String state = simulation.stateDigest();
        simulation.run(List.of(), 3, 2);
        simulation.run(List.of(), 3, 1);
        assertThat(simulation.stateDigest()).isEqualTo(state);
        assertThat(simulation.digest()).isEqualTo(runDigest(3, 1));
        assertThat(runDigest(3, 2)).isNotEqualTo(runDigest(3, 1));
    }

    private String runDigest(long seed, long replication) {
        Simulation simulation = new Simulation(world).checking(true);
        simulation.run(List.of(), seed, replication);
        return simulation.digest();
    }

    @Test
    void futuresDifferAfterTheForkOnly() {
        Simulation played =
                new Simulation(world).checking(true).start(List.of(), 3, 1).advanceTo(100 * SmallWorld.HOUR);
        int past = played.facts().size();
        Simulation future = played.fork().branch(1);
        played.finish();
        future.finish();
        assertThat(future.digest()).isNotEqualTo(played.digest());
        for (int fact = 0; fact < past; fact++) {
            assertThat(future.facts().key(fact)).isEqualTo(played.facts().key(fact));
        }
    }

    @Test
    void whatIsSuppressedDoesNotHappen() {
        Simulation simulation = new Simulation(world).checking(true);
        FactLog facts = simulation.run(List.of(), 3, 1);
        int isolated = first(facts, FactKind.ASSET_ISOLATED);
        assertThat(isolated).isNotNegative();
        int cause = first(facts, FactKind.ALERT_ESCALATED);
        long escalation = facts.key(cause);
        long isolation = facts.key(isolated);
        long isolationTime = facts.time(isolated);

        Simulation without =
                new Simulation(world).checking(true).start(List.of(), 3, 1).suppress(escalation);
        without.finish();
        assertThat(without.facts().find(escalation)).isEqualTo(-1);
        int again = without.facts().find(isolation);
        assertThat(again < 0 || without.facts().time(again) > isolationTime).isTrue();
    }

    @Test
    void anOutsideDeciderIsWokenByWhatItsOrganisationLearns() {
        Simulation simulation = new Simulation(world).checking(true).start(List.of(), 3, 1);
        int fact = simulation.nextDecision("victim");
        assertThat(simulation.facts().kind(fact)).isEqualTo(FactKind.INCIDENT_OPENED);
        assertThat(simulation.now()).isEqualTo(simulation.facts().time(fact));
    }

    private static int first(FactLog facts, FactKind kind) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.kind(fact) == kind) {
                return fact;
            }
        }
        return -1;
    }
}
