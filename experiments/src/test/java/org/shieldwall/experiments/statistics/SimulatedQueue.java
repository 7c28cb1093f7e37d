package org.shieldwall.experiments.statistics;

import java.util.Random;

/** Delays of the first customers of a single-server queue that starts empty, by Lindley's recursion. */
final class SimulatedQueue {
    private SimulatedQueue() {}

    /** Mean of the first delays; arrivals and services from streams of their own, so that queues can share either. */
    static double meanDelay(int customers, double meanGap, double meanService, Random gaps, Random services) {
        double delay = 0;
        double sum = 0;
        for (int customer = 1; customer < customers; customer++) {
            delay = Math.max(0, delay + exponential(meanService, services) - exponential(meanGap, gaps));
            sum += delay;
        }
        return sum / customers;
    }

    static double exponential(double mean, Random random) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }
}
