package org.shieldwall.attack;

import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * Which targets a step of mode {@code COUNT} means: every candidate has a lot, and the wanted number of smallest ones win.
 * The lot of the last winner is kept for the round, so that later only a target's own lot has to be looked at.
 */
final class Lots {
    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Targets targets;

    /** The smallest lots seen so far while they are drawn, in order and each once. */
    private final double[] smallest;

    private int smallestCount;

    Lots(State state, AttackColumns columns, Targets targets) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.targets = targets;
        int most = 0;
        for (int step = 0; step < world.stepCount(); step++) {
            if (world.step(step).mode() == Mode.COUNT) {
                most = Math.max(most, world.step(step).wanted());
            }
        }
        smallest = new double[most];
    }

    boolean isMeant(int step, int target) {
        if (columns.lot[step] == AttackColumns.NO_LOT) {
            columns.lot[step] = lastOfWanted(step);
        }
        return lotOf(step, seriesKey(step), target) <= columns.lot[step];
    }

    /** The greatest lot that is still meant: that of the wanted-th smallest among targets of all copies that share it. */
    private double lastOfWanted(int step) {
        Rows.StepRow row = world.step(step);
        smallestCount = 0;
        for (int other : world.campaign(row.campaign()).steps()) {
            boolean shares =
                    other == step || row.acrossCopies() && world.step(other).series() == row.series();
            if (shares) {
                drawAll(step, other);
            }
        }
        return smallestCount == 0 ? AttackColumns.NO_LOT : smallest[smallestCount - 1];
    }

    private void drawAll(int step, int other) {
        Rows.StepRow row = world.step(other);
        long series = seriesKey(step);
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)
                    && (row.acrossCopies()
                            || !targets.isDone(other, target)
                            || columns.doors.met(other, target, columns.rounds[other]))) {
                enter(lotOf(step, series, target), world.step(step).wanted());
            }
        }
    }

    /** Copies may share a target, whose lot counts once. */
    private void enter(double lot, int wanted) {
        if (smallestCount == wanted && (wanted == 0 || lot >= smallest[wanted - 1])) {
            return;
        }
        int place = smallestCount;
        while (place > 0 && smallest[place - 1] > lot) {
            place--;
        }
        if (place > 0 && smallest[place - 1] == lot) {
            return;
        }
        smallestCount = Math.min(smallestCount + 1, wanted);
        System.arraycopy(smallest, place, smallest, place + 1, smallestCount - 1 - place);
        smallest[place] = lot;
    }

    private long seriesKey(int step) {
        Rows.StepRow row = world.step(step);
        return Dice.mix(world.entities().key(EntityKind.CAMPAIGN, row.campaign()), row.exploit());
    }

    private double lotOf(int step, long series, int target) {
        return state.trait(
                Purpose.COUNT_LOT,
                Dice.mix(series, world.entities().key(EntityKind.ASSET, target)),
                columns.rounds[step]);
    }
}
