package org.shieldwall.run;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Carries out commands from outside: looks up the path, checks the precondition, makes the transition. */
final class Commands {
    private Commands() {}

    /** Values of {@code command-refused}. */
    private static final int ALREADY_SO = 1;

    static int carryOut(State state, Simulation.Order order, String path) {
        World world = state.world();
        return switch (order) {
            case LEVER_ON, LEVER_OFF -> {
                int lever = world.lever(path);
                boolean on = order == Simulation.Order.LEVER_ON;
                yield state.switches().on(lever) == on
                        ? refuse(state, find(world, EntityKind.LEVER, path))
                        : state.setLever(lever, on, FactSink.NONE);
            }
            case ISOLATE, RECONNECT, REBUILD -> {
                int entity = find(world, EntityKind.ASSET, path);
                int asset = world.entities().index(entity);
                if (order == Simulation.Order.REBUILD) {
                    yield state.rebuild(asset, FactSink.NONE);
                }
                boolean cut = order == Simulation.Order.ISOLATE;
                if (state.things().isolated(asset) == cut) {
                    yield refuse(state, entity);
                }
                yield cut ? state.isolate(asset, FactSink.NONE) : state.reconnect(asset, FactSink.NONE);
            }
            case SEPARATE, RECONNECT_NETWORK -> {
                int entity = find(world, EntityKind.NETWORK, path);
                int network = world.entities().index(entity);
                boolean cut = order == Simulation.Order.SEPARATE;
                if (state.things().separated(network) == cut) {
                    yield refuse(state, entity);
                }
                yield cut ? state.separate(network, FactSink.NONE) : state.reconnectNetwork(network, FactSink.NONE);
            }
            case RESET_CREDENTIALS -> {
                int entity = find(world, EntityKind.ACCOUNT, path);
                int account = world.entities().index(entity);
                int[] networks = world.account(account).networks();
                yield networks.length == 0
                        ? refuse(state, entity)
                        : state.resetCredentials(world.network(networks[0]).organisation(), account, FactSink.NONE);
            }
        };
    }

    private static int refuse(State state, int entity) {
        return state.happen(
                FactKind.COMMAND_REFUSED,
                entity,
                -1,
                ALREADY_SO,
                state.world().entities().key(entity),
                FactSink.NONE);
    }

    private static int find(World world, EntityKind kind, String path) {
        for (int i = 0; i < world.entities().count(kind); i++) {
            int entity = world.entities().entity(kind, i);
            if (world.entities().name(entity).equals(path)) {
                return entity;
            }
        }
        throw new IllegalArgumentException(
                "No %s has the path (%s).".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), path));
    }

    static boolean callsForDecision(FactKind kind) {
        return switch (kind) {
            case INCIDENT_OPENED,
                    ASSET_SUSPECTED,
                    DECISION_REQUESTED,
                    INDICATOR_RECEIVED,
                    INCIDENT_CLOSED,
                    RESTORATION_DECIDED -> true;
            default -> false;
        };
    }
}
