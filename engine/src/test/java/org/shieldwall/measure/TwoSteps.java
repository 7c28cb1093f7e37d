package org.shieldwall.measure;

import static org.shieldwall.fixture.SmallWorld.evidence;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;
import static org.shieldwall.fixture.SmallWorld.sensor;
import static org.shieldwall.fixture.SmallWorld.step;

import java.util.EnumSet;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;

/** A firm with a sensor and a playbook, and the two steps of a campaign: a on its PC, b on its server. */
final class TwoSteps {
    static final Campaign.Condition ALWAYS = new Campaign.Always();
    static final Campaign.Condition A = new Campaign.StepIs("walk.a", Campaign.Outcome.HELD);
    static final Campaign.Condition A_FAILED = new Campaign.StepIs("walk.a", Campaign.Outcome.FAILED);

    private TwoSteps() {}

    /**
     * enter takes an hour, dig 5,000, fumble two and never works, break an hour and does damage; what is seen is cut off
     * after 15 hours.
     */
    static SmallWorld small(double quality) {
        return new SmallWorld()
                .lasting(1000)
                .organisation(
                        "firm",
                        1,
                        Organisation.Discipline.PRIORITY,
                        hours(4),
                        "cut",
                        sensor("edr", Organisation.SensorKind.ENDPOINT, quality, 0, 1, null))
                .playbook("cut", hours(10), Playbook.Kind.ISOLATE)
                .network("net", "firm", "pc", 1, null)
                .network("room", "firm", "server", 1, null)
                .service("work", "firm", new Service.ShareOf("pc", Service.Function.SERVICE))
                .actor("red", 1)
                .technique("enter", hours(1), evidence(Organisation.SensorKind.ENDPOINT, Technique.When.END, 1, 0))
                .technique("dig", hours(5000))
                .technique("fumble", hours(2), number(0), number(1), EnumSet.noneOf(Technique.Level.class), null)
                .technique(
                        "break",
                        hours(1),
                        number(1),
                        number(1),
                        EnumSet.noneOf(Technique.Level.class),
                        Service.Damage.FAILED);
    }

    static Campaign.Step a(String technique) {
        return step("a", "red", technique, "pc", ALWAYS);
    }

    static Campaign.Step b(String technique, Campaign.Condition after) {
        return step("b", "red", technique, "server", after);
    }
}
