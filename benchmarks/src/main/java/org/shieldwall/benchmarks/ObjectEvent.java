package org.shieldwall.benchmarks;

/** An event as an object, for {@code java.util.PriorityQueue}: what a simulator does that starts from the JDK. */
record ObjectEvent(long time, long order, int kind, int a, int b, int cause) implements Comparable<ObjectEvent> {

    @Override
    public int compareTo(ObjectEvent other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
