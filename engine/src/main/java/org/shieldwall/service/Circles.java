package org.shieldwall.service;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shieldwall.world.Rows;
import org.shieldwall.world.World;

/** Where services depend on each other in a circle. */
final class Circles {
    private Circles() {}

    /** Services of every group joined by dependence in which there is a circle, in rising order. */
    static int[] joined(World world) {
        int count = world.serviceCount();
        boolean[] circular = circular(world);
        int[] root = IntStream.range(0, count).toArray();
        for (int service = 0; service < count; service++) {
            for (int dependant : dependants(world, service)) {
                int one = root(root, service);
                int two = root(root, dependant);
                root[Math.max(one, two)] = Math.min(one, two);
            }
        }
        boolean[] hasCircle = new boolean[count];
        for (int service = 0; service < count; service++) {
            hasCircle[root(root, service)] |= circular[service];
        }
        return IntStream.range(0, count)
                .filter(service -> hasCircle[root(root, service)])
                .toArray();
    }

    /** As a whole or in one of its classes, each once. */
    private static int[] dependants(World world, int service) {
        Rows.ServiceRow row = world.service(service);
        return IntStream.concat(
                        IntStream.of(row.dependants()),
                        IntStream.range(row.firstClass(), row.firstClass() + row.classCount())
                                .flatMap(served ->
                                        IntStream.of(world.servedClass(served).dependants())))
                .distinct()
                .toArray();
    }

    private static int root(int[] root, int service) {
        int at = service;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** What is left when services without a dependence are taken away, again and again (Kahn 1962). */
    private static boolean[] circular(World world) {
        int count = world.serviceCount();
        int[] waitsFor = new int[count];
        for (int service = 0; service < count; service++) {
            for (int dependant : dependants(world, service)) {
                waitsFor[dependant]++;
            }
        }
        int[] open = new int[count];
        int size = 0;
        boolean[] left = new boolean[count];
        Arrays.fill(left, true);
        for (int service = 0; service < count; service++) {
            if (waitsFor[service] == 0) {
                open[size++] = service;
            }
        }
        while (size > 0) {
            int service = open[--size];
            left[service] = false;
            for (int dependant : dependants(world, service)) {
                if (--waitsFor[dependant] == 0) {
                    open[size++] = dependant;
                }
            }
        }
        return left;
    }
}
