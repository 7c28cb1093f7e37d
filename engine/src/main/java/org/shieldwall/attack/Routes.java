package org.shieldwall.attack;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Technique.From;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Footholds;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Whether, and from where, an actor can try a step on a target: by what it knows and what it reaches now. */
final class Routes {
    /** It cannot be tried now. */
    static final int NONE = -2;

    /** From outside, without a foothold. */
    static final int OUTSIDE = -1;

    private final World world;
    private final State state;

    Routes(State state) {
        this.world = state.world();
        this.state = state;
    }

    /** The row of the foothold to come from, {@link #OUTSIDE} or {@link #NONE}. */
    int route(int step, int asset) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        if (!admits(row, technique, asset)) {
            return NONE;
        }
        return switch (technique.from()) {
            case ANYWHERE -> OUTSIDE;
            case TARGET -> ownRow(row.actor(), asset);
            case PARTNER -> partnersRow(row, asset);
            case SAME_NETWORK -> rowIn(row.actor(), world.networkOf(asset), step, asset, 0);
            default -> overNetworks(row.actor(), world.networkOf(asset), step, asset, technique.service());
        };
    }

    /** Whether there is a route at all: cheaper than to choose one, as no dice are thrown. */
    boolean exists(int step, int asset) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        if (!admits(row, technique, asset)) {
            return false;
        }
        return switch (technique.from()) {
            case ANYWHERE -> true;
            case TARGET -> ownRow(row.actor(), asset) != NONE;
            case PARTNER -> partnersRow(row, asset) != NONE;
            case SAME_NETWORK -> state.footholds().liveIn(row.actor(), world.networkOf(asset));
            default -> leadsInto(row.actor(), world.networkOf(asset), technique.service());
        };
    }

    /** Whether target and actor are such that the step could be tried from the right place. */
    private boolean admits(Rows.StepRow row, Rows.TechniqueRow technique, int asset) {
        int actor = row.actor();
        if (!state.switches().alive(EntityKind.ASSET, asset)
                || state.footholds().reached(actor, asset).compareTo(technique.requires()) < 0) {
            return false;
        }
        boolean anywhere = technique.from() == From.ANYWHERE;
        boolean entersComputer = !anywhere || technique.grants().compareTo(Position.USER) >= 0;
        if (entersComputer && state.things().cutOff(asset)) {
            return false;
        }
        return anywhere || !technique.needsCredential() || opens(actor, row.account(), asset);
    }

    private boolean opens(int actor, int account, int asset) {
        if (account < 0 || state.footholds().credential(actor, account) == FactSink.NONE) {
            return false;
        }
        for (int network : world.account(account).networks()) {
            if (network == world.networkOf(asset)) {
                return true;
            }
        }
        return false;
    }

    private int ownRow(int actor, int asset) {
        int row = state.footholds().row(actor, asset);
        return row >= 0 && state.footholds().live(row) ? row : NONE;
    }

    /** What another actor of the campaign holds and can hand over. */
    private int partnersRow(Rows.StepRow row, int asset) {
        for (int partner : world.campaign(row.campaign()).actors()) {
            int held = partner == row.actor() ? NONE : ownRow(partner, asset);
            if (held != NONE) {
                return held;
            }
        }
        return NONE;
    }

    private int overNetworks(int actor, int network, int step, int asset, long service) {
        if (allows(state.switches().reach(world.internet(), network), service)) {
            return OUTSIDE;
        }
        return rowIn(actor, network, step, asset, service == 0 ? -1L : service);
    }

    private boolean leadsInto(int actor, int network, long service) {
        if (allows(state.switches().reach(world.internet(), network), service)) {
            return true;
        }
        for (int from = 0; from < world.networkCount(); from++) {
            if (state.footholds().liveIn(actor, from)
                    && (from == network || allows(state.switches().reach(from, network), service))) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(long reach, long service) {
        return service == 0 ? reach != 0 : (reach & service) != 0;
    }

    /**
     * One live row in the network itself or, where {@code service} is not 0, in any network that may open such a
     * connection; chosen as a race of the candidates' own dice, so that one more disturbs nobody.
     */
    private int rowIn(int actor, int network, int step, int asset, long service) {
        Footholds footholds = state.footholds();
        long job = Dice.mix(world.step(step).exploit(), world.entities().key(EntityKind.ASSET, asset));
        int best = NONE;
        double bestDie = 2;
        for (int row = 0; row < footholds.size(); row++) {
            if (footholds.actor(row) != actor || !footholds.live(row)) {
                continue;
            }
            int from = world.networkOf(footholds.asset(row));
            if (from == network || service != 0 && (state.switches().reach(from, network) & service) != 0) {
                double die = state.die(
                        Purpose.FOOTHOLD_CHOICE,
                        Dice.mix(job, world.entities().key(EntityKind.ASSET, footholds.asset(row))),
                        0);
                if (die < bestDie) {
                    bestDie = die;
                    best = row;
                }
            }
        }
        return best;
    }
}
