package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.kernel.Clock;
import org.shieldwall.scenario.Organisation.Officer;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;

/** Who may order what disrupts: an officer, who is there at any time, or those who decide while they are on duty. */
final class Deciders {
    private final State state;

    Deciders(State state) {
        this.state = state;
    }

    /**
     * Whether a decision that is ripe can fall now. If not, the organisation has waited, and the event comes again when
     * somebody who decides is on duty, if ever.
     *
     * @param subject key of what is to be decided
     * @param event by which the decision falls; its second argument is {@code which}
     */
    boolean decide(int org, long subject, int event, int which, int cause) {
        Rows.OrganisationRow row = state.world().organisation(org);
        boolean officer = state.numbers().value(row.officer()) >= Officer.ADVISORY.ordinal();
        long reachable = officer ? state.now() : row.decidersOnDuty().nextOnDuty(state.now());
        if (reachable <= state.now()) {
            return true;
        }
        int entity = state.world().entities().entity(EntityKind.ORGANISATION, org);
        int waited = state.happen(FactKind.DECISION_WAITED, entity, -1, reachable, subject, cause);
        if (reachable != Clock.NEVER) {
            state.schedule(reachable - state.now(), event, org, which, waited);
        }
        return false;
    }
}
