package org.shieldwall.defence;

import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.Register;
import org.shieldwall.world.Rows;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/**
 * False indicators in use: from its deployment until it is withdrawn, each matches something harmless now and then, on
 * an asset and by a sensor that dice choose among those that could see it. Rows are not used again: an event under way may
 * still name one.
 */
final class FalseIndicators implements Part<FalseIndicators> {
    private static final int NOWHERE = -1;

    private final World world;
    private final State state;
    private final Analysts analysts;

    private final Table table = new Table();
    private int[] organisation = table.ints(grown -> organisation = grown);
    private int[] entry = table.ints(grown -> entry = grown);
    private int[] deployedFact = table.ints(grown -> deployedFact = grown);
    private int[] alerts = table.ints(grown -> alerts = grown);
    private boolean[] inUse = table.booleans(grown -> inUse = grown);
    private final PoissonStreams streams;

    FalseIndicators(State state, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.analysts = analysts;
        streams = new PoissonStreams(state, table);
    }

    /** An organisation uses an indicator; if it is a false one, its life begins. */
    void deployed(int fact) {
        Register register = state.register();
        int indicator = register.find(state.facts().subject(fact));
        if (register.actor(indicator) >= 0) {
            return;
        }
        int row = table.take();
        organisation[row] = world.entities().index(state.facts().who(fact));
        entry[row] = indicator;
        deployedFact[row] = fact;
        alerts[row] = 0;
        inUse[row] = true;
        streams.clear(row);
        long life = state.time(community(row).falseLife(), Purpose.FALSE_INDICATOR_LIFE, key(row), 0);
        state.schedule(life, EventCode.FALSE_INDICATOR_ENDS, row, 0, fact);
        follow(row);
    }

    /** Levers were switched: alerts come faster, slower or not at all. */
    void leversChanged() {
        for (int row = 0; row < table.rows(); row++) {
            if (inUse[row]) {
                follow(row);
            }
        }
    }

    private Rows.CommunityRow community(int row) {
        return world.community(state.register().build(entry[row]));
    }

    /** Community × member × indicator. */
    private long key(int row) {
        Register register = state.register();
        long community = world.entities().key(EntityKind.COMMUNITY, register.build(entry[row]));
        long member = world.entities().key(EntityKind.ORGANISATION, organisation[row]);
        return Dice.mix(Dice.mix(community, member), register.key(entry[row]));
    }

    private void follow(int row) {
        boolean alive = state.switches().alive(EntityKind.ORGANISATION, organisation[row]);
        double rate = alive ? Math.max(0, state.numbers().value(community(row).falseAlertRate()) / Clock.SECOND) : 0;
        if (streams.follow(row, rate)) {
            if (streams.needsDie(row)) {
                draw(row);
            }
            streams.schedule(row, EventCode.FALSE_INDICATOR_ALERT, row, 0, deployedFact[row]);
        }
    }

    private void draw(int row) {
        streams.die(row, state.unitExponential(Purpose.FALSE_INDICATOR_ALERT_GAP, key(row), alerts[row]));
    }

    void alert(int row) {
        int n = alerts[row]++;
        draw(row);
        streams.schedule(row, EventCode.FALSE_INDICATOR_ALERT, row, 0, deployedFact[row]);
        int asset = asset(row, n);
        if (asset != NOWHERE) {
            long about = Dice.mix(key(row), Purpose.ALERT, n);
            analysts.raise(sensor(row, asset, n), asset, about, FactSink.NONE, deployedFact[row]);
        }
    }

    private boolean couldSee(int sensor, int row) {
        int level = state.register().level(entry[row]);
        return (world.sensor(sensor).compares() & 1 << level) != 0
                && state.switches().alive(EntityKind.SENSOR, sensor);
    }

    /** A race among the live assets on which some sensor could see it: one more asset disturbs no other. */
    private int asset(int row, int n) {
        long key = key(row);
        int chosen = NOWHERE;
        double best = 1;
        for (int sensor : world.organisation(organisation[row]).sensors()) {
            if (!couldSee(sensor, row)) {
                continue;
            }
            Rows.SensorRow covers = world.sensor(sensor);
            for (int range = 0; range < covers.firsts().length; range++) {
                int first = covers.firsts()[range];
                for (int asset = first; asset < first + covers.counts()[range]; asset++) {
                    if (state.switches().alive(EntityKind.ASSET, asset)) {
                        long pair = Dice.mix(key, world.entities().key(EntityKind.ASSET, asset));
                        double die = state.die(Purpose.FALSE_INDICATOR_ASSET, pair, n);
                        if (die < best) {
                            best = die;
                            chosen = asset;
                        }
                    }
                }
            }
        }
        return chosen;
    }

    /** A race among the sensors that could see it on the asset. */
    private int sensor(int row, int asset, int n) {
        long key = key(row);
        int chosen = NOWHERE;
        double best = 1;
        for (int sensor : world.organisation(organisation[row]).sensors()) {
            if (couldSee(sensor, row) && world.sensor(sensor).covers(asset)) {
                long pair = Dice.mix(key, world.entities().key(EntityKind.SENSOR, sensor));
                double die = state.die(Purpose.FALSE_INDICATOR_SENSOR, pair, n);
                if (die < best) {
                    best = die;
                    chosen = sensor;
                }
            }
        }
        return chosen;
    }

    /** Its life is over: the organisation takes it out of its sensors. */
    void end(int row, int cause) {
        if (!state.switches().alive(EntityKind.ORGANISATION, organisation[row])) {
            takeOut(row);
            return;
        }
        Register register = state.register();
        int fact = state.happen(
                FactKind.INDICATOR_WITHDRAWN,
                world.entities().entity(EntityKind.ORGANISATION, organisation[row]),
                world.entities().entity(EntityKind.COMMUNITY, register.build(entry[row])),
                register.level(entry[row]),
                state.facts().subject(deployedFact[row]),
                cause);
        if (fact != FactSink.REFUSED) {
            takeOut(row);
        }
    }

    private void takeOut(int row) {
        inUse[row] = false;
        streams.follow(row, 0);
    }

    @Override
    public void reset() {
        table.reset();
    }

    @Override
    public void copyFrom(FalseIndicators other) {
        table.copyFrom(other.table);
    }

    @Override
    public void digest(Digest digest) {
        table.digest(digest);
    }
}
