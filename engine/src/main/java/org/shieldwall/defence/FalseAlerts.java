package org.shieldwall.defence;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;
import org.shieldwall.kernel.Table;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.EventCode;
import org.shieldwall.world.Purpose;
import org.shieldwall.world.State;
import org.shieldwall.world.World;

/** Alerts without a cause: a stream for each sensor and asset, so that one more asset disturbs no other. */
final class FalseAlerts implements Part<FalseAlerts> {
    private final World world;
    private final State state;
    private final Analysts analysts;

    // [sensor]: the first of its streams
    private final int[] firstStream;

    // [stream]: its key, and false alerts so far
    private final long[] keys;
    private final Table streams;
    private int[] counts;
    private final PoissonStreams alerts;

    FalseAlerts(State state, Analysts analysts) {
        this.world = state.world();
        this.state = state;
        this.analysts = analysts;
        firstStream = new int[world.sensorCount()];
        int count = 0;
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            firstStream[sensor] = count;
            count += world.sensor(sensor).covered();
        }
        keys = new long[count];
        streams = new Table(Math.max(1, count));
        counts = streams.ints(grown -> counts = grown);
        alerts = new PoissonStreams(state, streams);
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            for (int place = 0; place < world.sensor(sensor).covered(); place++) {
                keys[firstStream[sensor] + place] = Dice.mix(
                        world.entities().key(EntityKind.SENSOR, sensor),
                        world.entities()
                                .key(EntityKind.ASSET, world.sensor(sensor).asset(place)));
            }
        }
    }

    /** Streams begin, end or change their pace with the levers. */
    void follow() {
        for (int sensor = 0; sensor < world.sensorCount(); sensor++) {
            for (int place = 0; place < world.sensor(sensor).covered(); place++) {
                follow(sensor, place);
            }
        }
    }

    private void follow(int sensor, int place) {
        int stream = firstStream[sensor] + place;
        boolean alive = state.switches().alive(EntityKind.SENSOR, sensor)
                && state.switches().alive(EntityKind.ASSET, world.sensor(sensor).asset(place));
        double rate =
                alive ? Math.max(0, state.numbers().value(world.sensor(sensor).falseAlerts()) / Clock.SECOND) : 0;
        if (alerts.follow(stream, rate)) {
            if (alerts.needsDie(stream)) {
                draw(stream);
            }
            alerts.schedule(stream, EventCode.FALSE_ALERT, sensor, place, FactSink.NONE);
        }
    }

    private void draw(int stream) {
        alerts.die(stream, state.unitExponential(Purpose.FALSE_ALERT_GAP, keys[stream], counts[stream]));
    }

    /** A stream's next false alert; it goes on. */
    void raise(int sensor, int place) {
        int stream = firstStream[sensor] + place;
        long key = Dice.mix(keys[stream], Purpose.ALERT, counts[stream]);
        analysts.raise(sensor, world.sensor(sensor).asset(place), key, FactSink.NONE, FactSink.NONE);
        counts[stream]++;
        draw(stream);
        alerts.schedule(stream, EventCode.FALSE_ALERT, sensor, place, FactSink.NONE);
    }

    @Override
    public void reset() {
        streams.reset();
        for (int i = 0; i < keys.length; i++) {
            alerts.clear(streams.take());
        }
    }

    @Override
    public void copyFrom(FalseAlerts other) {
        streams.copyFrom(other.streams);
    }

    @Override
    public void digest(Digest digest) {
        streams.digest(digest);
    }
}
