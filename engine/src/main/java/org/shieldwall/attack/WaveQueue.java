package org.shieldwall.attack;

import org.shieldwall.kernel.EventHeap;

/** Waves of one actor that wait for an operator: who waits longest is first; of equal ones, the steps take turns. */
final class WaveQueue {
    private final EventHeap waves = new EventHeap();

    /**
     * Takes about a constant time.
     *
     * @param since nanoseconds
     * @param ordinal how many waves its step opened before it at that instant
     */
    void add(int wave, long since, int ordinal) {
        waves.add(since, (long) ordinal << Integer.SIZE | wave);
    }

    boolean isEmpty() {
        return waves.size() == 0;
    }

    /** There must be one. */
    int first() {
        return (int) waves.firstOrder();
    }

    /** There must be one. Takes a time that grows with the logarithm of their number. */
    void removeFirst() {
        waves.removeFirst();
    }

    void clear() {
        waves.clear();
    }

    void copyFrom(WaveQueue other) {
        waves.copyFrom(other.waves);
    }
}
