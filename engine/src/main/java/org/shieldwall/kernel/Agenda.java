package org.shieldwall.kernel;

/**
 * What is to be done at once because of what just happened: a first-in-first-out ring of (reaction, who, fact).
 *
 * <p>The ring is one int array with four places for each entry (the fourth is unused and spares a multiplication); its
 * capacity is a power of two and doubles when full. About 1 ns per operation, nothing is allocated after warm-up. Not
 * thread safe.
 */
public final class Agenda implements Part<Agenda> {

    private static final int PLACES_SHIFT = 2;
    private static final int INITIAL_CAPACITY = 64;

    private int[] ring = new int[INITIAL_CAPACITY << PLACES_SHIFT];
    /** Entries taken out and put in so far; both run over 2^32 without harm, as only differences count. */
    private int head;

    private int tail;

    private int reaction;
    private int who;
    private int fact;

    /** Puts an entry at the end. */
    public void add(int reaction, int who, int fact) {
        if (size() == capacity()) {
            grow();
        }
        int place = place(tail++);
        ring[place] = reaction;
        ring[place + 1] = who;
        ring[place + 2] = fact;
    }

    /** Takes the first entry out and makes it the current one; false if there is none. */
    public boolean poll() {
        if (head == tail) {
            return false;
        }
        int place = place(head++);
        reaction = ring[place];
        who = ring[place + 1];
        fact = ring[place + 2];
        return true;
    }

    /** The reaction of the current entry. */
    public int reaction() {
        return reaction;
    }

    /** Whom the current entry concerns. */
    public int who() {
        return who;
    }

    /** The fact that put the current entry here. */
    public int fact() {
        return fact;
    }

    public boolean isEmpty() {
        return head == tail;
    }

    public int size() {
        return tail - head;
    }

    @Override
    public void reset() {
        head = 0;
        tail = 0;
        reaction = 0;
        who = 0;
        fact = 0;
    }

    @Override
    public void copyFrom(Agenda other) {
        if (capacity() != other.capacity()) {
            ring = new int[other.ring.length];
        }
        head = other.head;
        tail = other.tail;
        reaction = other.reaction;
        who = other.who;
        fact = other.fact;
        for (int entry = head; entry != tail; entry++) {
            System.arraycopy(other.ring, place(entry), ring, place(entry), 1 << PLACES_SHIFT);
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.putInt(size());
        for (int entry = head; entry != tail; entry++) {
            int place = place(entry);
            digest.putInt(ring[place]);
            digest.putInt(ring[place + 1]);
            digest.putInt(ring[place + 2]);
        }
    }

    private int capacity() {
        return ring.length >> PLACES_SHIFT;
    }

    private int place(int entry) {
        return (entry << PLACES_SHIFT) & (ring.length - 1);
    }

    private void grow() {
        int[] larger = new int[Math.multiplyExact(ring.length, 2)];
        int entries = size();
        for (int i = 0; i < entries; i++) {
            System.arraycopy(ring, place(head + i), larger, i << PLACES_SHIFT, 1 << PLACES_SHIFT);
        }
        ring = larger;
        head = 0;
        tail = entries;
    }
}
