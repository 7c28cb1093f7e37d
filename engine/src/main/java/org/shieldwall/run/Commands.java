package org.shieldwall.run;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Commands from outside: which thing they name, what must be so before them, and which transition they make. */
final class Commands {
    private Commands() {}

    /** Values of {@code command-refused}. */
    static final int ALREADY_SO = 1;

    static final int NOT_THERE = 2;

    /** The entity that a command names, whether it is alive or not. */
    static int entity(World world, Simulation.Order order, String path) {
        return switch (order) {
            case LEVER_ON, LEVER_OFF -> world.entities().entity(EntityKind.LEVER, world.lever(path));
            case ISOLATE, RECONNECT, REBUILD -> find(world, EntityKind.ASSET, path);
            case SEPARATE, RECONNECT_NETWORK -> find(world, EntityKind.NETWORK, path);
            case RESET_CREDENTIALS -> find(world, EntityKind.ACCOUNT, path);
        };
    }

    /** Returns the fact of what was done, or of {@code command-refused}. */
    static int carryOut(State state, Simulation.Order order, int entity) {
        World world = state.world();
        int index = world.entities().index(entity);
        if (!state.switches().alive(entity)) {
            return refuse(state, entity, NOT_THERE);
        }
        if (isSo(state, order, index)) {
            return refuse(state, entity, ALREADY_SO);
        }
        return switch (order) {
            case LEVER_ON, LEVER_OFF -> state.levers().set(index, order == Simulation.Order.LEVER_ON, FactSink.NONE);
            case ISOLATE -> state.assets().isolate(index, FactSink.NONE);
            case RECONNECT -> state.assets().reconnect(index, FactSink.NONE);
            case REBUILD -> state.assets().rebuild(index, FactSink.NONE);
            case SEPARATE -> state.assets().separate(index, FactSink.NONE);
            case RECONNECT_NETWORK -> state.assets().reconnectNetwork(index, FactSink.NONE);
            case RESET_CREDENTIALS -> {
                int[] networks = world.account(index).networks();
                yield networks.length == 0
                        ? refuse(state, entity, NOT_THERE)
                        : state.access()
                                .resetCredentials(world.network(networks[0]).organisation(), index, FactSink.NONE);
            }
        };
    }

    private static boolean isSo(State state, Simulation.Order order, int index) {
        return switch (order) {
            case LEVER_ON -> state.switches().on(index);
            case LEVER_OFF -> !state.switches().on(index);
            case ISOLATE -> state.things().isolated(index);
            case RECONNECT -> !state.things().isolated(index);
            case SEPARATE -> state.things().separated(index);
            case RECONNECT_NETWORK -> !state.things().separated(index);
            case REBUILD, RESET_CREDENTIALS -> false;
        };
    }

    private static int refuse(State state, int entity, int why) {
        return state.happen(
                FactKind.COMMAND_REFUSED,
                entity,
                -1,
                why,
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
                    FLOOD_RECOGNISED,
                    ASSET_SUSPECTED,
                    DECISION_REQUESTED,
                    INDICATOR_RECEIVED,
                    INCIDENT_CLOSED,
                    RESTORATION_DECIDED -> true;
            default -> false;
        };
    }
}
