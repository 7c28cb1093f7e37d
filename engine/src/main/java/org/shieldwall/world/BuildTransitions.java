package org.shieldwall.world;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;

/**
 * The builds that actors use, and the indicators that name them: a build is changed, an indicator comes into use, and cuts a
 * command channel.
 */
public final class BuildTransitions {
    private final Chronicle chronicle;
    private final Indicators indicators;
    private final Footholds footholds;
    private final AccessTransitions access;
    private final Entities entities;

    BuildTransitions(
            World world, Chronicle chronicle, Indicators indicators, Footholds footholds, AccessTransitions access) {
        this.chronicle = chronicle;
        this.indicators = indicators;
        this.footholds = footholds;
        this.access = access;
        entities = world.entities;
    }

    /** The actor changes the build of a level; channels that were blocked on it and on nothing else come back. */
    public int rotate(int actor, int level, int trigger) {
        int entity = entities.entity(EntityKind.ACTOR, actor);
        int fact = chronicle.happen(
                FactKind.BUILD_ROTATED, entity, -1, level, Dice.mix(entities.key(entity), level), trigger);
        if (fact == FactSink.REFUSED) {
            return fact;
        }
        indicators.rotate(actor, level);
        boolean restored = false;
        for (int row = 0; row < footholds.size(); row++) {
            if (footholds.actor(row) == actor && footholds.held(row) && (1 << level & Indicators.OF_CHANNELS) != 0) {
                footholds.recordBuild(row, level, indicators.build(actor, level));
                boolean blocked = footholds.channelBlocked(row);
                footholds.unblockChannel(row, level);
                if (blocked && !footholds.channelBlocked(row)) {
                    restored = true;
                    chronicle.happen(
                            FactKind.COMMAND_CHANNEL_RESTORED,
                            entity,
                            asset(footholds.asset(row)),
                            0,
                            footholds.key(row),
                            fact);
                }
            }
        }
        if (restored) {
            access.searchReach(fact);
        }
        return fact;
    }

    /** An organisation uses an indicator in its sensors and filters from now on. */
    public int deploy(int organisation, int actor, int level, int build, long subject, int trigger) {
        int fact = chronicle.happen(
                FactKind.INDICATOR_DEPLOYED,
                entities.entity(EntityKind.ORGANISATION, organisation),
                -1,
                level,
                subject,
                trigger);
        if (fact != FactSink.REFUSED && actor >= 0) {
            indicators.deploy(organisation, actor, level, build, fact);
        }
        return fact;
    }

    /** A deployed indicator cuts a foothold's command channel on one level; others may cut it on further ones. */
    public int blockChannel(int row, int level, int trigger) {
        chronicle.check((1 << level & Indicators.OF_CHANNELS) != 0, "a channel blocked on a level it has not", row);
        chronicle.check(!footholds.channelBlocked(row, level), "a channel blocked twice on one level", row);
        int fact = chronicle.happen(
                FactKind.COMMAND_CHANNEL_BLOCKED,
                entities.entity(EntityKind.ACTOR, footholds.actor(row)),
                asset(footholds.asset(row)),
                level,
                footholds.key(row),
                trigger);
        if (fact != FactSink.REFUSED) {
            footholds.blockChannel(row, level);
            access.searchReach(fact);
        }
        return fact;
    }

    private int asset(int asset) {
        return entities.entity(EntityKind.ASSET, asset);
    }
}
