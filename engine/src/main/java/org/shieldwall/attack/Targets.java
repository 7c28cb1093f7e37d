package org.shieldwall.attack;

import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Campaign.Mode;
import org.shieldwall.scenario.Service.Damage;
import org.shieldwall.scenario.Technique.Position;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** The targets of a step: which it means, which are done, and which come first. */
final class Targets {
    private static final Damage[] DAMAGES = Damage.values();

    private final World world;
    private final State state;
    private final AttackColumns columns;
    private final Routes routes;
    private final Lots lots;

    // Targets of a wave while they are chosen, in order of the race
    private final int[] raceTarget;
    private final int[] raceTries;
    private final double[] raceDie;

    Targets(State state, AttackColumns columns, Routes routes) {
        this.world = state.world();
        this.state = state;
        this.columns = columns;
        this.routes = routes;
        lots = new Lots(state, columns, this);
        int most = 1;
        for (int technique = 0; technique < world.techniqueCount(); technique++) {
            most = Math.max(most, world.technique(technique).atOnce());
        }
        raceTarget = new int[most];
        raceTries = new int[most];
        raceDie = new double[most];
    }

    /** Whether what a step wants of a target is so already. */
    boolean isDone(int step, int target) {
        Rows.StepRow row = world.step(step);
        Rows.TechniqueRow technique = world.technique(row.technique());
        if (technique.damage() >= 0) {
            return state.things().damaged(target, DAMAGES[technique.damage()]);
        }
        if (world.traffic().flood(row.technique()) != null) {
            return state.traffic().isFlooded(row.actor(), row.technique(), target);
        }
        return technique.grants().compareTo(Position.USER) >= 0
                && state.footholds().reached(row.actor(), target).compareTo(technique.grants()) >= 0;
    }

    /** Whether a target belongs to a step: all do, but for {@code COUNT} those with the smallest lots. */
    boolean isMeant(int step, int target) {
        return world.step(step).mode() != Mode.COUNT || lots.isMeant(step, target);
    }

    /** How many targets a step means in its present round; counted once. */
    int meant(int step) {
        if (columns.meant[step] < 0) {
            Rows.StepRow row = world.step(step);
            int count = 0;
            for (int target = row.first(); target < row.first() + row.count(); target++) {
                if (state.switches().alive(EntityKind.ASSET, target) && isMeant(step, target)) {
                    count++;
                }
            }
            columns.meant[step] = count;
        }
        return columns.meant[step];
    }

    /** Whether there is anything of which none was meant: a step on what is dormant has nothing to succeed on. */
    boolean isAnythingThere(int step) {
        Rows.StepRow row = world.step(step);
        if (row.acrossCopies() && columns.lot[step] != AttackColumns.NO_LOT) {
            return true;
        }
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (state.switches().alive(EntityKind.ASSET, target)) {
                return true;
            }
        }
        return false;
    }

    /** A live foothold that gives already what the step is after, whoever gained it and when; or −1. */
    int holding(int step) {
        Rows.StepRow row = world.step(step);
        Position wanted = world.technique(row.technique()).grants();
        for (int target = row.first();
                wanted.compareTo(Position.USER) >= 0 && target < row.first() + row.count();
                target++) {
            if (state.footholds().reached(row.actor(), target).compareTo(wanted) >= 0) {
                return state.footholds().row(row.actor(), target);
            }
        }
        return -1;
    }

    /** Of the targets that can be tried now: those tried least, of these the winners of a race. Returns how many; {@link #chosen} says which. */
    int choose(int step, int wanted) {
        Rows.StepRow row = world.step(step);
        long stepKey = world.entities().key(EntityKind.STEP, step);
        int chosen = 0;
        for (int target = row.first(); target < row.first() + row.count(); target++) {
            if (isDone(step, target) || !routes.exists(step, target)) {
                continue;
            }
            int tries = columns.doors.tries(step, target);
            if (chosen == wanted && tries > raceTries[chosen - 1]) {
                continue;
            }
            double die = state.die(
                    Purpose.TARGET_CHOICE,
                    Dice.mix(stepKey, world.entities().key(EntityKind.ASSET, target)),
                    columns.waves[step]);
            if (chosen == wanted && !isAhead(tries, die, chosen - 1)) {
                continue;
            }
            int place = chosen < wanted ? chosen++ : chosen - 1;
            while (place > 0 && isAhead(tries, die, place - 1)) {
                raceTarget[place] = raceTarget[place - 1];
                raceTries[place] = raceTries[place - 1];
                raceDie[place] = raceDie[place - 1];
                place--;
            }
            raceTarget[place] = target;
            raceTries[place] = tries;
            raceDie[place] = die;
        }
        return chosen;
    }

    /** The target at a place of the latest choice. */
    int chosen(int place) {
        return raceTarget[place];
    }

    private boolean isAhead(int tries, double die, int place) {
        return tries < raceTries[place] || tries == raceTries[place] && die < raceDie[place];
    }
}
