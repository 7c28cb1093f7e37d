package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;

/**
 * The least fixpoint of what an actor holds: from command channels of its own, over relays and credentials, to every
 * asset that can still be reached. Cost: rounds × footholds of the actor; rounds are at most the number of networks.
 */
final class Reach {
    private final World world;
    private final Switches switches;
    private final Things things;
    private final Footholds footholds;
    private final boolean[] networkLive;
    private boolean[] reached = new boolean[64];

    Reach(World world, Switches switches, Things things, Footholds footholds) {
        this.world = world;
        this.switches = switches;
        this.things = things;
        this.footholds = footholds;
        networkLive = new boolean[world.networkCount()];
    }

    /** Searches anew; then {@link #reached} answers for each row of the actor. */
    void search(int actor) {
        if (reached.length < footholds.size()) {
            reached = new boolean[2 * footholds.size()];
        }
        Arrays.fill(reached, 0, footholds.size(), false);
        Arrays.fill(networkLive, false);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int row = 0; row < footholds.size(); row++) {
                if (!reached[row] && footholds.actor(row) == actor && footholds.held(row) && supported(row)) {
                    reached[row] = true;
                    networkLive[world.networkOf(footholds.asset(row))] = true;
                    grew = true;
                }
            }
        }
    }

    boolean reached(int row) {
        return reached[row];
    }

    private boolean supported(int row) {
        int asset = footholds.asset(row);
        int network = world.networkOf(asset);
        if (things.cutOff(asset)
                || !switches.alive(EntityKind.ASSET, asset)
                || !switches.alive(EntityKind.ACTOR, footholds.actor(row))) {
            return false;
        }
        int account = footholds.viaAccount(row);
        boolean session = account < 0
                || footholds.persistent(row)
                || footholds.credential(footholds.actor(row), account) != FactSink.NONE;
        if (!session) {
            return false;
        }
        if (!footholds.channelBlocked(row) && hasOwnChannel(row, network)) {
            return true;
        }
        if (networkLive[network]) {
            return true;
        }
        for (int from = 0; from < networkLive.length; from++) {
            if (networkLive[from] && switches.reach(from, network) != 0) {
                return true;
            }
        }
        return false;
    }

    /** What came from outside has a channel to the outside; so has what stands in a network linked with the internet. */
    private boolean hasOwnChannel(int row, int network) {
        int internet = world.internet();
        return footholds.parent(row) < 0
                || switches.reach(internet, network) != 0
                || switches.reach(network, internet) != 0;
    }
}
