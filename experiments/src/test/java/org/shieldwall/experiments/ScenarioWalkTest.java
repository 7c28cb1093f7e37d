package org.shieldwall.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;

class ScenarioWalkTest {

    @Test
    void theDigestDoesNotDependOnTheOrderInASet() {
        assertThat(ScenarioWalk.digest(with(new LinkedHashSet<>(List.of("phishing", "wiping")))))
                .isEqualTo(ScenarioWalk.digest(with(new LinkedHashSet<>(List.of("wiping", "phishing")))))
                .isNotEqualTo(ScenarioWalk.digest(with(Set.of("wiping"))));
    }

    @Test
    void whatIsAskedDoesNotChangeWhatIsSimulated() {
        assertThat(ScenarioWalk.digest(Synthetic.scenario(null)))
                .isEqualTo(ScenarioWalk.digest(Synthetic.scenario(Synthetic.question(0.1, "isolated", "joint"))));
    }

    @Test
    void estimatesAreFoundByPath() {
        assertThat(ScenarioWalk.estimates(with(Set.of())))
                .containsExactly(new Results.Estimate("actors.sandstorm.skill", "guessed from the tools used"));
    }

    private static Scenario with(Set<String> arsenal) {
        Scenario s = Synthetic.scenario(null);
        Quantity skill =
                new Quantity(new Quantity.Constant(0.8), new Quantity.Origin(null, "guessed from the tools used"));
        Campaign.Actor actor = new Campaign.Actor(
                "sandstorm",
                skill,
                6,
                arsenal,
                java.util.Map.of(),
                Quantity.constant(0),
                new Campaign.Alarm(Quantity.constant(0), Quantity.constant(0), Quantity.constant(0)),
                Quantity.constant(0),
                null,
                Presence.ALWAYS);
        return new Scenario(
                s.id(),
                s.name(),
                s.summary(),
                s.sources(),
                s.starts(),
                s.zone(),
                s.lastsNanos(),
                s.warmUpNanos(),
                s.organisations(),
                s.networks(),
                s.links(),
                s.accounts(),
                s.crews(),
                s.services(),
                List.of(actor),
                s.techniques(),
                s.campaigns(),
                s.playbooks(),
                s.communities(),
                s.levers(),
                s.strategies(),
                null,
                s.expectations(),
                org.shieldwall.scenario.Variety.NONE,
                List.of());
    }
}
