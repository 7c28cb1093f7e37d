package org.shieldwall.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/** Share of the assets of each group that were encrypted at least once; only of groups that some step may encrypt. */
final class EncryptionFold implements Fold {
    private static final int ENCRYPTED = Damage.ENCRYPTED.ordinal();

    private final World world;

    /** [column]: the group; [group]: the column or −1. */
    private final List<Integer> groups = new ArrayList<>();

    private final int[] columnOf;
    private final int[] count;
    private final boolean[] encrypted;

    EncryptionFold(World world) {
        this.world = world;
        columnOf = new int[world.groupCount()];
        Arrays.fill(columnOf, -1);
        for (int group = 0; group < world.groupCount(); group++) {
            if (isTarget(world.group(group))) {
                columnOf[group] = groups.size();
                groups.add(group);
            }
        }
        count = new int[groups.size()];
        encrypted = new boolean[groups.isEmpty() ? 0 : world.assetCount()];
    }

    private boolean isTarget(Rows.GroupRow group) {
        for (int step = 0; step < world.stepCount(); step++) {
            Rows.StepRow row = world.step(step);
            if (world.technique(row.technique()).damage() == ENCRYPTED
                    && row.first() < group.firstAsset() + group.assetCount()
                    && group.firstAsset() < row.first() + row.count()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Column> columns() {
        return groups.stream()
                .map(group -> Form.SHARE_ENCRYPTED.column(world.group(group).name()))
                .toList();
    }

    @Override
    public List<FactKind> kinds() {
        return groups.isEmpty() ? List.of() : List.of(FactKind.ASSET_DAMAGED);
    }

    @Override
    public void begin() {
        Arrays.fill(count, 0);
        Arrays.fill(encrypted, false);
    }

    @Override
    public void take(FactLog facts, int fact) {
        int asset = world.entities().index(facts.whom(fact));
        int column = columnOf[world.groupOf(asset)];
        if (facts.value(fact) == ENCRYPTED && column >= 0 && !encrypted[asset]) {
            encrypted[asset] = true;
            count[column]++;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        for (int column = 0; column < count.length; column++) {
            values[at + column] =
                    count[column] / (double) world.group(groups.get(column)).assetCount();
        }
    }
}
