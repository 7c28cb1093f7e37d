package org.shieldwall.run;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Clock;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * Commands from outside in the order in which they were accepted: a command's number is its place here. They are an order
 * class of their own: those of a time are carried out by their numbers, before the events of that time.
 */
final class CommandList implements Part<CommandList> {
    private static final int FIRST_CAPACITY = 16;

    // [command]
    private int size;
    private long[] times = new long[FIRST_CAPACITY];
    private Simulation.Order[] orders = new Simulation.Order[FIRST_CAPACITY];
    private int[] entities = new int[FIRST_CAPACITY];
    private int[] outcomes = new int[FIRST_CAPACITY];

    // Numbers by time, equal times by number; those before `carriedOut` are done
    private int[] sequence = new int[FIRST_CAPACITY];
    private int carriedOut;

    /** Returns its number. */
    int accept(long time, Simulation.Order order, int entity) {
        if (size == times.length) {
            grow();
        }
        times[size] = time;
        orders[size] = order;
        entities[size] = entity;
        outcomes[size] = FactSink.NONE;
        int place = size;
        while (place > carriedOut && times[sequence[place - 1]] > time) {
            sequence[place] = sequence[place - 1];
            place--;
        }
        sequence[place] = size;
        return size++;
    }

    private void grow() {
        int capacity = 2 * size;
        times = Arrays.copyOf(times, capacity);
        orders = Arrays.copyOf(orders, capacity);
        entities = Arrays.copyOf(entities, capacity);
        outcomes = Arrays.copyOf(outcomes, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
    }

    /** Time of the next command that waits, or {@link Clock#NEVER}. */
    long nextTime() {
        return carriedOut < size ? times[sequence[carriedOut]] : Clock.NEVER;
    }

    /** The number of the next command that waits. */
    int take() {
        return sequence[carriedOut++];
    }

    int size() {
        return size;
    }

    Simulation.Order order(int command) {
        return orders[command];
    }

    int entity(int command) {
        return entities[command];
    }

    /** The fact that a command became; {@link FactSink#NONE} while it waits. */
    int outcome(int command) {
        return outcomes[command];
    }

    void becomes(int command, int fact) {
        outcomes[command] = fact;
    }

    @Override
    public void reset() {
        size = 0;
        carriedOut = 0;
    }

    @Override
    public void copyFrom(CommandList other) {
        times = other.times.clone();
        orders = other.orders.clone();
        entities = other.entities.clone();
        outcomes = other.outcomes.clone();
        sequence = other.sequence.clone();
        size = other.size;
        carriedOut = other.carriedOut;
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(carriedOut);
        digest.putInt(size);
        digest.putLongs(times, 0, size);
        digest.putInts(entities, 0, size);
        digest.putInts(outcomes, 0, size);
        digest.putInts(sequence, 0, size);
        for (int command = 0; command < size; command++) {
            digest.putInt(orders[command].ordinal());
        }
    }
}
