package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.kernel.Clock;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/**
 * How long an organisation takes to switch off once the first of its assets is encrypted; only of organisations whose
 * playbook has that action. It does not exist in a run in which nothing was encrypted before.
 */
final class SwitchOffFold implements Fold {
    private static final long NEVER = -1;
    private static final int ENCRYPTED = Damage.ENCRYPTED.ordinal();

    private final World world;
    private final int[] organisations;

    // [organisation]
    private final long[] struck;
    private final long[] off;

    SwitchOffFold(World world) {
        this.world = world;
        organisations = IntStream.range(0, world.organisationCount())
                .filter(org -> switchesOff(world.organisation(org).playbook()))
                .toArray();
        struck = new long[world.organisationCount()];
        off = new long[world.organisationCount()];
    }

    private static boolean switchesOff(Rows.@Nullable PlaybookRow playbook) {
        return playbook != null
                && Arrays.stream(playbook.actions()).anyMatch(action -> action.kind() == Playbook.Kind.SWITCH_OFF);
    }

    @Override
    public List<Column> columns() {
        return Arrays.stream(organisations)
                .mapToObj(org -> Form.TIME_TO_SWITCH_OFF.column(
                        world.entities().name(world.entities().entity(EntityKind.ORGANISATION, org))))
                .toList();
    }

    @Override
    public List<FactKind> kinds() {
        return organisations.length == 0 ? List.of() : List.of(FactKind.ASSET_DAMAGED, FactKind.ASSET_SWITCHED_OFF);
    }

    @Override
    public void begin() {
        Arrays.fill(struck, NEVER);
        Arrays.fill(off, NEVER);
    }

    @Override
    public void take(FactLog facts, int fact) {
        int org = world.organisationOf(world.entities().index(facts.whom(fact)));
        if (facts.kind(fact) == FactKind.ASSET_DAMAGED) {
            if (facts.value(fact) == ENCRYPTED && struck[org] == NEVER) {
                struck[org] = facts.time(fact);
            }
        } else if (struck[org] != NEVER && off[org] == NEVER) {
            off[org] = facts.time(fact);
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        int column = at;
        for (int org : organisations) {
            long until = off[org] == NEVER ? horizon : off[org];
            values[column] = struck[org] == NEVER ? Double.NaN : Clock.toHours(until - struck[org]);
            ends[column++] = off[org] == NEVER ? Measures.HORIZON : Measures.REACHED;
        }
    }
}
