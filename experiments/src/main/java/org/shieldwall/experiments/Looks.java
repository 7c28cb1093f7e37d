package org.shieldwall.experiments;

/**
 * The numbers of replications at which the precision is looked at: ⌊100·1.25^k⌋, hence 100, 125, 156, 195, 244 …; the
 * greatest number allowed is the last. Fixed looks make the number of runs independent of threads and of time.
 */
final class Looks {
    static final int FIRST = 100;
    private static final double STEP = 1.25;

    private Looks() {}

    /** The first look with more than n replications. */
    static int after(int n, int atMost) {
        double look = FIRST;
        while (Math.floor(look) <= n) {
            look *= STEP;
        }
        return (int) Math.min(Math.floor(look), atMost);
    }

    /** The first look with at least n replications. */
    static int atLeast(double n, int atMost) {
        return n >= atMost ? atMost : after((int) Math.ceil(n) - 1, atMost);
    }

    /**
     * How many of n replications count: whole rounds over the members of a family, so that every map weighs the same; all
     * where there are no more than members.
     */
    static int whole(int n, int members) {
        return n <= members ? n : n - n % members;
    }
}
