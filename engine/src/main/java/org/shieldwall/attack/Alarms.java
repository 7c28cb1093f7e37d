package org.shieldwall.attack;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * What an actor does that notices it was seen, beside changing its builds: it hides for a while and begins nothing, or it
 * strikes as soon as it can, without regard to the date and without waiting for the other copies or actors of its campaign.
 */
final class Alarms {
    private final World world;
    private final State state;
    private final AttackColumns columns;

    Alarms(State state, AttackColumns columns) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
    }

    /** @param noticed the fact that the actor noticed */
    void raise(int actor, int noticed) {
        Rows.ActorRow row = world.actor(actor);
        double hides = state.numbers().value(row.hides());
        double strikes = state.numbers().value(row.strikes());
        if (hides <= 0 && strikes <= 0 || columns.hurries[actor]) {
            return;
        }
        long subject = state.facts().subject(noticed);
        double u = state.die(Purpose.ALARM, subject, state.facts().ordinal(noticed));
        if (u < hides) {
            hide(actor, row, subject, noticed);
        } else if (u < hides + strikes) {
            hurry(actor, noticed);
        }
    }

    private void hide(int actor, Rows.ActorRow row, long subject, int noticed) {
        long wait = state.time(
                row.hidesFor(), Purpose.HIDES_FOR, subject, state.facts().ordinal(noticed));
        long until = Clock.plus(state.now(), wait);
        if (until <= columns.hidesUntil[actor]) {
            return;
        }
        int entity = world.entities().entity(EntityKind.ACTOR, actor);
        int fact = state.happen(
                FactKind.ACTOR_HIDES, entity, -1, until, world.entities().key(entity), noticed);
        if (fact != FactSink.REFUSED) {
            columns.hidesUntil[actor] = until;
            state.schedule(wait, EventCode.ACTOR_COMES_OUT, actor, 0, fact);
        }
    }

    private void hurry(int actor, int noticed) {
        int entity = world.entities().entity(EntityKind.ACTOR, actor);
        int fact = state.happen(
                FactKind.ACTOR_HURRIES, entity, -1, 0, world.entities().key(entity), noticed);
        if (fact != FactSink.REFUSED) {
            columns.hurries[actor] = true;
        }
    }
}
